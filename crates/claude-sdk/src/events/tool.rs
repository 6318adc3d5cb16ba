//! Tool calls and their results.

use std::fmt;
use std::sync::Arc;

use claude_types::{
    AdvisorContent, BashCodeExecutionContent, CodeExecutionContent, Content, ContentBlock,
    DecodeError, MessageUuid, Raw, TextEditorContent, Timestamp, ToolInput, ToolResultMeta,
    ToolSearchContent, ToolUseId, WebFetchContent,
};
use serde::{Serialize, Serializer};

use super::BlockKey;
use super::one_line::one_line;
use super::summary::summary;

/// A tool call with its complete input. Clones share the call.
#[derive(Clone, PartialEq)]
pub struct ToolUse(Arc<Call>);

#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Call {
    pub(super) key: BlockKey,
    pub(super) id: ToolUseId,
    pub(super) name: String,
    pub(super) input: Raw,
    /// Whether the API runs the tool, not the CLI.
    pub(super) server: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) uuid: Option<MessageUuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) timestamp: Option<Timestamp>,
}

impl ToolUse {
    pub(super) fn new(call: Call) -> Self {
        Self(Arc::new(call))
    }

    /// Returns the block that contains the call.
    #[must_use]
    pub fn key(&self) -> &BlockKey {
        &self.0.key
    }

    /// Returns the ID of the call.
    ///
    /// The result refers to it. Events of a subagent that the call starts have it as their parent.
    #[must_use]
    pub fn id(&self) -> &ToolUseId {
        &self.0.id
    }

    /// Returns the name of the tool.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// Returns the input as JSON.
    #[must_use]
    pub fn input(&self) -> &Raw {
        &self.0.input
    }

    /// Returns whether the call is one of the tool with this input type, under any of its names.
    #[must_use]
    pub fn is<T: ToolInput>(&self) -> bool {
        !self.is_server() && (self.name() == T::TOOL || T::ALIASES.contains(&self.name()))
    }

    /// Parses the input as that of a tool. The name of the tool is not checked.
    ///
    /// # Errors
    ///
    /// Returns an error if the input does not match the type.
    pub fn input_as<T: ToolInput>(&self) -> Result<T, DecodeError> {
        claude_types::ToolUseBlock::new(self.id().clone(), self.name(), self.input().clone())
            .input_as()
    }

    /// Returns whether the API runs the tool, such as its web search, and not the CLI.
    #[must_use]
    pub fn is_server(&self) -> bool {
        self.0.server
    }

    /// Returns one line of at most 120 characters about the call: the command, the path, the
    /// question.
    ///
    /// For an unknown tool, this is the input.
    #[must_use]
    pub fn summary(&self) -> String {
        summary(self)
    }

    /// Returns the ID of the message that contains the call.
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        self.0.uuid.as_ref()
    }

    /// Returns when the call was complete.
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        self.0.timestamp.as_ref()
    }
}

impl fmt::Debug for ToolUse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for ToolUse {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

/// The result of a tool call.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ToolResult {
    pub(super) tool_use_id: ToolUseId,
    pub(super) tool_use: Option<ToolUse>,
    pub(super) parent: Option<ToolUseId>,
    pub(super) outcome: ToolOutcome,
    /// `None` if there is no result.
    pub(super) block: Option<ContentBlock>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) output: Option<Raw>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) meta: Option<ToolResultMeta>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) uuid: Option<MessageUuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) timestamp: Option<Timestamp>,
}

/// How a tool call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ToolOutcome {
    /// The tool returned a result.
    Done,
    /// The tool failed, or did not run.
    Failed,
    /// No result arrived before the turn, the subagent or the stream ended.
    Missing,
}

impl ToolResult {
    /// Returns the ID of the call.
    #[must_use]
    pub fn tool_use_id(&self) -> &ToolUseId {
        &self.tool_use_id
    }

    /// Returns the call; `None` if it was made before the first of these events.
    #[must_use]
    pub fn tool_use(&self) -> Option<&ToolUse> {
        self.tool_use.as_ref()
    }

    /// Returns the call whose subagent called the tool; `None` for the main thread.
    #[must_use]
    pub fn parent(&self) -> Option<&ToolUseId> {
        self.parent.as_ref()
    }

    /// Returns how the call ended.
    #[must_use]
    pub fn outcome(&self) -> ToolOutcome {
        self.outcome
    }

    /// Returns whether the call failed, was denied, or has no result.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.outcome != ToolOutcome::Done
    }

    /// Returns the result as the model sees it; `None` if there is none.
    ///
    /// For a tool of the API, this is a block of a type of its own.
    #[must_use]
    pub fn block(&self) -> Option<&ContentBlock> {
        self.block.as_ref()
    }

    /// Returns the output of the tool in its own format, in addition to what the model sees, such
    /// as separate stdout and stderr.
    #[must_use]
    pub fn output(&self) -> Option<&Raw> {
        self.output.as_ref()
    }

    /// Returns who allowed or denied the call, and why the tool did not run.
    #[must_use]
    pub fn meta(&self) -> Option<&ToolResultMeta> {
        self.meta.as_ref()
    }

    /// Returns the ID of the message that contains the result.
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        self.uuid.as_ref()
    }

    /// Returns when the result arrived.
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        self.timestamp.as_ref()
    }

    /// Returns the text of the result. Other content is replaced by a word in brackets, such as
    /// `[image]`.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.block {
            Some(ContentBlock::ToolResult(block)) => content(block.content.value()),
            Some(ContentBlock::McpToolResult(block)) => content(block.content.as_ref()),
            Some(ContentBlock::WebSearchToolResult(block)) => {
                let results = block.results().unwrap_or_default();
                let titles = results.iter().map(|hit| hit.title.as_deref().unwrap_or(&hit.url));
                titles.collect::<Vec<_>>().join("\n")
            }
            Some(block) => serde_json::to_string(block).unwrap_or_default(),
            None => String::new(),
        }
    }

    /// Returns the beginning of the result, in one line of at most `limit` characters.
    #[must_use]
    pub fn preview(&self, limit: usize) -> String {
        let line = one_line(&self.text(), limit);
        match line.is_empty() {
            false => line,
            true if self.outcome == ToolOutcome::Missing => one_line("(no result)", limit),
            true => one_line("(no output)", limit),
        }
    }
}

fn content(content: Option<&Content>) -> String {
    match content {
        Some(Content::Text(text)) => text.clone(),
        Some(content) => {
            let blocks = content.blocks().iter().map(|block| match block {
                ContentBlock::Text(block) => &block.text,
                ContentBlock::Image(_) => "[image]",
                ContentBlock::Document(_) => "[document]",
                ContentBlock::ToolReference(block) => &block.tool_name,
                _ => "[block]",
            });
            blocks.collect::<Vec<_>>().join("\n")
        }
        None => String::new(),
    }
}

/// Returns the call that a block is the result of, and its outcome; `None` if the block is not a
/// result.
pub(super) fn answered(block: &ContentBlock) -> Option<(&ToolUseId, ToolOutcome)> {
    let (id, failed) = match block {
        ContentBlock::ToolResult(block) => (&block.tool_use_id, block.failed()),
        ContentBlock::McpToolResult(block) => (&block.tool_use_id, block.is_error == Some(true)),
        ContentBlock::WebSearchToolResult(block) => (&block.tool_use_id, block.error().is_some()),
        ContentBlock::WebFetchToolResult(block) => {
            (&block.tool_use_id, matches!(block.content, Some(WebFetchContent::Error(_))))
        }
        ContentBlock::CodeExecutionToolResult(block) => {
            (&block.tool_use_id, matches!(block.content, Some(CodeExecutionContent::Error(_))))
        }
        ContentBlock::BashCodeExecutionToolResult(block) => {
            (&block.tool_use_id, matches!(block.content, Some(BashCodeExecutionContent::Error(_))))
        }
        ContentBlock::TextEditorCodeExecutionToolResult(block) => {
            (&block.tool_use_id, matches!(block.content, Some(TextEditorContent::Error(_))))
        }
        ContentBlock::ToolSearchToolResult(block) => {
            (&block.tool_use_id, matches!(block.content, Some(ToolSearchContent::Error(_))))
        }
        ContentBlock::AdvisorToolResult(block) => {
            (&block.tool_use_id, matches!(block.content, Some(AdvisorContent::Error(_))))
        }
        _ => return None,
    };
    Some((id, if failed { ToolOutcome::Failed } else { ToolOutcome::Done }))
}
