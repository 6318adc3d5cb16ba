//! Decode: the cost of one line with the types of the SDK, compared with plain derives over the
//! same fields.
//!
//! The readers of a line alternate in slices of a fraction of a millisecond. Ratios are computed
//! within a round, and the median of all rounds counts, so that a change of the speed of the
//! machine affects all readers. One thread decodes and drops one line at a time. `cargo bench`
//! measures the same readers one after the other.
//!
//! This is a separate program, because the plain derives would count as memory of the flood.
//!
//! Usage: `decode [--check]`. `--check` fails if a gate is missed.
#![expect(clippy::print_stdout, reason = "a bench prints its report")]

use std::process::ExitCode;
use std::time::{Duration, Instant};

use claude_benches::kinds::{Kind, Read, kinds};

/// How often each reader runs.
const ROUNDS: u32 = 400;
/// The approximate length of a slice.
const TURN: Duration = Duration::from_micros(200);

/// Prints the table, and with `--check` fails if a gate is missed.
fn main() -> ExitCode {
    let check = std::env::args().nth(1).is_some_and(|arg| arg == "--check");
    println!("decode: one line of each kind, in nanoseconds; median of {ROUNDS} turns");
    println!(
        "{:<20} {:>6} {:>9} | {:>8} {:>8} {:>8} {:>8} | {:>7} {:>7} {:>5}",
        "line",
        "bytes",
        "typed ns",
        "derive",
        "tagged",
        "value",
        "ignored",
        "/derive",
        "/tagged",
        "most"
    );
    let missed: Vec<String> = kinds().iter().flat_map(row).collect();
    println!();
    for gate in &missed {
        println!("missed: {gate}");
    }
    if missed.is_empty() || !check { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Measures a line and prints its row. Returns the gates that it misses.
fn row(kind: &Kind) -> Vec<String> {
    let rounds = measure(&kind.line, kind.readers().map(|(_, read)| read));
    let [typed, derive, tagged, value, ignored] =
        std::array::from_fn(|at| median(rounds.iter().map(|round| round[at])));
    let to_derive = median(rounds.iter().map(|round| round[0] / round[1]));
    let to_tagged = median(rounds.iter().map(|round| round[0] / round[2]));
    let (name, bytes, most) = (kind.name, kind.line.len(), kind.most);
    println!(
        "{name:<20} {bytes:>6} {typed:>9.0} | {derive:>8.0} {tagged:>8.0} {value:>8.0} {ignored:>8.0} | {to_derive:>7.2} {to_tagged:>7.2} {most:>5.2}"
    );
    let mut missed = Vec::new();
    if to_derive > most {
        missed.push(format!("{name}: {to_derive:.2}x a plain derive (at most {most}x)"));
    }
    if to_tagged >= 1.0 {
        missed.push(format!("{name}: {to_tagged:.2}x an internally tagged derive (below 1x)"));
    }
    missed
}

/// Nanoseconds per line of each reader, round by round.
fn measure(line: &[u8], readers: [Read; 5]) -> Vec<[f64; 5]> {
    let turns = readers.map(|read| {
        let once = (0..20).map(|_| time(read, line, 1)).min().unwrap_or(TURN);
        u32::try_from(TURN.as_nanos() / once.as_nanos().max(1)).unwrap_or(u32::MAX).max(1)
    });
    let turn =
        |at: usize| time(readers[at], line, turns[at]).as_secs_f64() * 1e9 / f64::from(turns[at]);
    (0..ROUNDS).map(|_| std::array::from_fn(turn)).collect()
}

fn time(read: Read, line: &[u8], turns: u32) -> Duration {
    let began = Instant::now();
    for _ in 0..turns {
        read(line);
    }
    began.elapsed()
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
