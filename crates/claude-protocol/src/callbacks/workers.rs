//! Worker pool: tasks that run callbacks, and are reused for the next callback.
//!
//! Waking an idle task is cheaper than spawning one, which allocates it and registers it with the
//! runtime: from the decoded request to the callback takes 0.6 µs instead of 1.3 µs
//! (`docs/design.md`). At most 4 idle workers are kept.

use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::sync::Arc;

use tokio::task::JoinHandle;

use super::completions::CompletionQueue;

/// How many idle workers are kept. More than 4 concurrent requests are rare.
const IDLE: usize = 4;

/// The future that a worker runs.
pub(crate) type Job = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A task that runs one job after another. Dropping the worker aborts the task and drops its job.
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
        f.debug_tuple("Worker").field(&self.task.id()).finish()
    }
}

/// The idle workers.
#[derive(Debug, Default)]
pub(crate) struct WorkerPool(Vec<Worker>);

impl WorkerPool {
    /// Starts a job on an idle worker, or on a new one.
    pub(crate) fn spawn(&mut self, job: Job) -> Worker {
        let worker = self.0.pop().unwrap_or_else(Worker::new);
        worker.jobs.push(job);
        worker
    }

    /// Keeps a worker whose job is done for the next job.
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

    /// Starts a job that reports the ID of its task.
    fn start(workers: &mut WorkerPool) -> (Worker, oneshot::Receiver<tokio::task::Id>) {
        let (done, done_by) = oneshot::channel();
        let worker = workers.spawn(Box::pin(async move {
            let _ = done.send(tokio::task::id());
        }));
        (worker, done_by)
    }

    #[tokio::test]
    async fn a_task_is_reused_for_the_next_job() {
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
    async fn concurrent_jobs_have_a_task_each_and_few_tasks_are_kept() {
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
    async fn a_job_is_dropped_with_its_worker() {
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
