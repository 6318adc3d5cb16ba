//! Report: runs every reader on every flood, alternating, and prints medians, ratios and gates.
//!
//! A ratio compares a reader with the bound of the same round, and the median of all rounds counts,
//! so that a change of the speed of the machine affects both. Wall time is printed with its spread,
//! and has no gate: it depends on the cores that the system chooses for both processes.

use std::process::Command;

use claude_benches::times::middle;

use crate::measure::Cost;
use crate::{Failure, Flood, READERS, floods, measure};

/// The largest allowed CPU time, as a multiple of the bound.
const RATIO: f64 = 1.25;
/// The largest allowed peak memory of a consumer that reads, in MiB.
const RSS: f64 = 8.0;
/// Other SDKs, by their names in the program of `benches/peers`.
const PEERS: [&str; 3] = ["claude-agent-sdk-rs", "claude-code-client-sdk", "claude-codes"];

/// What is measured, and how often.
struct Plan<'p> {
    mock: &'p str,
    peers: Option<&'p str>,
    rounds: usize,
}

/// Measures, prints the tables, and with `--check` fails if a gate is missed.
pub(crate) fn run(args: &[&str]) -> Result<(), Failure> {
    let value = |flag: &str| {
        let at = args.iter().position(|arg| *arg == flag)?;
        args.get(at + 1).copied()
    };
    let plan = Plan {
        mock: value("--mock").ok_or("usage: flood --mock PATH")?,
        peers: value("--peers"),
        rounds: if args.contains(&"--quick") { 3 } else { 21 },
    };
    let only = value("--only").unwrap_or_default();
    let mut missed = Vec::new();
    for flood in floods().filter(|flood| flood.name().contains(only)) {
        missed.extend(plan.table(flood)?);
    }
    for gate in &missed {
        println!("missed: {gate}");
    }
    if missed.is_empty() || !args.contains(&"--check") {
        return Ok(());
    }
    Err("a gate was missed".into())
}

/// The middle of the ratios of all rounds, with the lowest and the highest.
struct Ratio {
    middle: f64,
    low: f64,
    high: f64,
}

impl Ratio {
    fn new(ratios: impl Iterator<Item = f64>) -> Self {
        let ratios: Vec<f64> = ratios.collect();
        let low = ratios.iter().copied().fold(f64::INFINITY, f64::min);
        let high = ratios.iter().copied().fold(0.0, f64::max);
        Self { middle: middle(ratios), low, high }
    }
}

impl std::fmt::Display for Ratio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:.2} ({:.2}-{:.2})", self.middle, self.low, self.high)
    }
}

impl Plan<'_> {
    /// Prints the table of a flood. Returns the gates that are missed.
    fn table(&self, flood: Flood) -> Result<Vec<String>, Failure> {
        let peers = if self.peers.is_some() { &PEERS[..] } else { &[] };
        let readers: Vec<&str> = READERS.iter().chain(peers).copied().collect();
        let mut costs = vec![Vec::new(); readers.len()];
        for _ in 0..self.rounds {
            for (reader, costs) in readers.iter().zip(&mut costs) {
                costs.push(self.measure(reader, flood)?);
            }
        }
        let (name, lines, bytes) = (flood.name(), flood.lines, flood.bytes);
        println!("{name}: {lines} lines of {bytes} bytes, median of {} rounds", self.rounds);
        println!(
            "reader                  messages   wall s  CPU us/msg     MB/s  RSS MiB  {:<18} wall x",
            "CPU x"
        );
        let mut missed = Vec::new();
        for (reader, of_reader) in readers.iter().zip(&costs) {
            let cost = median(of_reader);
            let to = |other: &[Cost], value: fn(&Cost) -> f64| {
                let rounds = of_reader.iter().zip(other);
                Ratio::new(rounds.map(|(cost, other)| value(cost) / value(other)))
            };
            let to_bound = to(&costs[0], |cost| cost.cpu);
            print_row(reader, flood, &cost, &to_bound, &to(&costs[0], |cost| cost.wall));
            if reader.starts_with("sdk") {
                let cpu = to_bound.middle;
                if cpu > RATIO {
                    missed.push(format!("{name} {reader}: CPU {cpu:.2}x (at most {RATIO}x)"));
                }
                if cost.rss > RSS {
                    let rss = cost.rss;
                    missed.push(format!("{name} {reader}: {rss:.1} MiB (at most {RSS})"));
                }
            }
            // The third reader is the last of ours. Peers run on the default runtime, as the second.
            if let Some(peer) = peers.iter().find(|peer| *peer == reader) {
                let cpu = 1.0 / to(&costs[1], |cost| cost.cpu).middle;
                if cpu >= 1.0 {
                    missed.push(format!("{name} sdk: CPU {cpu:.2}x that of {peer} (below 1x)"));
                }
            }
        }
        println!();
        Ok(missed)
    }

    #[expect(clippy::disallowed_methods, reason = "each measurement is a process of its own")]
    fn measure(&self, reader: &str, flood: Flood) -> Result<Cost, Failure> {
        let output = match self.peers.filter(|_| PEERS.contains(&reader)) {
            Some(peers) => Command::new(peers)
                .args([reader, self.mock])
                .env_clear()
                .env("PATH", std::env::var_os("PATH").unwrap_or_default())
                .env("MOCK_CLAUDE_FLOOD", measure::order(flood))
                .output()?,
            None => {
                let this = std::env::current_exe()?;
                let args = ["measure", reader, &flood.name(), self.mock];
                Command::new(this).args(args).output()?
            }
        };
        let text = String::from_utf8(output.stdout)?;
        let stderr = String::from_utf8_lossy(&output.stderr);
        let cost: Cost =
            serde_json::from_str(&text).map_err(|_| format!("{reader} failed: {text}{stderr}"))?;
        if cost.messages < u64::from(flood.lines) {
            let seen = cost.messages;
            return Err(format!("{reader} saw {seen} of {} messages", flood.lines).into());
        }
        Ok(cost)
    }
}

fn print_row(reader: &str, flood: Flood, cost: &Cost, cpu: &Ratio, wall: &Ratio) {
    let lines = f64::from(flood.lines);
    let per_message = cost.cpu / lines * 1e6;
    let rate = lines * f64::from(flood.bytes) / cost.wall / 1e6;
    let (messages, rss, seconds) = (cost.messages, cost.rss, cost.wall);
    let (cpu, wall) = (cpu.to_string(), wall.to_string());
    println!(
        "{reader:<22} {messages:>9} {seconds:>8.3} {per_message:>11.3} {rate:>8.0} {rss:>8.1}  {cpu:<18} {wall}"
    );
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
