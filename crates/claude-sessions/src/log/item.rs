//! Item: one thing that was said, as it is kept in a journal.

use std::fmt;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use claude_sdk::Message;
use serde::{Deserialize, Serialize};

use crate::ports::JournalItem;

/// Who said something.
///
/// # Examples
///
/// ```
/// use claude_sessions::LogSource;
///
/// assert_ne!(LogSource::Sent, LogSource::Cli);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum LogSource {
    /// A prompt of this side.
    Sent,
    /// A line of the CLI.
    Cli,
    /// What the SDK knows: starts, ends, answers, gaps.
    Sdk,
}

/// Something that was said in a session.
///
/// # Examples
///
/// ```no_run
/// use claude_sessions::{LogItem, LogSource};
///
/// fn print(item: &LogItem) {
///     if let (LogSource::Cli, Some(message)) = (item.source, item.message()) {
///         println!("{} {:?}", item.seq, message);
///     }
/// }
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LogItem {
    /// Its number, from 1, without gaps.
    pub seq: u64,
    /// Which program wrote it: grows with each.
    pub epoch: u64,
    /// When, by the clock of that program.
    pub at: SystemTime,
    /// Who said it.
    pub source: LogSource,
    /// The type of the line, such as `user`, `assistant` or `control_request`; for the SDK `started`,
    /// `unanswered`, `answered`, `ended` or `gap`.
    pub kind: String,
    /// The line, byte for byte; for the SDK a JSON object.
    pub body: Bytes,
}

/// What stands before the body.
#[derive(Serialize, Deserialize)]
pub(super) struct Header<'h> {
    /// Milliseconds since 1970.
    pub(super) at: u64,
    pub(super) source: LogSource,
    pub(super) kind: std::borrow::Cow<'h, str>,
}

impl LogItem {
    /// Decodes the line of the CLI. `None` for what this side or the SDK said.
    #[must_use]
    pub fn message(&self) -> Option<Message> {
        (self.source == LogSource::Cli).then(|| Message::decode(&self.body))
    }

    /// Reads an item of a journal. One that nobody of this crate wrote has the kind `unknown`.
    pub(super) fn read(item: JournalItem) -> Self {
        let JournalItem { seq, epoch, body, .. } = item;
        let end = memchr::memchr(b'\n', &body).unwrap_or(body.len());
        let (at, source, kind, body) = match serde_json::from_slice::<Header<'_>>(&body[..end]) {
            Ok(Header { at, source, kind }) => {
                let rest = body.slice((end + 1).min(body.len())..);
                (at, source, kind.into_owned(), rest)
            }
            Err(_) => (0, LogSource::Sdk, "unknown".to_owned(), body),
        };
        let at = SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(at));
        Self { seq, epoch, at: at.unwrap_or(SystemTime::UNIX_EPOCH), source, kind, body }
    }
}

impl Header<'_> {
    /// Writes an item. The header is JSON in one line, so a body of any bytes can follow.
    pub(super) fn write(&self, body: &[u8]) -> Bytes {
        let mut item = serde_json::to_vec(self).unwrap_or_default();
        item.reserve_exact(body.len() + 1);
        item.push(b'\n');
        item.extend_from_slice(body);
        item.into()
    }
}

impl fmt::Debug for LogItem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LogItem")
            .field("seq", &self.seq)
            .field("epoch", &self.epoch)
            .field("source", &self.source)
            .field("kind", &self.kind)
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
