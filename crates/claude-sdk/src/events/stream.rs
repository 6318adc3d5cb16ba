//! Event stream: the events of a turn, a query or a session while they happen.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use claude_types::MessageUuid;
use futures_core::Stream;

use super::{Accumulator, Event};
use crate::client::Messages;
use crate::error::{Error, Result};
use crate::query::Query;
use crate::session::Client;
use crate::turn::Turn;

/// A stream of the [`Event`]s of a turn, a query or a session.
///
/// Created by [`Turn::into_events`], [`Query::into_events`] and
/// [`Client::events`](crate::Client::events). [`Events::turn`] and [`Events::query`] return the
/// source. Dropping an `Events` has the same effect as dropping its source.
///
/// # Examples
///
/// ```no_run
/// use claude_sdk::{Options, query};
///
/// # async fn run() -> Result<(), claude_sdk::Error> {
/// let mut events = query("Explain this folder.", Options::default()).await?.into_events();
/// while let Some(event) = events.next().await {
///     if let Some(text) = event?.as_text() {
///         print!("{text}");
///     }
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
#[must_use = "events are only read by polling"]
pub struct Events {
    source: Source,
    accumulator: Accumulator,
    /// How the source has ended, with the error that is still to be returned.
    ended: Option<Option<Error>>,
}

#[derive(Debug)]
enum Source {
    Turn(Box<Turn>),
    Query(Box<Query>),
    Messages(Box<Messages>),
}

impl Events {
    fn new(source: Source) -> Self {
        Self { source, accumulator: Accumulator::new(), ended: None }
    }

    /// Returns the next event, or `None` after the last one. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no items.
    pub async fn next(&mut self) -> Option<Result<Event>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    /// Returns the turn, if these are the events of one.
    #[must_use]
    pub fn turn(&self) -> Option<&Turn> {
        match &self.source {
            Source::Turn(turn) => Some(turn),
            _ => None,
        }
    }

    /// Returns the ID of the prompt, if these are the events of a turn.
    #[must_use]
    pub fn turn_uuid(&self) -> Option<&MessageUuid> {
        self.turn().map(Turn::uuid)
    }

    /// Returns the query, with its methods that control the run, if these are the events of one.
    #[must_use]
    pub fn query(&self) -> Option<&Query> {
        match &self.source {
            Source::Query(query) => Some(query),
            _ => None,
        }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Event>>> {
        loop {
            if let Some(event) = self.accumulator.next_event() {
                return Poll::Ready(Some(Ok(event)));
            }
            if let Some(error) = &mut self.ended {
                return Poll::Ready(error.take().map(Err));
            }
            match ready!(self.source.poll_next(cx)) {
                Some(Ok(message)) => self.accumulator.push(message),
                Some(Err(error)) => self.end(Some(error)),
                None => self.end(None),
            }
        }
    }

    fn end(&mut self, error: Option<Error>) {
        // After a turn, background tasks continue in the session: do not end their calls.
        if error.is_some() || !matches!(self.source, Source::Turn(_)) {
            self.accumulator.finish();
        }
        self.ended = Some(error);
    }
}

impl Source {
    fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<claude_types::Message>>> {
        match self {
            Self::Turn(turn) => Pin::new(&mut **turn).poll_next(cx),
            Self::Query(query) => Pin::new(&mut **query).poll_next(cx),
            Self::Messages(messages) => Pin::new(&mut **messages).poll_next(cx),
        }
    }
}

impl From<Turn> for Events {
    fn from(turn: Turn) -> Self {
        Self::new(Source::Turn(Box::new(turn)))
    }
}

impl From<Query> for Events {
    fn from(query: Query) -> Self {
        Self::new(Source::Query(Box::new(query)))
    }
}

impl From<Messages> for Events {
    fn from(messages: Messages) -> Self {
        Self::new(Source::Messages(Box::new(messages)))
    }
}

impl Stream for Events {
    type Item = Result<Event>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(cx)
    }
}

/// # Events
impl Turn {
    /// Returns the events of the turn. Deltas and complete messages are merged without duplicates.
    pub fn into_events(self) -> Events {
        self.into()
    }
}

/// # Events
impl Query {
    /// Returns the events of the run. Deltas and complete messages are merged without duplicates.
    /// [`Events::query`] returns the query, with its methods that control the run.
    pub fn into_events(self) -> Events {
        self.into()
    }
}

/// # Events
impl Client {
    /// Subscribes to the events of all messages from now on, whatever turn they belong to.
    ///
    /// # Errors
    ///
    /// [`Error::Closed`] or [`Error::Exited`] if the session is over.
    pub fn events(&self) -> Result<Events> {
        Ok(self.messages()?.into())
    }
}
