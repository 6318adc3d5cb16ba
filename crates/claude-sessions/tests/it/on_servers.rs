//! What holds for each store on a server: the checks, killed writers, killed servers, secrets.

use std::sync::Arc;
use std::time::Duration;

use claude_sessions::conformance::Suite;
use claude_sessions::ports::{
    Batch, Entry, Expect, Journal, Records, SessionKey, SessionStore, StoreError,
};
use futures_util::TryStreamExt;

use crate::servers::{Server, Writer};

const SESSION: &str = "4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10";
/// How many entries a batch of a writer has.
const BATCH: u64 = 7;

pub(crate) fn key() -> SessionKey {
    SessionKey::new("-home-me-app", SESSION).unwrap()
}

fn batch(from: u64, count: u64) -> Batch {
    let entry = |n| Entry::new(format!(r#"{{"type":"note","n":{n}}}"#)).unwrap();
    Batch::new((from..from + count).map(entry)).at(from)
}

async fn stored(store: &impl SessionStore) -> Vec<Entry> {
    match store.load(&key(), 0).await.unwrap() {
        Some(entries) => entries.try_collect().await.unwrap(),
        None => Vec::new(),
    }
}

/// Runs all checks of all ports. None is skipped.
pub(crate) async fn conforms<S, F>(make: impl Fn() -> F + Clone + Send + Sync + 'static)
where
    S: SessionStore + Records + Journal,
    F: Future<Output = S> + Send + 'static,
{
    for (suite, checks) in [
        (Suite::store(make.clone()), 34),
        (Suite::records(make.clone()), 13),
        (Suite::journal(make), 10),
    ] {
        let report = suite.run().await;
        report.assert_passed();
        assert_eq!((report.passed(), report.skipped().count()), (checks, 0), "{report}");
    }
}

/// Appends batches until the process is killed, and says so after each.
#[expect(clippy::print_stdout, reason = "the process that kills it reads this")]
pub(crate) async fn write_until_killed(store: &impl SessionStore) {
    let mut len = stored(store).await.len() as u64;
    loop {
        len = store.append(&key(), &batch(len, BATCH)).await.unwrap().len;
        println!("appended");
    }
}

/// Kills writers in the middle of their work. 20 by default; 200 with `CLAUDE_TEST_KILLS=200`.
pub(crate) async fn killed_writers_leave_whole_batches(
    store: &impl SessionStore,
    test: &str,
    place: &str,
    address: &str,
) {
    let kills = std::env::var("CLAUDE_TEST_KILLS").ok().and_then(|kills| kills.parse().ok());
    for kill in 0..kills.unwrap_or(20) {
        let before = stored(store).await.len();
        let mut writer = Writer::start(test, place, address);
        let acknowledged = writer.wait_for(kill % 5 + 1);
        drop(writer);
        // It may still be at work in the server: a write of nothing comes behind it.
        store.append(&key(), &Batch::default().fence(kill as u64)).await.unwrap();
        let log = stored(store).await;
        assert_eq!(acknowledged, kill % 5 + 1, "the writer has ended by itself");
        assert_eq!(log.len() % BATCH as usize, 0, "a part of a batch is there");
        assert!(log.len() >= before + acknowledged * BATCH as usize, "an append is lost");
        assert_eq!(log, batch(0, log.len() as u64).entries);
    }
}

/// Appends 1,000 entries with others that do the same.
pub(crate) async fn append_beside_others(store: &impl SessionStore) {
    let by = std::process::id();
    for n in 0..1000 {
        let entry = Entry::new(format!(r#"{{"by":{by},"n":{n}}}"#)).unwrap();
        store.append(&key(), &Batch::new([entry])).await.unwrap();
    }
}

/// Two processes append to one session.
pub(crate) async fn two_processes_keep_their_orders(
    store: &impl SessionStore,
    test: &str,
    place: &str,
    address: &str,
) {
    let writers = [(); 2].map(|()| Writer::start(test, place, address));
    writers.into_iter().for_each(Writer::end);
    let log = stored(store).await;
    assert_eq!(log.len(), 2000);
    let mut by_writer = std::collections::BTreeMap::<u64, Vec<u64>>::new();
    for entry in &log {
        let value: serde_json::Value = serde_json::from_str(entry.as_str()).unwrap();
        let number = |name: &str| value[name].as_u64().unwrap();
        by_writer.entry(number("by")).or_default().push(number("n"));
    }
    assert_eq!(by_writer.len(), 2);
    for numbers in by_writer.values() {
        assert_eq!(*numbers, (0..1000).collect::<Vec<_>>());
    }
}

/// The server is killed and started again while a writer appends and readers wait.
pub(crate) async fn a_killed_server_loses_nothing<S>(store: Arc<S>, mut server: Server)
where
    S: SessionStore + Records + Journal,
{
    store.put("lease", "mine".into(), Expect::Absent, None).await.unwrap();
    let waiting = tokio::spawn({
        let store = Arc::clone(&store);
        async move {
            // It fails when the server is gone; then it is asked again.
            while store.changed("s", 0).await.is_err() {
                tokio::task::yield_now().await;
            }
        }
    });
    let (progress, mut seen) = tokio::sync::watch::channel(0);
    let writing = tokio::spawn({
        let store = Arc::clone(&store);
        async move {
            let (mut len, mut failures) = (0, 0);
            while len < 400 * BATCH {
                match store.append(&key(), &batch(len, BATCH)).await {
                    Ok(appended) => {
                        len = appended.len;
                        progress.send_replace(len);
                    }
                    Err(error) => {
                        assert!(error.is_retryable(), "{error:?}");
                        failures += 1;
                        tokio::time::sleep(Duration::from_millis(5)).await;
                    }
                }
            }
            failures
        }
    });
    for restart in 1..=3_u64 {
        seen.wait_for(|len| *len >= restart * 50 * BATCH).await.unwrap();
        server = tokio::task::spawn_blocking(move || {
            server.restart();
            server
        })
        .await
        .unwrap();
    }
    let failures = writing.await.unwrap();
    assert!(failures > 0, "no append was hit");
    assert_eq!(stored(&*store).await, batch(0, 400 * BATCH).entries);
    let record = store.get("lease").await.unwrap().unwrap();
    assert_eq!(record.value, "mine");
    store.write("s", 1, 1, &["item".into()]).await.unwrap();
    waiting.await.unwrap();
}

/// A secret of the address is in no text of an error.
pub(crate) fn is_silent(error: &StoreError, secret: &str) {
    let mut texts = vec![format!("{error} {error:?} {error:#?}")];
    let mut cause = std::error::Error::source(error);
    while let Some(error) = cause {
        texts.push(format!("{error} {error:?}"));
        cause = error.source();
    }
    for text in texts {
        assert!(!text.contains(secret), "an error shows the secret: {text}");
    }
}
