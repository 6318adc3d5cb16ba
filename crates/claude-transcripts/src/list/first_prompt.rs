//! First prompt: what the user wrote first, for a list of sessions.

use claude_types::{Content, TranscriptLine};

use crate::lines::Tags;

/// The longest text that a list shows, in characters.
const SHOWN: usize = 200;

/// The beginnings of texts that the CLI or an editor wrote for the user.
const GENERATED: [&str; 5] = [
    "<local-command-stdout>",
    "<session-start-hook>",
    "<tick>",
    "<goal>",
    "[Request interrupted by user",
];

/// Blocks of an editor. A text that is one of them as a whole is no prompt.
const EDITOR: [&str; 2] = ["ide_opened_file", "ide_selection"];

/// What the lines so far contain.
#[derive(Debug, Default)]
pub(super) struct FirstPrompt {
    prompt: Option<String>,
    command: Option<String>,
}

impl FirstPrompt {
    pub(super) fn is_found(&self) -> bool {
        self.prompt.is_some()
    }

    /// Reads a line.
    pub(super) fn add(&mut self, line: &[u8]) {
        let Some(tags) = Tags::read(line) else { return };
        if tags.kind.as_deref() != Some("user") || tags.meta || tags.summary {
            return;
        }
        let Ok(TranscriptLine::User(user)) = TranscriptLine::decode(line) else { return };
        for text in texts(&user.message.content) {
            if let Some(name) = between(&text, "<command-name>", "</command-name>") {
                self.command.get_or_insert_with(|| name.to_owned());
            } else if let Some(command) = between(&text, "<bash-input>", "</bash-input>") {
                return self.prompt = Some(shortened(&format!("! {}", command.trim())));
            } else if !is_generated(&text) && !text.trim().is_empty() {
                return self.prompt = Some(shortened(&text));
            }
        }
    }

    /// Returns the prompt, or the name of the first command if there are only commands.
    pub(super) fn finish(self) -> Option<String> {
        self.prompt.or(self.command)
    }
}

/// Returns the texts of a prompt. Results of tools are none.
fn texts(content: &Content) -> Vec<String> {
    use claude_types::ContentBlock;
    match content {
        Content::Text(text) => vec![text.to_string()],
        Content::Blocks(blocks)
            if !blocks.iter().any(|block| matches!(block, ContentBlock::ToolResult(_))) =>
        {
            let text = |block: &ContentBlock| match block {
                ContentBlock::Text(block) => Some(block.text.to_string()),
                _ => None,
            };
            blocks.iter().filter_map(text).collect()
        }
        _ => Vec::new(),
    }
}

fn is_generated(text: &str) -> bool {
    let is_editor = |name: &&str| {
        let text = text.trim();
        text.starts_with(&format!("<{name}>")) && text.ends_with(&format!("</{name}>"))
    };
    GENERATED.iter().any(|start| text.starts_with(start)) || EDITOR.iter().any(is_editor)
}

fn between<'t>(text: &'t str, open: &str, close: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(open)?;
    Some(rest.split_once(close)?.0)
}

/// Returns the text in one line, cut off behind 200 characters.
fn shortened(text: &str) -> String {
    let line = text.replace('\n', " ");
    let line = line.trim();
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line.to_owned(),
    }
}
