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

/// The [`Event`]s of a turn, a query or a session.
///
/// Made by [`Turn::into_events`], [`Query::into_events`] and
/// [`Client::events`](crate::Client::events). What it is made from goes on to be reached by
/// [`Events::turn`] and [`Events::query`]; dropping it does what dropping that would do.
#[derive(Debug)]
#[must_use = "events are only read by polling"]
pub struct Events {
    source: Source,
    accumulator: Accumulator,
    /// How the source has ended; the error, if there is one, is still to be told.
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

    /// The next event; `None` after the last. An error is the last item.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn next(&mut self) -> Option<Result<Event>> {
        poll_fn(|cx| self.poll(cx)).await
    }

    /// The turn whose events these are.
    #[must_use]
    pub fn turn(&self) -> Option<&Turn> {
        match &self.source {
            Source::Turn(turn) => Some(turn),
            _ => None,
        }
    }

    /// The id of the prompt that began the turn, if these are the events of one.
    #[must_use]
    pub fn turn_uuid(&self) -> Option<&MessageUuid> {
        self.turn().map(Turn::uuid)
    }

    /// The query whose events these are, with its control over the run.
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
        // What a turn has left running goes on in the session.
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
    /// The turn as events for a screen: pieces and whole messages merged, so that nothing is
    /// doubled.
    pub fn into_events(self) -> Events {
        self.into()
    }
}

/// # Events
impl Query {
    /// The run as events for a screen: pieces and whole messages merged, so that nothing is
    /// doubled. The control over the run is then [`Events::query`].
    pub fn into_events(self) -> Events {
        self.into()
    }
}

/// # Events
impl Client {
    /// Every message from now on, whatever turn it belongs to, as events for a screen.
    ///
    /// # Errors
    ///
    /// The session is over.
    pub fn events(&self) -> Result<Events> {
        Ok(self.messages()?.into())
    }
}
