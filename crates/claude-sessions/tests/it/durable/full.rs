//! Full: a disk without space.

use std::path::Path;

use claude_sessions::ports::{Batch, StoreError};

use super::{Kind, child, entry, key};

/// Appends until there is no space left.
pub(super) async fn fill(kind: Kind, folder: &Path) {
    let store = kind.open(folder).await.unwrap();
    let line = entry(&format!(r#"{{"text":"{}"}}"#, "x".repeat(10_000)));
    let mut len = 0;
    let error = loop {
        match store.append(&key(), &Batch::new([line.clone()]).at(len)).await {
            Ok(appended) => len = appended.len,
            Err(error) => break error,
        }
    };
    assert!(matches!(error, StoreError::Full) && error.is_retryable(), "{error:?}");
    child::report(&len.to_string());
}

/// The limit of the size of a file stands for a full disk: a write fails in its middle.
#[cfg(unix)]
#[tokio::test]
async fn a_full_disk_is_reported_and_loses_nothing() {
    use std::process::Command;

    use super::lines;

    let kind = Kind::Files;
    let folder = tempfile::tempdir().unwrap();
    #[expect(clippy::disallowed_methods, reason = "this process itself, with a limit")]
    let mut shell = Command::new("sh");
    shell.args(["-c", r#"trap "" XFSZ; ulimit -f 200; exec "$@""#, "sh"]);
    shell.arg(std::env::current_exe().unwrap());
    let output = child::prepare(shell, kind, folder.path(), "fill").output().unwrap();
    let output = String::from_utf8_lossy(&output.stdout);
    let len = output.lines().find_map(|line| child::reported(line)?.parse::<usize>().ok());
    let len = len.unwrap_or_else(|| panic!("{output}"));
    assert!(len > 1, "{output}");

    let store = kind.open(folder.path()).await.unwrap();
    assert_eq!(lines(&*store, &key()).await.len(), len);
    // With space again, it goes on where it was.
    let appended = store.append(&key(), &Batch::new([entry("{}")]).at(len as u64)).await.unwrap();
    assert_eq!(appended.len, len as u64 + 1);
}
