//! Processes on every system: output, exit, the end of a child and of what it has started, and failures to start.
//!
//! The child is this test binary (`child.rs`). What only Unix has is in `process.rs` and `process_drop.rs`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use claude_transport::{
    Environment, Frame, Launch, LaunchErrorKind, Parts, Process, ShutdownGrace, Signal,
    StderrOptions, Transport, TransportError,
};
use tokio::io::AsyncWriteExt as _;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::child::{Family, gone, is_running, launch, written};
use crate::support::{all_lines, exit, some_lines};

/// Far above the duration of any test here; only a hang reaches it.
const HANG: Duration = Duration::from_secs(60);
const SHORT: Duration = Duration::from_millis(300);

/// A child that does not end, with a process that does not end either.
const FAMILY: &str = "start hang;hang";

fn started(launch: &Launch) -> Parts {
    Box::new(Process::spawn(launch).unwrap()).split()
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

/// Reads all lines of the steps, until every process that has stdout has ended.
async fn output(parts: &mut Parts) -> Vec<String> {
    written(timeout(HANG, all_lines(&mut *parts.reader)).await.unwrap())
}

fn kind(launch: &Launch) -> LaunchErrorKind {
    match Process::spawn(launch) {
        Err(TransportError::Launch { kind, .. }) => kind,
        other => panic!("expected a launch error, got {other:?}"),
    }
}

#[tokio::test]
async fn lines_travel_both_ways_and_eof_ends_the_child() {
    let Parts { mut reader, mut writer, mut peer } = started(&launch("say ready;echo"));
    while some_lines(&mut *reader).await.last().unwrap() != "ready" {}
    for line in ["one", "zwei ü", "three"] {
        writer.write_all(format!("{line}\n").as_bytes()).await.unwrap();
        assert_eq!(timeout(HANG, some_lines(&mut *reader)).await.unwrap(), [line]);
    }
    drop(writer);
    assert_eq!(timeout(HANG, all_lines(&mut *reader)).await.unwrap(), [""; 0]);
    let end = timeout(HANG, exit(&mut *peer)).await.unwrap();
    assert!(end.is_success(), "{end}");
    assert_eq!(exit(&mut *peer).await, end);
}

#[tokio::test]
async fn the_exit_includes_the_code_and_stderr() {
    for code in [0, 1, 7, 120] {
        let Parts { mut peer, reader: _reader, writer: _writer } =
            started(&launch(&format!("warn last words;exit {code}")));
        let end = timeout(HANG, exit(&mut *peer)).await.unwrap();
        assert_eq!((end.code, end.signal), (Some(code), None));
        assert_eq!(end.stderr, "last words\n");
    }
}

#[tokio::test]
async fn a_child_that_writes_megabytes_of_stderr_first_is_not_blocked() {
    let mut parts = started(&launch("noise 10000000;warn end;say done"));
    assert_eq!(output(&mut parts).await, ["done"]);
    let end = exit(&mut *parts.peer).await;
    assert_eq!(end.stderr.len(), 64 * 1024);
    assert!(end.stderr.ends_with("xxxend\n"));
}

#[tokio::test]
async fn stderr_lines_reach_the_callback_before_the_end_is_known() {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&lines);
    let stderr = StderrOptions::default().on_line(move |line| {
        seen.lock().unwrap().push(line.to_owned());
    });
    let Parts { mut peer, reader: _reader, writer: _writer } =
        started(&launch("warn one|two|three").stderr(stderr));
    timeout(HANG, exit(&mut *peer)).await.unwrap();
    assert_eq!(*lines.lock().unwrap(), ["one", "two", "three"]);
}

#[tokio::test]
async fn a_long_line_is_skipped_and_later_lines_arrive() {
    let mut parts = started(&launch("long 3000000;say next").max_line(1000));
    assert_eq!(output(&mut parts).await, ["<oversized 3000000>", "next"]);
}

#[tokio::test]
async fn a_large_line_is_echoed_unchanged() {
    let Parts { reader, mut writer, peer } = started(&launch("echo"));
    let large = "x".repeat(5_000_000);
    let line = format!("{large}\n");
    let writing = tokio::spawn(async move {
        writer.write_all(line.as_bytes()).await?;
        Ok::<_, std::io::Error>(writer)
    });
    let writer = Box::new(tokio::io::sink());
    let mut parts = Parts { reader, writer, peer };
    let reading = output(&mut parts);
    let (written, lines) = tokio::join!(async { drop(writing.await.unwrap().unwrap()) }, reading);
    assert_eq!((written, lines), ((), vec![large]));
}

#[tokio::test]
async fn all_lines_of_a_fast_child_are_read() {
    let mut parts = started(&launch("count 200000"));
    let mut frames = Vec::new();
    let mut numbers = Vec::new();
    while std::future::poll_fn(|cx| parts.reader.poll_read(cx, &mut frames)).await.unwrap()
        != claude_transport::Read::Eof
        || !frames.is_empty()
    {
        for frame in frames.drain(..) {
            let Frame::Line(line) = frame else { panic!("no line is too long") };
            let text = std::str::from_utf8(line.as_bytes()).unwrap();
            numbers.extend(text.trim_end().parse::<u32>());
        }
    }
    assert!(numbers.iter().copied().eq(1..=200_000));
}

#[tokio::test]
async fn environment_directory_and_arguments_reach_the_child_unchanged() {
    let directory = tempfile::tempdir().unwrap();
    let arguments = ["a b", "", "\"quoted\"", r"back\slash\", "ü; $(x) %PATH% ^&|", "--flag=x y"];
    let mut launch =
        launch("var ONE;var GONE;cwd;args").arg("--").args(arguments).cwd(directory.path());
    launch.env = launch.env.set("GONE", "1").set("ONE", "1").remove("GONE");
    let lines = output(&mut started(&launch)).await;
    assert_eq!(lines[..2], ["Some(\"1\")", "None"]);
    let cwd = std::path::Path::new(&lines[2]).canonicalize().unwrap();
    assert_eq!(cwd, directory.path().canonicalize().unwrap());
    assert_eq!(lines[3..], arguments.map(|argument| format!("{argument:?}")));
}

#[tokio::test]
async fn a_private_file_reaches_the_child_and_is_removed_after_its_exit() {
    let launch = launch("files").arg("--").file("file=", "secret one").file("file=", "secret two");
    let mut parts = started(&launch);
    let lines = output(&mut parts).await;
    timeout(HANG, exit(&mut *parts.peer)).await.unwrap();
    let files: Vec<_> = lines.iter().map(|line| line.split_once('|').unwrap()).collect();
    let contents: Vec<_> = files.iter().map(|(_, content)| *content).collect();
    assert_eq!(contents, ["secret one", "secret two"]);
    for (path, _) in files {
        assert!(!std::path::Path::new(path).exists(), "{path} is left");
    }
}

#[tokio::test]
async fn a_private_file_is_passed_before_as_many_arguments_as_it_names() {
    let mut launch = launch("args").arg("--").args(["one", "two"]).file("last=", "");
    for (argument, before) in [("second=", 1), ("first=", 2), ("also=", 1)] {
        launch = launch.file(argument, "");
        launch.files.last_mut().unwrap().before = before;
    }
    let lines = output(&mut started(&launch)).await;
    let names = lines.iter().map(|line| line.split('=').next().unwrap().trim_matches('"'));
    assert!(names.eq(["first", "one", "second", "also", "two", "last"]), "{lines:?}");
}

#[tokio::test]
async fn shutdown_lets_a_cooperative_child_finish() {
    let process = Process::spawn(&launch("eof;long 5000000;exit 4")).unwrap();
    let begin = Instant::now();
    let end = process.shutdown(ShutdownGrace { eof: HANG, terminate: HANG }).await;
    assert_eq!((end.code, end.signal), (Some(4), None), "stdout is drained, so the child can end");
    assert!(begin.elapsed() < HANG / 2);
}

#[tokio::test]
async fn shutdown_kills_a_child_that_does_not_end_and_what_it_has_started() {
    for steps in ["start hang;hang", "start hang;flood x"] {
        let family = Family::new();
        let process = Process::spawn(&family.launch(steps)).unwrap();
        let members = family.connected(2);
        let grace = ShutdownGrace { eof: SHORT, terminate: SHORT };
        let begin = Instant::now();
        let end = timeout(HANG, process.shutdown(grace)).await.unwrap();
        assert!(!end.is_success(), "{end}");
        assert!(begin.elapsed() >= SHORT);
        gone(members);
    }
}

#[tokio::test]
async fn a_kill_ends_the_child_and_what_it_has_started() {
    let family = Family::new();
    let Parts { mut peer, reader: _reader, writer: _writer } = started(&family.launch(FAMILY));
    let members = family.connected(2);
    peer.signal(Signal::Kill);
    assert!(!timeout(HANG, exit(&mut *peer)).await.unwrap().is_success());
    gone(members);
    // The child is over: this reaches no process.
    peer.signal(Signal::Kill);
}

#[tokio::test]
async fn the_exit_of_a_child_ends_what_it_has_started() {
    let family = Family::new();
    let mut parts = started(&family.launch("start hang;eof;exit 3"));
    let members = family.connected(2);
    parts.writer = Box::new(tokio::io::sink());
    assert_eq!(timeout(HANG, exit(&mut *parts.peer)).await.unwrap().code, Some(3));
    gone(members);
}

#[tokio::test]
async fn dropping_inside_the_runtime_ends_the_family() {
    let family = Family::new();
    let mut all = Vec::new();
    for _ in 0..5 {
        all.push(started(&family.launch(FAMILY)));
    }
    let members = family.connected(10);
    drop(all);
    gone(members);
}

#[tokio::test]
async fn a_dropped_child_has_time_to_end_after_its_stdin() {
    let family = Family::new();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("state");
    // On Unix, SIGTERM ends the child in the same moment.
    let launch = family.launch("eof;save").arg("--").arg(&file).drop_grace(HANG * 10);
    let process = Process::spawn(&launch).unwrap();
    let members = family.connected(1);
    drop(process);
    tokio::task::spawn_blocking(|| gone(members)).await.unwrap();
    assert!(file.exists() || cfg!(unix), "it is not killed before it has saved its state");
}

#[test]
fn dropping_outside_after_and_during_unwinding_ends_the_family() {
    let family = Family::new();
    let runtime = runtime();
    let parts = runtime.block_on(async { started(&family.launch(FAMILY)) });
    let members = family.connected(2);
    std::thread::spawn(move || drop(parts)).join().unwrap();
    gone(members);

    let parts = runtime.block_on(async { started(&family.launch(FAMILY)) });
    let members = family.connected(2);
    let caught = catch_unwind(AssertUnwindSafe(move || {
        let _parts = parts;
        panic!("as a user's code may");
    }));
    assert!(caught.is_err());
    gone(members);

    let parts = runtime.block_on(async { started(&family.launch(FAMILY)) });
    let members = family.connected(2);
    drop(runtime);
    assert!(members.iter().all(is_running), "the end of the runtime is not the end of the child");
    drop(parts);
    gone(members);
}

#[test]
fn stdin_is_closed_by_a_drop_after_the_runtime() {
    let family = Family::new();
    let launch = family.launch("say ready;eof").drop_grace(HANG * 10);
    let runtime = runtime();
    let parts = runtime.block_on(async {
        let mut parts = started(&launch);
        while some_lines(&mut *parts.reader).await.last().unwrap() != "ready" {}
        parts
    });
    let members = family.connected(1);
    drop(runtime);
    drop(parts);
    gone(members);
}

#[test]
fn dropping_with_the_runtime_ends_the_family() {
    let family = Family::new();
    let first = Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let parts = first.block_on(async { started(&family.launch(FAMILY)) });
    let members = family.connected(2);
    first.spawn(async move {
        let _parts = parts;
        std::future::pending::<()>().await;
    });
    let begin = Instant::now();
    drop(first);
    assert!(begin.elapsed() < HANG / 2, "the runtime does not wait for the child");
    gone(members);
}

#[test]
fn a_host_that_is_killed_takes_its_children_with_it() {
    let family = Family::new();
    let mut host = family.host("supervise start hang+hang");
    let members = family.connected(3);
    host.kill().unwrap();
    host.wait().unwrap();
    gone(members);
}

#[tokio::test]
async fn each_reason_not_to_start_has_its_kind() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, content: &[u8]| {
        let file = folder.path().join(name);
        std::fs::write(&file, content).unwrap();
        file
    };
    let missing = folder.path().join("missing.exe");
    assert_eq!(kind(&Launch::new(&missing)), LaunchErrorKind::NotFound);
    assert_eq!(kind(&Launch::new("no-such-program-anywhere")), LaunchErrorKind::NotFound);
    assert_eq!(kind(&launch("exit 0").cwd(&missing)), LaunchErrorKind::CwdMissing);
    let text = file("text.exe", b"no program");
    assert_eq!(kind(&launch("exit 0").cwd(&text)), LaunchErrorKind::CwdMissing);
    assert_eq!(kind(&Launch::new(folder.path())), LaunchErrorKind::IsDirectory);
    assert_eq!(kind(&launch("exit 0").arg("nul \0 byte")), LaunchErrorKind::Other);
    if cfg!(windows) {
        assert_eq!(kind(&Launch::new(&text)), LaunchErrorKind::NotAProgram);
        for name in ["claude.cmd", "claude.BAT"] {
            let batch = Launch::new(file(name, b"@echo off\r\n"));
            assert_eq!(kind(&batch), LaunchErrorKind::BatchFile);
        }
        assert_eq!(kind(&launch("exit 0").uid(1)), LaunchErrorKind::Other);
    }
}

#[test]
fn a_runtime_that_cannot_run_a_child_is_an_error() {
    let outside = Process::spawn(&launch("exit 0")).unwrap_err();
    assert!(matches!(outside, TransportError::NoRuntime), "{outside}");
    let bare = Builder::new_current_thread().enable_time().build().unwrap();
    let error = bare.block_on(async { Process::spawn(&launch("exit 0")).unwrap_err() });
    assert_eq!(error.to_string(), "the tokio runtime was built without its IO driver");
}

#[tokio::test]
async fn a_running_child_is_listed_until_it_is_over() {
    let process = Process::spawn(&launch("eof")).unwrap();
    let id = process.id().unwrap();
    assert!(claude_transport::children().contains(&id));
    timeout(HANG, process.shutdown(ShutdownGrace::default())).await.unwrap();
    assert!(!claude_transport::children().contains(&id));
}

#[tokio::test]
async fn a_cleared_environment_is_not_inherited() {
    let mut launch = launch("var CARGO_MANIFEST_DIR;var ONE");
    let steps = launch
        .env
        .changes()
        .next()
        .and_then(|(name, value)| Some((name.to_owned(), value?.to_owned())));
    let (name, value) = steps.unwrap();
    launch.env = Environment::empty().set(name, value).set("ONE", "1");
    if let Some(root) = std::env::var_os("SystemRoot") {
        launch.env = launch.env.set("SystemRoot", root);
    }
    assert_eq!(output(&mut started(&launch)).await, ["None", "Some(\"1\")"]);
}
