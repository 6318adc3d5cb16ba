//! Which prompt a message belongs to. Pure bookkeeping: no IO, no queues.
//!
//! A message belongs to the open turn, from the turn's first frame to its result. Ids are looked
//! at only where they decide: at `command_lifecycle`, which opens a turn or cancels a prompt, and
//! at the result, which ends it. One turn may answer several prompts, and a prompt may get none.
//!
//! CLIs before 2.1.250 neither name prompts nor announce them. Then prompts are taken in order, a
//! result that something else caused answers none of them, and once such a CLI has been idle for a
//! while, the prompts that are left were merged into the turn that ended last ([`MERGED`]).

use std::time::Duration;

use claude_types::{CommandLifecycleMessage, CommandState, MessageUuid, ResultMessage};
use tokio::time::Instant;

use crate::delivery::ConsumerId;
use crate::state::Reporter;

/// How long a CLI must be idle before a prompt counts as answered that it left without a result.
pub(crate) const MERGED: Duration = Duration::from_secs(2);

/// A prompt that has no result yet.
#[derive(Debug)]
pub(crate) struct Prompt {
    pub(crate) uuid: MessageUuid,
    pub(crate) consumer: Option<ConsumerId>,
    pub(crate) reporter: Reporter,
    started: bool,
}

/// All prompts that have no result yet.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    prompts: Vec<Prompt>,
    /// This CLI tells when it takes up a prompt; older ones do not.
    announced: bool,
    /// The open turn has begun to work: a prompt that is taken up now is folded into it.
    at_work: bool,
    /// A prompt that is worked on waits for its first words.
    awaiting_output: bool,
    /// Since when the CLI says that it has nothing to do.
    idle_since: Option<Instant>,
}

impl Turns {
    /// A prompt is on its way.
    pub(crate) fn add(
        &mut self,
        uuid: MessageUuid,
        consumer: Option<ConsumerId>,
        reporter: Reporter,
    ) {
        self.idle_since = None;
        self.prompts.push(Prompt { uuid, consumer, reporter, started: false });
    }

    /// The CLI tells about a prompt. Returns it if it will never get a result.
    pub(crate) fn lifecycle(
        &mut self,
        frame: &CommandLifecycleMessage,
        now: Instant,
    ) -> Option<Prompt> {
        self.announced = true;
        let at = self.prompts.iter().position(|prompt| prompt.uuid == frame.command_uuid)?;
        match frame.state {
            CommandState::Queued => self.prompts[at].reporter.queued(),
            CommandState::Started => self.start(at, now),
            CommandState::Cancelled => {
                let gone = self.prompts.remove(at);
                gone.reporter.unanswered();
                return Some(gone);
            }
            _ => {}
        }
        None
    }

    fn start(&mut self, at: usize, now: Instant) {
        let uuid = self.prompts[at].uuid.clone();
        let mut open: Vec<_> = Vec::new();
        for other in self.prompts.iter().filter(|prompt| prompt.started && prompt.uuid != uuid) {
            other.reporter.shares_with(&uuid);
            open.push(other.uuid.clone());
        }
        let folded_into = open.first().filter(|_| self.at_work).cloned();
        let prompt = &mut self.prompts[at];
        prompt.reporter.started(folded_into, open, now);
        prompt.started = true;
        self.awaiting_output = true;
        self.idle_since = None;
    }

    /// A message of the main thread came: without announcements it opens the oldest prompt's turn.
    pub(crate) fn frame(&mut self, now: Instant) {
        self.idle_since = None;
        if !self.announced && !self.is_open() && !self.prompts.is_empty() {
            self.start(0, now);
        }
        self.at_work = self.is_open();
    }

    /// Tells whether the first words of an answer are waited for.
    pub(crate) fn awaits_output(&self) -> bool {
        self.awaiting_output
    }

    /// Words of an answer came. `token`: a piece of it, or all of it.
    pub(crate) fn note_output(&mut self, token: bool, now: Instant) {
        self.awaiting_output = false;
        for prompt in self.prompts.iter().filter(|prompt| prompt.started) {
            self.awaiting_output |= prompt.reporter.note_output(token, now);
        }
    }

    /// Work of the main thread would open a turn: nothing announces it.
    pub(crate) fn is_guessing(&self) -> bool {
        !self.announced && !self.prompts.is_empty() && !self.is_open()
    }

    /// A result came: it ends the open turn. Returns the prompts that it answers.
    pub(crate) fn result(&mut self, result: &ResultMessage, now: Instant) -> Vec<Prompt> {
        let named = result.user_message_uuids.as_deref().unwrap_or_default();
        let single = result.user_message_uuid.as_ref();
        (self.at_work, self.awaiting_output) = (false, false);
        if !self.announced && result.origin.is_some() && named.is_empty() && single.is_none() {
            // The turn that seemed to be a prompt's was somebody else's.
            for prompt in self.prompts.iter_mut().filter(|prompt| prompt.started) {
                prompt.started = false;
                prompt.reporter.requeued();
            }
            return Vec::new();
        }
        let (answered, waiting) =
            std::mem::take(&mut self.prompts).into_iter().partition(|prompt| {
                prompt.started || named.contains(&prompt.uuid) || single == Some(&prompt.uuid)
            });
        self.prompts = waiting;
        done(&answered, now);
        answered
    }

    /// The CLI says whether it has something to do.
    pub(crate) fn idle(&mut self, idle: bool, now: Instant) {
        self.idle_since = idle.then(|| self.idle_since.unwrap_or(now));
    }

    /// When a CLI that stays idle is taken at its word.
    pub(crate) fn due(&self) -> Option<Instant> {
        let left = self.prompts.iter().any(|prompt| self.is_left(prompt));
        self.idle_since.filter(|_| left)?.checked_add(MERGED)
    }

    /// Takes the prompts that an idle CLI has left without a result.
    pub(crate) fn take_left(&mut self, now: Instant) -> Vec<Prompt> {
        if self.due().is_none_or(|due| now < due) {
            return Vec::new();
        }
        let prompts = std::mem::take(&mut self.prompts);
        let (left, waiting) = prompts.into_iter().partition(|prompt| self.is_left(prompt));
        self.prompts = waiting;
        (self.at_work, self.awaiting_output) = (false, false);
        left
    }

    /// Not one that a CLI which announces has still to take up.
    fn is_left(&self, prompt: &Prompt) -> bool {
        prompt.started || !self.announced
    }

    /// This CLI tells when it takes up a prompt.
    pub(crate) fn is_announced(&self) -> bool {
        self.announced
    }

    /// The consumers of the open turn; none if no prompt of ours caused what is running.
    pub(crate) fn open_consumers(&self) -> impl Iterator<Item = ConsumerId> + Clone {
        self.prompts.iter().filter(|prompt| prompt.started).filter_map(|prompt| prompt.consumer)
    }

    /// The consumer of one prompt.
    pub(crate) fn consumer_of(&self, uuid: &MessageUuid) -> Option<ConsumerId> {
        self.prompts.iter().find(|prompt| prompt.uuid == *uuid)?.consumer
    }

    /// Tells whether a prompt of ours is being worked on.
    pub(crate) fn is_open(&self) -> bool {
        self.prompts.iter().any(|prompt| prompt.started)
    }

    /// Tells whether a prompt waits for its result, open or not.
    pub(crate) fn is_waiting(&self) -> bool {
        !self.prompts.is_empty()
    }

    /// Takes all prompts: nothing will answer them.
    pub(crate) fn take(&mut self) -> Vec<Prompt> {
        self.prompts.iter().for_each(|prompt| prompt.reporter.unanswered());
        std::mem::take(&mut self.prompts)
    }
}

/// Tells prompts that they have their result, and with whom they share it.
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
        turns.lifecycle(&lifecycle(uuid, state), Instant::now())
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
        let gone = report(&mut turns, "a", CommandState::Cancelled);
        assert_eq!(gone.and_then(|prompt| prompt.consumer), Some(1));
        assert!(report(&mut turns, "a", CommandState::Cancelled).is_none());
    }
}
