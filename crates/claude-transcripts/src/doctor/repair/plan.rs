//! Plan: what becomes of each line of a conversation. It does no IO.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::options::Repairs;
use crate::doctor::calls::Calls;
use crate::doctor::chain::{Chain, numbered};
use crate::doctor::index::{Index, NONE};

/// The most branches that are moved at once.
const MOST_FORKS: usize = 100;

/// The line that another one follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parent {
    /// It is the beginning.
    None,
    Line(u32),
    /// The result that is added for the calls of this line.
    ResultOf(u32),
}

/// What is done to the lines, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// The lines that follow another one than before.
    pub(super) parents: HashMap<u32, Parent>,
    pub(super) removed: HashSet<u32>,
    /// The hashes of the calls whose results are removed, and of those that get one.
    pub(super) orphans: HashSet<u64>,
    pub(super) open: HashSet<u64>,
    /// The lines with such results, and with such calls.
    pub(super) with_orphans: HashSet<u32>,
    pub(super) with_open: HashSet<u32>,
    /// The last lines of the branches that become sessions.
    pub(super) forks: Vec<u32>,
    /// The lines that are removed because they are of such a branch, and its position in `forks`.
    pub(super) moved: HashMap<u32, usize>,
}

impl Plan {
    /// `is_emptied` says whether nothing but orphan results is in a line, `is_closable` whether the
    /// calls of a line can get results.
    pub(super) fn new(
        index: &Index,
        chain: &Chain,
        repairs: &Repairs,
        is_emptied: impl Fn(u32, &HashSet<u64>) -> std::io::Result<bool>,
        is_closable: impl Fn(u32, &HashSet<u64>) -> std::io::Result<bool>,
    ) -> std::io::Result<Self> {
        let calls = Calls::of(index, chain);
        let mut plan = Self::default();
        if repairs.unanswered_tools {
            plan.open.extend(calls.unanswered.iter().map(|it| it.0));
            for line in calls.unanswered.iter().map(|it| it.1).collect::<BTreeSet<_>>() {
                if is_closable(line, &plan.open)? {
                    plan.with_open.insert(line);
                }
            }
        }
        if repairs.orphan_results {
            plan.orphans.extend(calls.orphans.iter().map(|it| it.0));
            let lines: BTreeSet<u32> = calls.orphans.iter().map(|it| it.1).collect();
            for line in lines {
                if is_emptied(line, &plan.orphans)? {
                    plan.removed.insert(line);
                } else {
                    plan.with_orphans.insert(line);
                }
            }
        }
        if repairs.lost_branches {
            plan.move_branches(index, chain);
        }
        plan.connect(index, chain, repairs);
        plan.repeat_for_doubles(index, chain);
        Ok(plan)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.parents.is_empty()
            && self.removed.is_empty()
            && self.with_orphans.is_empty()
            && self.with_open.is_empty()
    }

    /// Removes the lines of branches, with all that follows them.
    fn move_branches(&mut self, index: &Index, chain: &Chain) {
        // No branch: the line stays.
        const KEPT: u32 = u32::MAX;
        // The branch of each line. It is not known of the others yet.
        let mut branch_of: Vec<Option<u32>> =
            chain.main.iter().map(|is_main| is_main.then_some(KEPT)).collect();
        for (number, branch) in (0_u32..).zip(chain.branches.iter().take(MOST_FORKS)) {
            self.forks.push(branch.leaf);
            let mut at = branch.leaf;
            while at != NONE && branch_of[at as usize].is_none() {
                branch_of[at as usize] = Some(number);
                at = chain.parents[at as usize];
            }
        }
        let mut path = Vec::new();
        for (start, _) in numbered(&index.nodes) {
            let mut at = start;
            let found = loop {
                match branch_of.get(at as usize) {
                    None => break KEPT,
                    Some(Some(known)) => break *known,
                    Some(None) => {
                        // Marks the line, so that a circle ends here.
                        branch_of[at as usize] = Some(KEPT);
                        path.push(at);
                        at = chain.parents[at as usize];
                    }
                }
            };
            path.drain(..).for_each(|passed| branch_of[passed as usize] = Some(found));
            if found != KEPT {
                self.removed.insert(start);
                self.moved.insert(start, found as usize);
            }
        }
    }

    /// Finds the lines that follow another one than before.
    fn connect(&mut self, index: &Index, chain: &Chain, repairs: &Repairs) {
        let mut missing = chain.missing.iter().copied().peekable();
        let mut known = HashMap::new();
        for (line, _) in numbered(&index.nodes).filter(|it| !chain.is_double(it.0)) {
            let is_missing = missing.next_if_eq(&line).is_some();
            if self.removed.contains(&line) || (is_missing && !repairs.missing_parents) {
                continue;
            }
            let before = match chain.parents[line as usize] {
                NONE => Parent::None,
                parent => Parent::Line(parent),
            };
            let parent = self.parent(index, chain, line, &mut known);
            if is_missing || parent != before {
                self.parents.insert(line, parent);
            }
        }
    }

    /// Returns what a line follows: past lines that are removed.
    fn parent(
        &self,
        index: &Index,
        chain: &Chain,
        line: u32,
        known: &mut HashMap<u32, Parent>,
    ) -> Parent {
        let (mut at, mut passed) = (line, Vec::new());
        let found = loop {
            match self.step(index, chain, at) {
                Parent::Line(parent) if self.removed.contains(&parent) => {
                    if let Some(found) = known.get(&parent) {
                        break *found;
                    }
                    // Marks the line, so that a circle ends here.
                    known.insert(parent, Parent::None);
                    passed.push(parent);
                    at = parent;
                }
                found => break found,
            }
        };
        known.extend(passed.into_iter().map(|line| (line, found)));
        found
    }

    fn step(&self, index: &Index, chain: &Chain, line: u32) -> Parent {
        let parent = chain.parents[line as usize];
        if parent == NONE {
            return Parent::None;
        }
        let answer = |line: u32| index.nodes[line as usize].answer;
        // The other calls of an answer follow each other, and their results stand beside them.
        let is_same_answer = answer(parent) != 0 && answer(parent) == answer(line);
        if self.with_open.contains(&parent) && chain.main[line as usize] && !is_same_answer {
            Parent::ResultOf(parent)
        } else {
            Parent::Line(parent)
        }
    }

    /// A CLI takes the last of several lines of one ID (seen), so all of them are changed.
    fn repeat_for_doubles(&mut self, index: &Index, chain: &Chain) {
        for double in &chain.doubles {
            let first = chain.find(&index.nodes, index.nodes[*double as usize].id);
            if let Some(parent) = self.parents.get(&first).copied() {
                self.parents.insert(*double, parent);
            }
            if let Some(fork) = self.moved.get(&first).copied() {
                self.moved.insert(*double, fork);
            }
            for lines in [&mut self.removed, &mut self.with_orphans] {
                if lines.contains(&first) {
                    lines.insert(*double);
                }
            }
        }
    }
}
