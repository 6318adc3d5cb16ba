//! Permission update check: whether the CLI accepts an update.
//!
//! If one update is invalid, the CLI ignores all updates of the same reply without an error. Check
//! them before sending. The content of a rule, such as `git *`, is not checked.

use crate::generated::{
    PermissionBehavior, PermissionMode, PermissionRule, PermissionUpdate,
    PermissionUpdateDestination,
};
use crate::values::Extra;

/// An error for a permission update that the CLI does not accept.
///
/// # Examples
///
/// ```
/// use claude_types::{PermissionUpdate, PermissionUpdateDestination};
///
/// let nowhere = PermissionUpdateDestination::from("nowhere");
/// let invalid = PermissionUpdate::allow(["Read"]).to(nowhere).check().unwrap_err();
/// assert!(!invalid.reason.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
#[non_exhaustive]
pub struct InvalidUpdate {
    /// The cause.
    pub reason: String,
}

impl InvalidUpdate {
    fn new(reason: impl Into<String>) -> Self {
        Self { reason: reason.into() }
    }
}

impl PermissionUpdate {
    /// Checks that the CLI accepts this update.
    ///
    /// An update that the CLI itself suggested may be sent back without this check: a newer CLI may
    /// use values that this version does not know.
    ///
    /// # Errors
    ///
    /// [`InvalidUpdate`] if the type, behavior, destination or mode is unknown, or if a field has a
    /// value of an unexpected type.
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

/// Returns whether the content of a rule is invalid: then it is in `extra`, and would be written.
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
