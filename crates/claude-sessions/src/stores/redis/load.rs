//! Load: reads a log in pages.

use std::collections::VecDeque;
use std::sync::LazyLock;

use futures_util::stream;
use redis::Script;

use super::names::LogNames;
use super::state::read_entry;
use super::store::RedisStore;
use crate::ports::{Entries, Entry, SessionKey, StoreError};

/// The most entries of a page.
const PAGE: u64 = 512;
/// The size at which a page ends, in bytes.
const PAGE_BYTES: usize = 1 << 20;

/// Returns when the log was created, its length, and the description of the subagent.
static BEGIN: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local about = redis.call('HMGET', KEYS[2], 'born', 'metadata')
         return {about[1], redis.call('LLEN', KEYS[1]), about[2]}",
    )
});

/// Returns lines of the log, a few at a time until they are enough, if it is still the same log.
/// `ARGV`: when it was created, the first line, the last one, the size.
static READ: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "if redis.call('HGET', KEYS[2], 'born') ~= ARGV[1] then return {} end
         local page, size, at = {}, 0, tonumber(ARGV[2])
         local last, most = tonumber(ARGV[3]), tonumber(ARGV[4])
         while at <= last and size < most do
             local few = redis.call('LRANGE', KEYS[1], at, math.min(at + 3, last))
             if #few == 0 then break end
             for _, line in ipairs(few) do
                 page[#page + 1] = line
                 size = size + #line
             end
             at = at + #few
         end
         return page",
    )
});

/// What is left to read.
struct Reading<'s> {
    store: &'s RedisStore,
    names: LogNames,
    born: String,
    next: u64,
    /// The length when the reading began: what is appended later is not read.
    end: u64,
    page: VecDeque<Entry>,
    metadata: Option<Entry>,
}

pub(super) async fn load<'s>(
    store: &'s RedisStore,
    key: &SessionKey,
    from: u64,
) -> Result<Option<Entries<'s>>, StoreError> {
    let names = store.shared.names.log(key);
    let mut script = BEGIN.prepare_invoke();
    script.key(&names.lines).key(&names.about);
    let (born, end, metadata): (Option<String>, u64, Option<Vec<u8>>) = store.run(&script).await?;
    let Some(born) = born else { return Ok(None) };
    let metadata = metadata.map(|line| read_entry(line, end)).transpose()?;
    let next = from.min(end);
    let reading = Reading { store, names, born, next, end, page: VecDeque::new(), metadata };
    let entries = stream::try_unfold(reading, |mut reading| async move {
        Ok(reading.entry().await?.map(|entry| (entry, reading)))
    });
    Ok(Some(Box::pin(entries)))
}

impl Reading<'_> {
    async fn entry(&mut self) -> Result<Option<Entry>, StoreError> {
        if self.page.is_empty() && self.next < self.end {
            self.read().await?;
        }
        Ok(self.page.pop_front().or_else(|| self.metadata.take()))
    }

    async fn read(&mut self) -> Result<(), StoreError> {
        let last = self.end.min(self.next + PAGE) - 1;
        let mut script = READ.prepare_invoke();
        script.key(&self.names.lines).key(&self.names.about);
        script.arg(&self.born).arg(self.next).arg(last).arg(PAGE_BYTES);
        let lines: Vec<Vec<u8>> = self.store.run(&script).await?;
        if lines.is_empty() {
            // The log was deleted meanwhile.
            return Err(StoreError::Corrupt { at: self.next });
        }
        for line in lines {
            self.page.push_back(read_entry(line, self.next)?);
            self.next += 1;
        }
        Ok(())
    }
}
