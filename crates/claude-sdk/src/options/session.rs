//! Session: setters that choose the session, what it stores, and which messages it sends.

use std::path::PathBuf;

use claude_protocol::facts::MirrorSink;
use claude_types::{MessageUuid, SessionId};

use super::Options;

/// What is resumed.
#[derive(Debug, Clone, PartialEq, Hash)]
pub(crate) enum Resume {
    /// A session, by its ID or title.
    Session(String),
    /// The file of a transcript.
    File(PathBuf),
}

/// # Session
impl Options {
    /// Sets the session to resume, by its ID or title.
    ///
    /// By default, a new session is started. Becomes `--resume`.
    #[must_use]
    pub fn resume(mut self, session: impl Into<String>) -> Self {
        self.resume = Some(Resume::Session(session.into()));
        self
    }

    /// Sets the session to resume by the file of its transcript, an absolute path that ends in `.jsonl`.
    ///
    /// By default, a new session is started. Becomes `--resume`; replaces [`Options::resume`].
    ///
    /// A session ID is looked up in the folder of the working directory, and the same ID may be in two
    /// folders; a path names one file, wherever it is. The CLI appends to the file (seen), or, if the
    /// session is forked, to a new one in the folder of the working directory. The transcripts of
    /// subagents are read beside it, in `ID/subagents`.
    ///
    /// The CLI reads the file before it answers:
    /// [`Deadlines::initialize`](crate::limits::Deadlines::initialize) is extended by 100 ms for each
    /// MiB. The ID of the session is known at its first turn.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    ///
    /// let file = std::env::temp_dir().join("4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10.jsonl");
    /// let options = Options::default().resume_file(file);
    /// assert!(options.validate().is_ok());
    /// ```
    #[must_use]
    pub fn resume_file(mut self, transcript: impl Into<PathBuf>) -> Self {
        self.resume = Some(Resume::File(transcript.into()));
        self
    }

    /// Sets whether the latest session of the working directory is continued.
    ///
    /// The default is `false`. Becomes `--continue`.
    #[must_use]
    pub fn continue_latest(mut self, enabled: bool) -> Self {
        self.continue_ = enabled;
        self
    }

    /// Sets whether a resumed session continues as a copy with a new ID.
    ///
    /// The default is `false`. Becomes `--fork-session`.
    ///
    /// Requires [`Options::resume`] or [`Options::continue_latest`].
    #[must_use]
    pub fn fork_session(mut self, enabled: bool) -> Self {
        self.fork_session = enabled;
        self
    }

    /// Sets the ID of a new session, which must be a UUID.
    ///
    /// By default, a random UUID is generated. Becomes `--session-id`.
    #[must_use]
    pub fn session_id(mut self, id: impl Into<SessionId>) -> Self {
        self.session_id = Some(id.into());
        self
    }

    /// Sets the last message of a resumed conversation: later messages are cut off.
    ///
    /// By default, all messages are resumed. Becomes `--resume-session-at`.
    ///
    /// If this is the last message, it proves that the CLI loads the conversation that was meant: a
    /// CLI that does not find the message exits before it reads a prompt (seen), and the start fails
    /// with [`ExitCause::ResumeAtNotFound`](crate::error::ExitCause::ResumeAtNotFound).
    ///
    /// Requires [`Options::resume`] or [`Options::resume_file`].
    #[must_use]
    pub fn resume_at(mut self, message: impl Into<MessageUuid>) -> Self {
        self.resume_at = Some(message.into());
        self
    }

    /// Sets the only prompt whose turn [`Options::resume_at`] may cut off.
    ///
    /// Becomes `--resume-drops-turn`.
    ///
    /// If more would be cut off, the CLI refuses to start; another attempt fails, too. Requires
    /// [`Options::resume_at`].
    #[must_use]
    pub fn resume_drops_turn(mut self, prompt: impl Into<MessageUuid>) -> Self {
        self.resume_drops_turn = Some(prompt.into());
        self
    }

    /// Sets whether the session is stored on disk, so that it can be resumed.
    ///
    /// The default is `true`. If `false`, becomes `--no-session-persistence`.
    #[must_use]
    pub fn persist_session(mut self, kept: bool) -> Self {
        self.persist_session = kept;
        self
    }

    /// Sets a sink for the lines that the CLI writes to the transcript. Becomes `--session-mirror`.
    ///
    /// By default, the transcript is not mirrored. The sink gets the bytes of each frame as the CLI
    /// wrote it: `{"type":"transcript_mirror","filePath":…,"entries":[…]}`, with some whole lines of one
    /// file, in their order (seen). They are not parsed, and streams do not contain them. The mirror of
    /// a file is the file without its lines of type `api-request*` (seen). Some lines come after the
    /// result, and some after stdin is closed, so only a session that is closed is mirrored to its end.
    ///
    /// The sink is called in the session's loop and delays it: copy the bytes and return. After a
    /// panic it is not called again, and the session gets a message `system/mirror_error`.
    ///
    /// The CLI must be 2.1.113 or later. Requires [`Options::persist_session`].
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    ///
    /// let (sender, frames) = std::sync::mpsc::channel();
    /// let options = Options::default().mirror(move |frame| {
    ///     let _ = sender.send(frame.to_vec());
    /// });
    /// # drop((options, frames));
    /// ```
    #[must_use]
    pub fn mirror(mut self, sink: impl Fn(&[u8]) + Send + Sync + 'static) -> Self {
        self.mirror = Some(MirrorSink::new(sink));
        self
    }

    /// Sets the title of a new session.
    ///
    /// By default, the CLI generates one. Sent in `initialize` as `title`.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets whether the CLI keeps copies of files before it changes them.
    ///
    /// The default is `false`.
    ///
    /// If `true`, files can be restored to their state at a prompt. The CLI then also repeats each
    /// prompt as a [`crate::Message::User`] with `is_replay`; its `uuid` identifies the prompt.
    ///
    /// Becomes the variable `CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING` and
    /// `--replay-user-messages`.
    #[must_use]
    pub fn file_checkpointing(mut self, enabled: bool) -> Self {
        self.file_checkpointing = enabled;
        self
    }

    /// Sets whether deltas of answers are sent, as [`crate::Message::StreamEvent`].
    ///
    /// The default is `false`. Becomes `--include-partial-messages`.
    #[must_use]
    pub fn include_partial_messages(mut self, enabled: bool) -> Self {
        self.include_partial_messages = enabled;
        self
    }

    /// Sets whether a message is sent when any hook starts and ends.
    ///
    /// The default is `false`: only hooks of `SessionStart` and `Setup` are reported. Becomes
    /// `--include-hook-events`.
    #[must_use]
    pub fn include_hook_events(mut self, enabled: bool) -> Self {
        self.include_hook_events = enabled;
        self
    }

    /// Sets whether the CLI sends a suggestion for the next prompt after a result.
    ///
    /// The default is `false`. Sent in `initialize` as `promptSuggestions`.
    #[must_use]
    pub fn prompt_suggestions(mut self, enabled: bool) -> Self {
        self.prompt_suggestions = enabled;
        self
    }
}
