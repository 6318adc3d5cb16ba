//! Tools: the programs that a recording needs: the CLI, and a small MCP server that the CLI can
//! start.

use std::path::PathBuf;

/// The paths of the programs.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Tools {
    /// The Claude Code CLI.
    pub cli: PathBuf,
    /// A program that is an MCP server on stdin and stdout if its only argument is `mcp-server`.
    pub server: PathBuf,
}

impl Tools {
    /// Names the CLI and the MCP server, for example the program `record-wire`.
    pub fn new(cli: impl Into<PathBuf>, server: impl Into<PathBuf>) -> Self {
        Self { cli: cli.into(), server: server.into() }
    }
}
