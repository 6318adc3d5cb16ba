//! Running turn: the state from the prompts of a turn to its result.

use std::time::Instant;

use serde_json::Value;

use super::prompt::Prompt;
use crate::frame::{self, Denial};

/// A running turn.
#[derive(Debug)]
pub(super) struct RunningTurn {
    pub(super) prompts: Vec<Prompt>,
    /// The ID of the prompt that hooks receive.
    pub(super) prompt_id: String,
    pub(super) started: Instant,
    /// The API calls in this turn.
    pub(super) calls: u64,
    pub(super) denials: Vec<Denial>,
    pub(super) last_text: String,
    /// The reason why a hook has refused the prompts.
    pub(super) blocked: Option<String>,
    /// Whether an assistant message has named the prompts. Only the first one does.
    pub(super) named: bool,
    pub(super) requested: bool,
    /// The UUID of a turn that no prompt has caused: the replay of a deferred call.
    pub(super) replay: Option<String>,
    /// How many callbacks have answered before and after the replayed call.
    pub(super) hooked: [usize; 2],
    /// The reason of a hook that keeps the prompt, but stops the turn before the model runs.
    pub(super) prompt_stopped: Option<String>,
    /// Whether a hook has stopped the turn: it ends after the running tool.
    pub(super) hook_stopped: bool,
    /// Whether a `Stop` hook has answered `continue: false`.
    pub(super) stop_prevented: bool,
    /// What `Stop` hooks tell the model instead of stopping.
    pub(super) stop_feedback: Vec<String>,
    /// Whether a `Stop` hook has let the turn go on.
    pub(super) stop_hook_active: bool,
    /// The accepted output of `StructuredOutput`, and how many were refused.
    pub(super) structured: Option<Value>,
    pub(super) refused_outputs: usize,
    /// Whether the model was asked for the output.
    pub(super) is_reminded: bool,
    /// Messages of hooks that are sent after `system/init`.
    pub(super) notices: Vec<String>,
}

impl RunningTurn {
    pub(super) fn new(prompts: Vec<Prompt>, started: Instant) -> Self {
        Self {
            prompts,
            prompt_id: frame::uuid(),
            started,
            calls: 0,
            denials: Vec::new(),
            last_text: String::new(),
            blocked: None,
            named: false,
            requested: false,
            replay: None,
            hooked: [0; 2],
            prompt_stopped: None,
            hook_stopped: false,
            stop_prevented: false,
            stop_feedback: Vec::new(),
            stop_hook_active: false,
            structured: None,
            refused_outputs: 0,
            is_reminded: false,
            notices: Vec::new(),
        }
    }

    pub(super) fn uuids(&self) -> Vec<&str> {
        self.prompts.iter().filter_map(|prompt| prompt.uuid.as_deref()).collect()
    }
}
