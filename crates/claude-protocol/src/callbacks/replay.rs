//! Questions that the CLI brings again after another handshake.
//!
//! It tells what is open with its answer, and our answer to a question may cross that. What was
//! answered while the handshake was under way is therefore remembered, and not asked again. A
//! question that is still being answered is joined by `callbacks.rs`.

use std::collections::HashSet;

use claude_types::{ControlRequestFrame, ControlResponseBody, RequestId};

/// What was answered during the last handshake.
#[derive(Debug, Default)]
pub(crate) struct ReplayFilter {
    handshake: Option<RequestId>,
    answered: HashSet<RequestId>,
}

impl ReplayFilter {
    /// A handshake begins.
    pub(crate) fn begin(&mut self, handshake: RequestId) {
        self.answered.clear();
        self.handshake = Some(handshake);
    }

    /// Forgets a handshake that is over without an answer.
    pub(crate) fn keep_if(&mut self, is_open: impl FnOnce(&RequestId) -> bool) {
        if !self.handshake.as_ref().is_none_or(is_open) {
            *self = Self::default();
        }
    }

    /// A question is answered.
    pub(crate) fn answered(&mut self, question: &RequestId) {
        if self.handshake.is_some() {
            self.answered.insert(question.clone());
        }
    }

    /// Tells whether it was answered during the last handshake.
    pub(crate) fn has_answered(&self, question: &RequestId) -> bool {
        self.answered.contains(question)
    }

    /// An answer came; returns the questions that it brings again.
    pub(crate) fn end(&mut self, body: &mut ControlResponseBody) -> Vec<ControlRequestFrame> {
        let (id, lists) = match body {
            ControlResponseBody::Success(success) => (
                &success.request_id,
                [
                    success.pending_permission_requests.take(),
                    success.pending_user_dialog_requests.take(),
                    success.pending_elicitation_requests.take(),
                ],
            ),
            ControlResponseBody::Error(error) => (
                &error.request_id,
                [
                    error.pending_permission_requests.take(),
                    error.pending_user_dialog_requests.take(),
                    error.pending_elicitation_requests.take(),
                ],
            ),
            _ => return Vec::new(),
        };
        if self.handshake.as_ref() != Some(id) {
            return Vec::new();
        }
        self.handshake = None;
        lists.into_iter().flatten().flatten().collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn answer(id: &str) -> ControlResponseBody {
        let question = json!({
            "type": "control_request", "request_id": "q",
            "request": { "subtype": "can_use_tool", "tool_name": "Bash", "input": {} },
        });
        let body = json!({
            "subtype": "success", "request_id": id, "pending_permission_requests": [question],
        });
        serde_json::from_value(body).unwrap()
    }

    #[test]
    fn only_the_answer_to_the_handshake_brings_questions() {
        let mut redelivery = ReplayFilter::default();
        assert!(redelivery.end(&mut answer("foreign")).is_empty());
        redelivery.begin("h".into());
        assert!(redelivery.end(&mut answer("foreign")).is_empty());
        assert_eq!(redelivery.end(&mut answer("h")).len(), 1);
        assert!(redelivery.end(&mut answer("h")).is_empty(), "once");
    }

    #[test]
    fn what_crossed_the_handshake_is_known() {
        let mut redelivery = ReplayFilter::default();
        redelivery.answered(&"before".into());
        redelivery.begin("h".into());
        redelivery.answered(&"during".into());
        redelivery.end(&mut answer("h"));
        redelivery.answered(&"after".into());
        let known = ["before", "during", "after"].map(|id| redelivery.has_answered(&id.into()));
        assert_eq!(known, [false, true, false]);
        redelivery.begin("again".into());
        assert!(!redelivery.has_answered(&"during".into()), "only the last one counts");
    }
}
