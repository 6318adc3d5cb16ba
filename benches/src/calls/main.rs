//! Calls: the cost of round trips of `tools/call`, hooks and permission requests over real pipes.
//! This file measures tool calls; `callbacks.rs` measures the rest.
//!
//! The mock CLI is the MCP client and the clock: it writes a request, blocks until the response
//! arrives, and measures the time. Each measurement runs in its own process. Bound: a responder
//! that blocks, too, and always sends the same text ([`responder`]). SDK: one query with an
//! in-process server ([`sdk`]).
//!
//! Between two processes, most of a round trip is two wake-ups of the other process, unless both
//! share a core. So both are pinned ([`placement`]): each to its own core, and then to one core. In
//! between, the system places them, as it does for a user's program. The gates apply to the first
//! two. The CPU time per call is the work of the reader itself.
//!
//! This is a separate program, because an MCP server would count as memory of the flood.
//!
//! Usage: `calls --mock PATH [--quick] [--check]`. `--check` fails if a gate is missed.
#![expect(clippy::print_stdout, reason = "a bench prints its report")]

mod mcp_server;
mod placement;
mod callbacks;
mod responder;
mod sdk;

use std::process::{Command, ExitCode};
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::runtime::Builder;

use claude_benches::times::{cpu, middle};
use claude_benches::{Failure, READERS};

use crate::mcp_server::TOOL_DELAY;
use crate::placement::Placement;

/// The variable that sets the calls of the mock.
const VARIABLE: &str = "MOCK_CLAUDE_MCP_CALLS";
/// Round trips, one at a time.
const TRIPS: &str = "2000 1 echo";
/// Calls of a slow tool, all at once.
const PARALLEL_CALLS: &str = "100 100 sleep";
/// The longest allowed round trip, as a multiple of the bound.
const RATIO: f64 = 1.5;
/// The longest allowed time for all parallel calls.
const PARALLEL_LIMIT: Duration = Duration::from_millis(150);

/// The times of one session, as the mock reports them, and the CPU time of the reader.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Times {
    median_ns: f64,
    p99_ns: f64,
    calls: u64,
    wall_ns: f64,
    /// Seconds of CPU of the reader, user and system.
    #[serde(default)]
    cpu: f64,
}

impl Times {
    fn cpu_per_call(&self) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "thousands of calls")]
        let calls = self.calls as f64;
        self.cpu / calls
    }
}

/// One measurement: the kind of session, and the core of the CLI.
#[derive(Debug, Clone, Copy)]
struct Measurement<'m> {
    /// The tool calls, in the form of the variable, or the kind of the control requests.
    what: &'m str,
    placement: Placement,
    mock: &'m str,
}

fn main() -> ExitCode {
    match placement::become_the_mock().and_then(|()| bench()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn bench() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["measure", what, placement, reader, mock] => {
            let placement = Placement::named(placement).ok_or("unknown placement")?;
            one(reader, Measurement { what, placement, mock })
        }
        _ => run(&words),
    }
}

/// Prints the tables, and with `--check` fails if a gate is missed.
fn run(args: &[&str]) -> Result<(), Failure> {
    let usage = "usage: calls --mock PATH [--quick] [--check]";
    let at = args.iter().position(|arg| *arg == "--mock").ok_or(usage)?;
    let mock = args.get(at + 1).ok_or("`--mock` requires a path")?;
    let missed = tables(mock, args.contains(&"--quick"))?;
    for gate in &missed {
        println!("missed: {gate}");
    }
    if missed.is_empty() || !args.contains(&"--check") {
        return Ok(());
    }
    Err("a gate was missed".into())
}

/// Measures, prints the tables, and returns the gates that are missed.
fn tables(mock: &str, quick: bool) -> Result<Vec<String>, Failure> {
    let (rounds, fewer) = if quick { (3, 3) } else { (51, 7) };
    let mut missed = Vec::new();
    for placement in Placement::ALL {
        let is_gate = placement != Placement::Together;
        if !placement.is_possible()? {
            missed.push(format!(
                "{}: not measured, because the machine has only one core",
                placement.name()
            ));
            continue;
        }
        let rounds = if is_gate { rounds } else { fewer };
        let round_trips = |title: &str, what, most| -> Result<Vec<String>, Failure> {
            let measurement = Measurement { what, placement, mock };
            let times = alternate(&READERS, measurement, rounds)?;
            let title = format!("round trips of {title}, {}", placement.name());
            Ok(table(&title, &times, is_gate.then_some(most)))
        };
        missed.extend(round_trips("tools/call", TRIPS, RATIO)?);
        for (name, _) in callbacks::KINDS {
            let title = format!("a {name} callback");
            missed.extend(round_trips(&title, name, callbacks::RATIO)?);
        }
        if placement == Placement::Apart {
            missed.extend(parallel_calls(
                Measurement { what: PARALLEL_CALLS, placement, mock },
                fewer,
            )?);
        }
    }
    Ok(missed)
}

/// Runs one reader and prints its times as JSON.
fn one(
    reader: &str,
    Measurement { what, placement, mock }: Measurement<'_>,
) -> Result<(), Failure> {
    let mock = &placement.take(mock)?;
    let callback = callbacks::Kind::named(what);
    costs(|| match (reader, callback) {
        ("raw", None) => responder::answer(mock, what),
        ("raw", Some(kind)) => callbacks::raw(mock, kind),
        (_, None) => sdk::answer(mock, what, runtime(reader, placement)),
        (_, Some(kind)) => callbacks::sdk(mock, kind, runtime(reader, placement)),
    })
}

/// A runtime that is pinned to one core has one worker by default. It gets several, as elsewhere: a
/// task that creates work for another one may wake a worker.
fn runtime(reader: &str, placement: Placement) -> Builder {
    if reader != "sdk" {
        return Builder::new_current_thread();
    }
    let mut workers = Builder::new_multi_thread();
    if placement != Placement::Free {
        workers.worker_threads(4);
    }
    workers
}

/// Runs a session, and prints its times with the CPU time that it took.
fn costs(session: impl FnOnce() -> Result<String, Failure>) -> Result<(), Failure> {
    let before = cpu();
    let report = session()?;
    let times: Times = serde_json::from_str(&report)?;
    let times = Times { cpu: cpu() - before, ..times };
    println!("{}", serde_json::to_string(&times)?);
    Ok(())
}

/// Prints the time of a round trip for each reader. Returns the gate if it is missed.
fn table(title: &str, times: &[Vec<Times>], most: Option<f64>) -> Vec<String> {
    println!("{title}, one at a time, median of {}", times[0].len());
    println!("reader                    calls  median us   p99 us  CPU us/call  median x   CPU x");
    let mut missed = Vec::new();
    for (reader, of_reader) in READERS.iter().zip(times) {
        let of = |value: fn(&Times) -> f64| middle(of_reader.iter().map(value).collect());
        let to_bound = |value: fn(&Times) -> f64| {
            let rounds = of_reader.iter().zip(&times[0]);
            middle(rounds.map(|(times, bound)| value(times) / value(bound)).collect())
        };
        let calls = of_reader[0].calls;
        let (median, p99) = (of(|times| times.median_ns) / 1e3, of(|times| times.p99_ns) / 1e3);
        let per_call = of(Times::cpu_per_call) * 1e6;
        let (ratio, cpu) = (to_bound(|times| times.median_ns), to_bound(Times::cpu_per_call));
        println!(
            "{reader:<20} {calls:>10} {median:>10.1} {p99:>8.1} {per_call:>12.1} {ratio:>9.2} {cpu:>7.2}"
        );
        if let Some(most) = most.filter(|most| *reader == "sdk" && ratio > *most) {
            missed.push(format!("{title} {reader}: {ratio:.2}x the bound (at most {most}x)"));
        }
    }
    println!();
    missed
}

fn parallel_calls(measurement: Measurement<'_>, rounds: usize) -> Result<Vec<String>, Failure> {
    // A blocking responder would answer the calls one after the other.
    let readers = &READERS[1..];
    let times = alternate(readers, measurement, rounds)?;
    println!(
        "calls at once: 100 of a tool that takes {} ms, median of {rounds}",
        TOOL_DELAY.as_millis()
    );
    println!("reader                    calls    wall ms    most");
    let mut missed = Vec::new();
    for (reader, of_reader) in readers.iter().zip(&times) {
        let wall = middle(of_reader.iter().map(|times| times.wall_ns).collect()) / 1e6;
        let (calls, most) = (of_reader[0].calls, PARALLEL_LIMIT.as_millis());
        println!("{reader:<20} {calls:>10} {wall:>10.1} {most:>7}");
        if wall > PARALLEL_LIMIT.as_secs_f64() * 1e3 {
            missed.push(format!("calls at once {reader}: {wall:.0} ms (at most {most} ms)"));
        }
    }
    println!();
    Ok(missed)
}

/// The times of each reader, in rounds in which each reader runs once.
fn alternate(
    readers: &[&str],
    measurement: Measurement<'_>,
    rounds: usize,
) -> Result<Vec<Vec<Times>>, Failure> {
    let mut times = vec![Vec::new(); readers.len()];
    for _ in 0..rounds {
        for (reader, times) in readers.iter().zip(&mut times) {
            times.push(session(reader, measurement)?);
        }
    }
    Ok(times)
}

#[expect(clippy::disallowed_methods, reason = "each measurement is a process of its own")]
fn session(
    reader: &str,
    Measurement { what, placement, mock }: Measurement<'_>,
) -> Result<Times, Failure> {
    let this = std::env::current_exe()?;
    let output =
        Command::new(this).args(["measure", what, placement.name(), reader, mock]).output()?;
    let text = String::from_utf8(output.stdout)?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    Ok(serde_json::from_str(&text).map_err(|_| format!("{reader} failed: {text}{stderr}"))?)
}
