//! How far a prompt has come, as a value that can be watched: where it is, when what happened, and
//! with which prompts it shares its result. Written by `turns.rs`, read through a turn.

use std::time::Duration;

use claude_types::MessageUuid;
use tokio::sync::watch;
use tokio::time::Instant;

/// How far a prompt has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// Where it is.
    pub phase: PromptPhase,
    /// The prompt whose turn ran when this one was taken up, if it was folded into that turn: they
    /// have one result.
    pub folded_into: Option<MessageUuid>,
    /// The other prompts that have the same turn and the same result: those that waited together
    /// are merged into one. Told as they are taken up, and in full with the result.
    pub shared_with: Vec<MessageUuid>,
    /// When what happened.
    pub timings: Timings,
}

impl Progress {
    /// Nothing more will happen to the prompt.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self.phase, PromptPhase::Done | PromptPhase::Unanswered)
    }
}

/// Where a prompt is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PromptPhase {
    /// On its way to the CLI.
    #[default]
    Sent,
    /// The CLI has it, and has not taken it up. CLIs before 2.1.250 do not tell.
    Queued,
    /// The CLI works on it.
    Running,
    /// It has its result.
    Done,
    /// It gets no result: it was cancelled, or the session is over.
    Unanswered,
}

/// When what happened to a prompt, each counted from when it was sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timings {
    /// The CLI took it up.
    pub started: Option<Duration>,
    /// The first words of the model were there, or the first piece of its answer.
    pub first_message: Option<Duration>,
    /// The first piece of text, thinking or tool input. Without partial messages, the same as the
    /// first message.
    pub first_token: Option<Duration>,
    /// The result.
    pub result: Option<Duration>,
}

/// The writing side.
#[derive(Debug)]
pub(crate) struct Reporter {
    sender: watch::Sender<Progress>,
    sent: Instant,
}

impl Reporter {
    pub(crate) fn new(now: Instant) -> Self {
        Self { sender: watch::Sender::new(Progress::default()), sent: now }
    }

    pub(crate) fn watch(&self) -> ProgressWatch {
        ProgressWatch { receiver: self.sender.subscribe() }
    }

    pub(crate) fn queued(&self) {
        self.sender.send_if_modified(|progress| {
            let sent = progress.phase == PromptPhase::Sent;
            if sent {
                progress.phase = PromptPhase::Queued;
            }
            sent
        });
    }

    pub(crate) fn started(
        &self,
        folded_into: Option<MessageUuid>,
        shared_with: Vec<MessageUuid>,
        now: Instant,
    ) {
        let at = self.since(now);
        self.sender.send_modify(|progress| {
            progress.phase = PromptPhase::Running;
            progress.folded_into = folded_into;
            progress.shared_with = shared_with;
            progress.timings.started.get_or_insert(at);
        });
    }

    /// Another prompt was taken up in the same turn.
    pub(crate) fn shares_with(&self, other: &MessageUuid) {
        self.sender.send_modify(|progress| progress.shared_with.push(other.clone()));
    }

    /// It was not taken up after all.
    pub(crate) fn requeued(&self) {
        self.sender.send_modify(|progress| {
            *progress = Progress { phase: PromptPhase::Queued, ..Progress::default() };
        });
    }

    /// Something of the answer is there. Tells whether more is to be reported.
    pub(crate) fn note_output(&self, token: bool, now: Instant) -> bool {
        let at = self.since(now);
        self.sender.send_modify(|progress| {
            progress.timings.first_message.get_or_insert(at);
            if token {
                progress.timings.first_token.get_or_insert(at);
            }
        });
        !token
    }

    pub(crate) fn done(&self, shared_with: Vec<MessageUuid>, now: Instant) {
        let at = self.since(now);
        self.sender.send_modify(|progress| {
            progress.phase = PromptPhase::Done;
            progress.shared_with = shared_with;
            progress.timings.result = Some(at);
        });
    }

    pub(crate) fn unanswered(&self) {
        self.sender.send_modify(|progress| progress.phase = PromptPhase::Unanswered);
    }

    fn since(&self, now: Instant) -> Duration {
        now.saturating_duration_since(self.sent)
    }
}

/// Watches how far a prompt has come. Does not keep the session alive.
#[derive(Debug, Clone)]
pub struct ProgressWatch {
    receiver: watch::Receiver<Progress>,
}

impl ProgressWatch {
    /// How far it is now.
    #[must_use]
    pub fn get(&self) -> Progress {
        self.receiver.borrow().clone()
    }

    /// Waits until something holds, which may be now, or until nothing more will happen. Returns
    /// how far the prompt is then.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses nothing.
    pub async fn wait_for(&mut self, mut holds: impl FnMut(&Progress) -> bool + Send) -> Progress {
        let over = |progress: &Progress| holds(progress) || progress.is_over();
        // The sender is gone: nothing more will happen either.
        let _ = self.receiver.wait_for(over).await;
        self.get()
    }
}
