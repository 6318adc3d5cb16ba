//! From files to findings.

use std::path::Path;

use serde_json::Value;

use super::claims;
use super::walk::Walk;
use crate::Outcome;
use crate::drift::finding::Findings;
use crate::drift::model::Model;

/// Where the recordings are, below the root, and what their lines are. The CLI writes session files
/// in lines of their own kind.
const PLACES: [(&str, Lines); 3] = [
    ("crates/claude-types/tests/recordings", Lines::Wire),
    ("crates/claude-types/tests/control", Lines::Wire),
    ("crates/claude-types/tests/transcripts", Lines::Transcript),
];

/// What the lines of a recording are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lines {
    /// Frames, and control requests of ours beside their answers.
    Wire,
    Transcript,
}

/// One recorded file.
#[derive(Debug)]
pub(crate) struct Recording {
    pub(crate) lines: Lines,
    pub(crate) text: String,
}

/// The recordings, in the order of their names.
pub(crate) fn recordings(root: &Path) -> Outcome<Vec<Recording>> {
    let mut recordings = Vec::new();
    for (place, lines) in PLACES {
        let failed = |error: std::io::Error| format!("{place}: {error}");
        let listing = std::fs::read_dir(root.join(place)).map_err(failed)?;
        let mut files: Vec<_> = listing.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
        files.sort();
        if files.is_empty() {
            return Err(format!("{place}: there are no recordings"));
        }
        for file in files {
            let text = std::fs::read_to_string(file).map_err(failed)?;
            recordings.push(Recording { lines, text });
        }
    }
    Ok(recordings)
}

/// Holds every line of these recordings against the schema, then the schema against all of them.
pub(crate) fn compare(model: &Model, recordings: &[Recording]) -> Findings {
    let mut walk = Walk::new(model);
    for Recording { lines, text } in recordings {
        walk.next_recording();
        // A few recordings are of other output formats and hold plain text.
        for line in text.lines().filter_map(|line| serde_json::from_str(line).ok()) {
            match lines {
                _ if !Value::is_object(&line) => {}
                Lines::Wire => walk.line(&line),
                Lines::Transcript => walk.value("TranscriptLine", &line, "transcript"),
            }
        }
    }
    let (mut findings, counts) = walk.finish();
    claims::check(model, &counts, &mut findings);
    findings
}
