//! Running turn: the state from the prompts of a turn to its result.

use std::time::Instant;

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
        }
    }

    pub(super) fn uuids(&self) -> Vec<&str> {
        self.prompts.iter().filter_map(|prompt| prompt.uuid.as_deref()).collect()
    }
}
