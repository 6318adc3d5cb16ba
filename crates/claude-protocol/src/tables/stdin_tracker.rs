//! When stdin may be closed. Pure: facts in, a decision out.
//!
//! The CLI exits when its stdin ends, and every question that it asks needs an answer there. So
//! stdin closes at once after the prompt only when nothing can call back; otherwise when the run
//! is over: a result came, the CLI is idle, no background agent lives, no question is open.

use std::collections::HashSet;
use std::time::Duration;

use claude_types::{SessionState, TaskId};
use tokio::time::Instant;

use crate::limits::StdinPolicy;

/// What is known about the run.
#[derive(Debug)]
pub(crate) struct StdinTracker {
    input: StdinPolicy,
    within: Duration,
    ended: bool,
    prompted: bool,
    results: u64,
    state: Option<SessionState>,
    agents: HashSet<TaskId>,
    ceiling: Option<Instant>,
}

impl StdinTracker {
    pub(crate) fn new(input: StdinPolicy, within: Duration) -> Self {
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
        if self.input == StdinPolicy::EndsWithPrompt {
            self.input = StdinPolicy::EndsWithRun;
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
        self.input == StdinPolicy::EndsWithRun && self.ceiling.is_some()
    }

    /// The main thread works on: the ceiling counts only between turns.
    pub(crate) fn main_thread_active(&mut self) {
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
        let waits = self.input == StdinPolicy::EndsWithRun && self.ended && self.agents.is_empty();
        self.ceiling.filter(|_| waits)
    }

    /// Tells whether stdin may be closed now. `open`: a prompt has no result yet, a question
    /// of the CLI is open, or a line is still to be written.
    pub(crate) fn may_close(&self, open: OpenWork, now: Instant) -> bool {
        if !self.ended || open.lines {
            return false;
        }
        match self.input {
            StdinPolicy::Open => false,
            StdinPolicy::EndsWithPrompt => true,
            // There is no run that could end.
            StdinPolicy::EndsWithRun if !self.prompted => !open.requests,
            StdinPolicy::EndsWithRun => {
                let idle = self.is_running().map_or(self.agents.is_empty(), |running| !running);
                let over = !open.prompts && idle && self.agents.is_empty() && !open.requests;
                self.results > 0 && (over || self.due().is_some_and(|due| due <= now))
            }
        }
    }
}

/// What still waits on this side.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct OpenWork {
    pub(crate) lines: bool,
    pub(crate) prompts: bool,
    pub(crate) requests: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: OpenWork = OpenWork { lines: false, prompts: false, requests: false };
    const WITHIN: Duration = Duration::from_secs(600);

    fn run() -> (StdinTracker, Instant) {
        let mut tracker = StdinTracker::new(StdinPolicy::EndsWithRun, WITHIN);
        tracker.prompted();
        tracker.end_input();
        (tracker, Instant::now())
    }

    #[test]
    fn without_callbacks_it_closes_when_the_prompt_is_written() {
        let mut tracker = StdinTracker::new(StdinPolicy::EndsWithPrompt, WITHIN);
        let now = Instant::now();
        assert!(!tracker.may_close(NOTHING, now));
        tracker.end_input();
        assert!(!tracker.may_close(OpenWork { lines: true, ..NOTHING }, now));
        assert!(tracker.may_close(OpenWork { prompts: true, ..NOTHING }, now));
    }

    #[test]
    fn once_something_may_call_back_the_prompt_is_not_the_end() {
        let now = Instant::now();
        for (input, at_last) in [(StdinPolicy::EndsWithPrompt, true), (StdinPolicy::Open, false)] {
            let mut tracker = StdinTracker::new(input, WITHIN);
            tracker.may_call_back();
            tracker.prompted();
            tracker.end_input();
            assert!(!tracker.may_close(NOTHING, now));
            tracker.result(now);
            assert_eq!(tracker.may_close(NOTHING, now), at_last);
        }
    }

    #[test]
    fn idle_counts_only_with_a_result_and_in_either_order() {
        let (mut tracker, now) = run();
        tracker.state(SessionState::Idle);
        assert!(!tracker.may_close(NOTHING, now));
        tracker.state(SessionState::Running);
        tracker.result(now);
        assert!(!tracker.may_close(NOTHING, now));
        tracker.state(SessionState::Idle);
        assert!(tracker.may_close(NOTHING, now));
        assert!(!tracker.may_close(OpenWork { requests: true, ..NOTHING }, now));
    }

    #[test]
    fn without_states_the_first_result_ends_the_run_unless_agents_live() {
        let (mut tracker, now) = run();
        tracker.task_started(&"agent".into(), Some("local_agent"));
        tracker.task_started(&"shell".into(), Some("local_bash"));
        tracker.task_started(&"odd".into(), None);
        tracker.result(now);
        assert!(!tracker.may_close(NOTHING, now));
        tracker.task_ended(&"agent".into(), now);
        tracker.task_ended(&"agent".into(), now);
        assert!(tracker.may_close(NOTHING, now));
    }

    #[test]
    fn the_ceiling_counts_between_turns_only() {
        let (mut tracker, now) = run();
        tracker.state(SessionState::Running);
        assert_eq!(tracker.due(), None);
        tracker.result(now);
        assert_eq!(tracker.due(), Some(now + WITHIN));
        tracker.main_thread_active();
        assert_eq!(tracker.due(), None);
        tracker.result(now);
        tracker.task_started(&"agent".into(), Some("local_agent"));
        assert_eq!(tracker.due(), None);
        assert!(!tracker.may_close(NOTHING, now + WITHIN));
        tracker.task_ended(&"agent".into(), now);
        assert!(tracker.may_close(NOTHING, now + WITHIN));
    }

    #[test]
    fn a_conversation_is_never_closed_by_itself() {
        let mut tracker = StdinTracker::new(StdinPolicy::Open, WITHIN);
        tracker.end_input();
        let now = Instant::now();
        tracker.result(now);
        assert!(!tracker.may_close(NOTHING, now + WITHIN));
    }
}
