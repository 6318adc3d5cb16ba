//! Position: where the entries of a batch go. The rules of [`SessionStore::append`], without IO.
//!
//! [`SessionStore::append`]: super::SessionStore::append

use std::ops::Range;

use super::entry::Entry;
use super::error::StoreError;
use super::store::Batch;

/// A batch, divided into what has positions and the description of the subagent.
///
/// A store appends in these steps: [`Plan::new`], then it reads the entries at [`Plan::overlap`], then
/// [`Plan::fresh`] says which entries it writes.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::{Batch, Entry, Plan, StoreError};
///
/// let entry = |n: u8| Entry::new(format!(r#"{{"n":{n}}}"#));
/// let batch = Batch::new([entry(1)?, entry(2)?]).at(4);
/// // The log has 5 entries, so the first of the batch must be the last of the log.
/// let plan = Plan::new(&batch, 5, None)?;
/// assert_eq!(plan.overlap(), 4..5);
/// assert_eq!(plan.fresh(&[entry(1)?])?.len(), 1);
/// assert!(matches!(plan.fresh(&[entry(9)?]), Err(StoreError::Conflict { at: 4 })));
/// # Ok::<(), StoreError>(())
/// ```
#[derive(Debug)]
pub struct Plan<'b> {
    entries: Vec<&'b Entry>,
    metadata: Option<&'b Entry>,
    at: Option<u64>,
    len: u64,
}

impl<'b> Plan<'b> {
    /// Compares a batch with a log of this many entries, and with the highest epoch that the store has
    /// seen for the session.
    ///
    /// # Errors
    ///
    /// [`StoreError::Fenced`] if that epoch is higher than the batch's, [`StoreError::Gap`] if the log
    /// ends before the batch's position.
    pub fn new(batch: &'b Batch, len: u64, epoch: Option<u64>) -> Result<Self, StoreError> {
        if let (Some(fence), Some(epoch)) = (batch.fence, epoch)
            && epoch > fence
        {
            return Err(StoreError::Fenced { epoch });
        }
        if batch.at.is_some_and(|at| at > len) {
            return Err(StoreError::Gap { have: len });
        }
        let entries = batch.entries.iter().filter(|entry| !entry.is_metadata()).collect();
        let metadata = batch.entries.iter().rev().find(|entry| entry.is_metadata());
        Ok(Self { entries, metadata, at: batch.at, len })
    }

    /// Returns the positions that the store must read and give to [`Plan::fresh`].
    #[must_use]
    pub fn overlap(&self) -> Range<u64> {
        let Some(at) = self.at else { return self.len..self.len };
        at..self.len.min(at + self.entries.len() as u64)
    }

    /// Returns the entries that are not in the log yet, given those at [`Plan::overlap`].
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] if an entry in the log is another one.
    pub fn fresh(&self, overlap: &[Entry]) -> Result<&[&'b Entry], StoreError> {
        let at = self.overlap().start;
        for (index, (stored, given)) in overlap.iter().zip(&self.entries).enumerate() {
            if !stored.is_same(given) {
                return Err(StoreError::Conflict { at: at + index as u64 });
            }
        }
        Ok(&self.entries[overlap.len().min(self.entries.len())..])
    }

    /// Returns whether the batch goes to the end, whatever the log has. Then entries whose UUID is in
    /// the log are left out.
    #[must_use]
    pub fn is_unplaced(&self) -> bool {
        self.at.is_none()
    }

    /// Returns the latest description of the subagent in the batch.
    #[must_use]
    pub fn metadata(&self) -> Option<&'b Entry> {
        self.metadata
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Batch, Entry, Plan, StoreError};

    fn entry(n: usize) -> Entry {
        Entry::new(format!(r#"{{"n":{n}}}"#)).unwrap()
    }

    proptest! {
        /// A batch of the same session can be repeated at any position, any number of times: the log
        /// is a prefix of the session at each moment.
        #[test]
        fn a_log_is_always_a_prefix(batches in prop::collection::vec((0..40_usize, 0..10_usize), 1..60)) {
            let mut log: Vec<Entry> = Vec::new();
            for (at, count) in batches {
                let batch = Batch::new((at..at + count).map(entry)).at(at as u64);
                match Plan::new(&batch, log.len() as u64, None) {
                    Ok(plan) => {
                        let range = plan.overlap();
                        let overlap = &log[range.start as usize..range.end as usize];
                        let fresh: Vec<_> = plan.fresh(overlap).unwrap().iter().map(|&entry| entry.clone()).collect();
                        log.extend(fresh);
                    }
                    Err(StoreError::Gap { have }) => {
                        prop_assert_eq!(have, log.len() as u64);
                        prop_assert!(at > log.len());
                    }
                    Err(other) => panic!("{other}"),
                }
                let whole: Vec<_> = (0..log.len()).map(entry).collect();
                prop_assert_eq!(&log, &whole);
            }
        }
    }

    #[test]
    fn an_older_epoch_is_refused_and_an_equal_one_is_not() {
        let batch = Batch::new([entry(0)]).fence(2);
        assert!(matches!(Plan::new(&batch, 0, Some(3)), Err(StoreError::Fenced { epoch: 3 })));
        assert!(Plan::new(&batch, 0, Some(2)).is_ok());
        assert!(Plan::new(&batch, 0, None).is_ok());
        assert!(Plan::new(&Batch::new([entry(0)]), 0, Some(3)).is_ok());
    }

    #[test]
    fn a_description_has_no_position() {
        let about = Entry::new(r#"{"type":"agent_metadata","n":1}"#).unwrap();
        let later = Entry::new(r#"{"type":"agent_metadata","n":2}"#).unwrap();
        let batch = Batch::new([about, entry(0), later.clone()]).at(0);
        let plan = Plan::new(&batch, 0, None).unwrap();
        assert_eq!(plan.fresh(&[]).unwrap(), [&entry(0)]);
        assert_eq!(plan.metadata(), Some(&later));
    }
}
