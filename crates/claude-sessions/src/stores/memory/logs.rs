//! Logs: sessions in memory.

use std::collections::{BTreeMap, HashSet};
use std::ops::Bound;
use std::time::{Duration, SystemTime};

use futures_util::stream;
use uuid::Uuid;

use super::store::MemoryStore;
use crate::ports::{
    Appended, Batch, Capabilities, Entries, Entry, Plan, SessionKey, SessionStore, StoreError,
    StoreFuture, StoredSession, StoredSummary, Summary,
};

/// The logs, by project, session and subpath.
#[derive(Default)]
pub(super) struct Logs {
    sessions: BTreeMap<(String, String), Session>,
    /// The time of the latest append: times grow strictly.
    latest: Option<SystemTime>,
}

#[derive(Default)]
struct Session {
    /// The highest epoch of a writer.
    epoch: Option<u64>,
    /// By subpath; the main log has none.
    logs: BTreeMap<Option<String>, Log>,
}

struct Log {
    entries: Vec<Entry>,
    uuids: HashSet<Uuid>,
    metadata: Option<Entry>,
    summary: Summary,
    modified: SystemTime,
}

impl Logs {
    fn append(&mut self, key: &SessionKey, batch: &Batch) -> Result<Appended, StoreError> {
        let session = self.sessions.get(&name(key));
        let log = session.and_then(|session| session.logs.get(&subpath(key)));
        let stored = log.map_or(&[][..], |log| &log.entries);
        let plan =
            Plan::new(batch, stored.len() as u64, session.and_then(|session| session.epoch))?;
        let overlap = plan.overlap();
        let fresh = plan.fresh(&stored[position(overlap.start)..position(overlap.end)])?;
        if fresh.is_empty() && plan.metadata().is_none() && batch.fence.is_none() {
            let skipped = batch.entries.len();
            return Ok(Appended::new(stored.len() as u64, skipped));
        }

        let modified = self.now();
        let session = self.sessions.entry(name(key)).or_default();
        session.epoch = session.epoch.max(batch.fence);
        if fresh.is_empty() && plan.metadata().is_none() {
            let log = session.logs.get(&subpath(key));
            let len = log.map_or(0, |log| log.entries.len());
            return Ok(Appended::new(len as u64, batch.entries.len()));
        }
        let log = session.logs.entry(subpath(key)).or_insert_with(|| Log::new(modified));
        log.modified = modified;
        if let Some(metadata) = plan.metadata() {
            log.metadata = Some(metadata.clone());
        }
        let before = log.entries.len();
        for &entry in fresh {
            let is_new = entry.uuid().is_none_or(|uuid| log.uuids.insert(uuid));
            if is_new || !plan.is_unplaced() {
                log.summary.fold([entry]);
                log.entries.push(entry.clone());
            }
        }
        let added = log.entries.len() - before;
        let placed = batch.entries.iter().filter(|entry| !entry.is_metadata()).count();
        Ok(Appended::new(log.entries.len() as u64, placed - added))
    }

    fn now(&mut self) -> SystemTime {
        let next = self.latest.map(|latest| latest + Duration::from_millis(1));
        let now = next.into_iter().fold(SystemTime::now(), SystemTime::max);
        self.latest = Some(now);
        now
    }

    fn get(&self, key: &SessionKey) -> Option<&Log> {
        self.sessions.get(&name(key))?.logs.get(&subpath(key))
    }

    /// Returns the main logs of a project with their sessions.
    fn project(&self, project: &str) -> impl Iterator<Item = (StoredSession, &Log)> {
        let from = (project.to_owned(), String::new());
        let sessions = self.sessions.range((Bound::Included(from), Bound::Unbounded));
        let sessions = sessions.take_while(move |((name, _), _)| name == project);
        sessions.filter_map(|((_, id), session)| {
            let log = session.logs.get(&None)?;
            Some((StoredSession::new(id.as_str(), log.modified), log))
        })
    }

    fn delete(&mut self, key: &SessionKey) {
        let Some(session) = self.sessions.get_mut(&name(key)) else { return };
        match key.subpath() {
            // The epoch stays: an old writer must not come back.
            None => session.logs.clear(),
            Some(path) => drop(session.logs.remove(&Some(path.to_owned()))),
        }
    }

    fn subkeys(&self, key: &SessionKey) -> Vec<String> {
        let session = self.sessions.get(&name(key));
        session.into_iter().flat_map(|session| session.logs.keys().flatten().cloned()).collect()
    }
}

impl Log {
    fn new(modified: SystemTime) -> Self {
        Self {
            entries: Vec::new(),
            uuids: HashSet::new(),
            metadata: None,
            summary: Summary::default(),
            modified,
        }
    }
}

fn name(key: &SessionKey) -> (String, String) {
    (key.project().to_owned(), key.session().to_string())
}

fn subpath(key: &SessionKey) -> Option<String> {
    key.subpath().map(str::to_owned)
}

/// A position as an index. What does not fit is behind every end.
fn position(position: u64) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX)
}

impl SessionStore for MemoryStore {
    fn append<'a>(&'a self, key: &'a SessionKey, batch: &'a Batch) -> StoreFuture<'a, Appended> {
        Box::pin(async move { self.kept().logs.append(key, batch) })
    }

    fn load<'a>(&'a self, key: &'a SessionKey, from: u64) -> StoreFuture<'a, Option<Entries<'a>>> {
        Box::pin(async move {
            let kept = self.kept();
            let Some(log) = kept.logs.get(key) else { return Ok(None) };
            let rest = log.entries.get(position(from)..).unwrap_or_default().iter();
            let entries: Vec<_> = rest.chain(&log.metadata).cloned().map(Ok).collect();
            Ok(Some(Box::pin(stream::iter(entries)) as Entries<'a>))
        })
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::ALL
    }

    fn list_sessions<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSession>> {
        Box::pin(async move {
            Ok(self.kept().logs.project(project).map(|(session, _)| session).collect())
        })
    }

    fn list_summaries<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSummary>> {
        Box::pin(async move {
            let kept = self.kept();
            let sessions = kept.logs.project(project);
            Ok(sessions
                .map(|(session, log)| StoredSummary::new(session, log.summary.clone()))
                .collect())
        })
    }

    fn delete<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            self.kept().logs.delete(key);
            Ok(())
        })
    }

    fn list_subkeys<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Vec<String>> {
        Box::pin(async move { Ok(self.kept().logs.subkeys(key)) })
    }
}
