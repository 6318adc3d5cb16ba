//! Private files: nobody else can read them from the moment they exist, and they are gone on every
//! path. `orphans.rs` has the paths on which the host is killed.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

use claude_transport::{Launch, Process, ShutdownGrace};
use tempfile::TempDir;

/// Makes this binary a program that writes private files, with this folder for temporary files.
const WRITER: &str = "CLAUDE_TRANSPORT_TEST_WRITER";

/// Long enough that a file with another mode would be seen while it is written.
const LENGTH: usize = 4 << 20;

/// The modes of everything below a folder that another user could use, as `name mode`.
fn open_to_others(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(metadata) = std::fs::symlink_metadata(entry.path()) else { continue };
        let mode = metadata.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            let kind = if metadata.is_dir() { "folder" } else { "file" };
            found.insert(format!("{kind} {mode:o}"));
        }
        if metadata.is_dir() {
            open_to_others(&entry.path(), found);
        }
    }
}

/// Looks at a folder all the time while `act` runs.
fn watched(folder: &Path, act: impl FnOnce()) -> BTreeSet<String> {
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            let mut found = BTreeSet::new();
            while !done.load(Ordering::Relaxed) {
                open_to_others(folder, &mut found);
            }
            found
        });
        act();
        done.store(true, Ordering::Relaxed);
        watcher.join().unwrap()
    })
}

/// Not a test by itself: a program without a mask for modes, which starts children with files.
#[test]
fn writer() {
    if std::env::var_os(WRITER).is_none() {
        return;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        for _ in 0..10 {
            let launch = Launch::new("/bin/true").file("--settings=", "x".repeat(LENGTH));
            Process::spawn(&launch).unwrap().shutdown(ShutdownGrace::default()).await;
        }
    });
}

/// The mask is 0, so nothing but the mode that the file is created with protects it.
#[expect(clippy::disallowed_methods, reason = "it starts the host, not a child of the host")]
#[test]
fn a_private_file_is_private_from_the_moment_it_exists() {
    let folder = TempDir::new().unwrap();
    let found = watched(folder.path(), || {
        let test = std::env::current_exe().unwrap();
        let name = format!("{}::writer", module_path!().split_once("::").unwrap().1);
        let ended = Command::new("/bin/sh")
            .args(["-c", "umask 0; exec \"$@\"", "sh"])
            .arg(test)
            .args([name.as_str(), "--exact"])
            .env("TMPDIR", folder.path())
            .env(WRITER, "1")
            .stdout(Stdio::null())
            .status()
            .unwrap();
        assert!(ended.success());
    });
    assert_eq!(found, BTreeSet::new());
    // What is left is the work of the watcher, which ends behind the program.
    while std::fs::read_dir(folder.path()).unwrap().next().is_some() {
        std::thread::yield_now();
    }
}

/// Positive control: a file that becomes private after it was created is seen.
#[test]
fn a_file_that_becomes_private_later_is_seen() {
    let folder = TempDir::new().unwrap();
    let found = watched(folder.path(), || {
        for number in 0..10 {
            let path = folder.path().join(number.to_string());
            let mut options = std::fs::OpenOptions::new();
            let mut file = options.write(true).create_new(true).mode(0o644).open(path).unwrap();
            file.write_all(&vec![b'x'; LENGTH]).unwrap();
            file.set_permissions(std::fs::Permissions::from_mode(0o600)).unwrap();
        }
    });
    assert_eq!(found, BTreeSet::from(["file 644".to_owned()]));
}

/// The paths of the private files that a child has.
fn files_of(process: &Process) -> Vec<String> {
    // It is empty for a moment after the program was executed.
    let read = || std::fs::read(format!("/proc/{}/cmdline", process.id().unwrap())).unwrap();
    let args = std::iter::repeat_with(read).find(|args| !args.is_empty()).unwrap();
    let args = String::from_utf8(args).unwrap();
    args.split('\0').filter_map(|arg| arg.strip_prefix("--settings=")).map(Into::into).collect()
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_private_file_is_gone_after_a_drop_and_after_a_kill() {
    let launch = |script: &str| {
        let launch = Launch::new("/bin/sh").args(["-c", script, "sh"]);
        launch.file("--settings=", "secret")
    };
    for script in ["cat >/dev/null; :", "trap '' TERM; while :; do sleep 600; done"] {
        let mut launch = launch(script);
        launch.drop_grace = std::time::Duration::from_millis(50);
        let process = Process::spawn(&launch).unwrap();
        let files = files_of(&process);
        assert_eq!(files.len(), 1);
        assert_eq!(std::fs::read_to_string(&files[0]).unwrap(), "secret");
        drop(process);
        while Path::new(&files[0]).exists() {
            tokio::task::yield_now().await;
        }
    }
}
