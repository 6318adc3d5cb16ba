//! Hostile input: what costs more than its size, if it is handled without care.
//!
//! - `long_lines.rs`: lines whose content fits no type, beside plain JSON.
//! - `many_requests.rs`: many open requests of the CLI, beside a tenth of them.
//!
//! Usage: `hostile [--check]`. `--check` fails if a gate is missed.
#![expect(clippy::print_stdout, reason = "a bench prints its report")]

mod long_lines;
mod many_requests;

use std::process::ExitCode;

fn main() -> ExitCode {
    let check = std::env::args().nth(1).is_some_and(|arg| arg == "--check");
    let mut missed = long_lines::measure();
    match many_requests::measure() {
        Ok(more) => missed.extend(more),
        Err(error) => missed.push(format!("many requests: {error}")),
    }
    println!();
    for gate in &missed {
        println!("missed: {gate}");
    }
    if missed.is_empty() || !check { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
