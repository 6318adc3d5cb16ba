//! Approval: what the CLI asks, as one object for all kinds of requests.

use std::fmt;
use std::time::SystemTime;

use claude_types::{AgentId, PermissionUpdate, Raw, SessionId, ToolUseId};
use serde::{Deserialize, Serialize};

use super::time;

/// The ID of an approval. It is the key of its record.
///
/// The ID of a tool call consists of the session and the call, so the same call has the same ID in
/// each process that resumes the session. Any text can be an ID; a store must escape it.
///
/// # Examples
///
/// ```
/// use claude_sdk::approvals::ApprovalId;
///
/// let id = ApprovalId::from("4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10/toolu_1");
/// assert_eq!(id.as_str(), "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10/toolu_1");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ApprovalId(String);

impl ApprovalId {
    /// Returns the ID of a request of a session. `request` is the ID of the tool call, if there is
    /// one, or random.
    pub(super) fn of(session: Option<&SessionId>, request: &str) -> Self {
        Self(format!("{}/{request}", session.map_or("", |session| session.as_str())))
    }

    /// Returns the ID as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ApprovalId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for ApprovalId {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for ApprovalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an approval is about, which decides how it can be answered ([`Decision`](super::Decision)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ApprovalKind {
    /// Whether a tool may run.
    Permission,
    /// Questions of the model to the user (`AskUserQuestion`).
    Question,
    /// A plan of the model (`ExitPlanMode`).
    Plan,
    /// A form or URL of an MCP server.
    Elicitation,
    /// A dialog of the CLI.
    Dialog,
}

/// A request of the CLI that a person or a program answers. `Debug` does not show the input.
///
/// # Examples
///
/// ```
/// use claude_sdk::approvals::Approval;
///
/// fn line(approval: &Approval) -> String {
///     format!("{}: {}", approval.subject, approval.input.get())
/// }
/// ```
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Approval {
    /// The ID.
    pub id: ApprovalId,
    /// The session, if its ID is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
    /// What it is about.
    pub kind: ApprovalKind,
    /// The name of the tool. For an elicitation the name of the MCP server, for a dialog its kind.
    pub subject: String,
    /// The whole input of the tool. For an elicitation or a dialog the whole request.
    pub input: Raw,
    /// The changes of the permission rules that the CLI suggests. [`Decision::with_suggestions`]
    /// chooses some of them. A call that the guard of [`Approvals::park`] asks about has none.
    ///
    /// [`Decision::with_suggestions`]: super::Decision::with_suggestions
    /// [`Approvals::park`]: super::Approvals::park
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<PermissionUpdate>,
    /// The request as a text for a heading, if the CLI sends one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Why the CLI asks, if it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The tool call, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub call: Option<ToolUseId>,
    /// The subagent that asks; `None` for the main conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<AgentId>,
    /// When it was asked first. In JSON, times are milliseconds since 1970.
    #[serde(with = "time::millis")]
    pub asked_at: SystemTime,
    /// When it expires, if it does ([`Approvals::expire_after`](super::Approvals::expire_after)).
    #[serde(default, with = "time::maybe_millis", skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<SystemTime>,
}

impl fmt::Debug for Approval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Approval")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("subject", &self.subject)
            .field("agent", &self.agent)
            .field("asked_at", &self.asked_at)
            .field("expires_at", &self.expires_at)
            .finish_non_exhaustive()
    }
}
