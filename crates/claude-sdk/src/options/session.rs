//! Options about the session: which one, what is kept of it, and what is streamed.

use claude_types::{MessageUuid, SessionId};

use super::Options;

/// # Session
impl Options {
    /// Resumes a session by its id or title.
    #[must_use]
    pub fn resume(mut self, session: impl Into<String>) -> Self {
        self.resume = Some(session.into());
        self
    }

    /// Continues the latest session of the working directory.
    #[must_use]
    pub fn continue_latest(mut self, enabled: bool) -> Self {
        self.continue_ = enabled;
        self
    }

    /// With [`Options::resume`] or [`Options::continue_latest`]: goes on in a copy with a new id.
    #[must_use]
    pub fn fork_session(mut self, enabled: bool) -> Self {
        self.fork_session = enabled;
        self
    }

    /// The id of the new session, a UUID. Without it, one is made.
    #[must_use]
    pub fn session_id(mut self, id: impl Into<SessionId>) -> Self {
        self.session_id = Some(id.into());
        self
    }

    /// With [`Options::resume`]: takes the conversation up to and with this message only.
    #[must_use]
    pub fn resume_at(mut self, message: impl Into<MessageUuid>) -> Self {
        self.resume_at = Some(message.into());
        self
    }

    /// With [`Options::resume_at`]: what is cut off must be the turn of this prompt. Where it is
    /// more, the CLI refuses, and would again.
    #[must_use]
    pub fn resume_drops_turn(mut self, prompt: impl Into<MessageUuid>) -> Self {
        self.resume_drops_turn = Some(prompt.into());
        self
    }

    /// Whether the session is kept on disk, so that it can be resumed. It is, without this.
    #[must_use]
    pub fn persist_session(mut self, kept: bool) -> Self {
        self.persist_session = kept;
        self
    }

    /// The title of a new session.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Has the CLI keep files as they were before it changed them, so that they can be taken back
    /// to where they were at a prompt.
    ///
    /// The CLI then also repeats each prompt as a [`crate::Message::User`] with `is_replay`, whose
    /// `uuid` names the prompt.
    #[must_use]
    pub fn file_checkpointing(mut self, enabled: bool) -> Self {
        self.file_checkpointing = enabled;
        self
    }

    /// Streams answers while they are written, as [`crate::Message::StreamEvent`].
    #[must_use]
    pub fn include_partial_messages(mut self, enabled: bool) -> Self {
        self.include_partial_messages = enabled;
        self
    }

    /// Tells when hooks of any kind begin and end, as messages. Those of `SessionStart` and
    /// `Setup` are told in any case.
    #[must_use]
    pub fn include_hook_events(mut self, enabled: bool) -> Self {
        self.include_hook_events = enabled;
        self
    }

    /// Sends a suggestion for the next prompt after a result.
    #[must_use]
    pub fn prompt_suggestions(mut self, enabled: bool) -> Self {
        self.prompt_suggestions = enabled;
        self
    }
}
