//! Fake API as a child process: it serves scripted turns on loopback until its stdin closes.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Child;

use crate::Outcome;
use crate::run::Task;

/// The running program; it is ended when this value is dropped.
#[derive(Debug)]
pub(crate) struct FakeApi {
    child: Child,
    address: String,
}

impl FakeApi {
    /// Starts the program, with its script in a folder, and waits until it listens.
    pub(crate) fn start(program: &Path, turns: &str, folder: &Path) -> Outcome<Self> {
        let script = folder.join("turns.json");
        std::fs::write(&script, turns).map_err(|error| format!("{}: {error}", script.display()))?;
        let arguments = ["--script".as_ref(), script.as_os_str()];
        let child = Task::new(program).args(arguments).start()?;
        let mut api = Self { child, address: String::new() };
        let mut line = String::new();
        if let Some(stdout) = api.child.stdout.take() {
            // A program that exits instead closes its stdout, which ends the wait.
            let read = BufReader::new(stdout).read_line(&mut line);
            read.map_err(|error| format!("the fake API: {error}"))?;
        }
        let address = line.trim().strip_prefix("LISTENING ");
        api.address = address.ok_or("the fake API did not start; see its output above")?.to_owned();
        Ok(api)
    }

    /// Lets a task run a CLI that uses only this API.
    pub(crate) fn behind(&self, task: Task, cli: &OsStr) -> Task {
        task.env("CLAUDE_CLI_PATH", cli)
            .env("ANTHROPIC_BASE_URL", &self.address)
            .env("ANTHROPIC_API_KEY", "sk-ant-fake-000")
            .env("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1")
            .env("DISABLE_AUTOUPDATER", "1")
            .env("DISABLE_TELEMETRY", "1")
            .env("DISABLE_ERROR_REPORTING", "1")
    }
}

impl Drop for FakeApi {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It exits by itself now; the kill is for a hang, and the wait reaps it in both cases.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
