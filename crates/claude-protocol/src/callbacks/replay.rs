//! Replay filter: ignores requests that the CLI repeats after a second handshake although they are
//! answered.
//!
//! The response to `initialize` lists all requests that are still open. A reply of ours may be on
//! its way at that moment, so the list can contain a request that is already answered. The IDs
//! that are answered during a handshake are recorded, and repeated requests with these IDs are
//! ignored. A repeated request whose callback is still running is ignored by `in_flight.rs`.

use std::collections::HashSet;

use claude_types::{ControlRequestFrame, ControlResponseBody, RequestId};

/// The requests that were answered during the last handshake.
#[derive(Debug, Default)]
pub(crate) struct ReplayFilter {
    handshake: Option<RequestId>,
    answered: HashSet<RequestId>,
}

impl ReplayFilter {
    /// Starts to record: a handshake begins.
    pub(crate) fn begin(&mut self, handshake: RequestId) {
        self.answered.clear();
        self.handshake = Some(handshake);
    }

    /// Forgets a handshake that got no response before its deadline.
    pub(crate) fn keep_if(&mut self, is_open: impl FnOnce(&RequestId) -> bool) {
        if !self.handshake.as_ref().is_none_or(is_open) {
            *self = Self::default();
        }
    }

    /// Records a request that is answered, if a handshake is running.
    pub(crate) fn answered(&mut self, request: &RequestId) {
        if self.handshake.is_some() {
            self.answered.insert(request.clone());
        }
    }

    /// Returns whether a request was answered during the last handshake.
    pub(crate) fn has_answered(&self, request: &RequestId) -> bool {
        self.answered.contains(request)
    }

    /// Ends the recording if this is the response to the handshake, and returns the requests that
    /// it repeats.
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

    fn response(id: &str) -> ControlResponseBody {
        let request = json!({
            "type": "control_request", "request_id": "q",
            "request": { "subtype": "can_use_tool", "tool_name": "Bash", "input": {} },
        });
        let body = json!({
            "subtype": "success", "request_id": id, "pending_permission_requests": [request],
        });
        serde_json::from_value(body).unwrap()
    }

    #[test]
    fn only_the_response_to_the_handshake_repeats_requests() {
        let mut filter = ReplayFilter::default();
        assert!(filter.end(&mut response("foreign")).is_empty());
        filter.begin("h".into());
        assert!(filter.end(&mut response("foreign")).is_empty());
        assert_eq!(filter.end(&mut response("h")).len(), 1);
        assert!(filter.end(&mut response("h")).is_empty(), "once");
    }

    #[test]
    fn replies_during_the_handshake_are_recorded() {
        let mut filter = ReplayFilter::default();
        filter.answered(&"before".into());
        filter.begin("h".into());
        filter.answered(&"during".into());
        filter.end(&mut response("h"));
        filter.answered(&"after".into());
        let known = ["before", "during", "after"].map(|id| filter.has_answered(&id.into()));
        assert_eq!(known, [false, true, false]);
        filter.begin("again".into());
        assert!(!filter.has_answered(&"during".into()), "only the last one counts");
    }
}
