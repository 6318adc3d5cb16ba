//! `cargo xtask ci`: everything that must pass, cheap steps first.
//!
//! Each step is a command that can be repeated alone; the first failure ends the run. The steps
//! themselves contain the rules.

use std::time::{Duration, Instant};

use crate::Outcome;
use crate::cross::System;
use crate::drift::Plan;
use crate::flags::{Command, ExamplesPlan, TestPlan};
use crate::run::Task;

/// One step: its name, and its command.
struct Step {
    name: &'static str,
    work: Work,
}

enum Work {
    /// Arguments of cargo, and flags for rustdoc if any.
    Cargo(&'static [&'static str], Option<&'static str>),
    /// A command of xtask.
    Xtask(Command),
}

/// Runs every step.
pub(crate) fn run() -> Outcome {
    let steps = steps();
    let count = steps.len();
    let mut times = Vec::with_capacity(count);
    for (index, Step { name, work }) in steps.into_iter().enumerate() {
        let repeat = work.to_string();
        println!("\n=== {}/{count} {name}: {repeat}", index + 1);
        let begin = Instant::now();
        if let Err(error) = work.run() {
            summarize(&times);
            let time = begin.elapsed().as_secs_f32();
            return Err(format!(
                "{error}\n\nfailed: {name} ({time:.1} s); repeat it with\n  {repeat}"
            ));
        }
        times.push((name, begin.elapsed()));
    }
    summarize(&times);
    println!("all {count} steps passed");
    Ok(())
}

fn steps() -> Vec<Step> {
    let cargo = |name, args| Step { name, work: Work::Cargo(args, None) };
    let ours = |name, command| Step { name, work: Work::Xtask(command) };
    let lint = |name, args| Step { name, work: Work::Cargo(args, None) };
    let test = TestPlan { strict: true, ..TestPlan::default() };
    let examples = ExamplesPlan { strict: true, ..ExamplesPlan::default() };
    vec![
        cargo("lock file", &["fetch", "--locked"]),
        cargo("format", &["fmt", "--all", "--check"]),
        ours("tidy", Command::Tidy { root: None }),
        ours("layers", Command::Layers { metadata: None }),
        ours("deny", Command::Deny),
        ours("generated code", Command::Codegen { check: true }),
        ours("protocol", Command::Protocol { check: true }),
        ours("coverage", Command::Coverage { check: true }),
        ours("drift", Command::Drift(Plan { deny: true, ..Plan::default() })),
        lint("lints, all features", CLIPPY_ALL),
        lint("lints, default features", CLIPPY_DEFAULT),
        lint("lints, transport alone", CLIPPY_TRANSPORT),
        lint("lints, facade alone", CLIPPY_SDK),
        Step { name: "documentation", work: Work::Cargo(DOC, Some("-D warnings -D missing_docs")) },
        Step {
            name: "documentation, no features",
            work: Work::Cargo(DOC_NONE, Some("-D warnings")),
        },
        ours("tests", Command::Test(test)),
        ours("oldest and newest SQLite driver", Command::Compat),
        ours("examples", Command::Examples(examples)),
        ours("Windows", Command::Cross(System::Windows)),
        ours("macOS", Command::Cross(System::Macos)),
    ]
}

const CLIPPY_ALL: &[&str] =
    &["clippy", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"];
const CLIPPY_DEFAULT: &[&str] = &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
const CLIPPY_TRANSPORT: &[&str] =
    &["clippy", "--package", "claude-transport", "--no-default-features", "--", "-D", "warnings"];
const CLIPPY_SDK: &[&str] =
    &["clippy", "--package", "claude-sdk", "--no-default-features", "--", "-D", "warnings"];
const DOC: &[&str] = &["doc", "--workspace", "--no-deps", "--all-features"];
const DOC_NONE: &[&str] = &[
    "doc",
    "--no-deps",
    "--no-default-features",
    "-p",
    "claude-types",
    "-p",
    "claude-transport",
    "-p",
    "claude-protocol",
    "-p",
    "claude-mcp",
    "-p",
    "claude-sdk",
    "-p",
    "claude-transcripts",
    "-p",
    "claude-sessions",
];

impl Work {
    fn run(self) -> Outcome {
        match self {
            Self::Cargo(args, None) => Ok(Task::cargo(args).run()?),
            Self::Cargo(args, Some(flags)) => {
                Ok(Task::cargo(args).env("RUSTDOCFLAGS", flags).run()?)
            }
            Self::Xtask(command) => crate::execute(command),
        }
    }
}

/// The command line to type.
impl std::fmt::Display for Work {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cargo(args, None) => write!(f, "cargo {}", args.join(" ")),
            Self::Cargo(args, Some(flags)) => {
                write!(f, "RUSTDOCFLAGS=\"{flags}\" cargo {}", args.join(" "))
            }
            Self::Xtask(command) => f.write_str(match command {
                Command::Codegen { .. } => "cargo xtask codegen --check",
                Command::Compat => "cargo xtask compat",
                Command::Coverage { .. } => "cargo xtask coverage --check",
                Command::Cross(System::Windows) => "CI=true cargo xtask cross windows",
                Command::Cross(System::Macos) => "CI=true cargo xtask cross macos",
                Command::Deny => "cargo xtask deny",
                Command::Drift(_) => "cargo xtask drift --deny",
                Command::Examples(_) => "CI=true cargo xtask examples",
                Command::Layers { .. } => "cargo xtask layers",
                Command::Protocol { .. } => "cargo xtask protocol --check",
                Command::Test(_) => "CI=true cargo xtask test",
                Command::Tidy { .. } => "cargo xtask tidy",
                _ => "cargo xtask",
            }),
        }
    }
}

fn summarize(times: &[(&str, Duration)]) {
    println!();
    for (name, time) in times {
        println!("{:>8.1} s  {name}", time.as_secs_f32());
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, Work, steps};

    #[test]
    fn every_step_can_be_repeated() {
        for Step { name, work } in steps() {
            let line = work.to_string();
            let words = line.split_once("cargo ").unwrap().1;
            match work {
                Work::Cargo(args, _) => assert_eq!(words, args.join(" ")),
                Work::Xtask(_) => {
                    let words = words.strip_prefix("xtask ").expect(name);
                    let words: Vec<String> = words.split(' ').map(str::to_owned).collect();
                    assert!(crate::flags::parse(&words).is_ok(), "{line}");
                }
            }
        }
    }

    #[test]
    fn drift_fails_the_build() {
        let plan = steps().into_iter().find_map(|step| match step.work {
            Work::Xtask(crate::flags::Command::Drift(plan)) => Some(plan),
            _ => None,
        });
        let plan = plan.expect("a step that looks for drift");
        assert!(plan.deny && plan.cli.is_none() && plan.declarations.is_none());
    }

    #[test]
    fn ci_skips_no_test() {
        let strict = steps().into_iter().find_map(|step| match step.work {
            Work::Xtask(crate::flags::Command::Test(plan)) => Some(plan),
            _ => None,
        });
        let plan = strict.expect("a step that tests");
        assert!(plan.strict && !plan.no_real_cli && plan.rest.is_empty());
    }
}
