//! Command `cross`: finds the programs, compiles, and runs what can be run.

use std::path::{Path, PathBuf};

use super::system::System;
use super::toolchain::Toolchain;
use super::wine::{GCC, Wine, path};
use crate::Outcome;
use crate::metadata::Metadata;
use crate::run::{Task, find_program};
use crate::scratch::Scratch;
use crate::test::is_ci;

/// The published crates, and those whose programs and tests use processes.
const CRATES: [&str; 8] = [
    "claude-types",
    "claude-transport",
    "claude-protocol",
    "claude-mcp",
    "claude-sdk",
    "claude-transcripts",
    "claude-sessions",
    "claude-testkit",
];

/// The tests that run under wine: those of the transport.
const TESTS: [&str; 7] =
    ["--package", "claude-transport", "--all-features", "--lib", "--test", "it", "--no-fail-fast"];
/// Those of the facade with processes. Under wine and load, one of 75 still failed in one run; CI leaves them out.
const FACADE: [&str; 2] = ["--package", "claude-testkit"];
/// The names of these tests begin so.
const MODULES: [&str; 7] =
    ["process::", "every_system::", "cli::", "launch::", "lines::", "memory::", "orphans::"];

/// The parts of the standard library that tests need: they catch panics.
const STD_OF_TESTS: &str = "std,panic_unwind,test";
const STD: &str = "std,panic_abort";

const DEMO: [&str; 6] =
    ["--package", "claude-examples", "--example", "demo", "--package", "claude-testkit"];

/// Compiles for the system, and runs what can be run.
pub(crate) fn run(system: System) -> Outcome {
    let target = system.target();
    let Some(toolchain) = Toolchain::find(target) else {
        return missing(
            &format!("everything for {target}"),
            &format!(
                "no toolchain has the standard library of {target} (`rustup target add {target}`) \
                 or its source (`rustup component add rust-src`, or the packages of .ci/run)"
            ),
        );
    };
    println!("{target}: {}", toolchain.version);
    let folder = Metadata::members_only()?.target_directory.join("cross");
    match system {
        System::Windows => windows(&toolchain, &folder),
        System::Macos => macos(&toolchain, &folder),
    }
}

fn macos(toolchain: &Toolchain, folder: &Path) -> Outcome {
    let check = crates(toolchain.cargo("check", STD)).env("CARGO_TARGET_DIR", folder);
    // The C of SQLite needs a compiler for macOS, which no package has. Nothing is linked, so it is left out.
    let no_compiler =
        |task: Task, name: &str| task.env(&format!("{name}_aarch64_apple_darwin"), "true");
    Ok(["CC", "AR", "RANLIB"].into_iter().fold(check, no_compiler).run()?)
}

fn windows(toolchain: &Toolchain, folder: &Path) -> Outcome {
    if find_program(GCC).is_none() {
        return missing("everything for Windows", &format!("`{GCC}` was not found"));
    }
    let cargo = |command| toolchain.cargo(command, STD_OF_TESTS).env("CARGO_TARGET_DIR", folder);
    crates(cargo("build")).run()?;
    let Some(wine) = Wine::find(folder) else {
        return missing("the process tests and the demo for Windows", "wine was not found");
    };
    wine.prepare()?;
    // One command for all of them, so that one set of features is built.
    let tests = cargo("test").args(TESTS).args((!is_ci()).then_some(FACADE).into_iter().flatten());
    let (ok, printed) = wine.runner(tests.args(["--"]).args(MODULES)).outcome()?;
    print!("{printed}");
    let passed = count(&printed);
    if !ok || passed == 0 {
        return Err(format!("{passed} tests have passed under wine, and others have not"));
    }
    cargo("build").args(DEMO).args(["--bin", "mock-claude"]).run()?;
    demo(&wine, &folder.join(System::Windows.target()).join("debug"))?;
    println!("{passed} tests passed under {}, and the demo", wine.version()?);
    Ok(())
}

/// Runs the demo with the mock, in an empty home.
fn demo(wine: &Wine, programs: &Path) -> Outcome {
    let home = Scratch::new("cross")?;
    let program = |name: &str| -> PathBuf { programs.join(format!("{name}.exe")) };
    let demo = wine.task().args([path(&program("examples/demo"))]).dir(home.path());
    Ok(demo.env("CLAUDE_CLI_PATH", path(&program("mock-claude"))).run()?)
}

fn crates(cargo: Task) -> Task {
    let packages = CRATES.into_iter().flat_map(|name| ["--package", name]);
    cargo.args(["--all-features"]).args(packages)
}

/// Set by `.ci/run` if `apt-get` could not install the packages, for example without a network.
const NOT_INSTALLED: &str = "CLAUDE_CROSS_NOT_INSTALLED";

/// Names what is skipped. In CI that is a failure, unless nothing can be installed there.
fn missing(what: &str, reason: &str) -> Outcome {
    let installs = find_program("apt-get").is_some() && std::env::var_os(NOT_INSTALLED).is_none();
    if is_ci() && installs {
        return Err(format!("{what} must be tested if CI=true, but {reason}"));
    }
    println!("skipped: {what}: {reason}");
    Ok(())
}

/// The number of tests that have passed.
fn count(printed: &str) -> u32 {
    let results = printed.lines().filter_map(|line| line.strip_prefix("test result: ok. "));
    results.filter_map(|result| result.split(' ').next()?.parse::<u32>().ok()).sum()
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn the_tests_of_all_binaries_are_counted() {
        let printed = "test result: ok. 12 passed; 0 failed;\ntest a ... ok\n\
                       test result: ok. 30 passed; 0 failed;\n";
        assert_eq!(count(printed), 42);
        assert_eq!(count("running 0 tests"), 0);
    }
}
