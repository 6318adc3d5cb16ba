//! Lines: the order of a flood, and one rendered line of each kind.

use std::str::FromStr;

use serde_json::json;

use super::blocks::Blocks;
use super::text::Text;
use crate::frame::{
    ApiEvent, Assistant, Block, Content, Decision, Delta, StreamEvent, ToolMeta, Usage, User,
    UserBlock, line, uuid,
};

/// The number, length and kinds of the messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Flood {
    /// The number of messages.
    pub count: usize,
    /// The mean length of a line in bytes, with its line feed. Frames have a least length of 230 to
    /// 370 bytes.
    pub bytes: usize,
    /// The kinds of messages.
    pub mix: Mix,
    /// The text in the messages.
    pub text: Text,
}

/// The kinds of messages of a flood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mix {
    /// The other three, alternating.
    Mixed,
    /// Assistant messages of one text block.
    Assistant,
    /// Stream events with a text delta.
    Delta,
    /// User messages with the result of a tool.
    ToolResult,
}

impl FromStr for Mix {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "mixed" => Ok(Self::Mixed),
            "assistant" => Ok(Self::Assistant),
            "delta" => Ok(Self::Delta),
            "tool_result" => Ok(Self::ToolResult),
            _ => Err("expected `mixed`, `assistant`, `delta` or `tool_result`".to_owned()),
        }
    }
}

impl FromStr for Flood {
    type Err = String;

    /// Reads `N BYTES [MIX [TEXT]]`, as in `200000 300 mixed prose`.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut words = text.split_whitespace();
        let mut number = || words.next().and_then(|word| word.parse().ok());
        let (Some(count), Some(bytes)) = (number(), number()) else {
            return Err("expected `N BYTES [MIX [TEXT]]`".to_owned());
        };
        let mix = words.next().unwrap_or("mixed").parse()?;
        let text = words.next().unwrap_or("plain").parse()?;
        Ok(Self::new(count, bytes, mix).with_text(text))
    }
}

/// Lines of at least this length have all their fields.
const FULL: usize = 1024;

impl Flood {
    /// Creates a flood of `count` messages of about `bytes` bytes each, with [`Text::Plain`].
    #[must_use]
    pub fn new(count: usize, bytes: usize, mix: Mix) -> Self {
        Self { count, bytes, mix, text: Text::Plain }
    }

    /// Sets the text in the messages.
    #[must_use]
    pub fn with_text(mut self, text: Text) -> Self {
        self.text = text;
        self
    }

    /// Renders the messages of a session.
    #[must_use]
    pub fn blocks(self, session_id: &str) -> Blocks {
        let kinds: &[Mix] = match self.mix {
            Mix::Mixed => &[Mix::Assistant, Mix::Delta, Mix::ToolResult],
            _ => std::slice::from_ref(&self.mix),
        };
        let full = self.bytes >= FULL;
        let render = Render { session_id, uuid: uuid(), full, text: self.text };
        let least: Vec<usize> = kinds.iter().map(|kind| render.line(*kind, 1).len()).collect();
        let level = level(&least, self.bytes * kinds.len());
        let lines: Vec<String> = kinds.iter().map(|kind| render.of_length(*kind, level)).collect();
        Blocks::new(&lines, &render.uuid, self.count)
    }
}

/// The length to which lines are filled so that their sum is `total`, if some are longer already.
fn level(least: &[usize], total: usize) -> usize {
    let mut level = total / least.len();
    // Each round excludes at least one more line, so there are at most as many rounds as lines.
    for _ in least {
        let longer: Vec<usize> = least.iter().copied().filter(|length| *length > level).collect();
        let others = least.len() - longer.len();
        if others == 0 {
            return 0;
        }
        level = total.saturating_sub(longer.iter().sum()) / others;
    }
    level
}

struct Render<'a> {
    session_id: &'a str,
    /// The UUID of every message; its end is counted up when it is written.
    uuid: String,
    full: bool,
    text: Text,
}

impl Render<'_> {
    /// A line of `length` bytes, or the shortest possible one.
    fn of_length(&self, kind: Mix, length: usize) -> String {
        let shortest = self.line(kind, 1);
        // Complete tool results contain the text twice, as those of the CLI do.
        let twice = kind == Mix::ToolResult && self.full;
        let missing = length.saturating_sub(shortest.len());
        self.line(kind, 1 + if twice { missing / 2 } else { missing })
    }

    /// A line whose text takes up to `text` bytes, with its escapes.
    fn line(&self, kind: Mix, text: usize) -> String {
        let text = self.text.of_length(text);
        match kind {
            Mix::Assistant | Mix::Mixed => self.assistant(&text),
            Mix::Delta => self.delta(&text),
            Mix::ToolResult => self.tool_result(&text),
        }
    }

    fn assistant(&self, text: &str) -> String {
        let block = Block::Text { text };
        let id = "msg_01F100D000000000000000A1";
        let mut frame = Assistant::new(self.session_id, id, "claude-opus-5-5", block);
        frame.uuid.clone_from(&self.uuid);
        if !self.full {
            frame.message.id = "msg_01F100D0";
            frame.message.usage = Usage::short();
            frame.message.context_management = None;
            frame.timestamp = None;
            frame.request_id = None;
        }
        line(&frame)
    }

    fn delta(&self, text: &str) -> String {
        let event = ApiEvent::ContentBlockDelta { index: 0, delta: Delta::Text { text } };
        let id = if self.full { "msg_01F100D000000000000000A1" } else { "msg_01F100D0" };
        let mut frame = StreamEvent::new(self.session_id, id, event);
        frame.uuid.clone_from(&self.uuid);
        line(&frame)
    }

    fn tool_result(&self, text: &str) -> String {
        let id = if self.full { "toolu_01F100D000000000000000A1" } else { "toolu_01F100D0" };
        let mut frame =
            User::new(self.session_id, UserBlock::result(id, Content::Text(text), Some(false)));
        frame.uuid.clone_from(&self.uuid);
        if self.full {
            let decision =
                Decision { decision: "accept", source: "config", reason_type: Some("rule") };
            frame.tool_use_result =
                Some(json!({"stdout": text, "stderr": "", "interrupted": false}));
            frame.tool_result_meta = Some([ToolMeta {
                id,
                non_execution_kind: None,
                permission_decision: Some(decision),
            }]);
        } else {
            frame.timestamp = None;
        }
        line(&frame)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use serde_json::Value;

    use super::*;

    fn lines(flood: Flood) -> Vec<String> {
        let mut blocks = flood.blocks("00000000-0000-4000-8000-000000000000");
        let mut text = String::new();
        while let Some(block) = blocks.next_block() {
            text.push_str(std::str::from_utf8(block).unwrap());
        }
        text.lines().map(str::to_owned).collect()
    }

    fn mean(lines: &[String]) -> usize {
        lines.iter().map(|line| line.len() + 1).sum::<usize>() / lines.len()
    }

    #[test]
    fn a_flood_has_the_requested_number_of_messages_with_unique_uuids() {
        for count in [0, 1, 2, 3, 1000, 4001] {
            let lines = lines(Flood::new(count, 300, Mix::Mixed));
            assert_eq!(lines.len(), count);
            let uuids: HashSet<String> = lines
                .iter()
                .map(|line| serde_json::from_str::<Value>(line).unwrap()["uuid"].to_string())
                .collect();
            assert_eq!(uuids.len(), count);
        }
    }

    #[test]
    fn the_mean_length_is_as_requested() {
        for bytes in [300, 1_000, 5_000, 100_000] {
            let mean = mean(&lines(Flood::new(300, bytes, Mix::Mixed)));
            assert!(mean.abs_diff(bytes) <= bytes / 50, "{mean} for {bytes}");
        }
        for mix in [Mix::Assistant, Mix::Delta, Mix::ToolResult] {
            let mean = mean(&lines(Flood::new(300, 1_500, mix)));
            assert!(mean.abs_diff(1_500) <= 1, "{mean} for {mix:?}");
        }
    }

    #[test]
    fn every_text_has_the_requested_length_and_its_own_escapes() {
        for text in Text::ALL {
            let lines = lines(Flood::new(30, 100_000, Mix::Assistant).with_text(text));
            assert!(mean(&lines).abs_diff(100_000) <= 4, "{} for {text:?}", mean(&lines));
            let value: Value = serde_json::from_str(&lines[0]).unwrap();
            let decoded = value["message"]["content"][0]["text"].as_str().unwrap();
            let escapes = lines[0].matches('\\').count();
            let has_escapes = !matches!(text, Text::Plain | Text::Base64);
            assert_eq!(escapes > 500, has_escapes, "{escapes} in {text:?}");
            assert_eq!(!decoded.is_ascii(), text == Text::Multibyte, "{text:?}");
        }
        let lines = lines("3 5000 tool_result json".parse().unwrap());
        assert!(lines[0].contains(r#"\"tags\":["#), "{}", lines[0]);
    }

    #[test]
    fn kinds_alternate() {
        let lines = lines(Flood::new(4, 300, Mix::Mixed));
        let kinds: Vec<&str> = lines.iter().map(|line| line.split('"').nth(3).unwrap()).collect();
        assert_eq!(kinds, ["assistant", "stream_event", "user", "assistant"]);
    }
}
