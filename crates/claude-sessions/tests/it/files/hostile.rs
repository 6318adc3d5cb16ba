//! Hostile: links, pipes and folders in the place of files are refused, and names never leave the folder.

use claude_sessions::ports::{Expect, Journal, Records, SessionKey, SessionStore};

use super::{ID, batch, count, open};

#[tokio::test]
async fn every_name_stays_in_the_folder() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("store");
    let store = open(&root).await;
    let long = "\u{e9}/".repeat(3000);
    let names = [
        "", ".", "..", "../x", "/etc/x", "..\\x", "C:\\x", "C:x", "a\0b", "a\nb", "con", "NUL.txt",
        "COM1", "x.", "x ", ".version", ".record", "%", "%2e%2e", "~", "\u{202e}", "..%2f..",
        &long,
    ];
    for name in names {
        store.put(name, "x".into(), Expect::Absent, None).await.unwrap();
        assert_eq!(store.get(name).await.unwrap().unwrap().key, name);
        store.write(name, 1, 1, &["x".into()]).await.unwrap();
        assert_eq!(store.read(name, 0, 9).await.unwrap().len(), 1, "{name:?}");
        if let Ok(key) = SessionKey::new(name, ID) {
            store.append(&key, &batch(0..2)).await.unwrap();
            assert_eq!(count(&store, &key).await, Some(2));
            assert_eq!(store.list_sessions(name).await.unwrap().len(), 1, "{name:?}");
            if let Ok(below) = key.with_subpath(format!("subagents/{name}")) {
                store.append(&below, &batch(0..1)).await.unwrap();
                assert_eq!(store.list_subkeys(&key).await.unwrap(), [below.subpath().unwrap()]);
            }
        }
        // A project is also a question, and need not be a key.
        store.list_sessions(name).await.unwrap();
    }
    assert_eq!(store.list("", None, 99).await.unwrap().len(), names.len());
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1);
    let plain = |name: &str| {
        name.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_.%!".contains(&byte)
        })
    };
    for found in std::fs::read_dir(root).unwrap() {
        let name = found.unwrap().file_name().into_string().unwrap();
        assert!(plain(&name) && name.len() < 240, "{name}");
    }
}

#[tokio::test]
async fn the_longest_key_is_a_path() {
    let place = tempfile::tempdir().unwrap();
    let store = open(place.path()).await;
    let part = "\u{c9}".repeat(127);
    let key = SessionKey::new(part.clone(), ID).unwrap();
    let path = [part.as_str(), &part, &part, &part].join("/");
    let below = key.with_subpath(path.clone()).unwrap();
    store.append(&below, &batch(0..2)).await.unwrap();
    assert_eq!(count(&store, &below).await, Some(2));
    assert_eq!(store.list_subkeys(&key).await.unwrap(), [path]);
    store.delete(&key).await.unwrap();
    assert_eq!(count(&store, &below).await, None);
}

#[cfg(unix)]
mod links {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::Path;
    use std::time::Duration;

    use super::super::{ID, agent, batch, count, key, open};
    use super::{Expect, Journal as _, Records as _, SessionStore as _};

    /// Makes a store with everything in it, puts a link in the place of `path`, and returns the file that
    /// the link leads to.
    async fn planted(
        place: &Path,
        path: &str,
    ) -> (claude_sessions::stores::FileStore, std::path::PathBuf) {
        let root = place.join("store");
        let store = open(&root).await;
        store.append(&key(), &batch(0..2)).await.unwrap();
        store.append(&agent(), &batch(0..2)).await.unwrap();
        store.put("a", "x".into(), Expect::Any, None).await.unwrap();
        store.write("s", 1, 1, &["x".into()]).await.unwrap();
        let path = root.join(path);
        let target = place.join("target");
        if path.exists() {
            fs::rename(&path, &target).unwrap();
        } else {
            fs::write(&target, "victim").unwrap();
        }
        symlink(&target, &path).unwrap();
        (store, target)
    }

    fn content(path: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
        if !path.is_dir() {
            return vec![(path.to_owned(), fs::read(path).unwrap())];
        }
        let mut found: Vec<_> =
            fs::read_dir(path).unwrap().flat_map(|found| content(&found.unwrap().path())).collect();
        found.sort();
        found
    }

    #[tokio::test]
    async fn a_link_in_the_place_of_a_file_or_folder_is_not_followed() {
        let main = format!("-home-me-app/{ID}");
        for path in [
            "-home-me-app",
            &format!("{main}.jsonl"),
            &format!("{main}.len"),
            &main,
            &format!("{main}/subagents"),
            &format!("{main}/subagents/agent-a1b2.jsonl"),
            &format!("{main}/subagents/agent-a1b2.len"),
        ] {
            let place = tempfile::tempdir().unwrap();
            let (store, target) = planted(place.path(), path).await;
            let before = content(&target);
            let main = store.append(&key(), &batch(0..9).at(0)).await;
            let below = store.append(&agent(), &batch(0..9).at(0)).await;
            assert!(main.is_err() || below.is_err(), "{path} was followed");
            // Deleting removes the link, or refuses it.
            let _ = store.delete(&key()).await;
            assert!(content(&target) == before, "{path}: the target was changed");
        }
    }

    #[tokio::test]
    async fn a_link_in_the_place_of_a_new_file_is_replaced() {
        let main = format!("-home-me-app/{ID}");
        for path in [
            &format!("{main}.len.new"),
            &format!("{main}/subagents/agent-a1b2.len.new"),
            ".records/a.record.new",
            ".records/.version.new",
            ".journals/s.journal/state.json.new",
        ] {
            let place = tempfile::tempdir().unwrap();
            let (store, target) = planted(place.path(), path).await;
            store.append(&key(), &batch(0..9).at(0)).await.unwrap();
            store.append(&agent(), &batch(0..9).at(0)).await.unwrap();
            store.put("a", "y".into(), Expect::Any, None).await.unwrap();
            store.write("s", 2, 1, &["y".into()]).await.unwrap();
            assert_eq!(fs::read_to_string(target).unwrap(), "victim", "{path} was followed");
            assert_eq!(count(&store, &key()).await, Some(9));
        }
    }

    #[tokio::test]
    async fn a_link_in_the_place_of_a_record_or_journal_is_not_followed() {
        for path in [
            ".records",
            ".records/a.record",
            ".records/.version",
            ".journals",
            ".journals/s.journal",
            ".journals/s.journal/state.json",
            ".journals/s.journal/00000000000000000001.segment",
        ] {
            let place = tempfile::tempdir().unwrap();
            let (store, target) = planted(place.path(), path).await;
            let before = content(&target);
            let put = store.put("a", "y".into(), Expect::Any, None).await;
            let write = store.write("s", 2, 1, &["y".into()]).await;
            assert!(put.is_err() || write.is_err(), "{path} was followed");
            assert!(content(&target) == before, "{path}: the target was changed");
        }
    }

    #[tokio::test]
    async fn a_pipe_is_not_waited_for() {
        let place = tempfile::tempdir().unwrap();
        let store = open(place.path()).await;
        store.append(&key(), &batch(0..2)).await.unwrap();
        let file = place.path().join(format!("-home-me-app/{ID}.jsonl"));
        fs::remove_file(&file).unwrap();
        let mode = rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR;
        rustix::fs::mkfifoat(rustix::fs::CWD, &file, mode).unwrap();
        let key = key();
        let load = tokio::time::timeout(Duration::from_secs(30), store.load(&key, 0));
        assert!(load.await.unwrap().is_err());
        assert!(store.append(&key, &batch(2..3).at(2)).await.is_err());
    }
}
