//! Tool name: the name of a tool of an MCP server, for the model and for rules.

use std::fmt;

/// The name of a tool of an MCP server (`mcp__server__tool`), or of all its tools (`mcp__server`).
///
/// Characters that the CLI does not accept in names become `_`, as in the CLI itself.
///
/// # Examples
///
/// ```
/// use claude_sdk::{Options, ToolName};
///
/// let add = ToolName::mcp("calculator", "add");
/// assert_eq!(add.to_string(), "mcp__calculator__add");
/// let options = Options::default().allow_tools([add]).disallow_tools([ToolName::server("web")]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ToolName(String);

impl ToolName {
    /// Returns the name of one tool of a server.
    #[must_use]
    pub fn mcp(server: &str, tool: &str) -> Self {
        Self(format!("mcp__{}__{}", plain(server), plain(tool)))
    }

    /// Returns the name of all tools of a server, for rules.
    #[must_use]
    pub fn server(server: &str) -> Self {
        Self(format!("mcp__{}", plain(server)))
    }

    /// Returns the name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn plain(name: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    name.chars().map(|c| if fits(c) { c } else { '_' }).collect()
}

impl fmt::Display for ToolName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for ToolName {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl From<ToolName> for String {
    fn from(name: ToolName) -> Self {
        name.0
    }
}

impl PartialEq<str> for ToolName {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_the_cli_makes_them() {
        assert_eq!(ToolName::mcp("lab", "add").as_str(), "mcp__lab__add");
        assert_eq!(ToolName::mcp("my lab.v2", "a/b").as_str(), "mcp__my_lab_v2__a_b");
        assert_eq!(ToolName::server("lab").as_str(), "mcp__lab");
    }
}
