//! Tasks that run callbacks: each one at a time, and the next when it is done.
//!
//! To make a task takes longer than to wake one up: it is allocated with an alignment of its own and
//! entered in the runtime's lists.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;

use tokio::task::JoinHandle;

use crate::mailbox::Mailbox;

/// How many wait for work. Questions seldom come in greater numbers.
const IDLE: usize = 4;

/// Something to do.
pub(crate) type Job = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A task that does one job after another. Dropped, it ends, and the job is dropped with it.
pub(crate) struct Hand {
    jobs: Arc<Mailbox<Job>>,
    task: JoinHandle<()>,
}

impl Hand {
    fn new() -> Self {
        let jobs = Arc::<Mailbox<Job>>::default();
        let mailbox = Arc::clone(&jobs);
        let task = tokio::spawn(async move {
            loop {
                poll_fn(|cx| mailbox.poll_take(cx)).await.await;
            }
        });
        Self { jobs, task }
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl fmt::Debug for Hand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Hand").field(&self.task.id()).finish()
    }
}

/// The hands that wait for work.
#[derive(Debug, Default)]
pub(crate) struct Hands(Vec<Hand>);

impl Hands {
    /// Starts a job.
    pub(crate) fn set_to(&mut self, job: Job) -> Hand {
        let hand = self.0.pop().unwrap_or_else(Hand::new);
        hand.jobs.push(job);
        hand
    }

    /// Keeps a hand whose job is done for the next one.
    pub(crate) fn take_back(&mut self, hand: Hand) {
        if self.0.len() < IDLE {
            self.0.push(hand);
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::oneshot;

    use super::*;

    /// Starts a job; it tells which task did it.
    fn start(hands: &mut Hands) -> (Hand, oneshot::Receiver<tokio::task::Id>) {
        let (done, told) = oneshot::channel();
        let hand = hands.set_to(Box::pin(async move {
            let _ = done.send(tokio::task::id());
        }));
        (hand, told)
    }

    #[tokio::test]
    async fn one_task_does_one_job_after_another() {
        let mut hands = Hands::default();
        let mut tasks = Vec::new();
        for _ in 0..3 {
            let (hand, told) = start(&mut hands);
            tasks.push(told.await.unwrap());
            hands.take_back(hand);
        }
        tasks.dedup();
        assert_eq!(tasks.len(), 1);
    }

    #[tokio::test]
    async fn jobs_at_once_have_a_task_each_and_few_tasks_are_kept() {
        let mut hands = Hands::default();
        let running: Vec<_> = (0..3 * IDLE).map(|_| start(&mut hands)).collect();
        let mut tasks = std::collections::HashSet::new();
        for (hand, told) in running {
            tasks.insert(told.await.unwrap());
            hands.take_back(hand);
        }
        assert_eq!((tasks.len(), hands.0.len()), (3 * IDLE, IDLE));
    }

    #[tokio::test]
    async fn a_job_is_dropped_with_its_hand() {
        let mut hands = Hands::default();
        let (held, dropped) = oneshot::channel::<()>();
        let hand = hands.set_to(Box::pin(async move {
            let _held = held;
            std::future::pending::<()>().await;
        }));
        drop(hand);
        assert!(dropped.await.is_err());
        let (_hand, told) = start(&mut hands);
        assert!(told.await.is_ok());
    }
}
