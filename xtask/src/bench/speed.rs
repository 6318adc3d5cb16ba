//! Speed: runs the flood of the whole process with a raw bound in the same run, and one line of each
//! kind with plain derives.
//!
//! It builds in release mode and starts the programs `flood`, `calls`, `sessions`, `decode` and
//! `hostile`, which measure and print.

use crate::Outcome;
use crate::metadata::Metadata;
use crate::run::Task;

/// Builds and runs the floods and the calls, then the lines.
pub(crate) fn run(quick: bool) -> Outcome {
    let packages = ["-p", "claude-testkit", "--bin", "mock-claude", "-p", "claude-benches"];
    Task::cargo(&["build", "--release"])
        .args(packages)
        .args(["--bin", "flood", "--bin", "calls", "--bin", "sessions"])
        .args(["--bin", "decode", "--bin", "hostile"])
        .run()?;
    let programs = Metadata::members_only()?.target_directory.join("release");
    let program = |name: &str| programs.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    for name in ["flood", "calls", "sessions"] {
        let bench =
            Task::new(program(name)).args(["--mock".as_ref(), program("mock-claude").as_os_str()]);
        if quick { bench.args(["--quick"]) } else { bench }.run()?;
    }
    Task::new(program("decode")).run()?;
    Ok(Task::new(program("hostile")).run()?)
}
