//! Engine: its state, its public methods, and the loop that plays the steps.

use std::collections::VecDeque;
use std::sync::Arc;

use serde::Serialize;

use super::call::{AgentStage, Subagent};
use super::call::{Call, CallStage};
use super::effect::Effect;
use super::local_command::LocalCommand;
use super::prompt::Prompt;
use super::requests::{HookCall, Hooks, Server};
use super::running_turn::RunningTurn;
use super::sessions::Deferred;
use super::setup::Setup;
use super::stream::OpenMessage;
use crate::frame;
use crate::scenario::{Interrupt, Outcome, Scenario, Step};

/// Plays a scenario as the CLI.
///
/// # Examples
///
/// ```
/// use claude_testkit::engine::{Effect, Engine, Setup};
/// use claude_testkit::scenario::Scenario;
///
/// let setup = Setup::new([], |_| None);
/// let mut engine = Engine::new(Scenario::echo(), setup);
/// engine.line(r#"{"type":"user","message":{"role":"user","content":"hello"}}"#);
/// let mut effects = std::iter::from_fn(|| engine.effect());
/// let line = effects.find_map(|effect| match effect {
///     Effect::Write(line) => Some(line),
///     _ => None,
/// });
/// let line = line.unwrap();
/// assert!(line.starts_with(br#"{"type":"system","subtype":"init""#));
/// ```
#[derive(Debug)]
pub struct Engine {
    pub(super) setup: Setup,
    pub(super) steps: Vec<Step>,
    /// The text of each step.
    pub(super) texts: Vec<String>,
    pub(super) next: usize,
    /// The call that an earlier process has parked, until it is replayed.
    pub(super) parked: Option<Deferred>,
    /// The call that is replayed.
    pub(super) replayed: Option<Deferred>,
    /// Whether the host has sent `initialize`.
    pub(super) initialized: bool,
    /// Whether no step is left.
    is_over: bool,
    /// The running subagent, and the call that has started it.
    pub(super) agent: Option<Subagent>,
    pub(super) outer_call: Option<Call>,
    /// Whether the session has messages that can be compacted.
    pub(super) has_history: bool,
    /// The prompts with a UUID that this process has read.
    pub(super) known_prompts: Vec<String>,
    /// Those of the conversation, also of earlier processes.
    pub(super) delivered_prompts: Vec<String>,
    /// Requests for files that are being read: ID, path, limit in bytes.
    pub(super) files: Vec<(String, String, Option<u64>)>,
    pub(super) ops: VecDeque<Op>,
    pub(super) wait: Wait,
    effects: VecDeque<Effect>,
    /// Prompts that are not part of a turn yet.
    pub(super) prompts: VecDeque<Prompt>,
    pub(super) turn: Option<RunningTurn>,
    pub(super) message: Option<OpenMessage>,
    pub(super) call: Option<Call>,
    pub(super) pending: Vec<PendingRequest>,
    pub(super) hooks: Hooks,
    pub(super) servers: Vec<Server>,
    /// The MCP servers that the real CLI would run itself.
    pub(super) external: Vec<String>,
    /// Control requests of the host that no step has waited for.
    pub(super) seen: Vec<String>,
    /// The number of results so far, and the API calls.
    pub(super) results: u64,
    pub(super) calls: u64,
    pub(super) last_is_error: bool,
    pub(super) silent: bool,
    /// Whether the host wants the messages of subagents.
    pub(super) agents_text: bool,
    pub(super) interrupts: Interrupt,
    reported_mode: Option<String>,
    input_over: bool,
    stay: bool,
}

/// What the engine waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    Nothing,
    Prompt,
    Queued(usize),
    Control(String),
    Answers,
    Time,
    Hang,
    /// The engine has ended.
    Over,
}

/// The next operation: a step, or a part of one.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Step(Step),
    /// Accepts the prompts: sends `system/init`.
    Begin,
    Call(CallStage),
    /// Asks about a parked call, and goes on after it.
    Replay,
    GoOn,
    Agent(AgentStage),
    /// A text, after the hooks that may delay it.
    Say(String),
    Local(LocalCommand),
    EndLocal(&'static str),
    /// Acknowledges a request of the host that had to wait.
    Done(String),
    /// Decides about the end of the turn, after its `Stop` hooks.
    Stopped {
        text: Option<String>,
    },
    EchoSummary,
    Finish {
        outcome: Outcome,
        text: Option<String>,
    },
}

/// A control request that the host has not answered.
#[derive(Debug)]
pub(super) struct PendingRequest {
    pub(super) request_id: String,
    pub(super) kind: RequestKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RequestKind {
    Hook(HookCall),
    Permission,
    McpTools(usize),
    McpCall,
}

impl PendingRequest {
    /// Whether it asks a hook about a permission.
    pub(super) fn is_permission_hook(&self) -> bool {
        matches!(&self.kind, RequestKind::Hook(hook) if hook.event == "PermissionRequest")
    }
}

impl Engine {
    /// Creates an engine and runs its first steps.
    #[must_use]
    pub fn new(scenario: Scenario, setup: Setup) -> Self {
        let servers = setup.host_servers.iter().map(|name| Server::new(name)).collect();
        let mut engine = Self {
            setup,
            steps: scenario.steps,
            texts: scenario.texts,
            next: 0,
            parked: None,
            replayed: None,
            initialized: false,
            is_over: false,
            agent: None,
            outer_call: None,
            has_history: false,
            known_prompts: Vec::new(),
            delivered_prompts: Vec::new(),
            files: Vec::new(),
            ops: VecDeque::new(),
            wait: Wait::Nothing,
            effects: VecDeque::new(),
            prompts: VecDeque::new(),
            turn: None,
            message: None,
            call: None,
            pending: Vec::new(),
            hooks: Hooks::default(),
            servers,
            external: Vec::new(),
            seen: Vec::new(),
            results: 0,
            calls: 0,
            last_is_error: false,
            silent: false,
            agents_text: false,
            interrupts: Interrupt::Stop,
            reported_mode: None,
            input_over: false,
            stay: false,
        };
        engine.select_session();
        engine.run();
        engine
    }

    /// Returns the next effect, or `None` if the engine waits for the host or for time.
    pub fn effect(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    /// Handles a line of the host, with or without its line feed.
    pub fn line(&mut self, line: &str) {
        let line = line.trim();
        if self.wait != Wait::Over && !line.is_empty() {
            self.input(line);
            self.run();
        }
    }

    /// Handles the end of stdin.
    pub fn end_of_input(&mut self) {
        self.input_over = true;
        match self.wait {
            Wait::Prompt | Wait::Queued(_) | Wait::Control(_) => self.wait = Wait::Nothing,
            Wait::Answers => self.fail_requests(),
            Wait::Nothing | Wait::Time | Wait::Hang | Wait::Over => {}
        }
        self.run();
    }

    /// Handles the end of the time of [`Effect::Sleep`].
    pub fn woke(&mut self) {
        if self.wait == Wait::Time {
            self.wait = Wait::Nothing;
            self.run();
        }
    }

    pub(super) fn run(&mut self) {
        while self.wait == Wait::Nothing {
            match self.ops.pop_front().unwrap_or_else(|| self.next_op()) {
                Op::Step(step) => self.step(step),
                Op::Begin => self.begin(),
                Op::Call(stage) => self.call_stage(stage),
                Op::Replay => self.replay_call(),
                Op::GoOn => self.go_on(),
                Op::Agent(stage) => self.agent_stage(stage),
                Op::Say(text) => self.text(&text),
                Op::Local(command) => self.local_command(command),
                Op::Done(id) => self.done(&id),
                Op::EndLocal(name) => self.end_local_command(name),
                Op::Stopped { text } => self.stopped(text),
                Op::EchoSummary => self.echo_summary(),
                Op::Finish { outcome, text } => self.finish(&outcome, text),
            }
        }
    }

    /// Returns the next operation. If no step is left, prompts get a short answer that says so.
    fn next_op(&mut self) -> Op {
        if let Some(step) = self.steps.get(self.next) {
            self.next += 1;
            return Op::Step(step.clone());
        }
        self.is_over = true;
        self.ops.push_back(Op::Step(Step::Text("(the scenario is over)".to_owned())));
        Op::Step(Step::ExpectUser { containing: None })
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::ExpectUser { containing } => self.expect_user(containing),
            Step::ExpectQueued(count) => {
                if self.prompts.len() < count && !self.input_over {
                    self.ops.push_front(Op::Step(step));
                    self.wait = Wait::Queued(count);
                }
            }
            Step::ExpectControl(subtype) => self.expect_control(subtype),
            Step::Text(text) => self.display(text),
            Step::Thinking(text) => self.thinking(&text),
            Step::Tool { name, input, output } => self.tool(name, input, output),
            Step::Agent { name, prompt, report } => self.agent(&name, &prompt, report),
            Step::Hook { event, fields } => self.hook_step(&event, fields.as_deref()),
            Step::Fold => self.fold(),
            Step::Echo => self.echo(),
            Step::Result { outcome, text } => self.result_step(outcome, text),
            Step::Send(value) => self.send_as_is(&value),
            Step::Raw(bytes) => self.effect_of(Effect::Write(bytes)),
            Step::LineOf(bytes) => self.line_of(bytes),
            Step::Flood(flood) => {
                let session_id = self.session().to_string();
                self.effect_of(Effect::Flood { flood, session_id });
            }
            Step::Interrupt(interrupts) => self.interrupts = interrupts,
            Step::Mode(mode) => self.reported_mode = Some(mode),
            Step::NoInitialize => self.silent = true,
            Step::NoExit => self.stay = true,
            Step::Loop => self.go_back(),
            // It is read at the start.
            Step::Session(_) => {}
            other => self.outside(other),
        }
    }

    /// Runs a step that acts outside the protocol.
    fn outside(&mut self, step: Step) {
        let effect = match step {
            Step::Stderr(text) => Effect::Stderr(text.into_bytes()),
            Step::StderrBytes(bytes) => Effect::Stderr(noise(bytes)),
            Step::Sleep(time) => {
                self.wait = Wait::Time;
                Effect::Sleep(time)
            }
            Step::Hang => {
                self.wait = Wait::Hang;
                return;
            }
            Step::Freeze => {
                self.wait = Wait::Over;
                Effect::Freeze
            }
            Step::Exit(code) => return self.exit(code),
            Step::CloseStdout => Effect::CloseStdout,
            Step::CloseStdin => Effect::CloseStdin,
            Step::IgnoreTerm => Effect::IgnoreTerm,
            Step::SpawnGrandchild => Effect::SpawnGrandchild,
            _ => return,
        };
        self.effect_of(effect);
    }

    fn expect_user(&mut self, containing: Option<String>) {
        if self.turn.is_some() {
            self.ops.push_front(Op::Step(Step::ExpectUser { containing }));
            self.result_step(Outcome::Success, None);
            return;
        }
        if self.initialized
            && let Some(parked) = self.parked.take()
        {
            // The step waits for the prompt after the replay.
            self.unread();
            return self.replay_parked(parked);
        }
        if let Some(command) = self.next_local_command(containing.as_deref()) {
            self.unread();
            return self.run_local_command(command);
        }
        if !self.prompts.is_empty() {
            return self.open_turn(containing.as_deref());
        }
        if self.input_over && !self.stay {
            return self.exit(i32::from(self.last_is_error));
        }
        self.ops.push_front(Op::Step(Step::ExpectUser { containing }));
        self.wait = Wait::Prompt;
    }

    /// Puts a step that waits for a prompt back. As an operation, it would be lost if the turn is
    /// aborted.
    fn unread(&mut self) {
        // Without a step, `next_op` makes the operations again.
        self.ops.clear();
        if !self.is_over {
            self.next = self.next.saturating_sub(1);
        }
    }

    fn expect_control(&mut self, subtype: String) {
        if let Some(index) = self.seen.iter().position(|seen| *seen == subtype) {
            self.seen.remove(index);
        } else if !self.input_over {
            self.ops.push_front(Op::Step(Step::ExpectControl(subtype.clone())));
            self.wait = Wait::Control(subtype);
        }
    }

    fn go_back(&mut self) {
        let first = self.steps.iter().position(|step| matches!(step, Step::ExpectUser { .. }));
        self.next = first.unwrap_or(self.steps.len());
    }

    /// Skips the remaining steps of a turn that has ended in another way.
    pub(super) fn skip_to_next_prompt(&mut self) {
        self.ops.clear();
        while let Some(step) = self.steps.get(self.next)
            && !matches!(step, Step::ExpectUser { .. } | Step::Loop)
        {
            self.next += 1;
        }
    }

    pub(super) fn exit(&mut self, code: i32) {
        self.wait = Wait::Over;
        self.effect_of(Effect::Exit(code));
    }

    /// Exits as the CLI does if it cannot parse a line of the host.
    pub(super) fn die(&mut self, stderr: &str) {
        self.effect_of(Effect::Stderr(format!("{stderr}\n").into_bytes()));
        self.exit(1);
    }

    pub(super) fn effect_of(&mut self, effect: Effect) {
        self.effects.push_back(effect);
    }

    pub(super) fn send(&mut self, frame: &impl Serialize) {
        self.effect_of(Effect::Write(frame::line(frame).into_bytes()));
    }

    pub(super) fn session(&self) -> Arc<str> {
        Arc::clone(&self.setup.session_id)
    }

    /// The permission mode that is reported.
    pub(super) fn mode(&self) -> String {
        self.reported_mode.as_ref().unwrap_or(&self.setup.permission_mode).clone()
    }
}

/// Lines of 80 bytes for stderr.
fn noise(bytes: usize) -> Vec<u8> {
    let line = format!("{:-<79}\n", "noise on stderr ");
    let mut noise = line.repeat(bytes / line.len() + 1).into_bytes();
    noise.truncate(bytes);
    noise
}
