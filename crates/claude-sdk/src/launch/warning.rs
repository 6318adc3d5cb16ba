//! Warnings about options that are valid but probably unintended. They are logged at each start,
//! and returned by [`Options::warnings`].
//!
//! Nothing is refused here; that is `validate/`. A permission callback that would not be asked is
//! refused there, unless the options say that it is intended. Nothing is logged when options are
//! made or cloned.

use std::fmt;

use claude_types::PermissionMode;

use crate::error::CliVersion;
use crate::options::Options;
use crate::trace;

/// Something odd about options that are valid.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// There is a permission callback, and the permission mode asks nobody: it is never called.
    PermissionNeverAsked,
    /// There is a permission callback, and rules allow these tools as a whole: it is not called
    /// for them.
    PermissionNotAskedAbout {
        /// The tools in the order of the rules, each once.
        tools: Vec<String>,
    },
    /// The CLI is older than what is supported. Told by
    /// [`Client::warnings`](crate::Client::warnings), since only the CLI knows its version.
    OldCli {
        /// Its version.
        found: CliVersion,
    },
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::PermissionNeverAsked => f.write_str(
                "the permission callback is never asked: the mode `bypassPermissions` lets every \
                 tool run",
            ),
            Self::PermissionNotAskedAbout { tools } => {
                write!(f, "the permission callback is not asked about {}: ", tools.join(", "))?;
                f.write_str("`allow_tools` or `skills` let them run; a hook is asked in any case")
            }
            Self::OldCli { found } => {
                let supported = CliVersion::SUPPORTED;
                write!(f, "the CLI is version {found}, and {supported} is the oldest supported: ")?;
                f.write_str(
                    "guards, queues and newer requests work less well; see docs/versions.md",
                )
            }
        }
    }
}

/// # Warnings
impl Options {
    /// What is allowed but hardly meant. Each start tells it to `tracing`, too, if the feature of
    /// that name is on.
    ///
    /// It knows these options only, and not the rules of settings files.
    /// [`Options::validate`] refuses a callback that is passed over, unless
    /// [`Options::allow_shadowed_permissions`] says that it is meant, or all skills are the reason.
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

    /// Tells the warnings.
    pub(crate) fn warn(&self) {
        for warning in self.warnings() {
            trace::warning!("{warning}");
        }
    }
}

/// The rules of an entry: the CLI splits at commas and spaces that are in no brackets.
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

/// The tool that a rule allows whatever it is called with: `T`, `T()` and `T(*)`. What the CLI
/// cannot read as a tool with something in brackets, it takes for the name of a tool that does
/// not exist.
fn whole_tool(rule: &str) -> Option<&str> {
    let tool = rule.strip_suffix("()").or_else(|| rule.strip_suffix("(*)")).unwrap_or(rule);
    (!tool.is_empty() && !tool.contains(['(', ')'])).then_some(tool)
}

#[cfg(test)]
mod tests;
