//! Journal: the port that keeps numbered items.

use bytes::Bytes;

use super::store::StoreFuture;

/// Keeps streams of items that are numbered from 1 without gaps. One writer at a time appends; any
/// number of readers follow, in any process.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::Journal;
/// use claude_sessions::stores::MemoryStore;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let journal = MemoryStore::new();
/// assert_eq!(journal.write("s", 1, 1, &[b"a".as_slice().into(), b"b".as_slice().into()]).await?, 3);
/// let items = journal.read("s", 1, 10).await?;
/// assert_eq!((items.len(), items[0].seq), (1, 2));
/// # Ok(())
/// # }
/// ```
pub trait Journal: Send + Sync + 'static {
    /// Appends items: all, or none. The first gets the number `next`. Returns the number that the item
    /// after the last will have.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Conflict`](super::StoreError::Conflict) with the number that is next, if that is
    ///   not `next`.
    /// - [`StoreError::Fenced`](super::StoreError::Fenced) if a writer with a higher epoch has
    ///   written, also nothing.
    fn write<'a>(
        &'a self,
        stream: &'a str,
        next: u64,
        epoch: u64,
        items: &'a [Bytes],
    ) -> StoreFuture<'a, u64>;

    /// Returns the items after the number `after`, at most `limit`. Items that were trimmed are left
    /// out: the first one returned shows by its number.
    fn read<'a>(
        &'a self,
        stream: &'a str,
        after: u64,
        limit: usize,
    ) -> StoreFuture<'a, Vec<JournalItem>>;

    /// Returns the numbers of a stream.
    fn extent<'a>(&'a self, stream: &'a str) -> StoreFuture<'a, Extent>;

    /// Removes the items before the number `before`. Their numbers do not come again.
    fn trim<'a>(&'a self, stream: &'a str, before: u64) -> StoreFuture<'a, ()>;

    /// Returns when the stream may have items after the number `after`. It may return too early.
    fn changed<'a>(&'a self, stream: &'a str, after: u64) -> StoreFuture<'a, ()>;
}

/// An item of a journal.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::JournalItem;
///
/// assert_eq!(JournalItem::new(7, 1, &b"body"[..]).seq, 7);
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct JournalItem {
    /// Its number.
    pub seq: u64,
    /// The epoch of its writer.
    pub epoch: u64,
    /// What was written.
    pub body: Bytes,
}

impl JournalItem {
    /// Makes an item.
    #[must_use]
    pub fn new(seq: u64, epoch: u64, body: impl Into<Bytes>) -> Self {
        Self { seq, epoch, body: body.into() }
    }
}

impl std::fmt::Debug for JournalItem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("JournalItem")
            .field("seq", &self.seq)
            .field("epoch", &self.epoch)
            .field("bytes", &self.body.len())
            .finish()
    }
}

/// The numbers of a stream. The default is that of a stream that nobody has written to.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::Extent;
///
/// assert_eq!(Extent::default(), Extent::new(1, 1, 0));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extent {
    /// The number of the oldest item that is kept. Equal to `next` if there is none.
    pub oldest: u64,
    /// The number that the next item will have.
    pub next: u64,
    /// The highest epoch of a writer.
    pub epoch: u64,
}

impl Extent {
    /// Makes the numbers of a stream.
    #[must_use]
    pub fn new(oldest: u64, next: u64, epoch: u64) -> Self {
        Self { oldest, next, epoch }
    }
}

impl Default for Extent {
    fn default() -> Self {
        Self::new(1, 1, 0)
    }
}
