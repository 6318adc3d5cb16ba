//! Pass: reads a session file once, line by line, into the index and into findings about lines.

use std::collections::HashMap;
use std::io::{self, Read};
use std::mem::{Discriminant, discriminant};
use std::path::Path;

use memchr::memmem;
use serde::Deserialize;

use super::damage::{Damage, as_text};
use super::finding::Finding;
use super::index::Index;
use super::outputs::outputs;
use crate::folders::project_key;
use crate::lines::{Line, LineKind, Lines, Place, Tags};

/// The most findings of a kind that are kept.
const MOST: u64 = 1000;

/// The types of lines whose bytes are counted, and all others.
const KINDS: [&str; 10] = [
    "user",
    "assistant",
    "system",
    "attachment",
    "progress",
    "file-history-snapshot",
    "api-request",
    "api-request-shape",
    "api-request-blob",
    "other",
];

/// Findings: at most 1,000 of a kind, because a damaged file may have millions.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) list: Vec<Finding>,
    pub(super) left_out: u64,
    counts: HashMap<Discriminant<Finding>, u64>,
}

impl Findings {
    pub(super) fn add(&mut self, finding: Finding) {
        let count = self.counts.entry(discriminant(&finding)).or_default();
        *count += 1;
        if *count <= MOST {
            self.list.push(finding);
        } else {
            self.left_out += 1;
        }
    }
}

/// What one pass over a file found.
pub(super) struct Pass<'f> {
    pub(super) index: Index,
    pub(super) findings: Findings,
    /// The session of the lines, as the name of the file says, or the first line.
    pub(super) session: Option<String>,
    /// The last working directory in the lines.
    pub(super) cwd: Option<String>,
    /// The name of the project folder, until a line of its directory is found.
    project: Option<&'f str>,
    by_kind: [u64; KINDS.len()],
    /// The first line of another session, and how many there are.
    foreign: Option<(u64, Place, u64)>,
    /// The last line with zero bytes.
    zeros: u64,
    exists: &'f dyn Fn(&Path) -> bool,
}

#[derive(Deserialize)]
struct AttachmentLine<'l> {
    #[serde(borrow)]
    attachment: Attachment<'l>,
}

#[derive(Deserialize)]
struct Attachment<'l> {
    r#type: &'l str,
    #[serde(rename = "toolUseID")]
    call: std::borrow::Cow<'l, str>,
}

impl<'f> Pass<'f> {
    /// `exists` says whether a file is there, of the outputs that are stored in files.
    pub(super) fn new(
        session: Option<String>,
        project: Option<&'f str>,
        exists: &'f dyn Fn(&Path) -> bool,
    ) -> Self {
        Self {
            index: Index::default(),
            findings: Findings::default(),
            session,
            cwd: None,
            project,
            by_kind: [0; KINDS.len()],
            foreign: None,
            zeros: 0,
            exists,
        }
    }

    pub(super) fn read<R: Read>(mut self, mut lines: Lines<R>) -> io::Result<Self> {
        while let Some(line) = lines.next()? {
            let (number, place) = (line.number, line.place);
            match line.kind {
                LineKind::Zeros => self.zeros(number, place),
                LineKind::TooLong => self.findings.add(Finding::TooLong { line: number, place }),
                _ => match Tags::read(line.bytes) {
                    Some(tags) => self.object(number, place, line.bytes, &tags),
                    None => self.damaged(&line),
                },
            }
        }
        Ok(self)
    }

    fn zeros(&mut self, line: u64, place: Place) {
        // A long run comes in several parts.
        if std::mem::replace(&mut self.zeros, line) != line {
            self.findings.add(Finding::NulBytes { line, place });
        }
    }

    fn damaged(&mut self, line: &Line<'_>) {
        let (number, place) = (line.number, line.place);
        if let Some(text) = as_text(line.bytes) {
            if let Some(tags) = Tags::read(text.as_bytes()) {
                self.object(number, place, text.as_bytes(), &tags);
            }
            self.findings.add(Finding::Torn { line: number, place });
            return;
        }
        for (place, object) in line.objects() {
            if let Some(tags) = Tags::read(object) {
                self.object(number, place, object, &tags);
            }
        }
        if let Some(damage) = Damage::of(line.bytes) {
            self.damage(number, place, damage);
        }
    }

    fn damage(&mut self, line: u64, place: Place, damage: Damage) {
        if damage.has_zeros {
            self.zeros(line, place);
        }
        if damage.is_joined() {
            self.findings.add(Finding::JoinedLines { line, place });
        } else if damage.is_torn() {
            self.findings.add(Finding::Torn { line, place });
        }
    }

    fn object(&mut self, line: u64, place: Place, bytes: &[u8], tags: &Tags<'_>) {
        let kind = tags.kind.as_deref().unwrap_or_default();
        let known = KINDS.iter().position(|known| *known == kind);
        self.by_kind[known.unwrap_or(KINDS.len() - 1)] += place.length;
        if let Some(session) = tags.session.as_deref()
            && self.session.get_or_insert_with(|| session.to_owned()) != session
        {
            self.foreign.get_or_insert((line, place, 0)).2 += 1;
        }
        if let Some(cwd) = tags.cwd.as_deref().filter(|cwd| self.cwd.as_deref() != Some(cwd)) {
            let key = project_key(Path::new(cwd));
            self.project = self.project.filter(|project| !is_same_folder(project, &key));
            self.cwd = Some(cwd.to_owned());
        }
        if kind == "attachment"
            && memmem::find(bytes, b"\"hook_deferred_tool\"").is_some()
            && let Ok(line) = serde_json::from_slice::<AttachmentLine<'_>>(bytes)
            && line.attachment.r#type == "hook_deferred_tool"
        {
            self.index.deferred.push(self.index.hash(&line.attachment.call));
        }
        if !tags.links.results.is_empty() {
            for _ in outputs(bytes).filter(|path| !(self.exists)(path)) {
                self.findings.add(Finding::ToolResultMissing { line, place });
            }
        }
        self.index.add(line, place, tags);
    }

    /// Adds what only the whole file shows.
    pub(super) fn finish(&mut self, size: u64, large: u64) {
        if let Some((line, place, lines)) = self.foreign {
            self.findings.add(Finding::ForeignLines { line, place, lines });
        }
        if self.project.is_some() && self.cwd.is_some() {
            self.findings.add(Finding::ForeignCwd);
        }
        if size > large {
            let mut by_type: Vec<_> = KINDS.into_iter().zip(self.by_kind).collect();
            by_type.retain(|(_, bytes)| *bytes > 0);
            by_type.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
            self.findings.add(Finding::Bloat { size, by_type });
        }
    }
}

fn is_same_folder(project: &str, key: &str) -> bool {
    // The letter of a drive is written in both cases.
    project == key || (cfg!(windows) && project.eq_ignore_ascii_case(key))
}
