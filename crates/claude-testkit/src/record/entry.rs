//! Entry: one line of a transcript, as it was received.

use std::time::Duration;

use super::json::Json;

/// The source and destination of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    /// About the recording itself.
    Meta,
    /// From the host to the CLI.
    In,
    /// From the CLI to the host.
    Out,
    /// Output of the CLI on stderr.
    Err,
    /// A request to the fake API.
    Api,
    /// A line of a session file.
    File,
}

impl Direction {
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::In => "in",
            Self::Out => "out",
            Self::Err => "err",
            Self::Api => "api",
            Self::File => "file",
        }
    }
}

/// What a line that is not from the CLI follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Cause {
    /// The number of lines of stdout before it.
    pub(super) lines: usize,
    /// The number of requests for messages before it.
    pub(super) requests: usize,
}

/// A line with its time, counted from the start of the CLI, and what it follows.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) direction: Direction,
    pub(super) at: Duration,
    pub(super) line: Json,
    pub(super) cause: Cause,
    /// For a request for a message: the ID of the message in the response.
    pub(super) message_id: Option<String>,
}

impl Entry {
    pub(super) fn new(direction: Direction, at: Duration, line: impl Into<Json>) -> Self {
        let (line, cause) = (line.into(), Cause::default());
        Self { direction, at, line, cause, message_id: None }
    }

    /// The line of a transcript with exact times.
    pub(super) fn raw(&self) -> String {
        let at = u64::try_from(self.at.as_millis()).unwrap_or(u64::MAX);
        written(self.direction, Some(at), &self.line)
    }

    /// The line of a transcript without times.
    pub(super) fn plain(&self) -> String {
        written(self.direction, None, &self.line)
    }
}

fn written(direction: Direction, at: Option<u64>, line: &Json) -> String {
    let mut fields = vec![("dir".to_owned(), Json::String(direction.as_str().to_owned()))];
    fields.extend(at.map(|at| ("ms".to_owned(), Json::Number(at.into()))));
    fields.push(("line".to_owned(), line.clone()));
    Json::Object(fields).to_string()
}

/// A line as JSON, or as text.
pub(super) fn line(text: &str) -> Json {
    Json::parse(text).unwrap_or_else(|| Json::String(text.to_owned()))
}
