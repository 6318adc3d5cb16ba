//! Facts of the application: what happens above the sessions.

use serde_json::Value;

/// A fact that code above the sessions tells, such as a retry or a finished job.
///
/// # Examples
///
/// ```
/// use claude_sdk::observer::{AppFact, tell};
///
/// tell(|| AppFact::new("my_app", "job_done", serde_json::json!({ "job": 7 })));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct AppFact {
    /// Who tells it: the name of a crate or program.
    pub source: &'static str,
    /// What happened, in snake case.
    pub kind: &'static str,
    /// The details.
    pub data: Value,
}

impl AppFact {
    /// Creates a fact.
    #[must_use]
    pub fn new(source: &'static str, kind: &'static str, data: Value) -> Self {
        Self { source, kind, data }
    }
}
