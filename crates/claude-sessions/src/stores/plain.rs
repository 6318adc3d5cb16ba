//! Plain: a store with the two official methods, as a full port.

use std::fmt;

use futures_util::stream;

use crate::ports::{
    Appended, Batch, Capabilities, Entries, Entry, SessionKey, SessionStore, StoreError,
    StoreFuture,
};

/// The two methods that every store of the official SDKs has.
///
/// # Examples
///
/// ```
/// use std::sync::Mutex;
///
/// use claude_sessions::ports::{Entry, SessionKey, StoreError, StoreFuture};
/// use claude_sessions::stores::{Plain, PlainStore};
///
/// #[derive(Debug, Default)]
/// struct Mine(Mutex<Vec<(SessionKey, Entry)>>);
///
/// impl PlainStore for Mine {
///     fn append<'a>(&'a self, key: &'a SessionKey, entries: &'a [Entry]) -> StoreFuture<'a, ()> {
///         Box::pin(async move {
///             let mut all = self.0.lock().unwrap();
///             all.extend(entries.iter().map(|entry| (key.clone(), entry.clone())));
///             Ok(())
///         })
///     }
///
///     fn load<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<Vec<Entry>>> {
///         Box::pin(async move {
///             let all = self.0.lock().unwrap();
///             let own = all.iter().filter(|(of, _)| of == key).map(|(_, entry)| entry.clone());
///             Ok(Some(own.collect()).filter(|own: &Vec<_>| !own.is_empty()))
///         })
///     }
/// }
///
/// let store = Plain::new(Mine::default());
/// ```
pub trait PlainStore: Send + Sync + 'static {
    /// Appends entries at the end of a log.
    fn append<'a>(&'a self, key: &'a SessionKey, entries: &'a [Entry]) -> StoreFuture<'a, ()>;

    /// Returns all entries of a log. `None` if it does not exist.
    fn load<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<Vec<Entry>>>;
}

/// A [`PlainStore`] as a [`SessionStore`].
///
/// Positions and fences cannot be obeyed, because appending is not atomic with looking: each append
/// reads the log, leaves out what it has, and appends the rest. With one writer, nothing is doubled.
/// Each append reads the whole log, so this is for short sessions.
pub struct Plain<S> {
    store: S,
    /// One append at a time, or both would append what they have not seen of each other.
    appending: tokio::sync::Mutex<()>,
}

impl<S: PlainStore> Plain<S> {
    /// Wraps a store.
    #[must_use]
    pub fn new(store: S) -> Self {
        Self { store, appending: tokio::sync::Mutex::default() }
    }
}

impl<S> fmt::Debug for Plain<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Plain").finish_non_exhaustive()
    }
}

impl<S: PlainStore> SessionStore for Plain<S> {
    fn append<'a>(&'a self, key: &'a SessionKey, batch: &'a Batch) -> StoreFuture<'a, Appended> {
        Box::pin(async move {
            let _one = self.appending.lock().await;
            let mut stored = self.store.load(key).await?.unwrap_or_default();
            stored.retain(|entry| !entry.is_metadata());
            let (fresh, skipped) = select(batch, &stored)?;
            let added = fresh.iter().filter(|entry| !entry.is_metadata()).count();
            if !fresh.is_empty() {
                self.store.append(key, &fresh).await?;
            }
            Ok(Appended::new((stored.len() + added) as u64, skipped))
        })
    }

    fn load<'a>(&'a self, key: &'a SessionKey, from: u64) -> StoreFuture<'a, Option<Entries<'a>>> {
        Box::pin(async move {
            let Some(all) = self.store.load(key).await? else { return Ok(None) };
            let metadata = all.iter().rev().find(|entry| entry.is_metadata()).cloned();
            let from = usize::try_from(from).unwrap_or(usize::MAX);
            let entries = all.into_iter().filter(|entry| !entry.is_metadata()).skip(from);
            let entries: Vec<Result<Entry, StoreError>> = entries.chain(metadata).map(Ok).collect();
            Ok(Some(Box::pin(stream::iter(entries)) as Entries<'a>))
        })
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities { positions: true, ..Capabilities::default() }
    }
}

/// Returns the entries that the log does not have, and how many of the batch it has.
fn select(batch: &Batch, stored: &[Entry]) -> Result<(Vec<Entry>, usize), StoreError> {
    let plan = crate::ports::Plan::new(batch, stored.len() as u64, None)?;
    let range = plan.overlap();
    let index = |position: u64| usize::try_from(position).unwrap_or(usize::MAX);
    let fresh = plan.fresh(&stored[index(range.start)..index(range.end)])?;
    let mut known: std::collections::HashSet<_> = stored.iter().filter_map(Entry::uuid).collect();
    let is_new = |entry: &&Entry| entry.uuid().is_none_or(|uuid| known.insert(uuid));
    let mut kept: Vec<Entry> = if plan.is_unplaced() {
        fresh.iter().copied().filter(is_new).cloned().collect()
    } else {
        fresh.iter().map(|&entry| entry.clone()).collect()
    };
    let placed = batch.entries.iter().filter(|entry| !entry.is_metadata()).count();
    let skipped = placed - kept.len();
    kept.extend(plan.metadata().cloned());
    Ok((kept, skipped))
}
