//! Prompt choices: the system prompt, the base set of tools, and where permissions are asked for.

use std::fmt;
use std::path::PathBuf;

/// The system prompt of a session.
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum SystemPrompt {
    /// None: the model gets no instructions but the CLI's one-line identity. The default.
    #[default]
    Empty,
    /// This text in place of Claude Code's.
    Text(String),
    /// These parts in place of Claude Code's. What stands before
    /// [`SystemPrompt::DYNAMIC_BOUNDARY`] is the same for all sessions, so that they can share a
    /// cached prompt.
    Blocks(Vec<String>),
    /// Claude Code's own.
    Preset,
    /// Claude Code's own, with this text at its end.
    Append(String),
    /// The text of this file in place of Claude Code's.
    File(PathBuf),
}

impl SystemPrompt {
    /// The part that parts what all sessions have in common from what is this session's own.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::{Options, SystemPrompt};
    ///
    /// let parts = ["You review code.", SystemPrompt::DYNAMIC_BOUNDARY, "Today is Monday."];
    /// let options = Options::default().system_prompt(SystemPrompt::blocks(parts));
    /// ```
    pub const DYNAMIC_BOUNDARY: &str = "__SYSTEM_PROMPT_DYNAMIC_BOUNDARY__";

    /// Parts in place of Claude Code's prompt.
    pub fn blocks<T: Into<String>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::Blocks(parts.into_iter().map(Into::into).collect())
    }

    /// Tells whether there is to be none.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.is_empty(),
            _ => false,
        }
    }

    /// Tells whether Claude Code's own prompt is part of it.
    pub(crate) fn is_preset(&self) -> bool {
        matches!(self, Self::Preset | Self::Append(_))
    }
}

impl fmt::Debug for SystemPrompt {
    /// Shows which form it is, and nothing of its text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Empty",
            Self::Text(_) => "Text(…)",
            Self::Blocks(_) => "Blocks(…)",
            Self::Preset => "Preset",
            Self::Append(_) => "Append(…)",
            Self::File(_) => "File(…)",
        })
    }
}

impl From<&str> for SystemPrompt {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for SystemPrompt {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// The tools that the model has at all. Which of them may run without asking is another matter:
/// [`Options::allow_tools`](crate::Options::allow_tools).
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Tools {
    /// The CLI's default set.
    Default,
    /// These only; none if the list is empty.
    Only(Vec<String>),
}

/// Who answers where the CLI asks whether a tool may run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PermissionPrompts {
    /// The program: [`Options::on_permission`](crate::Options::on_permission), or the tool of
    /// [`Options::permission_prompt_tool`](crate::Options::permission_prompt_tool).
    Host,
    /// Nobody: what would be asked is denied at once, and the model is told that nobody can be
    /// asked.
    Nobody,
}

impl PermissionPrompts {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Host => "host",
            Self::Nobody => "none",
        }
    }
}

/// How a preview in a question to the user is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuestionPreview {
    /// As Markdown or plain text.
    Markdown,
    /// As a piece of HTML that needs nothing else.
    Html,
}

impl QuestionPreview {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }
}
