//! Ledger: rows and their states, and the problems with either.
//!
//! It is pure, except that it checks whether a file exists.

use super::named::Named;
use super::rows::{Group, Row, Rows};

/// The largest allowed percentage of rows that are excluded on purpose.
const LEFT_OUT: usize = 2;

/// The state of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State<'a> {
    /// Items of the schema name it.
    Typed(&'a [String]),
    /// A file implements it.
    Done(&'a str),
    /// It is excluded for a reason.
    Not(&'a str),
    Open,
}

/// The rows of a group with their states.
#[derive(Debug)]
pub(super) struct Part<'a> {
    pub(super) id: &'a str,
    pub(super) group: &'a Group,
    pub(super) rows: Vec<(&'a str, &'a Row, State<'a>)>,
}

/// The complete ledger.
#[derive(Debug)]
pub(super) struct Ledger<'a> {
    pub(super) parts: Vec<Part<'a>>,
    /// Contradictions and mistakes; open rows are not among them.
    pub(super) complaints: Vec<String>,
}

/// The number of rows in each state.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) rows: usize,
    pub(super) typed: usize,
    pub(super) done: usize,
    pub(super) not: usize,
    pub(super) open: usize,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(rows: &'a Rows, named: &'a Named, is_there: impl Fn(&str) -> bool) -> Self {
        let part = |(id, group): &'a (String, Group)| {
            let rows = group.rows.0.iter().map(|(id, row)| (&**id, row, state(row, named.get(id))));
            Part { id, group, rows: rows.collect() }
        };
        let mut ledger =
            Self { parts: rows.groups.iter().map(part).collect(), complaints: Vec::new() };
        ledger.complaints = ledger.wrong(rows, named, is_there);
        ledger
    }

    /// The sum over all groups.
    pub(super) fn count(&self) -> Count {
        count(self.parts.iter().flat_map(|part| &part.rows))
    }

    /// The rows without a state.
    pub(super) fn open(&self) -> impl Iterator<Item = (&'a str, &'a Row)> {
        let rows = self.parts.iter().flat_map(|part| &part.rows);
        rows.filter(|(_, _, state)| *state == State::Open).map(|(id, row, _)| (*id, *row))
    }

    fn wrong(&self, rows: &Rows, named: &Named, is_there: impl Fn(&str) -> bool) -> Vec<String> {
        let mut wrong = Vec::new();
        for (id, places) in named.iter().filter(|(id, _)| !rows.has(id)) {
            wrong.push(format!("{} names the row `{id}`, which is not listed", places.join(", ")));
        }
        for (id, row, state) in self.parts.iter().flat_map(|part| &part.rows) {
            if let Some(file) = row.by.as_ref().filter(|file| !is_there(file)) {
                wrong.push(format!("{id}: `{file}` does not exist"));
            }
            if let (Some(_), State::Typed(places)) = (&row.not, state) {
                wrong.push(format!("{id} is excluded, but {} names it", places.join(", ")));
            }
        }
        let Count { rows, not, .. } = self.count();
        if not * 100 > rows * LEFT_OUT {
            wrong.push(format!("{not} of {rows} rows are excluded; the limit is {LEFT_OUT} %"));
        }
        wrong
    }
}

impl Part<'_> {
    /// The sum of this group.
    pub(super) fn count(&self) -> Count {
        count(&self.rows)
    }
}

fn state<'a>(row: &'a Row, named: Option<&'a Vec<String>>) -> State<'a> {
    match (named, &row.by, &row.not) {
        (Some(places), _, _) => State::Typed(places),
        (None, Some(file), _) => State::Done(file),
        (None, None, Some(reason)) => State::Not(reason),
        (None, None, None) => State::Open,
    }
}

fn count<'a>(rows: impl IntoIterator<Item = &'a (&'a str, &'a Row, State<'a>)>) -> Count {
    let mut count = Count::default();
    for (_, _, state) in rows {
        count.rows += 1;
        match state {
            State::Typed(_) => count.typed += 1,
            State::Done(_) => count.done += 1,
            State::Not(_) => count.not += 1,
            State::Open => count.open += 1,
        }
    }
    count
}

/// One line of text.
impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { rows, typed, done, not, open } = self;
        write!(f, "{rows} rows: {typed} typed, {done} done by code, {not} left out, {open} open")
    }
}
