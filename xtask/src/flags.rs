//! Command line of xtask: parses the arguments into a [`Command`].
//!
//! It is written by hand, because a parser crate would be built before everything else. Nothing is
//! run here. Read next: `main.rs`.

use std::path::PathBuf;

use crate::cross::System;
use crate::services::Service;
use crate::{bench, contract, drift, record};

#[cfg(test)]
mod tests;

/// The help, which `cargo xtask` prints without arguments.
pub(crate) const HELP: &str = "\
cargo xtask <command>

  demo [--real-cli | --live]  a streamed query with a tool call, against the mock,
                              the real CLI with a fake API, or your own account
  test [--no-real-cli] [-- ARGS]
                              all tests, with the real CLI where npm is present
  ci                          everything that must pass; .ci/run calls it
  bench [--quick] [--peers] [--check]
                              the whole-process flood, compared with a raw bound, or also with other
                              SDKs; --check fails if a gate is missed
  bench build                 the cost of building against the SDK, compared with another one
  contract [--cli VERSION|PATH...] [--all] [-- NAME...]
                              the contract tests with other CLIs
  cross windows | cross macos
                              builds or checks for another system, and tests under wine
  codegen [--check]           schema/ to crates/claude-types/src/generated/
  protocol [--check]          schema/ to docs/protocol.md and docs/protocol/
  coverage [--check]          which features are covered: docs/coverage.md
  layers [--metadata FILE]    the allowed edges between the crates
  tidy [--root DIR]           checks repository rules: file length, names, links, paths
  deny                        licenses, sources and duplicates, offline (deny.toml)
  drift [--deny] [--cli VERSION|PATH] [--declarations VERSION|DIR]
                              compares the schema with recordings, CLI and declarations
  follow VERSION              pins another version of the CLI, and lists what is new
  record [--list] [--cli VERSION|PATH] [--out DIR] [--check] [NAME...]
                              records the fixtures anew with the real CLI
  services [-- COMMAND...]    runs a command beside PostgreSQL and Redis, or prints their addresses
  examples [--no-real-cli] [NAME...]
                              builds all examples and runs those that need no input
  cli install | path | list   the pinned real CLI below target/";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Bench(bench::Plan),
    BenchBuild,
    Ci,
    CliInstall,
    CliList,
    CliPath,
    Codegen { check: bool },
    Contract(contract::Plan),
    Coverage { check: bool },
    Cross(System),
    Demo(DemoMode),
    Deny,
    Drift(drift::Plan),
    Examples(ExamplesPlan),
    Follow { version: String },
    Layers { metadata: Option<PathBuf> },
    Protocol { check: bool },
    Record(record::Plan),
    Serve(Service),
    Services(Vec<String>),
    Test(TestPlan),
    Tidy { root: Option<PathBuf> },
}

/// What the demo connects to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DemoMode {
    Mock,
    RealCli,
    Live,
}

/// How the tests are run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct TestPlan {
    /// Whether the contract tests are skipped on purpose.
    pub(crate) no_real_cli: bool,
    /// Whether a missing CLI is a failure, and not a skip.
    pub(crate) strict: bool,
    /// Arguments for `cargo test`.
    pub(crate) rest: Vec<String>,
}

/// Which examples are run.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ExamplesPlan {
    /// Whether they run with the mock only.
    pub(crate) no_real_cli: bool,
    /// Whether a missing CLI is a failure, and not a skip.
    pub(crate) strict: bool,
    /// All examples if empty.
    pub(crate) names: Vec<String>,
}

/// Parses the arguments after `cargo xtask`.
pub(crate) fn parse(args: &[String]) -> Result<Command, String> {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let command = match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => Command::Help,
        ["bench", "build"] => Command::BenchBuild,
        ["bench", rest @ ..] => {
            let plan = bench::Plan::parse(rest);
            Command::Bench(
                plan.map_err(|word| format!("invalid arguments: `bench {word}`\n\n{HELP}"))?,
            )
        }
        ["ci"] => Command::Ci,
        ["cli", "install"] => Command::CliInstall,
        ["cli", "list"] => Command::CliList,
        ["cli", "path"] => Command::CliPath,
        ["codegen"] => Command::Codegen { check: false },
        ["codegen", "--check"] => Command::Codegen { check: true },
        ["contract", rest @ ..] => {
            let plan = contract::Plan::parse(rest);
            Command::Contract(
                plan.map_err(|word| format!("invalid arguments: `contract {word}`\n\n{HELP}"))?,
            )
        }
        ["coverage"] => Command::Coverage { check: false },
        ["coverage", "--check"] => Command::Coverage { check: true },
        ["cross", "windows"] => Command::Cross(System::Windows),
        ["cross", "macos"] => Command::Cross(System::Macos),
        ["demo"] => Command::Demo(DemoMode::Mock),
        ["demo", "--real-cli"] => Command::Demo(DemoMode::RealCli),
        ["demo", "--live"] => Command::Demo(DemoMode::Live),
        ["deny"] => Command::Deny,
        ["drift", rest @ ..] => Command::Drift(drift_plan(rest)?),
        ["examples", rest @ ..] => Command::Examples(examples_plan(rest)?),
        ["follow", version] => Command::Follow { version: (*version).to_owned() },
        ["layers"] => Command::Layers { metadata: None },
        ["layers", "--metadata", file] => Command::Layers { metadata: Some(file.into()) },
        ["protocol"] => Command::Protocol { check: false },
        ["protocol", "--check"] => Command::Protocol { check: true },
        ["record", rest @ ..] => {
            let plan = record::Plan::parse(rest);
            Command::Record(
                plan.map_err(|word| format!("invalid arguments: `record {word}`\n\n{HELP}"))?,
            )
        }
        ["services"] => Command::Services(Vec::new()),
        ["services", "--", command @ ..] => {
            Command::Services(command.iter().map(ToString::to_string).collect())
        }
        ["services", "serve", name] => Command::Serve(
            Service::from_name(name)
                .ok_or_else(|| format!("invalid arguments: `services serve {name}`\n\n{HELP}"))?,
        ),
        ["test", rest @ ..] => Command::Test(test_plan(rest)?),
        ["tidy"] => Command::Tidy { root: None },
        ["tidy", "--root", root] => Command::Tidy { root: Some(root.into()) },
        _ => return Err(format!("invalid arguments: `{}`\n\n{HELP}", words.join(" "))),
    };
    Ok(command)
}

fn examples_plan(words: &[&str]) -> Result<ExamplesPlan, String> {
    let (flags, names): (Vec<&str>, Vec<&str>) =
        words.iter().partition(|word| word.starts_with('-'));
    if let Some(flag) = flags.iter().find(|flag| **flag != "--no-real-cli") {
        return Err(format!("invalid arguments: `examples {flag}`\n\n{HELP}"));
    }
    let names = names.into_iter().map(str::to_owned).collect();
    Ok(ExamplesPlan { no_real_cli: !flags.is_empty(), strict: false, names })
}

fn test_plan(words: &[&str]) -> Result<TestPlan, String> {
    let (ours, rest) = match words.iter().position(|word| *word == "--") {
        Some(at) => (&words[..at], &words[at + 1..]),
        None => (words, &[][..]),
    };
    let no_real_cli = match ours {
        [] => false,
        ["--no-real-cli"] => true,
        _ => {
            return Err(format!("invalid arguments: `test {}`\n\n{HELP}", ours.join(" ")));
        }
    };
    let rest = rest.iter().map(ToString::to_string).collect();
    Ok(TestPlan { no_real_cli, strict: false, rest })
}

fn drift_plan(words: &[&str]) -> Result<drift::Plan, String> {
    let mut plan = drift::Plan::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut value = || words.next().map(|value| (*value).to_owned());
        let taken = match *word {
            "--deny" => {
                plan.deny = true;
                Some(())
            }
            "--cli" => value().map(|cli| plan.cli = Some(cli)),
            "--declarations" => value().map(|chosen| plan.declarations = Some(chosen)),
            _ => None,
        };
        taken.ok_or_else(|| format!("invalid arguments: `drift {word}`\n\n{HELP}"))?;
    }
    Ok(plan)
}
