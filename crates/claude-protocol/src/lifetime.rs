//! When stdin may be closed. Pure: facts in, a decision out.
//!
//! The CLI exits when its stdin ends, and every question that it asks needs an answer there. So
//! stdin closes at once after the prompt only when nothing can call back; otherwise when the run
//! is over: a result came, the CLI is idle, no background agent lives, no question is open.

use std::collections::HashSet;
use std::time::Duration;

use claude_types::{SessionState, TaskId};
use tokio::time::Instant;

/// Who decides that stdin is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Input {
    /// The user, by closing: a conversation.
    #[default]
    Open,
    /// Nothing can call back: closed when the last prompt is written. Once something can, it is the
    /// same as [`Input::EndsWithRun`].
    EndsWithPrompt,
    /// Something may call back: closed when the run is over.
    EndsWithRun,
}

/// What is known about the run.
#[derive(Debug)]
pub(crate) struct Lifetime {
    input: Input,
    within: Duration,
    ended: bool,
    prompted: bool,
    results: u64,
    state: Option<SessionState>,
    agents: HashSet<TaskId>,
    ceiling: Option<Instant>,
}

impl Lifetime {
    pub(crate) fn new(input: Input, within: Duration) -> Self {
        Self {
            input,
            within,
            ended: false,
            prompted: false,
            results: 0,
            state: None,
            agents: HashSet::new(),
            ceiling: None,
        }
    }

    /// Something may call back from now on.
    pub(crate) fn may_call_back(&mut self) {
        if self.input == Input::EndsWithPrompt {
            self.input = Input::EndsWithRun;
        }
    }

    /// A prompt was sent.
    pub(crate) fn prompted(&mut self) {
        self.prompted = true;
    }

    /// No more prompts will come.
    pub(crate) fn end_input(&mut self) {
        self.ended = true;
    }

    /// A result came; the ceiling counts from here.
    pub(crate) fn result(&mut self, now: Instant) {
        self.results += 1;
        self.ceiling = now.checked_add(self.within);
    }

    /// A prompt was cancelled: it counts as answered.
    pub(crate) fn cancelled(&mut self, now: Instant) {
        self.result(now);
    }

    /// Tells whether a prompt was answered.
    pub(crate) fn has_result(&self) -> bool {
        self.results > 0
    }

    /// The ceiling counts: work of the main thread would stop it.
    pub(crate) fn is_waiting(&self) -> bool {
        self.input == Input::EndsWithRun && self.ceiling.is_some()
    }

    /// The main thread works on: the ceiling counts only between turns.
    pub(crate) fn works(&mut self) {
        self.ceiling = None;
    }

    /// The CLI told its state.
    pub(crate) fn state(&mut self, state: SessionState) {
        if state == SessionState::RequiresAction {
            self.ceiling = None;
        }
        self.state = Some(state);
    }

    /// A task began. Only agents and workflows defer the end; shells may never finish.
    pub(crate) fn task_started(&mut self, id: &TaskId, kind: Option<&str>) {
        if matches!(kind, Some("local_agent" | "local_workflow")) {
            self.agents.insert(id.clone());
        }
    }

    /// A task ended. Told once or twice, in one of two ways. The ceiling counts anew.
    pub(crate) fn task_ended(&mut self, id: &TaskId, now: Instant) {
        if self.agents.remove(id) && self.agents.is_empty() && self.ceiling.is_some() {
            self.ceiling = now.checked_add(self.within);
        }
    }

    /// Agents that live in the background.
    pub(crate) fn agents(&self) -> usize {
        self.agents.len()
    }

    /// Tells whether the CLI says that it is doing something. `None`: it tells no states.
    pub(crate) fn is_running(&self) -> Option<bool> {
        self.state.as_ref().map(|state| *state != SessionState::Idle)
    }

    /// Tells whether the CLI says that it waits for an answer.
    pub(crate) fn requires_action(&self) -> bool {
        self.state == Some(SessionState::RequiresAction)
    }

    /// When stdin is closed whatever the CLI says.
    pub(crate) fn due(&self) -> Option<Instant> {
        let waits = self.input == Input::EndsWithRun && self.ended && self.agents.is_empty();
        self.ceiling.filter(|_| waits)
    }

    /// Tells whether stdin may be closed now. `waiting`: a prompt has no result yet, a question
    /// of the CLI is open, or a line is still to be written.
    pub(crate) fn may_close(&self, waiting: Waiting, now: Instant) -> bool {
        if !self.ended || waiting.lines {
            return false;
        }
        match self.input {
            Input::Open => false,
            Input::EndsWithPrompt => true,
            // There is no run that could end.
            Input::EndsWithRun if !self.prompted => !waiting.questions,
            Input::EndsWithRun => {
                let idle = self.is_running().map_or(self.agents.is_empty(), |running| !running);
                let over = !waiting.prompts && idle && self.agents.is_empty() && !waiting.questions;
                self.results > 0 && (over || self.due().is_some_and(|due| due <= now))
            }
        }
    }
}

/// What still waits on this side.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Waiting {
    pub(crate) lines: bool,
    pub(crate) prompts: bool,
    pub(crate) questions: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Waiting = Waiting { lines: false, prompts: false, questions: false };
    const WITHIN: Duration = Duration::from_secs(600);

    fn run() -> (Lifetime, Instant) {
        let mut lifetime = Lifetime::new(Input::EndsWithRun, WITHIN);
        lifetime.prompted();
        lifetime.end_input();
        (lifetime, Instant::now())
    }

    #[test]
    fn without_callbacks_it_closes_when_the_prompt_is_written() {
        let mut lifetime = Lifetime::new(Input::EndsWithPrompt, WITHIN);
        let now = Instant::now();
        assert!(!lifetime.may_close(NOTHING, now));
        lifetime.end_input();
        assert!(!lifetime.may_close(Waiting { lines: true, ..NOTHING }, now));
        assert!(lifetime.may_close(Waiting { prompts: true, ..NOTHING }, now));
    }

    #[test]
    fn once_something_may_call_back_the_prompt_is_not_the_end() {
        let now = Instant::now();
        for (input, at_last) in [(Input::EndsWithPrompt, true), (Input::Open, false)] {
            let mut lifetime = Lifetime::new(input, WITHIN);
            lifetime.may_call_back();
            lifetime.prompted();
            lifetime.end_input();
            assert!(!lifetime.may_close(NOTHING, now));
            lifetime.result(now);
            assert_eq!(lifetime.may_close(NOTHING, now), at_last);
        }
    }

    #[test]
    fn idle_counts_only_with_a_result_and_in_either_order() {
        let (mut lifetime, now) = run();
        lifetime.state(SessionState::Idle);
        assert!(!lifetime.may_close(NOTHING, now));
        lifetime.state(SessionState::Running);
        lifetime.result(now);
        assert!(!lifetime.may_close(NOTHING, now));
        lifetime.state(SessionState::Idle);
        assert!(lifetime.may_close(NOTHING, now));
        assert!(!lifetime.may_close(Waiting { questions: true, ..NOTHING }, now));
    }

    #[test]
    fn without_states_the_first_result_ends_the_run_unless_agents_live() {
        let (mut lifetime, now) = run();
        lifetime.task_started(&"agent".into(), Some("local_agent"));
        lifetime.task_started(&"shell".into(), Some("local_bash"));
        lifetime.task_started(&"odd".into(), None);
        lifetime.result(now);
        assert!(!lifetime.may_close(NOTHING, now));
        lifetime.task_ended(&"agent".into(), now);
        lifetime.task_ended(&"agent".into(), now);
        assert!(lifetime.may_close(NOTHING, now));
    }

    #[test]
    fn the_ceiling_counts_between_turns_only() {
        let (mut lifetime, now) = run();
        lifetime.state(SessionState::Running);
        assert_eq!(lifetime.due(), None);
        lifetime.result(now);
        assert_eq!(lifetime.due(), Some(now + WITHIN));
        lifetime.works();
        assert_eq!(lifetime.due(), None);
        lifetime.result(now);
        lifetime.task_started(&"agent".into(), Some("local_agent"));
        assert_eq!(lifetime.due(), None);
        assert!(!lifetime.may_close(NOTHING, now + WITHIN));
        lifetime.task_ended(&"agent".into(), now);
        assert!(lifetime.may_close(NOTHING, now + WITHIN));
    }

    #[test]
    fn a_conversation_is_never_closed_by_itself() {
        let mut lifetime = Lifetime::new(Input::Open, WITHIN);
        lifetime.end_input();
        let now = Instant::now();
        lifetime.result(now);
        assert!(!lifetime.may_close(NOTHING, now + WITHIN));
    }
}
