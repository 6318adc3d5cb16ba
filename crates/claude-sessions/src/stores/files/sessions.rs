//! Sessions in files: the port.

use std::collections::VecDeque;

use bytes::Bytes;
use futures_util::stream;

use super::disk::Folder;
use super::failure::failed;
use super::len::{self, Len, Log};
use super::lines::Lines;
use super::log::{self, Opened};
use super::names::{decode, encode, is_partial};
use super::place::enter;
use super::store::{FileStore, Lock};
use crate::ports::{
    Appended, Batch, Capabilities, Entries, Entry, SessionKey, SessionStore, StoreError,
    StoreFuture, StoredSession, StoredSummary,
};

/// How deep the folders of a session are searched.
const DEPTH: usize = 1024;

fn lock(key: &SessionKey) -> Lock {
    Lock::of(&["session", key.project(), key.session().as_str()])
}

impl SessionStore for FileStore {
    fn append<'a>(&'a self, key: &'a SessionKey, batch: &'a Batch) -> StoreFuture<'a, Appended> {
        Box::pin(async move {
            let (of, batch) = (key.clone(), batch.clone());
            self.locked(lock(key), move |shared| {
                log::append(&shared.root, &shared.uuids, &of, &batch)
            })
            .await
        })
    }

    fn load<'a>(&'a self, key: &'a SessionKey, from: u64) -> StoreFuture<'a, Option<Entries<'a>>> {
        Box::pin(async move {
            let of = key.clone();
            let opened =
                self.reading(lock(key), move |shared| log::open(&shared.root, &of, from)).await?;
            Ok(opened.map(|opened| self.stream(opened)))
        })
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::ALL
    }

    fn list_sessions<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSession>> {
        Box::pin(async move {
            let logs = self.logs(project).await?;
            Ok(logs.into_iter().map(|(session, _)| session).collect())
        })
    }

    fn list_summaries<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSummary>> {
        Box::pin(async move {
            let logs = self.logs(project).await?;
            let summary = |(session, log): (_, Log)| {
                StoredSummary::new(session, log.summary.unwrap_or_default())
            };
            Ok(logs.into_iter().map(summary).collect())
        })
    }

    fn delete<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let of = key.clone();
            self.locked(lock(key), move |shared| log::delete(&shared.root, &of)).await
        })
    }

    fn list_subkeys<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Vec<String>> {
        Box::pin(async move {
            let of = key.clone();
            self.reading(lock(key), move |shared| {
                let parts: Vec<_> =
                    encode(of.project()).into_iter().chain(encode(of.session().as_str())).collect();
                let mut found = Vec::new();
                if let Some(folder) = enter(&shared.root, &parts)? {
                    subpaths(&folder, &mut Path::default(), &mut found, DEPTH)?;
                }
                found.retain(|path| of.with_subpath(path.as_str()).is_ok());
                found.sort_unstable();
                Ok(found)
            })
            .await
        })
    }
}

impl FileStore {
    /// Returns the main logs of a project.
    async fn logs(&self, project: &str) -> Result<Vec<(StoredSession, Log)>, StoreError> {
        let project = project.to_owned();
        self.looking(move |shared| {
            let mut logs = Vec::new();
            let Some(folder) = enter(&shared.root, &encode(&project))? else { return Ok(logs) };
            for found in folder.entries().map_err(failed)? {
                let Some(stem) = found.name.strip_suffix(len::SUFFIX) else { continue };
                let id = decode(&[stem.to_owned()]);
                let Some(key) = id.and_then(|id| SessionKey::new(project.as_str(), id).ok()) else {
                    continue;
                };
                // Another process may just delete it.
                if let Some(log) = Len::read(&folder, stem)?.and_then(|len| len.log) {
                    logs.push((StoredSession::new(key.session().clone(), log.modified()), log));
                }
            }
            Ok(logs)
        })
        .await
    }

    fn stream<'a>(&'a self, opened: Opened) -> Entries<'a> {
        let Opened { lines, metadata } = opened;
        let at = lines.at;
        let state = Reading { lines: Some(lines), page: VecDeque::new(), at, metadata };
        Box::pin(stream::try_unfold(state, move |state| self.next(state)))
    }

    async fn next(&self, mut state: Reading) -> Result<Option<(Entry, Reading)>, StoreError> {
        loop {
            if let Some(line) = state.page.pop_front() {
                let entry = Entry::new(line).map_err(|_| StoreError::Corrupt { at: state.at })?;
                state.at += 1;
                return Ok(Some((entry, state)));
            }
            let Some(mut lines) = state.lines.take() else {
                return Ok(state.metadata.take().map(|metadata| (metadata, state)));
            };
            let (page, lines) = self.looking(move |_| Ok((lines.page()?, lines))).await?;
            if !page.is_empty() {
                state.lines = Some(lines);
            }
            state.page = page.into();
        }
    }
}

/// A log that is being read.
struct Reading {
    lines: Option<Lines>,
    page: VecDeque<Bytes>,
    /// The position of the first line of the page.
    at: u64,
    metadata: Option<Entry>,
}

/// A path that is being searched: its names, and the parts of the next one.
#[derive(Default)]
struct Path {
    names: Vec<String>,
    parts: Vec<String>,
}

fn subpaths(
    folder: &Folder,
    path: &mut Path,
    found: &mut Vec<String>,
    depth: usize,
) -> Result<(), StoreError> {
    if depth == 0 {
        return Ok(());
    }
    for entry in folder.entries().map_err(failed)? {
        if let Some(stem) = entry.name.strip_suffix(len::SUFFIX) {
            path.parts.push(stem.to_owned());
            let name = decode(&path.parts);
            path.parts.pop();
            let exists = Len::read(folder, stem)?.is_some_and(|len| len.log.is_some());
            if let Some(name) = name.filter(|_| exists) {
                let names = path.names.iter().map(String::as_str).chain([name.as_str()]);
                found.push(names.collect::<Vec<_>>().join("/"));
            }
            continue;
        }
        if !entry.is_folder {
            continue;
        }
        let Some(inner) = folder.enter(&entry.name).map_err(failed)? else { continue };
        let is_partial = is_partial(&entry.name);
        path.parts.push(entry.name);
        if is_partial {
            subpaths(&inner, path, found, depth - 1)?;
            path.parts.pop();
        } else {
            let parts = std::mem::take(&mut path.parts);
            if let Some(name) = decode(&parts) {
                path.names.push(name);
                subpaths(&inner, path, found, depth - 1)?;
                path.names.pop();
            }
            path.parts = parts;
            path.parts.pop();
        }
    }
    Ok(())
}
