//! Resource limits: what a child gets, how it ends at a limit, and that errors of the start stay the same.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::time::Duration;

use claude_transport::{
    Environment, Launch, LaunchErrorKind, Parts, Process, ResourceLimit, ResourceLimits, Transport,
    TransportError,
};
use tokio::io::AsyncWriteExt as _;
use tokio::time::timeout;

use crate::support::{all_lines, exit};

/// Far above the duration of any test here; only a hang reaches it.
const HANG: Duration = Duration::from_secs(60);

fn sh(script: &str) -> Launch {
    Launch::new("/bin/sh").args(["-c", script])
}

fn started(launch: &Launch) -> Parts {
    Box::new(Process::spawn(launch).unwrap()).split()
}

/// Limits that change nothing for the programs of these tests, and that a shell sets.
fn wide() -> ResourceLimits {
    ResourceLimits::new().open_files(200)
}

async fn output(launch: &Launch) -> Vec<String> {
    let Parts { mut reader, mut writer, peer: _peer } = started(launch);
    // A child that does not read may have exited.
    let _ = writer.write_all(b"go\n").await;
    timeout(HANG, all_lines(&mut *reader)).await.unwrap()
}

#[tokio::test]
async fn a_child_and_what_it_starts_have_the_limits() {
    let limits =
        ResourceLimits::new().open_files(64).cpu_time(Duration::from_millis(99_500)).nice(19);
    let script = "read go; sh -c 'ulimit -n; ulimit -S -t; ulimit -H -t; nice'";
    assert_eq!(output(&sh(script).limits(limits)).await, ["64", "100", "105", "19"]);
    // Positive control: these are not the limits of this program.
    let plain = output(&sh(script)).await;
    assert!(plain[0] != "64" && plain[1] != "100" && plain[3] != "19", "{plain:?}");
}

#[cfg(not(target_vendor = "apple"))]
#[tokio::test]
async fn the_address_space_is_limited_before_the_program_starts() {
    let limits = ResourceLimits::new().address_space((1 << 30) + 1);
    let script = "read go; ulimit -v; awk '/Max address space/ { print $4 }' /proc/self/limits";
    let bytes = ((1_u64 << 30) + 1024).to_string();
    assert_eq!(output(&sh(script).limits(limits)).await, ["1048577", bytes.as_str()]);
}

/// Arguments, private files and the environment pass through the shell that sets the limits.
#[tokio::test]
async fn arguments_are_passed_unchanged_to_a_limited_child() {
    let unusual = ["", " a  b ", "$HOME `id` \"'", "-n", "*", "line\nbreak", "\\"];
    let script = "printf '<%s>\\n' \"$@\"; cat \"${8#--file=}\"; echo \"$SET\"";
    let launch = sh(script)
        .arg("name")
        .args(unusual)
        .file("--file=", "private\n")
        .env(Environment::inherit().set("SET", "yes"))
        .limits(wide());
    let lines = output(&launch).await;
    let shown = lines.join("\n");
    for argument in unusual {
        assert!(shown.contains(&format!("<{argument}>")), "{argument:?} in {shown}");
    }
    assert_eq!(lines[lines.len() - 2..], ["private", "yes"]);
}

#[tokio::test]
async fn a_child_at_its_cpu_time_ends_with_that_limit() {
    let limits = ResourceLimits::new().cpu_time(Duration::from_secs(1));
    let Parts { mut peer, reader: _reader, writer: _writer } =
        started(&sh("while :; do :; done").limits(limits));
    let end = timeout(HANG, exit(&mut *peer)).await.unwrap();
    assert_eq!((end.signal, end.limit), (Some(24), Some(ResourceLimit::CpuTime)), "{end}");
    assert!(end.to_string().contains("CPU time"), "{end}");
}

#[cfg(not(target_vendor = "apple"))]
#[tokio::test]
async fn a_crash_with_limited_memory_names_the_limit() {
    let crash = sh("kill -ABRT $$");
    let limited = crash.clone().limits(ResourceLimits::new().address_space(4 << 30));
    for (launch, expected) in [(limited, Some(ResourceLimit::AddressSpace)), (crash, None)] {
        let Parts { mut peer, reader: _reader, writer: _writer } = started(&launch);
        let end = timeout(HANG, exit(&mut *peer)).await.unwrap();
        assert_eq!((end.signal, end.limit), (Some(6), expected), "{end}");
    }
}

fn file(folder: &Path, name: &str, mode: u32, content: &[u8]) -> Launch {
    let file = folder.join(name);
    std::fs::write(&file, content).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
    Launch::new(file)
}

fn kind(launch: &Launch) -> LaunchErrorKind {
    match Process::spawn(launch) {
        Err(TransportError::Launch { kind, .. }) => kind,
        other => panic!("expected a launch error for {launch:?}, got {other:?}"),
    }
}

#[tokio::test]
async fn a_program_that_cannot_start_has_the_same_error_with_limits() {
    use LaunchErrorKind as Kind;
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    std::os::unix::fs::symlink(folder.join("gone"), folder.join("link")).unwrap();
    let script = format!("#!{}\n", folder.join("node").display());
    let empty = Environment::empty().set("PATH", folder.as_os_str());
    for (launch, expected) in [
        (Launch::new(folder.join("missing")), Kind::NotFound),
        (Launch::new(folder.join("link")), Kind::NotFound),
        (Launch::new("missing").env(empty), Kind::NotFound),
        (Launch::new("bin/missing").cwd(folder), Kind::NotFound),
        (Launch::new("/bin/sh/missing"), Kind::NotFound),
        (Launch::new(folder), Kind::IsDirectory),
        (file(folder, "plain", 0o644, b"\x7fELF"), Kind::PermissionDenied),
        (file(folder, "stub", 0o755, b"echo not installed\n"), Kind::NotAProgram),
        (file(folder, "empty", 0o755, b""), Kind::NotAProgram),
        (file(folder, "script", 0o755, script.as_bytes()), Kind::InterpreterMissing),
        (Launch::new("/bin/sh").cwd(folder.join("nowhere")), Kind::CwdMissing),
    ] {
        assert_eq!(kind(&launch), expected, "{launch:?} without limits");
        assert_eq!(kind(&launch.clone().limits(wide())), expected, "{launch:?} with limits");
    }
}

#[tokio::test]
async fn a_limited_program_is_found_in_the_path_and_by_a_relative_path() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("bin")).unwrap();
    file(folder.path(), "bin/hello", 0o755, b"#!/bin/sh\necho hello\n");
    let path = Environment::inherit().set("PATH", folder.path().join("bin"));
    for launch in [Launch::new("hello").env(path), Launch::new("./bin/hello").cwd(folder.path())] {
        assert_eq!(output(&launch.limits(wide())).await, ["hello"]);
    }
}
