//! User callbacks: callbacks for questions, plans, elicitations and dialogs.

use std::hash::{Hash, Hasher};
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
    /// Adds what tells the callbacks apart from others while they exist.
    pub(crate) fn identify(&self, state: &mut impl Hasher) {
        let Self { questions, question_timeout, plans, elicitation, dialogs } = self;
        questions.identity(|entry| entry.0.identity()).hash(state);
        question_timeout.hash(state);
        plans.identity(|entry| entry.0.identity()).hash(state);
        elicitation.as_ref().map(|entry| entry.identity()).hash(state);
        let dialogs = dialogs.as_ref().map(|(kinds, entry)| {
            let kinds: Vec<_> = kinds.iter().map(DialogKind::as_str).collect();
            (kinds, entry.identity())
        });
        dialogs.hash(state);
    }

    /// Returns whether the CLI may call any of them.
    pub(crate) fn may_be_asked(&self) -> bool {
        self.questions.callback().is_some()
            || self.plans.callback().is_some()
            || self.elicitation.is_some()
            || self.dialogs.is_some()
    }
}
