//! The fake Messages API as a child: it serves the turns of the demo on
//! loopback until its stdin closes.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Child;

use crate::Outcome;
use crate::run::Task;

/// What the fake model says, turn by turn.
const SCRIPT: &str = include_str!("turns.json");

/// The running program; ends with this value.
#[derive(Debug)]
pub(super) struct FakeApi {
    child: Child,
    address: String,
}

impl FakeApi {
    /// Starts the program, with its script in a folder, and waits until it listens.
    pub(super) fn start(program: &Path, folder: &Path) -> Outcome<Self> {
        let script = folder.join("turns.json");
        std::fs::write(&script, SCRIPT)
            .map_err(|error| format!("{}: {error}", script.display()))?;
        let arguments = ["--script".as_ref(), script.as_os_str()];
        let child = Task::new(program).args(arguments).start()?;
        let mut api = Self { child, address: String::new() };
        let mut line = String::new();
        if let Some(stdout) = api.child.stdout.take() {
            // A program that dies instead closes its stdout, which ends the wait.
            let read = BufReader::new(stdout).read_line(&mut line);
            read.map_err(|error| format!("the fake API: {error}"))?;
        }
        let address = line.trim().strip_prefix("LISTENING ");
        api.address = address.ok_or("the fake API did not start; see above")?.to_owned();
        Ok(api)
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for FakeApi {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It ends by itself now; the kill is for one that hangs, the wait reaps either.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
