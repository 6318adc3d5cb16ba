//! Following: history, then what is said now, in one stream.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;

use futures_core::Stream;
use futures_util::stream;

use super::item::LogItem;
use crate::ports::{Journal, StoreError};

/// How many items are read at once.
const PAGE: usize = 256;

/// What a reader of a log gets.
///
/// # Examples
///
/// ```
/// use claude_sessions::Followed;
///
/// assert_ne!(Followed::Gap { from: 1, to: 3 }, Followed::Gap { from: 1, to: 4 });
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Followed {
    /// The next item.
    Item(LogItem),
    /// Items that were removed before they were read.
    Gap {
        /// The number of the first.
        from: u64,
        /// The number of the last.
        to: u64,
    },
}

/// A stream of items that does not end.
pub(super) type Following = Pin<Box<dyn Stream<Item = Result<Followed, StoreError>> + Send>>;

struct Reader {
    journal: Arc<dyn Journal>,
    stream: String,
    /// The number of the last item that was returned or reported as missing.
    after: u64,
    items: VecDeque<Followed>,
}

/// Reads a stream after this number, and then follows it.
pub(super) fn follow(journal: Arc<dyn Journal>, stream: String, after: u64) -> Following {
    let reader = Reader { journal, stream, after, items: VecDeque::new() };
    Box::pin(stream::unfold(reader, |mut reader| async move {
        let next = reader.next().await;
        Some((next, reader))
    }))
}

impl Reader {
    async fn next(&mut self) -> Result<Followed, StoreError> {
        loop {
            if let Some(item) = self.items.pop_front() {
                return Ok(item);
            }
            let page = self.journal.read(&self.stream, self.after, PAGE).await?;
            let first = match page.first() {
                Some(item) => item.seq,
                // All that was there may have been removed.
                None => self.journal.extent(&self.stream).await?.oldest,
            };
            if first > self.after + 1 {
                self.items.push_back(Followed::Gap { from: self.after + 1, to: first - 1 });
                self.after = first - 1;
            }
            if let Some(last) = page.last() {
                self.after = last.seq;
                self.items.extend(page.into_iter().map(LogItem::read).map(Followed::Item));
            } else if self.items.is_empty() {
                self.journal.changed(&self.stream, self.after).await?;
            }
        }
    }
}
