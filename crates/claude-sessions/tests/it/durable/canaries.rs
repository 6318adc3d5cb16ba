//! Canaries: no error and no debug output shows what is stored.

use claude_sessions::ports::{Batch, Expect, StoreError};

use super::{KINDS, entry, key};

#[tokio::test]
async fn nothing_that_is_stored_is_shown() {
    for &kind in KINDS {
        let folder = tempfile::tempdir().unwrap();
        let store = kind.open(folder.path()).await.unwrap();
        let secret = entry(r#"{"type":"user","text":"canary"}"#);
        let batch = Batch::new([secret.clone()]);
        store.append(&key(), &batch.clone().at(0).fence(3)).await.unwrap();
        store.put("canary/1", "canary".into(), Expect::Any, None).await.unwrap();
        store.write("canary", 1, 3, &["canary".into()]).await.unwrap();
        let other = Batch::new([entry(r#"{"text":"another canary"}"#)]);
        let errors: Vec<StoreError> = vec![
            store.append(&key(), &other.clone().at(0)).await.unwrap_err(),
            store.append(&key(), &other.clone().at(9)).await.unwrap_err(),
            store.append(&key(), &other.fence(1)).await.unwrap_err(),
            store.write("canary", 1, 3, &["canary".into()]).await.unwrap_err(),
            store.write("canary", 2, 1, &["canary".into()]).await.unwrap_err(),
        ];
        let mut shown = format!("{store:?}{:?}{:?}", store.get("canary/1").await, batch);
        shown += &format!("{:?}", store.read("canary", 0, 9).await);
        for error in errors {
            shown += &format!("{error:?} {error}");
        }
        assert!(!shown.contains("canary"), "{kind:?}: {shown}");
    }
}
