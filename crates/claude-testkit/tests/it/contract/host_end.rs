//! Host end: a program that ends, in any way and at any point, takes the CLI and its tools with it.
//!
//! The host is a program of its own: this test binary, started again with the name of the test `host`.
//! `CLAUDE_HOST_ROUNDS=6` plays every end at every point twice.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use claude_sdk::options::EnvPolicy;
use claude_sdk::types::ContentBlock;
use claude_sdk::{Client, Message, Options};
use claude_testkit::fake_api::Turn;
use serde::{Deserialize, Serialize};
use serde_json::json;
use tokio::time::{interval, timeout};

use super::lab::{Lab, Place, expect};

/// Makes this binary a host: what it does, as JSON.
const HOST: &str = "CLAUDE_TESTKIT_HOST";
/// How often the ends are played, each time at another point.
const ROUNDS: &str = "CLAUDE_HOST_ROUNDS";
/// After this time, a process that still lives is a failure.
const HANG: Duration = Duration::from_secs(30);
/// A command that works on until it is ended, and a process of it that leaves the process group.
const WORK: &str = "trap '' TERM; (setsid sh -c 'while :; do echo >> left; sleep 0.2; done' &); \
                    while :; do echo >> ticks; sleep 0.2; done";

/// What the session does when the host ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum Point {
    /// A tool works that ignores SIGTERM.
    Tool,
    /// The model answers.
    Answer,
    /// The turn is over.
    Idle,
}

/// How a host ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
enum End {
    /// A signal, or Ctrl-C, of its parent.
    FromOutside,
    Return,
    Exit,
    /// The client is dropped, and the process exits right after.
    DropAndExit,
    Abort,
    Panic,
}

#[derive(Serialize, Deserialize)]
struct Order {
    place: Place,
    point: Point,
    end: End,
}

/// Not a test by itself: the program of a host. It starts a session, and ends in its middle.
#[expect(clippy::print_stdout, reason = "its parent reads it")]
#[tokio::test]
async fn host() {
    let Ok(order) = std::env::var(HOST) else { return };
    let Order { place, point, end } = serde_json::from_str(&order).unwrap();
    let options = place.on(Options::default().env_policy(EnvPolicy::Clear)).allow_tools(["Bash"]);
    let client = Client::connect(options).await.unwrap();
    let mut turn = client.send("Work.").await.unwrap();
    while point != Point::Answer
        && let Some(message) = turn.next().await
    {
        let is_call = |block: &ContentBlock| matches!(block, ContentBlock::ToolUse(_));
        match message.unwrap() {
            Message::Assistant(message) if message.message.content.iter().any(is_call) => break,
            _ => {}
        }
    }
    println!("\nready");
    std::io::stdout().flush().unwrap();
    // The parent closes stdin when the session is at its point.
    tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()))
        .await
        .unwrap()
        .unwrap();
    match end {
        End::FromOutside => while turn.next().await.is_some() {},
        End::Return => return,
        End::Exit => std::process::exit(3),
        End::DropAndExit => {
            drop((turn, client));
            std::process::exit(3);
        }
        End::Abort => std::process::abort(),
        End::Panic => panic!("the host panics on purpose"),
    }
    // On a terminal, the signal comes after the turn.
    std::future::pending::<()>().await;
}

/// Starts a host on a terminal or without one, and waits until its session is at the point.
#[expect(clippy::disallowed_methods, reason = "it starts the host, not the CLI")]
async fn start(lab: &Lab, point: Point, end: End, terminal: bool) -> Child {
    let this = std::env::current_exe().unwrap();
    let test = "contract::host_end::host";
    let mut command = if terminal {
        let mut script = Command::new("script");
        let command = format!("{} --exact {test} --nocapture", this.display());
        script.args(["-qec", &command, "/dev/null"]).stdin(Stdio::piped());
        script
    } else {
        let mut host = Command::new(this);
        host.args(["--exact", test, "--nocapture"]).stdin(Stdio::piped());
        host
    };
    let order = Order { place: Place::of(lab), point, end };
    command.env(HOST, serde_json::to_string(&order).unwrap());
    command.process_group(0).stdout(Stdio::piped()).stderr(Stdio::null());
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
    timeout(HANG, reader).await.expect("the host starts its session").unwrap();
    match point {
        Point::Tool => {
            wait_for("the tool", || lab.left_trace("ticks") && lab.left_trace("left")).await;
        }
        Point::Answer => wait_for("the model", || !lab.asked().is_empty()).await,
        Point::Idle => {}
    }
    if !terminal {
        drop(host.stdin.take());
    }
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

/// Waits until nothing of the session is left. Returns how long that took after the host's end.
async fn nothing_is_left(lab: &Lab, mut host: Child) -> Duration {
    let end = tokio::task::spawn_blocking(move || host.wait().unwrap());
    timeout(HANG, end).await.expect("the host ends").unwrap();
    let ended = Instant::now();
    wait_for("the end of all processes", || processes(lab.home()).is_empty()).await;
    // The model's tool was the first of two. A CLI that had gone on would have asked for the second.
    assert_eq!(lab.asked().len(), 1, "the API was asked again");
    assert!(!lab.left_trace("next"), "the next tool ran");
    ended.elapsed()
}

async fn lab(point: Point) -> Option<Lab> {
    let next = Turn::tool("Bash", json!({ "command": "touch next" }));
    let first = match point {
        Point::Tool => Turn::tool("Bash", json!({ "command": WORK })),
        Point::Answer => next.clone().initial_delay(HANG),
        Point::Idle => Turn::text("Done."),
    };
    Lab::new([first, next, Turn::text("Done.")]).await
}

#[expect(clippy::print_stderr, reason = "the soak prints its figures")]
#[tokio::test]
async fn whatever_ends_the_host_ends_cli_and_tool() {
    let rounds = std::env::var(ROUNDS).ok().map_or(1, |rounds| rounds.parse().unwrap());
    let signals = ["KILL", "TERM", "INT", "HUP"].map(|signal| (End::FromOutside, Some(signal)));
    let ends =
        [End::Return, End::Exit, End::DropAndExit, End::Abort, End::Panic].map(|end| (end, None));
    let points = [Point::Tool, Point::Answer, Point::Idle];
    let mut slowest = Duration::ZERO;
    let mut cycles = 0;
    for round in 0..rounds {
        for (number, (end, signal)) in signals.into_iter().chain(ends).enumerate() {
            let point = points[(number + round) % points.len()];
            let Some(lab) = lab(point).await else { return };
            // A shell without job control starts programs in the background so.
            if signal == Some("INT") && ignores_interrupts() {
                eprintln!("skipped: SIGINT is ignored by the program that started the tests");
                continue;
            }
            let host = start(&lab, point, end, false).await;
            if let Some(signal) = signal {
                signal_group(&host, signal);
            }
            slowest = slowest.max(nothing_is_left(&lab, host).await);
            cycles += 1;
        }
    }
    eprintln!("{cycles} hosts ended, nothing is left, slowest {slowest:?}");
}

#[expect(clippy::print_stderr, reason = "a test that cannot run says so")]
#[tokio::test]
async fn ctrl_c_in_a_terminal_ends_cli_and_tool() {
    if ignores_interrupts() {
        eprintln!("skipped: SIGINT is ignored by the program that started the tests");
        return;
    }
    let Some(lab) = lab(Point::Tool).await else { return };
    let mut host = start(&lab, Point::Tool, End::FromOutside, true).await;
    host.stdin.as_mut().unwrap().write_all(b"\x03").unwrap();
    nothing_is_left(&lab, host).await;
}

/// A close in the middle of a tool ends the tool, and not only when SIGTERM is due.
#[tokio::test]
async fn a_close_ends_the_running_tool() {
    let Some(lab) = lab(Point::Tool).await else { return };
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

/// Returns whether this process ignores SIGINT. Its children inherit this.
fn ignores_interrupts() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:")).unwrap();
    u64::from_str_radix(ignored.trim(), 16).unwrap() & 0b10 != 0
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
