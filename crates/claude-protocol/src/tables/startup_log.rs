//! Startup log: the last output of the CLI before the handshake is done, for error messages.
//!
//! Only the types of frames are kept. After the handshake nothing is recorded, so that a message
//! costs nothing. `driver/shutdown.rs` and `pending_requests.rs` put the log into errors.

use std::collections::VecDeque;

use claude_types::frame_type;
use serde::Deserialize;

use crate::error::StartupOutput;

/// How many frames, and how many other lines, are kept: the last ones.
const KEPT: usize = 8;

/// How many characters of a line that is not a frame are kept.
const HEAD: usize = 200;

/// The last output of the CLI on stdout.
#[derive(Debug, Default)]
pub(crate) struct StartupLog {
    frames: VecDeque<String>,
    noise: VecDeque<String>,
}

impl StartupLog {
    /// Records a line of stdout.
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

    /// Returns the lines that were not frames.
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

/// Returns the type of a frame and its subtype, and nothing else, because frames may hold secrets.
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
    fn keeps_only_the_types_of_frames() {
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
    fn keeps_only_the_beginning_of_text() {
        let long = "é".repeat(1000);
        let output = output(&["  Update available: 3.0  ", "", &long]);
        assert_eq!(output.noise, ["Update available: 3.0", &long[..2 * HEAD]]);
        assert!(output.frames.is_empty());
    }

    #[test]
    fn keeps_only_the_last_lines() {
        let numbers: Vec<_> = (0..100).map(|n| n.to_string()).collect();
        let lines: Vec<_> = numbers.iter().map(String::as_str).collect();
        assert_eq!(output(&lines).noise, numbers[100 - KEPT..]);
    }
}
