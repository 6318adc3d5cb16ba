//! Answers: what an answerer calls. The first answer wins by one compare-and-swap.

use std::fmt;

use super::broker::ATTEMPTS;
use super::{Answer, ApprovalId, Approvals, Decision, Record, RecordState, RecordsError};

/// Who answers if the decision does not say so.
const CODE: &str = "code";

/// # Answers
impl Approvals {
    /// Answers an approval. The first answer wins; all others get it as an error.
    ///
    /// Returns the record with the answer. [`Record::waits`] says what happens next: a held call gets
    /// the answer now, a parked call when the session is resumed, and a denied call when the model
    /// makes it again.
    ///
    /// The approval may be of another process with the same store.
    ///
    /// # Errors
    ///
    /// - [`AnswerError::AlreadyAnswered`] with the first answer.
    /// - [`AnswerError::Over`] if it was withdrawn, has expired, or its session has ended.
    /// - [`AnswerError::Unknown`] if there is no such approval.
    /// - [`AnswerError::Invalid`] if the answer does not fit. The approval stays open.
    /// - [`AnswerError::Records`] if the store fails.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the answer was recorded or it was not.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::approvals::{Approvals, Decision};
    ///
    /// # async fn allow_all(approvals: Approvals) -> Result<(), Box<dyn std::error::Error>> {
    /// for record in approvals.open().await? {
    ///     approvals.answer(&record.approval.id, Decision::allow().by("ada")).await?;
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub async fn answer(&self, id: &ApprovalId, decision: Decision) -> Result<Record, AnswerError> {
        self.answer_as(id, decision, CODE).await
    }

    pub(super) async fn answer_as(
        &self,
        id: &ApprovalId,
        decision: Decision,
        otherwise: &str,
    ) -> Result<Record, AnswerError> {
        let by = decision.by.clone().unwrap_or_else(|| otherwise.into());
        for _ in 0..ATTEMPTS {
            let Some((record, version)) = self.get(id).await? else {
                return Err(AnswerError::Unknown);
            };
            match &record.state {
                RecordState::Open => {}
                RecordState::Answered(first) | RecordState::Delivered(first) => {
                    return Err(AnswerError::AlreadyAnswered(Box::new(first.clone())));
                }
                state => return Err(AnswerError::Over(state.clone())),
            }
            if let Some(problem) = decision.problem(&record.approval) {
                return Err(AnswerError::Invalid(problem));
            }
            let at = self.now();
            let is_late = record.approval.expires_at.is_some_and(|expires| at >= expires);
            let answer = Answer { decision: decision.clone(), by: by.clone(), at };
            let state = if is_late { RecordState::Expired } else { RecordState::Answered(answer) };
            let next = record.with_state(state);
            match self.put(&next, Some(&version)).await {
                Ok(_) if is_late => return Err(AnswerError::Over(next.state)),
                Ok(_) => return Ok(next),
                // Somebody else was first with some step: look again.
                Err(RecordsError::Conflict) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(RecordsError::endless().into())
    }
}

/// Why an answer did not count.
#[derive(Debug)]
#[non_exhaustive]
pub enum AnswerError {
    /// Another answer was first: this one.
    AlreadyAnswered(Box<Answer>),
    /// The approval ended without an answer, in this state.
    Over(RecordState),
    /// There is no approval with this ID.
    Unknown,
    /// The answer does not fit the approval, which stays open.
    Invalid(String),
    /// The store failed. Whether the answer was recorded is unknown.
    Records(RecordsError),
}

impl From<RecordsError> for AnswerError {
    fn from(error: RecordsError) -> Self {
        Self::Records(error)
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AlreadyAnswered(first) => {
                write!(f, "the approval was already answered by `{}`", first.by)
            }
            Self::Over(RecordState::Expired) => f.write_str("the approval has expired"),
            Self::Over(RecordState::Orphaned) => {
                f.write_str("the session of the approval has ended")
            }
            Self::Over(_) => f.write_str("the approval was withdrawn"),
            Self::Unknown => f.write_str("there is no approval with this ID"),
            Self::Invalid(problem) => write!(f, "invalid answer: {problem}"),
            Self::Records(_) => f.write_str("failed to record the answer"),
        }
    }
}

impl std::error::Error for AnswerError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Records(error) => Some(error),
            _ => None,
        }
    }
}
