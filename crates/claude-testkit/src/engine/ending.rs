//! Ending: how a turn ends, and its result.

use serde_json::Value;

use super::api_error::ApiError;
use super::running_turn::RunningTurn;
use super::setup::Setup;
use crate::frame::{ResultFrame, Totals};

/// The content of a result.
pub(super) struct Ending {
    subtype: String,
    is_error: bool,
    terminal_reason: Option<&'static str>,
    stop_reason: Option<&'static str>,
    result: Option<String>,
    errors: Vec<String>,
    /// The HTTP status of the API that the result reports.
    api_error_status: Option<u16>,
    /// The call that a hook has deferred.
    deferred: Option<Value>,
    structured: Option<Value>,
    /// The local command of the prompt.
    local_command: Option<&'static str>,
    api_error_type: Option<&'static str>,
    num_turns: Turns,
    /// The last state of the prompts.
    pub(super) prompts_become: &'static str,
}

#[derive(Clone, Copy)]
enum Turns {
    None,
    Calls,
    /// The note about an interrupt counts, too.
    CallsAndNote,
    /// So does the result of the tool.
    CallsAndNotes,
}

impl Ending {
    pub(super) fn success(result: String) -> Self {
        Self {
            subtype: "success".to_owned(),
            is_error: false,
            terminal_reason: Some("completed"),
            stop_reason: Some("end_turn"),
            result: Some(result),
            errors: Vec::new(),
            api_error_status: None,
            deferred: None,
            structured: None,
            local_command: None,
            api_error_type: None,
            num_turns: Turns::Calls,
            prompts_become: "completed",
        }
    }

    /// The API has failed: the subtype is `success`, and `is_error` is set.
    pub(super) fn api_error(result: String, error: ApiError) -> Self {
        Self {
            is_error: true,
            terminal_reason: Some(error.terminal_reason),
            stop_reason: Some("stop_sequence"),
            api_error_status: error.status,
            api_error_type: Some(error.kind),
            prompts_become: "cancelled",
            ..Self::success(result)
        }
    }

    /// The model has called `StructuredOutput` with a valid value.
    pub(super) fn structured(value: Value) -> Self {
        Self {
            stop_reason: Some("tool_use"),
            structured: Some(value.clone()),
            num_turns: Turns::CallsAndNote,
            ..Self::success(value.to_string())
        }
    }

    /// A hook has stopped the turn after a tool.
    pub(super) fn hook_stopped() -> Self {
        Self {
            terminal_reason: Some("hook_stopped"),
            stop_reason: Some("tool_use"),
            num_turns: Turns::CallsAndNote,
            ..Self::success(String::new())
        }
    }

    /// A `Stop` hook has answered `continue: false`.
    pub(super) fn stop_prevented(result: String) -> Self {
        Self { terminal_reason: Some("stop_hook_prevented"), ..Self::success(result) }
    }

    /// A local command has run; the model was not asked.
    pub(super) fn local_command(name: &'static str, result: String) -> Self {
        Self { local_command: Some(name), ..Self::prompt_refused(result) }
    }

    /// A limit of the command line is reached.
    pub(super) fn limit(subtype: &str, error: String, stop_reason: Option<&'static str>) -> Self {
        let num_turns =
            if subtype == "error_max_budget_usd" { Turns::Calls } else { Turns::CallsAndNote };
        let prompts_become = if subtype == "error_max_turns" { "completed" } else { "cancelled" };
        Self { stop_reason, num_turns, prompts_become, ..Self::error(subtype, error) }
    }

    pub(super) fn error(subtype: &str, error: String) -> Self {
        let terminal_reason = match subtype {
            "error_max_turns" => Some("max_turns"),
            "error_max_budget_usd" => Some("budget_exhausted"),
            "error_max_structured_output_retries" => Some("structured_output_retry_exhausted"),
            _ => None,
        };
        Self {
            subtype: subtype.to_owned(),
            is_error: true,
            terminal_reason,
            stop_reason: None,
            result: None,
            errors: vec![error],
            ..Self::success(String::new())
        }
    }

    /// The host has interrupted the model, or a tool.
    pub(super) fn interrupted(in_tool: bool) -> Self {
        let stop_reason = in_tool.then_some("tool_use");
        let diagnostic = format!(
            "[ede_diagnostic] result_type=user last_content_type=n/a stop_reason={}",
            stop_reason.unwrap_or("null")
        );
        Self {
            terminal_reason: Some(if in_tool { "aborted_tools" } else { "aborted_streaming" }),
            stop_reason,
            num_turns: if in_tool { Turns::CallsAndNotes } else { Turns::CallsAndNote },
            prompts_become: "cancelled",
            ..Self::error("error_during_execution", diagnostic)
        }
    }

    /// A hook has refused the prompt; no request was sent to the model.
    pub(super) fn prompt_refused(result: String) -> Self {
        Self {
            terminal_reason: None,
            stop_reason: None,
            num_turns: Turns::None,
            ..Self::success(result)
        }
    }

    /// A hook has deferred the call of a tool. The result of a replay has no terminal reason.
    pub(super) fn deferred(tool: Value, again: bool) -> Self {
        Self {
            terminal_reason: (!again).then_some("tool_deferred"),
            stop_reason: Some("tool_deferred"),
            deferred: Some(tool),
            ..Self::success(String::new())
        }
    }

    /// The tool of a deferred call is not there.
    pub(super) fn deferred_unavailable(tool: Value, result: String) -> Self {
        Self {
            is_error: true,
            terminal_reason: Some("tool_deferred_unavailable"),
            stop_reason: Some("tool_deferred_unavailable"),
            deferred: Some(tool),
            prompts_become: "cancelled",
            ..Self::success(result)
        }
    }

    pub(super) fn frame<'a>(
        &'a self,
        setup: &'a Setup,
        turn: Option<&'a RunningTurn>,
        calls: u64,
        index: u64,
    ) -> ResultFrame<'a> {
        let in_turn = turn.map_or(0, |turn| turn.calls);
        let denials = turn.map_or(&[][..], |turn| &turn.denials);
        let totals = Totals { process: calls, turn: in_turn };
        let mut frame = ResultFrame::new(&setup.session_id, &setup.model, totals, denials);
        frame.subtype = &self.subtype;
        frame.is_error = self.is_error;
        frame.terminal_reason = self.terminal_reason;
        frame.stop_reason = self.stop_reason;
        frame.result = self.result.as_deref();
        frame.errors.clone_from(&self.errors);
        // Absent without an answer of the API: after deferred calls, local commands and refused
        // prompts.
        let is_answer = self.result.is_some()
            && self.deferred.is_none()
            && !matches!(self.num_turns, Turns::None);
        frame.api_error_status = is_answer.then_some(self.api_error_status);
        frame.structured_output = self.structured.as_ref();
        frame.local_command = self.local_command;
        frame.deferred_tool_use = self.deferred.as_ref();
        frame.api_error_type = self.api_error_type;
        frame.num_turns = match self.num_turns {
            Turns::None => 0,
            Turns::Calls => in_turn.max(1),
            Turns::CallsAndNote => in_turn.max(1) + 1,
            Turns::CallsAndNotes => in_turn.max(1) + 2,
        };
        frame.result_index = index;
        if let Some(turn) = turn {
            frame.duration_ms = u64::try_from(turn.started.elapsed().as_millis()).unwrap_or(0);
            frame.ttft_ms = (is_answer && !self.is_error).then_some(frame.duration_ms);
            let main = turn.prompts.iter().filter(|prompt| !prompt.folded);
            frame.user_message_uuid = main.filter_map(|prompt| prompt.uuid.as_deref()).next_back();
            frame.user_message_uuids = turn.uuids();
        }
        frame
    }
}
