//! The body of an answer: events that go out one by one, with pauses, and may stop in three bad ways.
//!
//! It is polled by hyper and holds no task: when the client goes, hyper drops it, and the wait is over.

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

/// What goes out to the client.
pub(super) struct Answer {
    chunks: VecDeque<Bytes>,
    /// The length, where it is known before.
    exact: Option<u64>,
    end: End,
    delay: Option<Duration>,
    pause: Pause,
    _in_flight: InFlight,
}

/// What comes after the last chunk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Whole,
    Hang,
    Drop,
}

/// What has to pass before the next chunk.
enum Pause {
    /// Nothing: it is the first.
    None,
    /// One turn of the loop, in which hyper writes what it has: a dropped connection takes unwritten events along.
    Flush,
    /// Time.
    Time(Pin<Box<Sleep>>),
    /// It has passed.
    Over,
}

impl Answer {
    /// A body that is whole at once.
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

    /// The events of a turn, and the end that the turn asks for.
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
            // Nothing wakes this body any more; hyper watches the client and drops it with the connection.
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
