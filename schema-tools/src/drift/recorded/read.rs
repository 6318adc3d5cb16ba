//! Reading: from files to findings.

use std::path::Path;

use serde_json::Value;

use super::claims;
use super::walk::{Counts, Walk};
use crate::Outcome;
use crate::drift::finding::Findings;
use crate::drift::model::Model;

/// The folders of the recordings, below the root, and the kind of their lines. The CLI writes
/// session files with lines of their own kind.
const PLACES: [(&str, Lines); 3] = [
    ("crates/claude-types/tests/recordings", Lines::Wire),
    ("crates/claude-types/tests/control", Lines::Wire),
    ("crates/claude-types/tests/transcripts", Lines::Transcript),
];

/// The kind of the lines of a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    /// Frames, and control requests of the SDK with their responses.
    Wire,
    Transcript,
}

/// One recorded file.
#[derive(Debug)]
pub(crate) struct Recording {
    pub(crate) lines: Lines,
    pub(crate) text: String,
}

/// Returns the recordings, in the order of the names. `wire` is read instead of the first place.
pub(crate) fn recordings(root: &Path, wire: Option<&Path>) -> Outcome<Vec<Recording>> {
    let mut recordings = Vec::new();
    for (number, (place, lines)) in PLACES.into_iter().enumerate() {
        let failed = |error: std::io::Error| format!("{place}: {error}");
        let folder = wire.filter(|_| number == 0).map_or_else(|| root.join(place), Path::to_owned);
        let listing = std::fs::read_dir(folder).map_err(failed)?;
        let mut files: Vec<_> = listing.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
        files.sort();
        if files.is_empty() {
            return Err(format!("{place}: no recordings found"));
        }
        for file in files {
            let text = std::fs::read_to_string(file).map_err(failed)?;
            recordings.push(Recording { lines, text });
        }
    }
    Ok(recordings)
}

/// Compares every line of these recordings with the schema, then the schema with all of them.
pub(crate) fn compare(model: &Model, recordings: &[Recording]) -> Findings {
    let (mut findings, counts) = walk(model, recordings);
    claims::check(model, &counts, &mut findings);
    findings
}

/// Returns how often each item of the schema occurs in the recordings of the repository.
pub(crate) fn count(model: &Model, root: &Path) -> Outcome<Counts> {
    Ok(walk(model, &recordings(root, None)?).1)
}

fn walk(model: &Model, recordings: &[Recording]) -> (Findings, Counts) {
    let mut walk = Walk::new(model);
    for Recording { lines, text } in recordings {
        walk.next_recording();
        // A few recordings are of other output formats and contain plain text.
        for line in text.lines().filter_map(|line| serde_json::from_str(line).ok()) {
            match lines {
                _ if !Value::is_object(&line) => {}
                Lines::Wire => walk.line(&line),
                Lines::Transcript => walk.value("TranscriptLine", &line, "transcript"),
            }
        }
    }
    walk.finish()
}
