//! Running turn: what the engine remembers from the prompts of a turn to its result.

use std::time::Instant;

use super::prompt::Prompt;
use crate::frame::Denial;

/// A turn that runs.
#[derive(Debug)]
pub(super) struct RunningTurn {
    pub(super) prompts: Vec<Prompt>,
    /// What hooks are told to be the id of the prompt.
    pub(super) prompt_id: String,
    pub(super) started: Instant,
    /// The calls of the API in this turn.
    pub(super) calls: u64,
    pub(super) denials: Vec<Denial>,
    pub(super) last_text: String,
    /// Why a hook has refused the prompts.
    pub(super) blocked: Option<String>,
    /// The first assistant message names the prompts; later ones do not.
    pub(super) named: bool,
    pub(super) requested: bool,
}

impl RunningTurn {
    pub(super) fn uuids(&self) -> Vec<&str> {
        self.prompts.iter().filter_map(|prompt| prompt.uuid.as_deref()).collect()
    }
}
