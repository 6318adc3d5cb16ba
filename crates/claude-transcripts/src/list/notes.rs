//! Notes: the short lines about a session that the CLI appends to its file, the latest of each kind.
//!
//! The CLI writes their type first (seen). So one look at the beginning of each line finds them, and
//! texts in messages are never taken for them.

use memchr::memrchr;
use serde::Deserialize;

/// The latest notes of a file.
#[derive(Debug, Default)]
pub(super) struct Notes {
    pub(super) custom_title: Option<String>,
    pub(super) ai_title: Option<String>,
    pub(super) last_prompt: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) tag: Option<String>,
}

/// The text of a note. Each kind has one of these fields.
#[derive(Deserialize)]
struct Note {
    #[serde(
        alias = "customTitle",
        alias = "aiTitle",
        alias = "lastPrompt",
        alias = "summary",
        alias = "tag"
    )]
    text: String,
}

impl Notes {
    /// Reads the lines of a part of the file from the last to the first. What is known already is
    /// later, and stays.
    pub(super) fn add(&mut self, part: &[u8]) {
        let mut rest = part;
        while !rest.is_empty() {
            let begin = memrchr(b'\n', rest).map_or(0, |feed| feed + 1);
            self.add_line(&rest[begin..]);
            rest = &rest[..begin.saturating_sub(1)];
        }
    }

    fn add_line(&mut self, line: &[u8]) {
        let Some(kind) = kind(line) else { return };
        let note = match kind {
            b"custom-title" => &mut self.custom_title,
            b"ai-title" => &mut self.ai_title,
            b"last-prompt" => &mut self.last_prompt,
            b"summary" => &mut self.summary,
            b"tag" => &mut self.tag,
            _ => return,
        };
        if note.is_none()
            && let Ok(found) = serde_json::from_slice::<Note>(line)
        {
            *note = Some(found.text);
        }
    }
}

/// Returns the type of a line that begins with it.
fn kind(line: &[u8]) -> Option<&[u8]> {
    let rest = line.strip_prefix(br#"{"type":"#)?;
    let rest = rest.strip_prefix(b" ").unwrap_or(rest).strip_prefix(b"\"")?;
    let end = rest.iter().take(16).position(|byte| *byte == b'"')?;
    Some(&rest[..end])
}
