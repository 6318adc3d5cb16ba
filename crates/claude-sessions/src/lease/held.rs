//! Lease: the right to write a session, for 30 s at a time.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use tokio::sync::{Mutex, watch};
use tokio::time::{Instant, sleep, timeout_at};
use tokio_util::task::AbortOnDropHandle;

use super::host::Process;
use crate::ports::{Expect, Put, Records, StoreError};

/// How long a lease lasts after its last renewal, by the clock of the store.
pub(super) const LASTS: Duration = Duration::from_secs(30);
/// How long after a renewal the next one is.
pub(super) const RENEWED_AFTER: Duration = Duration::from_secs(10);
/// How long after a failed renewal the next one is.
const RETRIED_AFTER: Duration = Duration::from_secs(1);

/// The right to write something that only one may write. It is kept in [`Records`], renewed every 10 s,
/// and lost 30 s after the last renewal.
///
/// A holder that was stopped for longer may not know yet that it has lost the lease. So what it writes
/// carries the [`epoch`](Self::epoch), which grows with each holder: a store that has seen a higher one
/// refuses it.
///
/// A lease of a process that was killed can be taken at once on the same machine (Linux), elsewhere
/// after 30 s.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use claude_sessions::Lease;
/// use claude_sessions::stores::MemoryStore;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let records = Arc::new(MemoryStore::new());
/// let lease = Lease::acquire(records.clone(), "nightly").await?.expect("nobody has it");
/// let refused = Lease::acquire(records, "nightly").await?;
/// assert_eq!(refused.unwrap_err().pid, std::process::id());
/// lease.release().await;
/// # Ok(())
/// # }
/// ```
pub struct Lease {
    records: Arc<dyn Records>,
    key: String,
    epoch: u64,
    /// The version of the record; `None` if it is lost.
    version: Arc<Mutex<Option<u64>>>,
    is_lost: watch::Receiver<bool>,
    _renewing: AbortOnDropHandle<()>,
}

/// Who has a lease.
///
/// # Examples
///
/// ```
/// use claude_sessions::LeaseHolder;
///
/// fn words(holder: &LeaseHolder) -> String {
///     format!("process {} has it", holder.pid)
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LeaseHolder {
    /// Its process, on its machine.
    pub pid: u32,
    /// Since when, by its clock.
    pub since: SystemTime,
}

/// What the record of a lease contains.
#[derive(Serialize, Deserialize)]
struct Content {
    process: Process,
    since: SystemTime,
    epoch: u64,
}

impl Lease {
    /// Takes a lease by its name, if nobody has it. Returns who has it otherwise.
    ///
    /// # Errors
    ///
    /// The errors of the store.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the lease may be taken for up to 30 s.
    pub async fn acquire(
        records: Arc<dyn Records>,
        name: &str,
    ) -> Result<Result<Self, LeaseHolder>, StoreError> {
        let key = format!("lease/{name}");
        // The epoch first: two that try at the same time get different ones, and one gets the lease.
        let epoch = next_epoch(&*records, &format!("epoch/{name}")).await?;
        let content = Content { process: Process::own(), since: SystemTime::now(), epoch };
        let value = encode(&content)?;
        let mut expect = Expect::Absent;
        loop {
            match records.put(&key, value.clone(), expect, Some(LASTS)).await? {
                Put::Stored { version } => {
                    return Ok(Ok(Self::held(records, key, epoch, version, value)));
                }
                Put::Refused { current: None } => expect = Expect::Absent,
                Put::Refused { current: Some(record) } => {
                    let held: Option<Content> = serde_json::from_slice(&record.value).ok();
                    match held {
                        // Its process was killed here. The first to store now gets it.
                        Some(held) if held.process.is_gone() => {
                            expect = Expect::Version(record.version);
                        }
                        Some(held) => {
                            let (pid, since) = (held.process.pid, held.since);
                            return Ok(Err(LeaseHolder { pid, since }));
                        }
                        None => {
                            let since = SystemTime::UNIX_EPOCH;
                            return Ok(Err(LeaseHolder { pid: 0, since }));
                        }
                    }
                }
            }
        }
    }

    fn held(
        records: Arc<dyn Records>,
        key: String,
        epoch: u64,
        version: u64,
        value: Bytes,
    ) -> Self {
        let (lost, is_lost) = watch::channel(false);
        let version = Arc::new(Mutex::new(Some(version)));
        let renewing = Renewing {
            records: Arc::clone(&records),
            key: key.clone(),
            version: Arc::clone(&version),
            value,
        };
        let renewing = tokio::spawn(async move {
            renewing.run().await;
            lost.send_replace(true);
        });
        let _renewing = AbortOnDropHandle::new(renewing);
        Self { records, key, epoch, version, is_lost, _renewing }
    }

    /// Returns the number of this holder: higher than that of each one before.
    #[must_use]
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// Returns whether the lease is lost, as far as this process knows.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        *self.is_lost.borrow()
    }

    /// Waits until the lease is lost.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future changes nothing.
    pub async fn lost(&self) {
        let mut is_lost = self.is_lost.clone();
        drop(is_lost.wait_for(|is_lost| *is_lost).await);
    }

    /// Gives the lease back, so that another one has it at once. A lease that is dropped instead ends
    /// after 30 s.
    pub async fn release(self) {
        // Held while the record is removed, so that it is not renewed meanwhile.
        let version = self.version.lock().await.take();
        if let Some(version) = version {
            // If this fails, the lease ends by itself.
            drop(self.records.remove(&self.key, Expect::Version(version)).await);
        }
    }
}

impl fmt::Debug for Lease {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Lease")
            .field("epoch", &self.epoch)
            .field("is_lost", &self.is_lost())
            .finish_non_exhaustive()
    }
}

/// The task that renews a lease.
struct Renewing {
    records: Arc<dyn Records>,
    key: String,
    version: Arc<Mutex<Option<u64>>>,
    value: Bytes,
}

impl Renewing {
    /// Renews until the lease is lost.
    async fn run(self) {
        let mut ends = Instant::now() + LASTS;
        let mut wait = RENEWED_AFTER;
        loop {
            sleep(wait).await;
            let begun = Instant::now();
            match timeout_at(ends, self.renew()).await {
                Ok(Ok(true)) => (ends, wait) = (begun + LASTS, RENEWED_AFTER),
                Ok(Ok(false)) => return,
                Ok(Err(_)) if Instant::now() < ends => wait = RETRIED_AFTER,
                Ok(Err(_)) | Err(_) => return,
            }
        }
    }

    /// Renews once. Returns `false` if the lease is lost.
    async fn renew(&self) -> Result<bool, StoreError> {
        let mut version = self.version.lock().await;
        let Some(current) = *version else { return Ok(false) };
        let expect = Expect::Version(current);
        let put = self.records.put(&self.key, self.value.clone(), expect, Some(LASTS)).await?;
        *version = match put {
            Put::Stored { version } => Some(version),
            // A renewal whose answer got lost: the record is the own one.
            Put::Refused { current: Some(record) } if record.value == self.value => {
                Some(record.version)
            }
            Put::Refused { .. } => None,
        };
        Ok(version.is_some())
    }
}

/// Counts the holders of a lease.
async fn next_epoch(records: &dyn Records, key: &str) -> Result<u64, StoreError> {
    loop {
        let (epoch, expect) = match records.get(key).await? {
            None => (0, Expect::Absent),
            Some(record) => {
                let epoch = serde_json::from_slice(&record.value)
                    .map_err(|_| StoreError::Corrupt { at: record.version })?;
                (epoch, Expect::Version(record.version))
            }
        };
        let next: u64 = epoch + 1;
        if records.put(key, encode(&next)?, expect, None).await?.version().is_some() {
            return Ok(next);
        }
    }
}

fn encode(value: &impl Serialize) -> Result<Bytes, StoreError> {
    serde_json::to_vec(value).map(Bytes::from).map_err(StoreError::unavailable)
}
