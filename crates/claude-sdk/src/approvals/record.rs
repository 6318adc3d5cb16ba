//! Record: what is stored about an approval, and the steps that it goes through.

use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::{Approval, Decision, time};

/// An approval, how the call waits for it, and how far it is.
///
/// A record is changed in steps, each of which is one compare-and-swap of
/// [`ApprovalRecords::put`](super::ApprovalRecords::put). In JSON, it is an object whose unknown
/// fields are ignored.
///
/// # Examples
///
/// ```
/// use claude_sdk::approvals::Record;
///
/// fn line(record: &Record) -> String {
///     match record.answer() {
///         Some(answer) => format!("{} was answered by {}", record.approval.subject, answer.by),
///         None => format!("{} waits", record.approval.subject),
///     }
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Record {
    /// What is asked.
    pub approval: Approval,
    /// How the call waits.
    pub waits: Waits,
    /// How far it is.
    pub state: RecordState,
}

/// How the tool call, or another request, waits for its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Waits {
    /// The CLI and this process wait. If either ends, the approval ends, too.
    Held,
    /// The call is deferred. The CLI asks again when the session is resumed.
    Parked,
    /// The call was denied for now. If it is allowed later, the next call of the session with the
    /// same tool and the same input runs, once.
    Retry,
}

/// How far an approval is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RecordState {
    /// It has no answer.
    Open,
    /// It has an answer, which the CLI was not given yet.
    Answered(Answer),
    /// The answer was handed to the session.
    Delivered(Answer),
    /// The CLI withdrew the request, for example after an interrupt.
    Withdrawn,
    /// Nobody answered in time. The call was denied.
    Expired,
    /// The session ended while the call was held, so the answer has no place to go.
    Orphaned,
}

/// An answer: what was decided, by whom, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Answer {
    /// The decision.
    pub decision: Decision,
    /// Who decided ([`Decision::by`]).
    pub by: String,
    /// When the decision was recorded.
    #[serde(with = "time::millis")]
    pub at: SystemTime,
}

impl Record {
    pub(super) fn held(approval: Approval) -> Self {
        Self { approval, waits: Waits::Held, state: RecordState::Open }
    }

    /// Returns the same record in another state.
    pub(super) fn with_state(&self, state: RecordState) -> Self {
        Self { state, ..self.clone() }
    }

    /// Returns the same record for a call that waits in another way.
    pub(super) fn waiting(&self, waits: Waits) -> Self {
        Self { waits, ..self.clone() }
    }

    /// Returns whether an answer is awaited.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == RecordState::Open
    }

    /// Returns whether nothing can change any more: a store may forget the record.
    ///
    /// Keep it for a day or so: the same call may be asked about again, and gets the same answer.
    #[must_use]
    pub fn is_over(&self) -> bool {
        !matches!(self.state, RecordState::Open | RecordState::Answered(_))
    }

    /// Returns the answer, whether or not it was delivered.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        match &self.state {
            RecordState::Answered(answer) | RecordState::Delivered(answer) => Some(answer),
            _ => None,
        }
    }
}
