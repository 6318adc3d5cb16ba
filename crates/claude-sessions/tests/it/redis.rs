//! The store on Redis.

use std::sync::Arc;

use claude_sessions::ports::{Batch, Entry, Expect, Records, SessionStore, StoreError};
use claude_sessions::stores::RedisStore;
use futures_util::{StreamExt as _, TryStreamExt as _};

use crate::on_servers;
use crate::servers::{Server, address, writers_place};

const VARIABLE: &str = "CLAUDE_TEST_REDIS";

/// A prefix that nobody else has.
fn place() -> String {
    format!("t:{}", uuid::Uuid::new_v4().simple())
}

async fn open(address: &str, place: &str) -> RedisStore {
    RedisStore::connect(address).await.unwrap().prefix(place)
}

#[tokio::test(flavor = "multi_thread")]
async fn it_conforms() {
    let Some(address) = address(VARIABLE) else { return };
    let shared = open(&address, &place()).await;
    on_servers::conforms(move || {
        let store = shared.clone().prefix(&place());
        async move { store }
    })
    .await;
}

// sessions SB-35
#[tokio::test(flavor = "multi_thread")]
async fn killed_writers_leave_whole_batches() {
    if let Some((place, address)) = writers_place() {
        on_servers::write_until_killed(&open(&address, &place).await).await;
    }
    let Some(address) = address(VARIABLE) else { return };
    let (place, test) = (place(), "redis::killed_writers_leave_whole_batches");
    let store = open(&address, &place).await;
    on_servers::killed_writers_leave_whole_batches(&store, test, &place, &address).await;
}

// sessions SB-36
#[tokio::test(flavor = "multi_thread")]
async fn two_processes_keep_their_orders() {
    if let Some((place, address)) = writers_place() {
        return on_servers::append_beside_others(&open(&address, &place).await).await;
    }
    let Some(address) = address(VARIABLE) else { return };
    let (place, test) = (place(), "redis::two_processes_keep_their_orders");
    let store = open(&address, &place).await;
    on_servers::two_processes_keep_their_orders(&store, test, &place, &address).await;
}

// sessions SB-44
#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_loses_nothing() {
    let Some(server) = Server::start("redis", VARIABLE) else { return };
    let store = open(&server.address, &place()).await;
    on_servers::a_killed_server_loses_nothing(Arc::new(store), server).await;
}

// sessions SB-44
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_loses_the_end_says_how_much_it_has() {
    let Some(mut server) = Server::start("redis", VARIABLE) else { return };
    let store = open(&server.address, &place()).await;
    let entries: Vec<_> = (0..30).map(|n| Entry::new(format!(r#"{{"n":{n}}}"#)).unwrap()).collect();
    let part = |from: usize, to: usize| Batch::new(entries[from..to].to_vec()).at(from as u64);
    let key = on_servers::key();
    store.append(&key, &part(0, 10)).await.unwrap();
    // From here on, nothing reaches the disk.
    let client = redis::Client::open(server.address.as_str()).unwrap();
    let mut connection = client.get_multiplexed_async_connection().await.unwrap();
    let mut command = redis::cmd("CONFIG");
    command.arg("SET").arg("appendonly").arg("no");
    command.query_async::<()>(&mut connection).await.unwrap();
    store.append(&key, &part(10, 20)).await.unwrap();
    server.restart();

    // The first call may find the lost connection.
    let have = loop {
        match store.append(&key, &part(20, 30)).await {
            Err(StoreError::Gap { have }) => break have,
            Err(error) if error.is_retryable() => tokio::task::yield_now().await,
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(have, 10);
    store.append(&key, &part(10, 30)).await.unwrap();
    let log: Vec<_> = store.load(&key, 0).await.unwrap().unwrap().try_collect().await.unwrap();
    assert_eq!(log, entries);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_process_sees_each_change_at_once() {
    let Some(address) = address(VARIABLE) else { return };
    let place = place();
    let (reader, writer) = (open(&address, &place).await, open(&address, &place).await);
    let mut changes = reader.watch("");
    writer.put("before", "x".into(), Expect::Any, None).await.unwrap();
    assert_eq!(changes.next().await.unwrap().unwrap().key, "before");
    let begin = std::time::Instant::now();
    for n in 0..20 {
        writer.put(&format!("{n}"), "x".into(), Expect::Any, None).await.unwrap();
        assert_eq!(changes.next().await.unwrap().unwrap().key, n.to_string());
    }
    // 20 polls take 20 s.
    assert!(begin.elapsed().as_secs() < 10, "each change waits for a poll");
}

#[tokio::test]
async fn keys_may_have_any_character() {
    let Some(address) = address(VARIABLE) else { return };
    let store = open(&address, &place()).await;
    for key in ["a\0b", "a:{b}", "a}", "{"] {
        store.put(key, key.into(), Expect::Absent, None).await.unwrap().version().unwrap();
    }
    assert_eq!(store.list("a", None, 9).await.unwrap().len(), 3);
    assert_eq!(store.get("a\0b").await.unwrap().unwrap().value, "a\0b");
}

// sessions SB-40
#[tokio::test]
async fn prefixes_are_apart() {
    let Some(address) = address(VARIABLE) else { return };
    let place = place();
    open(&address, &place)
        .await
        .put("x:{records}:keys", "x".into(), Expect::Any, None)
        .await
        .unwrap();
    // The last one would have its own keys where the first one has that record.
    let others = [":", "%3A", ":{", ":{records}:record:x"].map(|end| format!("{place}{end}"));
    for name in &others {
        let store = open(&address, name).await;
        store.put("a", "x".into(), Expect::Absent, None).await.unwrap().version().unwrap();
        assert_eq!(store.list("", None, 9).await.unwrap().len(), 1, "{name:?}");
    }
}

// sessions SB-92
#[tokio::test]
async fn secrets_are_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    for bad in [
        format!("redis+unix://{}/canary?user=canary&pass=canary", folder.path().display()),
        "redis://me:canary@[canary".to_owned(),
        "canary://canary".to_owned(),
    ] {
        let error = RedisStore::connect(&bad).await.unwrap_err();
        on_servers::is_silent(&error, "canary");
    }
    let Some(address) = address(VARIABLE) else { return };
    // The server knows no such user.
    let error =
        RedisStore::connect(&format!("{address}?user=canary&pass=canary")).await.unwrap_err();
    on_servers::is_silent(&error, "canary");
    let store = open(&address, "canary").await;
    assert!(!format!("{store:?} {store:#?}").contains("canary"));
}
