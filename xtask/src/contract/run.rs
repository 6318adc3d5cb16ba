//! Command `contract`: lists the tests, then runs them with one CLI after the other.

use super::plan::Plan;
use super::report::{Report, listed};
use super::table::{self, TABLE};
use crate::run::Task;
use crate::{Outcome, cli};

/// The tests are one binary of this package.
const TESTS: [&str; 5] = ["test", "-p", "claude-testkit", "--test", "it"];

/// Runs the contract tests with each CLI. A failure does not stop the others.
pub(crate) fn run(plan: &Plan) -> Outcome {
    let list = Task::cargo(&TESTS).args(["--", "--list", "contract::"]).read()?;
    let tests = listed(&list);
    table::check(TABLE, &tests)?;
    let named = |name: &&&str| plan.names.iter().any(|part| name.contains(part.as_str()));
    let chosen: Vec<&str> = match &plan.names[..] {
        [] => tests,
        _ => tests.iter().filter(named).copied().collect(),
    };
    if chosen.is_empty() {
        return Err("no contract test has one of these names".into());
    }
    let pinned = cli::version()?;
    let clis = if plan.clis.is_empty() { vec![pinned] } else { plan.clis.clone() };
    let mut broken = Vec::new();
    for cli in &clis {
        if !with(cli, &chosen, plan.all)? {
            broken.push(cli.as_str());
        }
    }
    match &broken[..] {
        [] => Ok(()),
        broken => Err(format!("contract tests failed with {}", broken.join(", "))),
    }
}

/// Runs the tests with one CLI. Returns whether all passed.
fn with(chosen: &str, tests: &[&str], all: bool) -> Outcome<bool> {
    let binary = if chosen == cli::version()? { cli::install()? } else { cli::chosen(chosen)? };
    let version = Task::new(&binary).args(["--version"]).clean().read()?;
    let version = version.split_whitespace().next().unwrap_or_default();
    let table = if all { &[] } else { TABLE };
    let (run, out) = table::split(tests, table, version);
    println!("CLI {version}: {} contract tests, {} skipped", run.len(), out.len());
    for needs in &out {
        println!(
            "  skipped: {} requires CLI {} or later: {}",
            needs.test, needs.first, needs.reason
        );
    }
    let task = Task::cargo(&TESTS)
        .args(["--", "--exact"])
        .args(&run)
        .env("CLAUDE_TEST_CLI", &binary)
        .env("CLAUDE_TEST_REQUIRE_CLI", "1")
        .env("RUST_BACKTRACE", "0");
    let (succeeded, output) = task.outcome()?;
    let report = Report::read(&output);
    let missing = report.missing(&run);
    report.passed.iter().for_each(|name| println!("  passed: {name}"));
    missing.iter().for_each(|name| println!("  no result: {name}"));
    report.failed.iter().for_each(|name| println!("  FAILED: {name}"));
    if !succeeded {
        println!("{output}");
    }
    Ok(succeeded && missing.is_empty())
}
