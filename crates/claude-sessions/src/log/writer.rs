//! Writer: the task that writes what waits to the journal.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};

use super::recorder::Waiting;
use crate::backoff;
use crate::ports::{Journal, StoreError};

/// How long items are collected before they are written.
const COLLECT: Duration = Duration::from_millis(250);
/// How many items are written at once.
const BATCH_ITEMS: usize = 256;
/// How many bytes are written at once.
const BATCH_BYTES: usize = 1 << 20;
/// How long a write may take.
const WRITE: Duration = Duration::from_secs(60);

/// How far the journal is.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    /// How many items of this writer are written.
    pub(super) items: u64,
    /// Why nothing more will be written.
    pub(super) stopped: Option<Arc<StoreError>>,
}

pub(super) struct Writer {
    pub(super) journal: Arc<dyn Journal>,
    pub(super) stream: String,
    pub(super) next: u64,
    pub(super) epoch: u64,
    pub(super) waiting: Arc<Waiting>,
    pub(super) written: watch::Sender<Written>,
}

impl Writer {
    /// Writes until the journal refuses.
    pub(super) async fn run(mut self) {
        loop {
            self.until(|waiting| !waiting.items().queue.is_empty()).await;
            let enough = self.until(|waiting| {
                let items = waiting.items();
                items.is_hurried || items.queue.len() >= BATCH_ITEMS || items.bytes >= BATCH_BYTES
            });
            drop(timeout(COLLECT, enough).await);
            let batch = self.take();
            if let Err(error) = self.write(&batch).await {
                let stopped = Some(Arc::new(error));
                self.written.send_modify(|written| written.stopped = stopped);
                return;
            }
            self.written.send_modify(|written| written.items += batch.len() as u64);
        }
    }

    async fn until(&self, reached: impl Fn(&Waiting) -> bool) {
        while !reached(&self.waiting) {
            self.waiting.wake.notified().await;
        }
    }

    fn take(&self) -> Vec<Bytes> {
        let mut items = self.waiting.items();
        let (mut batch, mut size) = (Vec::new(), 0);
        while batch.len() < BATCH_ITEMS
            && size < BATCH_BYTES
            && let Some(item) = items.queue.pop_front()
        {
            size += item.len();
            batch.push(item);
        }
        items.bytes -= size;
        if items.queue.is_empty() {
            items.is_hurried = false;
        }
        batch
    }

    /// Writes a batch, for as long as it takes.
    async fn write(&mut self, batch: &[Bytes]) -> Result<(), StoreError> {
        let end = self.next + batch.len() as u64;
        let mut failures = 0_u32;
        loop {
            let write = self.journal.write(&self.stream, self.next, self.epoch, batch);
            let outcome = match timeout(WRITE, write).await {
                Ok(outcome) => outcome,
                Err(_) => Err(StoreError::TimedOut { after: WRITE }),
            };
            match outcome {
                Ok(next) => {
                    self.next = next;
                    return Ok(());
                }
                // The one writer of this epoch is this one: what is there, it has written itself.
                Err(StoreError::Conflict { at }) if failures > 0 && at == end => {
                    self.next = end;
                    return Ok(());
                }
                Err(error) if error.is_retryable() => {
                    failures = failures.saturating_add(1);
                    sleep(backoff::wait(failures, matches!(error, StoreError::Full))).await;
                }
                Err(error) => return Err(error),
            }
        }
    }
}
