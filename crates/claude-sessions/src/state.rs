//! State: typed values that several sessions share.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use claude_types::SessionId;
use futures_util::{Stream, StreamExt};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::ports::{Expect, Put, Record, Records, StoreError};

/// Who shares a state.
///
/// # Examples
///
/// ```
/// use claude_sessions::StateScope;
///
/// // Names that contain separators stay apart.
/// assert_ne!(StateScope::Named("a/b".into()), StateScope::Tenant("a/b".into()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum StateScope {
    /// One session, and its next processes.
    Session(SessionId),
    /// All sessions of a project.
    Project(String),
    /// All sessions of a tenant.
    Tenant(String),
    /// All that know the name.
    Named(String),
}

/// A value that several sessions, processes and machines share. It is kept as JSON, at most 1 MiB.
///
/// # Examples
///
/// ```
/// use std::sync::Arc;
///
/// use claude_sessions::stores::MemoryStore;
/// use claude_sessions::{State, StateScope};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let records = Arc::new(MemoryStore::new());
/// let visits = State::<u32>::new(records, &StateScope::Project("-home-me-app".into()), "visits");
/// let count = visits.update(|count| count.unwrap_or(0) + 1).await?;
/// assert_eq!((count, visits.get().await?), (1, Some(1)));
/// # Ok(())
/// # }
/// ```
pub struct State<T> {
    records: Arc<dyn Records>,
    key: String,
    ttl: Option<Duration>,
    kind: PhantomData<fn() -> T>,
}

impl<T: Serialize + DeserializeOwned> State<T> {
    /// Names a state. Nothing is read or written.
    #[must_use]
    pub fn new(records: Arc<dyn Records>, scope: &StateScope, name: &str) -> Self {
        let (kind, of) = match scope {
            StateScope::Session(id) => ("session", id.as_str()),
            StateScope::Project(project) => ("project", project.as_str()),
            StateScope::Tenant(tenant) => ("tenant", tenant.as_str()),
            StateScope::Named(name) => ("named", name.as_str()),
        };
        let key = format!("state/{kind}/{}/{}", escape(of), escape(name));
        Self { records, key, ttl: None, kind: PhantomData }
    }

    /// Sets how long the state lasts after each change. By default it stays.
    #[must_use]
    pub fn lasting(mut self, time: Duration) -> Self {
        self.ttl = Some(time);
        self
    }

    /// Returns the value. `None` if there is none.
    ///
    /// # Errors
    ///
    /// [`StoreError::Corrupt`] if what is stored is no `T`, and the errors of the store.
    pub async fn get(&self) -> Result<Option<T>, StoreError> {
        self.records.get(&self.key).await?.as_ref().map(decode).transpose()
    }

    /// Sets the value, whatever it was.
    ///
    /// # Errors
    ///
    /// [`StoreError::Invalid`] if the value has no JSON, [`StoreError::TooLarge`], and the errors of the
    /// store.
    pub async fn set(&self, value: &T) -> Result<(), StoreError> {
        self.records.put(&self.key, encode(value)?, Expect::Any, self.ttl).await.map(drop)
    }

    /// Changes the value, and returns the new one. `change` is called again with the new value if
    /// another one was faster, so no change is lost.
    ///
    /// # Errors
    ///
    /// As for [`State::get`] and [`State::set`].
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, the change was made or not.
    pub async fn update(&self, mut change: impl FnMut(Option<T>) -> T) -> Result<T, StoreError> {
        let mut current = self.records.get(&self.key).await?;
        loop {
            let version = current.as_ref().map(|record| record.version);
            let expect = version.map_or(Expect::Absent, Expect::Version);
            let value = change(current.as_ref().map(decode).transpose()?);
            match self.records.put(&self.key, encode(&value)?, expect, self.ttl).await? {
                Put::Stored { .. } => return Ok(value),
                Put::Refused { current: changed } => current = changed,
            }
        }
    }

    /// Removes the value.
    ///
    /// # Errors
    ///
    /// The errors of the store.
    pub async fn remove(&self) -> Result<(), StoreError> {
        self.records.remove(&self.key, Expect::Any).await.map(drop)
    }

    /// Returns the value, and then each change; `None` when it is gone. Several changes may come as
    /// one, and the last one always comes.
    pub fn watch(&self) -> impl Stream<Item = Result<Option<T>, StoreError>> + '_ {
        let changes = self.records.watch(&self.key);
        changes.filter_map(move |change| {
            let value = match change {
                // A longer key may begin with this one.
                Ok(change) if change.key != self.key => None,
                Ok(change) => Some(change.record.as_ref().map(decode).transpose()),
                Err(error) => Some(Err(error)),
            };
            std::future::ready(value)
        })
    }
}

impl<T> fmt::Debug for State<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State")
            .field("key", &self.key)
            .field("ttl", &self.ttl)
            .finish_non_exhaustive()
    }
}

/// Escapes the separator, so that two names never make one key.
fn escape(name: &str) -> String {
    name.replace('%', "%25").replace('/', "%2F")
}

fn encode<T: Serialize>(value: &T) -> Result<Bytes, StoreError> {
    let why = |_| StoreError::Invalid { why: "the value cannot be written as JSON".to_owned() };
    serde_json::to_vec(value).map(Bytes::from).map_err(why)
}

fn decode<T: DeserializeOwned>(record: &Record) -> Result<T, StoreError> {
    serde_json::from_slice(&record.value).map_err(|_| StoreError::Corrupt { at: record.version })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use bytes::Bytes;
    use futures_util::StreamExt;
    use tokio::task::JoinSet;

    use super::{State, StateScope};
    use crate::ports::{Expect, Records, StoreError};
    use crate::stores::MemoryStore;

    fn named(name: &str) -> StateScope {
        StateScope::Named(name.to_owned())
    }

    // sessions SB-82
    #[tokio::test(flavor = "multi_thread")]
    async fn no_update_is_lost_and_a_watcher_ends_on_the_last_value() {
        let records = Arc::new(MemoryStore::new());
        let mut tasks = JoinSet::new();
        for _ in 0..2 {
            let state = State::<u32>::new(records.clone(), &named("a"), "count");
            tasks.spawn(async move {
                for _ in 0..500 {
                    state.update(|count| count.unwrap_or(0) + 1).await.unwrap();
                }
            });
        }
        let state = State::<u32>::new(records, &named("a"), "count");
        let mut values = std::pin::pin!(state.watch());
        let mut last = 0;
        while last < 1000 {
            let value = values.next().await.unwrap().unwrap().unwrap();
            assert!(value >= last);
            last = value;
        }
        assert_eq!(state.get().await.unwrap(), Some(1000));
        while let Some(done) = tasks.join_next().await {
            done.unwrap();
        }
    }

    #[tokio::test]
    async fn names_and_scopes_are_apart() {
        let records = Arc::new(MemoryStore::new());
        let scopes = [
            named("a"),
            named("a/b"),
            named("a%2Fb"),
            StateScope::Tenant("a".into()),
            StateScope::Project("a".into()),
            StateScope::Session("a".into()),
        ];
        let mut states = Vec::new();
        for scope in &scopes {
            for name in ["c", "b/c", "b%2Fc", "cc"] {
                states.push(State::<usize>::new(records.clone(), scope, name));
            }
        }
        for (number, state) in states.iter().enumerate() {
            state.set(&number).await.unwrap();
        }
        for (number, state) in states.iter().enumerate() {
            assert_eq!(state.get().await.unwrap(), Some(number));
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_state_ends_and_its_watcher_sees_it() {
        let records = Arc::new(MemoryStore::new());
        let state = State::<String>::new(records.clone(), &named("a"), "c");
        let state = state.lasting(Duration::from_secs(60));
        // A longer key that begins with the same text is another state.
        State::<u8>::new(records.clone(), &named("a"), "cc").set(&7).await.unwrap();
        state.set(&"x".to_owned()).await.unwrap();
        let mut values = std::pin::pin!(state.watch());
        assert_eq!(values.next().await.unwrap().unwrap(), Some("x".to_owned()));
        assert_eq!(values.next().await.unwrap().unwrap(), None);
        assert_eq!(state.get().await.unwrap(), None);
        state.set(&"y".to_owned()).await.unwrap();
        state.remove().await.unwrap();
        assert_eq!(state.get().await.unwrap(), None);
    }

    #[tokio::test]
    async fn what_is_no_value_of_the_type_is_an_error_and_stays() {
        let records = Arc::new(MemoryStore::new());
        let state = State::<u32>::new(records.clone(), &named("a"), "c");
        let text = Bytes::from_static(b"\"canary\"");
        records.put("state/named/a/c", text.clone(), Expect::Any, None).await.unwrap();
        let error = state.update(|count| count.unwrap_or(0)).await.unwrap_err();
        assert!(matches!(error, StoreError::Corrupt { .. }));
        assert!(!format!("{error} {error:?}").contains("canary"));
        assert_eq!(records.get("state/named/a/c").await.unwrap().unwrap().value, text);
    }
}
