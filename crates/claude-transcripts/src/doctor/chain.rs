//! Chain: which line follows which, what is missing between them, and which lines belong to the
//! conversation that a resumed CLI continues.
//!
//! The functions are pure. They use no recursion, and take linear time (sorting aside), also for
//! cycles and for files that somebody prepared.

use super::index::{Id, Index, NO_ID, NONE, Node};

/// How the lines of a file are connected. Lists of numbers are in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Chain {
    /// The line before each line. A line whose parent is missing follows the line before it in the
    /// file, as the CLI has it (seen).
    pub(super) parents: Vec<u32>,
    /// The lines whose parent is not in the file.
    pub(super) missing: Vec<u32>,
    /// The lines whose ID an earlier line has.
    pub(super) doubles: Vec<u32>,
    /// Whether each line belongs to the conversation that a resumed CLI continues.
    pub(super) main: Vec<bool>,
    pub(super) branches: Vec<Branch>,
    /// The lines sorted by their IDs, without doubles.
    by_id: Vec<u32>,
    is_double: Vec<bool>,
}

/// A branch that a resumed CLI does not follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Branch {
    pub(super) leaf: u32,
    /// How many messages it has that neither the conversation nor an earlier branch has.
    pub(super) messages: u64,
}

impl Chain {
    pub(super) fn of(index: &Index) -> Self {
        let nodes = &index.nodes;
        let (by_id, doubles) = sorted(nodes);
        let mut is_double = vec![false; nodes.len()];
        doubles.iter().for_each(|double| is_double[*double as usize] = true);
        let mut chain = Self { by_id, doubles, is_double, ..Self::default() };
        chain.connect(nodes);
        chain.relink(nodes);
        let leaves = chain.leaves(nodes);
        let main = leaves.iter().rev().find(|leaf| nodes[**leaf as usize].is_main());
        chain.main = match main.or(leaves.last()) {
            Some(leaf) => chain.conversation(index, *leaf),
            None => vec![false; nodes.len()],
        };
        chain.find_branches(nodes, &leaves);
        chain
    }

    /// Returns whether each line belongs to the conversation that ends with this one, across
    /// compactions.
    pub(super) fn conversation(&self, index: &Index, leaf: u32) -> Vec<bool> {
        let mut lines = vec![false; index.nodes.len()];
        let before_compaction = |at: u32| {
            let found = index.compactions.binary_search_by_key(&at, |it| it.0);
            found.map_or(NONE, |found| self.find(&index.nodes, index.compactions[found].1))
        };
        let mut at = leaf;
        while at != NONE && !std::mem::replace(&mut lines[at as usize], true) {
            at = match self.parents[at as usize] {
                NONE => before_compaction(at),
                parent => parent,
            };
        }
        self.add_parallel_calls(index, leaf, &mut lines);
        lines
    }

    pub(super) fn is_double(&self, line: u32) -> bool {
        self.is_double[line as usize]
    }

    /// Returns the line with an ID: of several, the first.
    pub(super) fn find(&self, nodes: &[Node], id: Id) -> u32 {
        let found = self.by_id.binary_search_by_key(&id, |at| nodes[*at as usize].id);
        found.map_or(NONE, |found| self.by_id[found])
    }

    /// Returns whether a line is the first one of the file.
    pub(super) fn is_first(line: u32) -> bool {
        line == 0
    }

    fn connect(&mut self, nodes: &[Node]) {
        self.parents = Vec::with_capacity(nodes.len());
        for (number, node) in numbered(nodes) {
            let parent = self.find(nodes, node.parent);
            if !self.is_double[number as usize] && node.parent != NO_ID && parent == NONE {
                self.missing.push(number);
            }
            self.parents.push(if self.is_double[number as usize] { NONE } else { parent });
        }
    }

    /// Lets each line whose parent is missing follow the line before it, unless that would close a
    /// circle.
    fn relink(&mut self, nodes: &[Node]) {
        if self.missing.is_empty() {
            return;
        }
        let mut roots = self.roots();
        let mut missing = self.missing.iter().copied().peekable();
        let mut before = [NONE; 2];
        for (number, node) in numbered(nodes) {
            if self.is_double[number as usize] {
                continue;
            }
            let before = &mut before[usize::from(node.is_sidechain)];
            if missing.next_if_eq(&number).is_some() && *before != NONE {
                let root = root(&mut roots, *before);
                if root != number {
                    self.parents[number as usize] = *before;
                    roots[number as usize] = root;
                }
            }
            *before = number;
        }
    }

    /// Returns the first line of the chain of each line. Of a circle, one of its lines.
    fn roots(&self) -> Vec<u32> {
        let mut roots = vec![NONE; self.parents.len()];
        let mut path = Vec::new();
        for start in 0..roots.len() {
            let mut at = number(start);
            let root = loop {
                let known = roots[at as usize];
                if known != NONE {
                    break known;
                }
                // Marks the line, so that a circle ends here.
                roots[at as usize] = at;
                path.push(at);
                match self.parents[at as usize] {
                    NONE => break at,
                    parent => at = parent,
                }
            };
            path.drain(..).for_each(|passed| roots[passed as usize] = root);
        }
        roots
    }

    /// Returns the last message of each path, in the order of the file.
    fn leaves(&self, nodes: &[Node]) -> Vec<u32> {
        let mut has_child = vec![false; nodes.len()];
        for parent in self.parents.iter().filter(|parent| **parent != NONE) {
            has_child[*parent as usize] = true;
        }
        let mut passed = vec![false; nodes.len()];
        let mut leaves = Vec::new();
        for start in (0..nodes.len()).filter(|at| !has_child[*at] && !self.is_double[*at]) {
            let mut at = number(start);
            while at != NONE && !std::mem::replace(&mut passed[at as usize], true) {
                if nodes[at as usize].is_message {
                    leaves.push(at);
                    break;
                }
                at = self.parents[at as usize];
            }
        }
        leaves.sort_unstable();
        leaves
    }

    /// Adds the calls of the same answers and their results: the conversation goes on from one of
    /// several results only.
    fn add_parallel_calls(&self, index: &Index, leaf: u32, lines: &mut [bool]) {
        let is_sidechain = index.nodes[leaf as usize].is_sidechain;
        let answers = (0..lines.len()).filter(|at| lines[*at]).map(|at| index.nodes[at].answer);
        let answers = as_set(answers.filter(|answer| *answer != 0));
        for (at, node) in index.nodes.iter().enumerate() {
            let belongs = node.is_sidechain == is_sidechain && !self.is_double[at];
            if belongs && answers.binary_search(&node.answer).is_ok() {
                lines[at] = true;
            }
        }
        let calls = index.calls.iter().filter(|(_, at)| lines[*at as usize]).map(|(call, _)| *call);
        let calls = as_set(calls);
        for (call, at) in &index.results {
            let belongs = index.nodes[*at as usize].is_sidechain == is_sidechain;
            if belongs && !self.is_double[*at as usize] && calls.binary_search(call).is_ok() {
                lines[*at as usize] = true;
            }
        }
    }

    fn find_branches(&mut self, nodes: &[Node], leaves: &[u32]) {
        let mut passed = self.main.clone();
        for leaf in leaves.iter().copied().filter(|leaf| !nodes[*leaf as usize].is_sidechain) {
            let (mut at, mut messages) = (leaf, 0);
            while at != NONE && !std::mem::replace(&mut passed[at as usize], true) {
                messages += u64::from(nodes[at as usize].is_main());
                at = self.parents[at as usize];
            }
            if messages > 0 {
                self.branches.push(Branch { leaf, messages });
            }
        }
    }
}

/// Returns the numbers of the lines sorted by their IDs, each ID once, and the numbers of the others.
fn sorted(nodes: &[Node]) -> (Vec<u32>, Vec<u32>) {
    let mut by_id: Vec<u32> = (0..nodes.len()).map(number).collect();
    by_id.sort_unstable_by_key(|at| (nodes[*at as usize].id, *at));
    let mut doubles = Vec::new();
    by_id.dedup_by(|at, before| {
        let is_double = nodes[*at as usize].id == nodes[*before as usize].id;
        if is_double {
            doubles.push(*at);
        }
        is_double
    });
    doubles.sort_unstable();
    (by_id, doubles)
}

/// Returns the first line of a chain, and shortens the way to it.
fn root(roots: &mut [u32], mut at: u32) -> u32 {
    while roots[at as usize] != at {
        roots[at as usize] = roots[roots[at as usize] as usize];
        at = roots[at as usize];
    }
    at
}

pub(super) fn as_set(hashes: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut hashes: Vec<u64> = hashes.collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

pub(super) fn numbered(nodes: &[Node]) -> impl Iterator<Item = (u32, &Node)> {
    nodes.iter().enumerate().map(|(at, node)| (number(at), node))
}

/// The number of a line. There are never more than `u32::MAX - 1`.
fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}
