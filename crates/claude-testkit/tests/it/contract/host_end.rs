//! Host end: a program that ends in the middle of a tool takes the CLI and the tool with it.
//!
//! The host is a program of its own: this test binary, started again with the name of the test `host`.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use claude_sdk::options::EnvPolicy;
use claude_sdk::types::ContentBlock;
use claude_sdk::{Client, Message, Options};
use claude_testkit::fake_api::Turn;
use serde_json::json;
use tokio::time::{interval, timeout};

use super::lab::{Lab, Place, expect};

/// Makes this binary a host: the place of the CLI, as JSON.
const HOST: &str = "CLAUDE_TESTKIT_HOST";
/// After this time, a process that still lives is a failure.
const HANG: Duration = Duration::from_secs(30);
/// A command that works on until it is ended, and a process of it that leaves the process group.
const WORK: &str = "trap '' TERM; (setsid sh -c 'while :; do echo >> left; sleep 0.2; done' &); \
                    while :; do echo >> ticks; sleep 0.2; done";

/// Not a test by itself: the program of a host. It starts a tool, and waits for its own end.
#[expect(clippy::print_stdout, reason = "its parent reads it")]
#[tokio::test]
async fn host() {
    let Ok(place) = std::env::var(HOST) else { return };
    let place: Place = serde_json::from_str(&place).unwrap();
    let options = place.on(Options::default().env_policy(EnvPolicy::Clear)).allow_tools(["Bash"]);
    let client = Client::connect(options).await.unwrap();
    let mut turn = client.send("Work.").await.unwrap();
    while let Some(message) = turn.next().await {
        let Message::Assistant(message) = message.unwrap() else { continue };
        if message.message.content.iter().any(|block| matches!(block, ContentBlock::ToolUse(_))) {
            println!("\nready");
            std::io::stdout().flush().unwrap();
        }
    }
}

/// Starts a host on a terminal or without one, and waits until its tool works.
#[expect(clippy::disallowed_methods, reason = "it starts the host, not the CLI")]
async fn start(lab: &Lab, terminal: bool) -> Child {
    let this = std::env::current_exe().unwrap();
    let test = "contract::host_end::host";
    let mut command = if terminal {
        let mut script = Command::new("script");
        let command = format!("{} --exact {test} --nocapture", this.display());
        script.args(["-qec", &command, "/dev/null"]).stdin(Stdio::piped());
        script
    } else {
        let mut host = Command::new(this);
        host.args(["--exact", test, "--nocapture"]).stdin(Stdio::null());
        host
    };
    command.env(HOST, serde_json::to_string(&Place::of(lab)).unwrap());
    command.process_group(0).stdout(Stdio::piped()).stderr(Stdio::inherit());
    let mut host = command.spawn().unwrap();
    let output = host.stdout.take().unwrap();
    let reader = tokio::task::spawn_blocking(move || {
        let mut output = BufReader::new(output);
        let mut line = String::new();
        while output.read_line(&mut line).unwrap() > 0 && line.trim_end() != "ready" {
            line.clear();
        }
        // Keep the pipe open and empty.
        std::thread::spawn(move || output.read_to_end(&mut Vec::new()));
    });
    timeout(HANG, reader).await.expect("the host starts its tool").unwrap();
    wait_for("the tool", || lab.left_trace("ticks") && lab.left_trace("left")).await;
    host
}

/// The processes that have the home of the lab in their environment.
fn processes(home: &Path) -> Vec<String> {
    let home = format!("HOME={}\0", home.display());
    let entries = std::fs::read_dir("/proc").unwrap().flatten().map(|entry| entry.path());
    let ours = entries.filter(|process| {
        let environment = std::fs::read(process.join("environ")).unwrap_or_default();
        String::from_utf8_lossy(&environment).contains(&home)
    });
    let name = |process: &Path| std::fs::read_to_string(process.join("comm")).unwrap_or_default();
    ours.map(|process| format!("{} {}", process.display(), name(&process).trim_end())).collect()
}

async fn wait_for(what: &str, holds: impl Fn() -> bool) {
    let begin = Instant::now();
    let mut tick = interval(Duration::from_millis(10));
    while !holds() {
        assert!(begin.elapsed() < HANG, "waited {HANG:?} for {what}");
        tick.tick().await;
    }
}

async fn nothing_is_left(lab: &Lab, mut host: Child) {
    tokio::task::spawn_blocking(move || host.wait().unwrap()).await.unwrap();
    wait_for("the end of all processes", || processes(lab.home()).is_empty()).await;
    // The tool was the first of two. If the CLI had gone on, it would have asked for the second.
    assert_eq!(lab.asked().len(), 1, "the API was asked again");
    assert!(!lab.left_trace("next"), "the next tool ran");
}

async fn lab() -> Option<Lab> {
    let work = Turn::tool("Bash", json!({ "command": WORK }));
    let next = Turn::tool("Bash", json!({ "command": "touch next" }));
    Lab::new([work, next, Turn::text("Done.")]).await
}

#[tokio::test]
async fn a_signal_that_ends_the_host_ends_cli_and_tool() {
    for signal in ["KILL", "TERM", "INT", "HUP"] {
        let Some(lab) = lab().await else { return };
        let host = start(&lab, false).await;
        signal_group(&host, signal);
        nothing_is_left(&lab, host).await;
    }
}

#[tokio::test]
async fn ctrl_c_in_a_terminal_ends_cli_and_tool() {
    let Some(lab) = lab().await else { return };
    let mut host = start(&lab, true).await;
    host.stdin.as_mut().unwrap().write_all(b"\x03").unwrap();
    nothing_is_left(&lab, host).await;
}

/// A close in the middle of a tool ends the tool, and not only when SIGTERM is due.
#[tokio::test]
async fn a_close_ends_the_running_tool() {
    let Some(lab) = lab().await else { return };
    let client = expect(Client::connect(lab.options().allow_tools(["Bash"])).await);
    let _turn = expect(client.send("Work.").await);
    wait_for("the tool", || lab.left_trace("ticks") && lab.left_trace("left")).await;
    let report = expect(client.close().await);
    let ticks = || std::fs::read(lab.file("ticks")).unwrap().len();
    let at_the_end = ticks();
    assert!(report.took < Duration::from_secs(7), "SIGTERM ended it: {:?}", report.took);
    wait_for("the end of all processes", || processes(lab.home()).is_empty()).await;
    assert_eq!(ticks(), at_the_end, "the tool worked on");
    assert_eq!(lab.asked().len(), 1, "the API was asked again");
}

fn signal_group(host: &Child, signal: &str) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let signal = match signal {
        "KILL" => Signal::KILL,
        "TERM" => Signal::TERM,
        "INT" => Signal::INT,
        _ => Signal::HUP,
    };
    kill_process_group(Pid::from_child(host), signal).unwrap();
}
