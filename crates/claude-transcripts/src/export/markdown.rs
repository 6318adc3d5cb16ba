//! Markdown: a conversation for people.

use std::io::{self, BufWriter, Write};

use claude_types::{Content, ContentBlock, TranscriptLine};

use crate::error::{Error, Result};
use crate::transcript::Transcript;

impl Transcript {
    /// Writes the conversation as Markdown, from its beginning on: prompts, answers, tool calls with
    /// their input, and their results. Thinking, images and notices of the CLI are left out.
    ///
    /// The texts are Markdown themselves, and stand as they are. What tools got and returned stands in
    /// fences that it cannot end.
    ///
    /// # Errors
    ///
    /// [`Error::Io`] if the file cannot be read, or the writer fails.
    pub fn export_markdown(&self, to: impl Write) -> Result<()> {
        let failed = |error| Error::io(self.path(), error);
        let conversation = self.conversation()?;
        let mut page = Page { to: BufWriter::new(to), speaker: None };
        let title = self.info()?.map(|info| info.summary);
        page.title(title.as_deref().unwrap_or("Conversation")).map_err(failed)?;
        for message in conversation.messages_across_compactions() {
            page.message(&message?.line).map_err(failed)?;
        }
        page.to.flush().map_err(failed)
    }
}

struct Page<W: Write> {
    to: BufWriter<W>,
    speaker: Option<&'static str>,
}

impl<W: Write> Page<W> {
    fn title(&mut self, title: &str) -> io::Result<()> {
        let words: Vec<_> = title.split_whitespace().collect();
        writeln!(self.to, "# {}", words.join(" "))
    }

    fn message(&mut self, line: &TranscriptLine) -> io::Result<()> {
        match line {
            TranscriptLine::User(line) => match &line.message.content {
                Content::Text(text) => self.text("User", text),
                Content::Blocks(blocks) => self.blocks("User", blocks),
                _ => Ok(()),
            },
            TranscriptLine::Assistant(line) => self.blocks("Claude", &line.message.content),
            _ => Ok(()),
        }
    }

    fn blocks(&mut self, speaker: &'static str, blocks: &[ContentBlock]) -> io::Result<()> {
        for block in blocks {
            match block {
                ContentBlock::Text(block) => self.text(speaker, &block.text)?,
                ContentBlock::ToolUse(block) => {
                    self.speaker(speaker)?;
                    // A name of another server's tool may contain anything.
                    let name: String =
                        block.name.chars().filter(|it| !it.is_control() && *it != '`').collect();
                    write!(self.to, "\nTool call `{name}`:\n")?;
                    self.fenced("json", block.input.get())?;
                }
                ContentBlock::ToolResult(block) => {
                    let failed = block.is_error == Some(true);
                    let text = block.content.value().map(Content::text).unwrap_or_default();
                    write!(self.to, "\n{}:\n", if failed { "Error" } else { "Result" })?;
                    self.fenced("text", &text)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn text(&mut self, speaker: &'static str, text: &str) -> io::Result<()> {
        if text.trim().is_empty() {
            return Ok(());
        }
        self.speaker(speaker)?;
        write!(self.to, "\n{}\n", text.trim_end())
    }

    /// Writes a heading, unless the same side goes on.
    fn speaker(&mut self, speaker: &'static str) -> io::Result<()> {
        if self.speaker.replace(speaker) == Some(speaker) {
            return Ok(());
        }
        write!(self.to, "\n## {speaker}\n")
    }

    fn fenced(&mut self, language: &str, text: &str) -> io::Result<()> {
        let runs = text.split(|it| it != '`').map(str::len);
        let fence = "`".repeat(runs.max().unwrap_or(0).max(2) + 1);
        write!(self.to, "\n{fence}{language}\n{}\n{fence}\n", text.trim_end_matches('\n'))
    }
}
