//! Body of an answer: events that are sent one by one, with pauses, and that may break off.
//!
//! hyper polls it, and it has no task of its own: when the client disconnects, hyper drops it, and
//! the wait ends.

use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use tokio::time::Sleep;

use super::events::{Rendered, error_event};
use super::server::InFlight;
use super::turn::Turn;

/// The bytes that are sent to the client.
pub(super) struct Answer {
    chunks: VecDeque<Bytes>,
    /// The length, if it is known in advance.
    exact: Option<u64>,
    end: End,
    delay: Option<Duration>,
    pause: Pause,
    _in_flight: InFlight,
}

/// What follows the last chunk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Whole,
    Hang,
    Drop,
}

/// What must pass before the next chunk.
enum Pause {
    /// Nothing: it is the first chunk.
    None,
    /// One pass of the loop, in which hyper writes its buffer. Without it, a dropped connection
    /// would discard unwritten events.
    Flush,
    /// A time.
    Time(Pin<Box<Sleep>>),
    /// The pause has passed.
    Over,
}

impl Answer {
    /// Creates a body that is sent at once.
    pub(super) fn whole(body: impl Into<Bytes>, in_flight: InFlight) -> Self {
        let body = body.into();
        Self {
            exact: Some(body.len() as u64),
            chunks: VecDeque::from([body]),
            end: End::Whole,
            delay: None,
            pause: Pause::None,
            _in_flight: in_flight,
        }
    }

    /// Creates the body of a turn, and ends it as the turn requests.
    pub(super) fn stream(turn: &Turn, rendered: Rendered, in_flight: InFlight) -> Self {
        let mut chunks = VecDeque::from(rendered.events);
        let mut end = End::Whole;
        let mut cut = |events: Option<usize>, how: End| {
            if let Some(events) = events.filter(|events| *events < chunks.len()) {
                chunks.truncate(events);
                end = how;
            }
        };
        cut(turn.hang_after, End::Hang);
        cut(turn.drop_after, End::Drop);
        if let Some(after) = &turn.error_after
            && after.events < chunks.len()
        {
            chunks.truncate(after.events);
            chunks.push_back(error_event(&after.error));
            end = End::Whole;
        }
        let delay = turn.delay_ms.map(Duration::from_millis);
        Self { chunks, exact: None, end, delay, pause: Pause::None, _in_flight: in_flight }
    }

    fn pause(&self) -> Pause {
        match self.delay {
            Some(delay) => Pause::Time(Box::pin(tokio::time::sleep(delay))),
            None => Pause::Flush,
        }
    }

    fn poll_pause(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        match &mut self.pause {
            Pause::None | Pause::Over => return Poll::Ready(()),
            Pause::Flush => {
                self.pause = Pause::Over;
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            Pause::Time(sleep) => ready!(sleep.as_mut().poll(cx)),
        }
        self.pause = Pause::Over;
        Poll::Ready(())
    }
}

impl Body for Answer {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        ready!(self.poll_pause(cx));
        if let Some(chunk) = self.chunks.pop_front() {
            self.pause = if self.exact.is_some() { Pause::None } else { self.pause() };
            return Poll::Ready(Some(Ok(Frame::data(chunk))));
        }
        match self.end {
            End::Whole => Poll::Ready(None),
            // Nothing wakes this body. hyper watches the client, and drops the body with the
            // connection.
            End::Hang => Poll::Pending,
            End::Drop => Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into()))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.chunks.is_empty() && self.end == End::Whole
    }

    fn size_hint(&self) -> SizeHint {
        self.exact.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
