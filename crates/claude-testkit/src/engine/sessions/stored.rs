//! Stored sessions: the data that outlives a process of the mock.

use serde::{Deserialize, Serialize};

/// A session that the mock keeps for later processes.
///
/// It holds no messages: the steps of a scenario do not depend on them.
///
/// # Examples
///
/// ```
/// use claude_testkit::engine::Session;
///
/// let session = Session::new("11111111-1111-4111-8111-111111111111", "/work");
/// assert_eq!(session.id(), "11111111-1111-4111-8111-111111111111");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    id: String,
    cwd: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(in crate::engine) deferred: Option<Deferred>,
    /// The UUIDs of the prompts that were delivered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(in crate::engine) prompts: Vec<String>,
}

impl Session {
    /// Creates a session without a deferred call.
    #[must_use]
    pub fn new(id: impl Into<String>, cwd: impl Into<String>) -> Self {
        Self { id: id.into(), cwd: cwd.into(), deferred: None, prompts: Vec::new() }
    }

    /// Returns the ID of the session.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Returns the working directory of the session.
    #[must_use]
    pub fn cwd(&self) -> &str {
        &self.cwd
    }

    /// Returns the tool call that waits for a later process, if there is one.
    #[must_use]
    pub fn deferred(&self) -> Option<&Deferred> {
        self.deferred.as_ref()
    }
}

/// A tool call that a hook has deferred. The next process of the session asks about it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Deferred {
    /// The ID of the call.
    pub tool_use_id: String,
    /// The name of the tool.
    pub name: String,
    /// The input, as JSON.
    pub input: String,
    /// The output in the scenario.
    pub(in crate::engine) output: Option<String>,
    /// The steps of the turn that follow the call.
    pub(in crate::engine) rest: String,
}

/// The sessions of earlier processes.
pub trait Sessions {
    /// Returns the session with this ID.
    fn get(&self, id: &str) -> Option<Session>;

    /// Returns the session of this working directory that was used last.
    fn latest(&self, cwd: &str) -> Option<Session>;
}
