//! Output: writes to a host that may have closed its end.

use std::io::{self, Write};

use crate::flood::Flood;

/// The standard output, until it is closed at either end.
pub(super) struct Output {
    open: bool,
}

impl Output {
    pub(super) fn new() -> Self {
        Self { open: true }
    }

    /// Writes, unless the host has closed its end. The real CLI continues in that case, too.
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

/// Replaces the standard output, which closes the pipe.
#[cfg(unix)]
fn close_stdout() {
    if let Ok(null) = std::fs::OpenOptions::new().write(true).open("/dev/null") {
        // If this fails, the pipe stays open, and the test that needs it closed fails.
        let _ = rustix::stdio::dup2_stdout(null);
    }
}
