//! Store: the pool, the schema, and who listens.

use std::fmt;
use std::str::FromStr as _;
use std::sync::Arc;

use deadpool_postgres::{Manager, Pool, Runtime};
use tokio_postgres::tls::MakeTlsConnect;
use tokio_postgres::{Config, NoTls, Socket};

use super::listen;
use crate::ports::StoreError;
use crate::stores::notices::Notices;

/// The schema of a store that sets none.
const SCHEMA: &str = "claude_sessions";

/// The longest name of the database, in bytes.
const LONGEST_NAME: usize = 63;

/// Keeps sessions, records and journals in a schema of a `PostgreSQL` database. Clones share a pool.
///
/// An append is durable when it returns, unless `synchronous_commit` is off in the database. The text
/// of a line stays as it is. `Debug` and errors show neither the connection string nor a row.
///
/// A call fails with [`StoreError::TimedOut`] if it waits longer than 30 s for a connection, or for the
/// database.
///
/// # Examples
///
/// ```no_run
/// use claude_sessions::ports::{Batch, Entry, SessionKey, SessionStore};
/// use claude_sessions::stores::PostgresStore;
///
/// # async fn example() -> Result<(), Box<dyn std::error::Error>> {
/// let store = PostgresStore::connect("host=/run/postgresql user=me dbname=app").await?;
/// store.migrate().await?;
/// let key = SessionKey::new("-home-me-app", "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10")?;
/// store.append(&key, &Batch::new([Entry::new(r#"{"type":"user"}"#)?]).at(0)).await?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct PostgresStore {
    pub(super) shared: Arc<Shared>,
    /// A checked identifier.
    pub(super) schema: Arc<str>,
}

pub(super) struct Shared {
    pub(super) pool: Pool,
    pub(super) notices: Notices,
}

impl PostgresStore {
    /// Uses a pool of yours, with your TLS. A watch or a wait of a journal asks the database each
    /// second; with [`listening`](Self::listening), it is told at once.
    #[must_use]
    pub fn new(pool: Pool) -> Self {
        Self::with(pool, Notices::new(None))
    }

    fn with(pool: Pool, notices: Notices) -> Self {
        Self { shared: Arc::new(Shared { pool, notices }), schema: SCHEMA.into() }
    }

    /// Connects without TLS: to a database on this machine or behind a proxy. `address` is a URL, or
    /// pairs of names and values.
    ///
    /// # Errors
    ///
    /// [`StoreError::Invalid`] if the address cannot be read; [`StoreError::Unavailable`] or
    /// [`StoreError::TimedOut`] if the database cannot be reached.
    pub async fn connect(address: &str) -> Result<Self, StoreError> {
        // The parser's words may quote the address.
        let config = Config::from_str(address).map_err(|_| StoreError::Invalid {
            why: "the address of the database cannot be read".to_owned(),
        })?;
        let manager = Manager::new(config.clone(), NoTls);
        let pool = Pool::builder(manager).runtime(Runtime::Tokio1).build();
        let pool = pool.map_err(StoreError::unavailable)?;
        let store = Self::new(pool).listening(config, NoTls);
        drop(store.client().await?);
        Ok(store)
    }

    /// Listens for changes with a connection of its own, which is made when a watch or a wait of a
    /// journal begins. Call it before the store is cloned.
    #[must_use]
    pub fn listening<T>(self, config: Config, tls: T) -> Self
    where
        T: MakeTlsConnect<Socket> + Clone + Send + Sync + 'static,
        T::Stream: Send + 'static,
        T::TlsConnect: Send,
        <T::TlsConnect as tokio_postgres::tls::TlsConnect<Socket>>::Future: Send,
    {
        let notices = Notices::new(Some(listen::with(config, tls)));
        Self { schema: self.schema, ..Self::with(self.shared.pool.clone(), notices) }
    }

    /// Sets the schema: `claude_sessions` by default.
    ///
    /// # Errors
    ///
    /// [`StoreError::Invalid`] unless the name has 1 to 63 small letters, digits and `_`, and does not
    /// begin with a digit or `pg_`.
    pub fn schema(self, name: &str) -> Result<Self, StoreError> {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        let is_name = !name.is_empty()
            && name.len() <= LONGEST_NAME
            && name.chars().all(is_plain)
            && !name.starts_with(|c: char| c.is_ascii_digit())
            && !name.starts_with("pg_");
        if !is_name {
            let why = "the name of a schema must be 1 to 63 small letters, digits and `_`";
            return Err(StoreError::Invalid { why: why.to_owned() });
        }
        Ok(Self { schema: name.into(), ..self })
    }
}

impl fmt::Debug for PostgresStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PostgresStore").field("schema", &self.schema).finish_non_exhaustive()
    }
}
