//! Measurement: runs one reader in its own process, and prints its cost.

use std::time::Instant;

use claude_benches::times::cpu;
use serde::{Deserialize, Serialize};

use crate::{Failure, Flood, floods, raw, sdk};

/// The cost of one reader.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Cost {
    /// The number of messages, including the result.
    pub(crate) messages: u64,
    /// Seconds from the start of the session to its end.
    pub(crate) wall: f64,
    /// Seconds of CPU of this process, user and system.
    pub(crate) cpu: f64,
    /// Peak memory of this process, in MiB.
    pub(crate) rss: f64,
}

/// Runs one reader and prints its cost as JSON.
pub(crate) fn one(reader: &str, flood: &str, mock: &str) -> Result<(), Failure> {
    let flood = floods().find(|known| known.name() == flood).ok_or("unknown flood")?;
    let began = Instant::now();
    let before = cpu();
    let messages = match reader {
        "raw" => raw::read(mock, flood)?,
        "sdk" => sdk::read(mock, flood, tokio::runtime::Builder::new_multi_thread())?,
        _ => sdk::read(mock, flood, tokio::runtime::Builder::new_current_thread())?,
    };
    let cost = Cost {
        messages,
        wall: began.elapsed().as_secs_f64(),
        cpu: cpu() - before,
        rss: peak_rss()?,
    };
    println!("{}", serde_json::to_string(&cost)?);
    Ok(())
}

/// The flood, in the form of the environment variable of the mock.
pub(crate) fn order(flood: Flood) -> String {
    format!("{} {} mixed {}", flood.lines, flood.bytes, flood.text)
}

fn peak_rss() -> Result<f64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).ok_or("no VmHWM")?;
    let kib: f64 = line.split_whitespace().nth(1).ok_or("no value of VmHWM")?.parse()?;
    Ok(kib / 1024.0)
}
