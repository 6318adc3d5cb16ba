//! Deferred calls: a hook parks a call, and the next process of the session asks about it again.

use std::time::Instant;

use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::stored::Deferred;
use crate::engine::call::{Call, raw};
use crate::engine::ending::Ending;
use crate::engine::play::{Engine, Op};
use crate::engine::running_turn::RunningTurn;
use crate::frame::{self, Attachment};
use crate::scenario::{Scenario, Step};

/// The prompt that `UserPromptSubmit` hooks get when the turn goes on after a replay.
const CONTINUE: &str = "Continue from where you left off.";

impl Engine {
    /// Ends the turn without a result of the tool, and keeps the call for a later process.
    pub(in crate::engine) fn park(&mut self) {
        let Some(call) = self.call.take() else { return };
        let again = self.turn.as_ref().is_some_and(|turn| turn.replay.is_some());
        let rest = match &self.replayed {
            Some(deferred) if again => deferred.rest.clone(),
            _ => self.rest_of_the_turn(),
        };
        let deferred = Deferred {
            tool_use_id: call.id,
            name: call.name,
            input: call.input.get().to_owned(),
            output: call.scripted,
            rest,
        };
        if again {
            self.attach_callbacks("PreToolUse", 0, &deferred.tool_use_id);
            self.attach(&Attachment::deferred(&deferred.tool_use_id, &deferred.name, &call.input));
        }
        self.keep_session(Some(deferred.clone()));
        self.skip_to_next_prompt();
        let input = serde_json::from_str(&deferred.input).unwrap_or_default();
        let tool = json!({"id": deferred.tool_use_id, "name": deferred.name, "input": Value::clone(&input)});
        self.close_turn(Ending::deferred(tool, again));
    }

    /// Begins the turn of the parked call. No prompt causes it.
    pub(in crate::engine) fn replay_parked(&mut self, parked: Deferred) {
        let uuid = frame::uuid();
        self.state("running");
        self.lifecycle(Some(&uuid), "started");
        let mut turn = RunningTurn::new(Vec::new(), Instant::now());
        turn.replay = Some(uuid);
        self.turn = Some(turn);
        self.list_host_tools();
        self.ops.push_front(Op::Replay);
        self.replayed = Some(parked);
    }

    /// Asks about the parked call, once the tools of the host are known.
    pub(in crate::engine) fn replay_call(&mut self) {
        let Some(parked) = self.replayed.clone() else { return };
        if !self.has_server_of(&parked.name) {
            let error = format!(
                "{} isn't available, so its deferred call didn't run. Reconnect the tool and \
                 resume, or resume with a prompt and CLAUDE_CODE_DROP_UNAVAILABLE_DEFERRED_TOOL=1 \
                 to drop the call and continue.",
                parked.name
            );
            let input: Value = serde_json::from_str(&parked.input).unwrap_or_default();
            let tool = json!({"id": parked.tool_use_id, "name": parked.name, "input": input});
            self.skip_to_next_prompt();
            return self.close_turn(Ending::deferred_unavailable(tool, error));
        }
        let rest: Scenario = parked.rest.parse().unwrap_or_default();
        for step in rest.steps.into_iter().rev() {
            self.ops.push_front(Op::Step(step));
        }
        if parked.rest.is_empty() {
            self.ops.push_front(Op::EchoSummary);
        }
        self.ops.push_front(Op::GoOn);
        let input: Box<RawValue> =
            serde_json::from_str(&parked.input).unwrap_or_else(|_| raw(&json!({})));
        self.begin_call(Call::new(parked.tool_use_id, parked.name, input, parked.output));
    }

    /// Goes on with the turn after the result of the parked call.
    pub(in crate::engine) fn go_on(&mut self) {
        self.replayed = None;
        self.keep_session(None);
        self.ops.push_front(Op::Begin);
        self.ask_hooks("UserPromptSubmit", None, &[("prompt", CONTINUE.into())]);
    }

    /// The text of the steps from here to the end of the turn.
    fn rest_of_the_turn(&self) -> String {
        let end = |step: &Step| matches!(step, Step::ExpectUser { .. } | Step::Loop);
        let steps = self.steps.iter().zip(&self.texts).skip(self.next);
        let rest = steps.take_while(|(step, _)| !end(step)).map(|(_, text)| text.as_str());
        rest.collect::<Vec<_>>().join("\n")
    }

    /// Sends what the transcript says about callbacks, if the turn is a replay.
    pub(in crate::engine) fn attach_callbacks(&mut self, event: &str, index: usize, id: &str) {
        let count = self.turn.as_ref().map_or(0, |turn| turn.hooked[index]);
        for _ in 0..count {
            self.attach(&Attachment::hook_success(event, id));
        }
    }

    /// Sends a line of the transcript, if the turn is a replay.
    pub(in crate::engine) fn attach(&mut self, attachment: &Attachment<'_>) {
        if self.turn.as_ref().is_some_and(|turn| turn.replay.is_some()) {
            let session_id = self.session();
            self.send(&attachment.frame(&session_id));
        }
    }
}
