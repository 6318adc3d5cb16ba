//! Choices with a few shapes: the system prompt and the base set of tools.

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
    /// Claude Code's own.
    Preset,
    /// Claude Code's own, with this text at its end.
    Append(String),
    /// The text of this file in place of Claude Code's.
    File(PathBuf),
}

impl fmt::Debug for SystemPrompt {
    /// Shows which form it is, and nothing of its text.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Empty",
            Self::Text(_) => "Text(…)",
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
