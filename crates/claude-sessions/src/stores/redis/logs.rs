//! Logs: sessions on the server. An append reads the state of a log, decides, and runs a script that
//! writes if the session's revision is still the same; else it begins again.

use std::sync::LazyLock;
use std::time::{Duration, SystemTime};

use redis::Script;

use super::load;
use super::names::LogNames;
use super::state::{State, read_summary};
use super::store::RedisStore;
use crate::ports::{
    Appended, Batch, Capabilities, Entries, Entry, Plan, SessionKey, SessionStore, StoreError,
    StoreFuture, StoredSession, StoredSummary, Summary,
};

/// Writes a batch if the revision is the one given. `ARGV`: revision, epoch, subpath, summary,
/// metadata, whether there is a log, then pairs of a UUID (or nothing) and a line.
static WRITE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local session, lines, uuids, about, subpaths = unpack(KEYS)
         if (redis.call('HGET', session, 'revision') or '0') ~= ARGV[1] then return 0 end
         redis.call('HINCRBY', session, 'revision', 1)
         if ARGV[2] ~= '' then redis.call('HSET', session, 'epoch', ARGV[2]) end
         if ARGV[6] == '' then return 1 end
         local now = redis.call('TIME')
         local millis = now[1] .. string.format('%03d', math.floor(tonumber(now[2]) / 1000))
         if redis.call('HSETNX', about, 'born', ARGV[1]) == 1 and ARGV[3] ~= '' then
             redis.call('SADD', subpaths, ARGV[3])
         end
         redis.call('HSET', about, 'modified', millis, 'summary', ARGV[4])
         if ARGV[5] ~= '' then redis.call('HSET', about, 'metadata', ARGV[5]) end
         for at = 7, #ARGV, 2 do
             if ARGV[at] ~= '' then redis.call('HSET', uuids, ARGV[at], 1) end
             redis.call('RPUSH', lines, ARGV[at + 1])
         end
         return 1",
    )
});

/// Deletes logs if the revision is the one given.
static DELETE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "if (redis.call('HGET', KEYS[1], 'revision') or '0') ~= ARGV[1] then return 0 end
         redis.call('HINCRBY', KEYS[1], 'revision', 1)
         for at = 2, #ARGV do redis.call('SREM', KEYS[2], ARGV[at]) end
         for at = 3, #KEYS do redis.call('UNLINK', KEYS[at]) end
         return 1",
    )
});

impl RedisStore {
    async fn append_to(&self, key: &SessionKey, batch: &Batch) -> Result<Appended, StoreError> {
        let names = self.shared.names.log(key);
        let placed = batch.entries.iter().filter(|entry| !entry.is_metadata()).count();
        loop {
            let state = self.state(&names).await?;
            let plan = Plan::new(batch, state.len, state.epoch)?;
            let stored = self.overlap(&names, &plan).await?;
            let fresh = plan.fresh(&stored)?;
            let writes = !fresh.is_empty() || plan.metadata().is_some();
            if !writes && batch.fence <= state.epoch {
                return Ok(Appended::new(state.len, placed));
            }
            let fresh = if plan.is_unplaced() {
                self.unknown(&names, fresh).await?
            } else {
                fresh.to_vec()
            };
            let (len, skipped) = (state.len + fresh.len() as u64, placed - fresh.len());
            let metadata = plan.metadata().filter(|_| writes);
            if self.write_to(key, &names, state, batch.fence, writes, &fresh, metadata).await? {
                return Ok(Appended::new(len, skipped));
            }
        }
    }

    /// Returns whether the state was still the same.
    #[expect(clippy::too_many_arguments, reason = "one script")]
    async fn write_to(
        &self,
        key: &SessionKey,
        names: &LogNames,
        mut state: State,
        fence: Option<u64>,
        writes: bool,
        fresh: &[&Entry],
        metadata: Option<&Entry>,
    ) -> Result<bool, StoreError> {
        if writes && key.subpath().is_none() {
            // Before the log is there: a session that is not listed would be lost.
            let mut command = redis::cmd("ZADD");
            let project = self.shared.names.project(key.project());
            command.arg(project).arg(0).arg(key.session().as_str());
            self.ask::<()>(&command).await?;
        }
        state.summary.fold(fresh.iter().copied());
        let summary = serde_json::to_string(&state.summary).map_err(StoreError::unavailable)?;
        let epoch = fence.max(state.epoch).map(|epoch| epoch.to_string()).unwrap_or_default();
        let mut script = WRITE.prepare_invoke();
        script.key(&names.session).key(&names.lines).key(&names.uuids);
        script.key(&names.about).key(&names.subpaths);
        script.arg(&state.revision).arg(epoch).arg(key.subpath().unwrap_or_default());
        script.arg(summary).arg(metadata.map(Entry::as_str).unwrap_or_default());
        script.arg(if writes { "log" } else { "" });
        for entry in fresh {
            let uuid = entry.uuid();
            script.arg(uuid.as_ref().map(|uuid| &uuid.as_bytes()[..]).unwrap_or_default());
            script.arg(&entry.bytes()[..]);
        }
        self.run(&script).await
    }

    async fn delete_from(&self, key: &SessionKey) -> Result<(), StoreError> {
        loop {
            // The revision and the epoch stay: an old writer must not come back.
            let names = self.shared.names.log(key);
            let state = self.state(&names).await?;
            if state.revision == "0" {
                return Ok(());
            }
            let mut keys = vec![key.clone()];
            if key.subpath().is_none() {
                for subpath in self.subpaths(key).await? {
                    keys.push(key.with_subpath(subpath)?);
                }
            }
            let mut script = DELETE.prepare_invoke();
            script.key(&names.session).key(&names.subpaths).arg(&state.revision);
            for key in &keys {
                let names = self.shared.names.log(key);
                script.key(names.lines).key(names.uuids).key(names.about);
                script.arg(key.subpath().unwrap_or_default());
            }
            if self.run(&script).await? {
                return Ok(());
            }
        }
    }

    async fn subpaths(&self, key: &SessionKey) -> Result<Vec<String>, StoreError> {
        let mut command = redis::cmd("SMEMBERS");
        command.arg(self.shared.names.log(key).subpaths);
        let mut subpaths: Vec<String> = self.ask(&command).await?;
        subpaths.sort_unstable();
        Ok(subpaths)
    }

    /// Lists the main logs of a project. Sessions that were deleted are in the set, but have none.
    async fn list(&self, project: &str) -> Result<Vec<StoredSummary>, StoreError> {
        let mut command = redis::cmd("ZRANGE");
        command.arg(self.shared.names.project(project)).arg(0).arg(-1);
        let sessions: Vec<String> = self.ask(&command).await?;
        let mut listed = Vec::with_capacity(sessions.len());
        for session in sessions {
            let key = SessionKey::new(project, session.as_str())?;
            let mut command = redis::cmd("HMGET");
            command.arg(self.shared.names.log(&key).about).arg("modified").arg("summary");
            let (modified, summary): (Option<u64>, Option<String>) = self.ask(&command).await?;
            let Some(modified) = modified else { continue };
            let modified = SystemTime::UNIX_EPOCH + Duration::from_millis(modified);
            let summary: Summary = read_summary(summary.as_deref())?;
            listed.push(StoredSummary::new(StoredSession::new(session, modified), summary));
        }
        Ok(listed)
    }
}

impl SessionStore for RedisStore {
    fn append<'a>(&'a self, key: &'a SessionKey, batch: &'a Batch) -> StoreFuture<'a, Appended> {
        Box::pin(self.append_to(key, batch))
    }

    fn load<'a>(&'a self, key: &'a SessionKey, from: u64) -> StoreFuture<'a, Option<Entries<'a>>> {
        Box::pin(load::load(self, key, from))
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::ALL
    }

    fn list_sessions<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSession>> {
        Box::pin(async move {
            Ok(self.list(project).await?.into_iter().map(|listed| listed.session).collect())
        })
    }

    fn list_summaries<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSummary>> {
        Box::pin(self.list(project))
    }

    fn delete<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        Box::pin(self.delete_from(key))
    }

    fn list_subkeys<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Vec<String>> {
        Box::pin(self.subpaths(key))
    }
}
