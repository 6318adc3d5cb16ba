//! Command `record`: builds the recorder, finds the CLI, and names the folders.

use std::path::{Path, PathBuf};

use super::plan::Plan;
use crate::metadata::Metadata;
use crate::run::Task;
use crate::{Outcome, cli};

/// The fixtures, below the root.
const FIXTURES: &str = "crates/claude-types/tests/recordings";

/// Returns the folder of the fixtures.
pub(crate) fn fixtures() -> PathBuf {
    crate::run::root().join(FIXTURES)
}

/// Records cases, or compares them with the fixtures.
pub(crate) fn run(plan: &Plan) -> Outcome {
    let program = ["--package", "claude-testkit", "--bin", "record-wire"];
    Task::cargo(&["build", "--quiet"]).args(program).run()?;
    let target = Metadata::members_only()?.target_directory;
    let recorder = target.join("debug").join("record-wire");
    if plan.list {
        return Ok(Task::new(recorder).args(["--list"]).run()?);
    }
    let cli = match &plan.cli {
        Some(chosen) => cli::chosen(chosen)?,
        None => cli::install()?,
    };
    let folders = Folders::of(plan, &target)?;
    let task = Task::new(recorder)
        .args(["--cli".as_ref(), cli.as_os_str()])
        .args(["--fixtures".as_ref(), folders.fixtures.as_os_str()])
        .args(["--transcripts".as_ref(), folders.transcripts.as_os_str()])
        .args(plan.check.then_some("--check"))
        .args(&plan.names);
    let recorded = task.run();
    println!("transcripts: {}", folders.transcripts.display());
    Ok(recorded?)
}

/// The folders that are read and written.
#[derive(Debug, PartialEq, Eq)]
struct Folders {
    fixtures: PathBuf,
    transcripts: PathBuf,
}

impl Folders {
    fn of(plan: &Plan, target: &Path) -> Outcome<Self> {
        let fixtures = fixtures();
        let Some(out) = &plan.out else {
            return Ok(Self { fixtures, transcripts: target.join("record") });
        };
        let out =
            std::path::absolute(out).map_err(|error| format!("{}: {error}", out.display()))?;
        let transcripts = out.join("transcripts");
        // A check does not change the fixtures, wherever its own files are written.
        Ok(if plan.check {
            Self { fixtures, transcripts }
        } else {
            Self { fixtures: out, transcripts }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(words: &[&str]) -> Folders {
        Folders::of(&Plan::parse(words).unwrap(), Path::new("/target")).unwrap()
    }

    #[test]
    fn fixtures_are_written_only_if_requested() {
        let fixtures = crate::run::root().join(FIXTURES);
        assert_eq!(folders(&[]).fixtures, fixtures);
        assert_eq!(folders(&[]).transcripts, Path::new("/target/record"));
        assert_eq!(folders(&["--out", "/x"]).fixtures, Path::new("/x"));
        assert_eq!(folders(&["--out", "/x"]).transcripts, Path::new("/x/transcripts"));
        assert_eq!(folders(&["--check", "--out", "/x"]).fixtures, fixtures);
        assert!(folders(&["--out", "x"]).fixtures.is_absolute());
    }
}
