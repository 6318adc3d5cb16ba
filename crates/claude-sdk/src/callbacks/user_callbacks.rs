//! User callbacks: those that ask the user something other than a permission.

use std::time::Duration;

use claude_types::DialogKind;

use super::{Answerer, DialogEntry, ElicitationEntry, PlanEntry, QuestionEntry};

/// What a user is asked beside permissions.
#[derive(Debug, Clone, Default)]
pub(crate) struct UserCallbacks {
    pub(crate) questions: Answerer<QuestionEntry>,
    pub(crate) question_timeout: Option<Duration>,
    pub(crate) plans: Answerer<PlanEntry>,
    pub(crate) elicitation: Option<ElicitationEntry>,
    pub(crate) dialogs: Option<(Vec<DialogKind>, DialogEntry)>,
}

impl UserCallbacks {
    /// Tells whether the CLI may ask any of them.
    pub(crate) fn may_be_asked(&self) -> bool {
        self.questions.callback().is_some()
            || self.plans.callback().is_some()
            || self.elicitation.is_some()
            || self.dialogs.is_some()
    }
}
