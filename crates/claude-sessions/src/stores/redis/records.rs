//! Records on the server: a hash for each, and a sorted set of their keys.

use std::sync::LazyLock;
use std::time::Duration;

use bytes::Bytes;
use redis::Script;

use super::store::RedisStore;
use crate::ports::{
    Changes, Expect, LARGEST_RECORD, Put, Record, Records, StoreError, StoreFuture,
};

/// The longest time of a record, in milliseconds. What ends later does not end: it is 1,000 years.
const LONGEST_TTL: u128 = 31_557_600_000_000;

/// How many keys are looked up at once, at most.
const PAGE: usize = 256;

/// Puts a record if it has the expected version. `ARGV`: the expected version (`any`, or nothing for
/// none), the value, the time in milliseconds or nothing, the key, the channel.
static PUT: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local current = redis.call('HGET', KEYS[1], 'version')
         if ARGV[1] ~= 'any' and ARGV[1] ~= (current or '') then
             return {false, redis.call('HGET', KEYS[1], 'value'), current}
         end
         local version = redis.call('INCR', KEYS[3])
         redis.call('HSET', KEYS[1], 'value', ARGV[2], 'version', version)
         redis.call('PERSIST', KEYS[1])
         if ARGV[3] ~= '' then redis.call('PEXPIRE', KEYS[1], ARGV[3]) end
         redis.call('ZADD', KEYS[2], 0, ARGV[4])
         redis.call('PUBLISH', ARGV[5], '')
         return {version, false, false}",
    )
});

/// Removes a record if it has the expected version. `ARGV`: as for [`PUT`], the key, the channel.
static REMOVE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local current = redis.call('HGET', KEYS[1], 'version')
         if not current or (ARGV[1] ~= 'any' and ARGV[1] ~= current) then return 0 end
         redis.call('DEL', KEYS[1])
         redis.call('ZREM', KEYS[2], ARGV[2])
         redis.call('PUBLISH', ARGV[3], '')
         return 1",
    )
});

/// Removes keys from the set whose records have ended. `KEYS`: the set, then the records; `ARGV`: the
/// keys.
static SWEEP: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "for at = 2, #KEYS do
             if redis.call('EXISTS', KEYS[at]) == 0 then redis.call('ZREM', KEYS[1], ARGV[at - 1]) end
         end
         return 1",
    )
});

/// A value and its version, if there is a record.
type Found = (Option<Vec<u8>>, Option<u64>);

fn expected(expect: Expect) -> String {
    match expect {
        Expect::Any => "any".to_owned(),
        Expect::Absent => String::new(),
        Expect::Version(version) => version.to_string(),
    }
}

fn record(key: &str, (value, version): Found) -> Option<Record> {
    Some(Record::new(key, value?, version?))
}

impl RedisStore {
    /// Reads a few records at once. Returns also the keys that have none.
    async fn found(&self, keys: &[String]) -> Result<(Vec<Record>, Vec<String>), StoreError> {
        let mut pipeline = redis::pipe();
        for key in keys {
            pipeline.cmd("HMGET").arg(self.shared.names.record(key)).arg("value").arg("version");
        }
        let asked = pipeline.query_async(&mut self.connection()).await;
        let found: Vec<Found> = asked.map_err(super::error::failed)?;
        let (mut records, mut ended) = (Vec::new(), Vec::new());
        for (key, found) in keys.iter().zip(found) {
            match record(key, found) {
                Some(record) => records.push(record),
                None => ended.push(key.clone()),
            }
        }
        Ok((records, ended))
    }

    async fn sweep(&self, ended: &[String]) -> Result<(), StoreError> {
        let mut script = SWEEP.prepare_invoke();
        script.key(self.shared.names.records());
        for key in ended {
            script.key(self.shared.names.record(key)).arg(key);
        }
        if ended.is_empty() { Ok(()) } else { self.run(&script).await }
    }
}

impl Records for RedisStore {
    fn get<'a>(&'a self, key: &'a str) -> StoreFuture<'a, Option<Record>> {
        Box::pin(async move {
            let mut command = redis::cmd("HMGET");
            command.arg(self.shared.names.record(key)).arg("value").arg("version");
            Ok(record(key, self.ask(&command).await?))
        })
    }

    fn put<'a>(
        &'a self,
        key: &'a str,
        value: Bytes,
        expect: Expect,
        ttl: Option<Duration>,
    ) -> StoreFuture<'a, Put> {
        Box::pin(async move {
            if value.len() > LARGEST_RECORD {
                let size = value.len();
                return Err(StoreError::TooLarge { size, limit: LARGEST_RECORD });
            }
            let names = &self.shared.names;
            // A time of 0 would end it before it was there.
            let ttl = ttl.map(|ttl| ttl.as_millis().max(1)).filter(|ttl| *ttl < LONGEST_TTL);
            let mut script = PUT.prepare_invoke();
            script.key(names.record(key)).key(names.records()).key(names.version());
            script.arg(expected(expect)).arg(&value[..]);
            script.arg(ttl.map(|ttl| ttl.to_string()).unwrap_or_default());
            script.arg(key).arg(names.channel());
            let put: (Option<u64>, Option<Vec<u8>>, Option<u64>) = self.run(&script).await?;
            self.shared.notices.changed();
            Ok(match put {
                (Some(version), ..) => Put::Stored { version },
                (None, value, version) => Put::Refused { current: record(key, (value, version)) },
            })
        })
    }

    fn remove<'a>(&'a self, key: &'a str, expect: Expect) -> StoreFuture<'a, bool> {
        Box::pin(async move {
            let names = &self.shared.names;
            let mut script = REMOVE.prepare_invoke();
            script.key(names.record(key)).key(names.records());
            script.arg(expected(expect)).arg(key).arg(names.channel());
            let removed = self.run(&script).await?;
            self.shared.notices.changed();
            Ok(removed)
        })
    }

    fn list<'a>(
        &'a self,
        prefix: &'a str,
        after: Option<&'a str>,
        limit: usize,
    ) -> StoreFuture<'a, Vec<Record>> {
        Box::pin(async move {
            let (mut from, mut listed) = (begin(prefix, after), Vec::new());
            while listed.len() < limit {
                let count = PAGE.min(limit - listed.len());
                let mut command = redis::cmd("ZRANGEBYLEX");
                command.arg(self.shared.names.records()).arg(&from[..]).arg(behind(prefix));
                command.arg("LIMIT").arg(0).arg(count);
                let keys: Vec<String> = self.ask(&command).await?;
                let Some(last) = keys.last() else { break };
                from = bound(b'(', last.as_bytes());
                let (records, ended) = self.found(&keys).await?;
                listed.extend(records);
                self.sweep(&ended).await?;
                if keys.len() < count {
                    break;
                }
            }
            Ok(listed)
        })
    }

    fn watch<'a>(&'a self, prefix: &'a str) -> Changes<'a> {
        self.shared.notices.watch(self, prefix)
    }
}

/// A bound of a range of keys: `[` with the key itself, `(` without.
fn bound(kind: u8, key: &[u8]) -> Vec<u8> {
    std::iter::once(kind).chain(key.iter().copied()).collect()
}

fn begin(prefix: &str, after: Option<&str>) -> Vec<u8> {
    match after {
        Some(after) if after >= prefix => bound(b'(', after.as_bytes()),
        _ => bound(b'[', prefix.as_bytes()),
    }
}

/// The bound behind all keys with this prefix.
fn behind(prefix: &str) -> Vec<u8> {
    let mut bytes = prefix.as_bytes().to_vec();
    let Some(last) = bytes.last_mut() else { return b"+".to_vec() };
    // No byte of UTF-8 is 0xff.
    *last += 1;
    bound(b'(', &bytes)
}
