//! State: what an append must know of a log, and the script that reads it at one moment.

use std::sync::LazyLock;

use redis::Script;

use super::names::LogNames;
use super::store::RedisStore;
use crate::ports::{Entry, Plan, StoreError, Summary};

/// Reads a log: the session's revision and epoch, the log's length and summary.
static STATE: LazyLock<Script> = LazyLock::new(|| {
    Script::new(
        "local session = redis.call('HMGET', KEYS[1], 'revision', 'epoch')
         return {session[1] or '0', session[2], redis.call('LLEN', KEYS[2]),
                 redis.call('HGET', KEYS[3], 'summary')}",
    )
});

/// A log at one moment. It is that moment as long as the revision is the same.
pub(super) struct State {
    pub(super) revision: String,
    pub(super) epoch: Option<u64>,
    pub(super) len: u64,
    pub(super) summary: Summary,
}

impl RedisStore {
    pub(super) async fn state(&self, names: &LogNames) -> Result<State, StoreError> {
        let mut script = STATE.prepare_invoke();
        script.key(&names.session).key(&names.lines).key(&names.about);
        let (revision, epoch, len, summary): (String, Option<u64>, u64, Option<String>) =
            self.run(&script).await?;
        Ok(State { revision, epoch, len, summary: read_summary(summary.as_deref())? })
    }

    /// Reads the entries of the log that the batch has, too.
    pub(super) async fn overlap(
        &self,
        names: &LogNames,
        plan: &Plan<'_>,
    ) -> Result<Vec<Entry>, StoreError> {
        let range = plan.overlap();
        if range.is_empty() {
            return Ok(Vec::new());
        }
        let mut command = redis::cmd("LRANGE");
        command.arg(&names.lines).arg(range.start).arg(range.end - 1);
        let lines: Vec<Vec<u8>> = self.ask(&command).await?;
        range.zip(lines).map(|(at, line)| read_entry(line, at)).collect()
    }

    /// Returns the entries whose UUIDs the log does not have.
    pub(super) async fn unknown<'b>(
        &self,
        names: &LogNames,
        entries: &[&'b Entry],
    ) -> Result<Vec<&'b Entry>, StoreError> {
        let uuids: Vec<_> = entries.iter().filter_map(|entry| entry.uuid()).collect();
        let mut known = std::collections::HashSet::new();
        if !uuids.is_empty() {
            let mut command = redis::cmd("HMGET");
            command.arg(&names.uuids);
            for uuid in &uuids {
                command.arg(&uuid.as_bytes()[..]);
            }
            let found: Vec<Option<u8>> = self.ask(&command).await?;
            known.extend(uuids.iter().zip(found).filter_map(|(uuid, found)| found.map(|_| *uuid)));
        }
        let is_new = |entry: &&&Entry| entry.uuid().is_none_or(|uuid| known.insert(uuid));
        Ok(entries.iter().filter(is_new).copied().collect())
    }
}

/// Reads a stored line.
pub(super) fn read_entry(line: Vec<u8>, at: u64) -> Result<Entry, StoreError> {
    Entry::new(line).map_err(|_| StoreError::Corrupt { at })
}

/// Reads a stored summary.
pub(super) fn read_summary(text: Option<&str>) -> Result<Summary, StoreError> {
    let Some(text) = text else { return Ok(Summary::default()) };
    serde_json::from_str(text).map_err(|_| StoreError::Corrupt { at: 0 })
}
