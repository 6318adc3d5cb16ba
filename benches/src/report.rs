//! Report: runs every reader on every flood, alternating, and prints medians, ratios and gates.
//!
//! A ratio compares a reader with the bound of the same round, and the median of all rounds counts,
//! so that a change of the speed of the machine affects both.

use std::process::Command;

use claude_benches::times::middle;

use crate::measure::Cost;
use crate::{FLOODS, Failure, Flood, READERS};

/// The largest allowed CPU and wall time, as a multiple of the bound.
const RATIO: f64 = 1.4;
/// The largest allowed peak memory of a consumer that reads, in MiB.
const RSS: f64 = 8.0;

/// Measures, prints the table, and with `--check` fails if a gate is missed.
pub(crate) fn run(args: &[&str]) -> Result<(), Failure> {
    let at = args.iter().position(|arg| *arg == "--mock").ok_or("usage: flood --mock PATH")?;
    let mock = args.get(at + 1).ok_or("`--mock` needs a path")?;
    let repeats = if args.contains(&"--quick") { 3 } else { 21 };
    let mut missed = Vec::new();
    for flood in FLOODS {
        missed.extend(table(flood, mock, repeats)?);
    }
    for gate in &missed {
        println!("missed: {gate}");
    }
    if missed.is_empty() || !args.contains(&"--check") {
        return Ok(());
    }
    Err("a gate was missed".into())
}

fn table(flood: Flood, mock: &str, repeats: usize) -> Result<Vec<String>, Failure> {
    let mut costs = vec![Vec::new(); READERS.len()];
    for _ in 0..repeats {
        for (reader, costs) in READERS.iter().zip(&mut costs) {
            costs.push(measure(reader, flood, mock)?);
        }
    }
    println!("{}: {} lines of {} bytes, median of {repeats}", flood.name, flood.lines, flood.bytes);
    println!(
        "reader                 messages   wall s  CPU us/msg     MB/s  RSS MiB  CPU x  wall x"
    );
    let mut missed = Vec::new();
    for (reader, costs_of_reader) in READERS.iter().zip(&costs) {
        let cost = median(costs_of_reader);
        let to_bound = |value: fn(&Cost) -> f64| {
            let rounds = costs_of_reader.iter().zip(&costs[0]);
            middle(rounds.map(|(cost, bound)| value(cost) / value(bound)).collect())
        };
        let (cpu, wall) = (to_bound(|cost| cost.cpu), to_bound(|cost| cost.wall));
        print_row(reader, flood, &cost, cpu, wall);
        if *reader == "sdk" && (cpu > RATIO || wall > RATIO || cost.rss > RSS) {
            missed.push(format!("{} {reader}: CPU {cpu:.2}x, wall {wall:.2}x (at most {RATIO}x), {:.1} MiB (at most {RSS})", flood.name, cost.rss));
        }
    }
    println!();
    Ok(missed)
}

fn print_row(reader: &str, flood: Flood, cost: &Cost, cpu: f64, wall: f64) {
    let lines = f64::from(flood.lines);
    let per_message = cost.cpu / lines * 1e6;
    let rate = lines * f64::from(flood.bytes) / cost.wall / 1e6;
    let (messages, rss, seconds) = (cost.messages, cost.rss, cost.wall);
    println!(
        "{reader:<20} {messages:>10} {seconds:>8.3} {per_message:>11.3} {rate:>8.0} {rss:>8.1} {cpu:>6.2} {wall:>7.2}"
    );
}

#[expect(clippy::disallowed_methods, reason = "each measurement is a process of its own")]
fn measure(reader: &str, flood: Flood, mock: &str) -> Result<Cost, Failure> {
    let this = std::env::current_exe()?;
    let output = Command::new(this).args(["measure", reader, flood.name, mock]).output()?;
    let text = String::from_utf8(output.stdout)?;
    let cost: Cost = serde_json::from_str(&text).map_err(|_| format!("{reader} failed: {text}"))?;
    if cost.messages < u64::from(flood.lines) {
        return Err(format!("{reader} saw {} of {} messages", cost.messages, flood.lines).into());
    }
    Ok(cost)
}

fn median(costs: &[Cost]) -> Cost {
    let of = |value: fn(&Cost) -> f64| middle(costs.iter().map(value).collect());
    Cost {
        messages: costs[0].messages,
        wall: of(|cost| cost.wall),
        cpu: of(|cost| cost.cpu),
        rss: of(|cost| cost.rss),
    }
}
