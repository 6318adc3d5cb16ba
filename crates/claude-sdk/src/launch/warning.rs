//! Warnings: options that are valid but probably unintended. They are logged at each start, and
//! returned by [`Options::warnings`].
//!
//! `validate/` refuses options. It also refuses a permission callback that would not be called for
//! every tool, unless [`Options::allow_shadowed_permissions`] is set. Nothing is logged when
//! options are created or cloned.

use std::fmt;

use claude_types::PermissionMode;

use crate::error::CliVersion;
use crate::options::Options;
use crate::trace;

/// A valid option, or a CLI version, that is probably unintended.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// The permission callback is never called, because the permission mode allows every tool.
    PermissionNeverAsked,
    /// The permission callback is not called for these tools, because rules allow them.
    PermissionNotAskedAbout {
        /// The tools, in the order of the rules, each once.
        tools: Vec<String>,
    },
    /// Rules allow these tools, and other rules refuse them. The refusal counts.
    AllowedAndRefused {
        /// The rules that have no effect, in their order, each once.
        rules: Vec<String>,
    },
    /// An MCP server is not connected, so that its tools are missing. Only
    /// [`Client::warnings`](crate::Client::warnings) returns this warning.
    McpServerNotReady {
        /// The name of the server.
        server: String,
        /// The program of the server or its address, if the options declare the server. It contains
        /// no arguments, credentials or query.
        command: Option<String>,
        /// The state of the server (`failed`, `needs-auth`), or the reason that the CLI reports.
        reason: String,
    },
    /// The CLI is older than the oldest supported version. Only
    /// [`Client::warnings`](crate::Client::warnings) returns this warning.
    OldCli {
        /// The version of the CLI.
        found: CliVersion,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PermissionNeverAsked => f.write_str(
                "the permission callback is never called: the mode `bypassPermissions` allows every \
                 tool",
            ),
            Self::PermissionNotAskedAbout { tools } => {
                write!(f, "the permission callback is not called for {}: ", tools.join(", "))?;
                f.write_str("`allow_tools` or `skills` allow them; use a hook to check every call")
            }
            Self::AllowedAndRefused { rules } => {
                write!(f, "`allow_tools` has no effect for {}: ", rules.join(", "))?;
                f.write_str("`disallow_tools` refuses the same, and a refusal counts")
            }
            Self::McpServerNotReady { server, command, reason } => {
                write!(f, "the MCP server `{server}` is not ready, so its tools are missing")?;
                if let Some(command) = command {
                    write!(f, " (`{command}`)")?;
                }
                write!(f, ": {reason}")
            }
            Self::OldCli { found } => {
                let supported = CliVersion::SUPPORTED;
                write!(f, "CLI {found} is older than {supported}, the oldest supported version: ")?;
                f.write_str(
                    "guards, queues and newer requests are limited; see docs/versions.md",
                )
            }
        }
    }
}

/// # Warnings
impl Options {
    /// Returns warnings about options that are valid but probably unintended.
    ///
    /// Each start logs them with `tracing`, if the feature `tracing` is enabled. Rules in settings
    /// files are not read.
    ///
    /// [`Options::validate`] refuses a callback that is not called for a tool, unless
    /// [`Options::allow_shadowed_permissions`] is set, or the tools only read (`Read`, `Grep`,
    /// `Glob`), or [`Skills::All`](crate::Skills::All) is the only reason.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::{Options, Permission};
    /// use claude_sdk::version::Warning;
    ///
    /// let options = Options::default()
    ///     .allow_tools(["Read", "Bash(git log:*)"])
    ///     .on_permission(|_, _| async { Permission::deny("no") })
    ///     .allow_shadowed_permissions(true);
    /// let tools = vec!["Read".to_owned()];
    /// assert_eq!(options.warnings(), [Warning::PermissionNotAskedAbout { tools }]);
    /// ```
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = self.shadow_warnings();
        let rules = self.refused_rules();
        if !rules.is_empty() {
            warnings.push(Warning::AllowedAndRefused { rules });
        }
        warnings
    }

    /// Returns the rules that allow what another rule refuses.
    fn refused_rules(&self) -> Vec<String> {
        let refused: Vec<_> = self.disallowed_tools.iter().flat_map(|entry| rules(entry)).collect();
        let mut found: Vec<String> = Vec::new();
        for rule in self.allowed_tools.iter().flat_map(|entry| rules(entry)) {
            let is_refused = refused.iter().any(|refusal| refuses(refusal, rule));
            if is_refused && !found.iter().any(|known| known == rule) {
                found.push(rule.into());
            }
        }
        found
    }

    /// Returns warnings about a permission callback that is not called.
    pub(super) fn shadow_warnings(&self) -> Vec<Warning> {
        if self.permission.is_none() {
            return Vec::new();
        }
        if self.permission_mode == Some(PermissionMode::BypassPermissions) {
            return vec![Warning::PermissionNeverAsked];
        }
        let mut tools: Vec<String> = Vec::new();
        for entry in self.rules_that_allow().iter() {
            for tool in rules(entry).filter_map(whole_tool) {
                if !tools.iter().any(|known| known == tool) {
                    tools.push(tool.into());
                }
            }
        }
        if tools.is_empty() {
            return Vec::new();
        }
        vec![Warning::PermissionNotAskedAbout { tools }]
    }

    /// Logs the warnings.
    pub(crate) fn warn(&self) {
        for warning in self.warnings() {
            trace::warning!("{warning}");
        }
    }
}

/// Splits an entry into rules, as the CLI does: at commas and white space outside of parentheses.
fn rules(entry: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    entry.split(move |c| {
        match c {
            '(' => inside = true,
            ')' => inside = false,
            _ => {}
        }
        !inside && (c == ',' || c.is_whitespace())
    })
}

/// Returns the tool, if a rule allows it with every input: `T`, `T()` and `T(*)`.
///
/// A rule with other parentheses that the CLI cannot parse allows nothing: the CLI reads it as the
/// name of a tool that does not exist.
fn whole_tool(rule: &str) -> Option<&str> {
    let tool = rule.strip_suffix("()").or_else(|| rule.strip_suffix("(*)")).unwrap_or(rule);
    (!tool.is_empty() && !tool.contains(['(', ')'])).then_some(tool)
}

/// Returns whether a rule refuses all that another one allows: the same rule, the whole tool, or
/// the MCP server of the tool.
fn refuses(refusal: &str, rule: &str) -> bool {
    if refusal.is_empty() || rule.is_empty() {
        return false;
    }
    let tool = rule.split('(').next().unwrap_or(rule);
    let Some(refused) = whole_tool(refusal) else { return refusal == rule };
    let server = refused.strip_suffix("__*").unwrap_or(refused);
    let of_server = server.starts_with("mcp__")
        && server.matches("__").count() == 1
        && tool.strip_prefix(server).is_some_and(|rest| rest.starts_with("__"));
    tool == refused || of_server
}

#[cfg(test)]
mod tests;
