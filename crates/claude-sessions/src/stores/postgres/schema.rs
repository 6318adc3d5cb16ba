//! Schema: the tables, and how they are made.

use super::client::{begin, commit, row, settle, within};
use super::error::failed;
use super::store::PostgresStore;
use crate::ports::StoreError;

/// The steps from an empty schema to the present tables. Steps are added, never changed.
const STEPS: [&str; 1] = [TABLES];

/// The lock that lets one migration run at a time.
const LOCK: i64 = 0x636c_6175_6465;

/// `line` is a text, not a JSON value: that type refuses `\u0000`, and changes numbers and keys. Keys
/// and names that may have any character are bytes, which also sorts them so.
const TABLES: &str = r#"
CREATE TABLE SCHEMA.session (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    project text COLLATE "C" NOT NULL,
    session text COLLATE "C" NOT NULL,
    epoch bigint,
    UNIQUE (project, session)
);
CREATE TABLE SCHEMA.log (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    session bigint NOT NULL,
    subpath text COLLATE "C" NOT NULL,
    len bigint NOT NULL,
    modified timestamptz NOT NULL,
    metadata text,
    summary text,
    UNIQUE (session, subpath)
);
CREATE TABLE SCHEMA.entry (
    log bigint NOT NULL,
    seq bigint NOT NULL,
    uuid uuid,
    line text NOT NULL,
    PRIMARY KEY (log, seq)
);
CREATE INDEX ON SCHEMA.entry (log, uuid) WHERE uuid IS NOT NULL;
CREATE TABLE SCHEMA.record (
    key bytea PRIMARY KEY,
    value bytea NOT NULL,
    version bigint NOT NULL,
    ends timestamptz
);
CREATE INDEX ON SCHEMA.record (ends) WHERE ends IS NOT NULL;
CREATE SEQUENCE SCHEMA.record_version;
CREATE TABLE SCHEMA.stream (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name bytea NOT NULL UNIQUE,
    oldest bigint NOT NULL,
    next bigint NOT NULL,
    epoch bigint NOT NULL
);
CREATE TABLE SCHEMA.event (
    stream bigint NOT NULL,
    seq bigint NOT NULL,
    epoch bigint NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (stream, seq)
);
"#;

impl PostgresStore {
    /// Creates the schema and its tables, or brings them to the present version. It does nothing if
    /// they are there. Several processes may call it at once.
    ///
    /// # Errors
    ///
    /// [`StoreError::Invalid`] if the database is not encoded in UTF-8, or a later version of this
    /// crate has made the tables; [`StoreError::Unavailable`] if the database cannot be reached or does
    /// not allow it.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        let mut client = self.client().await?;
        let done = within(self.migrate_with(&mut client)).await;
        settle(client, done)
    }

    async fn migrate_with(&self, client: &mut deadpool_postgres::Object) -> Result<(), StoreError> {
        let transaction = begin(client).await?;
        row(&transaction, "SELECT pg_advisory_xact_lock($1)", &[&LOCK]).await?;
        let utf8 = "SELECT 1 WHERE current_setting('server_encoding') = 'UTF8'";
        if row(&transaction, utf8, &[]).await?.is_none() {
            let why = "the encoding of the database must be UTF-8".to_owned();
            return Err(StoreError::Invalid { why });
        }
        // Where the schema is there, no right to create one is needed.
        let known = "SELECT 1 FROM pg_namespace WHERE nspname = $1";
        if row(&transaction, known, &[&&*self.schema]).await?.is_none() {
            let create = self.sql("create schema if not exists SCHEMA");
            transaction.batch_execute(&create).await.map_err(failed)?;
        }
        let versions = "SELECT to_regclass($1) IS NOT NULL";
        let name = self.sql("SCHEMA.version");
        let has_version = row(&transaction, versions, &[&name]).await?;
        let mut version = 0;
        if has_version.is_some_and(|row| row.get(0)) {
            let select = self.sql("SELECT version FROM SCHEMA.version");
            let row = row(&transaction, &select, &[]).await?;
            version = row.map_or(0, |row| row.get::<_, i32>(0));
        } else {
            let create = "CREATE TABLE SCHEMA.version (version integer NOT NULL);
                          INSERT INTO SCHEMA.version VALUES (0)";
            transaction.batch_execute(&self.sql(create)).await.map_err(failed)?;
        }
        let done = usize::try_from(version).unwrap_or(usize::MAX);
        let Some(steps) = STEPS.get(done..) else {
            let why = "a later version of this crate has made the tables".to_owned();
            return Err(StoreError::Invalid { why });
        };
        for step in steps {
            let step =
                self.sql(&format!("{step}; UPDATE SCHEMA.version SET version = version + 1"));
            transaction.batch_execute(&step).await.map_err(failed)?;
        }
        commit(transaction).await
    }
}
