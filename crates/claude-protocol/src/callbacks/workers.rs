//! Tasks that run callbacks: each one at a time, and the next when it is done.
//!
//! To make a task takes longer than to wake one up: it is allocated with an alignment of its own and
//! entered in the runtime's lists.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;

use tokio::task::JoinHandle;

use super::completions::CompletionQueue;

/// How many wait for work. Questions seldom come in greater numbers.
const IDLE: usize = 4;

/// Something to do.
pub(crate) type Job = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A task that does one job after another. Dropped, it ends, and the job is dropped with it.
pub(crate) struct Worker {
    jobs: Arc<CompletionQueue<Job>>,
    task: JoinHandle<()>,
}

impl Worker {
    fn new() -> Self {
        let jobs = Arc::<CompletionQueue<Job>>::default();
        let queue = Arc::clone(&jobs);
        let task = tokio::spawn(async move {
            loop {
                poll_fn(|cx| queue.poll_take(cx)).await.await;
            }
        });
        Self { jobs, task }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Hand").field(&self.task.id()).finish()
    }
}

/// The hands that wait for work.
#[derive(Debug, Default)]
pub(crate) struct WorkerPool(Vec<Worker>);

impl WorkerPool {
    /// Starts a job.
    pub(crate) fn spawn(&mut self, job: Job) -> Worker {
        let worker = self.0.pop().unwrap_or_else(Worker::new);
        worker.jobs.push(job);
        worker
    }

    /// Keeps a hand whose job is done for the next one.
    pub(crate) fn release(&mut self, worker: Worker) {
        if self.0.len() < IDLE {
            self.0.push(worker);
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::oneshot;

    use super::*;

    /// Starts a job; it tells which task did it.
    fn start(workers: &mut WorkerPool) -> (Worker, oneshot::Receiver<tokio::task::Id>) {
        let (done, done_by) = oneshot::channel();
        let worker = workers.spawn(Box::pin(async move {
            let _ = done.send(tokio::task::id());
        }));
        (worker, done_by)
    }

    #[tokio::test]
    async fn one_task_does_one_job_after_another() {
        let mut workers = WorkerPool::default();
        let mut tasks = Vec::new();
        for _ in 0..3 {
            let (worker, done_by) = start(&mut workers);
            tasks.push(done_by.await.unwrap());
            workers.release(worker);
        }
        tasks.dedup();
        assert_eq!(tasks.len(), 1);
    }

    #[tokio::test]
    async fn jobs_at_once_have_a_task_each_and_few_tasks_are_kept() {
        let mut workers = WorkerPool::default();
        let running: Vec<_> = (0..3 * IDLE).map(|_| start(&mut workers)).collect();
        let mut tasks = std::collections::HashSet::new();
        for (worker, done_by) in running {
            tasks.insert(done_by.await.unwrap());
            workers.release(worker);
        }
        assert_eq!((tasks.len(), workers.0.len()), (3 * IDLE, IDLE));
    }

    #[tokio::test]
    async fn a_job_is_dropped_with_its_hand() {
        let mut workers = WorkerPool::default();
        let (held, dropped) = oneshot::channel::<()>();
        let worker = workers.spawn(Box::pin(async move {
            let _held = held;
            std::future::pending::<()>().await;
        }));
        drop(worker);
        assert!(dropped.await.is_err());
        let (_worker, done_by) = start(&mut workers);
        assert!(done_by.await.is_ok());
    }
}
