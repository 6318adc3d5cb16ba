//! Command `examples`: builds, then runs one example after the other.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::declared::{self, Unattended};
use crate::Outcome;
use crate::fake_api::FakeApi;
use crate::flags::ExamplesPlan;
use crate::metadata::Metadata;
use crate::run::{Task, root};
use crate::scratch::Scratch;
use crate::test::{is_ci, real_cli};

/// The longest duration of an example.
const DEADLINE: Duration = Duration::from_secs(120);

/// The packages that have examples, and the folders of these. Those of upper crates stand in the crate, so
/// that the others build no database.
const PACKAGES: [(&str, &str); 3] = [
    ("claude-examples", "examples"),
    ("claude-transcripts", "crates/claude-transcripts/examples"),
    ("claude-sessions", "crates/claude-sessions/examples"),
];

/// An example and its declaration.
struct Example {
    folder: PathBuf,
    name: String,
    unattended: Unattended,
}

/// Builds all examples and runs those that declare it.
pub(crate) fn run(plan: &ExamplesPlan) -> Outcome {
    let mut examples = Vec::new();
    for (_, folder) in PACKAGES {
        examples.extend(declared(&root().join(folder))?);
    }
    if let Some(unknown) =
        plan.names.iter().find(|name| !examples.iter().any(|example| example.name == **name))
    {
        return Err(format!("the example `{unknown}` does not exist"));
    }
    examples.retain(|example| plan.names.is_empty() || plan.names.contains(&example.name));
    build()?;
    let bin = Metadata::members_only()?.target_directory.join("debug");
    let cli = match real_cli(plan.no_real_cli, plan.strict || is_ci())? {
        Ok(cli) => Some(cli),
        Err(reason) => {
            println!("no example runs with the real CLI: {reason}");
            None
        }
    };
    let mut failures = Vec::new();
    for Example { folder, name, unattended } in &examples {
        let stage = Stage { name, folder, bin: &bin };
        if unattended.alone {
            failures.extend(stage.outcome("no CLI", stage.alone()));
        }
        if unattended.mock {
            failures.extend(stage.outcome("mock", stage.with_mock()));
        }
        if let (true, Some(cli)) = (unattended.real_cli, &cli) {
            failures.extend(stage.outcome("real CLI", stage.with_real_cli(cli)));
        }
        if *unattended == Unattended::default() {
            println!("{name}: built only");
        }
    }
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n")) }
}

/// Returns the examples of a folder; an example without a declaration is an error.
fn declared(folder: &Path) -> Outcome<Vec<Example>> {
    let output = |error: std::io::Error| format!("{}: {error}", folder.display());
    // The examples of a package with the manifest in their folder are listed there.
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).ok();
    let (mut examples, mut complaints) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).map_err(output)? {
        let path = entry.map_err(output)?.path();
        let name = path.file_stem().and_then(OsStr::to_str).unwrap_or_default().to_owned();
        if path.extension() != Some(OsStr::new("rs")) || name == "lib" {
            continue;
        }
        let is_listed = |manifest: &String| manifest.contains(&format!("name = \"{name}\""));
        if !manifest.as_ref().is_none_or(is_listed) {
            complaints.push(format!("examples/{name}.rs: no `[[example]]` of examples/Cargo.toml"));
        }
        match declared::read(&std::fs::read_to_string(&path).map_err(output)?) {
            Ok(unattended) => {
                examples.push(Example { folder: folder.to_path_buf(), name, unattended });
            }
            Err(complaint) => complaints.push(format!("{}: {complaint}", path.display())),
        }
    }
    examples.sort_by(|one, other| one.name.cmp(&other.name));
    complaints.sort();
    if complaints.is_empty() { Ok(examples) } else { Err(complaints.join("\n")) }
}

fn build() -> Outcome {
    for (package, _) in PACKAGES {
        Task::cargo(&["build", "--quiet", "--package", package, "--examples"]).run()?;
    }
    let programs = ["--bin", "mock-claude", "--bin", "fake-api", "--bin", "mcp-lab"];
    Ok(Task::cargo(&["build", "--quiet", "--package", "claude-testkit"]).args(programs).run()?)
}

/// The CLI with which an example runs.
struct Stage<'s> {
    name: &'s str,
    folder: &'s Path,
    bin: &'s Path,
}

impl Stage<'_> {
    fn alone(&self) -> Outcome<String> {
        let home = Scratch::new("example")?;
        Ok(self.task(home.path())?.read_within(DEADLINE)?)
    }

    fn with_mock(&self) -> Outcome<String> {
        let home = Scratch::new("example")?;
        let mut task = self.task(home.path())?.env("CLAUDE_CLI_PATH", self.program("mock-claude"));
        let steps = self.script("steps");
        // Without steps, the mock answers each prompt with a short text.
        if steps.exists() {
            task = task.env("MOCK_CLAUDE_SCENARIO", steps);
        }
        Ok(task.read_within(DEADLINE)?)
    }

    fn with_real_cli(&self, cli: &OsStr) -> Outcome<String> {
        let turns = self.script("turns.json");
        let turns = std::fs::read_to_string(&turns)
            .map_err(|error| format!("answers of the model: {}: {error}", turns.display()))?;
        let home = Scratch::new("example")?;
        let api = FakeApi::start(&self.program("fake-api"), &turns, home.path())?;
        Ok(api.behind(self.task(home.path())?, cli).read_within(DEADLINE)?)
    }

    /// The example in an empty home, in an empty folder, with nothing of our environment.
    fn task(&self, home: &Path) -> Outcome<Task> {
        let folder = home.join("project");
        std::fs::create_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let program = self.program(&format!("examples/{}", self.name));
        let mut path = OsString::from(self.bin);
        path.push(":/usr/bin:/bin");
        Ok(Task::new(program).clean().dir(&folder).env("HOME", home).env("PATH", path))
    }

    fn program(&self, name: &str) -> PathBuf {
        self.bin.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    fn script(&self, kind: &str) -> PathBuf {
        self.folder.join("unattended").join(format!("{}.{kind}", self.name))
    }

    /// Prints the outcome. Returns the failure.
    fn outcome(&self, with: &str, printed: Outcome<String>) -> Option<String> {
        let failure = match printed {
            Ok(text) if text.trim().is_empty() => "it printed nothing".to_owned(),
            Ok(text) => {
                println!("{} ({with}): {} lines", self.name, text.lines().count());
                return None;
            }
            Err(failure) => failure,
        };
        println!("{} ({with}): FAILED", self.name);
        Some(format!("example `{}` with {with}: {failure}", self.name))
    }
}
