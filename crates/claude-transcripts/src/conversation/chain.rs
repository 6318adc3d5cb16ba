//! Chain: from the lines of a file to the order in which a conversation was held.
//!
//! Each line names the one before it. A conversation that was continued from an earlier point, a
//! retry and parallel tool calls make this a tree. The functions here are pure, use no recursion and
//! take linear time, also for cycles.

use std::collections::{HashMap, HashSet};

use super::index::Index;
use super::node::{NONE, Node, Role};

/// The ends of conversations in a file.
pub(super) struct Leaves {
    /// The end of the conversation that a resumed CLI continues. `None` if there is no message.
    pub(super) main: Option<u32>,
    /// All ends, in the order of the file.
    pub(super) all: Vec<u32>,
}

/// Finds the last message of each path. The last one in the file that is not of a subagent is the
/// main one; without any, it is the last one.
pub(super) fn leaves(nodes: &[Node]) -> Leaves {
    let mut has_child = vec![false; nodes.len()];
    for node in nodes.iter().filter(|node| node.parent != NONE) {
        has_child[node.parent as usize] = true;
    }
    // The last message at or before a node: `NONE` if there is none, unknown if `u32::MAX - 1`.
    const UNKNOWN: u32 = NONE - 1;
    let mut last = vec![UNKNOWN; nodes.len()];
    let mut all = Vec::new();
    let mut path = Vec::new();
    for start in (0..nodes.len()).filter(|number| !has_child[*number]) {
        let mut at = number(start);
        path.clear();
        let found = loop {
            if at == NONE {
                break NONE;
            }
            let known = &mut last[at as usize];
            if *known != UNKNOWN {
                break *known;
            }
            // Marks the node, so that a cycle ends here.
            *known = NONE;
            path.push(at);
            let node = &nodes[at as usize];
            if node.is_message() {
                break at;
            }
            at = node.parent;
        };
        path.iter().for_each(|passed| last[*passed as usize] = found);
        if found != NONE {
            all.push(found);
        }
    }
    all.sort_unstable();
    all.dedup();
    let main = all.iter().rev().find(|leaf| nodes[**leaf as usize].is_main());
    Leaves { main: main.or(all.last()).copied(), all }
}

/// Returns the nodes up to this one, from the first on. `across`: goes on before a compaction.
pub(super) fn path(index: &Index, leaf: u32, across: bool) -> Vec<u32> {
    let (mut path, mut seen) = (Vec::new(), HashSet::new());
    let mut at = leaf;
    while at != NONE && seen.insert(at) {
        path.push(at);
        at = match index.nodes[at as usize].parent {
            NONE if across => index.compactions.get(&at).copied().unwrap_or(NONE),
            parent => parent,
        };
    }
    path.reverse();
    path
}

/// Adds the tool calls and results that stand beside a path: the model may call several tools in one
/// answer, and the conversation goes on from one of the results only.
pub(super) fn with_parallel_calls(index: &Index, path: Vec<u32>) -> Vec<u32> {
    let nodes = &index.nodes;
    let on_path: HashSet<u32> = path.iter().copied().collect();
    let answers: HashSet<u64> =
        path.iter().map(|at| nodes[*at as usize].answer).filter(|answer| *answer != 0).collect();
    let is_lost = |at: u32| !on_path.contains(&at);
    let sidechain = path.last().is_some_and(|leaf| nodes[*leaf as usize].marks.sidechain);
    let belongs = |at: u32| nodes[at as usize].marks.sidechain == sidechain;
    // The lost blocks of each answer of the path.
    let mut blocks: HashMap<u64, Vec<u32>> = HashMap::new();
    for at in (0..nodes.len()).map(number).filter(|at| is_lost(*at) && belongs(*at)) {
        let answer = nodes[at as usize].answer;
        if answers.contains(&answer) {
            blocks.entry(answer).or_default().push(at);
        }
    }
    // The calls of these answers, and the lost results, each call once.
    let mut calls: HashMap<u64, u64> = HashMap::new();
    for (call, at) in &index.calls {
        let answer = nodes[*at as usize].answer;
        if answers.contains(&answer) && belongs(*at) {
            calls.insert(*call, answer);
        }
    }
    let mut answered: HashSet<u64> = HashSet::new();
    answered.extend(index.results.iter().filter(|it| on_path.contains(&it.1)).map(|it| it.0));
    let mut results: HashMap<u64, Vec<u32>> = HashMap::new();
    for (call, at) in &index.results {
        if let Some(answer) = calls.get(call)
            && is_lost(*at)
            && belongs(*at)
            && answered.insert(*call)
        {
            results.entry(*answer).or_default().push(*at);
        }
    }
    if blocks.is_empty() && results.is_empty() {
        return path;
    }
    merge(index, path, blocks, results, &calls)
}

/// Places lost blocks behind the last block of their answer, and lost results among its results, by
/// their time.
fn merge(
    index: &Index,
    path: Vec<u32>,
    mut blocks: HashMap<u64, Vec<u32>>,
    mut results: HashMap<u64, Vec<u32>>,
    calls: &HashMap<u64, u64>,
) -> Vec<u32> {
    let nodes = &index.nodes;
    let mut answer_of: HashMap<u32, u64> = HashMap::new();
    for (call, at) in &index.results {
        if let Some(answer) = calls.get(call) {
            answer_of.insert(*at, *answer);
        }
    }
    let mut last_block: HashMap<u64, usize> = HashMap::new();
    for (position, at) in path.iter().enumerate() {
        last_block.insert(nodes[*at as usize].answer, position);
    }
    let by_time = |list: &mut Vec<u32>| list.sort_by_key(|at| (nodes[*at as usize].time, *at));
    let mut merged = Vec::with_capacity(path.len() + blocks.len() + results.len());
    let mut position = 0;
    while position < path.len() {
        let at = path[position];
        merged.push(at);
        position += 1;
        let answer = nodes[at as usize].answer;
        if answer == 0 || last_block.get(&answer) != Some(&(position - 1)) {
            continue;
        }
        let mut lost = blocks.remove(&answer).unwrap_or_default();
        by_time(&mut lost);
        merged.append(&mut lost);
        let mut of_answer = results.remove(&answer).unwrap_or_default();
        if of_answer.is_empty() {
            continue;
        }
        while position < path.len() && answer_of.get(&path[position]) == Some(&answer) {
            of_answer.push(path[position]);
            position += 1;
        }
        by_time(&mut of_answer);
        merged.append(&mut of_answer);
    }
    merged
}

/// Keeps what a reader of the conversation sees. Nothing of a subagent is in the main conversation.
pub(super) fn visible(nodes: &[Node], path: &[u32], system: bool) -> Vec<u32> {
    let sidechain = path.last().is_some_and(|leaf| nodes[*leaf as usize].marks.sidechain);
    let shown = |at: &&u32| {
        let node = &nodes[**at as usize];
        let marks = node.marks;
        let role = node.is_message() || (system && node.role == Role::System);
        role && !marks.meta && !marks.team && marks.sidechain == sidechain
    };
    path.iter().filter(shown).copied().collect()
}

/// The number of a node. There are never more than `u32::MAX - 1`.
fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}
