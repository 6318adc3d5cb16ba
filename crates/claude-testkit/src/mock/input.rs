//! Reading stdin on a thread of its own, so that waiting for a line and for time can be one wait.

use std::io::{self, BufRead as _};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::time::{Duration, Instant};

/// What ended a wait.
pub(super) enum Input {
    Line(String),
    /// The host has closed stdin; this comes once.
    End,
    /// The time is over.
    Woke,
}

/// The lines of stdin.
pub(super) struct Lines {
    lines: Receiver<String>,
    over: bool,
}

/// Whether the mock has closed stdin itself.
static CLOSED: AtomicBool = AtomicBool::new(false);

/// Closes stdin for good. A read that waits already keeps the pipe open until something comes; that is lost.
pub(super) fn close_stdin() {
    CLOSED.store(true, Ordering::SeqCst);
    #[cfg(unix)]
    if let Ok(null) = std::fs::File::open("/dev/null") {
        // Should it fail, the pipe stays open, and the test that wanted it closed fails.
        let _ = rustix::stdio::dup2_stdin(null);
    }
}

/// How many lines are read ahead.
const AHEAD: usize = 64;

impl Lines {
    /// Starts to read.
    pub(super) fn start() -> Self {
        let (sender, lines) = sync_channel(AHEAD);
        // It ends with stdin, or with the process.
        std::thread::spawn(move || {
            let mut stdin = io::stdin().lock();
            let mut line = Vec::new();
            while matches!(stdin.read_until(b'\n', &mut line), Ok(read) if read > 0) {
                let closed = CLOSED.load(Ordering::SeqCst);
                if closed || sender.send(String::from_utf8_lossy(&line).into_owned()).is_err() {
                    return;
                }
                line.clear();
            }
        });
        Self { lines, over: false }
    }

    /// Waits for a line, the end, or the time; for ever when none of them can come any more.
    pub(super) fn wait(&mut self, until: Option<Instant>) -> Input {
        let left = until.map(|until| until.saturating_duration_since(Instant::now()));
        if self.over {
            return wait_for_time(left);
        }
        let received = match left {
            Some(left) => self.lines.recv_timeout(left),
            None => self.lines.recv().map_err(|_| RecvTimeoutError::Disconnected),
        };
        match received {
            Ok(line) => Input::Line(line),
            Err(RecvTimeoutError::Timeout) => Input::Woke,
            Err(RecvTimeoutError::Disconnected) => {
                self.over = true;
                Input::End
            }
        }
    }
}

fn wait_for_time(left: Option<Duration>) -> Input {
    match left {
        Some(left) => std::thread::park_timeout(left),
        None => std::thread::park(),
    }
    // Woken too early: the caller looks at the clock again.
    Input::Woke
}
