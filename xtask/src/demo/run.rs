//! Command `demo`: builds the programs, prepares a home, starts the example.

use std::path::{Path, PathBuf};

use crate::fake_api::FakeApi;
use crate::flags::DemoMode;
use crate::metadata::Metadata;
use crate::run::Task;
use crate::scratch::Scratch;
use crate::{Outcome, cli};

/// The answers of the fake model, turn by turn.
const TURNS: &str = include_str!("turns.json");

const EXAMPLE: [&str; 4] = ["--package", "claude-examples", "--example", "demo"];

/// Runs the demo.
pub(crate) fn run(mode: DemoMode) -> Outcome {
    match mode {
        DemoMode::Mock => with_mock(),
        DemoMode::RealCli => with_real_cli(),
        DemoMode::Live => Ok(Task::cargo(&["run", "--quiet"]).args(EXAMPLE).run()?),
    }
}

fn with_mock() -> Outcome {
    build("mock-claude")?;
    let home = Scratch::new("demo")?;
    let mock = program("mock-claude")?;
    Ok(example(home.path())?.env("CLAUDE_CLI_PATH", mock).run()?)
}

fn with_real_cli() -> Outcome {
    let cli = cli::install()?;
    build("fake-api")?;
    let home = Scratch::new("demo")?;
    let api = FakeApi::start(&program("fake-api")?, TURNS, home.path())?;
    Ok(api.behind(example(home.path())?, cli.as_os_str()).run()?)
}

/// Builds the example and a program of the testkit.
fn build(program: &str) -> Outcome {
    let testkit = ["--package", "claude-testkit", "--bin", program];
    Ok(Task::cargo(&["build", "--quiet"]).args(EXAMPLE).args(testkit).run()?)
}

fn program(name: &str) -> Outcome<PathBuf> {
    let target = Metadata::members_only()?.target_directory;
    Ok(target.join("debug").join(format!("{name}{}", std::env::consts::EXE_SUFFIX)))
}

/// The example in an empty home, in an empty folder, with nothing of our environment.
fn example(home: &Path) -> Outcome<Task> {
    let folder = home.join("project");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let task = Task::new(program("examples/demo")?).clean().dir(&folder);
    let task = task.env("HOME", home).env("PATH", "/usr/bin:/bin");
    // Without it, programs on Windows cannot open a socket.
    Ok(match std::env::var_os("SystemRoot") {
        Some(system) => task.env("SystemRoot", system).env("USERPROFILE", home),
        None => task,
    })
}
