//! Whether the CLI will take a change to the permissions.
//!
//! One change that it cannot read makes it ignore all changes of the same answer, in silence. So
//! they are looked at here first. It does not judge what a rule means: `git *` is for the CLI.

use crate::generated::{
    PermissionBehavior, PermissionMode, PermissionRule, PermissionUpdate,
    PermissionUpdateDestination,
};
use crate::values::Extra;

/// A change to the permissions that the CLI would not take, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
#[non_exhaustive]
pub struct InvalidUpdate {
    /// What is wrong with it.
    pub reason: String,
}

impl InvalidUpdate {
    fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

impl PermissionUpdate {
    /// Checks that the CLI can read this change.
    ///
    /// A change that the CLI suggested itself may be sent back whatever this says: a newer CLI
    /// knows more than this version.
    ///
    /// # Errors
    ///
    /// What is wrong with it: a type, behavior, destination or mode that is not known, or a field
    /// of another shape.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::{PermissionUpdate, PermissionUpdateDestination};
    ///
    /// let update = PermissionUpdate::allow(["Read"]);
    /// assert!(update.check().is_ok());
    /// let update = update.to(PermissionUpdateDestination::from("nowhere"));
    /// assert_eq!(update.check().unwrap_err().reason, "the destination `nowhere` is not known");
    /// ```
    pub fn check(&self) -> Result<(), InvalidUpdate> {
        match self {
            Self::AddRules(update) => rules(&update.rules, &update.behavior, &update.destination),
            Self::ReplaceRules(update) => {
                rules(&update.rules, &update.behavior, &update.destination)
            }
            Self::RemoveRules(update) => {
                rules(&update.rules, &update.behavior, &update.destination)
            }
            Self::SetMode(update) => {
                if let PermissionMode::Other(mode) = &update.mode {
                    return Err(unknown("mode", mode.as_ref()));
                }
                destination(&update.destination)
            }
            Self::AddDirectories(update) => destination(&update.destination),
            Self::RemoveDirectories(update) => destination(&update.destination),
            Self::Unknown(update) => Err(unknown("type", update.tag())),
            Self::Undecoded(update) => Err(InvalidUpdate::new(update.error.to_string())),
        }
    }
}

fn rules(
    rules: &[PermissionRule],
    behavior: &PermissionBehavior,
    to: &PermissionUpdateDestination,
) -> Result<(), InvalidUpdate> {
    if let PermissionBehavior::Other(behavior) = behavior {
        return Err(unknown("behavior", behavior.as_ref()));
    }
    for rule in rules {
        if has_invalid_content(rule.content.is_some(), &rule.extra) {
            let tool = &rule.tool_name;
            return Err(InvalidUpdate::new(format!(
                "the content of a rule for `{tool}` is no text"
            )));
        }
    }
    destination(to)
}

/// An optional field of another shape, null too, is kept among the unknown ones and written back.
fn has_invalid_content(is_set: bool, extra: &Extra) -> bool {
    !is_set && extra.get("ruleContent").is_some()
}

fn destination(destination: &PermissionUpdateDestination) -> Result<(), InvalidUpdate> {
    match destination {
        PermissionUpdateDestination::Other(name) => Err(unknown("destination", name.as_ref())),
        _ => Ok(()),
    }
}

fn unknown(what: &str, name: &str) -> InvalidUpdate {
    InvalidUpdate::new(format!("the {what} `{name}` is not known"))
}

#[cfg(test)]
mod tests;
