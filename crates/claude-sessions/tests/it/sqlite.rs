//! `SQLite`: the file, and what else may be in its place.

use std::path::Path;

use claude_sessions::ports::{
    Batch, Entry, Expect, Journal, Records, SessionKey, SessionStore, StoreError,
};
use claude_sessions::stores::SqliteStore;
use futures_util::TryStreamExt;
use rusqlite::Connection;

fn key() -> SessionKey {
    SessionKey::new("-home-me-app", "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10").unwrap()
}

fn batch(entries: std::ops::Range<u64>) -> Batch {
    Batch::new(entries.map(|n| Entry::new(format!(r#"{{"n":{n}}}"#)).unwrap()))
}

async fn open(path: &Path) -> Result<SqliteStore, StoreError> {
    SqliteStore::open(path).await
}

#[tokio::test]
async fn the_file_of_another_program_or_a_newer_version_is_not_changed() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("x.db");
    for (sql, words) in [
        ("CREATE TABLE other (a)", "another program"),
        ("PRAGMA application_id = 7", "another program"),
        ("PRAGMA user_version = 1", "another program"),
        ("PRAGMA application_id = 1131172709; PRAGMA user_version = 99", "newer version"),
    ] {
        let _ = std::fs::remove_file(&path);
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        let before = std::fs::read(&path).unwrap();
        let refused = open(&path).await;
        let Err(StoreError::Invalid { why }) = refused else { panic!("{sql}: {refused:?}") };
        assert!(why.contains(words), "{sql}: {why}");
        assert!(std::fs::read(&path).unwrap() == before, "{sql}: the file was changed");
    }
    std::fs::write(&path, "canary ".repeat(1000)).unwrap();
    let refused = open(&path).await;
    assert!(matches!(refused, Err(StoreError::Corrupt { .. })), "{refused:?}");
    assert!(open(place.path()).await.is_err(), "a folder is no file");
    assert!(open(&place.path().join("no/such/folder.db")).await.is_err());
}

#[tokio::test]
async fn the_tables_say_whose_they_are() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("x.db");
    let store = open(&path).await.unwrap();
    store.append(&key(), &batch(0..3)).await.unwrap();
    let file = Connection::open(&path).unwrap();
    let number = |sql: &str| file.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!(number("PRAGMA application_id"), 0x436c_5365);
    assert_eq!(number("PRAGMA user_version"), 1);
    assert_eq!(number("SELECT count(*) FROM entry WHERE typeof(line) = 'text'"), 3);
    let mode: String = file.query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap();
    assert_eq!(mode, "wal");
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_can_read_the_files_and_no_link_is_followed() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("x.db");
    let store = open(&path).await.unwrap();
    store.append(&key(), &batch(0..3)).await.unwrap();
    let mut files = 0;
    for found in std::fs::read_dir(place.path()).unwrap() {
        let found = found.unwrap();
        let mode = found.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", found.path().display());
        files += 1;
    }
    assert_eq!(files, 3, "the file, `-wal` and `-shm`");

    let other = tempfile::tempdir().unwrap();
    let victim = other.path().join("victim");
    for planted in ["x.db", "x.db-wal", "x.db-shm"] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(&victim, "").unwrap();
        symlink(&victim, folder.path().join(planted)).unwrap();
        let refused = open(&folder.path().join("x.db")).await;
        assert!(refused.is_err(), "{planted}: {refused:?}");
        assert_eq!(std::fs::read(&victim).unwrap(), b"", "{planted} was followed");
    }
}

#[tokio::test]
async fn every_name_is_a_value() {
    let place = tempfile::tempdir().unwrap();
    let store = open(&place.path().join("x.db")).await.unwrap();
    let long = "\u{e9}/".repeat(3000);
    let names =
        ["", ".", "../x", "a\0b", "a\0c", "'; DROP TABLE log; --", "%", "_", "a%", "NULL", &long];
    for name in names {
        store.put(name, name.to_owned().into(), Expect::Absent, None).await.unwrap();
        store.write(name, 1, 1, &[name.to_owned().into()]).await.unwrap();
    }
    for name in names {
        assert_eq!(store.get(name).await.unwrap().unwrap().value, name, "{name:?}");
        assert_eq!(store.read(name, 0, 9).await.unwrap()[0].body, name, "{name:?}");
    }
    assert_eq!(store.list("", None, 99).await.unwrap().len(), names.len());
    assert_eq!(store.list("a\0", None, 99).await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_line_that_stands_twice_in_a_session_is_stored_twice() {
    let place = tempfile::tempdir().unwrap();
    let store = open(&place.path().join("x.db")).await.unwrap();
    let line = r#"{"type":"user","uuid":"0b6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a11"}"#;
    let line = Entry::new(line).unwrap();
    let twice = Batch::new([line.clone(), line.clone()]);
    assert_eq!(store.append(&key(), &twice.clone().at(0)).await.unwrap().len, 2);
    assert_eq!(store.append(&key(), &twice.clone().at(2)).await.unwrap().len, 4);
    let again = store.append(&key(), &twice).await.unwrap();
    assert_eq!((again.len, again.skipped), (4, 2));
}

#[tokio::test]
async fn a_log_that_is_deleted_while_it_is_read_is_not_mixed_with_the_next() {
    let place = tempfile::tempdir().unwrap();
    let store = open(&place.path().join("x.db")).await.unwrap();
    let key = key();
    store.append(&key, &batch(0..2000)).await.unwrap();
    let mut entries = store.load(&key, 0).await.unwrap().unwrap();
    assert!(entries.try_next().await.unwrap().is_some());
    store.delete(&key).await.unwrap();
    store.append(&key, &batch(5000..8000)).await.unwrap();
    let mut read = 1;
    let error = loop {
        match entries.try_next().await {
            Ok(Some(entry)) => assert_eq!(entry.as_str(), format!(r#"{{"n":{read}}}"#)),
            Ok(None) => panic!("the log seems to end after {read} lines"),
            Err(error) => break error,
        }
        read += 1;
    };
    assert!(matches!(error, StoreError::Unavailable { .. }), "{error:?}");
}

#[tokio::test]
async fn what_is_no_entry_is_damaged() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("x.db");
    let store = open(&path).await.unwrap();
    let key = key();
    store.append(&key, &batch(0..3)).await.unwrap();
    let file = Connection::open(&path).unwrap();
    for damage in [
        "UPDATE entry SET line = 'canary' WHERE seq = 1",
        "UPDATE entry SET line = 7 WHERE seq = 1",
        "UPDATE entry SET line = x'ff' WHERE seq = 1",
        "DELETE FROM entry WHERE seq = 1",
    ] {
        file.execute_batch(damage).unwrap();
        let entries = store.load(&key, 0).await.unwrap().unwrap();
        let error = entries.try_collect::<Vec<_>>().await.unwrap_err();
        assert!(matches!(error, StoreError::Corrupt { at: 1 }), "{damage}: {error:?}");
        let refused = store.append(&key, &batch(1..9).at(1)).await;
        assert!(matches!(refused, Err(StoreError::Corrupt { at: 1 })), "{damage}: {refused:?}");
    }
    file.execute_batch("UPDATE log SET summary = 'canary'").unwrap();
    let error = store.list_summaries("-home-me-app").await.unwrap_err();
    assert!(!format!("{error:?}").contains("canary"), "{error:?}");
}

#[tokio::test]
async fn a_call_does_not_wait_forever_for_another_process() {
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("x.db");
    let store = open(&path).await.unwrap();
    store.append(&key(), &batch(0..2)).await.unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let late = store.append(&key(), &batch(2..3).at(2)).await;
    assert!(matches!(late, Err(StoreError::TimedOut { .. })), "{late:?}");
    // Reading does not wait for a writer.
    assert_eq!(store.list_sessions("-home-me-app").await.unwrap().len(), 1);
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(store.append(&key(), &batch(2..3).at(2)).await.unwrap().len, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_file_can_be_opened_by_many_at_once() {
    for _ in 0..20 {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("x.db");
        let mut tasks = tokio::task::JoinSet::new();
        for task in 0..8 {
            let path = path.clone();
            tasks.spawn(async move {
                let store = open(&path).await?;
                store.put(&task.to_string(), "x".into(), Expect::Absent, None).await
            });
        }
        while let Some(done) = tasks.join_next().await {
            done.unwrap().unwrap();
        }
        let store = open(&path).await.unwrap();
        assert_eq!(store.list("", None, 99).await.unwrap().len(), 8);
    }
}
