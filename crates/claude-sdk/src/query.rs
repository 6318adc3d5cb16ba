//! One question: [`query`] makes an [`Ask`], an awaited `Ask` is a [`Query`]. A question may also
//! be a stream of prompts ([`query_stream`]).

use std::future::{IntoFuture, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_protocol::{Connection, Input, ProtocolError, Subscription};
use claude_types::{Message, ModelName, PermissionMode, ResultMessage, SessionId};
use futures_core::Stream;

use crate::budget::Guarded;
use crate::classify::Facts;
use crate::plugin::Plugins;
use crate::prompts::{Feeder, Prompts};
use crate::session::{Session, start};
use crate::{
    Client, Error, Events, Interrupt, Ledger, Options, Prompt, Result, StartTimings, TurnHandle,
};

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
    Ask { question: Question::One(prompt.into()), options, session }
}

/// Asks many prompts in a session of its own, as they come.
///
/// Each is sent at once: the CLI queues them, and may answer several with one result. The run ends
/// when the stream has ended and its last prompt is answered. A stream without prompts ends it at
/// once.
///
/// Nothing is started before the returned [`Ask`] is awaited or collected. Collected, it gives the
/// last result.
///
/// # Examples
///
/// ```no_run
/// # async fn run(lines: impl futures_core::Stream<Item = String> + Send + 'static)
/// #     -> Result<(), claude_sdk::Error> {
/// use claude_sdk::{Message, Options, query_stream};
///
/// let mut run = query_stream(lines, Options::default()).await?;
/// while let Some(message) = run.next().await {
///     if let Message::Result(result) = message? {
///         println!("{}", result.text());
///     }
/// }
/// # Ok(())
/// # }
/// ```
pub fn query_stream<S>(prompts: S, options: Options) -> Ask
where
    S: Stream + Send + 'static,
    S::Item: Into<Prompt>,
{
    let session = Session::mint(&options);
    Ask { question: Question::Many(Prompts::new(prompts)), options, session }
}

#[derive(Debug)]
#[expect(clippy::large_enum_variant, reason = "there is one of it for a whole run")]
pub(crate) enum Question {
    One(Prompt),
    Many(Prompts),
}

/// A question that has not been asked yet. Await it to stream, or collect it.
#[derive(Debug)]
#[must_use = "nothing is asked before this is awaited"]
pub struct Ask {
    question: Question,
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
    pub(crate) fn plugins(&self) -> &Plugins {
        self.session.plugins()
    }

    #[cfg(feature = "json")]
    pub(crate) fn into_parts(self) -> (Question, Options, Session) {
        (self.question, self.options, self.session)
    }

    async fn stream(self) -> Result<Query> {
        let plugins = self.session.plugins().clone();
        plugins.told(self.begin(&plugins).await)
    }

    async fn begin(self, plugins: &Plugins) -> Result<Query> {
        let Self { mut question, options, session } = self;
        if let Question::One(prompt) = &mut question {
            plugins.before(prompt).await?;
        }
        let ends_at_once = matches!(question, Question::One(_)) && !options.may_call_back();
        let input = if ends_at_once { Input::EndsWithPrompt } else { Input::EndsWithRun };
        let connection = start(&options, &session, input).await?;
        let messages = connection.subscribe()?;
        let asked = match question {
            Question::One(prompt) => {
                let prompt = connection.post(prompt.into_input()).await?;
                // A CLI that is gone by now has left its last messages, and the stream ends by
                // telling why.
                let _ = connection.end_input();
                Asked::One(TurnHandle::new(prompt, plugins.clone(), session.accounts.gate()))
            }
            Question::Many(prompts) => {
                Asked::Many(Feeder::start(prompts, &connection, plugins, &session.accounts))
            }
        };
        let guarded = session.accounts.guarded();
        Ok(Query { messages, asked, client: Client::from_parts(connection, session), guarded })
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
    asked: Asked,
    client: Client,
    guarded: Guarded,
}

#[derive(Debug)]
enum Asked {
    One(TurnHandle),
    /// Held so that the prompts end with the query.
    #[expect(dead_code, reason = "ends the feeding when it is dropped")]
    Many(Feeder),
}

impl Query {
    /// The session that answers, for everything that can be asked of a [`Client`].
    ///
    /// A clone keeps the session alive when the query is dropped. Without callbacks, MCP servers in
    /// this process and a budget, stdin is closed right behind the prompt, and nothing can be asked
    /// of the CLI any more: [`CloseReason::InputEnded`](crate::CloseReason::InputEnded). With any of
    /// them it is closed when the run is over.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

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
        let mut last = None;
        while let Some(message) = self.next().await {
            let message = message?;
            facts.observe(&message);
            if let Message::Result(result) = message {
                let answers = self.is_answer(&result);
                if answers || self.handle().is_none() {
                    last = Some(result);
                }
                if answers {
                    self.close().await;
                    break;
                }
            }
        }
        let last = last.ok_or_else(Error::ended_without_result);
        let text = last.and_then(|last| facts.text(self.guarded.judge(*last)?));
        self.client.plugins().told(text)
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
        if self.handle().is_none() {
            return self.run_to_end().await;
        }
        let Self { messages, asked, guarded, .. } = &mut self;
        let result = async {
            let Asked::One(prompt) = asked else { return Err(Error::ended_without_result()) };
            messages.result_of(prompt.uuid()).await.map_err(|error| match error {
                // Nobody else can close it: it ended by itself.
                ProtocolError::Closed => Error::ended_without_result(),
                error => error.into(),
            })
        };
        let result = guarded.result(result).await;
        let result = self.client.plugins().result(result)?;
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
        self.client.plugins().told(last.ok_or_else(Error::ended_without_result))
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
        self.client.interrupt().await
    }

    /// Changes the model for the turns to come; `None` is the default model. Returns the full name
    /// of the model, if the CLI says so.
    ///
    /// # Errors
    ///
    /// As [`Query::interrupt`].
    ///
    /// # Cancel safety
    ///
    /// Dropping the future does not take the request back.
    pub async fn set_model(&self, model: impl Into<Option<&str>>) -> Result<Option<ModelName>> {
        self.client.set_model(model).await
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
        self.client.set_permission_mode(mode).await
    }

    /// What the session has consumed until now.
    #[must_use]
    pub fn ledger(&self) -> Ledger {
        self.client.ledger()
    }

    /// How long the session took to start.
    #[must_use]
    pub fn start_timings(&self) -> StartTimings {
        self.client.start_timings()
    }

    /// The id of the session. `None` if it continues one, until its first message tells.
    #[must_use]
    pub fn session_id(&self) -> Option<&SessionId> {
        self.client.session_id()
    }

    /// The run as events for a screen: pieces and whole messages merged, so that nothing is
    /// doubled. The control over the run is then [`Events::query`].
    pub fn into_events(self) -> Events {
        self.into()
    }

    /// A handle to the prompt: how far it is, and what else to say to it. `None` for a stream of
    /// prompts.
    #[must_use]
    pub fn handle(&self) -> Option<&TurnHandle> {
        match &self.asked {
            Asked::One(prompt) => Some(prompt),
            Asked::Many(_) => None,
        }
    }

    /// Tells whether a result answers the question. That of many prompts ends with the session.
    fn is_answer(&self, result: &ResultMessage) -> bool {
        self.handle().is_some_and(|prompt| claude_protocol::answers(result, prompt.uuid()))
    }

    pub(crate) fn connection(&self) -> &Connection {
        self.client.connection()
    }

    /// Lets the CLI finish: it writes the last lines of the session to disk. How it ends does
    /// not change the result that is in hand.
    async fn close(&self) {
        let _ = self.client.close().await;
    }
}

impl Stream for Query {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let item = Pin::new(&mut self.messages).poll_next(cx);
            let Some(item) = ready!(self.guarded.next(cx, item)) else {
                return Poll::Ready(None);
            };
            if let Ok(message) = &item {
                self.client.session_mut().observe(message);
            }
            if let Some(item) = self.client.plugins().item(item) {
                return Poll::Ready(Some(item));
            }
        }
    }
}
