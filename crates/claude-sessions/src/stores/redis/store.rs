//! Store: the connection, the names, and who listens.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::{Client, FromRedisValue};

use super::error::failed;
use super::listen;
use super::names::Names;
use crate::ports::StoreError;
use crate::stores::notices::Notices;

/// How long a command may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// How long connecting may take.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

/// How often a connection is tried again before a call fails.
const RECONNECTS: usize = 2;

/// Keeps sessions, records and journals on a Redis server, from version 6.2 on. Clones share a connection,
/// which is made again when it is lost.
///
/// An append is durable as far as the server's `appendfsync` says: with `everysec`, a crash of its
/// machine loses up to a second, and the next append with a position fails with
/// [`StoreError::Gap`]. The server must not evict keys (`maxmemory-policy noeviction`). It is no
/// cluster. `Debug` and errors show neither the address nor an entry.
///
/// # Examples
///
/// ```no_run
/// use claude_sessions::ports::{Batch, Entry, SessionKey, SessionStore};
/// use claude_sessions::stores::RedisStore;
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let store = RedisStore::connect("redis://localhost").await?;
/// let key = SessionKey::new("-home-me-app", "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10")?;
/// store.append(&key, &Batch::new([Entry::new(r#"{"type":"user"}"#)?]).at(0)).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct RedisStore {
    pub(super) shared: Arc<Shared>,
}

pub(super) struct Shared {
    client: Client,
    connection: ConnectionManager,
    pub(super) names: Names,
    pub(super) notices: Notices,
}

impl RedisStore {
    /// Connects to the server at a URL.
    ///
    /// # Errors
    ///
    /// [`StoreError::Invalid`] if the address cannot be read; [`StoreError::Unavailable`] if the server
    /// cannot be reached.
    pub async fn connect(address: &str) -> Result<Self, StoreError> {
        // The parser's words may quote the address.
        let client = Client::open(address).map_err(|_| StoreError::Invalid {
            why: "the address of the server cannot be read".to_owned(),
        })?;
        Self::new(client).await
    }

    /// Connects with a client of yours, with your TLS.
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] if the server cannot be reached.
    pub async fn new(client: Client) -> Result<Self, StoreError> {
        let config = ConnectionManagerConfig::new()
            .set_number_of_retries(RECONNECTS)
            .set_connection_timeout(Some(CONNECT_TIMEOUT))
            .set_response_timeout(Some(TIMEOUT));
        let connecting = client.get_connection_manager_with_config(config);
        let connection = connecting.await.map_err(failed)?;
        Ok(Self::with(client, connection, Names::new(None)))
    }

    fn with(client: Client, connection: ConnectionManager, names: Names) -> Self {
        let notices = Notices::new(Some(listen::with(client.clone(), names.channel())));
        Self { shared: Arc::new(Shared { client, connection, names, notices }) }
    }

    /// Puts a name before all keys, so that several programs share a server and see nothing of each
    /// other.
    #[must_use]
    pub fn prefix(self, name: &str) -> Self {
        let Shared { client, connection, .. } = &*self.shared;
        Self::with(client.clone(), connection.clone(), Names::new(Some(name)))
    }

    pub(super) fn connection(&self) -> ConnectionManager {
        self.shared.connection.clone()
    }

    /// Runs one command.
    pub(super) async fn ask<T: FromRedisValue>(
        &self,
        command: &redis::Cmd,
    ) -> Result<T, StoreError> {
        command.query_async(&mut self.connection()).await.map_err(failed)
    }

    /// Runs a script.
    pub(super) async fn run<T: FromRedisValue>(
        &self,
        script: &redis::ScriptInvocation<'_>,
    ) -> Result<T, StoreError> {
        script.invoke_async(&mut self.connection()).await.map_err(failed)
    }
}

impl fmt::Debug for RedisStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RedisStore").finish_non_exhaustive()
    }
}
