//! The layout: the CLI's, private, and outside of the CLI's folder.

use claude_sessions::ports::{Batch, Entry, Expect, Journal, Records, SessionStore, StoreError};
use claude_sessions::stores::FileStore;
use claude_transcripts::{Home, Scope};

use super::{ID, agent, key, open};

#[tokio::test]
async fn claude_transcripts_reads_the_folder() {
    let config = tempfile::tempdir().unwrap();
    let store = open(&config.path().join("projects")).await;
    let user = r#"{"type":"user","uuid":"0b6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a11","parentUuid":null,"sessionId":"ID","timestamp":"2026-01-02T03:04:05.678Z","cwd":"/home/me/app","message":{"role":"user","content":"Hello"}}"#;
    let user = Entry::new(user.replace("ID", ID)).unwrap();
    let title = Entry::new(r#"{"type":"custom-title","customTitle":"Greeting"}"#).unwrap();
    store.append(&key(), &Batch::new([user.clone(), title])).await.unwrap();
    let metadata =
        r#"{"type":"agent_metadata","agentType":"general-purpose","description":"Looks around"}"#;
    let metadata = Entry::new(metadata).unwrap();
    store.append(&agent(), &Batch::new([user, metadata])).await.unwrap();
    store.put("a", "b".into(), Expect::Any, None).await.unwrap();
    store.write("s", 1, 1, &["x".into()]).await.unwrap();

    let home = Home::at(config.path());
    let listing = home.list(&Scope::everywhere()).run().unwrap();
    assert_eq!(listing.sessions.len(), 1);
    assert_eq!(listing.sessions[0].summary, "Greeting");
    let transcript = home.open(&ID.into()).unwrap();
    assert_eq!(transcript.conversation().unwrap().messages().len(), 1);
    let agents = transcript.subagents().unwrap();
    assert_eq!(agents[0].agent_id.as_str(), "a1b2");
    let meta = agents[0].meta.as_ref().unwrap();
    assert_eq!(meta.description.as_deref(), Some("Looks around"));
    assert_eq!(agents[0].conversation().unwrap().messages().len(), 1);

    store.delete(&key()).await.unwrap();
    assert!(home.open(&ID.into()).is_err());
    assert!(home.list(&Scope::everywhere()).run().unwrap().sessions.is_empty());
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_can_read_or_write_the_files() {
    use std::os::unix::fs::PermissionsExt as _;

    use super::batch;

    let place = tempfile::tempdir().unwrap();
    let root = place.path().join("a/store");
    let store = open(&root).await;
    store.append(&agent(), &batch(0..2)).await.unwrap();
    store.append(&key(), &batch(0..2)).await.unwrap();
    store.put(&"long".repeat(100), "b".into(), Expect::Any, None).await.unwrap();
    store.write("s", 1, 1, &["x".into()]).await.unwrap();
    let (mut open_folders, mut files) = (vec![root.clone()], 0);
    while let Some(folder) = open_folders.pop() {
        let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700, "{}", folder.display());
        for found in std::fs::read_dir(folder).unwrap() {
            let path = found.unwrap().path();
            if path.is_dir() {
                open_folders.push(path);
            } else {
                assert_eq!(mode(&path), 0o600, "{}", path.display());
                files += 1;
            }
        }
    }
    assert!(files >= 10, "{files} files");

    std::fs::set_permissions(&root, std::fs::Permissions::from_mode(0o770)).unwrap();
    let refused = FileStore::open(&root).await;
    assert!(matches!(refused, Err(StoreError::Invalid { .. })), "{refused:?}");
}

#[tokio::test]
async fn a_folder_of_a_newer_version_is_refused() {
    let place = tempfile::tempdir().unwrap();
    open(place.path()).await;
    open(place.path()).await;
    std::fs::write(place.path().join(".layout"), "2\n").unwrap();
    let refused = FileStore::open(place.path()).await;
    assert!(matches!(refused, Err(StoreError::Invalid { .. })), "{refused:?}");
}

/// The child of the test below: its folder of the CLI is the variable's.
#[tokio::test]
async fn child_in_the_folder_of_the_cli() {
    let Ok(config) = std::env::var("CLAUDE_SESSIONS_TEST_CONFIG") else { return };
    let config = std::path::PathBuf::from(config);
    for inside in ["", "projects", "a/b", "a/../b", "link"] {
        let refused = FileStore::open(config.join(inside)).await;
        assert!(matches!(refused, Err(StoreError::Invalid { .. })), "{inside}: {refused:?}");
        #[cfg(feature = "sqlite")]
        {
            let path = config.join(inside).join("sessions.db");
            let refused = claude_sessions::stores::SqliteStore::open(path).await;
            assert!(matches!(refused, Err(StoreError::Invalid { .. })), "{inside}: {refused:?}");
        }
    }
    let usual = std::path::PathBuf::from(std::env::var_os("HOME").unwrap()).join(".claude/x");
    assert!(FileStore::open(usual).await.is_err());
    FileStore::open(config.with_file_name("outside")).await.unwrap();
}

#[cfg(unix)]
#[test]
fn a_store_in_the_folder_of_the_cli_is_refused() {
    let place = tempfile::tempdir().unwrap();
    let config = place.path().join("config");
    std::fs::create_dir(&config).unwrap();
    std::os::unix::fs::symlink(".", config.join("link")).unwrap();
    #[expect(clippy::disallowed_methods, reason = "this process itself, with another environment")]
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "files::layout::child_in_the_folder_of_the_cli", "--nocapture"])
        .env("CLAUDE_SESSIONS_TEST_CONFIG", &config)
        .env("CLAUDE_CONFIG_DIR", &config)
        .env("HOME", place.path().join("home"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(place.path().join("outside").exists(), "the child did nothing");
    let left: Vec<_> = std::fs::read_dir(&config).unwrap().collect();
    assert_eq!(left.len(), 1, "something was made in the folder of the CLI");
}
