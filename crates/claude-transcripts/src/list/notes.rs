//! Notes: the short lines about a session that the CLI appends to its file, the latest of each kind.
//!
//! The CLI writes their type first (seen), so one look at the beginning of each line finds them. Only a
//! short line of another form is searched for its type.

use std::borrow::Cow;

use claude_types::frame_type;
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
        let note = match &*kind {
            "custom-title" => &mut self.custom_title,
            "ai-title" => &mut self.ai_title,
            "last-prompt" => &mut self.last_prompt,
            "summary" => &mut self.summary,
            "tag" => &mut self.tag,
            _ => return,
        };
        if note.is_none()
            && let Ok(found) = serde_json::from_slice::<Note>(line)
        {
            *note = Some(found.text);
        }
    }
}

/// The longest line that is searched for its type, in bytes. Notes are short.
const SHORT: usize = 1 << 10;

/// Returns the type of a line that begins with it, or is short.
fn kind(line: &[u8]) -> Option<Cow<'_, str>> {
    let begins = line.starts_with(br#"{"type":"#);
    if begins || line.len() <= SHORT { frame_type(line) } else { None }
}
