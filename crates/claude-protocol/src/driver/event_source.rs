//! Where events come from.
//!
//! Pipes and callbacks are polled each time, all other sources only when their bell has rung.

use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use claude_transport::{Exit, Read};
use claude_types::RequestId;

use super::event_loop::Driver;
use crate::callbacks::Reply;
use crate::connection::Command;
use crate::delivery::{ReadGate, WakeFlag};
use crate::tables::Kind;

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
pub(super) struct EventSources {
    first: usize,
    wake_flag: Arc<WakeFlag>,
    /// Rings the bell.
    waker: Waker,
}

impl Default for EventSources {
    fn default() -> Self {
        let wake_flag = Arc::new(WakeFlag::new());
        Self { first: 0, waker: Arc::clone(&wake_flag).into(), wake_flag }
    }
}

impl EventSources {
    /// Polls all sources the next time.
    pub(super) fn poll_all(&self) {
        self.wake_flag.set();
    }
}

impl Driver {
    /// Polls every source once, beginning with another one each time, so that none starves.
    pub(super) fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        const SOURCES: usize = 6;
        let first = self.wakeups.event_sources.first;
        self.wakeups.event_sources.first = (first + 1) % SOURCES;
        let polls_all = self.wakeups.event_sources.wake_flag.take(cx.waker());
        let waker = self.wakeups.event_sources.waker.clone();
        let flagged = &mut Context::from_waker(&waker);
        for source in 0..SOURCES {
            let polled = match (first + source) % SOURCES {
                0 => self.callbacks.poll_answer(cx).map(|(id, reply)| Event::Answer(id, reply)),
                1 => self.poll_write(cx),
                2 => self.poll_read(cx),
                _ if !polls_all => continue,
                3 => self.links.commands.poll_recv(flagged).map(Event::Command),
                4 => self.poll_exit(flagged),
                _ => self.poll_tick(flagged),
            };
            if polled.is_ready() {
                // There may be more where it came from, and who comes after it was not asked.
                if polls_all {
                    self.wakeups.event_sources.poll_all();
                }
                return polled;
            }
        }
        Poll::Pending
    }

    pub(super) fn poll_write(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        match &mut self.io.writer {
            Some(writer) => self.outbox.poll_write(cx, writer).map(Event::Written),
            None => Poll::Pending,
        }
    }

    fn poll_read(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        match (&mut self.io.reader, self.wakeups.gate) {
            (Some(reader), ReadGate::Read) => {
                reader.poll_read(cx, &mut self.io.frames).map(|read| match read {
                    Ok(Read::Eof) => Event::EndOfInput(None),
                    Ok(_) => Event::Frames,
                    Err(error) => Event::EndOfInput(Some(error)),
                })
            }
            _ => Poll::Pending,
        }
    }

    fn poll_exit(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        if self.ending.exit.is_some() {
            return Poll::Pending;
        }
        self.io.peer.poll_exit(cx).map(Event::Exited)
    }

    fn poll_tick(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        if self.wakeups.drained.as_mut().poll(cx).is_ready() {
            self.wakeups.drained.set(Arc::clone(&self.links.drained).notified_owned());
            return Poll::Ready(Event::Tick);
        }
        self.wakeups.timer.as_mut().poll(cx).map(|()| Event::Tick)
    }
}
