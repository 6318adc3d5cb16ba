//! Turns: decides which prompt a message belongs to. Pure: it performs no IO and has no queues.
//!
//! A message belongs to the open turn, from the first frame of the turn to its result. IDs are
//! compared only in two messages: `command_lifecycle`, which opens a turn or cancels a prompt, and
//! the result, which ends the turn. One turn may answer several prompts, and a prompt may get no
//! result.
//!
//! The CLI does not run a prompt whose ID it knows. It only reports that the prompt is completed,
//! without having queued or started it.
//!
//! The turn of a prompt may also end without a result. The CLI shows this in one of two ways: it
//! reports that it is idle, or that all prompts of the turn are completed. The result may still be
//! on its way then, so it is waited for: [`LATE`].
//!
//! CLIs before 2.1.250 neither name prompts in results nor announce when they start one. With them:
//!
//! - Prompts are started in order.
//! - A result with an `origin` answers no prompt.
//! - Prompts that were sent before the last result and were never started may have been merged into
//!   its turn. Once the CLI has been idle for 2 s ([`MERGED`]), they count as merged.

use std::time::Duration;

use claude_types::{CommandLifecycleMessage, CommandState, MessageUuid, ResultMessage};
use tokio::time::Instant;

use crate::delivery::ConsumerId;
use crate::error::ProtocolError;
use crate::state::Reporter;

/// How long a CLI must be idle before the prompts that it may have merged into the last turn get
/// the result of that turn. Until then, it may still start one of them.
pub(crate) const MERGED: Duration = Duration::from_secs(2);

/// How long the result of a turn is waited for that is over, as the CLI reports.
pub(crate) const LATE: Duration = Duration::from_secs(10);

/// A prompt that has no result yet.
#[derive(Debug)]
pub(crate) struct Prompt {
    pub(crate) uuid: MessageUuid,
    pub(crate) consumer: Option<ConsumerId>,
    pub(crate) reporter: Reporter,
    /// The CLI has reported that it has queued the prompt.
    queued: bool,
    started: bool,
    /// The CLI has reported that its turn has ended.
    completed: bool,
    /// Since when its turn is over without a result. The prompts of one turn have the same time.
    over_since: Option<Instant>,
    /// It was sent before the last result, and no turn has begun since.
    may_be_merged: bool,
}

impl Prompt {
    /// Returns whether its turn runs.
    fn is_live(&self) -> bool {
        self.started && self.over_since.is_none()
    }

    /// Returns whether the CLI has reported nothing about it yet.
    fn is_unseen(&self) -> bool {
        !self.queued && !self.started
    }
}

/// The prompts that an idle CLI has left.
#[derive(Debug, Default)]
pub(crate) struct Left {
    /// They were merged into the last turn.
    pub(crate) merged: Vec<Prompt>,
    /// They get no result.
    pub(crate) unanswered: Vec<Prompt>,
}

/// All prompts that have no result yet.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    prompts: Vec<Prompt>,
    /// Prompts whose turn is known to have ended without a result. They are ended at once.
    lost: Vec<Prompt>,
    /// This CLI announces when it starts a prompt. CLIs before 2.1.250 do not.
    announced: bool,
    /// The open turn has produced a frame. A prompt that starts now is merged into it.
    at_work: bool,
    /// A running prompt has no output yet.
    awaiting_output: bool,
    /// Since when the CLI reports that it is idle.
    idle_since: Option<Instant>,
}

impl Turns {
    /// Adds a prompt that is being sent.
    pub(crate) fn add(
        &mut self,
        uuid: MessageUuid,
        consumer: Option<ConsumerId>,
        reporter: Reporter,
    ) {
        self.idle_since = None;
        self.prompts.push(Prompt {
            uuid,
            consumer,
            reporter,
            queued: false,
            started: false,
            completed: false,
            over_since: None,
            may_be_merged: false,
        });
    }

    /// Handles a `command_lifecycle` message. Returns the prompt and the reason if it will never get
    /// a result: it was cancelled, or the CLI knew its ID already.
    pub(crate) fn lifecycle(
        &mut self,
        frame: &CommandLifecycleMessage,
        now: Instant,
    ) -> Option<(Prompt, ProtocolError)> {
        self.announced = true;
        let at = self.prompts.iter().position(|prompt| prompt.uuid == frame.command_uuid)?;
        match frame.state {
            CommandState::Queued => {
                self.prompts[at].queued = true;
                self.prompts[at].reporter.queued();
            }
            CommandState::Started => self.start(at, now),
            // A CLI reports nothing else about a prompt whose ID it knows.
            CommandState::Completed if self.prompts[at].is_unseen() => {
                let known = self.prompts.remove(at);
                known.reporter.already_delivered();
                return Some((known, ProtocolError::AlreadyDelivered));
            }
            CommandState::Completed => self.complete(at, now),
            CommandState::Cancelled => {
                let cancelled = self.prompts.remove(at);
                cancelled.reporter.unanswered();
                return Some((cancelled, ProtocolError::Cancelled));
            }
            _ => {}
        }
        None
    }

    fn start(&mut self, at: usize, now: Instant) {
        let uuid = self.prompts[at].uuid.clone();
        let mut open: Vec<_> = Vec::new();
        for other in self.prompts.iter_mut().filter(|prompt| prompt.uuid != uuid) {
            // The CLI reads all queued prompts when it begins a turn, so it has merged this one
            // into the turn that begins now, if into any.
            other.may_be_merged = false;
            if other.is_live() {
                other.reporter.shares_with(&uuid);
                open.push(other.uuid.clone());
            }
        }
        let folded_into = open.first().filter(|_| self.at_work).cloned();
        let prompt = &mut self.prompts[at];
        prompt.reporter.started(folded_into, open, now);
        (prompt.started, prompt.completed, prompt.over_since) = (true, false, None);
        prompt.may_be_merged = false;
        self.awaiting_output = true;
        self.idle_since = None;
    }

    /// Records that a prompt is completed. A prompt that was merged into a running turn is
    /// completed before the turn is over, so the turn is over when all its prompts are.
    fn complete(&mut self, at: usize, now: Instant) {
        if !self.prompts[at].started {
            self.start(at, now);
        }
        self.prompts[at].completed = true;
        if self.live().all(|prompt| prompt.completed) {
            self.end_turn(now);
        }
    }

    /// Records that the running turn is over, with or without a result that follows.
    fn end_turn(&mut self, now: Instant) {
        for prompt in self.prompts.iter_mut().filter(|prompt| prompt.is_live()) {
            prompt.over_since = Some(now);
        }
    }

    /// Handles a message of the main thread. If the CLI does not announce prompts, it starts the
    /// oldest prompt that waits.
    pub(crate) fn frame(&mut self, now: Instant) {
        self.idle_since = None;
        if self.live().next().is_none() {
            self.begin_turn(now);
        }
        self.at_work = self.is_open();
    }

    /// Handles the first sign of a turn while none runs.
    fn begin_turn(&mut self, now: Instant) {
        let waiting = self.prompts.iter().any(|prompt| !prompt.started);
        if waiting && !self.announced {
            // The turn before has ended without a result: a later one must not answer its prompts.
            let over = self.prompts.extract_if(.., |prompt| prompt.started);
            self.lost.extend(over);
            self.start(0, now);
        } else if !waiting {
            self.resume();
        }
    }

    /// Continues a turn that seemed to be over. What the CLI has completed stays so.
    fn resume(&mut self) {
        for prompt in self.prompts.iter_mut().filter(|prompt| !prompt.completed) {
            prompt.over_since = None;
        }
    }

    /// Returns whether a running prompt has no output yet.
    pub(crate) fn awaits_output(&self) -> bool {
        self.awaiting_output
    }

    /// Records output of the running turn. `token`: it contains text, thinking or tool input.
    pub(crate) fn note_output(&mut self, token: bool, now: Instant) {
        self.awaiting_output = false;
        for prompt in self.prompts.iter().filter(|prompt| prompt.started) {
            self.awaiting_output |= prompt.reporter.note_output(token, now);
        }
    }

    /// Returns whether the next message of the main thread would start a prompt, because the CLI
    /// does not announce prompts.
    pub(crate) fn is_guessing(&self) -> bool {
        !self.announced
            && self.prompts.iter().any(|prompt| !prompt.started)
            && self.live().next().is_none()
    }

    /// Handles a result, which ends the turn of the prompts that it names. One that names none ends
    /// the open turn. Returns the prompts that it answers.
    pub(crate) fn result(&mut self, result: &ResultMessage, now: Instant) -> Vec<Prompt> {
        let named = result.user_message_uuids.as_deref().unwrap_or_default();
        let single = result.user_message_uuid.as_ref();
        let names_one = single.is_some() || !named.is_empty();
        let names = |prompt: &Prompt| named.contains(&prompt.uuid) || single == Some(&prompt.uuid);
        (self.at_work, self.awaiting_output) = (false, false);
        if !self.announced && result.origin.is_some() && !names_one {
            // The turn that seemed to belong to a prompt had another origin. Requeue the prompt.
            for prompt in self.prompts.iter_mut().filter(|prompt| prompt.started) {
                (prompt.started, prompt.over_since) = (false, None);
                prompt.reporter.requeued();
            }
            return Vec::new();
        }
        // The turns that the result ends, by the time since when they are over. CLI 2.1.250 names
        // only the last prompt of a turn, later versions up to 64.
        let turns: Vec<_> = if names_one {
            let named = self.prompts.iter().filter(|prompt| prompt.started && names(prompt));
            named.map(|prompt| prompt.over_since).collect()
        } else {
            self.open().map(|prompt| prompt.over_since).collect()
        };
        let (answered, waiting): (Vec<_>, _) =
            std::mem::take(&mut self.prompts).into_iter().partition(|prompt| {
                names(prompt) || (prompt.started && turns.contains(&prompt.over_since))
            });
        self.prompts = waiting;
        for prompt in self.prompts.iter_mut().filter(|_| !answered.is_empty()) {
            prompt.may_be_merged = !prompt.started;
        }
        done(&answered, now);
        answered
    }

    /// Records whether the CLI reports that it is idle.
    pub(crate) fn idle(&mut self, idle: bool, now: Instant) {
        self.idle_since = idle.then(|| self.idle_since.unwrap_or(now));
        if idle {
            self.end_turn(now);
        } else if self.prompts.iter().all(|prompt| prompt.started && !prompt.is_live()) {
            // No other prompt explains why the CLI is running again.
            self.resume();
        }
    }

    /// Returns when the next prompts are ended if the CLI does nothing more for them.
    pub(crate) fn due(&self) -> Option<Instant> {
        let lost = self.lost.iter().find_map(|prompt| prompt.over_since);
        lost.or_else(|| self.prompts.iter().filter_map(|prompt| self.due_of(prompt)).min())
    }

    /// Returns when a prompt is ended. A CLI that announces prompts may still start one that is
    /// queued.
    fn due_of(&self, prompt: &Prompt) -> Option<Instant> {
        if prompt.started {
            return prompt.over_since?.checked_add(LATE);
        }
        let within = if prompt.may_be_merged { MERGED } else { LATE };
        self.idle_since.filter(|_| !self.announced)?.checked_add(within)
    }

    /// Takes the prompts that get no result of their own any more.
    pub(crate) fn take_left(&mut self, now: Instant) -> Left {
        let mut left = Left { unanswered: std::mem::take(&mut self.lost), ..Left::default() };
        for prompt in std::mem::take(&mut self.prompts) {
            let is_due = self.due_of(&prompt).is_some_and(|due| due <= now);
            match (is_due, prompt.may_be_merged) {
                (false, _) => self.prompts.push(prompt),
                (true, true) => left.merged.push(prompt),
                (true, false) => left.unanswered.push(prompt),
            }
        }
        if !self.is_open() {
            (self.at_work, self.awaiting_output) = (false, false);
        }
        left
    }

    /// Returns whether this CLI announces when it starts a prompt.
    pub(crate) fn is_announced(&self) -> bool {
        self.announced
    }

    /// Returns the prompts of the running turn.
    fn live(&self) -> impl Iterator<Item = &Prompt> + Clone {
        self.prompts.iter().filter(|prompt| prompt.is_live())
    }

    /// Returns the prompts of the open turn: of the one that runs, otherwise of those that are over
    /// and may still get a result.
    fn open(&self) -> impl Iterator<Item = &Prompt> + Clone {
        let runs = self.live().next().is_some();
        self.prompts.iter().filter(move |prompt| prompt.started && (!runs || prompt.is_live()))
    }

    /// Returns the consumers of the open turn, or none if it does not belong to a prompt.
    pub(crate) fn open_consumers(&self) -> impl Iterator<Item = ConsumerId> + Clone {
        self.open().filter_map(|prompt| prompt.consumer)
    }

    /// Returns the consumer of a prompt.
    pub(crate) fn consumer_of(&self, uuid: &MessageUuid) -> Option<ConsumerId> {
        self.prompts.iter().find(|prompt| prompt.uuid == *uuid)?.consumer
    }

    /// Returns whether a prompt is running.
    pub(crate) fn is_open(&self) -> bool {
        self.prompts.iter().any(|prompt| prompt.started)
    }

    /// Returns whether a prompt has no result yet, running or not.
    pub(crate) fn is_waiting(&self) -> bool {
        !self.prompts.is_empty() || !self.lost.is_empty()
    }

    /// Takes all prompts, which get no result any more. The caller reports that.
    pub(crate) fn take(&mut self) -> Vec<Prompt> {
        let mut all = std::mem::take(&mut self.lost);
        all.append(&mut self.prompts);
        all
    }
}

/// Reports to each prompt that it has its result, and which prompts share it.
pub(crate) fn done(answered: &[Prompt], now: Instant) {
    for prompt in answered {
        let others = answered.iter().filter(|other| other.uuid != prompt.uuid);
        prompt.reporter.done(others.map(|other| other.uuid.clone()).collect(), now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lifecycle(uuid: &str, state: CommandState) -> CommandLifecycleMessage {
        let frame = serde_json::json!({ "command_uuid": uuid, "state": state });
        serde_json::from_value(frame).unwrap()
    }

    fn add(turns: &mut Turns, uuid: &str, consumer: ConsumerId) -> crate::ProgressWatch {
        let reporter = Reporter::new(Instant::now());
        let watch = reporter.watch();
        turns.add(uuid.into(), Some(consumer), reporter);
        watch
    }

    fn report(turns: &mut Turns, uuid: &str, state: CommandState) -> Option<Prompt> {
        turns.lifecycle(&lifecycle(uuid, state), Instant::now()).map(|(prompt, _)| prompt)
    }

    fn ids(prompts: &[Prompt]) -> Vec<&str> {
        prompts.iter().map(|prompt| prompt.uuid.as_str()).collect()
    }

    fn result(edit: impl FnOnce(&mut ResultMessage)) -> ResultMessage {
        let mut result = ResultMessage::default();
        edit(&mut result);
        result
    }

    #[test]
    fn queued_prompts_are_merged_into_one_turn() {
        let mut turns = Turns::default();
        for (uuid, consumer) in [("a", 1), ("b", 2), ("c", 3)] {
            add(&mut turns, uuid, consumer);
        }
        report(&mut turns, "a", CommandState::Started);
        assert_eq!(turns.open_consumers().collect::<Vec<_>>(), [1]);
        let first = result(|result| result.user_message_uuids = Some(vec!["a".into()]));
        assert_eq!(ids(&turns.result(&first, Instant::now())), ["a"]);
        assert!(!turns.is_open());
        report(&mut turns, "b", CommandState::Started);
        report(&mut turns, "c", CommandState::Started);
        assert_eq!(turns.open_consumers().collect::<Vec<_>>(), [2, 3]);
        let second = result(|result| result.user_message_uuid = Some("c".into()));
        assert_eq!(ids(&turns.result(&second, Instant::now())), ["b", "c"]);
        assert!(!turns.is_waiting());
    }

    #[test]
    fn a_result_that_names_no_prompt_ends_the_open_turn() {
        let mut turns = Turns::default();
        add(&mut turns, "a", 1);
        report(&mut turns, "a", CommandState::Started);
        assert_eq!(ids(&turns.result(&ResultMessage::default(), Instant::now())), ["a"]);
    }

    #[test]
    fn a_background_turn_answers_no_prompt_that_waits() {
        let mut turns = Turns::default();
        add(&mut turns, "a", 1);
        report(&mut turns, "a", CommandState::Queued);
        turns.frame(Instant::now());
        assert!(turns.result(&ResultMessage::default(), Instant::now()).is_empty());
        assert!(turns.is_waiting());
    }

    #[test]
    fn without_announcements_prompts_are_taken_in_order() {
        let mut turns = Turns::default();
        add(&mut turns, "a", 1);
        add(&mut turns, "b", 2);
        turns.frame(Instant::now());
        assert_eq!(ids(&turns.result(&ResultMessage::default(), Instant::now())), ["a"]);
        turns.frame(Instant::now());
        assert_eq!(turns.open_consumers().collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn a_cancelled_prompt_gets_no_result() {
        let mut turns = Turns::default();
        add(&mut turns, "a", 1);
        let cancelled = report(&mut turns, "a", CommandState::Cancelled);
        assert_eq!(cancelled.and_then(|prompt| prompt.consumer), Some(1));
        assert!(report(&mut turns, "a", CommandState::Cancelled).is_none());
    }
}
