//! Pending requests: our control requests that wait for a response of the CLI.
//!
//! Every entry is completed: by its response, its deadline, or the end of the connection. A caller
//! that gives up is detected by its dropped receiver. A response counts only for a request that is
//! written. Responses with IDs that were not issued here are ignored: with
//! `--replay-user-messages`, the CLI echoes our own replies.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;

use claude_types::{ControlResponseBody, RequestId};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::request_ids;
use crate::error::{Answer, Subtype};
use crate::error::{ProtocolError, StartupOutput};
use crate::facts::Requested;

#[derive(Debug)]
struct Entry {
    subtype: Subtype,
    within: Duration,
    since: Instant,
    due: Option<Instant>,
    /// Its last byte is written, so that the CLI can know it.
    written: bool,
    answer: oneshot::Sender<Answer>,
}

impl Entry {
    fn complete(self, answer: Answer, now: Instant, tell: impl FnOnce(Requested<'_>)) {
        let took = now.saturating_duration_since(self.since);
        tell(Requested { subtype: &self.subtype, error: answer.as_ref().err(), took });
        // Sending fails if the caller has given up, which is not an error.
        let _ = self.answer.send(answer);
    }
}

/// The requests that wait for a response.
#[derive(Debug, Default)]
pub(crate) struct PendingRequests {
    entries: HashMap<RequestId, Entry>,
    /// The deadlines of the entries.
    due: BTreeSet<(Instant, RequestId)>,
    issued: u64,
}

impl PendingRequests {
    /// Adds a request and returns its ID.
    ///
    /// The deadline starts now, and again with [`PendingRequests::written`]. So a request that
    /// waits behind a long line does not lose time, and one that is never written fails, too.
    pub(crate) fn enter(
        &mut self,
        subtype: Subtype,
        within: Duration,
        answer: oneshot::Sender<Answer>,
        now: Instant,
    ) -> RequestId {
        self.issued += 1;
        let id = request_ids::own(self.issued);
        let due = now.checked_add(within);
        self.due.extend(due.map(|due| (due, id.clone())));
        self.entries
            .insert(id.clone(), Entry { subtype, within, since: now, due, written: false, answer });
        id
    }

    /// Restarts the deadline of a request: its last byte is written.
    pub(crate) fn written(&mut self, id: &RequestId, now: Instant) {
        if let Some(entry) = self.entries.get_mut(id) {
            let due = now.checked_add(entry.within);
            let before = std::mem::replace(&mut entry.due, due);
            entry.written = true;
            before.map(|before| self.due.remove(&(before, id.clone())));
            self.due.extend(due.map(|due| (due, id.clone())));
        }
    }

    fn remove(&mut self, id: &RequestId) -> Option<Entry> {
        let entry = self.entries.remove(id)?;
        entry.due.map(|due| self.due.remove(&(due, id.clone())));
        Some(entry)
    }

    /// Completes a request with its response, and passes it to `tell`. Returns `false` if the ID was
    /// never issued, or if the request is not written yet, or already completed.
    pub(crate) fn answer(
        &mut self,
        body: ControlResponseBody,
        now: Instant,
        tell: impl FnOnce(Requested<'_>),
    ) -> bool {
        let (id, answer) = match body {
            ControlResponseBody::Success(success) => (success.request_id, Ok(success.response)),
            ControlResponseBody::Error(error) => {
                (error.request_id, Err((error.error, error.error_code)))
            }
            _ => return false,
        };
        if !self.awaits(&id) {
            return false;
        }
        let Some(entry) = self.remove(&id) else {
            return false;
        };
        let answer = answer.map_err(|(message, code)| ProtocolError::Refused {
            subtype: entry.subtype.clone(),
            message,
            code,
        });
        entry.complete(answer, now, tell);
        true
    }

    /// Fails the requests whose deadline has passed, and removes those whose caller has given up.
    pub(crate) fn expire(
        &mut self,
        now: Instant,
        output: impl FnOnce() -> StartupOutput,
        mut tell: impl FnMut(Requested<'_>),
    ) {
        let given_up = self.entries.extract_if(|_, entry| entry.answer.is_closed());
        for (id, entry) in given_up {
            entry.due.map(|due| self.due.remove(&(due, id)));
        }
        let overdue = self.due.iter().take_while(|(due, _)| *due <= now);
        let overdue: Vec<RequestId> = overdue.map(|(_, id)| id.clone()).collect();
        if overdue.is_empty() {
            return;
        }
        let output = Arc::new(output());
        for entry in overdue.iter().filter_map(|id| self.remove(id)) {
            let (waiting_for, after) = (entry.subtype.clone(), entry.within);
            let output = Arc::clone(&output);
            let why = ProtocolError::Timeout { waiting_for, after, output };
            entry.complete(Err(why), now, &mut tell);
        }
    }

    /// Fails all requests: the connection is over.
    pub(crate) fn close(
        &mut self,
        why: &ProtocolError,
        now: Instant,
        mut tell: impl FnMut(Requested<'_>),
    ) {
        self.due.clear();
        for (_, entry) in self.entries.drain() {
            entry.complete(Err(why.clone()), now, &mut tell);
        }
    }

    /// Returns whether a response to this ID counts: the request is written, and not completed.
    pub(crate) fn awaits(&self, id: &RequestId) -> bool {
        self.entries.get(id).is_some_and(|entry| entry.written)
    }

    /// Returns whether a request still waits for its response.
    pub(crate) fn has(&self, id: &RequestId) -> bool {
        self.entries.contains_key(id)
    }

    /// Returns the nearest deadline.
    pub(crate) fn due(&self) -> Option<Instant> {
        self.due.first().map(|(due, _)| *due)
    }

    /// Returns whether a caller waits for a response.
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
        let id = pending.enter("x".into(), WITHIN, answer, now);
        pending.written(&id, now);
        (id, answered)
    }

    fn quiet(_: Requested<'_>) {}

    fn success(id: &RequestId) -> ControlResponseBody {
        serde_json::from_value(json!({ "subtype": "success", "request_id": id })).unwrap()
    }

    #[test]
    fn a_response_completes_its_request_once() {
        let (mut pending, now) = (PendingRequests::default(), Instant::now());
        let (first, mut answered) = enter(&mut pending, now);
        let (second, mut refused) = enter(&mut pending, now);
        let no = json!({ "subtype": "error", "request_id": second, "error": "no" });
        assert!(pending.answer(success(&first), now, quiet));
        assert!(!pending.answer(success(&first), now, quiet), "once");
        assert!(!pending.answer(success(&"foreign".into()), now, quiet));
        assert!(matches!(answered.try_recv(), Ok(Ok(None))));
        assert!(pending.answer(serde_json::from_value(no).unwrap(), now, quiet));
        assert!(matches!(refused.try_recv(), Ok(Err(ProtocolError::Refused { .. }))));
        assert!(pending.entries.is_empty());
    }

    #[test]
    fn a_response_before_its_request_is_written_does_not_count() {
        let (mut pending, now) = (PendingRequests::default(), Instant::now());
        let (answer, mut answered) = oneshot::channel();
        let id = pending.enter("x".into(), WITHIN, answer, now);
        assert!(!pending.answer(success(&id), now, quiet));
        assert!(answered.try_recv().is_err() && pending.has(&id));
        pending.written(&id, now);
        assert!(pending.answer(success(&id), now, quiet));
    }

    #[test]
    fn the_deadline_restarts_when_the_last_byte_is_written() {
        let (mut pending, now) = (PendingRequests::default(), Instant::now());
        let (id, mut answered) = enter(&mut pending, now);
        assert_eq!(pending.due(), Some(now + WITHIN));
        pending.written(&id, now + WITHIN / 2);
        assert_eq!(pending.due(), Some(now + WITHIN / 2 + WITHIN));
        pending.expire(now + WITHIN, StartupOutput::default, quiet);
        assert!(pending.is_waiting());
        pending.expire(now + WITHIN * 2, StartupOutput::default, quiet);
        assert!(matches!(answered.try_recv(), Ok(Err(ProtocolError::Timeout { .. }))));
        assert_eq!((pending.due(), pending.entries.len()), (None, 0));
    }

    #[test]
    fn requests_of_callers_that_gave_up_are_removed() {
        let (mut pending, now) = (PendingRequests::default(), Instant::now());
        let (_, answered) = enter(&mut pending, now);
        drop(answered);
        assert!(!pending.is_waiting());
        pending.expire(now, StartupOutput::default, quiet);
        assert!(pending.entries.is_empty());
    }

    #[test]
    fn the_end_fails_all_requests() {
        let (mut pending, now) = (PendingRequests::default(), Instant::now());
        let (_, mut answered) = enter(&mut pending, now);
        pending.close(&ProtocolError::Closed, now, quiet);
        assert!(matches!(answered.try_recv(), Ok(Err(ProtocolError::Closed))));
    }
}
