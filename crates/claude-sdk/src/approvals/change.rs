//! Changes: what a broker reports to its observers. This is the only place where it reports.

use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use super::{Approval, Record};

/// How many changes are kept for a subscriber that does not read.
const KEPT: usize = 256;

/// Something that happened to an approval of this process.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Change {
    /// An approval was asked, or its record changed: answered, delivered, parked, withdrawn, expired
    /// or orphaned. The record says which.
    Record(Box<Record>),
    /// A call was denied without an answer: the store failed, or the input was another one than the
    /// one that was asked about.
    #[non_exhaustive]
    Denied {
        /// What was asked.
        approval: Box<Approval>,
        /// The reason that the model was given.
        reason: String,
    },
    /// This number of changes was missed, because they were not read. Call
    /// [`Approvals::open`](super::Approvals::open) for the present state.
    Missed(u64),
}

/// A stream of the changes from the time of the subscription on.
///
/// At most 256 changes are kept for a subscriber. A slow one delays nothing and gets
/// [`Change::Missed`].
#[derive(Debug)]
#[must_use = "changes are only read by polling"]
pub struct Changes {
    receiver: broadcast::Receiver<Change>,
}

impl Changes {
    /// Returns the next change. `None` if all handles of the [`Approvals`](super::Approvals), and all
    /// options that contain them, are dropped.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future loses no changes.
    pub async fn next(&mut self) -> Option<Change> {
        match self.receiver.recv().await {
            Ok(change) => Some(change),
            Err(RecvError::Lagged(missed)) => Some(Change::Missed(missed)),
            Err(RecvError::Closed) => None,
        }
    }
}

/// Reports changes to all subscribers.
#[derive(Debug)]
pub(super) struct ChangeSender(broadcast::Sender<Change>);

impl Default for ChangeSender {
    fn default() -> Self {
        Self(broadcast::Sender::new(KEPT))
    }
}

impl ChangeSender {
    pub(super) fn subscribe(&self) -> Changes {
        Changes { receiver: self.0.subscribe() }
    }

    pub(super) fn record(&self, record: &Record) {
        self.send(|| Change::Record(Box::new(record.clone())));
    }

    pub(super) fn denied(&self, approval: &Approval, reason: &str) {
        self.send(|| Change::Denied {
            approval: Box::new(approval.clone()),
            reason: reason.to_owned(),
        });
    }

    fn send(&self, change: impl FnOnce() -> Change) {
        if self.0.receiver_count() > 0 {
            // Fails only if the last receiver was dropped meanwhile.
            let _ = self.0.send(change());
        }
    }
}
