//! Approvals: the setter that answers all requests to a person in several places, or later.

use super::Options;
use crate::approvals::Approvals;
use crate::callbacks::Answerer;
use crate::hook::HookEntry;

/// # Approvals
impl Options {
    /// Sets where all requests of the CLI to a person are answered: permissions, questions, plans,
    /// elicitations and dialogs.
    ///
    /// Replaces the callbacks that were set for them; one that is set later replaces this for its
    /// own kind. With [`Approvals::park`], a hook is added, which asks before the rules of the CLI
    /// apply. See [`approvals`](crate::approvals).
    ///
    /// By default, nobody is asked, see [`Options::on_permission`] and [`Options::on_question`].
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    /// use claude_sdk::approvals::{Approvals, Decision};
    ///
    /// let approvals = Approvals::new().or(|approval| async move {
    ///     (approval.subject == "Read").then(Decision::allow)
    /// });
    /// let options = Options::default().asked_by(approvals.clone());
    /// ```
    #[must_use]
    pub fn asked_by(mut self, approvals: Approvals) -> Self {
        self.permission = Some(approvals.permission_entry());
        // The guard answers questions if it can park, and the permission callback answers plans.
        self.user.questions = match approvals.parks() {
            true => Answerer::Others,
            false => Answerer::Callback(approvals.question_entry()),
        };
        self.user.plans = Answerer::Others;
        self.user.elicitation = Some(approvals.elicitation_entry());
        self.user.dialogs = approvals.dialog_entry();
        self.approvals = Some(approvals);
        self
    }

    /// Returns the hook of the approvals, if they park.
    pub(crate) fn guard(&self) -> Option<HookEntry> {
        let questions = matches!(self.user.questions, Answerer::Others);
        self.approvals.as_ref()?.guard(self.allowed_tools.clone(), questions)
    }
}
