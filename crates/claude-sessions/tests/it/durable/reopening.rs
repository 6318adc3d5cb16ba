//! Reopening: everything is there again, also for a second process beside the first.

use std::time::Duration;

use claude_sessions::ports::{Batch, Expect, Extent, StoreError, Summary};
use futures_util::StreamExt;
use tokio::time::timeout;

use super::{KINDS, entry, key, lines};

/// How long a change of another store may take until it is seen.
const SEEN: Duration = Duration::from_secs(30);

#[tokio::test]
async fn everything_is_there_again() {
    for &kind in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let agent = key().with_subpath("subagents/agent-a1").unwrap();
        let metadata = entry(r#"{"type":"agent_metadata","agentType":"x"}"#);
        let title = entry(r#"{"type":"custom-title","customTitle":"Greeting"}"#);
        let id = "0b6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a11";
        let with_uuid = entry(&format!(r#"{{"type":"user","uuid":"{id}"}}"#));
        let store = kind.open(folder.path()).await.unwrap();
        let batch = Batch::new([title.clone(), with_uuid.clone()]).at(0).fence(7);
        store.append(&key(), &batch).await.unwrap();
        store.append(&agent, &Batch::new([entry("{}"), metadata.clone()])).await.unwrap();
        let version =
            store.put("a", "1".into(), Expect::Any, None).await.unwrap().version().unwrap();
        store.put("gone", "1".into(), Expect::Any, None).await.unwrap();
        store.remove("gone", Expect::Any).await.unwrap();
        store.write("s", 1, 3, &["x".into(), "y".into()]).await.unwrap();
        store.trim("s", 2).await.unwrap();
        drop(store);

        let store = kind.open(folder.path()).await.unwrap();
        assert_eq!(lines(&*store, &key()).await, [title.as_str(), with_uuid.as_str()]);
        assert_eq!(lines(&*store, &agent).await, ["{}", metadata.as_str()]);
        let mut summary = Summary::default();
        summary.fold([&title, &with_uuid]);
        assert_eq!(store.list_summaries(key().project()).await.unwrap()[0].summary, summary);
        assert_eq!(store.list_subkeys(&key()).await.unwrap(), [agent.subpath().unwrap()]);
        let fenced = store.append(&agent, &Batch::new([entry("{}")]).fence(6)).await;
        assert!(matches!(fenced, Err(StoreError::Fenced { epoch: 7 })), "{kind:?}: {fenced:?}");
        // The UUIDs are known again, too.
        let again = store.append(&key(), &Batch::new([with_uuid.clone()])).await.unwrap();
        assert_eq!((again.len, again.skipped), (2, 1));
        assert_eq!(store.get("a").await.unwrap().unwrap().version, version);
        assert!(store.get("gone").await.unwrap().is_none());
        let next = store.put("gone", "1".into(), Expect::Absent, None).await.unwrap();
        assert!(next.version().unwrap() > version + 1, "{kind:?}: a version comes again");
        assert_eq!(store.extent("s").await.unwrap(), Extent::new(2, 3, 3));
        assert_eq!(store.read("s", 0, 9).await.unwrap()[0].body, "y");
    }
}

#[tokio::test]
async fn a_change_of_another_process_is_seen() {
    for &kind in KINDS {
        let folder = tempfile::tempdir().unwrap();
        // Two stores on one folder share nothing but the folder, as two processes do.
        let (one, two) =
            (kind.open(folder.path()).await.unwrap(), kind.open(folder.path()).await.unwrap());
        one.put("job/1", "open".into(), Expect::Any, None).await.unwrap();
        let mut changes = two.watch("job/");
        let mut next = async || timeout(SEEN, changes.next()).await.unwrap().unwrap().unwrap();
        assert_eq!(next().await.record.unwrap().value, "open");
        one.put("job/2", "open".into(), Expect::Any, None).await.unwrap();
        assert_eq!(next().await.key, "job/2");
        one.remove("job/1", Expect::Any).await.unwrap();
        let change = next().await;
        assert_eq!((change.key.as_str(), change.record), ("job/1", None));
        let short = Some(Duration::from_millis(30));
        one.put("job/3", "short".into(), Expect::Any, short).await.unwrap();
        while next().await.record.is_some() {}

        let waiting = two.changed("s", 0);
        one.write("s", 1, 1, &["x".into()]).await.unwrap();
        timeout(SEEN, waiting).await.unwrap().unwrap();
        assert_eq!(two.read("s", 0, 9).await.unwrap().len(), 1);
    }
}
