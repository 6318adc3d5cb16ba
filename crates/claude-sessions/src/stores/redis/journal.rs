//! Journals on the server: a stream for each. The ID of an item is its number and `-0`.

use std::sync::LazyLock;

use bytes::Bytes;
use redis::Script;
use redis::streams::StreamRangeReply;

use super::store::RedisStore;
use crate::ports::{Extent, Journal, JournalItem, StoreError, StoreFuture};

/// Writes items if the numbers are the ones given. Numbers are compared as texts: those of scripts
/// are not exact above 2^53. `ARGV`: next and epoch before, next and epoch after, the channel, then pairs of
/// a number and a body.
static WRITE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local extent = redis.call('HMGET', KEYS[1], 'next', 'epoch')
         if (extent[1] or '1') ~= ARGV[1] or (extent[2] or '0') ~= ARGV[2] then return 0 end
         redis.call('HSET', KEYS[1], 'next', ARGV[3], 'epoch', ARGV[4])
         for at = 6, #ARGV, 2 do
             redis.call('XADD', KEYS[2], ARGV[at] .. '-0', 'epoch', ARGV[4], 'body', ARGV[at + 1])
         end
         redis.call('PUBLISH', ARGV[5], '')
         return 1",
    )
});

/// Removes items if the oldest number is the one given. `ARGV`: oldest before and after.
static TRIM: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "if (redis.call('HGET', KEYS[1], 'oldest') or '1') ~= ARGV[1] then return 0 end
         redis.call('HSET', KEYS[1], 'oldest', ARGV[2])
         redis.call('XTRIM', KEYS[2], 'MINID', '=', ARGV[2] .. '-0')
         return 1",
    )
});

impl RedisStore {
    async fn write_items(
        &self,
        stream: &str,
        next: u64,
        epoch: u64,
        items: &[Bytes],
    ) -> Result<u64, StoreError> {
        let names = &self.shared.names;
        loop {
            let extent = self.extent_of(stream).await?;
            if epoch < extent.epoch {
                return Err(StoreError::Fenced { epoch: extent.epoch });
            }
            if next != extent.next {
                return Err(StoreError::Conflict { at: extent.next });
            }
            let after = next + items.len() as u64;
            let mut script = WRITE.prepare_invoke();
            script.key(names.extent(stream)).key(names.items(stream));
            script.arg(extent.next).arg(extent.epoch).arg(after).arg(epoch).arg(names.channel());
            for (seq, item) in (next..after).zip(items) {
                script.arg(seq).arg(&item[..]);
            }
            if self.run(&script).await? {
                self.shared.notices.changed();
                return Ok(after);
            }
        }
    }

    async fn extent_of(&self, stream: &str) -> Result<Extent, StoreError> {
        let mut command = redis::cmd("HMGET");
        command.arg(self.shared.names.extent(stream)).arg("oldest").arg("next").arg("epoch");
        let (oldest, next, epoch): (Option<u64>, Option<u64>, Option<u64>) =
            self.ask(&command).await?;
        let new = Extent::default();
        Ok(Extent::new(
            oldest.unwrap_or(new.oldest),
            next.unwrap_or(new.next),
            epoch.unwrap_or(new.epoch),
        ))
    }

    async fn trim_items(&self, stream: &str, before: u64) -> Result<(), StoreError> {
        let names = &self.shared.names;
        loop {
            let extent = self.extent_of(stream).await?;
            let oldest = before.clamp(extent.oldest, extent.next);
            if oldest == extent.oldest {
                return Ok(());
            }
            let mut script = TRIM.prepare_invoke();
            script.key(names.extent(stream)).key(names.items(stream));
            script.arg(extent.oldest).arg(oldest);
            if self.run(&script).await? {
                return Ok(());
            }
        }
    }

    async fn read_items(
        &self,
        stream: &str,
        after: u64,
        limit: usize,
    ) -> Result<Vec<JournalItem>, StoreError> {
        // There is no range of no items, and none behind the highest number.
        let Some(from) = after.checked_add(1).filter(|_| limit > 0) else { return Ok(Vec::new()) };
        let mut command = redis::cmd("XRANGE");
        command.arg(self.shared.names.items(stream)).arg(format!("{from}-0")).arg("+");
        command.arg("COUNT").arg(i64::try_from(limit).unwrap_or(i64::MAX));
        let reply: StreamRangeReply = self.ask(&command).await?;
        let items = reply.ids.into_iter().map(|item| {
            let seq = item.id.split('-').next().and_then(|seq| seq.parse().ok());
            let (epoch, body) = (item.get::<u64>("epoch"), item.get::<Vec<u8>>("body"));
            match (seq, epoch, body) {
                (Some(seq), Some(epoch), Some(body)) => Ok(JournalItem::new(seq, epoch, body)),
                (seq, ..) => Err(StoreError::Corrupt { at: seq.unwrap_or(from) }),
            }
        });
        items.collect()
    }
}

impl Journal for RedisStore {
    fn write<'a>(
        &'a self,
        stream: &'a str,
        next: u64,
        epoch: u64,
        items: &'a [Bytes],
    ) -> StoreFuture<'a, u64> {
        Box::pin(self.write_items(stream, next, epoch, items))
    }

    fn read<'a>(
        &'a self,
        stream: &'a str,
        after: u64,
        limit: usize,
    ) -> StoreFuture<'a, Vec<JournalItem>> {
        Box::pin(self.read_items(stream, after, limit))
    }

    fn extent<'a>(&'a self, stream: &'a str) -> StoreFuture<'a, Extent> {
        Box::pin(self.extent_of(stream))
    }

    fn trim<'a>(&'a self, stream: &'a str, before: u64) -> StoreFuture<'a, ()> {
        Box::pin(self.trim_items(stream, before))
    }

    fn changed<'a>(&'a self, stream: &'a str, after: u64) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let mut waiting = self.shared.notices.waiting();
            while self.extent_of(stream).await?.next <= after.saturating_add(1) {
                waiting.wait().await;
            }
            Ok(())
        })
    }
}
