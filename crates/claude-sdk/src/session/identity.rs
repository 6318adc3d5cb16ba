//! Session identity: the ID, the plugins and the usage that all handles of a session share.

use std::sync::Arc;
use std::time::Duration;

use claude_types::SessionId;

#[cfg(feature = "json")]
use super::TypedAnswers;
use super::{McpHealth, SessionUsage};
use crate::conversation::SessionIds;
use crate::plugin::{PluginEntry, Plugins};
use crate::spans::SessionSpans;
use crate::usage::Accounting;

/// The identity of a session. `launch/start.rs` generates the ID, so that it is known before the
/// CLI runs.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    /// The IDs that the session had. The observer in the loop adds those that the CLI reports.
    ids: Arc<SessionIds>,
    /// Whether this side chooses the ID and passes it on the command line.
    given: bool,
    plugins: Plugins,
    /// What the session consumes.
    pub(crate) usage: SessionUsage,
    /// The spans of the feature `tracing`.
    pub(crate) spans: SessionSpans,
    /// The MCP servers that are not connected.
    pub(crate) mcp: McpHealth,
    /// The settings for typed answers.
    #[cfg(feature = "json")]
    answers: Arc<TypedAnswers>,
}

impl Session {
    pub(crate) fn new(
        id: Option<SessionId>,
        given: bool,
        plugins: &[PluginEntry],
        usage: SessionUsage,
    ) -> Self {
        let ids = Arc::<SessionIds>::default();
        if let Some(id) = &id {
            ids.set(id);
        }
        let plugins = Plugins::new(plugins, &ids);
        Self {
            ids,
            given,
            plugins,
            usage,
            spans: SessionSpans::default(),
            mcp: McpHealth::default(),
            #[cfg(feature = "json")]
            answers: Arc::default(),
        }
    }

    /// Creates a session that no CLI runs.
    pub(crate) fn detached() -> Self {
        let usage = SessionUsage::new(Accounting::default(), None, false, Duration::ZERO);
        Self::new(None, false, &[], usage)
    }

    /// Sets the ID that the CLI has given to the session.
    pub(crate) fn claimed(&self, id: Option<SessionId>) {
        if let Some(id) = &id {
            self.ids.set(id);
        }
    }

    /// Returns the same session with other settings for typed answers.
    #[cfg(feature = "json")]
    pub(crate) fn answering(self, answers: TypedAnswers) -> Self {
        Self { answers: Arc::new(answers), ..self }
    }

    /// Returns the settings for typed answers.
    #[cfg(feature = "json")]
    pub(crate) fn answers(&self) -> &TypedAnswers {
        &self.answers
    }

    pub(crate) fn plugins(&self) -> &Plugins {
        &self.plugins
    }

    pub(crate) fn id(&self) -> Option<&SessionId> {
        self.ids.latest()
    }

    /// Returns the IDs of the session, for code that outlives a handle.
    pub(crate) fn ids(&self) -> &Arc<SessionIds> {
        &self.ids
    }

    /// Returns the ID to start the CLI with.
    pub(crate) fn given(&self) -> Option<&SessionId> {
        self.id().filter(|_| self.given)
    }
}
