//! Schema tools: generates files from `schema/`, and compares the schema with its sources.
//!
//! `cargo xtask` starts the commands and passes the places of the CLI and the declarations. This
//! crate depends on no crate of the workspace, so that it still builds when they do not. Read next:
//! [`flags`] for the commands, [`codegen::schema`] for the reader of the schema.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command speaks to the person at the terminal"
)]

mod flags;

mod codegen;
mod coverage;
mod drift;
mod protocol;

mod child;
mod pages;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use flags::Command;

/// The result of a command; the error is a text for the terminal.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match flags::parse(&args).and_then(execute) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn execute(command: Command) -> Outcome {
    match command {
        Command::Help => {
            println!("{}", flags::HELP);
            Ok(())
        }
        Command::Codegen { check } => codegen::run(check),
        Command::Coverage { check } => coverage::run(check),
        Command::Drift(plan) => drift::run(&plan),
        Command::Protocol { check } => protocol::run(check),
    }
}

/// The root of the workspace: the folder above this crate.
fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or(here.clone(), Path::to_path_buf)
}
