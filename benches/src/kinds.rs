//! Line kinds: one line of each kind, its readers, and how much slower than a plain derive the SDK
//! may be.
//!
//! Every reader decodes a line and drops the value. These lines contain no unknown fields, unknown
//! variants or invalid values, which the SDK would keep. The plain derives are in `twin/`.

use std::hint::black_box;

use claude_types::{ControlRequestFrame, Message, decode};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

use crate::twin;

/// Decodes a line and drops the value. Returns whether the line could be decoded.
pub type Read = fn(&[u8]) -> bool;

/// A line and its readers.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Kind {
    /// The name of the kind.
    pub name: &'static str,
    /// The line.
    pub line: Vec<u8>,
    /// The longest allowed time of the SDK, as a multiple of [`Kind::derive`].
    pub most: f64,
    /// The types of the SDK.
    pub typed: Read,
    /// A plain derive of the same struct.
    pub derive: Read,
    /// An internally tagged derive of the same enum.
    pub tagged: Read,
    /// `serde_json::Value`.
    pub value: Read,
    /// A walk over the line that keeps nothing.
    pub ignored: Read,
}

impl Kind {
    /// The readers by name, the SDK first.
    #[must_use]
    pub fn readers(&self) -> [(&'static str, Read); 5] {
        [
            ("typed", self.typed),
            ("derive", self.derive),
            ("tagged", self.tagged),
            ("value", self.value),
            ("ignored", self.ignored),
        ]
    }
}

/// Allowed if the tag of the message and of its blocks comes first.
const TAG_FIRST: f64 = 1.15;
/// Allowed if something comes before the tag.
const TAG_LATER: f64 = 1.4;
/// Allowed if one text is nearly all of the line.
const LARGE: f64 = 1.1;

const TOOL_RESULT: &str = include_str!("../lines/tool_result.json");
/// The output of the tool in [`TOOL_RESULT`].
const OUTPUT: &str = "(Bash completed with no output)";

/// All kinds.
#[must_use]
pub fn kinds() -> Vec<Kind> {
    let event = message::<Box<twin::StreamEventMessage<twin::Text>>>;
    let start = message::<Box<twin::StreamEventMessage<twin::Start>>>;
    let result = message::<Box<twin::ResultMessage<twin::Text>>>;
    let text = message::<Box<twin::AssistantMessage<twin::Text>>>;
    let tool_use = message::<Box<twin::AssistantMessage<twin::ToolUse>>>;
    let tool_result = message::<Box<twin::UserMessage<twin::ToolResult>>>;
    vec![
        text("assistant text", include_str!("../lines/text.json"), TAG_FIRST),
        tool_use("assistant tool_use", include_str!("../lines/tool_use.json"), TAG_FIRST),
        tool_result("tool_result", TOOL_RESULT, TAG_LATER),
        tool_result("tool_result 100 KB", &TOOL_RESULT.replace(OUTPUT, &output()), LARGE),
        event("text delta", include_str!("../lines/text_delta.json"), TAG_FIRST),
        start("message_start", include_str!("../lines/message_start.json"), TAG_FIRST),
        result("result", include_str!("../lines/result.json"), TAG_LATER),
        message::<Box<twin::InitMessage>>(
            "system init",
            include_str!("../lines/init.json"),
            TAG_FIRST,
        ),
        message::<Box<twin::TaskProgressMessage>>(
            "task_progress",
            include_str!("../lines/task_progress.json"),
            TAG_FIRST,
        ),
        Kind {
            typed: |line| {
                let frame = decode::<ControlRequestFrame>("control_request", black_box(line));
                black_box(frame).is_ok()
            },
            tagged: serde::<twin::ControlRequestFrame<twin::Tagged>>,
            ..message::<twin::ControlRequestFrame<twin::Text>>(
                "can_use_tool",
                include_str!("../lines/can_use_tool.json"),
                TAG_FIRST,
            )
        },
    ]
}

/// A listing as a tool prints it: lines of text with characters that are escaped in JSON.
fn output() -> String {
    r"-rw-r--r-- 1 dev dev 4096 Nov 21 09:45 src/generated/some_module_of_the_project.rs\n"
        .repeat(1_200)
}

fn message<T: DeserializeOwned>(name: &'static str, line: &str, most: f64) -> Kind {
    Kind {
        name,
        line: line.trim_end().into(),
        most,
        typed,
        derive: serde::<T>,
        tagged: serde::<twin::Message>,
        value: serde::<Value>,
        ignored: serde::<IgnoredAny>,
    }
}

fn typed(line: &[u8]) -> bool {
    let message = black_box(Message::decode(black_box(line)));
    !matches!(message, Message::Noise(_) | Message::Unknown(_) | Message::Undecoded(_))
}

fn serde<T: DeserializeOwned>(line: &[u8]) -> bool {
    black_box(serde_json::from_slice::<T>(black_box(line))).is_ok()
}

#[cfg(test)]
mod tests {
    use super::kinds;

    #[test]
    fn every_reader_decodes_every_line() {
        for kind in kinds() {
            for (reader, read) in kind.readers() {
                assert!(read(&kind.line), "{reader} of {}", kind.name);
            }
        }
    }

    #[test]
    fn all_fields_of_the_lines_are_typed() {
        for kind in kinds().into_iter().filter(|kind| kind.name != "can_use_tool") {
            let debug = format!("{:?}", claude_types::Message::decode(&kind.line));
            assert!(!debug.contains("extra: {\"") && !debug.contains("Other("), "{debug}");
        }
    }
}
