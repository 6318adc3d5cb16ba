//! Recorder: from a case to its recording.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::cases::Case;
use super::entry::{self, Direction, Entry};
use super::error::CaseError;
use super::json::Json;
use super::normalize::{Normalizer, cut, cut_file, in_order};
use super::play::{Place, Take, play};
use super::tools::Tools;

/// Plays cases and records the lines.
#[derive(Clone, Debug)]
pub struct Recorder {
    tools: Tools,
    version: String,
}

impl Recorder {
    /// Creates a recorder for this CLI, whose version is replaced wherever it appears.
    ///
    /// # Errors
    ///
    /// Returns an error if the CLI does not report its version.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, a running CLI is ended.
    pub async fn new(tools: Tools) -> Result<Self, CaseError> {
        let case = super::cases::parse(
            "case version \"tells its version\"\ncommand --version\nwait exit",
        )?;
        let place = Place::new()?;
        let mut version = String::new();
        for case in &case {
            let take = play(case, &place, &tools).await?;
            let output = take.entries.iter().find(|entry| entry.direction == Direction::Out);
            let output = output.and_then(|entry| entry.line.as_str()?.split_whitespace().next());
            version = output.unwrap_or_default().to_owned();
        }
        Ok(Self { tools, version })
    }

    /// Returns the version of the CLI, as `2.1.329`; empty if it does not report one.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// Plays a case in new folders. If the case comes after another one of `cases`, that one is
    /// played there first.
    ///
    /// # Errors
    ///
    /// Returns an error if nothing could be recorded. If a line that a case waits for does not
    /// arrive, the case is recorded up to there, and [`Recording::problem`] returns the error.
    ///
    /// # Cancel safety
    ///
    /// If the future is dropped, a running CLI is ended, and the folders are removed.
    pub async fn record(&self, case: &Case, cases: &[Case]) -> Result<Recording, CaseError> {
        let place = Place::new()?;
        if let Some(name) = case.after() {
            let before = cases.iter().find(|case| case.name() == name);
            let before = before.ok_or_else(|| CaseError::Unknown { name: name.to_owned() })?;
            let before = play(before, &place, &self.tools).await?;
            if let Some(problem) = before.problem {
                return Err(problem);
            }
        }
        let take = play(case, &place, &self.tools).await?;
        Ok(self.recording(case, &place, take))
    }

    fn recording(&self, case: &Case, place: &Place, take: Take) -> Recording {
        let raw: Vec<String> = take.entries.iter().map(Entry::raw).collect();
        let mut normal = Normalizer::new(self.fixed(place, &take), &*case.text);
        let mut entries = in_order(take.entries);
        entries.extend(saved(case, place));
        entries.iter().for_each(|entry| normal.learn(&entry.line));
        let (mut transcript, mut stdout) = (Vec::new(), Vec::new());
        for entry in &mut entries {
            let line = normal.line(&entry.line);
            entry.line = match entry.direction {
                Direction::File | Direction::Api => cut_file(&line),
                _ => cut(&line, !case.setup.save_lists),
            };
            transcript.push(entry.plain());
            if entry.direction == Direction::Out {
                stdout.push(match &entry.line {
                    Json::String(text) => text.clone(),
                    line => line.to_string(),
                });
            }
        }
        let [raw, transcript, stdout] = [raw, transcript, stdout].map(|lines| text(&lines));
        Recording { name: case.name.clone(), raw, transcript, stdout, problem: take.problem }
    }

    /// Texts of this machine and their replacements.
    fn fixed(&self, place: &Place, take: &Take) -> Vec<(String, String)> {
        let mut fixed = vec![
            (format!("127.0.0.1:{}", take.port), "127.0.0.1:40000".to_owned()),
            (format!("/{}.sock", take.pid), "/1000.sock".to_owned()),
        ];
        let folders = [
            (&place.home, "/home/dev"),
            (&place.temporary, "/tmp"),
            (&place.root, "/mnt"),
            (&self.tools.cli, "/usr/bin/claude"),
            (&self.tools.server, "/usr/bin/mcp-server"),
        ];
        for (folder, name) in folders {
            let folder = folder.to_string_lossy().into_owned();
            // The CLI names the folder of the sessions of a project by its path.
            fixed.push((as_name(&folder), as_name(name)));
            fixed.push((folder, name.to_owned()));
        }
        if !self.version.is_empty() {
            fixed.push((self.version.clone(), "0.0.0".to_owned()));
        }
        fixed
    }
}

/// A path as the name of a folder.
fn as_name(path: &str) -> String {
    path.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect()
}

/// The files that a case leaves on the disk, as far as they are recorded.
fn saved(case: &Case, place: &Place) -> Vec<Entry> {
    let files = place.files();
    let mut entries = Vec::new();
    let is_session = |file: &&PathBuf| {
        file.starts_with(".claude/projects") && file.extension().is_some_and(|e| e == "jsonl")
    };
    if case.setup.save_sessions {
        for file in files.iter().filter(is_session) {
            let text = std::fs::read_to_string(place.home.join(file)).unwrap_or_default();
            entries.push(text_entry(Direction::File, &format!("~/{}", file.display())));
            let lines = session(text.lines().map(entry::line)).into_iter();
            entries.extend(lines.map(|line| Entry::new(Direction::File, Duration::ZERO, line)));
        }
    }
    if case.setup.save_tree {
        let names = files.iter().map(|file| format!("~/{}", file.display()));
        entries.extend(names.map(|name| text_entry(Direction::Meta, &name)));
    }
    entries
}

/// The lines of a session file: messages in order, then the last of each kind of state notes.
///
/// Notes are written from time to time, so their number depends on timing.
fn session(lines: impl Iterator<Item = Json>) -> Vec<Json> {
    let (messages, notes): (Vec<_>, Vec<_>) = lines.partition(|line| line.get("uuid").is_some());
    let notes = notes.into_iter().map(|note| {
        let kind = note.str_at("type").unwrap_or_default().to_owned();
        (kind, note)
    });
    let last: BTreeMap<_, _> = notes.collect();
    messages.into_iter().chain(last.into_values()).collect()
}

fn text_entry(direction: Direction, text: &str) -> Entry {
    Entry::new(direction, Duration::ZERO, Json::String(text.to_owned()))
}

fn text(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

/// The lines of a case.
#[derive(Debug)]
pub struct Recording {
    name: String,
    raw: String,
    transcript: String,
    stdout: String,
    problem: Option<CaseError>,
}

impl Recording {
    /// Returns the lines of stdout in order: the content of a fixture.
    #[must_use]
    pub fn stdout(&self) -> &str {
        &self.stdout
    }

    /// Returns all lines of all directions, in an order that does not depend on timing.
    #[must_use]
    pub fn transcript(&self) -> &str {
        &self.transcript
    }

    /// Returns all lines as they were received, with their times and the data of this machine.
    #[must_use]
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// Returns the error if a line that the case waited for did not arrive.
    #[must_use]
    pub fn problem(&self) -> Option<&CaseError> {
        self.problem.as_ref()
    }

    /// Writes the fixture to a folder, unless it is empty or the case has a problem, and both
    /// transcripts to another.
    ///
    /// # Errors
    ///
    /// Returns the file that could not be written.
    pub fn write(&self, fixtures: &Path, transcripts: &Path) -> Result<(), CaseError> {
        let file = format!("{}.jsonl", self.name);
        let (raw, plain) = (transcripts.join("raw"), transcripts.join("transcript"));
        write(&raw, &file, &self.raw)?;
        write(&plain, &file, &self.transcript)?;
        if self.problem.is_none() && !self.stdout.is_empty() {
            write(fixtures, &file, &self.stdout)?;
        }
        Ok(())
    }
}

fn write(folder: &Path, file: &str, text: &str) -> Result<(), CaseError> {
    std::fs::create_dir_all(folder).map_err(CaseError::file(folder))?;
    let file = folder.join(file);
    std::fs::write(&file, text).map_err(CaseError::file(&file))
}
