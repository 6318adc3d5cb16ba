//! Flood: the cost of a message with the SDK, compared with a raw bound on the same flood in the
//! same run.
//!
//! The mock CLI writes N lines of B bytes (assistant text, deltas and tool results alternate). Each
//! measurement runs in its own process, so that CPU time and peak memory are its own. Bound: a
//! blocking reader that splits lines and decodes them into borrowed types ([`raw`]). SDK: one
//! [`query`](claude_sdk::query) with turns, state and a permission callback, in which every message
//! is decoded and dropped ([`sdk`]).
//!
//! Usage: `flood --mock PATH [--quick] [--check]`. `--check` fails if a gate is missed. The program
//! `decode` measures the decoding alone.
#![expect(clippy::print_stdout, reason = "a bench prints its report")]

mod measure;
mod raw;
mod report;
mod sdk;

use std::process::ExitCode;

use claude_benches::{Failure, READERS};

/// One flood: the number of lines, and their length in bytes.
#[derive(Debug, Clone, Copy)]
struct Flood {
    name: &'static str,
    lines: u32,
    bytes: u32,
}

const FLOODS: [Flood; 2] = [
    Flood { name: "small", lines: 200_000, bytes: 300 },
    Flood { name: "large", lines: 2_000, bytes: 100_000 },
];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["measure", reader, flood, mock] => measure::one(reader, flood, mock),
        _ => report::run(&words),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
