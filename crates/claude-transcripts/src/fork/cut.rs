//! Cut: how many lines a fork copies.
//!
//! The mark of a compaction begins a conversation anew, and its summary stands behind it in the file.
//! A fork that ended with the mark alone would be an empty conversation, so it ends before it.

use std::collections::HashSet;

use super::abandoned::abandoned;
use super::rows::{Compaction, Kind, Known, Row, Rows};

/// The part of the rows that a fork copies.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// The number of rows.
    pub(super) length: usize,
    /// The summary that the fork ends with. Messages that were kept behind it are left out.
    pub(super) summary: Option<Box<str>>,
    /// The rows among them that are left out. Empty if there are none.
    left_out: Vec<bool>,
}

impl Cut {
    /// Returns whether the fork has a row.
    pub(super) fn has(&self, row: usize) -> bool {
        row < self.length && !self.left_out.get(row).is_some_and(|left_out| *left_out)
    }
}

/// Finds the end of a fork. `None` if no row has this ID.
pub(super) fn cut(rows: &Rows, point: Option<&str>) -> Option<Cut> {
    let Some(point) = point else {
        return Some(Cut { length: rows.rows.len(), summary: None, left_out: Vec::new() });
    };
    let (id, row) = match rows.ids.get_key_value(point) {
        Some((id, known)) => (Some(id), known.first),
        None => (None, *rows.sources.get(point)?),
    };
    let slice = &rows.rows[..=row as usize];
    let length = before_compaction(rows, slice);
    let left_out = abandoned(rows, &rows.rows[..length]);
    Some(Cut { length, summary: id.cloned(), left_out })
}

/// Returns the length of these rows, without a compaction that has no message behind it.
fn before_compaction(rows: &Rows, slice: &[Row]) -> usize {
    let messages = slice.iter().rposition(|row| matches!(row.kind, Kind::Message));
    let begin = messages.map_or(0, |at| at + 1);
    let found = slice[begin..].iter().position(|row| compaction(row).is_some());
    let Some(at) = found.map(|at| begin + at) else { return slice.len() };
    let Some(mark) = compaction(&slice[at]) else { return slice.len() };
    let before = &slice[..at];
    let last_of = |ids: &[&str]| {
        let known = ids.iter().filter_map(|id| rows.ids.get(*id));
        known.filter_map(|it| last_within(it, before.len())).max()
    };
    let named: Vec<&str> = if is_anchor_itself(rows, mark, at) {
        Vec::new()
    } else {
        mark.kept.iter().chain(&mark.ends).chain(&mark.before).map(String::as_str).collect()
    };
    let last = last_of(&named);
    // A message that an earlier compaction kept stands behind the summary of that one.
    let earlier = before.iter().rev().find_map(|row| match &row.kind {
        Kind::Compaction(mark) => Some(&**mark),
        _ => None,
    });
    let anchored = earlier.filter(|it| !it.is_rewind).and_then(|earlier| {
        let kept: HashSet<&str> =
            earlier.kept.iter().chain(&earlier.ends).map(String::as_str).collect();
        let is_kept = named
            .iter()
            .any(|id| kept.contains(id) && last_of(&[id]).is_some_and(|row| Some(row) == last));
        last_of(&[earlier.anchor.as_deref().filter(|_| is_kept)?])
    });
    let length = last.max(anchored).map_or(before.len(), |row| row + 1);
    if before[..length].iter().any(|row| !row.is_progress()) { length } else { slice.len() }
}

fn compaction(row: &Row) -> Option<&Compaction> {
    match &row.kind {
        Kind::Compaction(mark) if !mark.is_rewind => Some(mark),
        _ => None,
    }
}

fn is_anchor_itself(rows: &Rows, mark: &Compaction, at: usize) -> bool {
    let anchor = mark.anchor.as_deref().and_then(|anchor| rows.ids.get(anchor));
    anchor.is_some_and(|anchor| anchor.first as usize == at)
}

/// Returns the last row of an ID among the first rows. An ID has one row, unless a line is there twice.
fn last_within(id: &Known, length: usize) -> Option<usize> {
    [id.last as usize, id.first as usize].into_iter().find(|row| *row < length)
}
