//! Flood: the cost of a message with the SDK, compared with a raw bound on the same flood in the
//! same run.
//!
//! The mock CLI writes N lines of B bytes (assistant text, deltas and tool results alternate). Each
//! measurement runs in its own process, so that CPU time and peak memory are its own. Bound: a
//! blocking reader that splits lines and decodes them into borrowed types ([`raw`]). SDK: one
//! [`query`](claude_sdk::query) with turns, state and a permission callback, in which every message
//! is decoded and dropped ([`sdk`]).
//!
//! The cost of a message depends on its text: text with escapes cannot be copied as a whole. So each
//! size is measured with each kind of text.
//!
//! Usage: `flood --mock PATH [--peers PATH] [--only NAME] [--quick] [--check]`. `--peers` measures
//! other SDKs in the same rounds: the program of `benches/peers`. `--only` takes the part of a name,
//! as in `large-prose`. `--check` fails if a gate is missed. The program `decode` measures the
//! decoding alone.
#![expect(clippy::print_stdout, reason = "a bench prints its report")]

mod measure;
mod raw;
mod report;
mod sdk;

use std::process::ExitCode;

use claude_benches::{Failure, READERS};

/// One flood: the number of lines, their length in bytes, and the kind of text in them.
#[derive(Debug, Clone, Copy)]
struct Flood {
    size: &'static str,
    lines: u32,
    bytes: u32,
    text: &'static str,
}

impl Flood {
    fn name(self) -> String {
        format!("{}-{}", self.size, self.text)
    }
}

const SMALL: Flood = Flood { size: "small", lines: 200_000, bytes: 300, text: "" };
const LARGE: Flood = Flood { size: "large", lines: 2_000, bytes: 100_000, text: "" };

/// The kinds of text, by their names in the mock.
const TEXTS: [&str; 6] = ["plain", "prose", "code", "json", "multibyte", "base64"];

/// Both sizes, with each kind of text.
fn floods() -> impl Iterator<Item = Flood> {
    let sizes = [SMALL, LARGE].into_iter();
    sizes.flat_map(|size| TEXTS.into_iter().map(move |text| Flood { text, ..size }))
}

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
