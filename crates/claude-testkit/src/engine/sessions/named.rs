//! The sessions that a command line names.

use super::stored::Session;

/// What the command line says about the session, and what is known about it.
#[derive(Clone, Debug, Default)]
pub(in crate::engine) struct Start {
    pub(in crate::engine) session_id: Option<String>,
    pub(in crate::engine) resume: Option<String>,
    pub(in crate::engine) continues: bool,
    pub(in crate::engine) forks: bool,
    /// Whether the session is kept for later processes.
    pub(in crate::engine) is_kept: bool,
    /// The stored session with the ID of `--session-id`, that of `--resume`, and the latest.
    pub(super) same_id: Option<Session>,
    pub(super) resumed: Option<Session>,
    pub(super) latest: Option<Session>,
}

impl Start {
    /// A new session that is kept.
    pub(in crate::engine) fn kept() -> Self {
        Self { is_kept: true, ..Self::default() }
    }
}
