//! Command `record-wire`: records all cases or some, and writes them to a folder or compares them
//! with it.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::cases::{Case, cases, chosen};
use super::error::CaseError;
use super::recorder::{Recorder, Recording};
use super::shape::{Difference, Shapes};
use super::tools::Tools;

/// The parsed command line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Command {
    /// Lists the cases.
    List,
    /// Records cases and writes them.
    Write(Job),
    /// Records cases and compares their shapes with the fixtures; writes only transcripts.
    Check(Job),
}

/// The cases, the CLI, and the folders.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Job {
    /// The path of the CLI.
    pub cli: PathBuf,
    /// The folder of the fixtures.
    pub fixtures: PathBuf,
    /// The folder for transcripts.
    pub transcripts: PathBuf,
    /// The cases; all if empty.
    pub names: Vec<String>,
}

impl Command {
    /// Reads `[--list] [--check] --cli PATH --fixtures DIR --transcripts DIR [NAME…]`.
    ///
    /// # Errors
    ///
    /// Returns a description of the invalid arguments.
    pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self, String> {
        let (mut list, mut check) = (false, false);
        let mut paths: BTreeMap<String, PathBuf> = BTreeMap::new();
        let mut names = Vec::new();
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--list" => list = true,
                "--check" => check = true,
                "--cli" | "--fixtures" | "--transcripts" => {
                    let value =
                        arguments.next().ok_or_else(|| format!("`{argument}` requires a value"))?;
                    paths.insert(argument, value.into());
                }
                _ if argument.starts_with('-') => {
                    return Err(format!("unknown argument `{argument}`"));
                }
                _ => names.push(argument),
            }
        }
        if list {
            return Ok(Self::List);
        }
        let mut path =
            |name: &str| paths.remove(name).ok_or_else(|| format!("`{name}` is required"));
        let (cli, fixtures) = (path("--cli")?, path("--fixtures")?);
        let job = Job { cli, fixtures, transcripts: path("--transcripts")?, names };
        Ok(if check { Self::Check(job) } else { Self::Write(job) })
    }
}

/// Runs the command. `server` is the program that is an MCP server with the argument `mcp-server`.
/// Output is passed to `print`, line by line.
///
/// # Errors
///
/// Returns a description if a case could not be recorded, a line that a case waits for did not
/// arrive, or shapes differ.
///
/// # Cancel safety
///
/// If the future is dropped, a running CLI is ended; files that were written stay.
pub async fn run(
    command: Command,
    server: &Path,
    mut print: impl FnMut(&str),
) -> Result<(), Box<dyn Error>> {
    let cases = cases()?;
    let (job, check) = match command {
        Command::List => {
            cases.iter().for_each(|case| print(&format!("{:28} {}", case.name(), case.about())));
            return Ok(());
        }
        Command::Write(job) => (job, false),
        Command::Check(job) => (job, true),
    };
    let recorder = Recorder::new(Tools::new(&job.cli, server)).await?;
    let chosen = chosen(&cases, &job.names)?;
    print(&format!("{} cases with the CLI {}", chosen.len(), recorder.version()));
    let mut problems = String::new();
    let mut recordings = BTreeMap::new();
    for case in chosen {
        match record(&recorder, case, &cases, &job, check).await {
            Ok(recording) => {
                let lines = recording.stdout().lines().count();
                print(&format!("{:28} {lines} lines", case.name()));
                if let Some(problem) = recording.problem() {
                    print(&format!("  {problem}"));
                    let _ = write!(problems, "\n  {problem}");
                }
                recordings.insert(case.name().to_owned(), Shapes::of(recording.stdout()));
            }
            Err(error) => {
                let _ = write!(problems, "\n  {}: {}", case.name(), with_causes(&error));
            }
        }
    }
    if check {
        let difference = compare(&recordings, &job.fixtures)?;
        print(difference.to_string().trim_end());
        if !difference.is_none() {
            problems.push_str("\n  the shapes are not those of the fixtures");
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems.trim().to_owned().into()) }
}

async fn record(
    recorder: &Recorder,
    case: &Case,
    cases: &[Case],
    job: &Job,
    check: bool,
) -> Result<Recording, CaseError> {
    let recording = recorder.record(case, cases).await?;
    let aside = job.transcripts.join("stdout");
    recording.write(if check { &aside } else { &job.fixtures }, &job.transcripts)?;
    Ok(recording)
}

fn compare(
    recordings: &BTreeMap<String, Shapes>,
    fixtures: &Path,
) -> Result<Difference, CaseError> {
    let (mut by_case, mut all) = (BTreeMap::new(), Shapes::default());
    for entry in std::fs::read_dir(fixtures).map_err(CaseError::file(fixtures))?.flatten() {
        let path = entry.path();
        let Some(name) = path.file_stem().filter(|_| path.is_file()) else { continue };
        let text = std::fs::read_to_string(&path).map_err(CaseError::file(&path))?;
        let shapes = Shapes::of(&text);
        all.add(&shapes);
        by_case.insert(name.to_string_lossy().into_owned(), shapes);
    }
    Ok(Difference::between(&by_case, recordings, &all))
}

/// An error with its causes.
fn with_causes(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(source) = cause {
        let _ = write!(text, ": {source}");
        cause = source.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(words: &str) -> Result<Command, String> {
        Command::parse(words.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn the_arguments_select_cases_and_folders() {
        let words = "--cli c --fixtures f a --transcripts t b";
        let Command::Write(job) = parsed(words).unwrap() else { panic!("no writing") };
        assert_eq!(job.names, ["a", "b"]);
        assert_eq!((job.cli, job.transcripts), ("c".into(), "t".into()));
        assert!(matches!(parsed(&format!("--check {words}")), Ok(Command::Check(_))));
        assert_eq!(parsed("--list"), Ok(Command::List));
    }

    #[test]
    fn missing_and_unknown_arguments_are_named() {
        assert_eq!(parsed("--fixtures f --transcripts t").unwrap_err(), "`--cli` is required");
        assert_eq!(parsed("--cli").unwrap_err(), "`--cli` requires a value");
        assert_eq!(parsed("--force").unwrap_err(), "unknown argument `--force`");
    }
}
