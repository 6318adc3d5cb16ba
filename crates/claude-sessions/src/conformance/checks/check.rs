//! Check: what a check is, and what all of them use.

use std::pin::Pin;
use std::sync::Arc;

use futures_util::TryStreamExt;

use crate::ports::{Batch, Capabilities, Entry, SessionKey, SessionStore, StoreError};

/// The session of most checks.
pub(super) const SESSION: &str = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";
/// Another one.
pub(super) const OTHER: &str = "c0a8f1de-27a4-4a2f-8f6e-5f5b6a1f2b3c";
/// Their project.
pub(super) const PROJECT: &str = "-home-me-app";

/// A promise of a port.
pub(in crate::conformance) struct Check<P: ?Sized> {
    pub(in crate::conformance) name: &'static str,
    pub(in crate::conformance) run: fn(Arc<P>) -> Running,
}

pub(in crate::conformance) type Outcome = Result<(), Failure>;

/// A check that runs.
pub(in crate::conformance) type Running = Pin<Box<dyn Future<Output = Outcome> + Send>>;

/// Why a check did not pass.
#[derive(Debug)]
pub(in crate::conformance) enum Failure {
    /// The store says that it cannot do this.
    Unsupported(&'static str),
    /// The store is wrong.
    Wrong(String),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        use std::error::Error as _;
        let (mut words, mut cause) = (error.to_string(), error.source());
        while let Some(error) = cause {
            words = format!("{words}: {error}");
            cause = error.source();
        }
        Self::Wrong(format!("unexpected error: {words}"))
    }
}

/// Lists functions as checks, under their names.
macro_rules! checks {
    ($($check:ident),* $(,)?) => {
        vec![$(crate::conformance::checks::Check {
            name: stringify!($check),
            run: |port| Box::pin($check(port)),
        }),*]
    };
}
pub(super) use checks;

/// Fails the check with words and values, unless the condition holds.
macro_rules! ensure {
    ($condition:expr, $($words:tt)+) => {
        if !$condition {
            return Err(crate::conformance::checks::Failure::Wrong(format!($($words)+)));
        }
    };
}
pub(super) use ensure;

/// The key of a session's main log.
pub(super) fn key(session: &str) -> Result<SessionKey, StoreError> {
    SessionKey::new(PROJECT, session)
}

/// An entry without UUID.
pub(super) fn entry(number: usize) -> Result<Entry, StoreError> {
    Entry::new(format!(r#"{{"type":"note","n":{number}}}"#))
}

/// Entries with these numbers.
pub(super) fn entries(numbers: std::ops::Range<usize>) -> Result<Vec<Entry>, StoreError> {
    numbers.map(entry).collect()
}

/// An entry with a UUID that is made of its number.
pub(super) fn with_uuid(number: usize) -> Result<Entry, StoreError> {
    let uuid = uuid::Uuid::from_u128(number as u128 + 1);
    Entry::new(format!(r#"{{"type":"user","uuid":"{uuid}","n":{number}}}"#))
}

/// Appends entries at the end.
pub(super) async fn append(
    store: &dyn SessionStore,
    key: &SessionKey,
    entries: Vec<Entry>,
) -> Result<u64, StoreError> {
    Ok(store.append(key, &Batch::new(entries)).await?.len)
}

/// Reads a whole log.
pub(super) async fn load(
    store: &dyn SessionStore,
    key: &SessionKey,
    from: u64,
) -> Result<Option<Vec<Entry>>, StoreError> {
    match store.load(key, from).await? {
        Some(entries) => Ok(Some(entries.try_collect().await?)),
        None => Ok(None),
    }
}

/// Compares a log with what it must be, as JSON.
pub(super) async fn expect(
    store: &dyn SessionStore,
    key: &SessionKey,
    expected: &[Entry],
) -> Outcome {
    let stored = load(store, key, 0).await?.unwrap_or_default();
    ensure!(
        stored.len() == expected.len(),
        "the log has {} entries instead of {}",
        stored.len(),
        expected.len()
    );
    let value = |entry: &Entry| serde_json::from_str::<serde_json::Value>(entry.as_str()).ok();
    for (at, (stored, expected)) in stored.iter().zip(expected).enumerate() {
        let equal = stored == expected || value(stored) == value(expected);
        ensure!(equal, "entry {at} is another one");
    }
    Ok(())
}

/// Skips the check unless the store can do this.
pub(super) fn needs(
    can: impl Fn(&Capabilities) -> bool,
    what: &'static str,
    store: &dyn SessionStore,
) -> Outcome {
    if can(&store.capabilities()) { Ok(()) } else { Err(Failure::Unsupported(what)) }
}
