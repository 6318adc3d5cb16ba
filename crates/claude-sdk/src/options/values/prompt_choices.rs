//! Prompt choices: the system prompt, the available tools, and where permission requests are
//! answered.

use std::fmt;
use std::path::PathBuf;

/// The system prompt of a session.
///
/// # Examples
///
/// ```
/// use claude_sdk::{Options, SystemPrompt};
///
/// let own = Options::default().system_prompt("You review code.");
/// let preset = Options::default().system_prompt(SystemPrompt::Append("Answer briefly.".into()));
/// ```
#[derive(Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum SystemPrompt {
    /// No system prompt, except one line of the CLI about its identity. The default.
    #[default]
    Empty,
    /// A text that replaces the prompt of Claude Code.
    Text(String),
    /// Blocks that replace the prompt of Claude Code. If the blocks before
    /// [`SystemPrompt::DYNAMIC_BOUNDARY`] are the same in several sessions, they can share a cached
    /// prompt.
    Blocks(Vec<String>),
    /// The prompt of Claude Code.
    Preset,
    /// The prompt of Claude Code, followed by a text.
    Append(String),
    /// The text of a file, which replaces the prompt of Claude Code.
    File(PathBuf),
}

impl SystemPrompt {
    /// A block that separates the blocks that sessions share from those of one session.
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

    /// Creates a prompt of blocks that replaces the prompt of Claude Code.
    pub fn blocks<T: Into<String>>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::Blocks(parts.into_iter().map(Into::into).collect())
    }

    /// Returns whether the prompt is empty.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.is_empty(),
            _ => false,
        }
    }

    /// Returns whether it contains the prompt of Claude Code.
    pub(crate) fn is_preset(&self) -> bool {
        matches!(self, Self::Preset | Self::Append(_))
    }
}

impl fmt::Debug for SystemPrompt {
    /// Shows the variant, without its text.
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

/// The tools that are available to the model.
///
/// [`Options::allow_tools`](crate::Options::allow_tools) sets which of them run without a
/// permission request.
///
/// # Examples
///
/// ```
/// use claude_sdk::{Options, Tools};
///
/// let tools = Tools::Only(vec!["Read".into(), "Bash".into()]);
/// let options = Options::default().tools(tools).allow_tools(["Read", "Bash(git log:*)"]);
/// assert!(options.validate().is_ok());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Tools {
    /// The default tools of the CLI.
    Default,
    /// Only these tools; none if the list is empty.
    Only(Vec<String>),
}

/// Where permission requests are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PermissionPrompts {
    /// In this program: by [`Options::on_permission`](crate::Options::on_permission), or by the
    /// tool of [`Options::permission_prompt_tool`](crate::Options::permission_prompt_tool).
    Host,
    /// Nowhere: each request is denied at once, and the model is given that reason.
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

/// The format of previews in questions to the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum QuestionPreview {
    /// Markdown or plain text.
    Markdown,
    /// A self-contained fragment of HTML.
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
