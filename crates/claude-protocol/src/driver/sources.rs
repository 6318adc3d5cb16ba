//! Where events come from.
//!
//! Pipes and callbacks are polled each time, all other sources only when their bell has rung.

use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use claude_transport::{Exit, Read};
use claude_types::RequestId;

use super::{Command, Driver};
use crate::bell::Bell;
use crate::consumers::Pace;
use crate::guard::Reply;
use crate::outbox::Kind;

/// Everything that can happen to a connection.
#[derive(Debug)]
pub(super) enum Event {
    /// A block was read; its frames are in `frames`.
    Frames,
    /// stdout ended, in order or with an error.
    EndOfInput(Option<std::io::Error>),
    /// A line is written, or stdin is gone.
    Written(std::io::Result<Kind>),
    /// A handle asks something. `None`: all handles are gone.
    Command(Option<Command>),
    /// A callback is done. `None`: somebody else answers.
    Answer(RequestId, Option<Reply>),
    /// The CLI is gone.
    Exited(Exit),
    /// A deadline passed, or a consumer has room again.
    Tick,
}

/// Whose turn it is.
#[derive(Debug)]
pub(super) struct Sources {
    first: usize,
    bell: Arc<Bell>,
    /// Rings the bell.
    waker: Waker,
}

impl Default for Sources {
    fn default() -> Self {
        let bell = Arc::new(Bell::new());
        Self { first: 0, waker: Arc::clone(&bell).into(), bell }
    }
}

impl Sources {
    /// Polls all sources the next time.
    pub(super) fn ask_all(&self) {
        self.bell.ring();
    }
}

impl Driver {
    /// Polls every source once, beginning with another one each time, so that none starves.
    pub(super) fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        const SOURCES: usize = 6;
        let first = self.sources.first;
        self.sources.first = (first + 1) % SOURCES;
        let asks_all = self.sources.bell.has_rung(cx.waker());
        let waker = self.sources.waker.clone();
        let seldom = &mut Context::from_waker(&waker);
        for source in 0..SOURCES {
            let polled = match (first + source) % SOURCES {
                0 => self.callbacks.poll_answer(cx).map(|(id, reply)| Event::Answer(id, reply)),
                1 => self.poll_write(cx),
                2 => self.poll_read(cx),
                _ if !asks_all => continue,
                3 => self.setup.commands.poll_recv(seldom).map(Event::Command),
                4 => self.poll_exit(seldom),
                _ => self.poll_tick(seldom),
            };
            if polled.is_ready() {
                // There may be more where it came from, and who comes after it was not asked.
                if asks_all {
                    self.sources.ask_all();
                }
                return polled;
            }
        }
        Poll::Pending
    }

    pub(super) fn poll_write(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        match &mut self.writer {
            Some(writer) => self.outbox.poll_write(cx, writer).map(Event::Written),
            None => Poll::Pending,
        }
    }

    fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        match (&mut self.reader, self.pace) {
            (Some(reader), Pace::Read) => {
                reader.poll_read(cx, &mut self.frames).map(|read| match read {
                    Ok(Read::Eof) => Event::EndOfInput(None),
                    Ok(_) => Event::Frames,
                    Err(error) => Event::EndOfInput(Some(error)),
                })
            }
            _ => Poll::Pending,
        }
    }

    fn poll_exit(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        if self.exit.is_some() {
            return Poll::Pending;
        }
        self.peer.poll_exit(cx).map(Event::Exited)
    }

    fn poll_tick(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        if self.drained.as_mut().poll(cx).is_ready() {
            self.drained.set(Arc::clone(&self.setup.drained).notified_owned());
            return Poll::Ready(Event::Tick);
        }
        self.timer.as_mut().poll(cx).map(|()| Event::Tick)
    }
}
