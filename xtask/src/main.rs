//! Commands of the project: `cargo xtask <command>`.
//!
//! Checks, tests, benches and the demo; each can be run alone, and `ci` runs all of them. This
//! crate depends on no crate of the workspace, so that it still builds when they do not; it runs
//! them with cargo. Read next: [`flags`] for the commands, [`ci`] for their order.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command speaks to the person at the terminal"
)]

mod flags;

mod bench;
mod ci;
mod cli;
mod contract;
mod cross;
mod demo;
mod deny;
mod drift;
mod examples;
mod follow;
mod layers;
mod record;
mod services;
mod test;
mod tidy;

mod fake_api;
mod metadata;
mod run;
mod schema_tools;
mod scratch;

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
        Command::Bench(plan) => bench::speed(&plan),
        Command::BenchBuild => bench::build(),
        Command::Ci => ci::run(),
        Command::CliInstall => cli::install().map(|path| println!("{}", path.display())),
        Command::CliList => cli::list(),
        Command::CliPath => cli::path().map(|path| println!("{}", path.display())),
        Command::Codegen { check } => schema_tools::write("codegen", check),
        Command::Contract(plan) => contract::run(&plan),
        Command::Coverage { check } => schema_tools::write("coverage", check),
        Command::Cross(system) => cross::run(system),
        Command::Demo(mode) => demo::run(mode),
        Command::Deny => deny::run(),
        Command::Examples(plan) => examples::run(&plan),
        Command::Drift(plan) => drift::run(&plan),
        Command::Follow { version } => follow::run(&version),
        Command::Layers { metadata } => layers::run(metadata.as_deref()),
        Command::Protocol { check } => schema_tools::write("protocol", check),
        Command::Record(plan) => record::run(&plan),
        Command::Serve(service) => services::serve(service),
        Command::Services(command) => services::run(&command),
        Command::Test(plan) => test::run(&plan),
        Command::Tidy { root } => tidy::run(root.as_deref()),
    }
}
