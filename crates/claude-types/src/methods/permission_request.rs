//! Permission request: a constructor for tests, and the suggestions that are safe to accept.

use crate::generated::{CanUseToolRequest, PermissionUpdate};
use crate::values::{Extra, Raw};

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
        use crate::generated::PermissionBehavior::Allow;
        let suggestions = self.permission_suggestions.iter().flatten();
        let is_narrow = |update: &&PermissionUpdate| match update {
            PermissionUpdate::AddRules(rules) => rules.behavior == Allow,
            PermissionUpdate::AddDirectories(_) => true,
            _ => false,
        };
        suggestions.filter(is_narrow).cloned().collect()
    }
}
