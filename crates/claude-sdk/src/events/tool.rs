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

/// A call of a tool, with its whole input.
///
/// Clones share the call.
#[derive(Clone, PartialEq)]
pub struct ToolUse(Arc<Call>);

#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Call {
    pub(super) key: BlockKey,
    pub(super) id: ToolUseId,
    pub(super) name: String,
    pub(super) input: Raw,
    /// The API runs it, not the CLI.
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

    /// The block that holds the call.
    #[must_use]
    pub fn key(&self) -> &BlockKey {
        &self.0.key
    }

    /// The id of the call, which its result names. Events of a subagent that the call starts have
    /// it as their parent.
    #[must_use]
    pub fn id(&self) -> &ToolUseId {
        &self.0.id
    }

    /// The tool's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The input as it came.
    #[must_use]
    pub fn input(&self) -> &Raw {
        &self.0.input
    }

    /// Tells whether the call is one of the tool with this input, under any of its names.
    #[must_use]
    pub fn is<T: ToolInput>(&self) -> bool {
        !self.is_server() && (self.name() == T::TOOL || T::ALIASES.contains(&self.name()))
    }

    /// Reads the input as that of a tool, without a look at the tool's name.
    ///
    /// # Errors
    ///
    /// The input is no input of this tool.
    pub fn input_as<T: ToolInput>(&self) -> Result<T, DecodeError> {
        claude_types::ToolUseBlock::new(self.id().clone(), self.name(), self.input().clone())
            .input_as()
    }

    /// Tells whether the API runs the tool, such as its web search, and not the CLI.
    #[must_use]
    pub fn is_server(&self) -> bool {
        self.0.server
    }

    /// One line that says what the call is about: the command, the path, the question. For tools
    /// that are not known, the input.
    #[must_use]
    pub fn summary(&self) -> String {
        summary(self)
    }

    /// The message that holds the call.
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        self.0.uuid.as_ref()
    }

    /// When the call was complete.
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

/// What came of a call.
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

/// How a call ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ToolOutcome {
    /// The tool gave a result.
    Done,
    /// The tool failed, or did not run.
    Failed,
    /// No result came before the turn, the subagent or the stream ended.
    Missing,
}

impl ToolResult {
    /// The id of the call.
    #[must_use]
    pub fn tool_use_id(&self) -> &ToolUseId {
        &self.tool_use_id
    }

    /// The call; `None` if it came before these events began.
    #[must_use]
    pub fn tool_use(&self) -> Option<&ToolUse> {
        self.tool_use.as_ref()
    }

    /// The call whose subagent called the tool; `None` in the main thread.
    #[must_use]
    pub fn parent(&self) -> Option<&ToolUseId> {
        self.parent.as_ref()
    }

    /// How the call ended.
    #[must_use]
    pub fn outcome(&self) -> ToolOutcome {
        self.outcome
    }

    /// Tells whether the call failed, was refused, or has no result.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.outcome != ToolOutcome::Done
    }

    /// The result as the model sees it; `None` if there is none. For a tool of the API it is a
    /// block of that tool's own.
    #[must_use]
    pub fn block(&self) -> Option<&ContentBlock> {
        self.block.as_ref()
    }

    /// What the tool put out beside what the model sees, such as stdout and stderr apart.
    #[must_use]
    pub fn output(&self) -> Option<&Raw> {
        self.output.as_ref()
    }

    /// Who let the tool run or refused it, and why it did not run.
    #[must_use]
    pub fn meta(&self) -> Option<&ToolResultMeta> {
        self.meta.as_ref()
    }

    /// The message that holds the result.
    #[must_use]
    pub fn uuid(&self) -> Option<&MessageUuid> {
        self.uuid.as_ref()
    }

    /// When the result was there.
    #[must_use]
    pub fn timestamp(&self) -> Option<&Timestamp> {
        self.timestamp.as_ref()
    }

    /// The text of the result; what is no text stands as a word in brackets.
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

    /// The beginning of the result in one line of at most `limit` characters.
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

/// The call that a block is the result of; `None` if it is no result.
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
