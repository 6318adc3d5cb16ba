//! Log: the task that stores one log, from its file or its frames.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, Semaphore, watch};
use tokio::time::{sleep, timeout};

use super::event::MirrorEvent;
use super::source::{Chunk, FileSource, Source};
use crate::backoff;
use crate::ports::{Batch, Entry, SessionKey, SessionStore, StoreError};

/// How long an append may take.
const APPEND: Duration = Duration::from_secs(60);
/// How long lines are collected before they are stored.
const COLLECT: Duration = Duration::from_millis(100);
/// After how many failures in a row the outage is told.
const REPORTED_AFTER: u32 = 3;
/// How much is kept in memory of a log whose file is elsewhere, in bytes.
const KEPT: usize = 16 << 20;

/// What all logs of a mirror share.
pub(super) struct Settings {
    pub(super) store: Arc<dyn SessionStore>,
    pub(super) epoch: Option<u64>,
    pub(super) on_event: Arc<dyn Fn(MirrorEvent) + Send + Sync>,
    /// How many appends may be under way.
    pub(super) appends: Semaphore,
    pub(super) stored: AtomicU64,
}

/// What the sink writes and the task reads.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    /// How many frames have come.
    pub(super) frames: u64,
    /// Until which frame somebody waits: lines are not collected longer.
    pub(super) wanted: u64,
    /// The entries of a log whose file is elsewhere.
    pub(super) entries: Vec<Entry>,
    pub(super) bytes: usize,
    /// Entries that were dropped, because the store is down and memory is full.
    pub(super) is_over: bool,
    pub(super) metadata: Option<Entry>,
}

impl Inbox {
    pub(super) fn add(&mut self, entries: Vec<Entry>) {
        let size: usize = entries.iter().map(|entry| entry.bytes().len()).sum();
        if self.is_over || self.bytes + size > KEPT {
            // What comes later cannot be stored either: it would have another position.
            self.is_over = true;
            return;
        }
        self.bytes += size;
        self.entries.extend(entries);
    }
}

/// How far a log is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Progress {
    /// Until which frame all is stored.
    pub(super) frames: u64,
    /// The store has refused, so nothing more will be stored.
    pub(super) is_stopped: bool,
}

/// What the mirror and the task of a log share.
#[derive(Debug, Default)]
pub(super) struct Shared {
    inbox: Mutex<Inbox>,
    /// Something has come.
    wake: Notify,
    pub(super) progress: watch::Sender<Progress>,
}

impl Shared {
    /// Changes what has come, and wakes the task.
    pub(super) fn with<R>(&self, change: impl FnOnce(&mut Inbox) -> R) -> R {
        let changed = change(&mut self.inbox());
        self.wake.notify_one();
        changed
    }

    fn inbox(&self) -> MutexGuard<'_, Inbox> {
        // Nothing under the lock panics.
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn take(&self) -> Inbox {
        let mut inbox = self.inbox();
        let (frames, wanted, is_over) = (inbox.frames, inbox.wanted, inbox.is_over);
        let rest = Inbox { frames, wanted, is_over, ..Inbox::default() };
        std::mem::replace(&mut inbox, rest)
    }

    /// Waits until what has come is as wanted.
    async fn until(&self, wanted: impl Fn(&Inbox) -> bool) {
        while !wanted(&self.inbox()) {
            self.wake.notified().await;
        }
    }
}

/// The task of a log.
pub(super) struct Log {
    pub(super) key: SessionKey,
    pub(super) settings: Arc<Settings>,
    pub(super) shared: Arc<Shared>,
    pub(super) source: Source,
    /// How many entries the store has. `None` before it was asked.
    pub(super) len: Option<u64>,
    pub(super) failures: u32,
    pub(super) has_lost: bool,
}

/// Why a log is not stored any more.
struct Refused(StoreError);

impl Log {
    /// Stores what comes, until the store refuses.
    pub(super) async fn run(mut self) {
        let shared = Arc::clone(&self.shared);
        loop {
            let done = shared.progress.borrow().frames;
            shared.until(|inbox| inbox.frames > done).await;
            drop(timeout(COLLECT, shared.until(|inbox| inbox.wanted > done)).await);
            let inbox = shared.take();
            let frames = inbox.frames;
            if let Err(Refused(error)) = self.store(inbox).await {
                let (key, error) = (self.key.clone(), Arc::new(error));
                (self.settings.on_event)(MirrorEvent::Stopped { key, error });
                shared.progress.send_replace(Progress { frames: done, is_stopped: true });
                return;
            }
            shared.progress.send_replace(Progress { frames, is_stopped: false });
        }
    }

    async fn store(&mut self, inbox: Inbox) -> Result<(), Refused> {
        if let Source::Frames(entries) = &mut self.source {
            entries.extend(inbox.entries);
        }
        if let Some(metadata) = inbox.metadata {
            self.append(Batch::new([metadata])).await?;
        }
        if self.len.is_none() {
            // An empty batch says how long the log is, and claims it with the epoch.
            self.len = Some(self.append(Batch::new([])).await?);
        }
        loop {
            let Some(chunk) = self.next().await? else { continue };
            if chunk.has_lost && !std::mem::replace(&mut self.has_lost, true) {
                (self.settings.on_event)(MirrorEvent::LinesLost { key: self.key.clone() });
            }
            let (is_last, end) = (chunk.is_last, chunk.at + chunk.entries.len() as u64);
            let have = self.len.unwrap_or_default();
            if end > have {
                match self.append(Batch::new(chunk.entries).at(chunk.at)).await {
                    Ok(len) => self.len = Some(len),
                    // The store has lost its end: it gets it again.
                    Err(Refused(StoreError::Gap { have })) if self.is_file() => {
                        self.len = Some(have);
                        self.rewind();
                        continue;
                    }
                    Err(refused) => return Err(refused),
                }
            }
            if is_last {
                // The store has entries that the file does not have.
                if self.is_file() && end < have {
                    return Err(Refused(StoreError::Conflict { at: end }));
                }
                break;
            }
        }
        if inbox.is_over {
            return Err(Refused(StoreError::TooLarge { size: KEPT, limit: KEPT }));
        }
        Ok(())
    }

    /// Reads the next entries. `None` if that failed and is worth another try.
    async fn next(&mut self) -> Result<Option<Chunk>, Refused> {
        let from = self.len.unwrap_or_default();
        let file = match &mut self.source {
            Source::Frames(entries) => {
                let entries: Vec<_> = entries.drain(..).collect();
                return Ok(Some(Chunk { at: from, entries, is_last: true, has_lost: false }));
            }
            Source::File(file) => file,
        };
        let mut reading = std::mem::replace(file, FileSource::new(Path::new("")));
        let read = tokio::task::spawn_blocking(move || (reading.read(from), reading)).await;
        let Ok((read, reading)) = read else {
            return Err(Refused(StoreError::unavailable("reading the session file panicked")));
        };
        *file = reading;
        match read {
            Ok(chunk) => Ok(Some(chunk)),
            // Replaced by a repair, or deleted: the positions of the store hold for another file.
            Err(error) if is_gone(&error) => Err(Refused(StoreError::unavailable(error))),
            Err(error) => {
                self.failed(StoreError::unavailable(error)).await;
                Ok(None)
            }
        }
    }

    fn is_file(&self) -> bool {
        matches!(self.source, Source::File(_))
    }

    fn rewind(&mut self) {
        if let Source::File(file) = &mut self.source {
            file.rewind();
        }
    }

    /// Appends a batch, for as long as it takes. Returns how many entries the log has.
    async fn append(&mut self, mut batch: Batch) -> Result<u64, Refused> {
        batch.fence = self.settings.epoch;
        loop {
            let settings = Arc::clone(&self.settings);
            // Never closed.
            let permit = settings.appends.acquire().await;
            // A task of its own: a store that panics harms no session.
            let (key, own, store) = (self.key.clone(), batch.clone(), Arc::clone(&settings.store));
            let append = tokio::spawn(async move { store.append(&key, &own).await });
            let append = tokio_util::task::AbortOnDropHandle::new(append);
            let outcome = match timeout(APPEND, append).await {
                Ok(Ok(outcome)) => outcome,
                Ok(Err(_)) => Err(StoreError::unavailable("the store panicked")),
                Err(_) => Err(StoreError::TimedOut { after: APPEND }),
            };
            drop(permit);
            match outcome {
                Ok(appended) => {
                    let entries = batch.entries.iter().filter(|entry| !entry.is_metadata());
                    let added = entries.count().saturating_sub(appended.skipped);
                    settings.stored.fetch_add(added as u64, Ordering::Relaxed);
                    if std::mem::take(&mut self.failures) >= REPORTED_AFTER {
                        (settings.on_event)(MirrorEvent::CaughtUp { key: self.key.clone() });
                    }
                    return Ok(appended.len);
                }
                Err(error) if error.is_retryable() => self.failed(error).await,
                Err(error) => return Err(Refused(error)),
            }
        }
    }

    /// Tells of an outage, and waits before the next try.
    async fn failed(&mut self, error: StoreError) {
        self.failures = self.failures.saturating_add(1);
        let wait = backoff::wait(self.failures, matches!(error, StoreError::Full));
        if self.failures == REPORTED_AFTER {
            let (key, error) = (self.key.clone(), Arc::new(error));
            (self.settings.on_event)(MirrorEvent::Failing { key, error });
        }
        sleep(wait).await;
    }
}

fn is_gone(error: &std::io::Error) -> bool {
    matches!(error.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::InvalidData)
}
