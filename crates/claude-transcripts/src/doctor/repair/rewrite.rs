//! Rewrite: copies a session file line by line, with the changes of a plan.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};

use super::edit::{closing, text, with_field, without_results};
use super::options::{Repaired, Repairs};
use super::plan::{Parent, Plan};
use crate::doctor::chain::Chain;
use crate::doctor::damage::{Damage, as_text};
use crate::doctor::index::{Index, NONE};
use crate::lines::{Line, LineKind, Lines, Place, Tags};

/// Returns the text of a line of the conversation, as a CLI reads it.
pub(super) fn line_at(mut file: &File, place: Place) -> io::Result<String> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(place.offset))?;
    file.take(place.length).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Copies a file with the changes of a plan.
pub(super) struct Rewrite<'p> {
    source: &'p File,
    index: &'p Index,
    plan: &'p Plan,
    repairs: &'p Repairs,
    /// The IDs of the lines that others follow now.
    names: BTreeMap<u32, String>,
    /// The IDs of the results that are added, by the lines with the calls.
    results: BTreeMap<u32, String>,
    next: u32,
    zeros: u64,
    pub(super) done: Repaired,
}

impl<'p> Rewrite<'p> {
    pub(super) fn new(
        source: &'p File,
        index: &'p Index,
        plan: &'p Plan,
        repairs: &'p Repairs,
    ) -> io::Result<Self> {
        let parents = plan.parents.values().filter_map(|parent| match parent {
            Parent::Line(line) => Some(*line),
            _ => None,
        });
        let names = names(source, index, parents.collect())?;
        let uuid = |line: &u32| (*line, uuid::Uuid::new_v4().to_string());
        let results = plan.with_open.iter().map(uuid).collect();
        let done = Repaired::default();
        Ok(Self { source, index, plan, repairs, names, results, next: 0, zeros: 0, done })
    }

    /// Copies the whole file.
    pub(super) fn run<W: Write>(&mut self, lines: &mut Lines<File>, out: &mut W) -> io::Result<()> {
        while let Some(line) = lines.next()? {
            match line.kind {
                LineKind::Zeros if self.repairs.nul_bytes => {
                    let is_other = std::mem::replace(&mut self.zeros, line.number) != line.number;
                    self.done.removed += u64::from(is_other);
                }
                LineKind::Zeros => self.copy(line.place, out)?,
                LineKind::TooLong => {
                    self.copy(line.place, out)?;
                    out.write_all(b"\n")?;
                }
                _ => self.line(&line, out)?,
            }
        }
        Ok(())
    }

    fn line<W: Write>(&mut self, line: &Line<'_>, out: &mut W) -> io::Result<()> {
        let damage = match Tags::read(line.bytes) {
            Some(_) => None,
            None => Damage::of(line.bytes),
        };
        let Some(damage) = damage else {
            // One object, perhaps one that has no place in the conversation.
            return match std::str::from_utf8(line.bytes) {
                Ok(text) => self.object(line.place.offset, text, out),
                Err(_) => write_line(out, line.bytes),
            };
        };
        let text = as_text(line.bytes);
        let is_repaired = (damage.has_zeros && self.repairs.nul_bytes)
            || (damage.is_joined() && text.is_none() && self.repairs.joined_lines)
            || ((damage.is_torn() || text.is_some()) && self.repairs.torn_lines);
        match text {
            _ if !is_repaired => write_line(out, line.bytes),
            Some(text) => {
                self.done.changed += 1;
                self.object(line.place.offset, &text, out)
            }
            None if damage.objects == 0 => {
                self.done.removed += 1;
                Ok(())
            }
            None => {
                self.done.changed += 1;
                for (place, object) in line.objects() {
                    if let Ok(text) = std::str::from_utf8(object) {
                        self.object(place.offset, text, out)?;
                    }
                }
                Ok(())
            }
        }
    }

    fn object<W: Write>(&mut self, offset: u64, text: &str, out: &mut W) -> io::Result<()> {
        let Some(number) = number_at(self.index, &mut self.next, offset) else {
            return write_line(out, text.as_bytes());
        };
        if self.plan.removed.contains(&number) {
            self.done.removed += 1;
            return Ok(());
        }
        let mut line = Cow::Borrowed(text);
        if let Some(parent) = self.plan.parents.get(&number) {
            let parent = match parent {
                Parent::None => None,
                Parent::Line(line) => self.names.get(line),
                Parent::ResultOf(line) => self.results.get(line),
            };
            line = with_field(&line, "parentUuid", &as_json(parent)).into();
        }
        if self.plan.with_orphans.contains(&number) {
            let is_orphan = |call: &str| self.plan.orphans.contains(&self.index.hash(call));
            // A line of nothing but orphans is among those that are removed.
            line = without_results(&line, is_orphan).map_or(line, Cow::Owned);
        }
        self.done.changed += u64::from(line != text);
        write_line(out, line.as_bytes())?;
        if let Some(uuid) = self.results.get(&number) {
            let is_open = |call: &str| self.plan.open.contains(&self.index.hash(call));
            if let Some(closing) = closing(text, uuid, is_open) {
                self.done.added += 1;
                write_line(out, closing.as_bytes())?;
            }
        }
        Ok(())
    }

    fn copy<W: Write>(&mut self, place: Place, out: &mut W) -> io::Result<()> {
        let mut source = self.source;
        source.seek(SeekFrom::Start(place.offset))?;
        io::copy(&mut source.take(place.length), out).map(drop)
    }
}

/// Writes a branch as a session of its own.
pub(super) fn write_fork<W: Write>(
    source: &File,
    index: &Index,
    chain: &Chain,
    plan: &Plan,
    number: usize,
    session: &str,
    out: &mut W,
) -> io::Result<()> {
    let mut is_in = chain.conversation(index, plan.forks[number]);
    // What follows the lines of the branch goes with them.
    for (line, _) in plan.moved.iter().filter(|(_, fork)| **fork == number) {
        is_in[*line as usize] = true;
    }
    let missing: BTreeSet<u32> =
        chain.missing.iter().copied().filter(|line| is_in[*line as usize]).collect();
    let parent = |line: &u32| Some(chain.parents[*line as usize]).filter(|it| *it != NONE);
    let names = names(source, index, missing.iter().filter_map(parent).collect())?;
    for (number, node) in index.nodes.iter().enumerate().filter(|it| is_in[it.0]) {
        let mut line = line_at(source, node.place())?;
        let number = u32::try_from(number).unwrap_or(NONE);
        if missing.contains(&number) {
            let parent = parent(&number).and_then(|parent| names.get(&parent));
            line = with_field(&line, "parentUuid", &as_json(parent));
        }
        line = with_field(&line, "sessionId", &as_json(Some(session)));
        write_line(out, line.as_bytes())?;
    }
    Ok(())
}

/// Reads the IDs of lines, each once.
fn names(source: &File, index: &Index, lines: BTreeSet<u32>) -> io::Result<BTreeMap<u32, String>> {
    let mut names = BTreeMap::new();
    for line in lines {
        let text_of = line_at(source, index.nodes[line as usize].place())?;
        names.extend(text(&text_of, "uuid").map(|uuid| (line, uuid)));
    }
    Ok(names)
}

/// Returns the number of the line of the conversation at a place. Places come in their order.
fn number_at(index: &Index, next: &mut u32, offset: u64) -> Option<u32> {
    while let Some(node) = index.nodes.get(*next as usize)
        && node.offset < offset
    {
        *next += 1;
    }
    index.nodes.get(*next as usize).filter(|node| node.offset == offset).map(|_| *next)
}

fn write_line<W: Write>(out: &mut W, line: &[u8]) -> io::Result<()> {
    out.write_all(line)?;
    out.write_all(b"\n")
}

fn as_json(text: Option<impl AsRef<str>>) -> String {
    text.map_or("null".into(), |text| serde_json::Value::from(text.as_ref()).to_string())
}
