//! Interrupts: the response, and how the turn ends.

use serde_json::{Value, json};

use super::ending::Ending;
use super::play::{Engine, Wait};
use crate::frame::cancel;
use crate::scenario::Interrupt;

impl Engine {
    pub(super) fn interrupt(&mut self, request_id: &str, request: &Value) {
        if self.interrupts == Interrupt::Ignore {
            return;
        }
        let stops = self.turn.is_some() && self.interrupts == Interrupt::Stop;
        if stops {
            for asked in std::mem::take(&mut self.pending) {
                self.send(&cancel(&asked.request_id));
            }
        }
        let mut answer = json!({});
        if request["cancel_queued"] == true {
            let cancelled = self.queued();
            for uuid in &cancelled {
                self.lifecycle(Some(uuid), "cancelled");
            }
            self.prompts.clear();
            answer["cancelled"] = cancelled.into();
        }
        answer["still_queued"] = self.queued().into();
        self.succeed(request_id, Some(&answer));
        if stops {
            self.abort();
        }
    }

    /// Ends the turn and skips its remaining steps.
    pub(super) fn abort(&mut self) {
        self.drop_agent();
        let in_tool = self.in_tool();
        self.pending.clear();
        if in_tool && let Some(call) = &mut self.call {
            let error = "The user doesn't want to proceed with this tool use.".to_owned();
            call.was_allowed = call.is_allowed();
            call.refuse(error, "user-rejected", None);
            self.put_out();
            self.note("[Request interrupted by user for tool use]", false);
        } else {
            self.note("[Request interrupted by user]", false);
        }
        self.close_message(None);
        self.skip_to_next_prompt();
        self.close_turn(Ending::interrupted(in_tool));
        self.wait = Wait::Nothing;
    }

    fn queued(&self) -> Vec<String> {
        self.prompts.iter().filter_map(|prompt| prompt.uuid.clone()).collect()
    }
}
