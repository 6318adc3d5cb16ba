//! Counts: how many messages each branch has that the conversation does not have, for all branches in
//! one walk. A walk for each of them would take quadratic time.

use std::collections::{HashMap, HashSet};

use super::index::Index;
use super::node::{NONE, Node, Role};

/// The lines of the branches as trees, each line once.
struct Trees {
    roots: Vec<u32>,
    first_child: Vec<u32>,
    sibling: Vec<u32>,
}

/// Numbers for the conversation and for those of subagents, by `Marks::sidechain`.
type Count = [usize; 2];

enum Step {
    Enter(u32),
    Leave { answer: u64, added: Count },
}

/// Returns the number of messages of each of these leaves that are not in `own`, across compactions
/// and with parallel calls. In a circle, messages count for the leaf that leads into it first.
pub(super) fn counts(index: &Index, own: &HashSet<u32>, leaves: &[u32]) -> HashMap<u32, usize> {
    let nodes = &index.nodes;
    let trees = Trees::of(index, leaves);
    let (answer_of, sizes) = answers(index, own);
    let is_leaf: HashSet<u32> = leaves.iter().copied().collect();
    let mut found = HashMap::with_capacity(leaves.len());
    // The answers on the way to the line, and what is counted there.
    let mut open: HashSet<u64> = HashSet::new();
    let mut count: Count = [0; 2];
    let mut steps: Vec<Step> = trees.roots.iter().map(|root| Step::Enter(*root)).collect();
    while let Some(step) = steps.pop() {
        let at = match step {
            Step::Enter(at) => at,
            Step::Leave { answer, added } => {
                open.remove(&answer);
                (0..2).for_each(|side| count[side] -= added[side]);
                continue;
            }
        };
        let node = &nodes[at as usize];
        let (mut added, mut answer) = ([0; 2], 0);
        if node.answer != 0 && open.insert(node.answer) {
            answer = node.answer;
            added = sizes.get(&answer).copied().unwrap_or_default();
        }
        let is_counted = answer_of.get(&at).is_some_and(|answer| open.contains(answer));
        if !is_counted && is_shown(node) && !own.contains(&at) {
            added[usize::from(node.marks.sidechain)] += 1;
        }
        (0..2).for_each(|side| count[side] += added[side]);
        if is_leaf.contains(&at) {
            found.insert(at, count[usize::from(node.marks.sidechain)]);
        }
        steps.push(Step::Leave { answer, added });
        let mut child = trees.first_child[at as usize];
        while child != NONE {
            steps.push(Step::Enter(child));
            child = trees.sibling[child as usize];
        }
    }
    found
}

impl Trees {
    fn of(index: &Index, leaves: &[u32]) -> Self {
        let length = index.nodes.len();
        let mut trees = Self {
            roots: Vec::new(),
            first_child: vec![NONE; length],
            sibling: vec![NONE; length],
        };
        let mut seen = vec![NONE; length];
        for leaf in leaves.iter().copied() {
            let mut at = leaf;
            while seen[at as usize] == NONE {
                seen[at as usize] = leaf;
                let before = match index.nodes[at as usize].parent {
                    NONE => index.compactions.get(&at).copied().unwrap_or(NONE),
                    parent => parent,
                };
                if before == NONE || seen[before as usize] == leaf {
                    trees.roots.push(at);
                    break;
                }
                trees.sibling[at as usize] = trees.first_child[before as usize];
                trees.first_child[before as usize] = at;
                at = before;
            }
        }
        trees
    }
}

/// Returns the answer that each block and each result of a tool belongs to, and the number of those of
/// each answer. Of several results of a call the first one belongs to it.
fn answers(index: &Index, own: &HashSet<u32>) -> (HashMap<u32, u64>, HashMap<u64, Count>) {
    let nodes = &index.nodes;
    let mut answer_of = HashMap::new();
    for (at, node) in (0..).zip(nodes).filter(|(_, node)| node.answer != 0) {
        answer_of.insert(at, node.answer);
    }
    let side = |at: u32| nodes[at as usize].marks.sidechain;
    let calls: HashMap<(u64, bool), u64> = index
        .calls
        .iter()
        .map(|(call, at)| ((*call, side(*at)), nodes[*at as usize].answer))
        .collect();
    let mut answered = HashSet::new();
    for (call, at) in &index.results {
        let call = (*call, side(*at));
        if let Some(answer) = calls.get(&call).filter(|answer| **answer != 0)
            && answered.insert(call)
        {
            answer_of.entry(*at).or_insert(*answer);
        }
    }
    let mut sizes: HashMap<u64, Count> = HashMap::new();
    for (at, answer) in &answer_of {
        if is_shown(&nodes[*at as usize]) && !own.contains(at) {
            sizes.entry(*answer).or_default()[usize::from(side(*at))] += 1;
        }
    }
    (answer_of, sizes)
}

fn is_shown(node: &Node) -> bool {
    matches!(node.role, Role::User | Role::Assistant) && !node.marks.meta && !node.marks.team
}
