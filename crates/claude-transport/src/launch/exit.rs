//! Exit: how a peer ended, and the cell that publishes it.
//!
//! The layer above decides whether an exit code is an error.

use std::fmt;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

use super::limits::ResourceLimit;
use crate::lines::lock;

/// How a peer ended.
///
/// Neither `code` nor `signal` is known if the exit status was collected elsewhere, for example because the host
/// ignores `SIGCHLD`.
///
/// # Examples
///
/// ```
/// use claude_transport::Exit;
///
/// let exit = Exit::new(Some(1), None, "no such option");
/// assert!(!exit.is_success());
/// assert_eq!(exit.stderr, "no such option");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exit {
    /// The exit code, if the peer exited by itself.
    pub code: Option<i32>,
    /// The number of the signal that ended the peer.
    pub signal: Option<i32>,
    /// The last part of what the peer wrote to stderr.
    pub stderr: String,
    /// This program sent the peer a signal before the exit. A layer that sends signals sets it.
    pub by_host: bool,
    /// The limit of [`ResourceLimits`](crate::ResourceLimits) that ended the peer, as far as its signal shows it. A
    /// crash counts as [`ResourceLimit::AddressSpace`] if that is limited, because this is how a program ends that
    /// gets no memory.
    pub limit: Option<ResourceLimit>,
    /// Where the peer ran ([`Peer::place`](crate::Peer::place)). A layer that knows the peer sets it. `None` on this
    /// machine.
    pub place: Option<Arc<str>>,
}

impl Exit {
    /// Creates a description of an exit by code or by signal, with the end of stderr.
    pub fn new(code: Option<i32>, signal: Option<i32>, stderr: impl Into<String>) -> Self {
        Self { code, signal, stderr: stderr.into(), by_host: false, limit: None, place: None }
    }

    /// Returns whether the peer exited by itself with code 0.
    #[must_use]
    pub fn is_success(&self) -> bool {
        self.code == Some(0)
    }
}

impl fmt::Display for Exit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.code, self.signal) {
            (Some(code), _) => write!(f, "exit code {code}")?,
            (None, Some(number)) => match signal_name(number) {
                Some(name) => write!(f, "signal {number} ({name})")?,
                None => write!(f, "signal {number}")?,
            },
            (None, None) => f.write_str("unknown exit status")?,
        }
        if let Some(place) = &self.place {
            write!(f, " on {place}")?;
        }
        if let Some(limit) = self.limit {
            write!(f, ", probably at its limit of {limit}")?;
        }
        if self.by_host { f.write_str(", after a signal of this program") } else { Ok(()) }
    }
}

/// Returns the name of a signal whose number is the same on all Unix systems.
fn signal_name(number: i32) -> Option<&'static str> {
    Some(match number {
        1 => "SIGHUP",
        2 => "SIGINT",
        3 => "SIGQUIT",
        4 => "SIGILL",
        6 => "SIGABRT",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        14 => "SIGALRM",
        15 => "SIGTERM",
        24 => "SIGXCPU",
        _ => return None,
    })
}

/// The two that can wait for an exit. Each has one waker, so that the cell cannot grow.
#[derive(Clone, Copy)]
pub(crate) enum Watcher {
    Peer,
    Reader,
}

/// A cell in which an exit is published once and read many times.
#[derive(Default)]
pub(crate) struct ExitCell(Mutex<State>);

#[derive(Default)]
struct State {
    exit: Option<Exit>,
    wakers: [Option<Waker>; 2],
}

impl ExitCell {
    /// Publishes the exit and wakes both watchers. A second exit is ignored.
    pub(crate) fn publish(&self, exit: Exit) {
        let mut state = lock(&self.0);
        state.exit.get_or_insert(exit);
        let wakers = std::mem::take(&mut state.wakers);
        drop(state);
        wakers.into_iter().flatten().for_each(Waker::wake);
    }

    pub(crate) fn is_published(&self) -> bool {
        lock(&self.0).exit.is_some()
    }

    pub(crate) fn poll(&self, watcher: Watcher, cx: &mut Context<'_>) -> Poll<Exit> {
        let mut state = lock(&self.0);
        if let Some(exit) = &state.exit {
            return Poll::Ready(exit.clone());
        }
        let slot = &mut state.wakers[watcher as usize];
        if !slot.as_ref().is_some_and(|waker| waker.will_wake(cx.waker())) {
            *slot = Some(cx.waker().clone());
        }
        Poll::Pending
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exit_is_described_by_code_or_signal() {
        assert_eq!(Exit::new(Some(1), None, "boom").to_string(), "exit code 1");
        assert_eq!(Exit::new(None, Some(9), "").to_string(), "signal 9 (SIGKILL)");
        assert_eq!(Exit::new(None, Some(64), "").to_string(), "signal 64");
        assert_eq!(Exit::default().to_string(), "unknown exit status");
        let mut ended = Exit::new(Some(143), None, "");
        ended.by_host = true;
        assert_eq!(ended.to_string(), "exit code 143, after a signal of this program");
        ended.place = Some("host build-7".into());
        let expected = "exit code 143 on host build-7, after a signal of this program";
        assert_eq!(ended.to_string(), expected);
    }

    #[test]
    fn an_exit_names_the_limit_that_was_reached() {
        let mut exit = Exit::new(None, Some(24), "");
        exit.limit = Some(ResourceLimit::CpuTime);
        assert_eq!(exit.to_string(), "signal 24 (SIGXCPU), probably at its limit of CPU time");
    }

    #[test]
    fn the_first_end_counts_and_wakes_both_watchers() {
        let cell = ExitCell::default();
        let (mut peer, mut reader) = (
            tokio_test::task::spawn(std::future::poll_fn(|cx| cell.poll(Watcher::Peer, cx))),
            tokio_test::task::spawn(std::future::poll_fn(|cx| cell.poll(Watcher::Reader, cx))),
        );
        assert!(peer.poll().is_pending());
        assert!(reader.poll().is_pending());

        cell.publish(Exit::new(Some(3), None, ""));
        cell.publish(Exit::new(Some(4), None, ""));

        assert!(peer.is_woken());
        assert!(reader.is_woken());
        assert_eq!(peer.poll(), Poll::Ready(Exit::new(Some(3), None, "")));
        assert_eq!(reader.poll(), Poll::Ready(Exit::new(Some(3), None, "")));
    }
}
