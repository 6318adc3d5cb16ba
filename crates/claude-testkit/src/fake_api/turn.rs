//! Turns: one answer of the fake API, successful or not.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::block::Block;

/// The answer of the fake API to one request: a message, an error, or nothing.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_testkit::fake_api::Turn;
/// use serde_json::json;
///
/// let slow = Turn::text("Let me see.").thinking("Which files are here?").delay(Duration::from_millis(5));
/// let tool = Turn::tool("Bash", json!({"command": "ls"})).deltas(4);
/// let busy = Turn::error(529, "overloaded_error", "Overloaded").retry_after(1).repeat(2);
/// let lost = Turn::text("You will not see all of this.").drop_after(3);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Turn {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) blocks: Vec<Block>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stop_reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stop_details: Option<Value>,
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub(super) usage: Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) model: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) initial_delay_ms: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) delay_ms: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) hang_after: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) drop_after: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error_after: Option<ErrorAfter>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<ApiError>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) headers: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) hang: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) reset: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) when: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) repeat: Option<usize>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) forever: bool,
}

/// The error object of the API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct ApiError {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) message: String,
}

/// An error event in the middle of a stream.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ErrorAfter {
    pub(super) events: usize,
    pub(super) error: ApiError,
}

impl Turn {
    /// Creates a message of these blocks.
    #[must_use]
    pub fn blocks(blocks: impl IntoIterator<Item = Block>) -> Self {
        Self { blocks: blocks.into_iter().collect(), ..Self::default() }
    }

    /// Creates a message with one text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::blocks([Block::text(text)])
    }

    /// Creates a message that calls one tool, and stops for its result.
    #[must_use]
    pub fn tool(name: impl Into<String>, input: Value) -> Self {
        Self::blocks([Block::tool(name, input)])
    }

    /// Creates an HTTP error with the error body of the API.
    #[must_use]
    pub fn error(status: u16, kind: impl Into<String>, message: impl Into<String>) -> Self {
        let error = ApiError { kind: kind.into(), message: message.into() };
        Self { status: Some(status), error: Some(error), ..Self::default() }
    }

    /// Creates a turn without an answer: the request hangs as long as the client waits.
    #[must_use]
    pub fn hang() -> Self {
        Self { hang: true, ..Self::default() }
    }

    /// Creates a turn that closes the connection without an answer.
    #[must_use]
    pub fn reset() -> Self {
        Self { reset: true, ..Self::default() }
    }

    /// Adds a block.
    #[must_use]
    pub fn block(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// Adds a thinking block in front of the other blocks.
    #[must_use]
    pub fn thinking(mut self, thinking: impl Into<String>) -> Self {
        self.blocks.insert(0, Block::thinking(thinking));
        self
    }

    /// Sets the number of deltas of each block. The default is 2.
    #[must_use]
    pub fn deltas(mut self, deltas: usize) -> Self {
        for block in &mut self.blocks {
            block.deltas = deltas;
        }
        self
    }

    /// Sets the stop reason. The default is `tool_use` with a tool and `end_turn` without.
    #[must_use]
    pub fn stop_reason(mut self, reason: impl Into<String>) -> Self {
        self.stop_reason = Some(reason.into());
        self
    }

    /// Sets the stop details, for example why the model refused.
    #[must_use]
    pub fn stop_details(mut self, details: Value) -> Self {
        self.stop_details = Some(details);
        self
    }

    /// Sets a field of the usage, for example `input_tokens`.
    #[must_use]
    pub fn usage(mut self, field: impl Into<String>, value: impl Into<Value>) -> Self {
        self.usage.insert(field.into(), value.into());
        self
    }

    /// Sets the model of the answer. The default is the requested model.
    #[must_use]
    pub fn model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// Sets a wait before each event of the stream except the first.
    #[must_use]
    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay_ms = Some(millis(delay));
        self
    }

    /// Sets a wait before the answer begins.
    #[must_use]
    pub fn initial_delay(mut self, delay: Duration) -> Self {
        self.initial_delay_ms = Some(millis(delay));
        self
    }

    /// Stops sending after this number of events, as long as the client waits.
    #[must_use]
    pub fn hang_after(mut self, events: usize) -> Self {
        self.hang_after = Some(events);
        self
    }

    /// Closes the connection after this number of events.
    #[must_use]
    pub fn drop_after(mut self, events: usize) -> Self {
        self.drop_after = Some(events);
        self
    }

    /// Ends the stream with an error event after this number of events.
    #[must_use]
    pub fn error_after(
        mut self,
        events: usize,
        kind: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        let error = ApiError { kind: kind.into(), message: message.into() };
        self.error_after = Some(ErrorAfter { events, error });
        self
    }

    /// Adds a header to the response.
    #[must_use]
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.insert(name.into(), value.into());
        self
    }

    /// Adds the header that asks the client to wait this number of seconds.
    #[must_use]
    pub fn retry_after(self, seconds: u64) -> Self {
        self.header("retry-after", seconds.to_string())
    }

    /// Reserves this turn for the first request whose body contains `text`.
    #[must_use]
    pub fn when(mut self, text: impl Into<String>) -> Self {
        self.when = Some(text.into());
        self
    }

    /// Uses this turn for this number of requests.
    #[must_use]
    pub fn repeat(mut self, times: usize) -> Self {
        self.repeat = Some(times);
        self
    }

    /// Uses this turn for all further requests.
    #[must_use]
    pub fn forever(mut self) -> Self {
        self.forever = true;
        self
    }

    /// Counts one use. Returns `false` if none is left after it.
    pub(super) fn use_up(&mut self) -> bool {
        if self.forever {
            return true;
        }
        let left = self.repeat.unwrap_or(1).saturating_sub(1);
        self.repeat = Some(left);
        left > 0
    }
}

fn millis(delay: Duration) -> u64 {
    u64::try_from(delay.as_millis()).unwrap_or(u64::MAX)
}
