//! Worker: the thread that has the connection.

use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::schema;
use crate::ports::StoreError;

type Job = Box<dyn FnOnce(&mut Connection) + Send>;

/// Runs work on a thread of its own, one piece after the other. The thread ends with the worker, when
/// it has done what was begun.
pub(super) struct Worker(mpsc::Sender<Job>);

impl Worker {
    /// Opens the file on a new thread.
    pub(super) async fn start(path: PathBuf) -> Result<Self, StoreError> {
        let (jobs, queue) = mpsc::channel::<Job>();
        let (opened, result) = oneshot::channel();
        let run = move || match schema::open(&path) {
            Ok(mut connection) => {
                // If nobody waits any more, the queue is closed as well.
                let _ = opened.send(Ok(()));
                queue.into_iter().for_each(|job| job(&mut connection));
            }
            Err(error) => drop(opened.send(Err(error))),
        };
        let thread = thread::Builder::new().name("claude-sqlite".to_owned()).spawn(run);
        thread.map_err(StoreError::unavailable)?;
        result.await.map_err(StoreError::unavailable)??;
        Ok(Self(jobs))
    }

    /// Runs work on the thread. It is done also if nobody waits for it any more.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let (done, result) = oneshot::channel();
        let job: Job = Box::new(move |connection| drop(done.send(work(connection))));
        self.0
            .send(job)
            .map_err(|_| StoreError::unavailable("the thread of the store has ended"))?;
        result.await.map_err(StoreError::unavailable)?
    }
}
