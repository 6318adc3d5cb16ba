//! One question: [`query`] makes an [`Ask`], an awaited `Ask` is a [`Query`].

use std::future::{IntoFuture, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_protocol::{Connection, Input, ProtocolError, Subscription};
use claude_types::{Message, MessageUuid, PermissionMode, ResultMessage, SessionId};
use futures_core::Stream;

use crate::classify::Facts;
use crate::session::{Session, start};
use crate::{Error, Interrupt, Options, Prompt, Result};

/// Asks one question in a session of its own.
///
/// Nothing is started before the returned [`Ask`] is awaited or collected.
///
/// # Examples
///
/// ```no_run
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let answer = claude_sdk::query("What is 2 + 2?", Default::default()).text().await?;
/// # Ok(())
/// # }
/// ```
pub fn query(prompt: impl Into<Prompt>, options: Options) -> Ask {
    let session = Session::mint(&options);
    Ask { prompt: prompt.into(), options, session }
}

/// A question that has not been asked yet. Await it to stream, or collect it.
#[derive(Debug)]
#[must_use = "nothing is asked before this is awaited"]
pub struct Ask {
    prompt: Prompt,
    options: Options,
    session: Session,
}

impl Ask {
    /// The id that the session will have. `None` if it continues one whose id is not known yet.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session.id()
    }

    /// Asks, and waits for the final text.
    ///
    /// # Errors
    ///
    /// The session could not be started or broke, or the run failed: a run that ends with an
    /// error is an error here, with its result inside.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn text(self) -> Result<String> {
        self.await?.text().await
    }

    /// Asks, and waits for the result. A failed run is a result, too.
    ///
    /// # Errors
    ///
    /// The session could not be started, or broke before its result.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn result(self) -> Result<ResultMessage> {
        self.await?.result().await
    }

    #[cfg(feature = "json")]
    pub(crate) fn into_parts(self) -> (Prompt, Options, Session) {
        (self.prompt, self.options, self.session)
    }

    async fn stream(self) -> Result<Query> {
        let Self { prompt, options, session } = self;
        let may_call_back = options.may_call_back();
        let input = if may_call_back { Input::EndsWithRun } else { Input::EndsWithPrompt };
        let connection = start(&options, &session, input).await?;
        let messages = connection.subscribe()?;
        let prompt = connection.post(prompt.into_input()).await?;
        // A CLI that is gone by now has left its last messages, and the stream ends by telling why.
        let _ = connection.end_input();
        Ok(Query { messages, prompt, session, connection })
    }
}

impl IntoFuture for Ask {
    type Output = Result<Query>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.stream())
    }
}

/// A question that is being answered: a stream of messages, and control over the run.
///
/// The stream ends when the CLI does, which is after the result, and after background agents if
/// there are any. Dropping a `Query` ends the CLI.
#[derive(Debug)]
#[must_use = "a query does nothing unless it is read"]
pub struct Query {
    messages: Subscription,
    prompt: MessageUuid,
    session: Session,
    connection: Connection,
}

impl Query {
    /// The next message; `None` after the end. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<Message>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Waits for the final text, and for the CLI to end.
    ///
    /// # Errors
    ///
    /// The session broke, or the run failed.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn text(mut self) -> Result<String> {
        let mut facts = Facts::default();
        while let Some(message) = self.next().await {
            let message = message?;
            facts.observe(&message);
            if let Message::Result(result) = message
                && self.answers(&result)
            {
                self.close().await;
                return facts.text(*result);
            }
        }
        Err(Error::ended_without_result())
    }

    /// Waits for the result of the question, and for the CLI to end. A failed run is a result.
    ///
    /// Background agents that still live are ended; [`Query::run_to_end`] waits for them.
    ///
    /// # Errors
    ///
    /// The session broke before the result.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn result(mut self) -> Result<ResultMessage> {
        let result = self.messages.result_of(&self.prompt).await.map_err(|error| match error {
            // Nobody else can close it: it ended by itself.
            ProtocolError::Closed => Error::ended_without_result(),
            error => error.into(),
        })?;
        self.close().await;
        Ok(result)
    }

    /// Waits until nothing runs any more, background agents included. Returns the last result.
    ///
    /// # Errors
    ///
    /// The session broke before the end, or ended without a result.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the CLI.
    pub async fn run_to_end(mut self) -> Result<ResultMessage> {
        let mut last = None;
        while let Some(message) = self.next().await {
            if let Message::Result(result) = message? {
                last = Some(*result);
            }
        }
        last.ok_or_else(Error::ended_without_result)
    }

    /// Interrupts the run and tells what became of it, in bounded time.
    ///
    /// # Errors
    ///
    /// The CLI refused, did not answer in time, or is gone. After a prompt without callbacks
    /// stdin is closed at once, and nothing can be asked of the CLI any more.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the interrupt back.
    pub async fn interrupt(&self) -> Result<Interrupt> {
        Ok(self.connection.interrupt().await?)
    }

    /// Changes the model for the turns to come; `None` is the default model.
    ///
    /// # Errors
    ///
    /// As [`Query::interrupt`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_model(&self, model: impl Into<Option<&str>>) -> Result<()> {
        self.connection.set_model(model.into()).await?;
        Ok(())
    }

    /// Changes the permission mode.
    ///
    /// # Errors
    ///
    /// As [`Query::interrupt`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_permission_mode(&self, mode: PermissionMode) -> Result<()> {
        Ok(self.connection.set_permission_mode(mode).await?)
    }

    /// The id of the session. `None` if it continues one, until its first message tells.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.session.id()
    }

    fn answers(&self, result: &ResultMessage) -> bool {
        claude_protocol::answers(result, &self.prompt)
    }

    /// Lets the CLI finish: it writes the last lines of the session to disk. How it ends does
    /// not change the result that is in hand.
    async fn close(&self) {
        let _ = self.connection.close().await;
    }
}

impl Stream for Query {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(Pin::new(&mut self.messages).poll_next(cx));
        if let Some(Ok(message)) = &next {
            self.session.observe(message);
        }
        Poll::Ready(next.map(|item| Ok(item?)))
    }
}
