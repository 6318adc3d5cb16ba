//! Task states: which states of tasks and prompts are final.

use crate::generated::{CommandState, TaskStatus};

impl TaskStatus {
    /// Returns whether the task has ended: completed, failed, stopped or killed.
    ///
    /// A task may end with a `task_notification` or with a `task_updated` only. To count running
    /// tasks, check both. A state that this version does not know counts as not final.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Stopped | Self::Killed)
    }
}

impl CommandState {
    /// Returns whether the state of the prompt can no longer change: completed or cancelled.
    ///
    /// A state that this version does not know counts as not final.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Completed | Self::Cancelled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_end_states_are_final() {
        let states = ["pending", "running", "paused", "completed", "failed", "stopped", "killed"];
        let ends = states.map(|state| TaskStatus::from(state).is_final());
        assert_eq!(ends, [false, false, false, true, true, true, true]);

        let states = ["queued", "started", "completed", "cancelled"];
        let ends = states.map(|state| CommandState::from(state).is_final());
        assert_eq!(ends, [false, false, true, true]);

        assert!(!TaskStatus::from("invented").is_final());
        assert!(!CommandState::from("invented").is_final());
    }
}
