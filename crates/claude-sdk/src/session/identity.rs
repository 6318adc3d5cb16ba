//! Session: the id, the plugins and the usage that all handles of a session share.

#[cfg(feature = "json")]
use std::sync::Arc;

use claude_types::{Message, SessionId, SystemMessage};

use super::SessionUsage;
#[cfg(feature = "json")]
use super::TypedAnswers;
use crate::plugin::{PluginEntry, Plugins};

/// Which session it is. `launch/start.rs` makes the id, so that it is known before the CLI runs.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    /// The id, unless only the CLI knows it.
    id: Option<SessionId>,
    /// The id is ours to give, so it goes on the command line.
    given: bool,
    plugins: Plugins,
    /// What it consumes.
    pub(crate) usage: SessionUsage,
    /// What it knows of typed answers.
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

    /// The CLI has given it this id.
    pub(crate) fn claimed(&mut self, id: Option<SessionId>) {
        self.id = id;
        self.plugins.learn(self.id.as_ref());
    }

    /// Learns the id from the first message that tells it, where only the CLI knew it.
    pub(crate) fn observe(&mut self, message: &Message) {
        if let (None, Message::System(SystemMessage::Init(init))) = (&self.id, message) {
            self.id.clone_from(&init.session_id);
            self.plugins.learn(self.id.as_ref());
        }
    }

    /// The same session with other options for typed answers.
    #[cfg(feature = "json")]
    pub(crate) fn answering(self, answers: TypedAnswers) -> Self {
        Self { answers: Arc::new(answers), ..self }
    }

    /// What it knows of typed answers.
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

    /// The id to start the CLI with.
    pub(crate) fn given(&self) -> Option<&SessionId> {
        self.id.as_ref().filter(|_| self.given)
    }
}
