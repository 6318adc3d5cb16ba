//! Abandoned: compactions that the conversation does not come from.
//!
//! A user who goes back to a message before a compaction leaves its mark and summary in the file. A CLI
//! may begin to read at the last mark, so a fork must not have one that is not its own.

use std::collections::{HashMap, HashSet};

use super::rows::{Compaction, Kind, Row, Rows};

/// Finds the rows of compactions that the last row does not come from, with all that follows from them.
/// Empty if there are none. It takes linear time.
pub(super) fn abandoned(rows: &Rows, slice: &[Row]) -> Vec<bool> {
    let marks: Vec<(usize, &Compaction)> = slice.iter().enumerate().filter_map(mark).collect();
    if marks.is_empty() {
        return Vec::new();
    }
    let row_of = |id: &String| {
        let known = rows.ids.get(id.as_str()).map(|it| it.first as usize);
        known.filter(|row| *row < slice.len())
    };
    let parent = |row: usize| {
        slice[row].parent.map(|parent| parent as usize).filter(|parent| *parent < slice.len())
    };
    let chain = chain(slice, &Kept::of(&marks, row_of), parent);
    let has_message = chain.iter().any(|row| matches!(slice[*row].kind, Kind::Message));
    let Some(start) = chain.last().copied().filter(|_| has_message) else { return Vec::new() };

    let mut live = vec![false; slice.len()];
    for row in chain {
        mark_up(row, &mut live, parent, |_| true);
    }
    let mut left_out = vec![false; slice.len()];
    for (row, mark) in &marks {
        let kept = mark.kept.iter().chain(&mark.ends).filter_map(row_of);
        if !live[*row] && *row >= start && !kept.into_iter().any(|kept| live[kept]) {
            mark_up(*row, &mut left_out, parent, |row| !live[row] && row >= start);
        }
    }
    for row in 0..slice.len() {
        left_out[row] |= parent(row).is_some_and(|parent| left_out[parent]);
    }
    left_out
}

fn mark((number, row): (usize, &Row)) -> Option<(usize, &Compaction)> {
    match &row.kind {
        Kind::Compaction(mark) => Some((number, mark)),
        _ => None,
    }
}

/// Marks a row and those before it, as long as they are not marked and are accepted.
fn mark_up(
    from: usize,
    marked: &mut [bool],
    parent: impl Fn(usize) -> Option<usize>,
    is_accepted: impl Fn(usize) -> bool,
) {
    let mut at = Some(from);
    while let Some(row) = at.filter(|row| !marked[*row] && is_accepted(*row)) {
        marked[row] = true;
        at = parent(row);
    }
}

/// Returns the last row and those before it up to the first, as a resumed CLI connects them.
fn chain(slice: &[Row], kept: &Kept, parent: impl Fn(usize) -> Option<usize>) -> Vec<usize> {
    let (mut chain, mut seen) = (Vec::new(), HashSet::new());
    let mut at = slice.len().checked_sub(1);
    while let Some(row) = at.filter(|row| seen.insert(*row)) {
        chain.push(row);
        at = kept.before(row, &parent);
    }
    chain
}

/// Where messages stand that compactions kept: behind the summary, and before what followed it.
#[derive(Default)]
struct Kept {
    before: HashMap<usize, usize>,
    /// The first and the last message that were kept behind a summary.
    behind: HashMap<usize, (usize, usize)>,
}

impl Kept {
    fn of(marks: &[(usize, &Compaction)], row_of: impl Fn(&String) -> Option<usize>) -> Self {
        let mut all = Self::default();
        for (_, mark) in marks {
            let Some(anchor) = mark.anchor.as_ref().and_then(&row_of) else { continue };
            let ids = if mark.kept.is_empty() { &mark.ends } else { &mark.kept };
            let kept: Option<Vec<usize>> = ids.iter().map(&row_of).collect();
            let Some(kept) = kept else { continue };
            let (Some(first), Some(last)) = (kept.first(), kept.last()) else { continue };
            all.behind.insert(anchor, (*first, *last));
            all.before.insert(*first, anchor);
            // Of the messages between the ends, older CLIs name none: they stand as they did.
            if !mark.kept.is_empty() {
                all.before.extend(kept.windows(2).map(|pair| (pair[1], pair[0])));
            }
        }
        all
    }

    fn before(&self, row: usize, parent: impl Fn(usize) -> Option<usize>) -> Option<usize> {
        if let Some(before) = self.before.get(&row) {
            return Some(*before);
        }
        let parent = parent(row)?;
        Some(self.behind.get(&parent).map_or(parent, |(_, last)| *last))
    }
}
