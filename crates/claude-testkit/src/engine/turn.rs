//! Turns: from the prompts to the result.

use std::time::Instant;

use super::api_error::ApiError;
use super::effect::Effect;
use super::ending::Ending;
use super::play::{Engine, Op};
use super::prompt::Prompt;
use super::requests::Server;
use super::running_turn::RunningTurn;
use super::setup::StateFrames;
use crate::frame::{
    self, CommandLifecycle, Init, McpServer, ReplayedUser, System, User, UserBlock,
};
use crate::scenario::{Outcome, Step};

/// The text of `result error` without one.
const API_ERROR: &str = "API Error: 500 scripted";

/// What the model does if it must go on, and the scenario says nothing about it.
const WENT_ON: &str = "I went on.";

impl Engine {
    /// Takes the queued prompts: the first, and all that were sent while another turn ran.
    pub(super) fn open_turn(&mut self, containing: Option<&str>) {
        let mut prompts: Vec<Prompt> = self.prompts.pop_front().into_iter().collect();
        if prompts.iter().any(|prompt| prompt.mid_turn) {
            while self.prompts.front().is_some_and(|prompt| prompt.mid_turn) {
                prompts.extend(self.prompts.pop_front());
            }
        }
        let text = prompts.iter().map(Prompt::text).collect::<Vec<_>>().join("\n");
        if let Some(part) = containing
            && !text.contains(part)
        {
            let complaint = format!("mock-claude: expected a prompt with {part:?}\n");
            self.effect_of(Effect::Stderr(complaint.into_bytes()));
            return self.exit(70);
        }
        self.begin_turn(prompts);
        self.ops.push_front(Op::Begin);
        self.list_host_tools();
        self.ask_hooks("UserPromptSubmit", None, &[("prompt", text.into())]);
    }

    /// Takes the prompts into a new turn.
    pub(super) fn begin_turn(&mut self, prompts: Vec<Prompt>) {
        for prompt in &prompts {
            self.lifecycle(prompt.uuid.as_deref(), "started");
        }
        self.turn = Some(RunningTurn::new(prompts, Instant::now()));
        self.keep_session(None);
    }

    /// Sends the acceptance or the refusal of the prompts.
    pub(super) fn begin(&mut self) {
        self.send_init();
        let notices = self.turn.as_mut().map(|turn| std::mem::take(&mut turn.notices));
        for notice in notices.into_iter().flatten() {
            self.effect_of(Effect::Write(notice.into_bytes()));
        }
        let blocked = self.turn.as_mut().and_then(|turn| turn.blocked.take());
        if let Some(reason) = blocked {
            return self.refuse_prompt(&reason);
        }
        let stopped = self.turn.as_mut().and_then(|turn| turn.prompt_stopped.take());
        if let Some(reason) = stopped {
            return self.stop_prompt(&reason);
        }
        if self.budget_is_exhausted() {
            return self.end_over_budget(None);
        }
        self.has_history = true;
        if self.setup.partial_messages {
            let session_id = self.session();
            self.send(&System::requesting(&session_id));
            if let Some(turn) = &mut self.turn {
                turn.requested = true;
            }
        }
        if self.setup.replay_user_messages {
            let prompts = self.turn.as_ref().map(|turn| turn.prompts.clone());
            for prompt in prompts.iter().flatten() {
                self.replay(prompt);
            }
        }
    }

    pub(super) fn send_init(&mut self) {
        let mode = self.mode();
        let host_tools = self.host_tools();
        let listed = self.setup.listed_tools();
        let tools = listed.into_iter().chain(host_tools.iter().map(String::as_str)).collect();
        let server = |server: &Server| (server.name.clone(), server.status());
        let servers: Vec<_> = self.servers.iter().map(server).collect();
        let servers = servers
            .iter()
            .map(|(name, status)| McpServer { name, status, source: "sdk" })
            .collect();
        let setup = &self.setup;
        let mut init =
            Init::new(&setup.session_id, &setup.cwd, &setup.model, &mode, tools, servers);
        let uuids = self.turn.as_ref().map(RunningTurn::uuids).unwrap_or_default();
        init.user_message_uuids = uuids;
        let line = frame::line(&init).into_bytes();
        self.effect_of(Effect::Write(line));
    }

    fn refuse_prompt(&mut self, reason: &str) {
        let prompt = self.turn.as_ref().and_then(|turn| turn.prompts.last()).map(Prompt::text);
        let prompt = prompt.unwrap_or_default();
        let text = format!(
            "UserPromptSubmit operation blocked by hook:\n{reason}\n\nOriginal prompt: {prompt}"
        );
        let session_id = self.session();
        self.send(&System::prompt_refused(&session_id, &text, reason, false));
        self.skip_to_next_prompt();
        self.close_turn(Ending::prompt_refused(text));
    }

    /// A hook keeps the prompt, but the model does not get it now.
    fn stop_prompt(&mut self, reason: &str) {
        let separator = if reason.is_empty() { "" } else { ": " };
        let text = format!("Operation stopped by hook{separator}{reason}");
        let session_id = self.session();
        self.send(&System::prompt_refused(&session_id, &text, reason, true));
        self.skip_to_next_prompt();
        self.close_turn(Ending::prompt_refused(text));
    }

    pub(super) fn replay(&mut self, prompt: &Prompt) {
        let session_id = self.session();
        self.send(&ReplayedUser::new(&session_id, &prompt.content, prompt.uuid.as_deref()));
    }

    /// Merges the queued prompts into the running turn.
    pub(super) fn fold(&mut self) {
        let prompts: Vec<Prompt> = self.prompts.drain(..).collect();
        for mut prompt in prompts {
            if self.setup.replay_user_messages {
                self.replay(&prompt);
            }
            self.lifecycle(prompt.uuid.as_deref(), "started");
            prompt.folded = true;
            if let Some(turn) = &mut self.turn {
                turn.prompts.push(prompt);
            }
        }
    }

    /// Runs a result step: `Stop` hooks first.
    pub(super) fn result_step(&mut self, outcome: Outcome, text: Option<String>) {
        self.close_message(Some("end_turn"));
        if self.turn.is_none() || outcome != Outcome::Success {
            let (is_api_error, said) = (outcome == Outcome::Error, text.clone());
            self.ops.push_front(Op::Finish { outcome, text });
            if is_api_error && self.turn.is_some() {
                self.report_api_error(said);
            }
            return;
        }
        if self.is_output_missing() {
            self.ops.push_front(Op::Step(Step::Result { outcome, text }));
            return self.remind_of_output();
        }
        if self.budget_is_exhausted() {
            return self.end_over_budget(Some("end_turn"));
        }
        self.ops.push_front(Op::Stopped { text });
        let Some(turn) = &self.turn else { return };
        let mut fields = vec![("stop_hook_active", turn.stop_hook_active.into())];
        if !turn.last_text.is_empty() {
            fields.push(("last_assistant_message", turn.last_text.clone().into()));
        }
        fields.push(("background_tasks", serde_json::json!([])));
        fields.push(("session_crons", serde_json::json!([])));
        self.ask_hooks("Stop", None, &fields);
    }

    /// Sends the message in which the CLI reports an error of the API, and calls the hooks for it.
    fn report_api_error(&mut self, text: Option<String>) {
        let text = text.unwrap_or_else(|| API_ERROR.to_owned());
        let error = ApiError::of(&text);
        self.synthetic(&text, Some(error));
        let fields = [("error", error.word.into()), ("last_assistant_message", text.into())];
        self.ask_hooks("StopFailure", None, &fields);
    }

    /// Ends the turn, unless a `Stop` hook wants the model to go on.
    pub(super) fn stopped(&mut self, text: Option<String>) {
        let Some(turn) = &mut self.turn else { return };
        let last = turn.last_text.clone();
        if turn.stop_prevented {
            return self.close_turn(Ending::stop_prevented(text.unwrap_or(last)));
        }
        let feedback = std::mem::take(&mut turn.stop_feedback);
        if feedback.is_empty() {
            return self.finish(&Outcome::Success, text);
        }
        turn.stop_hook_active = true;
        for reason in feedback {
            self.note(&format!("Stop hook feedback:\n{reason}"), true);
        }
        let session_id = self.session();
        self.send(&System::stop_hook_problem(&session_id));
        // The model goes on. The scenario has no words for it.
        self.ops.push_front(Op::Step(Step::Result { outcome: Outcome::Success, text }));
        self.display(WENT_ON.to_owned());
    }

    /// Whether the model has not given the output that `--json-schema` wants, and was not reminded.
    fn is_output_missing(&self) -> bool {
        let turn = self.turn.as_ref();
        let is_missing = turn.is_some_and(|turn| turn.structured.is_none() && !turn.is_reminded);
        self.setup.schema.is_some() && is_missing
    }

    fn remind_of_output(&mut self) {
        if let Some(turn) = &mut self.turn {
            (turn.is_reminded, turn.stop_hook_active) = (true, true);
        }
        let note = "[structured-output-enforce] You MUST call the StructuredOutput tool to \
                    complete this request. Call this tool now.";
        self.note(note, true);
        self.display(WENT_ON.to_owned());
    }

    pub(super) fn finish(&mut self, outcome: &Outcome, text: Option<String>) {
        let last = self.turn.as_ref().map(|turn| turn.last_text.clone()).unwrap_or_default();
        let structured = self.turn.as_ref().and_then(|turn| turn.structured.clone());
        let ending = match outcome {
            Outcome::Success => match structured {
                Some(value) => Ending::structured(value),
                None => Ending::success(text.unwrap_or(last)),
            },
            Outcome::Error => {
                let text = text.unwrap_or_else(|| API_ERROR.to_owned());
                let error = ApiError::of(&text);
                Ending::api_error(text, error)
            }
            Outcome::Subtype(subtype) => {
                Ending::error(subtype, text.unwrap_or_else(|| format!("scripted {subtype}")))
            }
        };
        self.close_turn(ending);
    }

    /// Ends the turn: sends its result and the state of its prompts.
    pub(super) fn close_turn(&mut self, ending: Ending) {
        let turn = self.turn.take();
        self.message = None;
        self.call = None;
        (self.agent, self.outer_call) = (None, None);
        let prompts = turn.as_ref().map_or(&[][..], |turn| &turn.prompts);
        for prompt in prompts.iter().filter(|prompt| prompt.folded) {
            self.lifecycle(prompt.uuid.as_deref(), ending.prompts_become);
        }
        let frame = ending.frame(&self.setup, turn.as_ref(), self.calls, self.results);
        let line = frame::line(&frame).into_bytes();
        self.last_is_error = frame.is_error;
        self.effect_of(Effect::Write(line));
        self.results += 1;
        for prompt in prompts.iter().filter(|prompt| !prompt.folded) {
            self.lifecycle(prompt.uuid.as_deref(), ending.prompts_become);
        }
        let replay = turn.as_ref().and_then(|turn| turn.replay.as_deref());
        self.lifecycle(replay, ending.prompts_become);
        if self.prompts.is_empty() {
            self.state("idle");
        }
    }

    pub(super) fn lifecycle(&mut self, uuid: Option<&str>, state: &'static str) {
        if let Some(uuid) = uuid {
            let session_id = self.session();
            self.send(&CommandLifecycle::new(&session_id, uuid, state));
        }
    }

    pub(super) fn state(&mut self, state: &str) {
        let frames = self.setup.state_frames;
        if frames != StateFrames::Off {
            let session_id = self.session();
            self.send(&System::state(&session_id, state, frames == StateFrames::HostOnly));
        }
    }

    /// Sends a note as a user message.
    pub(super) fn note(&mut self, text: &str, synthetic: bool) {
        let session_id = self.session();
        let mut user = User::new(&session_id, UserBlock::text(text));
        user.synthetic = synthetic;
        self.send(&user);
    }
}
