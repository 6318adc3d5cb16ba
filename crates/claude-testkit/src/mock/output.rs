//! Writing to a host that may have gone.

use std::io::{self, Write};

use crate::flood::Flood;

/// The standard output, until it is closed from either end.
pub(super) struct Output {
    open: bool,
}

impl Output {
    pub(super) fn new() -> Self {
        Self { open: true }
    }

    /// Writes, unless the host has closed its end: the real CLI goes on without it, too.
    pub(super) fn write(&mut self, bytes: &[u8]) {
        if self.open {
            let mut stdout = io::stdout().lock();
            self.open = stdout.write_all(bytes).and_then(|()| stdout.flush()).is_ok();
        }
    }

    pub(super) fn flood(&mut self, flood: Flood, session_id: &str) {
        let mut blocks = flood.blocks(session_id);
        while self.open
            && let Some(block) = blocks.next_block()
        {
            self.write(block);
        }
    }

    pub(super) fn close(&mut self) {
        self.open = false;
        #[cfg(unix)]
        close_stdout();
    }
}

/// Replaces the standard output, and so closes the pipe that it was.
#[cfg(unix)]
fn close_stdout() {
    if let Ok(null) = std::fs::OpenOptions::new().write(true).open("/dev/null") {
        // Should it fail, the pipe stays open, and the test that wanted it closed fails.
        let _ = rustix::stdio::dup2_stdout(null);
    }
}
