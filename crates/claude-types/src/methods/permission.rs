//! Permissions: constructors of permission decisions, updates and requests.
//!
//! Rules such as `git *` are interpreted by the CLI only. They are not checked here.

use crate::generated::{
    AddDirectories, AddRules, CanUseToolRequest, PermissionAllow, PermissionBehavior,
    PermissionDeny, PermissionMode, PermissionRequestDecision, PermissionResult, PermissionRule,
    PermissionUpdate, PermissionUpdateDestination, RemoveDirectories, RemoveRules, ReplaceRules,
    SetMode,
};
use crate::values::{Extra, Raw};

/// Implements the decisions of the permission callback and of the hook, which are the same.
macro_rules! decision {
    ($($decision:ident)*) => {$(
        impl $decision {
            /// Allows the tool call.
            #[must_use]
            pub fn allow() -> Self {
                Self::Allow(PermissionAllow::new())
            }

            /// Allows the tool call with another input, which must be an object.
            #[must_use]
            pub fn allow_with(input: impl Into<Raw>) -> Self {
                Self::Allow(PermissionAllow::new().updated_input(input))
            }

            /// Denies the tool call. The model gets the message.
            #[must_use]
            pub fn deny(message: impl Into<String>) -> Self {
                Self::Deny(PermissionDeny::new(message))
            }

            /// Denies the tool call and ends the turn.
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

/// A rule as in settings: the name of a tool is a rule for all its calls, `Bash(git *)` one for some.
///
/// `Bash(*)` and `Bash()` are rules for all calls. In the parentheses, `\(`, `\)` and `\\` stand for these
/// characters.
///
/// # Examples
///
/// ```
/// use claude_types::PermissionRule;
///
/// let rule = PermissionRule::from("Bash(git *)");
/// assert_eq!((&*rule.tool_name, rule.content.as_deref()), ("Bash", Some("git *")));
/// assert_eq!(PermissionRule::from("Bash(*)"), PermissionRule::new("Bash"));
/// ```
impl From<&str> for PermissionRule {
    fn from(rule: &str) -> Self {
        match rule.strip_suffix(')').and_then(|rule| rule.split_once('(')) {
            Some((tool, "" | "*")) if !tool.is_empty() => Self::new(tool),
            Some((tool, content)) if !tool.is_empty() => {
                Self::new(tool).content(unescaped(content))
            }
            _ => Self::new(rule),
        }
    }
}

/// Replaces `\(`, `\)` and `\\` by the character behind the backslash.
fn unescaped(content: &str) -> String {
    let (mut text, mut rest) = (String::with_capacity(content.len()), content.chars().peekable());
    while let Some(letter) = rest.next() {
        match rest.peek() {
            Some(next @ ('(' | ')' | '\\')) if letter == '\\' => {
                text.push(*next);
                rest.next();
            }
            _ => text.push(letter),
        }
    }
    text
}

/// Updates apply to the running session. To write them to settings, use [`PermissionUpdate::to`].
impl PermissionUpdate {
    /// Adds rules that allow calls.
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

    /// Adds rules that deny calls.
    #[must_use]
    pub fn deny<R: Into<PermissionRule>>(rules: impl IntoIterator<Item = R>) -> Self {
        Self::add(PermissionBehavior::Deny, rules)
    }

    /// Adds rules that require a permission request for calls.
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

    /// Replaces all rules with this behavior.
    #[must_use]
    pub fn replace<R: Into<PermissionRule>>(
        behavior: PermissionBehavior,
        rules: impl IntoIterator<Item = R>,
    ) -> Self {
        ReplaceRules::new(collect(rules), behavior, PermissionUpdateDestination::Session).into()
    }

    /// Removes these rules.
    #[must_use]
    pub fn remove<R: Into<PermissionRule>>(
        behavior: PermissionBehavior,
        rules: impl IntoIterator<Item = R>,
    ) -> Self {
        RemoveRules::new(collect(rules), behavior, PermissionUpdateDestination::Session).into()
    }

    /// Changes the permission mode.
    #[must_use]
    pub fn mode(mode: PermissionMode) -> Self {
        SetMode::new(mode, PermissionUpdateDestination::Session).into()
    }

    /// Allows tools to work in these directories.
    #[must_use]
    pub fn add_directories<D: Into<String>>(directories: impl IntoIterator<Item = D>) -> Self {
        AddDirectories::new(collect(directories), PermissionUpdateDestination::Session).into()
    }

    /// Removes directories in which tools may work.
    #[must_use]
    pub fn remove_directories<D: Into<String>>(directories: impl IntoIterator<Item = D>) -> Self {
        RemoveDirectories::new(collect(directories), PermissionUpdateDestination::Session).into()
    }

    /// Sets the destination of the update: a settings file, or the session only.
    ///
    /// An update that this version could not decode does not change.
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

impl CanUseToolRequest {
    /// Creates a request for a tool with this input, to test a callback without a session.
    ///
    /// The other fields are empty; set them where the callback reads them.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::{CanUseToolRequest, Tool};
    ///
    /// let ask = CanUseToolRequest::new("Bash", serde_json::json!({ "command": "ls" }));
    /// assert!(matches!(ask.tool(), Tool::Bash(bash) if bash.command == "ls"));
    /// ```
    #[must_use]
    pub fn new(tool_name: impl Into<String>, input: impl Into<Raw>) -> Self {
        Self {
            tool_name: tool_name.into(),
            display_name: None,
            input: input.into(),
            description: None,
            title: None,
            permission_suggestions: None,
            blocked_path: None,
            decision_reason: None,
            decision_reason_type: None,
            decision_reason_hook_event: None,
            decision_reason_hook_source: None,
            decision_reason_rule_source: None,
            matched_ask_rule: None,
            server_policy_ask_only: None,
            classifier_approvable: None,
            suppress_always_allow_rule: None,
            default_to_no: None,
            requires_user_interaction: None,
            mcp_server: None,
            agent_id: None,
            tool_use_id: None,
            extra: Extra::default(),
        }
    }

    /// Returns the suggestions that allow calls like this one, and nothing else: added rules and
    /// added directories.
    ///
    /// The other suggestions are left out. A suggestion can be a permission mode such as
    /// `acceptEdits`, which opens the rest of the session to tools that nobody asked about.
    /// `Display` of a [`PermissionUpdate`] says what it allows, for how long and where it is kept.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_types::{CanUseToolRequest, PermissionMode, PermissionUpdate};
    ///
    /// let mut ask = CanUseToolRequest::new("Write", serde_json::json!({ "file_path": "/a" }));
    /// let mode = PermissionUpdate::mode(PermissionMode::AcceptEdits);
    /// ask.permission_suggestions = Some(vec![mode, PermissionUpdate::allow(["Write"])]);
    /// assert_eq!(ask.suggested_rules(), [PermissionUpdate::allow(["Write"])]);
    /// ```
    #[must_use]
    pub fn suggested_rules(&self) -> Vec<PermissionUpdate> {
        let suggestions = self.permission_suggestions.iter().flatten();
        let is_narrow = |update: &&PermissionUpdate| match update {
            PermissionUpdate::AddRules(rules) => rules.behavior == PermissionBehavior::Allow,
            PermissionUpdate::AddDirectories(_) => true,
            _ => false,
        };
        suggestions.filter(is_narrow).cloned().collect()
    }
}

#[cfg(test)]
mod tests;
