//! Session identity: the ID, the plugins and the usage that all handles of a session share.

#[cfg(feature = "json")]
use std::sync::Arc;

use claude_types::{Message, SessionId, SystemMessage};

use super::SessionUsage;
#[cfg(feature = "json")]
use super::TypedAnswers;
use crate::plugin::{PluginEntry, Plugins};

/// The identity of a session. `launch/start.rs` generates the ID, so that it is known before the
/// CLI runs.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    /// The ID, unless only the CLI knows it.
    id: Option<SessionId>,
    /// Whether this side chooses the ID and passes it on the command line.
    given: bool,
    plugins: Plugins,
    /// What the session consumes.
    pub(crate) usage: SessionUsage,
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
        let plugins = Plugins::new(plugins, id.as_ref());
        Self {
            id,
            given,
            plugins,
            usage,
            #[cfg(feature = "json")]
            answers: Arc::default(),
        }
    }

    /// Sets the ID that the CLI has given to the session.
    pub(crate) fn claimed(&mut self, id: Option<SessionId>) {
        self.id = id;
        self.plugins.learn(self.id.as_ref());
    }

    /// Reads the ID from the first message that contains it, if only the CLI knew it.
    pub(crate) fn observe(&mut self, message: &Message) {
        if let (None, Message::System(SystemMessage::Init(init))) = (&self.id, message) {
            self.id.clone_from(&init.session_id);
            self.plugins.learn(self.id.as_ref());
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
        self.id.as_ref()
    }

    /// Returns the ID to start the CLI with.
    pub(crate) fn given(&self) -> Option<&SessionId> {
        self.id.as_ref().filter(|_| self.given)
    }
}
