//! Main thread: what it waits for, which is the model, a tool, or a person. Pure: facts in, an
//! [`Activity`] out.
//!
//! Tools and messages of subagents do not count here; subagents are in `task_table.rs`. The facts
//! come from `driver/activity.rs`, which finds tools in raw lines with `tool_scan.rs`.

use std::collections::{HashSet, VecDeque};
use std::time::Instant;

use claude_types::{RequestId, ToolUseId};

use super::tool_scan::{Calls, ToolCall};
use super::value::{Phase, State};

/// How many running tools are recorded. Beyond it, the oldest are forgotten.
const TOOLS: usize = 256;

/// How many requests to a person are kept before closed ones are searched for.
const CROWD: usize = 64;

/// A tool that the main thread waits for.
#[derive(Debug)]
pub(crate) struct RunningTool {
    id: ToolUseId,
    name: String,
    since: Instant,
}

/// A control request that a person may have to answer.
#[derive(Debug)]
pub(crate) struct PendingUser {
    pub(crate) request: RequestId,
    tool: Option<String>,
    since: Instant,
}

/// The facts about the main thread.
#[derive(Debug, Default)]
pub(crate) struct MainThread {
    /// A turn is open: its first frame has arrived, and its result has not.
    turn: bool,
    tools: Vec<RunningTool>,
    /// The ID of the message of the model that called the tools.
    called_by: Option<Box<str>>,
    /// The oldest first. Some of them may be closed: see [`MainThread::retain_requests`].
    users: VecDeque<PendingUser>,
    /// The number of `users` from which closed ones are searched for.
    crowded: usize,
    phase: Phase,
}

/// The other facts that decide the state.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct StateInputs {
    /// A prompt has no result yet.
    pub(crate) prompts: bool,
    /// The CLI reports that it is not idle.
    pub(crate) running: bool,
    /// The number of running agents.
    pub(crate) agents: usize,
}

impl MainThread {
    /// Records the first frame of a turn, or of a message of the model.
    pub(crate) fn turn_began(&mut self) {
        self.turn = true;
        self.api_answered();
    }

    /// Records that the API has answered. All tools have returned then: the request contained their
    /// results.
    pub(crate) fn api_answered(&mut self) {
        self.tools.clear();
        self.phase = Phase::Working;
    }

    /// Records the end of the turn.
    pub(crate) fn turn_ended(&mut self) {
        self.turn = false;
        self.api_answered();
    }

    /// Records tool calls of the model.
    pub(crate) fn tools_called(&mut self, calls: Calls, now: Instant) {
        if self.called_by.as_deref() != calls.message.as_deref() {
            self.tools.clear();
            self.called_by = calls.message.map(Into::into);
        }
        (self.turn, self.phase) = (true, Phase::Working);
        for ToolCall { id, name, .. } in calls.tools {
            let id = ToolUseId::new(&id);
            if !self.tools.iter().any(|tool| tool.id == id) {
                self.tools.push(RunningTool { id, name: name.into_owned(), since: now });
            }
        }
        let surplus = self.tools.len().saturating_sub(TOOLS);
        self.tools.drain(..surplus);
    }

    /// Records a message of the model without a tool call.
    pub(crate) fn message(&mut self, message: Option<&str>) {
        self.phase = Phase::Working;
        // Another message means that the tools have returned. The same message may continue while
        // the tools that it has called are already running.
        if self.called_by.as_deref() != message {
            self.tools.clear();
        }
    }

    /// Records that a tool has returned.
    pub(crate) fn tool_returned(&mut self, call: &str) {
        self.tools.retain(|tool| tool.id != *call);
    }

    /// Records that many tools have returned.
    pub(crate) fn tools_returned(&mut self, calls: &HashSet<&str>) {
        self.tools.retain(|tool| !calls.contains(tool.id.as_str()));
    }

    pub(crate) fn has_tools(&self) -> bool {
        !self.tools.is_empty()
    }

    pub(crate) fn is_open(&self) -> bool {
        self.turn
    }

    pub(crate) fn phase(&self) -> Phase {
        self.phase
    }

    pub(crate) fn delayed_by(&mut self, phase: Phase) {
        self.phase = phase;
    }

    /// Records a control request that a person may have to answer.
    pub(crate) fn user_asked(&mut self, request: RequestId, tool: Option<&str>, now: Instant) {
        self.users.push_back(PendingUser { request, tool: tool.map(Into::into), since: now });
    }

    /// Forgets requests for which `is_open` returns false.
    ///
    /// It is called for each event, so it looks at the oldest ones: only the oldest open one is
    /// shown. All are searched when their number has doubled.
    pub(crate) fn retain_requests(&mut self, is_open: impl Fn(&PendingUser) -> bool) {
        while self.users.front().is_some_and(|user| !is_open(user)) {
            self.users.pop_front();
        }
        if self.users.len() > self.crowded {
            self.users.retain(is_open);
            self.crowded = 2 * self.users.len() + CROWD;
        }
    }

    /// Returns what the session is doing.
    pub(crate) fn activity(&self, inputs: StateInputs) -> Activity<'_> {
        // While background agents run, the CLI reports that it is running although nothing is in
        // the foreground. So `running` counts only without agents.
        let foreground = self.turn || inputs.prompts || (inputs.running && inputs.agents == 0);
        match (self.users.front(), self.tools.first()) {
            (Some(user), _) => Activity::PendingUser(user),
            (None, Some(tool)) if foreground => Activity::Tool(tool, self.tools.len()),
            _ if foreground => Activity::Model(self.phase),
            _ if inputs.agents > 0 => Activity::Background(inputs.agents),
            _ => Activity::Nothing,
        }
    }
}

/// A state that borrows its data. It is compared with the published state for each event, and is
/// usually the same, so nothing is cloned.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Activity<'a> {
    Nothing,
    Model(Phase),
    /// The oldest running tool, and the number of running tools.
    Tool(&'a RunningTool, usize),
    PendingUser(&'a PendingUser),
    Background(usize),
}

impl Activity<'_> {
    /// Returns whether a state describes the same activity.
    pub(crate) fn is(&self, state: &State) -> bool {
        match (self, state) {
            (Self::Nothing, State::Idle) => true,
            (Self::Model(now), State::Model { phase, .. }) => now == phase,
            (Self::Tool(tool, count), State::Tool { id, running, .. }) => {
                tool.id == *id && count == running
            }
            (Self::PendingUser(user), State::WaitingForHuman { request, .. }) => {
                user.request == *request
            }
            (Self::Background(count), State::Background { agents, .. }) => count == agents,
            _ => false,
        }
    }

    /// Returns the state of this activity, which begins at `now`.
    pub(crate) fn state(&self, now: Instant) -> State {
        match *self {
            Self::Nothing => State::Idle,
            Self::Model(phase) => State::Model { since: now, phase },
            Self::Tool(tool, running) => State::Tool {
                name: tool.name.clone(),
                id: tool.id.clone(),
                since: tool.since,
                running,
            },
            Self::PendingUser(user) => State::WaitingForHuman {
                request: user.request.clone(),
                tool: user.tool.clone(),
                since: user.since,
            },
            Self::Background(agents) => State::Background { agents, since: now },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    const QUIET: StateInputs = StateInputs { prompts: false, running: false, agents: 0 };

    fn tool(id: String) -> ToolCall<'static> {
        ToolCall { id: Cow::Owned(id), name: Cow::Borrowed("Bash"), input: None }
    }

    fn calls(message: &'static str, ids: &[&'static str]) -> Calls<'static> {
        let tools = ids.iter().map(|id| tool((*id).to_owned())).collect();
        Calls { parent: None, message: Some(message.into()), tools }
    }

    fn shown(activity: &MainThread, inputs: StateInputs) -> String {
        activity.activity(inputs).state(Instant::now()).to_string()
    }

    #[test]
    fn the_oldest_of_the_tools_is_shown_until_each_has_returned() {
        let (mut activity, now) = (MainThread::default(), Instant::now());
        activity.turn_began();
        activity.tools_called(calls("m", &["a"]), now);
        activity.tools_called(calls("m", &["b", "a"]), now);
        assert_eq!(shown(&activity, QUIET), "the tool `Bash` and 1 others");
        activity.tool_returned("a");
        assert_eq!(shown(&activity, QUIET), "the tool `Bash`");
        activity.tool_returned("unknown");
        activity.tool_returned("b");
        assert_eq!(shown(&activity, QUIET), "the model");
        activity.turn_ended();
        assert_eq!(shown(&activity, QUIET), "nothing");
    }

    #[test]
    fn a_newer_message_closes_tools_and_the_same_does_not() {
        let (mut activity, now) = (MainThread::default(), Instant::now());
        activity.turn_began();
        activity.tools_called(calls("m", &["a"]), now);
        activity.message(Some("m"));
        assert!(activity.has_tools());
        activity.message(Some("n"));
        assert!(!activity.has_tools());
        activity.tools_called(calls("o", &["b"]), now);
        activity.tools_called(calls("p", &["c"]), now);
        assert_eq!(shown(&activity, QUIET), "the tool `Bash`", "b has returned unseen");
    }

    #[test]
    fn a_user_request_comes_before_tools_and_outlives_the_turn() {
        let (mut activity, now) = (MainThread::default(), Instant::now());
        activity.tools_called(calls("m", &["a"]), now);
        activity.user_asked("1".into(), Some("Bash"), now);
        activity.user_asked("1".into(), Some("Bash"), now);
        activity.user_asked("2".into(), None, now);
        activity.turn_ended();
        assert_eq!(shown(&activity, QUIET), "an answer about the tool `Bash`");
        activity.retain_requests(|user| user.request == "2");
        assert_eq!(shown(&activity, QUIET), "an answer from the user");
        activity.retain_requests(|_| false);
        assert_eq!(shown(&activity, QUIET), "nothing");
    }

    #[test]
    fn many_requests_cost_a_few_looks_each_in_any_order() {
        const COUNT: usize = 10_000;
        let orders: [fn(usize) -> usize; 3] = [|n| n, |n| COUNT - 1 - n, |n| (n * 7919) % COUNT];
        for order in orders {
            let (mut activity, now) = (MainThread::default(), Instant::now());
            let looks = std::cell::Cell::new(0);
            let mut open = std::collections::BTreeSet::new();
            let retain = |activity: &mut MainThread, open: &std::collections::BTreeSet<usize>| {
                activity.retain_requests(|user| {
                    looks.set(looks.get() + 1);
                    open.contains(&user.request.as_str().parse().unwrap())
                });
            };
            for n in 0..COUNT {
                open.insert(n);
                activity.user_asked(n.to_string().into(), None, now);
                retain(&mut activity, &open);
            }
            for n in 0..COUNT {
                open.remove(&order(n));
                retain(&mut activity, &open);
                let shown = open.first().map(|first| first.to_string());
                let front = activity.users.front().map(|user| user.request.to_string());
                assert_eq!(front, shown, "the oldest open one is shown");
            }
            assert!(activity.users.is_empty());
            assert!(looks.get() <= 8 * COUNT, "{} looks", looks.get());
        }
    }

    #[test]
    fn closed_requests_behind_an_open_one_are_removed() {
        let (mut activity, now) = (MainThread::default(), Instant::now());
        for n in 0..10_000 {
            activity.user_asked(n.to_string().into(), None, now);
            activity.retain_requests(|user| user.request == "0");
            assert!(activity.users.len() <= 2 * CROWD + 2, "{}", activity.users.len());
        }
    }

    #[test]
    fn agents_are_the_background_only_if_nothing_is_in_the_foreground() {
        let mut activity = MainThread::default();
        let agents = StateInputs { agents: 2, running: true, ..QUIET };
        assert_eq!(shown(&activity, agents), "2 background agents");
        assert_eq!(shown(&activity, StateInputs { prompts: true, ..agents }), "the model");
        assert_eq!(shown(&activity, StateInputs { running: true, ..QUIET }), "the model");
        activity.turn_began();
        assert_eq!(shown(&activity, agents), "the model");
    }

    #[test]
    fn a_message_of_the_model_ends_its_delay() {
        let mut activity = MainThread::default();
        activity.turn_began();
        activity.delayed_by(Phase::Retrying { attempt: 3 });
        assert_eq!(shown(&activity, QUIET), "the model, after 3 failed attempts");
        activity.message(Some("m"));
        assert_eq!(shown(&activity, QUIET), "the model");
    }

    #[test]
    fn the_number_of_recorded_tools_is_limited() {
        let (mut activity, now) = (MainThread::default(), Instant::now());
        for n in 0..TOOLS + 10 {
            let tools = vec![tool(n.to_string())];
            activity.tools_called(
                Calls { parent: None, message: Some("m".into()), tools: tools.into() },
                now,
            );
        }
        assert_eq!(activity.tools.len(), TOOLS);
        assert_eq!(activity.tools[0].id, "10");
    }
}
