//! Diagnostics: what is known about a CLI that did not answer in time.

use std::path::PathBuf;

use claude_protocol::StartupOutput;

use super::display::last_line;

/// What is known about a CLI that did not answer in time, for a bug report. It contains no secrets
/// of the options.
///
/// Of the arguments only the names of flags are included, and of protocol frames only their types.
/// Plain text that the CLI wrote is included unchanged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Diagnostics {
    /// The path of the CLI; `None` if the handshake was already done.
    pub program: Option<PathBuf>,
    /// The version of the CLI, if its path or its package contains it.
    pub version: Option<String>,
    /// The names of the flags of the CLI; other arguments are shown as `…`.
    pub args: Vec<String>,
    /// The end of stderr, up to 64 KiB.
    pub stderr: String,
    /// The types of the last frames before the handshake was done, at most 8.
    pub frames: Vec<String>,
    /// The last lines on stdout that were not frames before the handshake was done: at most 8, cut
    /// to 200 characters each.
    pub noise: Vec<String>,
}

impl Diagnostics {
    /// Returns the last output of the CLI: on stderr, or on stdout as plain text.
    pub(crate) fn last_output(&self) -> Option<String> {
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
