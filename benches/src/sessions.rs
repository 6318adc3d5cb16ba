//! Sessions: what a start and an idle session cost this process, beside a bare child.
//!
//! - Start: CPU time of [`Client::connect`], minus that of a bare child that is sent the same
//!   request and whose answer is read. It does not count the CPU time of the child.
//! - Idle: resident memory and threads of this process for each of many open sessions.
//!
//! Usage: `sessions --mock PATH [--quick] [--check]`. `--check` fails if a gate is missed.
#![expect(clippy::print_stdout, reason = "a bench prints its report")]

use std::io::{BufRead, BufReader, Write};
use std::process::{Command, ExitCode, Stdio};

use claude_benches::Failure;
use claude_benches::times::{cpu, middle};
use claude_sdk::options::EnvPolicy;
use claude_sdk::{Client, Options};
use tokio::runtime::Builder;

/// How many starts are measured. With `--quick` a fifth of them.
const STARTS: usize = 101;
/// How many sessions are open at once. With `--quick` a fifth of them.
const SESSIONS: usize = 1000;
/// The most CPU time of this process that a start may take beyond a bare child, in milliseconds.
const START_LIMIT: f64 = 1.5;
/// The most memory that an idle session may take, in KiB.
const IDLE_LIMIT: f64 = 64.0;
/// The most threads that a session may take.
const THREAD_LIMIT: f64 = 1.0;

fn main() -> ExitCode {
    match bench() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Returns whether all gates hold, or are not checked.
fn bench() -> Result<bool, Failure> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| args.iter().any(|arg| arg == flag);
    let mock = args.iter().position(|arg| arg == "--mock").and_then(|at| args.get(at + 1));
    let mock = mock.ok_or("usage: sessions --mock PATH [--quick] [--check]")?;
    let part = if has("--quick") { 5 } else { 1 };
    let start = starts(mock, STARTS / part)?;
    let (memory, threads) = idle(mock, SESSIONS / part)?;
    let gates = [
        ("start", start, START_LIMIT, "ms of CPU beyond a bare child"),
        ("idle session", memory, IDLE_LIMIT, "KiB"),
        ("idle session", threads, THREAD_LIMIT, "threads"),
    ];
    println!();
    println!("{:<14} {:>8} {:>8}", "", "measured", "at most");
    for (name, value, limit, unit) in gates {
        println!("{name:<14} {value:>8.2} {limit:>8.2} {unit}");
    }
    let missed = gates.iter().any(|(_, value, limit, _)| value > limit);
    Ok(!(missed && has("--check")))
}

/// Returns the CPU time of a start beyond a bare child, in milliseconds.
fn starts(mock: &str, count: usize) -> Result<f64, Failure> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let (mut bare, mut ours, mut first) = (Vec::new(), Vec::new(), 0.0);
    for round in 0..=count {
        let before = cpu();
        let mut child = bare_child(mock)?;
        let took = cpu() - before;
        child.kill()?;
        child.wait()?;
        let before = cpu();
        let client = runtime.block_on(Client::connect(options(mock)))?;
        let connect = cpu() - before;
        runtime.block_on(client.close())?;
        // The first start also starts the watcher of this process.
        if round == 0 {
            first = connect;
            continue;
        }
        bare.push(took * 1e3);
        ours.push(connect * 1e3);
    }
    let (bare, ours) = (middle(bare), middle(ours));
    println!("start, median of {count}: bare child {bare:.2} ms, connect {ours:.2} ms");
    println!("the first connect of the process: {:.2} ms", first * 1e3);
    Ok(ours - bare)
}

/// Starts a child without the SDK, and waits for the answer to its first request.
fn bare_child(mock: &str) -> Result<std::process::Child, Failure> {
    #[expect(clippy::disallowed_methods, reason = "the bound uses nothing of the SDK")]
    let mut child = Command::new(mock)
        .args(["--output-format", "stream-json", "--verbose", "--input-format", "stream-json"])
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let request = b"{\"type\":\"control_request\",\"request_id\":\"1\",\"request\":{\"subtype\":\"initialize\"}}\n";
    child.stdin.as_mut().ok_or("no stdin")?.write_all(request)?;
    let mut answer = String::new();
    BufReader::new(child.stdout.take().ok_or("no stdout")?).read_line(&mut answer)?;
    if answer.is_empty() { Err("the mock did not answer".into()) } else { Ok(child) }
}

/// Returns the memory in KiB and the threads of this process for each of many idle sessions.
fn idle(mock: &str, count: usize) -> Result<(f64, f64), Failure> {
    let runtime = Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut clients = vec![Client::connect(options(mock)).await?];
        let (memory, threads) = (status("VmRSS:")?, status("Threads:")?);
        for _ in 0..count {
            clients.push(Client::connect(options(mock)).await?);
        }
        let memory = status("VmRSS:")? - memory;
        let threads = status("Threads:")? - threads;
        println!("idle, {count} sessions: {memory:.0} KiB, {threads:.0} threads");
        for client in clients {
            client.close().await?;
        }
        #[expect(clippy::cast_precision_loss, reason = "a thousand sessions")]
        let count = count as f64;
        Ok((memory / count, threads / count))
    })
}

/// Returns a number of `/proc/self/status`.
fn status(name: &str) -> Result<f64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with(name)).ok_or("no such line")?;
    Ok(line.split_whitespace().nth(1).ok_or("no value")?.parse()?)
}

fn options(mock: &str) -> Options {
    Options::default().cli_path(mock).env_policy(EnvPolicy::Clear)
}
