//! Pump: handles events while the host waits: lines, requests to the API, the exit.
//!
//! It handles one event at a time, until a deadline. Requests of the CLI are answered at once.

use std::future::{pending, poll_fn};
use std::time::Duration;

use claude_transport::Signal;
use tokio::io::AsyncWriteExt as _;
use tokio::time::{Instant, sleep_until, timeout};

use super::stage::{Event, ReceivedLine, Stage, event};
use crate::record::entry::{self, Cause, Direction};
use crate::record::json::Json;
use crate::record::normalize::{is_message, summary};

/// How long a write may take; a CLI that reads nothing for this time has failed.
const WRITE: Duration = Duration::from_secs(25);

/// The time between SIGTERM and SIGKILL, and for the pipes to end after it.
const LAST: Duration = Duration::from_secs(5);

impl Stage<'_> {
    /// Handles one event; `false` if the deadline passed first.
    pub(in crate::record) async fn pump(&mut self, deadline: Instant) -> bool {
        let messages = self.messages();
        let (api, peer, running) = (&self.api, &mut self.peer, self.exit.is_none());
        let request = async {
            match api {
                Some(api) => drop(api.wait_for_messages(messages + 1).await),
                None => pending().await,
            }
        };
        tokio::select! {
            biased;
            Some(event) = self.events.recv() => self.take(event).await,
            () = request => self.take_requests(),
            exit = poll_fn(|cx| peer.poll_exit(cx)), if running => self.exit = Some(exit),
            () = sleep_until(deadline) => return false,
        }
        true
    }

    async fn take(&mut self, event: Event) {
        match event {
            Event::Err(text) => drop(self.note(Direction::Err, Json::String(text))),
            Event::OutEnd => self.stdout_ended = true,
            Event::Out(text) => {
                let json = Json::parse(&text);
                self.note(Direction::Out, entry::line(&text));
                let kind = json.as_ref().and_then(|json| json.str_at("type"));
                let asks = kind == Some("control_request");
                if let Some(task) = json.as_ref().and_then(started_task) {
                    self.names.task = task;
                }
                self.lines.push(ReceivedLine { text, json });
                if asks {
                    self.reply().await;
                }
            }
        }
    }

    /// Replies to the last line.
    async fn reply(&mut self) {
        let Some(answer) = self.lines.last().and_then(|last| self.host.answer(&last.text)) else {
            return;
        };
        let cause = Cause { lines: self.lines.len(), requests: 0 };
        self.write(answer, true, cause).await;
    }

    /// Writes to stdin; a failed write is recorded in the transcript.
    pub(in crate::record) async fn write(&mut self, text: String, line: bool, cause: Cause) {
        let shown = if line { entry::line(&text) } else { event(text.clone()) };
        self.note(Direction::In, shown).cause = cause;
        let Some(writer) = &mut self.writer else { return };
        let mut bytes = text.into_bytes();
        if line {
            bytes.push(b'\n');
        }
        let written = timeout(WRITE, async {
            writer.write_all(&bytes).await?;
            writer.flush().await
        });
        if !matches!(written.await, Ok(Ok(()))) {
            self.note(Direction::Meta, event("stdin is closed")).cause = cause;
        }
    }

    /// The number of requests for messages among the entries.
    pub(in crate::record) fn messages(&self) -> usize {
        self.entries.iter().filter(|entry| is_message(entry)).count()
    }

    fn take_requests(&mut self) {
        let Some(api) = &self.api else { return };
        let requests = api.requests();
        for request in &requests[self.requests..] {
            self.note(Direction::Api, summary(request));
        }
        self.requests = requests.len();
    }

    /// Closes stdin if requested, waits for the exit, and ends the CLI if it does not exit.
    pub(in crate::record) async fn finish(&mut self, close: bool, grace: Duration) {
        if close && self.writer.take().is_some() {
            self.note(Direction::In, event("(end of stdin)"));
        }
        let mut forced = Json::Null;
        for (signal, time) in
            [(None, grace), (Some(Signal::Terminate), LAST), (Some(Signal::Kill), LAST)]
        {
            if let Some(signal) = signal {
                forced = event(format!("{signal:?}"));
                self.peer.signal(signal);
            }
            let deadline = Instant::now() + time;
            while self.exit.is_none() && self.pump(deadline).await {}
            if self.exit.is_some() {
                break;
            }
        }
        let deadline = Instant::now() + LAST;
        while !self.stdout_ended && self.pump(deadline).await {}
        while let Ok(event) = self.events.try_recv() {
            self.take(event).await;
        }
        self.take_requests();
        self.name_messages();
        self.note_exit(forced);
    }

    /// Sets the message that answered each request, which is known only after the request.
    fn name_messages(&mut self) {
        let Some(api) = &self.api else { return };
        let requests = api.requests();
        let entries = self.entries.iter_mut();
        let entries = entries.filter(|entry| entry.direction == Direction::Api);
        for (entry, request) in entries.zip(requests) {
            entry.message_id = request.message_id;
        }
    }

    fn note_exit(&mut self, forced: Json) {
        let number = |number: Option<i32>| number.map_or(Json::Null, |n| Json::Number(n.into()));
        let exit = self.exit.clone().unwrap_or_default();
        let fields =
            [("exit", number(exit.code)), ("signal", number(exit.signal)), ("forced", forced)];
        let fields = fields.map(|(name, value)| (name.to_owned(), value)).to_vec();
        self.note(Direction::Meta, Json::Object(fields)).cause.lines = usize::MAX;
    }
}

fn started_task(json: &Json) -> Option<String> {
    let started = json.str_at("subtype") == Some("task_started");
    json.str_at("task_id").filter(|_| started).map(str::to_owned)
}
