//! User callbacks: callbacks for questions, plans, elicitations and dialogs.

use std::time::Duration;

use claude_types::DialogKind;

use super::{Answerer, DialogEntry, ElicitationEntry, PlanEntry, QuestionEntry};

/// The callbacks that ask the user, except the permission callback.
#[derive(Debug, Clone, Default)]
pub(crate) struct UserCallbacks {
    pub(crate) questions: Answerer<QuestionEntry>,
    pub(crate) question_timeout: Option<Duration>,
    pub(crate) plans: Answerer<PlanEntry>,
    pub(crate) elicitation: Option<ElicitationEntry>,
    pub(crate) dialogs: Option<(Vec<DialogKind>, DialogEntry)>,
}

impl UserCallbacks {
    /// Returns whether the CLI may call any of them.
    pub(crate) fn may_be_asked(&self) -> bool {
        self.questions.callback().is_some()
            || self.plans.callback().is_some()
            || self.elicitation.is_some()
            || self.dialogs.is_some()
    }
}
