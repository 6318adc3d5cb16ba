//! Our requests that wait for an answer of the CLI.
//!
//! Every entry is settled: by its answer, its deadline, or the end of the connection. A caller
//! that gives up is noticed because its receiver is gone. Ids that were not issued here are
//! ignored: under `--replay-user-messages` the CLI echoes our own responses.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use claude_types::{ControlResponseBody, RequestId};
use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::error::{Answer, Subtype};
use crate::error::{ProtocolError, StartupOutput};

#[derive(Debug)]
struct Entry {
    subtype: Subtype,
    within: Duration,
    due: Option<Instant>,
    answer: oneshot::Sender<Answer>,
}

/// The table.
#[derive(Debug, Default)]
pub(crate) struct PendingRequests {
    entries: HashMap<RequestId, Entry>,
    issued: u64,
}

impl PendingRequests {
    /// Enters a request and gives it an id. Its deadline starts anew with [`PendingRequests::written`]: it
    /// may wait behind a long line, but not for ever.
    pub(crate) fn enter(
        &mut self,
        subtype: Subtype,
        within: Duration,
        answer: oneshot::Sender<Answer>,
        now: Instant,
    ) -> RequestId {
        self.issued += 1;
        let id = RequestId::from(format!("sdk-{}", self.issued));
        let due = now.checked_add(within);
        self.entries.insert(id.clone(), Entry { subtype, within, due, answer });
        id
    }

    /// The last byte of a request is out.
    pub(crate) fn written(&mut self, id: &RequestId, now: Instant) {
        if let Some(entry) = self.entries.get_mut(id) {
            entry.due = now.checked_add(entry.within);
        }
    }

    /// Settles a request. `false` if the id was never issued, or is settled already.
    pub(crate) fn answer(&mut self, body: ControlResponseBody) -> bool {
        let (id, answer) = match body {
            ControlResponseBody::Success(success) => (success.request_id, Ok(success.response)),
            ControlResponseBody::Error(error) => {
                (error.request_id, Err((error.error, error.error_code)))
            }
            _ => return false,
        };
        let Some(entry) = self.entries.remove(&id) else {
            return false;
        };
        // A caller that gave up is no fault.
        let _ = entry.answer.send(answer.map_err(|(message, code)| ProtocolError::Refused {
            subtype: entry.subtype,
            message,
            code,
        }));
        true
    }

    /// Settles what is overdue and forgets what nobody waits for.
    pub(crate) fn expire(&mut self, now: Instant, output: impl FnOnce() -> StartupOutput) {
        self.entries.retain(|_, entry| !entry.answer.is_closed());
        let overdue: Vec<RequestId> = self
            .entries
            .iter()
            .filter(|(_, entry)| entry.due.is_some_and(|due| due <= now))
            .map(|(id, _)| id.clone())
            .collect();
        if overdue.is_empty() {
            return;
        }
        let output = Arc::new(output());
        for entry in overdue.iter().filter_map(|id| self.entries.remove(id)) {
            let (waiting_for, after) = (entry.subtype, entry.within);
            let output = Arc::clone(&output);
            let _ = entry.answer.send(Err(ProtocolError::Timeout { waiting_for, after, output }));
        }
    }

    /// Settles everything: the connection is over.
    pub(crate) fn close(&mut self, why: &ProtocolError) {
        for (_, entry) in self.entries.drain() {
            let _ = entry.answer.send(Err(why.clone()));
        }
    }

    /// Tells whether a request still waits.
    pub(crate) fn has(&self, id: &RequestId) -> bool {
        self.entries.contains_key(id)
    }

    /// When the next deadline is.
    pub(crate) fn due(&self) -> Option<Instant> {
        self.entries.values().filter_map(|entry| entry.due).min()
    }

    /// Tells whether somebody waits.
    pub(crate) fn is_waiting(&self) -> bool {
        self.entries.values().any(|entry| !entry.answer.is_closed())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const WITHIN: Duration = Duration::from_secs(60);

    fn enter(
        pending: &mut PendingRequests,
        now: Instant,
    ) -> (RequestId, oneshot::Receiver<Answer>) {
        let (answer, answered) = oneshot::channel();
        (pending.enter("x".into(), WITHIN, answer, now), answered)
    }

    fn success(id: &RequestId) -> ControlResponseBody {
        serde_json::from_value(json!({ "subtype": "success", "request_id": id })).unwrap()
    }

    #[test]
    fn an_entry_leaves_with_its_answer() {
        let (mut pending, now) = (PendingRequests::default(), Instant::now());
        let (first, mut answered) = enter(&mut pending, now);
        let (second, mut refused) = enter(&mut pending, now);
        let no = json!({ "subtype": "error", "request_id": second, "error": "no" });
        assert!(pending.answer(success(&first)));
        assert!(!pending.answer(success(&first)), "once");
        assert!(!pending.answer(success(&"foreign".into())));
        assert!(matches!(answered.try_recv(), Ok(Ok(None))));
        assert!(pending.answer(serde_json::from_value(no).unwrap()));
        assert!(matches!(refused.try_recv(), Ok(Err(ProtocolError::Refused { .. }))));
        assert!(pending.entries.is_empty());
    }

    #[test]
    fn the_deadline_starts_anew_when_the_last_byte_is_out() {
        let (mut pending, now) = (PendingRequests::default(), Instant::now());
        let (id, mut answered) = enter(&mut pending, now);
        assert_eq!(pending.due(), Some(now + WITHIN));
        pending.written(&id, now + WITHIN / 2);
        assert_eq!(pending.due(), Some(now + WITHIN / 2 + WITHIN));
        pending.expire(now + WITHIN, StartupOutput::default);
        assert!(pending.is_waiting());
        pending.expire(now + WITHIN * 2, StartupOutput::default);
        assert!(matches!(answered.try_recv(), Ok(Err(ProtocolError::Timeout { .. }))));
        assert_eq!((pending.due(), pending.entries.len()), (None, 0));
    }

    #[test]
    fn who_gave_up_is_not_waited_for_and_is_forgotten() {
        let (mut pending, now) = (PendingRequests::default(), Instant::now());
        let (_, answered) = enter(&mut pending, now);
        drop(answered);
        assert!(!pending.is_waiting());
        pending.expire(now, StartupOutput::default);
        assert!(pending.entries.is_empty());
    }

    #[test]
    fn the_end_settles_all() {
        let (mut pending, now) = (PendingRequests::default(), Instant::now());
        let (_, mut answered) = enter(&mut pending, now);
        pending.close(&ProtocolError::Closed);
        assert!(matches!(answered.try_recv(), Ok(Err(ProtocolError::Closed))));
    }
}
