//! Steps: the actions of the host, one by one.

use std::time::Duration;

use rustix::process::{Pid, kill_process};
use tokio::time::Instant;

use super::stage::{Stage, event};
use crate::record::cases::{Pattern, Step};
use crate::record::entry::Direction;
use crate::record::error::CaseError;
use crate::record::json::Json;

/// How long a response or a request may take.
const WAIT: Duration = Duration::from_secs(25);

impl Stage<'_> {
    /// Runs one step; its number is for the error.
    pub(in crate::record) async fn step(
        &mut self,
        number: usize,
        step: &Step,
    ) -> Result<(), CaseError> {
        let missing =
            |what: String| CaseError::Missing { case: self.case.name.clone(), step: number, what };
        let wrong = |problem: String| CaseError::Step {
            case: self.case.name.clone(),
            step: number,
            problem,
        };
        match step {
            Step::Send(line) => {
                let line = self.names.fill(line);
                self.send(line, true).await;
            }
            Step::Raw(text) => self.send(self.names.fill(text), false).await,
            Step::Ask { id, request, wait } => {
                let id = self.ask(id.as_deref(), request).await;
                if *wait && !self.wait_for_answer(&id).await {
                    return Err(missing(format!("the response to {id}")));
                }
            }
            Step::Answer { number, answer } => {
                let line = self.host.release(*number, answer);
                self.send(line.ok_or_else(|| wrong("nothing is held".to_owned()))?, true).await;
            }
            Step::Wait { pattern, within } => {
                if !self.wait_for_frame(pattern, *within).await {
                    return Err(missing(format!("{pattern:?}")));
                }
            }
            Step::Perhaps { pattern, within } => {
                if !self.wait_for_frame(pattern, *within).await {
                    self.cause.lines = self.lines.len();
                }
            }
            Step::WaitModel(count) => {
                if !self.wait_for_model(*count).await {
                    return Err(missing(format!("request {count} to the model")));
                }
            }
            Step::WaitExit => {
                let deadline = Instant::now() + WAIT;
                while self.exit.is_none() {
                    if !self.pump(deadline).await {
                        return Err(missing("the exit".to_owned()));
                    }
                }
            }
            Step::Eof => {
                if self.writer.take().is_some() {
                    self.note(Direction::In, event("(end of stdin)"));
                }
            }
            Step::Signal(name) => self.signal(name).map_err(wrong)?,
            Step::Write(path, content) => {
                self.names.place.write(path, &self.names.fill(content))?;
                self.note(Direction::Meta, event(format!("wrote {path}")));
            }
            Step::CloseStdout => {
                self.reader.abort();
                self.stdout_ended = true;
                self.note(Direction::Meta, event("closed stdout"));
            }
        }
        Ok(())
    }

    async fn send(&mut self, text: String, line: bool) {
        self.write(text, line, self.cause).await;
    }

    async fn ask(&mut self, id: Option<&str>, request: &Json) -> String {
        self.asked += 1;
        let id = id.map_or_else(|| format!("req_{}", self.asked), str::to_owned);
        let text = |text: &str| Json::String(text.to_owned());
        let frame = Json::Object(vec![
            ("type".to_owned(), text("control_request")),
            ("request_id".to_owned(), text(&id)),
            ("request".to_owned(), request.clone()),
        ]);
        let line = self.names.fill(&frame.to_string());
        self.send(line, true).await;
        id
    }

    /// Waits for a frame after those that were waited for before.
    async fn wait_for_frame(&mut self, pattern: &Pattern, within: Duration) -> bool {
        let deadline = Instant::now() + within;
        loop {
            while let Some(line) = self.lines.get(self.cursor) {
                self.cursor += 1;
                if pattern.matches(&line.text, line.json.as_ref()) {
                    self.cause.lines = self.cause.lines.max(self.cursor);
                    return true;
                }
            }
            if self.stdout_ended || !self.pump(deadline).await {
                return false;
            }
        }
    }

    /// Waits for the response to a control request, wherever it is.
    async fn wait_for_answer(&mut self, id: &str) -> bool {
        let deadline = Instant::now() + WAIT;
        let mut from = self.cause.lines.min(self.lines.len());
        loop {
            let answer = self.lines[from..].iter().position(|line| {
                let id_of = line.json.as_ref().and_then(|json| json.str_at("response/request_id"));
                id_of == Some(id)
            });
            if let Some(at) = answer {
                self.cause.lines = self.cause.lines.max(from + at + 1);
                return true;
            }
            from = self.lines.len();
            if self.stdout_ended || !self.pump(deadline).await {
                return false;
            }
        }
    }

    /// Waits until the model has received this number of requests.
    async fn wait_for_model(&mut self, count: usize) -> bool {
        let deadline = Instant::now() + WAIT;
        while self.messages() < count {
            if self.stdout_ended || !self.pump(deadline).await {
                return false;
            }
        }
        self.cause.requests = self.cause.requests.max(count);
        true
    }

    fn signal(&mut self, name: &str) -> Result<(), String> {
        use rustix::process::Signal;
        let signal = match name {
            "TERM" => Signal::TERM,
            "INT" => Signal::INT,
            "HUP" => Signal::HUP,
            "KILL" => Signal::KILL,
            _ => return Err(format!("unknown signal `{name}`")),
        };
        self.note(Direction::In, event(format!("(SIG{name})")));
        // After an exit that was seen, the process ID may belong to another process.
        let pid = self.peer.id().filter(|_| self.exit.is_none());
        let pid = pid.and_then(|pid| Pid::from_raw(i32::try_from(pid).ok()?));
        let pid = pid.ok_or("the CLI is not running")?;
        kill_process(pid, signal).map_err(|error| error.to_string())
    }
}
