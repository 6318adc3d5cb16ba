//! Which prompt a message belongs to. Pure bookkeeping: no IO, no queues.
//!
//! A message belongs to the open turn, from the turn's first frame to its result. Ids are looked
//! at only where they decide: at `command_lifecycle`, which opens a turn or cancels a prompt, and
//! at the result, which ends it. One turn may answer several prompts, and a prompt may get none.

use claude_types::{CommandLifecycleMessage, CommandState, MessageUuid, ResultMessage};

/// Names a consumer in the driver's table.
pub(crate) type ConsumerId = u64;

/// A prompt that has no result yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Prompt {
    pub(crate) uuid: MessageUuid,
    pub(crate) consumer: Option<ConsumerId>,
    started: bool,
}

/// All prompts that have no result yet.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    prompts: Vec<Prompt>,
    /// This CLI tells when it takes up a prompt; older ones do not.
    announced: bool,
}

impl Turns {
    /// A prompt is on its way.
    pub(crate) fn add(&mut self, uuid: MessageUuid, consumer: Option<ConsumerId>) {
        self.prompts.push(Prompt { uuid, consumer, started: false });
    }

    /// The CLI tells about a prompt. Returns it if it will never get a result.
    pub(crate) fn lifecycle(&mut self, frame: &CommandLifecycleMessage) -> Option<Prompt> {
        self.announced = true;
        let at = self.prompts.iter().position(|prompt| prompt.uuid == frame.command_uuid)?;
        match frame.state {
            CommandState::Started => self.prompts[at].started = true,
            CommandState::Cancelled => return Some(self.prompts.remove(at)),
            _ => {}
        }
        None
    }

    /// A message of the main thread came: without announcements it opens the oldest prompt's turn.
    pub(crate) fn frame(&mut self) {
        if !self.announced
            && !self.is_open()
            && let Some(oldest) = self.prompts.first_mut()
        {
            oldest.started = true;
        }
    }

    /// Work of the main thread would open a turn: nothing announces it.
    pub(crate) fn is_guessing(&self) -> bool {
        !self.announced && !self.prompts.is_empty() && !self.is_open()
    }

    /// A result came: it ends the open turn. Returns the prompts that it answers.
    pub(crate) fn result(&mut self, result: &ResultMessage) -> Vec<Prompt> {
        let named = result.user_message_uuids.as_deref().unwrap_or_default();
        let single = result.user_message_uuid.as_ref();
        let (answered, waiting) =
            std::mem::take(&mut self.prompts).into_iter().partition(|prompt| {
                prompt.started || named.contains(&prompt.uuid) || single == Some(&prompt.uuid)
            });
        self.prompts = waiting;
        answered
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
        std::mem::take(&mut self.prompts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lifecycle(uuid: &str, state: CommandState) -> CommandLifecycleMessage {
        let frame = serde_json::json!({ "command_uuid": uuid, "state": state });
        serde_json::from_value(frame).unwrap()
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
            turns.add(uuid.into(), Some(consumer));
        }
        turns.lifecycle(&lifecycle("a", CommandState::Started));
        assert_eq!(turns.open_consumers().collect::<Vec<_>>(), [1]);
        let first = result(|result| result.user_message_uuids = Some(vec!["a".into()]));
        assert_eq!(ids(&turns.result(&first)), ["a"]);
        assert!(!turns.is_open());
        turns.lifecycle(&lifecycle("b", CommandState::Started));
        turns.lifecycle(&lifecycle("c", CommandState::Started));
        assert_eq!(turns.open_consumers().collect::<Vec<_>>(), [2, 3]);
        let second = result(|result| result.user_message_uuid = Some("c".into()));
        assert_eq!(ids(&turns.result(&second)), ["b", "c"]);
        assert!(!turns.is_waiting());
    }

    #[test]
    fn a_result_that_names_no_prompt_ends_the_open_turn() {
        let mut turns = Turns::default();
        turns.add("a".into(), Some(1));
        turns.lifecycle(&lifecycle("a", CommandState::Started));
        assert_eq!(ids(&turns.result(&ResultMessage::default())), ["a"]);
    }

    #[test]
    fn a_background_turn_answers_no_prompt_that_waits() {
        let mut turns = Turns::default();
        turns.add("a".into(), Some(1));
        turns.lifecycle(&lifecycle("a", CommandState::Queued));
        turns.frame();
        assert!(turns.result(&ResultMessage::default()).is_empty());
        assert!(turns.is_waiting());
    }

    #[test]
    fn without_announcements_prompts_are_taken_in_order() {
        let mut turns = Turns::default();
        turns.add("a".into(), Some(1));
        turns.add("b".into(), Some(2));
        turns.frame();
        assert_eq!(ids(&turns.result(&ResultMessage::default())), ["a"]);
        turns.frame();
        assert_eq!(turns.open_consumers().collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn a_cancelled_prompt_gets_no_result() {
        let mut turns = Turns::default();
        turns.add("a".into(), Some(1));
        let gone = turns.lifecycle(&lifecycle("a", CommandState::Cancelled));
        assert_eq!(gone.and_then(|prompt| prompt.consumer), Some(1));
        assert_eq!(turns.lifecycle(&lifecycle("a", CommandState::Cancelled)), None);
    }
}
