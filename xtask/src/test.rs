//! `cargo xtask test`: all tests, with the real CLI if it is available.
//!
//! `cargo test --workspace` runs the same tests, except those of the stores on servers. This command
//! prepares the CLI for the contract tests, and the servers, or prints which tests are skipped.

use std::ffi::OsString;

use crate::flags::TestPlan;
use crate::run::Task;
use crate::{Outcome, cli, services};

/// The variable in which the contract tests look for the real CLI.
const CLI: &str = "CLAUDE_TEST_CLI";
/// The variable that makes a missing CLI a failure of the contract tests.
const REQUIRE: &str = "CLAUDE_TEST_REQUIRE_CLI";

/// Runs all tests of the workspace.
pub(crate) fn run(plan: &TestPlan) -> Outcome {
    let strict = plan.strict || is_ci();
    let tests = Task::cargo(&["test", "--workspace"]).args(&plan.rest);
    let tests = match real_cli(plan.no_real_cli, strict)? {
        Ok(cli) => tests.env(CLI, cli).env(REQUIRE, "1"),
        Err(reason) => {
            report_skipped(&reason);
            tests.without_env(CLI).without_env(REQUIRE)
        }
    };
    tests.run()?;
    // Tests that were chosen are those of the workspace.
    if plan.rest.is_empty() { services::run_tests() } else { Ok(()) }
}

/// Returns the CLI, or the reason why the tests run without it. In CI that is an error.
pub(crate) fn real_cli(left_out: bool, strict: bool) -> Outcome<Result<OsString, String>> {
    let found = if left_out {
        Err("`--no-real-cli` skips it".to_owned())
    } else if let Some(given) = std::env::var_os(CLI).filter(|path| !path.is_empty()) {
        Ok(given)
    } else {
        cli::install().map(OsString::from)
    };
    match found {
        Err(reason) if strict => Err(format!("the real CLI is required if CI=true, but {reason}")),
        found => Ok(found),
    }
}

fn report_skipped(reason: &str) {
    println!("The contract tests with the real CLI are skipped: {reason}");
    let list = ["test", "--quiet", "--workspace", "--test", "it", "--", "--list", "contract::"];
    match Task::cargo(&list).read() {
        Ok(list) => contract_tests(&list).for_each(|name| println!("  skipped: {name}")),
        Err(error) => eprintln!("  their names could not be listed: {error}"),
    }
}

fn contract_tests(list: &str) -> impl Iterator<Item = &str> {
    let names = list.lines().filter_map(|line| line.strip_suffix(": test"));
    names.filter(|name| name.starts_with("contract::"))
}

pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

#[cfg(test)]
mod tests {
    use super::{contract_tests, real_cli};

    #[test]
    fn skipping_the_cli_is_refused_in_ci() {
        assert!(real_cli(true, true).is_err());
        assert!(real_cli(true, false).unwrap().is_err());
    }

    #[test]
    fn skipped_tests_are_named() {
        let list = "contract::hello: test\nother::contract: test\n\n2 tests, 0 benchmarks\n";
        assert_eq!(contract_tests(list).collect::<Vec<_>>(), ["contract::hello"]);
    }
}
