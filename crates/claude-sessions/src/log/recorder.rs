//! Recorder: notes what happens in a session, in its loop, without waiting.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Instant, SystemTime};

use bytes::Bytes;
use claude_sdk::observer::{Fact, Observe};
use serde_json::json;
use tokio::sync::Notify;

use super::item::{Header, LogSource};

/// How much waits for the journal, in bytes.
const WAITING: usize = 16 << 20;

/// Lines that are not kept: parts of messages that follow as a whole, and what says nothing.
const LEFT_OUT: [&str; 3] = ["stream_event", "transcript_mirror", "keep_alive"];

/// What waits to be written.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    items: Mutex<Items>,
    pub(super) wake: Notify,
}

#[derive(Debug, Default)]
pub(super) struct Items {
    pub(super) queue: VecDeque<Bytes>,
    pub(super) bytes: usize,
    /// A turn is over, or somebody waits: nothing more is collected.
    pub(super) is_hurried: bool,
    /// How many items were dropped since the last one of the queue.
    lost: u64,
    /// How many items have come so far, with those that report a gap.
    pub(super) total: u64,
}

impl Waiting {
    pub(super) fn items(&self) -> MutexGuard<'_, Items> {
        // Nothing under the lock panics.
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds an item. If too much waits, it is dropped, and a later one says how many were.
    pub(super) fn add(&self, source: LogSource, kind: &str, body: &[u8], is_hurried: bool) {
        let at = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let at = u64::try_from(at.as_millis()).unwrap_or(u64::MAX);
        {
            let mut items = self.items();
            items.is_hurried |= is_hurried;
            if items.bytes + body.len() > WAITING {
                items.lost += 1;
                return;
            }
            if let lost @ 1.. = std::mem::take(&mut items.lost) {
                let header = Header { at, source: LogSource::Sdk, kind: "gap".into() };
                items.push(header.write(json!({ "lost": lost }).to_string().as_bytes()));
            }
            items.push(Header { at, source, kind: kind.into() }.write(body));
        }
        self.wake.notify_one();
    }

    /// Says that nothing more comes: a gap at the end is written, too. Returns how many items there are.
    pub(super) fn end(&self) -> u64 {
        let total = {
            let mut items = self.items();
            items.is_hurried = true;
            if let lost @ 1.. = std::mem::take(&mut items.lost) {
                let header = Header { at: 0, source: LogSource::Sdk, kind: "gap".into() };
                items.push(header.write(json!({ "lost": lost }).to_string().as_bytes()));
            }
            items.total
        };
        self.wake.notify_one();
        total
    }
}

impl Items {
    fn push(&mut self, item: Bytes) {
        self.bytes += item.len();
        self.total += 1;
        self.queue.push_back(item);
    }
}

/// The observer of a session.
pub(super) struct Recorder(pub(super) Arc<Waiting>);

impl Recorder {
    fn sdk(&self, kind: &str, body: &serde_json::Value) {
        self.0.add(LogSource::Sdk, kind, body.to_string().as_bytes(), false);
    }
}

impl Observe for Recorder {
    fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
        match fact {
            Fact::Started(started) => {
                self.sdk("started", &json!({ "is_replacement": started.is_replacement }));
            }
            Fact::Sent(sent) => self.0.add(LogSource::Sent, "user", sent.line, false),
            Fact::Line(line) if LEFT_OUT.contains(&line.kind) => {}
            Fact::Line(line) => {
                self.0.add(LogSource::Cli, line.kind, line.bytes, line.kind == "result");
            }
            Fact::Unanswered(prompt) => {
                let error = prompt.error.to_string();
                self.sdk("unanswered", &json!({ "prompt": prompt.prompt, "error": error }));
            }
            Fact::Answered(answered) => {
                let outcome = format!("{:?}", answered.outcome);
                let request = answered.request.to_string();
                self.sdk("answered", &json!({ "request": request, "outcome": outcome }));
            }
            Fact::Ended(ended) => {
                let error = ended.error.map(ToString::to_string);
                self.sdk("ended", &json!({ "error": error }));
            }
            _ => {}
        }
    }
}
