//! Event sources of the loop.
//!
//! stdin, stdout and callbacks are polled on every wake-up. Commands, the exit of the process and
//! the timer are polled only if their wake flag is set, because they are rarely ready: answering
//! one control request wakes the loop three times.

use std::sync::Arc;
use std::task::{Context, Poll, Waker};

use claude_transport::{Exit, Read};
use claude_types::RequestId;

use super::decoding::LongLine;
use super::event_loop::Driver;
use crate::callbacks::Reply;
use crate::connection::Command;
use crate::delivery::{ReadGate, WakeFlag};
use crate::facts::AnswerOutcome;
use crate::tables::Kind;

/// Everything that can happen to a connection.
#[derive(Debug)]
pub(super) enum Event {
    /// A block was read. Its frames are in `Io::frames`.
    Frames,
    /// A long line is decoded.
    Decoded(LongLine),
    /// stdout ended, normally or with an error.
    EndOfInput(Option<std::io::Error>),
    /// A line was written, or writing failed because stdin is closed.
    Written(std::io::Result<Kind>),
    /// A handle sent a command. `None`: all handles were dropped.
    Command(Option<Command>),
    /// A callback is done, with its reply and its outcome. `None`: another party replies.
    Answer(RequestId, Option<Reply>, AnswerOutcome),
    /// The CLI exited.
    Exited(Exit),
    /// A deadline passed, or a consumer that the loop waits for has read or has been dropped.
    Tick,
}

/// The order of the sources, and the wake flag of the rare ones.
#[derive(Debug)]
pub(super) struct EventSources {
    /// The source that is polled first the next time.
    first: usize,
    wake_flag: Arc<WakeFlag>,
    /// Sets the wake flag, and wakes the task.
    waker: Waker,
}

impl Default for EventSources {
    fn default() -> Self {
        let wake_flag = Arc::new(WakeFlag::new());
        Self { first: 0, waker: Arc::clone(&wake_flag).into(), wake_flag }
    }
}

impl EventSources {
    /// Makes the next [`Driver::poll_event`] poll all sources.
    pub(super) fn poll_all(&self) {
        self.wake_flag.set();
    }
}

impl Driver {
    /// Polls every source once. Each call begins with another source, so that none starves: a flood
    /// on stdout must not keep replies from being written.
    pub(super) fn poll_event(&mut self, cx: &mut Context<'_>) -> Poll<Event> {
        const SOURCES: usize = 6;
        let first = self.wakeups.event_sources.first;
        self.wakeups.event_sources.first = (first + 1) % SOURCES;
        let polls_all = self.wakeups.event_sources.wake_flag.take(cx.waker());
        let waker = self.wakeups.event_sources.waker.clone();
        let flagged = &mut Context::from_waker(&waker);
        for source in 0..SOURCES {
            let polled = match (first + source) % SOURCES {
                0 => self
                    .callbacks
                    .poll_answer(cx)
                    .map(|(id, reply, outcome)| Event::Answer(id, reply, outcome)),
                1 => self.poll_write(cx),
                2 => self.poll_read(cx),
                _ if !polls_all => continue,
                3 => self.links.commands.poll_recv(flagged).map(Event::Command),
                4 => self.poll_exit(flagged),
                _ => self.poll_tick(flagged),
            };
            if polled.is_ready() {
                // Poll all sources the next time, too: the sources after this one were not polled,
                // and this one may be ready again. The flag is cleared, so they would be missed.
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
        if let Some(decoding) = &mut self.io.decoding {
            return decoding.poll(cx).map(Event::Decoded);
        }
        match (&mut self.io.reader, self.wakeups.gate) {
            (Some(reader), ReadGate::Open) => {
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
