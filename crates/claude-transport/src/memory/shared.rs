//! Shared state: what both ends of a memory pair see.

use std::sync::Mutex;

use crate::launch::{Exit, ExitCell};
use crate::lines::lock;

/// The number of the signal that a killed peer reports.
pub(super) const SIGKILL: i32 = 9;

/// The state that both ends see.
#[derive(Default)]
pub(super) struct Shared {
    pub(super) exit: ExitCell,
    pub(super) stderr: Mutex<String>,
}

impl Shared {
    pub(super) fn end(&self, code: Option<i32>, signal: Option<i32>) {
        let stderr = lock(&self.stderr).clone();
        self.exit.publish(Exit::new(code, signal, stderr));
    }
}
