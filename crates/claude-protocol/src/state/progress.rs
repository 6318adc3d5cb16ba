//! Prompt progress: the phase of a prompt, its timings, and the prompts that share its result.
//!
//! `tables/turns.rs` writes it, and a turn or its handle reads it.

use std::time::Duration;

use claude_types::MessageUuid;
use tokio::sync::watch;
use tokio::time::Instant;

/// The progress of a prompt.
///
/// # Examples
///
/// ```
/// use claude_protocol::{Progress, PromptPhase};
///
/// let progress = Progress::default();
/// assert_eq!(progress.phase, PromptPhase::Sent);
/// assert!(!progress.is_over());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Progress {
    /// The phase of the prompt.
    pub phase: PromptPhase,
    /// The prompt whose turn was running when this one was started, if it was merged into that
    /// turn. Both share one result.
    pub folded_into: Option<MessageUuid>,
    /// The other prompts of the same turn, which share its result: the CLI merges prompts that are
    /// queued at the same time. The list grows as they are started, and is complete with the
    /// result.
    pub shared_with: Vec<MessageUuid>,
    /// The times of the steps.
    pub timings: Timings,
}

impl Progress {
    /// Returns whether the prompt is finished: it has its result, or will not get one.
    #[must_use]
    pub fn is_over(&self) -> bool {
        use PromptPhase::{AlreadyDelivered, Done, Unanswered};
        matches!(self.phase, Done | Unanswered | AlreadyDelivered)
    }
}

/// The phase of a prompt.
///
/// # Examples
///
/// ```no_run
/// # async fn run(turn: claude_protocol::Turn) {
/// use claude_protocol::PromptPhase;
///
/// let mut watch = turn.handle().watch();
/// let progress = watch.wait_for(|progress| progress.phase == PromptPhase::Running).await;
/// println!("started after {:?}", progress.timings.started);
/// # }
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum PromptPhase {
    /// The prompt is on its way to the CLI.
    #[default]
    Sent,
    /// The CLI has queued the prompt. CLIs before 2.1.250 do not report this phase.
    Queued,
    /// The CLI has started the prompt.
    Running,
    /// The prompt has its result.
    Done,
    /// The prompt gets no result: it was cancelled, the CLI left it without one, or the session is
    /// over.
    Unanswered,
    /// The prompt gets no result, because the CLI knew its ID already and did not run it again.
    AlreadyDelivered,
}

/// The times of the steps of a prompt, each counted from the call that sent it.
///
/// # Examples
///
/// ```
/// use claude_protocol::Progress;
///
/// let timings = Progress::default().timings;
/// assert_eq!(timings.first_token, None, "nothing has arrived yet");
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Timings {
    /// The start of the prompt by the CLI.
    pub started: Option<Duration>,
    /// The first output of the model: a stream event or an assistant message.
    pub first_message: Option<Duration>,
    /// The first delta of text, thinking or tool input. Without partial messages, the same as
    /// `first_message`.
    pub first_token: Option<Duration>,
    /// The result.
    pub result: Option<Duration>,
}

/// The writing side of the progress of one prompt.
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

    /// Records another prompt that was started in the same turn.
    pub(crate) fn shares_with(&self, other: &MessageUuid) {
        self.sender.send_modify(|progress| progress.shared_with.push(other.clone()));
    }

    /// Resets the prompt to queued: the turn that was taken for its own had another origin.
    pub(crate) fn requeued(&self) {
        self.sender.send_modify(|progress| {
            *progress = Progress { phase: PromptPhase::Queued, ..Progress::default() };
        });
    }

    /// Records output of the turn. Returns whether the first token is still to come.
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

    pub(crate) fn already_delivered(&self) {
        self.sender.send_modify(|progress| progress.phase = PromptPhase::AlreadyDelivered);
    }

    fn since(&self, now: Instant) -> Duration {
        now.saturating_duration_since(self.sent)
    }
}

/// A watch on the progress of a prompt. It does not keep the session open.
///
/// # Examples
///
/// ```no_run
/// # async fn run(turn: claude_protocol::Turn) {
/// let mut watch = turn.handle().watch();
/// let progress = watch.wait_for(|progress| progress.timings.first_token.is_some()).await;
/// println!("first token after {:?}", progress.timings.first_token);
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct ProgressWatch {
    receiver: watch::Receiver<Progress>,
}

impl ProgressWatch {
    /// Returns the current progress.
    #[must_use]
    pub fn get(&self) -> Progress {
        self.receiver.borrow().clone()
    }

    /// Waits until `holds` returns true for the progress, or until the prompt is finished. Returns
    /// the progress at that time. Checks the current progress first.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future has no effect on the prompt.
    pub async fn wait_for(&mut self, mut holds: impl FnMut(&Progress) -> bool + Send) -> Progress {
        let over = |progress: &Progress| holds(progress) || progress.is_over();
        // An error means that the sender was dropped, so the progress cannot change any more.
        let _ = self.receiver.wait_for(over).await;
        self.get()
    }
}
