//! Asking: what a request of the CLI goes through until it is answered, parked or denied.
//!
//! The record is the only truth: the first compare-and-swap decides, in this process or in another
//! one. So nothing is decided before it is stored, and a store that fails denies.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use claude_types::{PromptId, SessionId};
use tokio::runtime::Handle;
use tokio::time::{Instant, timeout_at};

use super::answerers::Answerers;
use super::broker::{ATTEMPTS, Mode, ParkedCall};
use super::reply::delivered_input;
use super::{
    Answer, Approval, ApprovalId, Approvals, Record, RecordState, RecordsError, Version, Waits,
    same_input,
};
use crate::callbacks::Context;
use crate::session::Client;

/// How long a call that was denied for now may be made again after it was allowed.
const GRANT: Duration = Duration::from_secs(3600);

/// What the model is told about a call that cannot be parked.
const RETRY: &str = "This call waits for an approval and was not made. Do not make it again before \
                     you are told that it was decided.";

/// A request of the CLI.
pub(super) struct Request {
    pub(super) approval: Approval,
    /// The prompt, if the guard asks. Only then can the call be parked.
    pub(super) guard: Option<Option<PromptId>>,
    pub(super) context: Context,
}

/// How a request ends.
pub(super) enum Outcome {
    Decided(Answer),
    Park,
    Denied(String),
}

/// A record to wait for, or the end.
enum Found {
    Open,
    Done(Outcome),
}

type Asked<T> = Result<T, RecordsError>;

impl Request {
    /// Returns the session and the call if the call may be parked. Calls of subagents may not: the
    /// CLI ends the turn, and forgets the call.
    fn parkable(&self) -> Option<(&SessionId, ParkedCall)> {
        let prompt = self.guard.clone()?;
        let approval = &self.approval;
        if approval.agent.is_some() {
            return None;
        }
        let call = approval.call.clone()?;
        Some((approval.session.as_ref()?, ParkedCall { call, prompt }))
    }
}

impl Approvals {
    /// Asks all answerers, and returns the outcome.
    pub(super) async fn ask(&self, request: Request) -> Outcome {
        let held = Held::new(self, &request);
        match self.ask_recorded(&request).await {
            Ok(outcome) => {
                held.done();
                outcome
            }
            Err(error) => {
                // `held` tries to close the record.
                let cause = std::error::Error::source(&error).map(ToString::to_string);
                let cause = cause.map(|cause| format!(": {cause}")).unwrap_or_default();
                self.deny(&request.approval, format!("the approval failed: {error}{cause}"))
            }
        }
    }

    /// Denies without a change of the record.
    fn deny(&self, approval: &Approval, reason: String) -> Outcome {
        self.shared.changes.denied(approval, &reason);
        Outcome::Denied(reason)
    }

    async fn ask_recorded(&self, request: &Request) -> Asked<Outcome> {
        for _ in 0..ATTEMPTS {
            match self.find(request).await {
                // Another process was first with a step: look again.
                Err(RecordsError::Conflict) => {}
                Ok(Found::Done(outcome)) => return Ok(outcome),
                Ok(Found::Open) => return self.wait(request).await,
                Err(error) => return Err(error),
            }
        }
        Err(RecordsError::endless())
    }

    /// Finds the record of the call, a grant for it, or creates its record.
    async fn find(&self, request: &Request) -> Asked<Found> {
        let approval = &request.approval;
        if let Some((record, version)) = self.get(&approval.id).await? {
            if let (Waits::Parked, Some(session)) = (record.waits, &approval.session) {
                // The CLI asks again: the answer that this call was part of is over.
                self.shared.unpark(session);
            }
            return Ok(match self.settled(approval, &record, &version).await? {
                Some(outcome) => Found::Done(outcome),
                None => Found::Open,
            });
        }
        let mut record = Record::held(approval.clone());
        if let Mode::Park(_) = self.config.mode {
            if let Some(answer) = self.granted(approval).await? {
                return Ok(Found::Done(Outcome::Decided(answer)));
            }
            if self.is_sibling(request).await? {
                record.waits = Waits::Retry;
            }
        }
        self.put(&record, None).await?;
        Ok(match record.waits {
            Waits::Retry => Found::Done(Outcome::Denied(RETRY.into())),
            _ => Found::Open,
        })
    }

    /// Returns the outcome of a record, if it has one. A decision holds for its own input only.
    async fn settled(
        &self,
        approval: &Approval,
        record: &Record,
        version: &Version,
    ) -> Asked<Option<Outcome>> {
        if !fits(record, approval) {
            let reason = "the input is not the one that was asked about".to_owned();
            return Ok(Some(self.deny(approval, reason)));
        }
        Ok(Some(match &record.state {
            RecordState::Open if record.waits == Waits::Retry => Outcome::Denied(RETRY.into()),
            RecordState::Open => return Ok(None),
            RecordState::Answered(answer) => {
                let delivered = record.with_state(RecordState::Delivered(answer.clone()));
                self.put(&delivered, Some(version)).await?;
                Outcome::Decided(answer.clone())
            }
            // The CLI did not get the answer, or asks once more about the same call.
            RecordState::Delivered(answer) => Outcome::Decided(answer.clone()),
            RecordState::Expired => Outcome::Denied("nobody answered in time".into()),
            RecordState::Withdrawn | RecordState::Orphaned => {
                Outcome::Denied("the request was withdrawn before it was answered".into())
            }
        }))
    }

    /// Takes the answer to an earlier call with the same input that was denied for now.
    async fn granted(&self, approval: &Approval) -> Asked<Option<Answer>> {
        // A call without a session could get the answer to one of any session.
        let Some(session) = &approval.session else { return Ok(None) };
        for (record, version) in self.list(Some(session)).await? {
            // A store may return more than it was asked for.
            let is_here = record.approval.session.as_ref() == Some(session);
            if !is_here || record.waits != Waits::Retry || !fits(&record, approval) {
                continue;
            }
            let next = match &record.state {
                RecordState::Answered(answer) => match self.now().duration_since(answer.at) {
                    Ok(age) if age > GRANT => RecordState::Expired,
                    _ => RecordState::Delivered(answer.clone()),
                },
                // The new call replaces it.
                RecordState::Open => RecordState::Withdrawn,
                _ => continue,
            };
            let next = record.with_state(next);
            self.put(&next, Some(&version)).await?;
            if let RecordState::Delivered(answer) = next.state {
                return Ok(Some(answer));
            }
        }
        Ok(None)
    }

    /// Returns whether another call of the same answer of the model is parked already. The CLI would
    /// forget one of the two.
    async fn is_sibling(&self, request: &Request) -> Asked<bool> {
        let Some((session, call)) = request.parkable() else { return Ok(false) };
        let Some(parked) = self.shared.parked(session) else { return Ok(false) };
        if parked.prompt == call.prompt {
            return Ok(parked.call != call.call);
        }
        // A later prompt was sent: the CLI has dropped the parked call and does not ask about it
        // again. An answer still holds for the same call.
        let id = ApprovalId::of(Some(session), parked.call.as_str());
        if let Some((record, version)) = self.get(&id).await?
            && record.waits == Waits::Parked
            && !record.is_over()
        {
            self.put(&record.waiting(Waits::Retry), Some(&version)).await?;
        }
        self.shared.unpark(session);
        Ok(false)
    }

    /// Waits until the record has an answer, or the time is over.
    async fn wait(&self, request: &Request) -> Asked<Outcome> {
        let approval = &request.approval;
        let begun = Instant::now();
        let hold = match self.config.mode {
            Mode::Hold(hold) => hold,
            Mode::Park(hold) => Some(hold),
        };
        let held_until = hold.and_then(|hold| begun.checked_add(hold));
        let mut answerers = None;
        let mut conflicts = 0;
        while conflicts < ATTEMPTS {
            // Before the record is read, so that no change in between is missed.
            let changed = self.config.records.changed();
            let stored = self.shared.stored.notified();
            let Some((record, version)) = self.get(&approval.id).await? else {
                return Err(RecordsError::Corrupt("the record was removed".into()));
            };
            match self.settled(approval, &record, &version).await {
                Err(RecordsError::Conflict) => {
                    conflicts += 1;
                    continue;
                }
                Ok(None) => {}
                other => return Ok(other?.unwrap_or_else(|| Outcome::Denied(RETRY.into()))),
            }
            let left = record
                .approval
                .expires_at
                .map(|at| at.duration_since(self.now()).unwrap_or_default());
            let is_expired = left == Some(Duration::ZERO);
            if is_expired || held_until.is_some_and(|until| until <= Instant::now()) {
                match self.give_up(request, &record, &version, is_expired).await {
                    Err(RecordsError::Conflict) => {
                        conflicts += 1;
                        continue;
                    }
                    other => return other,
                }
            }
            answerers.get_or_insert_with(|| Answerers::start(self, &record.approval));
            let expires = left.and_then(|left| Instant::now().checked_add(left));
            let due = held_until.into_iter().chain(expires).min();
            match due {
                // At the deadline, the loop looks once more.
                Some(due) => drop(timeout_at(due, either(changed, stored)).await),
                None => either(changed, stored).await,
            }
        }
        Err(RecordsError::endless())
    }

    /// Ends the wait for a record that is still open.
    async fn give_up(
        &self,
        request: &Request,
        record: &Record,
        version: &Version,
        is_expired: bool,
    ) -> Asked<Outcome> {
        if is_expired || matches!(self.config.mode, Mode::Hold(_)) {
            self.put(&record.with_state(RecordState::Expired), Some(version)).await?;
            return Ok(Outcome::Denied("nobody answered in time".into()));
        }
        if let Some((session, call)) = request.parkable()
            && self.shared.claim(session, &call)
        {
            if record.waits != Waits::Parked
                && let Err(error) = self.put(&record.waiting(Waits::Parked), Some(version)).await
            {
                self.shared.unpark(session);
                return Err(error);
            }
            return Ok(Outcome::Park);
        }
        self.put(&record.waiting(Waits::Retry), Some(version)).await?;
        Ok(Outcome::Denied(RETRY.into()))
    }

    /// Closes the records of calls that an earlier process held: the resumed CLI does not ask about
    /// them again. Errors are ignored: the records stay as they are.
    pub(crate) async fn session_resumes(&self, session: &SessionId) {
        let Ok(records) = self.list(Some(session)).await else { return };
        for (record, version) in records {
            let approval = &record.approval;
            let is_left = record.waits == Waits::Held && !self.shared.is_held(&approval.id);
            if is_left && approval.session.as_ref() == Some(session) && !record.is_over() {
                let orphaned = record.with_state(RecordState::Orphaned);
                let _ = self.put(&orphaned, Some(&version)).await;
            }
        }
    }

    /// Closes the record of a call that does not wait any more.
    async fn abandon(&self, id: &ApprovalId, state: RecordState) {
        for _ in 0..ATTEMPTS {
            let Ok(Some((record, version))) = self.get(id).await else { return };
            // A parked call waits for the next process, and one that was denied for the next call.
            if record.waits != Waits::Held || record.is_over() {
                return;
            }
            match self.put(&record.with_state(state.clone()), Some(&version)).await {
                Err(RecordsError::Conflict) => {}
                _ => return,
            }
        }
    }
}

/// Returns whether a record is about this call: the same tool, and the same input or the one that
/// was delivered instead.
fn fits(record: &Record, approval: &Approval) -> bool {
    let asked = &record.approval;
    asked.kind == approval.kind
        && asked.subject == approval.subject
        && (same_input::is_same(&asked.input, &approval.input)
            || delivered_input(record)
                .is_some_and(|input| same_input::is_same(&input, &approval.input)))
}

/// Waits for either of two futures.
async fn either(one: impl Future<Output = ()>, other: impl Future<Output = ()>) {
    let (mut one, mut other) = (pin!(one), pin!(other));
    poll_fn(|cx| {
        if one.as_mut().poll(cx).is_ready() || other.as_mut().poll(cx).is_ready() {
            return Poll::Ready(());
        }
        Poll::Pending
    })
    .await;
}

/// A call that this process holds. If it is dropped before the call has an outcome, because the CLI
/// withdrew the request or the session ended, the record is closed.
struct Held {
    approvals: Approvals,
    id: ApprovalId,
    context: Context,
    is_done: bool,
}

impl Held {
    fn new(approvals: &Approvals, request: &Request) -> Self {
        let id = request.approval.id.clone();
        approvals.shared.hold(&id);
        Self { approvals: approvals.clone(), id, context: request.context.clone(), is_done: false }
    }

    fn done(mut self) {
        self.is_done = true;
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.approvals.shared.release(&self.id);
        if self.is_done {
            return;
        }
        // Without a runtime, everything in memory ends, too.
        let Ok(runtime) = Handle::try_current() else { return };
        let state = match self.context.client().as_ref().is_some_and(Client::is_open) {
            true => RecordState::Withdrawn,
            false => RecordState::Orphaned,
        };
        let (approvals, id) = (self.approvals.clone(), self.id.clone());
        runtime.spawn(async move { approvals.abandon(&id, state).await });
    }
}
