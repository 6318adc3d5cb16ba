//! `cargo xtask bench`: the whole-process flood beside a raw bound of the same run, and one line
//! of each kind beside plain derives.
//!
//! Builds in release mode and hands over to the programs `flood`, `calls` and `decode`, which
//! measure and print. No command fails over a number.

use crate::Outcome;
use crate::metadata::Metadata;
use crate::run::Task;

/// Builds and runs the floods and the calls, then the lines.
pub(crate) fn run(quick: bool) -> Outcome {
    let packages = ["-p", "claude-testkit", "--bin", "mock-claude", "-p", "claude-benches"];
    Task::cargo(&["build", "--release"])
        .args(packages)
        .args(["--bin", "flood", "--bin", "calls", "--bin", "decode"])
        .run()?;
    let programs = Metadata::members_only()?.target_directory.join("release");
    let program = |name: &str| programs.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    for name in ["flood", "calls"] {
        let bench =
            Task::new(program(name)).args(["--mock".as_ref(), program("mock-claude").as_os_str()]);
        if quick { bench.args(["--quick"]) } else { bench }.run()?;
    }
    Ok(Task::new(program("decode")).run()?)
}
