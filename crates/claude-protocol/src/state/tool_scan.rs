//! Tool scan: finds tool calls and tool results in raw lines, without decoding the lines.
//!
//! It searches for a key with its quotes. A text with the same characters has its quotes escaped,
//! so it does not match. Only a line that calls a tool is parsed, and only its IDs and names are
//! kept.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fmt;
use std::sync::LazyLock;

use memchr::memmem;
use memchr::memmem::Finder;
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

static CALL: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(br#""type":"tool_use""#));

/// The quote in front excludes `parent_tool_use_id`.
static RESULT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(br#""tool_use_id":""#));

/// The beginning of the line that opens a message of the model.
const MESSAGE_START: &[u8] = br#"{"type":"stream_event","event":{"type":"message_start""#;

/// How many bytes at the end of a line are searched for `parent_tool_use_id`. The CLI writes it
/// after the message, which may be long.
const TAIL: usize = 1024;

/// The tools that a line calls.
#[derive(Debug, Default)]
pub(crate) struct Calls<'l> {
    /// The call that started the subagent of this line. `None` for the main thread.
    pub(crate) parent: Option<Cow<'l, str>>,
    /// The ID of the message of the model.
    pub(crate) message: Option<Cow<'l, str>>,
    /// The last [`MOST`] calls.
    pub(crate) tools: VecDeque<ToolCall<'l>>,
}

/// A tool call.
#[derive(Debug)]
pub(crate) struct ToolCall<'l> {
    pub(crate) id: Cow<'l, str>,
    pub(crate) name: Cow<'l, str>,
    pub(crate) input: Option<&'l RawValue>,
}

/// How many calls of one line are kept: no table of calls has room for more.
const MOST: usize = 256;

/// Returns whether an `assistant` line may call a tool.
pub(crate) fn may_call(line: &[u8]) -> bool {
    CALL.find(line).is_some()
}

/// Returns the thread and the tool calls of an `assistant` line. `None` if it cannot be parsed.
pub(crate) fn calls(line: &[u8]) -> Option<Calls<'_>> {
    #[derive(Deserialize)]
    struct Line<'l> {
        #[serde(borrow)]
        message: Message<'l>,
        #[serde(borrow, default)]
        parent_tool_use_id: Option<Cow<'l, str>>,
    }
    #[derive(Deserialize)]
    struct Message<'l> {
        #[serde(borrow, default)]
        id: Option<Cow<'l, str>>,
        #[serde(borrow, default)]
        content: Blocks<'l>,
    }
    let line: Line<'_> = serde_json::from_slice(line).ok()?;
    let (parent, message, tools) =
        (line.parent_tool_use_id, line.message.id, line.message.content.calls);
    Some(Calls { parent, message, tools })
}

/// The tool calls of a list of blocks. A list of any length is read without keeping its blocks.
#[derive(Default)]
struct Blocks<'l> {
    calls: VecDeque<ToolCall<'l>>,
}

impl<'de: 'l, 'l> Deserialize<'de> for Blocks<'l> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(Self::default())
    }
}

impl<'de: 'l, 'l> Visitor<'de> for Blocks<'l> {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of blocks")
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut blocks: A) -> Result<Self, A::Error> {
        #[derive(Deserialize)]
        struct Block<'l> {
            #[serde(borrow, rename = "type", default)]
            kind: Cow<'l, str>,
            #[serde(borrow, default)]
            id: Cow<'l, str>,
            #[serde(borrow, default)]
            name: Cow<'l, str>,
            #[serde(borrow, default)]
            input: Option<&'l RawValue>,
        }
        while let Some(block) = blocks.next_element::<Block<'de>>()? {
            if block.kind == "tool_use" {
                if self.calls.len() == MOST {
                    self.calls.pop_front();
                }
                let Block { id, name, input, .. } = block;
                self.calls.push_back(ToolCall { id, name, input });
            }
        }
        Ok(self)
    }
}

/// Returns the IDs of the calls whose results a `user` line contains. The result of another tool
/// may contain the same pattern, so the caller must ignore unknown IDs.
pub(crate) fn results(line: &[u8]) -> impl Iterator<Item = &str> {
    RESULT.find_iter(line).filter_map(|at| {
        let rest = &line[at + RESULT.needle().len()..];
        let end = memchr::memchr(b'"', rest)?;
        std::str::from_utf8(&rest[..end]).ok()
    })
}

/// Returns whether a `stream_event` line opens a message of the model.
pub(crate) fn opens_message(line: &[u8]) -> bool {
    line.starts_with(MESSAGE_START)
}

/// Returns the call that started the subagent of this line, if it is among the last [`TAIL`] bytes.
pub(crate) fn parent(line: &[u8]) -> Option<&str> {
    const KEY: &[u8] = br#""parent_tool_use_id":""#;
    let tail = &line[line.len().saturating_sub(TAIL)..];
    let rest = &tail[memmem::rfind(tail, KEY)? + KEY.len()..];
    let end = memchr::memchr(b'"', rest)?;
    std::str::from_utf8(&rest[..end]).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALLS: &[u8] = br#"{"type":"assistant","message":{"id":"msg_1","content":[{"type":"text","text":"\"type\":\"tool_use\""},{"type":"tool_use","id":"toolu_1","name":"Bash","input":{"type":"tool_use","id":"x"}},{"type":"tool_use","id":"toolu_2","name":"Read","input":{}}]},"parent_tool_use_id":null}"#;

    #[test]
    fn a_call_is_found_and_read() {
        assert!(may_call(CALLS));
        let calls = calls(CALLS).unwrap();
        assert_eq!((calls.parent, calls.message.as_deref()), (None, Some("msg_1")));
        let tools: Vec<_> = calls.tools.iter().map(|call| (&*call.id, &*call.name)).collect();
        assert_eq!(tools, [("toolu_1", "Bash"), ("toolu_2", "Read")]);
    }

    #[test]
    fn only_the_last_calls_of_a_line_are_kept() {
        let call = |n: usize| format!(r#"{{"type":"tool_use","id":"{n}","name":"B"}},{{}}"#);
        let blocks: Vec<_> = (0..3 * MOST).map(call).collect();
        let line = format!(r#"{{"message":{{"content":[{}]}}}}"#, blocks.join(","));
        let calls = calls(line.as_bytes()).unwrap();
        assert_eq!(calls.tools.len(), MOST);
        assert_eq!(calls.tools.front().unwrap().id, (2 * MOST).to_string());
    }

    #[test]
    fn a_text_about_calls_does_not_match() {
        let line = br#"{"type":"assistant","message":{"content":[{"type":"text","text":"{\"type\":\"tool_use\"}"}]}}"#;
        assert!(!may_call(line));
        let server = br#"{"content":[{"type":"server_tool_use","id":"x"}]}"#;
        assert!(!may_call(server));
    }

    #[test]
    fn invalid_lines_have_no_calls_and_a_half_surrogate_pair_is_accepted() {
        for line in [&b"{}"[..], b"[]", br#"{"message":{"content":"text"}}"#, b"\xff"] {
            assert!(calls(line).is_none());
        }
        let half = br#"{"message":{"content":[{"type":"tool_use","id":"a","name":"B","input":{"x":"\ud83d"}}]}}"#;
        assert_eq!(calls(half).unwrap().tools.len(), 1);
    }

    #[test]
    fn results_do_not_include_the_parent_call() {
        let line = br#"{"type":"user","message":{"content":[{"tool_use_id":"a","type":"tool_result","content":"\"tool_use_id\":\"no\""},{"type":"tool_result","tool_use_id":"b"}]},"parent_tool_use_id":"p"}"#;
        assert_eq!(results(line).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(parent(line), Some("p"));
        let cut = br#"{"tool_use_id":"a"#;
        assert_eq!(results(cut).count(), 0);
        assert_eq!(parent(CALLS), None);
    }

    #[test]
    fn only_the_first_event_opens_a_message() {
        assert!(opens_message(
            br#"{"type":"stream_event","event":{"type":"message_start","message":{}}}"#
        ));
        assert!(!opens_message(br#"{"type":"stream_event","event":{"type":"message_stop"}}"#));
    }
}
