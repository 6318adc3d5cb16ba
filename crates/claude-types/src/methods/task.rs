//! Which states of tasks and prompts are final.

use crate::generated::{CommandState, TaskStatus};

impl TaskStatus {
    /// Tells whether the task is over: completed, failed, stopped or killed.
    ///
    /// A task may end with a `task_notification` or with a `task_updated` alone, so whoever counts
    /// live tasks looks at both. A state that this version does not know counts as not final.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self, Self::Completed | Self::Failed | Self::Stopped | Self::Killed)
    }
}

impl CommandState {
    /// Tells whether nothing more will become of the prompt: completed or cancelled.
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
    fn ends_are_final_and_nothing_else() {
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
