//! Answer stream: where the run of a request is read, message by message or to its end.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_types::{Message, Outlined, ResultMessage, SessionId};
use futures_core::Stream;

use super::clients::Occupied;
use super::{Answer, Extensions};
use crate::boxed::{BoxFuture, boxed};
use crate::error::{Error, Result, RunFacts};
use crate::query::Query;
use crate::turn::Turn;

/// The messages of a run, which has begun to answer. The last item is the result, or an error.
///
/// The call that returned the stream waited for the first message that a reader can act on: an answer, a
/// part of one, a tool call or a result. A run that failed before is an error of the call, and may be
/// repeated unseen. The messages before it are in the stream. A run that fails later ends with an `Err`
/// item, also if the CLI reports the failure in a result: the error contains the result.
///
/// # Cancel safety
///
/// Dropping the stream before its last item ends the session of a
/// [`QueryService`](super::QueryService), and interrupts the turn of a
/// [`ClientService`](super::ClientService).
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::Message;
/// use claude_sdk::service::AnswerStream;
///
/// # async fn run(mut stream: AnswerStream) -> Result<(), claude_sdk::Error> {
/// while let Some(message) = stream.next().await {
///     if let Message::Assistant(reply) = message? {
///         print!("{}", reply.text());
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[must_use = "a stream does nothing unless it is read"]
pub struct AnswerStream {
    /// What layers add. Empty at first.
    pub extensions: Extensions,
    source: Source,
    facts: RunFacts,
    /// The messages that were read before the call returned.
    early: VecDeque<Message>,
    ending: Ending,
}

/// What a stream reads from.
pub(super) enum Source {
    Query(Box<Query>),
    Turn(Box<Turn>, Occupied),
}

/// How far the end of the run is.
enum Ending {
    Running,
    /// The result was read, and the session is being closed.
    Closing(BoxFuture<'static, ()>, Option<Result<Message>>),
    Over,
}

impl Source {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Message>>> {
        match self {
            Self::Query(query) => query.poll_outlined(cx),
            Self::Turn(turn, _) => turn.poll_outlined(cx),
        }
        .map_ok(Outlined::into_inner)
    }

    /// Returns whether a result ends the run.
    fn is_answer(&self, result: &ResultMessage) -> bool {
        match self {
            Self::Query(query) => query.is_answer(result),
            Self::Turn(..) => true,
        }
    }

    /// Returns the result that was just read, with the whole answer, or the error of a failed run.
    fn settle(&mut self, facts: RunFacts, result: ResultMessage) -> Result<ResultMessage> {
        match self {
            Self::Query(query) => query.settle(facts, result),
            Self::Turn(turn, _) => turn.settle(facts, result),
        }
    }

    fn report<T>(&self, outcome: Result<T>) -> Result<T> {
        match self {
            Self::Query(query) => query.client().plugins().report(outcome),
            Self::Turn(turn, _) => turn.report(outcome),
        }
    }

    fn session_id(&self) -> Option<SessionId> {
        match self {
            Self::Query(query) => query.session_id().cloned(),
            Self::Turn(_, occupied) => occupied.session_id(),
        }
    }

    /// Ends what belongs to the run.
    fn close(&mut self) -> BoxFuture<'static, ()> {
        match self {
            Self::Query(query) => {
                let client = query.client().clone();
                boxed(async move { client.close_behind_answer().await })
            }
            Self::Turn(_, occupied) => {
                occupied.release();
                boxed(async {})
            }
        }
    }
}

impl AnswerStream {
    pub(super) fn new(source: Source) -> Self {
        Self {
            extensions: Extensions::default(),
            source,
            facts: RunFacts::default(),
            early: VecDeque::new(),
            ending: Ending::Running,
        }
    }

    /// Reads up to the first message that a reader can act on.
    pub(super) async fn begun(mut self) -> Result<Self> {
        let mut early = VecDeque::new();
        while let Some(message) = self.next().await {
            early.push_back(message?);
            if early.back().is_some_and(is_actionable) {
                break;
            }
        }
        self.early = early;
        Ok(self)
    }

    /// Returns the next message, or `None` after the last one. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no items.
    pub async fn next(&mut self) -> Option<Result<Message>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Returns the ID under which the conversation can be resumed, as far as it is known.
    #[must_use]
    pub fn session_id(&self) -> Option<SessionId> {
        self.source.session_id()
    }

    /// Reads the stream to its end, and returns the result.
    ///
    /// # Errors
    ///
    /// The errors of [`PendingQuery::text`](crate::PendingQuery::text).
    ///
    /// # Cancel safety
    ///
    /// Dropping the future is the same as dropping the stream.
    pub async fn into_answer(mut self) -> Result<Answer> {
        while let Some(message) = self.next().await {
            if let (Message::Result(result), Ending::Over) = (message?, &self.ending)
                && self.early.is_empty()
            {
                let (session_id, extensions) = (self.session_id(), self.extensions);
                return Ok(Answer { result: *result, session_id, extensions });
            }
        }
        Err(Error::ended_without_result())
    }
}

impl Stream for AnswerStream {
    type Item = Result<Message>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Some(message) = this.early.pop_front() {
            return Poll::Ready(Some(Ok(message)));
        }
        loop {
            match &mut this.ending {
                Ending::Over => return Poll::Ready(None),
                Ending::Closing(close, item) => {
                    ready!(close.as_mut().poll(cx));
                    let item = item.take();
                    this.ending = Ending::Over;
                    return Poll::Ready(item);
                }
                Ending::Running => {}
            }
            let item = match ready!(this.source.poll_next(cx)) {
                Some(Ok(Message::Result(result))) if this.source.is_answer(&result) => {
                    let facts = std::mem::take(&mut this.facts);
                    let settled = this.source.settle(facts, *result);
                    settled.map(|result| Message::Result(Box::new(result)))
                }
                Some(Ok(message)) => {
                    this.facts.observe(&message);
                    return Poll::Ready(Some(Ok(message)));
                }
                // Plugins have seen it.
                Some(Err(error)) => Err(error),
                None => this.source.report(Err(Error::ended_without_result())),
            };
            this.ending = Ending::Closing(this.source.close(), Some(item));
        }
    }
}

impl fmt::Debug for AnswerStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnswerStream")
            .field("session_id", &self.session_id())
            .field("extensions", &self.extensions)
            .field("is_over", &matches!(self.ending, Ending::Over))
            .finish_non_exhaustive()
    }
}

/// Returns whether a reader can act on a message. The CLI writes the error of the API as an answer, before
/// the failed result.
fn is_actionable(message: &Message) -> bool {
    match message {
        Message::Assistant(reply) => reply.error.is_none(),
        Message::StreamEvent(_) | Message::Result(_) => true,
        Message::User(user) => user.tool_use_result.is_some(),
        _ => false,
    }
}
