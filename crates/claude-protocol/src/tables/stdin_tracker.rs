//! Stdin tracker: decides when stdin of the CLI may be closed. Pure: facts in, a decision out.
//!
//! The CLI exits when its stdin ends, and it reads replies to its control requests from there. If
//! stdin is closed too early, callbacks fail; if it stays open, the CLI never exits. So:
//!
//! - Without callbacks, it is closed when the last prompt is written.
//! - With callbacks, it is closed when the run is over: every prompt has its result, the CLI is
//!   idle, no background agent runs, and no control request is open.
//! - The ceiling closes it if the CLI does not become idle: [`Deadlines::run_end`] after the last
//!   result (600 s by default).
//!
//! It also decides when the run is over, so that a CLI whose stdin is closed has no reason to stay:
//! if nothing is open, or at the ceiling.
//!
//! [`Deadlines::run_end`]: crate::Deadlines::run_end

use std::collections::HashSet;
use std::time::Duration;

use claude_types::{SessionState, TaskId};
use tokio::time::Instant;

use crate::limits::StdinPolicy;

/// How many running agents and workflows are told apart. Further ones do not keep stdin open.
const AGENTS: usize = 16 << 10;

/// The facts about the run that decide when stdin is closed.
#[derive(Debug)]
pub(crate) struct StdinTracker {
    input: StdinPolicy,
    within: Duration,
    ended: bool,
    prompted: bool,
    results: u64,
    state: Option<SessionState>,
    agents: HashSet<TaskId>,
    /// A result has arrived, and the main thread was not active since.
    between_turns: bool,
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
            between_turns: false,
            ceiling: None,
        }
    }

    /// Returns the policy, which a registered callback may have changed.
    pub(crate) fn policy(&self) -> StdinPolicy {
        self.input
    }

    /// Records that a callback is registered: from now on, the CLI may need stdin after the prompt.
    pub(crate) fn may_call_back(&mut self) {
        if self.input == StdinPolicy::EndsWithPrompt {
            self.input = StdinPolicy::EndsWithRun;
        }
    }

    /// Records that a prompt was sent.
    pub(crate) fn prompted(&mut self) {
        self.prompted = true;
    }

    /// Records that no more prompts will be sent.
    pub(crate) fn end_input(&mut self) {
        self.ended = true;
    }

    /// Records a result. The ceiling counts from here.
    pub(crate) fn result(&mut self, now: Instant) {
        self.results += 1;
        self.between_turns = true;
        self.ceiling = now.checked_add(self.within);
    }

    /// Records that a prompt was cancelled. It counts as answered: it gets no result.
    pub(crate) fn cancelled(&mut self, now: Instant) {
        self.result(now);
    }

    /// Returns whether the end of the run is near, so that activity of the main thread would put it
    /// off.
    pub(crate) fn is_waiting(&self) -> bool {
        self.input != StdinPolicy::Open && self.between_turns
    }

    /// Returns whether the main thread has ended its last turn, and no agent runs.
    pub(crate) fn is_between_turns(&self) -> bool {
        self.between_turns && self.agents.is_empty()
    }

    /// Records that the main thread is active: the run ends only between turns.
    pub(crate) fn main_thread_active(&mut self) {
        self.between_turns = false;
        self.ceiling = None;
    }

    /// Records the state that the CLI reports.
    pub(crate) fn state(&mut self, state: SessionState) {
        // A person may take any time to answer.
        if state == SessionState::RequiresAction {
            self.between_turns = false;
            self.ceiling = None;
        }
        self.state = Some(state);
    }

    /// Records a task that starts. Only agents and workflows keep stdin open. A shell may never
    /// end: the CLI would wait for the end of stdin, and this side for the end of the shell.
    pub(crate) fn task_started(&mut self, id: &TaskId, kind: Option<&str>) {
        let is_agent = matches!(kind, Some("local_agent" | "local_workflow"));
        if is_agent && self.agents.len() < AGENTS {
            self.agents.insert(id.clone());
        }
    }

    /// Records the end of a task, and restarts the ceiling after the last one. May be called more
    /// than once: the CLI reports the end of a task in one of two messages, or in both.
    pub(crate) fn task_ended(&mut self, id: &TaskId, now: Instant) {
        if self.agents.remove(id) && self.agents.is_empty() && self.ceiling.is_some() {
            self.ceiling = now.checked_add(self.within);
        }
    }

    /// Returns the number of running agents and workflows.
    pub(crate) fn agents(&self) -> usize {
        self.agents.len()
    }

    /// Returns whether the CLI reports that it is not idle. `None` if it reports no states.
    pub(crate) fn is_running(&self) -> Option<bool> {
        self.state.as_ref().map(|state| *state != SessionState::Idle)
    }

    /// Returns whether the CLI reports that it waits for a reply.
    pub(crate) fn requires_action(&self) -> bool {
        self.state == Some(SessionState::RequiresAction)
    }

    /// Returns when the ceiling closes stdin, whatever state the CLI reports.
    pub(crate) fn due(&self) -> Option<Instant> {
        let waits = self.input == StdinPolicy::EndsWithRun && self.ended && self.agents.is_empty();
        self.ceiling.filter(|_| waits)
    }

    /// Returns when the run is over, whatever state the CLI reports.
    pub(crate) fn over_at(&self) -> Option<Instant> {
        self.ceiling.filter(|_| self.agents.is_empty())
    }

    /// Returns whether the run is over: every prompt has its result, and nothing runs any more, as
    /// far as the CLI reports it.
    pub(crate) fn is_over(&self, open: OpenWork) -> bool {
        let idle = !self.is_running().unwrap_or(false);
        self.between_turns && idle && self.agents.is_empty() && !open.prompts && !open.requests
    }

    /// Returns whether stdin may be closed now.
    pub(crate) fn may_close(&self, open: OpenWork, now: Instant) -> bool {
        if !self.ended || open.lines {
            return false;
        }
        match self.input {
            StdinPolicy::Open => false,
            StdinPolicy::EndsWithPrompt => true,
            // No prompt was sent, so no result will arrive.
            StdinPolicy::EndsWithRun if !self.prompted => !open.requests,
            StdinPolicy::EndsWithRun => {
                // CLIs that report no states: the first result without running agents is the end.
                let idle = self.is_running().map_or(self.agents.is_empty(), |running| !running);
                let over = !open.prompts && idle && self.agents.is_empty() && !open.requests;
                self.results > 0 && (over || self.due().is_some_and(|due| due <= now))
            }
        }
    }
}

/// The work that is still open on this side.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct OpenWork {
    /// A line is not written yet.
    pub(crate) lines: bool,
    /// A prompt has no result yet.
    pub(crate) prompts: bool,
    /// A control request of the CLI waits for our reply.
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
        tracker.task_started(&"untyped".into(), None);
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
    fn a_run_is_over_when_nothing_is_open_between_turns() {
        let mut tracker = StdinTracker::new(StdinPolicy::EndsWithPrompt, WITHIN);
        let now = Instant::now();
        assert!(!tracker.is_over(NOTHING), "no result");
        tracker.result(now);
        assert!(tracker.is_over(NOTHING));
        assert!(!tracker.is_over(OpenWork { prompts: true, ..NOTHING }));
        assert!(!tracker.is_over(OpenWork { requests: true, ..NOTHING }));
        tracker.task_started(&"agent".into(), Some("local_agent"));
        assert!(!tracker.is_over(NOTHING) && tracker.over_at().is_none());
        tracker.task_ended(&"agent".into(), now);
        assert!(tracker.is_over(NOTHING));
        tracker.main_thread_active();
        assert!(!tracker.is_over(NOTHING) && tracker.over_at().is_none(), "a turn has begun");
        tracker.result(now);
        tracker.state(SessionState::Running);
        assert!(!tracker.is_over(NOTHING));
        assert_eq!(tracker.over_at(), Some(now + WITHIN));
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
