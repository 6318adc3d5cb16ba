//! Diagnostics: what is known about a CLI that did not answer in time.

use std::path::PathBuf;

use claude_protocol::StartupOutput;

use super::display::last_line;

/// What is known about a CLI that did not answer in time: enough for a report, and no secrets.
///
/// Of the arguments only the names of flags are told, of frames only their types. What the CLI
/// wrote as plain text is told as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostics {
    /// The CLI; `None` if the session had begun.
    pub program: Option<PathBuf>,
    /// Its version, if its path or the package around it tells.
    pub version: Option<String>,
    /// The names of the flags that it was started with; other arguments are shown as `…`.
    pub args: Vec<String>,
    /// The last part of what it wrote on stderr, up to 64 KiB.
    pub stderr: String,
    /// The types of its last frames before the handshake was done.
    pub frames: Vec<String>,
    /// Its last lines before the handshake was done that were no frames.
    pub noise: Vec<String>,
}

impl Diagnostics {
    /// Its last words: on stderr, or on stdout as plain text.
    pub(crate) fn last_words(&self) -> Option<String> {
        let noise = || self.noise.last().cloned();
        last_line(&self.stderr).or_else(noise)
    }
}

impl From<&StartupOutput> for Diagnostics {
    fn from(output: &StartupOutput) -> Self {
        Self {
            stderr: output.stderr.clone(),
            frames: output.frames.clone(),
            noise: output.noise.clone(),
            ..Self::default()
        }
    }
}
