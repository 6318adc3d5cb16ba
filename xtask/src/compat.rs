//! `cargo xtask compat`: the stores' tests with both ends of a range of versions.
//!
//! A lock file contains one rusqlite, and a program one SQLite. So each end of the range is a package of its
//! own below `compat/`, which runs the same tests. Read next: `crates/claude-sessions/Cargo.toml`.

use crate::Outcome;
use crate::run::{Task, root};

/// The packages, below `compat/`.
const PACKAGES: [&str; 2] = ["sqlite-oldest", "sqlite-newest"];
/// The tests that use the database.
const TESTS: [&str; 2] = ["sqlite", "durable"];

/// Runs the tests of all packages.
pub(crate) fn run() -> Outcome {
    // One folder for both: what does not depend on SQLite is compiled once.
    let target = root().join("target/compat");
    for package in PACKAGES {
        println!("compat: {package}");
        let folder = root().join("compat").join(package);
        let tests = Task::cargo(&["test", "--locked", "--test", "it", "--"]).args(TESTS);
        let tests = tests.dir(&folder).env("CARGO_TARGET_DIR", &target);
        tests.run().map_err(|error| {
            format!(
                "{}\n\nIf the lock file is out of date: `cargo metadata --format-version 1 \
                 --manifest-path compat/{package}/Cargo.toml > /dev/null`",
                String::from(error)
            )
        })?;
    }
    Ok(())
}
