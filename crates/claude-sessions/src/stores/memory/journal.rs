//! Journals in memory.

use std::collections::{BTreeMap, VecDeque};

use bytes::Bytes;

use super::store::MemoryStore;
use crate::ports::{Extent, Journal, JournalItem, StoreError, StoreFuture};

/// The streams by their names.
#[derive(Default)]
pub(super) struct Streams {
    streams: BTreeMap<String, Stream>,
}

#[derive(Default)]
struct Stream {
    extent: Extent,
    /// From `extent.oldest` on.
    items: VecDeque<JournalItem>,
}

impl Streams {
    fn write(
        &mut self,
        stream: &str,
        next: u64,
        epoch: u64,
        items: &[Bytes],
    ) -> Result<u64, StoreError> {
        let stream = self.streams.entry(stream.to_owned()).or_default();
        let extent = &mut stream.extent;
        if epoch < extent.epoch {
            return Err(StoreError::Fenced { epoch: extent.epoch });
        }
        if next != extent.next {
            return Err(StoreError::Conflict { at: extent.next });
        }
        extent.epoch = epoch;
        for body in items {
            stream.items.push_back(JournalItem::new(extent.next, epoch, body.clone()));
            extent.next += 1;
        }
        Ok(extent.next)
    }

    fn read(&self, stream: &str, after: u64, limit: usize) -> Vec<JournalItem> {
        let Some(stream) = self.streams.get(stream) else { return Vec::new() };
        let begin = stream.items.partition_point(|item| item.seq <= after);
        stream.items.range(begin..).take(limit).cloned().collect()
    }

    fn extent(&self, stream: &str) -> Extent {
        self.streams.get(stream).map(|stream| stream.extent).unwrap_or_default()
    }

    fn trim(&mut self, stream: &str, before: u64) {
        let Some(stream) = self.streams.get_mut(stream) else { return };
        let Extent { oldest, next, .. } = &mut stream.extent;
        *oldest = before.clamp(*oldest, *next);
        let kept = stream.items.partition_point(|item| item.seq < *oldest);
        stream.items.drain(..kept);
    }
}

impl Journal for MemoryStore {
    fn write<'a>(
        &'a self,
        stream: &'a str,
        next: u64,
        epoch: u64,
        items: &'a [Bytes],
    ) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            let next = self.kept().streams.write(stream, next, epoch, items)?;
            self.changed();
            Ok(next)
        })
    }

    fn read<'a>(
        &'a self,
        stream: &'a str,
        after: u64,
        limit: usize,
    ) -> StoreFuture<'a, Vec<JournalItem>> {
        Box::pin(async move { Ok(self.kept().streams.read(stream, after, limit)) })
    }

    fn extent<'a>(&'a self, stream: &'a str) -> StoreFuture<'a, Extent> {
        Box::pin(async move { Ok(self.kept().streams.extent(stream)) })
    }

    fn trim<'a>(&'a self, stream: &'a str, before: u64) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            self.kept().streams.trim(stream, before);
            Ok(())
        })
    }

    fn changed<'a>(&'a self, stream: &'a str, after: u64) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let mut revision = self.shared.revision.subscribe();
            while self.kept().streams.extent(stream).next <= after + 1 {
                if revision.changed().await.is_err() {
                    break;
                }
            }
            Ok(())
        })
    }
}
