//! Journals in files: the port, and the state of a stream.

use bytes::Bytes;
use serde::{Deserialize, Serialize};

use super::disk::Folder;
use super::failure::failed;
use super::names::encode;
use super::place::{enter, make};
use super::segments;
use super::store::{FileStore, Lock, Shared};
use crate::ports::{Extent, Journal, JournalItem, StoreError, StoreFuture};

/// The folder of the journals.
const FOLDER: &str = ".journals";
/// The suffix of the folder of one.
const SUFFIX: &str = ".journal";
/// The file with its state.
const STATE: &str = "state.json";
/// How often a read begins again when the segments that it needs are trimmed meanwhile.
const ATTEMPTS: usize = 8;

/// The state of a stream. Replacing it is the commit of a write.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct State {
    pub(super) oldest: u64,
    pub(super) next: u64,
    pub(super) epoch: u64,
    /// The number of the first item of the last segment; 0 if there is none.
    pub(super) segment: u64,
    /// The valid part of the last segment.
    pub(super) bytes: u64,
}

impl State {
    fn read(folder: &Folder) -> Result<Self, StoreError> {
        let Some(content) = folder.content(STATE).map_err(failed)? else {
            return Ok(Self { oldest: 1, next: 1, epoch: 0, segment: 0, bytes: 0 });
        };
        serde_json::from_slice(&content).map_err(|_| StoreError::Corrupt { at: 0 })
    }

    fn write(&self, folder: &Folder) -> Result<(), StoreError> {
        let content = serde_json::to_vec(self).map_err(StoreError::unavailable)?;
        folder.replace(STATE, &[&content]).map_err(failed)
    }

    fn extent(&self) -> Extent {
        Extent::new(self.oldest, self.next, self.epoch)
    }
}

fn parts(stream: &str) -> Vec<String> {
    let mut parts = encode(stream);
    if let Some(last) = parts.last_mut() {
        last.push_str(SUFFIX);
    }
    parts.insert(0, FOLDER.to_owned());
    parts
}

fn open(shared: &Shared, stream: &str) -> Result<Option<Folder>, StoreError> {
    enter(&shared.root, &parts(stream))
}

fn write(
    shared: &Shared,
    stream: &str,
    next: u64,
    epoch: u64,
    items: &[Bytes],
) -> Result<u64, StoreError> {
    let folder = make(&shared.root, &parts(stream))?;
    let mut state = State::read(&folder)?;
    if epoch < state.epoch {
        return Err(StoreError::Fenced { epoch: state.epoch });
    }
    if next != state.next {
        return Err(StoreError::Conflict { at: state.next });
    }
    if items.is_empty() && epoch == state.epoch {
        return Ok(next);
    }
    state.epoch = epoch;
    if !items.is_empty() {
        segments::write(&folder, &mut state, items)?;
    }
    state.write(&folder)?;
    Ok(state.next)
}

fn read(
    shared: &Shared,
    stream: &str,
    after: u64,
    limit: usize,
) -> Result<Vec<JournalItem>, StoreError> {
    let Some(folder) = open(shared, stream)? else { return Ok(Vec::new()) };
    for _ in 0..ATTEMPTS {
        let state = State::read(&folder)?;
        if let Some(items) = segments::read(&folder, &state, after, limit)? {
            return Ok(items);
        }
    }
    Err(StoreError::Corrupt { at: after.saturating_add(1) })
}

fn trim(shared: &Shared, stream: &str, before: u64) -> Result<(), StoreError> {
    let Some(folder) = open(shared, stream)? else { return Ok(()) };
    let mut state = State::read(&folder)?;
    let oldest = before.clamp(state.oldest, state.next);
    if oldest == state.oldest {
        return Ok(());
    }
    state.oldest = oldest;
    state.write(&folder)?;
    segments::trim(&folder, &state)
}

fn extent(shared: &Shared, stream: &str) -> Result<Extent, StoreError> {
    let Some(folder) = open(shared, stream)? else { return Ok(Extent::default()) };
    State::read(&folder).map(|state| state.extent())
}

fn lock(stream: &str) -> Lock {
    Lock::of(&["journal", stream])
}

impl Journal for FileStore {
    fn write<'a>(
        &'a self,
        stream: &'a str,
        next: u64,
        epoch: u64,
        items: &'a [Bytes],
    ) -> StoreFuture<'a, u64> {
        Box::pin(async move {
            let (name, items) = (stream.to_owned(), items.to_vec());
            let write = move |shared: &Shared| write(shared, &name, next, epoch, &items);
            let next = self.locked(lock(stream), write).await?;
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
        Box::pin(async move {
            let name = stream.to_owned();
            self.looking(move |shared| read(shared, &name, after, limit)).await
        })
    }

    fn extent<'a>(&'a self, stream: &'a str) -> StoreFuture<'a, Extent> {
        Box::pin(async move {
            let name = stream.to_owned();
            self.looking(move |shared| extent(shared, &name)).await
        })
    }

    fn trim<'a>(&'a self, stream: &'a str, before: u64) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let name = stream.to_owned();
            self.locked(lock(stream), move |shared| trim(shared, &name, before)).await
        })
    }

    fn changed<'a>(&'a self, stream: &'a str, after: u64) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let mut revision = self.revision();
            while self.extent(stream).await?.next <= after.saturating_add(1) {
                Self::pause(&mut revision).await;
            }
            Ok(())
        })
    }
}
