//! What the CLI said before something was waited for in vain.
//!
//! Of frames only their types are kept, and only until the handshake is done: nothing is kept per
//! message afterwards. Next: `driver/ending.rs` and `pending.rs`, where errors are made of it.

use std::collections::VecDeque;

use claude_types::frame_type;
use serde::Deserialize;

use crate::error::StartupOutput;

/// How many frames and how many lines of noise are kept.
const KEPT: usize = 8;

/// How much of a line of noise is kept, in characters.
const HEAD: usize = 200;

/// Listens until the handshake is done.
#[derive(Debug, Default)]
pub(crate) struct StartupLog {
    frames: VecDeque<String>,
    noise: VecDeque<String>,
}

impl StartupLog {
    /// A line of stdout.
    pub(crate) fn note_line(&mut self, line: &[u8]) {
        match frame_type(line) {
            Some(kind) => keep(&mut self.frames, label(&kind, line)),
            None => {
                let text = String::from_utf8_lossy(line);
                let text: String = text.trim().chars().take(HEAD).collect();
                if !text.is_empty() {
                    keep(&mut self.noise, text);
                }
            }
        }
    }

    pub(crate) fn output(&self, stderr: String) -> StartupOutput {
        StartupOutput {
            stderr,
            frames: self.frames.iter().cloned().collect(),
            noise: self.noise.iter().cloned().collect(),
        }
    }

    /// The lines that were no frames.
    pub(crate) fn noise(&self) -> String {
        Vec::from_iter(self.noise.iter().map(String::as_str)).join("\n")
    }
}

fn keep(lines: &mut VecDeque<String>, line: String) {
    if lines.len() == KEPT {
        lines.pop_front();
    }
    lines.push_back(line);
}

/// The type of a frame and its subtype. Nothing else of it: frames may hold secrets.
fn label(kind: &str, line: &[u8]) -> String {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Tags {
        subtype: Option<String>,
        request: Option<Inner>,
        response: Option<Inner>,
    }
    #[derive(Deserialize)]
    struct Inner {
        subtype: Option<String>,
    }
    let tags: Tags = serde_json::from_slice(line).unwrap_or_default();
    let inner = tags.request.or(tags.response).and_then(|inner| inner.subtype);
    match tags.subtype.or(inner) {
        Some(subtype) => format!("{kind} {subtype}"),
        None => kind.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(lines: &[&str]) -> StartupOutput {
        let mut log = StartupLog::default();
        for line in lines {
            log.note_line(line.as_bytes());
        }
        log.output("words".into())
    }

    #[test]
    fn of_frames_only_the_types_are_kept() {
        let output = output(&[
            r#"{"type":"system","subtype":"init","apiKeySource":"secret"}"#,
            r#"{"type":"control_request","request_id":"1","request":{"subtype":"mcp_message"}}"#,
            r#"{"type":"control_response","response":{"subtype":"success"}}"#,
            r#"{"type":"keep_alive"}"#,
            r#"{"type":"odd","subtype":7}"#,
        ]);
        let expected = [
            "system init",
            "control_request mcp_message",
            "control_response success",
            "keep_alive",
            "odd",
        ];
        assert_eq!(output.frames, expected);
        assert_eq!(output.stderr, "words");
        assert!(output.noise.is_empty());
    }

    #[test]
    fn text_is_kept_in_part() {
        let long = "é".repeat(1000);
        let output = output(&["  Update available: 3.0  ", "", &long]);
        assert_eq!(output.noise, ["Update available: 3.0", &long[..2 * HEAD]]);
        assert!(output.frames.is_empty());
    }

    #[test]
    fn only_the_last_lines_are_kept() {
        let numbers: Vec<_> = (0..100).map(|n| n.to_string()).collect();
        let lines: Vec<_> = numbers.iter().map(String::as_str).collect();
        assert_eq!(output(&lines).noise, numbers[100 - KEPT..]);
    }
}
