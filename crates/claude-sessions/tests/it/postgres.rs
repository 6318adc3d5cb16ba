//! The store on `PostgreSQL`.

use std::sync::Arc;

use claude_sessions::ports::{Batch, Entry, Expect, Records, SessionStore, StoreError};
use claude_sessions::stores::PostgresStore;

use crate::servers::{Server, address, writers_place};
use crate::{on_servers, servers};

const VARIABLE: &str = "CLAUDE_TEST_POSTGRES";

/// An empty schema.
fn place() -> String {
    format!("t_{}", uuid::Uuid::new_v4().simple())
}

async fn open(address: &str, place: &str) -> PostgresStore {
    let store = PostgresStore::connect(address).await.unwrap().schema(place).unwrap();
    store.migrate().await.unwrap();
    store
}

/// One pool for all stores of a test.
async fn empty(shared: &PostgresStore) -> PostgresStore {
    let store = shared.clone().schema(&place()).unwrap();
    store.migrate().await.unwrap();
    store
}

#[tokio::test(flavor = "multi_thread")]
async fn it_conforms() {
    let Some(address) = address(VARIABLE) else { return };
    let shared = open(&address, &place()).await;
    on_servers::conforms(move || {
        let shared = shared.clone();
        async move { empty(&shared).await }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pool_of_the_users_conforms() {
    let Some(address) = address(VARIABLE) else { return };
    let manager = deadpool_postgres::Manager::new(address.parse().unwrap(), tokio_postgres::NoTls);
    // One connection: a call that needed two would wait for ever.
    let pool = deadpool_postgres::Pool::builder(manager).max_size(1).build().unwrap();
    let shared = PostgresStore::new(pool);
    on_servers::conforms(move || {
        let shared = shared.clone();
        async move { empty(&shared).await }
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
    let (place, test) = (place(), "postgres::killed_writers_leave_whole_batches");
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
    let (place, test) = (place(), "postgres::two_processes_keep_their_orders");
    let store = open(&address, &place).await;
    on_servers::two_processes_keep_their_orders(&store, test, &place, &address).await;
}

// sessions SB-44
#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_loses_nothing() {
    let Some(server) = Server::start("postgres", VARIABLE) else { return };
    let store = open(&server.address, &place()).await;
    on_servers::a_killed_server_loses_nothing(Arc::new(store), server).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_process_sees_each_change_at_once() {
    let Some(address) = address(VARIABLE) else { return };
    let place = place();
    let (reader, writer) = (open(&address, &place).await, open(&address, &place).await);
    let mut changes = reader.watch("");
    // The first poll lists, and finds nothing.
    writer.put("before", "x".into(), Expect::Any, None).await.unwrap();
    use futures_util::StreamExt as _;
    assert_eq!(changes.next().await.unwrap().unwrap().key, "before");
    let mut keys = Vec::new();
    let begin = std::time::Instant::now();
    for n in 0..20 {
        writer.put(&format!("{n}"), "x".into(), Expect::Any, None).await.unwrap();
        keys.push(changes.next().await.unwrap().unwrap().key);
    }
    assert_eq!(keys.len(), 20);
    // 20 polls take 20 s.
    assert!(begin.elapsed().as_secs() < 10, "each change waits for a poll");
}

#[tokio::test]
async fn only_plain_names_are_schemas() {
    let Some(address) = address(VARIABLE) else { return };
    let store = PostgresStore::connect(&address).await.unwrap();
    let long = "x".repeat(64);
    for name in
        ["", "A", "a-b", "a b", "a\"b", "a'b", "a;b", "a.b", "1a", "pg_a", "é", "a\0", &long]
    {
        let refused = store.clone().schema(name);
        assert!(matches!(refused, Err(StoreError::Invalid { .. })), "{name:?}");
    }
    for name in ["_a1", "select", "user"] {
        store.clone().schema(name).unwrap().migrate().await.unwrap();
    }
}

#[tokio::test]
async fn tables_are_made_once_and_those_of_a_later_version_are_left_alone() {
    let Some(address) = address(VARIABLE) else { return };
    let place = place();
    let stores = [open(&address, &place).await, open(&address, &place).await];
    let (one, other) = tokio::join!(stores[0].migrate(), stores[1].migrate());
    one.and(other).unwrap();
    let batch = Batch::new([Entry::new("{}").unwrap()]);
    stores[0].append(&on_servers::key(), &batch).await.unwrap();
    stores[1].migrate().await.unwrap();
    assert_eq!(stores[1].append(&on_servers::key(), &batch).await.unwrap().len, 2);

    let (client, connection) =
        tokio_postgres::connect(&address, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    client.batch_execute(&format!("UPDATE {place}.version SET version = 99")).await.unwrap();
    assert!(matches!(stores[0].migrate().await, Err(StoreError::Invalid { .. })));
}

#[tokio::test]
async fn missing_tables_are_named() {
    let Some(address) = address(VARIABLE) else { return };
    let store = PostgresStore::connect(&address).await.unwrap().schema(&place()).unwrap();
    let error = store.list_sessions("p").await.unwrap_err();
    let source = std::error::Error::source(&error).unwrap().to_string();
    assert!(source.contains("migrate"), "{source}");
}

// sessions SB-92
#[tokio::test]
async fn secrets_are_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().display();
    for bad in [
        format!("host={nowhere} user=canary password=canary dbname=canary"),
        "postgres://me:canary@[canary".to_owned(),
        "password=canary nonsense=canary".to_owned(),
        "canary".to_owned(),
    ] {
        let error = PostgresStore::connect(&bad).await.unwrap_err();
        on_servers::is_silent(&error, "canary");
    }
    let Some(address) = servers::address(VARIABLE) else { return };
    let place = place();
    let store = open(&format!("{address} password=canary"), &place).await;
    assert!(!format!("{store:?} {store:#?}").contains("canary"));

    // The server quotes the row that it refuses.
    let (client, connection) =
        tokio_postgres::connect(&address, tokio_postgres::NoTls).await.unwrap();
    tokio::spawn(connection);
    let check = format!("ALTER TABLE {place}.entry ADD CHECK (line NOT LIKE '%canary%')");
    client.batch_execute(&check).await.unwrap();
    let batch = Batch::new([Entry::new(r#"{"secret":"canary"}"#).unwrap()]);
    let error = store.append(&on_servers::key(), &batch).await.unwrap_err();
    on_servers::is_silent(&error, "canary");
    assert!(store.load(&on_servers::key(), 0).await.unwrap().is_none(), "a part of it is there");
}

/// A character that no text of the database can have, where the port allows it.
#[tokio::test]
async fn keys_may_have_any_character() {
    let Some(address) = address(VARIABLE) else { return };
    let store = open(&address, &place()).await;
    store.put("a\0b", "x".into(), Expect::Any, None).await.unwrap();
    assert_eq!(store.list("a\0", None, 9).await.unwrap().len(), 1);
    let long = "x".repeat(3000);
    assert!(matches!(store.get(&long).await, Err(StoreError::Invalid { .. })));
    for line in ["{\"\0\":1}", "{\"\u{1}\":1}", "{\"a\":\"\0\"}"] {
        assert!(Entry::new(line).is_err(), "{line:?} is no JSON");
    }
}
