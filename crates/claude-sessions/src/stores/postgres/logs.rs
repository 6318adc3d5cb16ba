//! Logs: sessions in the database. One writer at a time has a session: it locks the session's row.

use std::collections::HashSet;
use std::time::SystemTime;

use deadpool_postgres::{Object, Transaction};
use uuid::Uuid;

use super::client::{begin, column, commit, row, rows, settle, signed, within};
use super::load::{self, entry};
use super::store::PostgresStore;
use crate::ports::{
    Appended, Batch, Capabilities, Entries, Entry, Plan, SessionKey, SessionStore, StoreError,
    StoreFuture, StoredSession, StoredSummary, Summary,
};

/// A session's row, locked.
struct Session {
    id: i64,
    epoch: Option<u64>,
}

/// A log's row.
#[derive(Default)]
struct Log {
    /// `None` if it does not exist yet.
    id: Option<i64>,
    len: u64,
    summary: Summary,
}

impl PostgresStore {
    async fn append_with(
        &self,
        client: &mut Object,
        key: &SessionKey,
        batch: &Batch,
    ) -> Result<Appended, StoreError> {
        // An error, or a batch that changes nothing, drops the transaction, which undoes it.
        let transaction = begin(client).await?;
        let session = self.lock(&transaction, key).await?;
        let log = self.log(&transaction, session.id, key).await?;
        let plan = Plan::new(batch, log.len, session.epoch)?;
        let stored = self.overlap(&transaction, &log, &plan).await?;
        let fresh = plan.fresh(&stored)?;
        let placed = batch.entries.iter().filter(|entry| !entry.is_metadata()).count();
        let writes = !fresh.is_empty() || plan.metadata().is_some();
        if !writes && batch.fence.is_none() {
            return Ok(Appended::new(log.len, placed));
        }
        if batch.fence > session.epoch {
            let epoch = batch.fence.map(signed);
            let update = self.sql("UPDATE SCHEMA.session SET epoch = $2 WHERE id = $1");
            rows(&transaction, &update, &[&session.id, &epoch]).await?;
        }
        if !writes {
            commit(transaction).await?;
            return Ok(Appended::new(log.len, placed));
        }
        let fresh = if plan.is_unplaced() {
            self.unknown(&transaction, &log, fresh).await?
        } else {
            fresh.to_vec()
        };
        let len = log.len + fresh.len() as u64;
        self.write(&transaction, session.id, key, log, &fresh, plan.metadata()).await?;
        commit(transaction).await?;
        Ok(Appended::new(len, placed - fresh.len()))
    }

    /// Locks the session's row until the transaction ends. It is made if it is missing.
    async fn lock(
        &self,
        transaction: &Transaction<'_>,
        key: &SessionKey,
    ) -> Result<Session, StoreError> {
        let name: [&(dyn tokio_postgres::types::ToSql + Sync); 2] =
            [&key.project(), &key.session().as_str()];
        let lock = "SELECT id, epoch FROM SCHEMA.session
                    WHERE project = $1 AND session = $2 FOR UPDATE";
        let lock = self.sql(lock);
        let found = match row(transaction, &lock, &name).await? {
            Some(found) => Some(found),
            None => {
                let insert = "INSERT INTO SCHEMA.session (project, session) VALUES ($1, $2)
                              ON CONFLICT DO NOTHING";
                rows(transaction, &self.sql(insert), &name).await?;
                row(transaction, &lock, &name).await?
            }
        };
        // No row of this table is ever deleted.
        let found = found.ok_or(StoreError::Corrupt { at: 0 })?;
        let epoch: Option<i64> = column(&found, 1)?;
        Ok(Session { id: column(&found, 0)?, epoch: epoch.map(i64::cast_unsigned) })
    }

    async fn log(
        &self,
        transaction: &Transaction<'_>,
        session: i64,
        key: &SessionKey,
    ) -> Result<Log, StoreError> {
        let select = "SELECT id, len, summary FROM SCHEMA.log WHERE session = $1 AND subpath = $2";
        let found = row(transaction, &self.sql(select), &[&session, &subpath(key)]).await?;
        let Some(found) = found else { return Ok(Log::default()) };
        let len: i64 = column(&found, 1)?;
        Ok(Log {
            id: Some(column(&found, 0)?),
            len: len.cast_unsigned(),
            summary: summary(column(&found, 2)?)?,
        })
    }

    async fn overlap(
        &self,
        transaction: &Transaction<'_>,
        log: &Log,
        plan: &Plan<'_>,
    ) -> Result<Vec<Entry>, StoreError> {
        let range = plan.overlap();
        if range.is_empty() {
            return Ok(Vec::new());
        }
        let select = "SELECT line FROM SCHEMA.entry
                      WHERE log = $1 AND seq >= $2 AND seq < $3 ORDER BY seq";
        let (begin, end) = (signed(range.start), signed(range.end));
        let lines = rows(transaction, &self.sql(select), &[&log.id, &begin, &end]).await?;
        range.zip(&lines).map(|(at, row)| entry(column(row, 0)?, at)).collect()
    }

    /// Returns the entries whose UUIDs the log does not have.
    async fn unknown<'b>(
        &self,
        transaction: &Transaction<'_>,
        log: &Log,
        entries: &[&'b Entry],
    ) -> Result<Vec<&'b Entry>, StoreError> {
        let uuids: Vec<Uuid> = entries.iter().filter_map(|entry| entry.uuid()).collect();
        let mut known = HashSet::new();
        if log.id.is_some() && !uuids.is_empty() {
            let select = "SELECT uuid FROM SCHEMA.entry WHERE log = $1 AND uuid = ANY($2)";
            for row in rows(transaction, &self.sql(select), &[&log.id, &uuids]).await? {
                known.insert(column::<Uuid>(&row, 0)?);
            }
        }
        let is_new = |entry: &&&Entry| entry.uuid().is_none_or(|uuid| known.insert(uuid));
        Ok(entries.iter().filter(is_new).copied().collect())
    }

    async fn write(
        &self,
        transaction: &Transaction<'_>,
        session: i64,
        key: &SessionKey,
        mut log: Log,
        fresh: &[&Entry],
        metadata: Option<&Entry>,
    ) -> Result<(), StoreError> {
        log.summary.fold(fresh.iter().copied());
        let main = key.subpath().is_none();
        let summary = main.then(|| serde_json::to_string(&log.summary)).transpose();
        let summary = summary.map_err(StoreError::unavailable)?;
        let metadata = metadata.map(Entry::as_str);
        let len = signed(log.len + fresh.len() as u64);
        let upsert =
            "INSERT INTO SCHEMA.log AS log (session, subpath, len, modified, metadata, summary)
                      VALUES ($1, $2, $3, clock_timestamp(), $4, $5)
                      ON CONFLICT (session, subpath) DO UPDATE
                      SET len = $3, modified = clock_timestamp(), summary = $5,
                          metadata = coalesce($4, log.metadata)
                      RETURNING id";
        let upsert = self.sql(upsert);
        let found =
            row(transaction, &upsert, &[&session, &subpath(key), &len, &metadata, &summary])
                .await?;
        let id: i64 = column(&found.ok_or(StoreError::Corrupt { at: log.len })?, 0)?;
        let seqs: Vec<i64> = (signed(log.len)..len).collect();
        let uuids: Vec<Option<Uuid>> = fresh.iter().map(|entry| entry.uuid()).collect();
        let lines: Vec<&str> = fresh.iter().map(|entry| entry.as_str()).collect();
        let insert = "INSERT INTO SCHEMA.entry (log, seq, uuid, line)
                      SELECT $1, * FROM unnest($2::bigint[], $3::uuid[], $4::text[])";
        rows(transaction, &self.sql(insert), &[&id, &seqs, &uuids, &lines]).await?;
        Ok(())
    }

    async fn delete_with(&self, client: &mut Object, key: &SessionKey) -> Result<(), StoreError> {
        let transaction = begin(client).await?;
        // The session's row stays with its epoch: an old writer must not come back.
        let session = self.lock(&transaction, key).await?;
        let delete = "WITH gone AS (
                          DELETE FROM SCHEMA.log
                          WHERE session = $1 AND ($2::text IS NULL OR subpath = $2) RETURNING id
                      )
                      DELETE FROM SCHEMA.entry USING gone WHERE entry.log = gone.id";
        rows(&transaction, &self.sql(delete), &[&session.id, &key.subpath()]).await?;
        commit(transaction).await
    }
}

/// The subpath as the database keeps it: empty for the main log.
pub(super) fn subpath(key: &SessionKey) -> &str {
    key.subpath().unwrap_or_default()
}

fn summary(text: Option<&str>) -> Result<Summary, StoreError> {
    let Some(text) = text else { return Ok(Summary::default()) };
    serde_json::from_str(text).map_err(|_| StoreError::Corrupt { at: 0 })
}

impl SessionStore for PostgresStore {
    fn append<'a>(&'a self, key: &'a SessionKey, batch: &'a Batch) -> StoreFuture<'a, Appended> {
        Box::pin(async move {
            let mut client = self.client().await?;
            let done = within(self.append_with(&mut client, key, batch)).await;
            settle(client, done)
        })
    }

    fn load<'a>(&'a self, key: &'a SessionKey, from: u64) -> StoreFuture<'a, Option<Entries<'a>>> {
        Box::pin(load::load(self, key, from))
    }

    fn capabilities(&self) -> Capabilities {
        Capabilities::ALL
    }

    fn list_sessions<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSession>> {
        Box::pin(async move {
            let select = "SELECT s.session, l.modified
                          FROM SCHEMA.session s JOIN SCHEMA.log l ON l.session = s.id
                          WHERE s.project = $1 AND l.subpath = ''";
            let rows = self.rows(select, &[&project]).await?;
            rows.iter().map(session).collect()
        })
    }

    fn list_summaries<'a>(&'a self, project: &'a str) -> StoreFuture<'a, Vec<StoredSummary>> {
        Box::pin(async move {
            let select = "SELECT s.session, l.modified, l.summary
                          FROM SCHEMA.session s JOIN SCHEMA.log l ON l.session = s.id
                          WHERE s.project = $1 AND l.subpath = ''";
            let rows = self.rows(select, &[&project]).await?;
            let listed = rows
                .iter()
                .map(|row| Ok(StoredSummary::new(session(row)?, summary(column(row, 2)?)?)));
            listed.collect()
        })
    }

    fn delete<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let mut client = self.client().await?;
            let done = within(self.delete_with(&mut client, key)).await;
            settle(client, done)
        })
    }

    fn list_subkeys<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Vec<String>> {
        Box::pin(async move {
            let select = r"SELECT l.subpath
                           FROM SCHEMA.session s JOIN SCHEMA.log l ON l.session = s.id
                           WHERE s.project = $1 AND s.session = $2 AND l.subpath <> ''
                           ORDER BY l.subpath";
            let rows = self.rows(select, &[&key.project(), &key.session().as_str()]).await?;
            rows.iter().map(|row| column(row, 0)).collect()
        })
    }
}

fn session(row: &tokio_postgres::Row) -> Result<StoredSession, StoreError> {
    let modified: SystemTime = column(row, 1)?;
    Ok(StoredSession::new(column::<&str>(row, 0)?, modified))
}
