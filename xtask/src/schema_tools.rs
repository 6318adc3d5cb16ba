//! Schema tools: runs the package `schema-tools`, which has the commands about `schema/`, with
//! cargo.

use std::ffi::OsStr;

use crate::Outcome;
use crate::run::Task;

/// Builds the program and runs a command of it.
pub(crate) fn run<S: AsRef<OsStr>>(command: &str, args: impl IntoIterator<Item = S>) -> Outcome {
    let run = ["run", "--quiet", "--package", "schema-tools", "--", command];
    Ok(Task::cargo(&run).args(args).run()?)
}

/// Runs a command that writes files; with `check`, it only compares them.
pub(crate) fn write(command: &str, check: bool) -> Outcome {
    run(command, check.then_some("--check"))
}
