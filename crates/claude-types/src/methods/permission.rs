//! Decisions about tool calls, and changes to the rules.
//!
//! The fields are generated; here is how the usual answers are made. It does not decide anything
//! and does not check rules: `git *` is for the CLI to read.

use crate::generated::{
    AddDirectories, AddRules, PermissionAllow, PermissionBehavior, PermissionDeny, PermissionMode,
    PermissionRequestDecision, PermissionResult, PermissionRule, PermissionUpdate,
    PermissionUpdateDestination, RemoveDirectories, RemoveRules, ReplaceRules, SetMode,
};
use crate::values::Raw;

/// The permission callback and the hook give the same answers.
macro_rules! decision {
    ($($decision:ident)*) => {$(
        impl $decision {
            /// The tool may run.
            #[must_use]
            pub fn allow() -> Self {
                Self::Allow(PermissionAllow::new())
            }

            /// The tool may run with this input, an object, in place of the model's.
            #[must_use]
            pub fn allow_with(input: impl Into<Raw>) -> Self {
                Self::Allow(PermissionAllow::new().updated_input(input))
            }

            /// The tool may not run; the model is told why.
            #[must_use]
            pub fn deny(message: impl Into<String>) -> Self {
                Self::Deny(PermissionDeny::new(message))
            }

            /// The tool may not run, and the turn ends.
            #[must_use]
            pub fn deny_and_interrupt(message: impl Into<String>) -> Self {
                Self::Deny(PermissionDeny::new(message).interrupt(true))
            }
        }

        impl From<PermissionAllow> for $decision {
            fn from(allow: PermissionAllow) -> Self {
                Self::Allow(allow)
            }
        }

        impl From<PermissionDeny> for $decision {
            fn from(deny: PermissionDeny) -> Self {
                Self::Deny(deny)
            }
        }
    )*};
}
decision!(PermissionResult PermissionRequestDecision);

/// A tool without more is a rule about all its calls.
impl From<&str> for PermissionRule {
    fn from(tool: &str) -> Self {
        Self::new(tool)
    }
}

/// Changes are for the running session unless [`PermissionUpdate::to`] names another place.
impl PermissionUpdate {
    /// Calls that fit these rules may run from now on.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::{PermissionRule, PermissionUpdate};
    ///
    /// let update = PermissionUpdate::allow([PermissionRule::new("Bash").content("git *")]);
    /// assert_eq!(
    ///     serde_json::to_value(update)?,
    ///     serde_json::json!({
    ///         "type": "addRules", "behavior": "allow", "destination": "session",
    ///         "rules": [{ "toolName": "Bash", "ruleContent": "git *" }],
    ///     }),
    /// );
    /// # Ok::<_, serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn allow<R: Into<PermissionRule>>(rules: impl IntoIterator<Item = R>) -> Self {
        Self::add(PermissionBehavior::Allow, rules)
    }

    /// Calls that fit these rules may not run from now on.
    #[must_use]
    pub fn deny<R: Into<PermissionRule>>(rules: impl IntoIterator<Item = R>) -> Self {
        Self::add(PermissionBehavior::Deny, rules)
    }

    /// Calls that fit these rules are asked about from now on.
    #[must_use]
    pub fn ask<R: Into<PermissionRule>>(rules: impl IntoIterator<Item = R>) -> Self {
        Self::add(PermissionBehavior::Ask, rules)
    }

    fn add<R: Into<PermissionRule>>(
        behavior: PermissionBehavior,
        rules: impl IntoIterator<Item = R>,
    ) -> Self {
        AddRules::new(collect(rules), behavior, PermissionUpdateDestination::Session).into()
    }

    /// These rules take the place of all that say the same.
    #[must_use]
    pub fn replace<R: Into<PermissionRule>>(
        behavior: PermissionBehavior,
        rules: impl IntoIterator<Item = R>,
    ) -> Self {
        ReplaceRules::new(collect(rules), behavior, PermissionUpdateDestination::Session).into()
    }

    /// These rules go.
    #[must_use]
    pub fn remove<R: Into<PermissionRule>>(
        behavior: PermissionBehavior,
        rules: impl IntoIterator<Item = R>,
    ) -> Self {
        RemoveRules::new(collect(rules), behavior, PermissionUpdateDestination::Session).into()
    }

    /// Another permission mode.
    #[must_use]
    pub fn mode(mode: PermissionMode) -> Self {
        SetMode::new(mode, PermissionUpdateDestination::Session).into()
    }

    /// Tools may work in these directories, too.
    #[must_use]
    pub fn add_directories<D: Into<String>>(directories: impl IntoIterator<Item = D>) -> Self {
        AddDirectories::new(collect(directories), PermissionUpdateDestination::Session).into()
    }

    /// Tools may no longer work in these directories.
    #[must_use]
    pub fn remove_directories<D: Into<String>>(directories: impl IntoIterator<Item = D>) -> Self {
        RemoveDirectories::new(collect(directories), PermissionUpdateDestination::Session).into()
    }

    /// Where the change is written: in a settings file, or nowhere but in the session. One that this
    /// version could not read stays as it came.
    #[must_use]
    pub fn to(mut self, destination: PermissionUpdateDestination) -> Self {
        match &mut self {
            Self::AddRules(update) => update.destination = destination,
            Self::ReplaceRules(update) => update.destination = destination,
            Self::RemoveRules(update) => update.destination = destination,
            Self::SetMode(update) => update.destination = destination,
            Self::AddDirectories(update) => update.destination = destination,
            Self::RemoveDirectories(update) => update.destination = destination,
            Self::Unknown(_) | Self::Undecoded(_) => {}
        }
        self
    }
}

fn collect<T: Into<U>, U>(from: impl IntoIterator<Item = T>) -> Vec<U> {
    from.into_iter().map(Into::into).collect()
}

macro_rules! update {
    ($($update:ident)*) => {$(
        impl From<$update> for PermissionUpdate {
            fn from(update: $update) -> Self {
                Self::$update(update)
            }
        }
    )*};
}
update!(AddRules ReplaceRules RemoveRules SetMode AddDirectories RemoveDirectories);

#[cfg(test)]
mod tests;
