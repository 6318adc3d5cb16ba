//! Schema: opens the file, and brings its tables to this version.

use std::fs::OpenOptions;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use super::failure::failed;
use crate::ports::StoreError;
use crate::stores::outside::check_outside;

/// How long a call waits for another process that writes.
pub(super) const BUSY: Duration = Duration::from_secs(5);

/// Says whose file it is: "ClSe".
const APPLICATION: i64 = 0x436c_5365;

/// What brings the tables from each version to the next. A migration is never changed.
const MIGRATIONS: &[&str] = &["
    CREATE TABLE session (
        project TEXT NOT NULL, session TEXT NOT NULL, epoch INTEGER NOT NULL,
        PRIMARY KEY (project, session)
    ) WITHOUT ROWID;
    CREATE TABLE log (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        project TEXT NOT NULL, session TEXT NOT NULL, subpath TEXT NOT NULL,
        len INTEGER NOT NULL, mtime INTEGER NOT NULL, metadata TEXT, summary TEXT,
        UNIQUE (project, session, subpath)
    );
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY, log INTEGER NOT NULL, seq INTEGER NOT NULL, uuid BLOB,
        line TEXT NOT NULL, UNIQUE (log, seq), UNIQUE (log, uuid)
    );
    CREATE TABLE record (
        key TEXT PRIMARY KEY, value BLOB NOT NULL, version INTEGER NOT NULL, ends INTEGER
    );
    CREATE INDEX record_ends ON record (ends) WHERE ends IS NOT NULL;
    CREATE TABLE version (last INTEGER NOT NULL);
    INSERT INTO version VALUES (0);
    CREATE TABLE stream (
        id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,
        oldest INTEGER NOT NULL, next INTEGER NOT NULL, epoch INTEGER NOT NULL
    );
    CREATE TABLE event (
        stream INTEGER NOT NULL, seq INTEGER NOT NULL, epoch INTEGER NOT NULL, body BLOB NOT NULL,
        PRIMARY KEY (stream, seq)
    );
"];

/// Opens a file, and makes it if it does not exist.
pub(super) fn open(path: &Path) -> Result<Connection, StoreError> {
    check_outside(path)?;
    let path = create(path).map_err(full_or_unavailable)?;
    // Again, now that no link is left.
    check_outside(&path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW;
    let mut connection = Connection::open_with_flags(&path, flags).map_err(failed)?;
    connection.busy_timeout(BUSY).map_err(failed)?;
    // Before anything is changed in a file that may be somebody else's.
    checked(&mut connection)?;
    let mode: String =
        connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(failed)?;
    if mode != "wal" {
        return Err(StoreError::unavailable(
            "the file system has no shared memory for SQLite's WAL",
        ));
    }
    connection
        .execute_batch("PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;")
        .map_err(failed)?;
    migrate(&mut connection)?;
    Ok(connection)
}

/// One file is made at a time. Closing a file takes away the locks that SQLite has on it in the same
/// process, so nobody may have opened it before it is closed here.
static CREATING: Mutex<()> = Mutex::new(());

/// Makes the file for its owner only, and returns its path without links in the folders.
fn create(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(ErrorKind::InvalidFilename.into());
    };
    let path = folder.canonicalize()?.join(name);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _one = CREATING.lock().unwrap_or_else(PoisonError::into_inner);
    match options.open(&path).map(drop) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(path),
    }
}

fn full_or_unavailable(error: io::Error) -> StoreError {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::Full,
        _ => StoreError::unavailable(error),
    }
}

fn number(connection: &Connection, sql: &str) -> Result<i64, StoreError> {
    connection.query_row(sql, [], |row| row.get(0)).map_err(failed)
}

/// Checks the file as it is at one moment: another process may just make the tables.
fn checked(connection: &mut Connection) -> Result<usize, StoreError> {
    let moment = connection.transaction().map_err(failed)?;
    let version = check(&moment)?;
    moment.commit().map_err(failed)?;
    Ok(version)
}

/// Checks that the file is ours and not from the future. Returns its version.
fn check(connection: &Connection) -> Result<usize, StoreError> {
    let invalid = |why: &str| Err(StoreError::Invalid { why: why.to_owned() });
    let application = number(connection, "PRAGMA application_id")?;
    let version = number(connection, "PRAGMA user_version")?;
    let is_empty =
        || number(connection, "SELECT count(*) FROM sqlite_schema").map(|count| count == 0);
    if application != APPLICATION && !(application == 0 && version == 0 && is_empty()?) {
        return invalid("the file is the database of another program");
    }
    match usize::try_from(version) {
        Ok(version) if version <= MIGRATIONS.len() => Ok(version),
        _ => invalid("the file was written by a newer version of claude-sessions"),
    }
}

fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    if checked(connection)? == MIGRATIONS.len() {
        return Ok(());
    }
    let change =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    // Another process may have been faster.
    for step in &MIGRATIONS[check(&change)?..] {
        change.execute_batch(step).map_err(failed)?;
    }
    let version = MIGRATIONS.len();
    let marks = format!("PRAGMA user_version = {version}; PRAGMA application_id = {APPLICATION};");
    change.execute_batch(&marks).map_err(failed)?;
    change.commit().map_err(failed)
}
