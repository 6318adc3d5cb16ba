//! Steps: a crash between any two steps of an append or a deletion leaves the state before or after it.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::Path;

use claude_sessions::ports::{Batch, Entry, Expect, Journal, Records, SessionStore, StoreError};

use super::{ID, agent, batch, count, key, open};

fn append(path: &Path, text: &str) {
    OpenOptions::new().append(true).open(path).unwrap().write_all(text.as_bytes()).unwrap();
}

#[tokio::test]
async fn lines_that_were_not_committed_do_not_count() {
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path()).await;
    store.append(&key(), &batch(0..3)).await.unwrap();
    let file = place.path().join(format!("-home-me-app/{ID}.jsonl"));
    // A whole line, and a torn one; and a `.len` that was not renamed.
    append(&file, "{\"type\":\"other\"}\n{\"type\":\"us");
    fs::write(file.with_extension("len.new"), "{\"lo").unwrap();
    assert_eq!(count(&store, &key()).await, Some(3));
    let store = open(place.path()).await;
    assert_eq!(count(&store, &key()).await, Some(3));
    assert_eq!(store.append(&key(), &batch(3..5).at(3)).await.unwrap().len, 5);
    assert_eq!(count(&store, &key()).await, Some(5));
    assert_eq!(fs::read_to_string(&file).unwrap().lines().count(), 5);
    assert!(!file.with_extension("len.new").exists());
}

#[tokio::test]
async fn a_first_append_that_was_not_committed_makes_no_session() {
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path()).await;
    store.append(&key(), &batch(0..3)).await.unwrap();
    let file = place.path().join(format!("-home-me-app/{ID}.jsonl"));
    // The steps before the last: `.len` says that the file is ours, and lines are in it.
    fs::write(file.with_extension("len"), "{}").unwrap();
    assert_eq!(count(&store, &key()).await, None);
    assert!(store.list_sessions("-home-me-app").await.unwrap().is_empty());
    assert_eq!(store.append(&key(), &batch(0..1).at(0)).await.unwrap().len, 1);
    assert_eq!(count(&store, &key()).await, Some(1));
}

#[tokio::test]
async fn a_deletion_that_was_interrupted_can_be_repeated() {
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path()).await;
    let about = Entry::new(r#"{"type":"agent_metadata"}"#).unwrap();
    store.append(&key(), &batch(0..3).fence(4)).await.unwrap();
    store.append(&agent(), &Batch::new([super::entry(0), about])).await.unwrap();
    let folder = place.path().join(format!("-home-me-app/{ID}/subagents"));
    // The subagent's log is deleted, its files are still there.
    fs::write(folder.join("agent-a1b2.len"), "{}").unwrap();
    assert_eq!(count(&store, &agent()).await, None);
    assert!(store.list_subkeys(&key()).await.unwrap().is_empty());
    // Its old description does not come back with a new log.
    store.append(&agent(), &batch(0..1)).await.unwrap();
    assert_eq!(count(&store, &agent()).await, Some(1));
    assert!(!folder.join("agent-a1b2.meta.json").exists());
    store.delete(&key()).await.unwrap();
    let left: Vec<_> = fs::read_dir(place.path().join("-home-me-app"))
        .unwrap()
        .map(|found| found.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(left, [format!("{ID}.len")], "only the epoch stays");
}

#[tokio::test]
async fn a_file_that_the_store_did_not_write_is_never_changed() {
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path()).await;
    let file = place.path().join(format!("-home-me-app/{ID}.jsonl"));
    fs::create_dir(file.parent().unwrap()).unwrap();
    fs::write(&file, "{}\n{}\n").unwrap();
    assert_eq!(count(&store, &key()).await, None);
    let refused = store.append(&key(), &batch(0..1)).await;
    assert!(matches!(refused, Err(StoreError::Invalid { .. })), "{refused:?}");
    store.delete(&key()).await.unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), "{}\n{}\n");
}

#[tokio::test]
async fn a_file_that_somebody_has_changed_is_damaged() {
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path()).await;
    store.append(&key(), &batch(0..3)).await.unwrap();
    let file = place.path().join(format!("-home-me-app/{ID}.jsonl"));
    let text = fs::read_to_string(&file).unwrap();
    for (damage, at) in [(text.replacen('{', "[", 1), 0), (text.replacen('\n', " ", 1), 0)] {
        fs::write(&file, damage).unwrap();
        let key = key();
        let mut entries = store.load(&key, 0).await.unwrap().unwrap();
        let error = futures_util::TryStreamExt::try_next(&mut entries).await;
        assert!(
            matches!(error, Err(StoreError::Corrupt { at: found }) if found == at),
            "{error:?}"
        );
    }
    fs::write(&file, &text[..10]).unwrap();
    assert!(matches!(store.load(&key(), 0).await.err(), Some(StoreError::Corrupt { .. })));
    let refused = store.append(&key(), &batch(3..4).at(3)).await;
    assert!(matches!(refused, Err(StoreError::Corrupt { at: 3 })), "{refused:?}");
    fs::write(file.with_extension("len"), "{\"log\":{\"canary\"").unwrap();
    let refused = store.append(&key(), &batch(3..4).at(3)).await.unwrap_err();
    assert!(!format!("{refused:?}").contains("canary"));
}

#[tokio::test]
async fn a_record_is_the_old_or_the_new_one() {
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path()).await;
    store.put("a", "old".into(), Expect::Any, None).await.unwrap();
    let folder = place.path().join(".records");
    // The version was taken, the record not renamed.
    fs::write(folder.join(".version"), "5").unwrap();
    fs::write(folder.join("a.record.new"), "{\"version\":5}\nnew").unwrap();
    assert_eq!(store.get("a").await.unwrap().unwrap().value, "old");
    assert_eq!(store.list("", None, 9).await.unwrap().len(), 1);
    let put = store.put("a", "new".into(), Expect::Any, None).await.unwrap();
    assert_eq!(put.version(), Some(6));
}

#[tokio::test]
async fn items_that_were_not_committed_do_not_count() {
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path()).await;
    store.write("s", 1, 1, &["a".into(), "b".into()]).await.unwrap();
    let folder = place.path().join(".journals/s.journal");
    append(&folder.join(format!("{:020}.segment", 1)), "torn");
    // A segment that was begun.
    fs::write(folder.join(format!("{:020}.segment", 3)), "torn").unwrap();
    assert_eq!(store.read("s", 0, 9).await.unwrap().len(), 2);
    store.write("s", 3, 1, &["c".into()]).await.unwrap();
    let bodies: Vec<_> =
        store.read("s", 0, 9).await.unwrap().into_iter().map(|item| item.body).collect();
    assert_eq!(bodies, ["a", "b", "c"]);
}

#[tokio::test]
async fn a_journal_is_divided_and_trimmed() {
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path()).await;
    let body = bytes::Bytes::from(vec![b'x'; 5 << 20]);
    for seq in 1..=9 {
        store.write("s", seq, 1, std::slice::from_ref(&body)).await.unwrap();
    }
    let segments = || {
        let found = fs::read_dir(place.path().join(".journals/s.journal")).unwrap();
        found
            .filter(|found| found.as_ref().unwrap().path().extension().unwrap() == "segment")
            .count()
    };
    assert_eq!(segments(), 3);
    assert_eq!(store.read("s", 3, 9).await.unwrap().len(), 6);
    store.trim("s", 7).await.unwrap();
    assert_eq!(segments(), 2);
    let seqs: Vec<_> = store.read("s", 0, 9).await.unwrap().iter().map(|item| item.seq).collect();
    assert_eq!(seqs, [7, 8, 9]);
}
