//! Processes: output, exit, and failures to start of real children.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use claude_transport::{
    Connector, Environment, Frame, Launch, LaunchErrorKind, Parts, Process, ShutdownGrace, Signal,
    Spawner, StderrOptions, Transport, TransportError,
};
use tokio::io::AsyncWriteExt;
use tokio::time::timeout;

use crate::support::{all_lines, exit, some_lines};

/// Far above the duration of any test here; only a hang reaches it.
const HANG: Duration = Duration::from_secs(60);

fn sh(script: &str) -> Launch {
    Launch::new("/bin/sh").args(["-c", script])
}

fn started(launch: &Launch) -> Parts {
    Box::new(Process::spawn(launch).unwrap()).split()
}

fn launch_error(launch: &Launch) -> LaunchErrorKind {
    match Process::spawn(launch) {
        Err(TransportError::Launch { kind, .. }) => kind,
        other => panic!("expected a launch error, got {other:?}"),
    }
}

#[tokio::test]
async fn lines_travel_both_ways_and_eof_ends_the_child() {
    let Parts { mut reader, mut writer, mut peer } =
        started(&sh("while read -r x; do echo \"got $x\"; done"));
    writer.write_all(b"one\n").await.unwrap();
    assert_eq!(some_lines(&mut *reader).await, ["got one"]);
    writer.write_all(b"two\n").await.unwrap();
    assert_eq!(some_lines(&mut *reader).await, ["got two"]);
    drop(writer);
    assert_eq!(all_lines(&mut *reader).await, [""; 0]);
    let end = exit(&mut *peer).await;
    assert!(end.is_success(), "{end}");
    assert_eq!(exit(&mut *peer).await, end, "the end can be asked for again");
}

#[tokio::test]
async fn the_exit_includes_the_code_and_stderr() {
    for code in 0..20 {
        let Parts { mut peer, reader: _reader, writer: _writer } =
            started(&sh(&format!("echo last words >&2; exit {code}")));
        let end = timeout(HANG, exit(&mut *peer)).await.unwrap();
        assert_eq!((end.code, end.signal, &*end.stderr), (Some(code), None, "last words\n"));
        assert_eq!(peer.stderr_tail(), "last words\n");
    }
}

#[tokio::test]
async fn signals_and_exit_codes_are_distinguished() {
    let Parts { mut peer, reader: _reader, writer: _writer } = started(&sh("kill -9 $$"));
    let end = exit(&mut *peer).await;
    assert_eq!((end.code, end.signal), (None, Some(9)));
}

#[tokio::test]
async fn a_signal_reaches_the_process_group_and_never_a_reaped_process() {
    // The child continues after the signal. It exits because its grandchild was ended by the
    // signal.
    let script = "trap : TERM; sh -c 'echo ready; exec sleep 600' & wait $!; wait $!; exit 7";
    let Parts { mut reader, mut peer, writer: _writer } = started(&sh(script));
    assert_eq!(some_lines(&mut *reader).await, ["ready"]);
    peer.signal(Signal::Terminate);
    assert_eq!(timeout(HANG, exit(&mut *peer)).await.unwrap().code, Some(7));
    assert_eq!(timeout(HANG, all_lines(&mut *reader)).await.unwrap(), [""; 0]);
    peer.signal(Signal::Kill);
}

#[tokio::test]
async fn a_child_that_writes_megabytes_of_stderr_first_is_not_blocked() {
    let script = "head -c 10000000 /dev/zero | tr '\\0' x >&2; echo end >&2; echo done";
    let Parts { mut reader, mut peer, writer: _writer } = started(&sh(script));
    assert_eq!(timeout(HANG, some_lines(&mut *reader)).await.unwrap(), ["done"]);
    let end = exit(&mut *peer).await;
    assert_eq!(end.stderr.len(), 64 * 1024);
    assert!(end.stderr.ends_with("xxxend\n"));
}

#[tokio::test]
async fn stderr_lines_reach_the_callback_before_the_end_is_known() {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&lines);
    let stderr = StderrOptions::default().tail(4).on_line(move |line| {
        seen.lock().unwrap_or_else(|e| e.into_inner()).push(line.to_owned());
        assert_ne!(line, "two", "the callback panics on this line");
    });
    let launch = sh("echo one >&2; echo two >&2; printf three >&2").stderr(stderr);
    let Parts { mut peer, reader: _reader, writer: _writer } = started(&launch);
    assert_eq!(exit(&mut *peer).await.stderr, "hree");
    assert_eq!(*lines.lock().unwrap(), ["one", "two", "three"]);
}

#[tokio::test]
async fn a_long_line_is_skipped_and_later_lines_arrive() {
    let script = "head -c 3000000 /dev/zero | tr '\\0' x; echo; echo next";
    let Parts { mut reader, writer: _writer, peer: _peer } = started(&sh(script).max_line(1000));
    assert_eq!(
        timeout(HANG, all_lines(&mut *reader)).await.unwrap(),
        ["<oversized 3000000>", "next"]
    );
}

#[tokio::test]
async fn a_large_line_is_echoed_unchanged() {
    let Parts { mut reader, mut writer, peer: _peer } = started(&Launch::new("cat"));
    let large = "x".repeat(5_000_000);
    let line = format!("{large}\n");
    let writing = tokio::spawn(async move { writer.write_all(line.as_bytes()).await });
    assert_eq!(timeout(HANG, all_lines(&mut *reader)).await.unwrap(), [large]);
    writing.await.unwrap().unwrap();
}

#[tokio::test]
async fn the_exit_is_reported_while_another_process_holds_the_streams() {
    // `setsid` leaves the process group, so the process survives. It must not delay the exit.
    let script = "setsid sh -c 'echo $$; exec sleep 600' & read -r x; exit 5";
    let Parts { mut reader, writer, mut peer } = started(&sh(script));
    let runaway = some_lines(&mut *reader).await.remove(0).parse().unwrap();
    drop(writer);
    let end = timeout(HANG, exit(&mut *peer)).await.unwrap();
    let runaway = rustix::process::Pid::from_raw(runaway).unwrap();
    rustix::process::kill_process(runaway, rustix::process::Signal::KILL).unwrap();
    assert_eq!(end.code, Some(5));
}

#[tokio::test]
async fn shutdown_lets_a_cooperative_child_finish() {
    let script = "while read -r x; do :; done; head -c 5000000 /dev/zero; exit 4";
    let process = Process::spawn(&sh(script)).unwrap();
    let begin = Instant::now();
    let end = process.shutdown(ShutdownGrace { eof: HANG, terminate: HANG }).await;
    assert_eq!((end.code, end.signal), (Some(4), None), "stdout is drained, so the child can end");
    assert!(begin.elapsed() < HANG / 2);
}

#[tokio::test]
async fn shutdown_ends_a_child_that_ignores_everything() {
    let process = Process::spawn(&sh("trap '' TERM; while :; do sleep 600; done")).unwrap();
    let grace =
        ShutdownGrace { eof: Duration::from_secs(1), terminate: Duration::from_millis(100) };
    let begin = Instant::now();
    let end = timeout(HANG, process.shutdown(grace)).await.unwrap();
    assert_eq!(end.signal, Some(9), "{end}");
    assert!(begin.elapsed() >= grace.eof + grace.terminate);
}

#[tokio::test]
async fn shutdown_sends_sigterm_before_sigkill() {
    let script = "trap 'exit 6' TERM; while :; do sleep 0.05; done";
    let process = Process::spawn(&sh(script)).unwrap();
    let end =
        process.shutdown(ShutdownGrace { eof: Duration::from_secs(1), terminate: HANG }).await;
    assert_eq!(end.code, Some(6), "{end}");
}

#[tokio::test]
async fn a_flood_does_not_delay_the_shutdown() {
    let process = Process::spawn(&sh("trap '' TERM; exec yes")).unwrap();
    let grace = ShutdownGrace { eof: Duration::from_secs(1), terminate: Duration::from_millis(50) };
    assert_eq!(timeout(HANG, process.shutdown(grace)).await.unwrap().signal, Some(9));
}

#[tokio::test]
async fn environment_directory_and_arguments_reach_the_child() {
    let directory = tempfile::tempdir().unwrap();
    let launch = sh("echo \"$ONE|$PATH|$(pwd -P)|$1\"")
        .args(["zero", "a b; $(c)"])
        .env(
            Environment::empty()
                .set("ONE", "1")
                .set("PATH", "/gone")
                .remove("PATH")
                .set("PATH", "/bin"),
        )
        .cwd(directory.path());
    let Parts { mut reader, writer: _writer, peer: _peer } = started(&launch);
    let cwd = directory.path().canonicalize().unwrap();
    let expected = format!("1|/bin|{}|a b; $(c)", cwd.display());
    assert_eq!(all_lines(&mut *reader).await, [expected]);
}

#[tokio::test]
async fn the_child_inherits_the_variables_that_are_named() {
    let named = [("CARGO_MANIFEST_DIR", "CARGO_MANIFEST_DIR"), ("PA*", "PATH")];
    for (name, variable) in named {
        let launch = Launch::new("/usr/bin/env")
            .env(Environment::inherit_only([name]).set("SET", "1").remove("CARGO_PKG_NAME"));
        let Parts { mut reader, writer: _writer, peer: _peer } = started(&launch);
        let variables = all_lines(&mut *reader).await;
        let value = std::env::var(variable).unwrap();
        assert!(variables.contains(&format!("{variable}={value}")), "{variables:?}");
        let is_expected = |line: &&String| {
            let own = name.trim_end_matches('*');
            line.starts_with(own) || *line == "SET=1" || line.starts_with("CLAUDE_SDK_")
        };
        let others: Vec<_> = variables.iter().filter(|line| !is_expected(line)).collect();
        assert_eq!(others, [""; 0], "{name}");
    }
}

/// Another user if that is permitted, and otherwise this one.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_child_runs_as_the_requested_user_and_group() {
    use std::os::unix::fs::MetadataExt as _;
    let own = std::fs::metadata("/proc/self").unwrap();
    let (uid, gid) = if own.uid() == 0 { (65534, 65533) } else { (own.uid(), own.gid()) };
    let Parts { mut reader, mut peer, writer } =
        started(&sh("id -u; id -g").cwd("/").uid(uid).gid(gid));
    assert_eq!(all_lines(&mut *reader).await, [uid.to_string(), gid.to_string()]);
    drop(writer);
    assert!(exit(&mut *peer).await.is_success());
}

#[tokio::test]
async fn the_child_leads_a_group_of_its_own() {
    let process = Process::spawn(&Launch::new("cat")).unwrap();
    let child = rustix::process::Pid::from_raw(process.id().unwrap().try_into().unwrap());
    assert_eq!(rustix::process::getpgid(child).unwrap(), child.unwrap());
}

#[tokio::test]
async fn each_reason_not_to_start_has_its_kind() {
    let directory = tempfile::tempdir().unwrap();
    let file = directory.path().join("file");
    std::fs::write(&file, "no program").unwrap();
    let missing = directory.path().join("missing");

    assert_eq!(launch_error(&Launch::new(&missing)), LaunchErrorKind::NotFound);
    assert_eq!(launch_error(&Launch::new("no-such-program-anywhere")), LaunchErrorKind::NotFound);
    assert_eq!(launch_error(&sh(":").cwd(&missing)), LaunchErrorKind::CwdMissing);
    assert_eq!(launch_error(&sh(":").cwd(&file)), LaunchErrorKind::CwdMissing);
    assert_eq!(
        launch_error(&Launch::new(&missing).cwd(directory.path())),
        LaunchErrorKind::NotFound
    );
    assert_eq!(launch_error(&Launch::new(&file)), LaunchErrorKind::PermissionDenied);
    assert_eq!(launch_error(&sh(":").arg("x".repeat(8 << 20))), LaunchErrorKind::ArgumentsTooLong);
    assert_eq!(launch_error(&sh("nul \0 byte")), LaunchErrorKind::Other);
    assert_eq!(launch_error(&Launch::new(directory.path())), LaunchErrorKind::IsDirectory);
    let dangling = directory.path().join("dangling");
    std::os::unix::fs::symlink(&missing, &dangling).unwrap();
    assert_eq!(launch_error(&Launch::new(&dangling)), LaunchErrorKind::NotFound);
    let circle = directory.path().join("circle");
    std::os::unix::fs::symlink(&circle, &circle).unwrap();
    assert_eq!(launch_error(&Launch::new(&circle)), LaunchErrorKind::NotFound);
}

/// Writes an executable file.
fn executable(directory: &std::path::Path, name: &str, content: &[u8]) -> std::path::PathBuf {
    use std::os::unix::fs::PermissionsExt as _;
    let file = directory.join(name);
    std::fs::write(&file, content).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o755)).unwrap();
    file
}

#[tokio::test]
async fn an_executable_file_that_is_no_program_has_its_kind() {
    let directory = tempfile::tempdir().unwrap();
    let kind_of = |name: &str, content: &[u8]| {
        let file = executable(directory.path(), name, content);
        launch_error(&Launch::new(file))
    };
    assert_eq!(kind_of("stub", b"echo not installed >&2\nexit 1\n"), LaunchErrorKind::NotAProgram);
    assert_eq!(kind_of("empty", b""), LaunchErrorKind::NotAProgram);
    assert_eq!(kind_of("page", b"<html>404</html>"), LaunchErrorKind::NotAProgram);
    assert_eq!(kind_of("script", b"#!/no/such/node\n"), LaunchErrorKind::InterpreterMissing);
    assert_eq!(kind_of("crlf", b"#!/bin/sh\r\n:\r\n"), LaunchErrorKind::InterpreterMissing);
    let program = std::fs::read("/bin/sh").unwrap();
    assert_eq!(kind_of("cut", &program[..100]), LaunchErrorKind::NotAProgram);
    let mut foreign = program.clone();
    // The processor of the program.
    foreign[18..20].copy_from_slice(&[0xff, 0x7f]);
    assert_eq!(kind_of("foreign", &foreign), LaunchErrorKind::NotAProgram);
    let loader = b"/lib64/ld-linux-";
    if let Some(at) = program.windows(loader.len()).position(|bytes| bytes == loader) {
        let mut libc = program;
        libc[at + 1] = b'_';
        assert_eq!(kind_of("libc", &libc), LaunchErrorKind::InterpreterMissing);
    }
    let busy = executable(directory.path(), "busy", b"#!/bin/sh\n");
    let writer = std::fs::OpenOptions::new().append(true).open(&busy).unwrap();
    assert_eq!(launch_error(&Launch::new(&busy)), LaunchErrorKind::Busy);
    drop(writer);
}

#[test]
fn a_runtime_that_cannot_run_a_child_is_an_error() {
    let outside = Process::spawn(&Launch::new("cat")).unwrap_err();
    assert!(matches!(outside, TransportError::NoRuntime), "{outside}");
    let bare = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let error = bare.block_on(async { Process::spawn(&Launch::new("cat")).unwrap_err() });
    assert_eq!(error.to_string(), "the tokio runtime was built without its IO driver");
}

#[tokio::test]
async fn a_launch_error_names_the_program_and_hides_the_arguments() {
    let launch =
        Launch::new("/no/such").arg("secret").env(Environment::inherit().set("KEY", "secret"));
    let error = Process::spawn(&launch).unwrap_err();
    assert_eq!(error.to_string(), "failed to launch `/no/such`: no such file");
    assert!(!format!("{error:?}").contains("secret"));
}

#[test]
fn spawning_without_a_runtime_is_an_error() {
    assert!(matches!(Process::spawn(&Launch::new("cat")), Err(TransportError::NoRuntime)));
}

#[tokio::test]
async fn a_spawner_can_connect_repeatedly() {
    let launch = sh("echo hello");
    for _ in 0..2 {
        let Parts { mut reader, writer: _writer, peer: _peer } =
            Spawner.connect(&launch).unwrap().split();
        assert_eq!(all_lines(&mut *reader).await, ["hello"]);
    }
}

#[tokio::test]
async fn all_lines_of_a_fast_child_are_read() {
    let Parts { mut reader, writer: _writer, peer: _peer } = started(&sh("seq 1 200000"));
    let mut next = 1_u32;
    let mut frames = Vec::new();
    loop {
        let read = std::future::poll_fn(|cx| reader.poll_read(cx, &mut frames)).await.unwrap();
        for frame in frames.drain(..) {
            let Frame::Line(line) = frame else { panic!("no line is too long") };
            assert_eq!(line.as_bytes(), next.to_string().as_bytes());
            next += 1;
        }
        if read == claude_transport::Read::Eof {
            break;
        }
    }
    assert_eq!(next, 200_001);
}

#[tokio::test]
async fn a_private_file_is_readable_by_the_child_only_and_removed_after_its_exit() {
    let script = r#"for arg; do echo "$arg"; stat -c %a "${arg#*=}"; cat "${arg#*=}"; done"#;
    let launch = Launch::new("/bin/sh")
        .args(["-c", script, "sh"])
        .file("--settings=", "{\"KEY\":\"secret\"}\n")
        .file("--more=", "second\n");
    assert!(!format!("{launch:?}").contains("secret"), "{launch:?}");
    let mut parts = Box::new(Process::spawn(&launch).unwrap()).split();
    let lines = all_lines(&mut *parts.reader).await;
    exit(&mut *parts.peer).await;
    let (first, second) =
        (lines[0].strip_prefix("--settings=").unwrap(), lines[3].strip_prefix("--more=").unwrap());
    let expected = [&lines[0], "600", "{\"KEY\":\"secret\"}", &lines[3], "600", "second"];
    assert_eq!(lines, expected);
    for path in [first, second] {
        assert!(!std::path::Path::new(path).exists(), "{path} is left");
    }
}

#[tokio::test]
async fn a_private_file_is_removed_if_the_child_cannot_start() {
    let content = format!("the file of {}", std::process::id());
    let launch = Launch::new("/no/such/program").file("--settings=", content.as_str());
    let folders = || {
        let entries = std::fs::read_dir(std::env::temp_dir()).unwrap().flatten();
        let ours =
            entries.filter(|entry| entry.file_name().to_string_lossy().starts_with("claude-sdk-"));
        ours.flat_map(|entry| std::fs::read_dir(entry.path()).into_iter().flatten().flatten())
            .filter(|file| {
                std::fs::read(file.path()).is_ok_and(|found| found == content.as_bytes())
            })
            .count()
    };
    let before = folders();
    Process::spawn(&launch).map(drop).unwrap_err();
    assert_eq!(folders(), before);
}
