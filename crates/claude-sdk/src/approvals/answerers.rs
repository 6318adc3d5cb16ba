//! Local answerers: runs them for one approval, each in a task of its own.

use tokio::task::JoinHandle;

use super::{AnswerError, Approval, Approvals, Decision};

/// Who answers if the decision of a local answerer does not say so.
const LOCAL: &str = "local";

/// The tasks of the answerers. Dropping it ends them: another answerer was first.
pub(super) struct Answerers(#[expect(dead_code, reason = "it ends the tasks")] Vec<Task<()>>);

/// A task that ends when this is dropped.
struct Task<T>(JoinHandle<T>);

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Answerers {
    pub(super) fn start(approvals: &Approvals, approval: &Approval) -> Self {
        let start = |answerer: &super::broker::Answerer| {
            let (answerer, approval) = (answerer.clone(), approval.clone());
            let (approvals, id) = (approvals.clone(), approval.id.clone());
            // The answerer has a task of its own: a panic ends that one only.
            let mut answer = Task(tokio::spawn(async move { answerer(approval).await }));
            Task(tokio::spawn(async move {
                let decision = match (&mut answer.0).await {
                    Ok(Some(decision)) => decision,
                    Ok(None) => return,
                    Err(error) if error.is_panic() => Decision::deny("the answerer panicked"),
                    Err(_) => return,
                };
                let answered = approvals.answer_as(&id, decision, LOCAL).await;
                if let Err(AnswerError::Invalid(problem)) = answered {
                    let denied = Decision::deny(format!("the answer is invalid: {problem}"));
                    // Another answerer may have been first.
                    let _ = approvals.answer_as(&id, denied, LOCAL).await;
                }
            }))
        };
        Self(approvals.config.answerers.iter().map(start).collect())
    }
}
