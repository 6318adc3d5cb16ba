//! Bridge: which line is before one whose parent is lost.
//!
//! A resumed CLI goes on at the latest line that is not later (seen). The place in the file does not
//! count. It takes n log n time, also for files that somebody prepared.

use std::cmp::Reverse;

use super::node::{NONE, Node};

/// Gives each of these nodes the latest node before it as its parent: of several at one time the first
/// in the file. A node without a time gets none. It never closes a circle.
pub(super) fn bridge(nodes: &mut [Node], missing: &[u32]) {
    if missing.is_empty() {
        return;
    }
    let mut roots = roots(nodes);
    let mut order: Vec<u32> = (0..nodes.len()).filter_map(|at| u32::try_from(at).ok()).collect();
    order.retain(|at| nodes[*at as usize].time != 0);
    let key = |node: &Node| (node.marks.sidechain, node.time);
    order.sort_unstable_by_key(|at| (key(&nodes[*at as usize]), Reverse(*at)));
    // The first of neighbours that are of one tree. Trees only grow, so it stays true.
    let mut runs: Vec<u32> = (0..order.len()).filter_map(|at| u32::try_from(at).ok()).collect();
    for number in missing {
        let own = nodes[*number as usize];
        if own.time == 0 {
            continue;
        }
        let mut end = order.partition_point(|at| key(&nodes[*at as usize]) <= key(&own));
        let mut last = None;
        while end > 0 {
            let found = order[end - 1];
            if nodes[found as usize].marks.sidechain != own.marks.sidechain {
                break;
            }
            let before = root(&mut roots, found);
            if before != *number {
                nodes[*number as usize].parent = found;
                roots[*number as usize] = before;
                break;
            }
            let run = root(&mut runs, u32::try_from(end - 1).unwrap_or(NONE));
            if let Some(last) = last.replace(run) {
                runs[last as usize] = run;
            }
            end = run as usize;
        }
    }
}

/// Returns the first node of the chain of each node. Of a circle, one of its nodes.
fn roots(nodes: &[Node]) -> Vec<u32> {
    let mut roots = vec![NONE; nodes.len()];
    let mut path = Vec::new();
    for start in 0..nodes.len() {
        let mut at = u32::try_from(start).unwrap_or(NONE);
        let root = loop {
            if roots[at as usize] != NONE {
                break roots[at as usize];
            }
            // Marks the node, so that a circle ends here.
            roots[at as usize] = at;
            path.push(at);
            match nodes[at as usize].parent {
                NONE => break at,
                parent => at = parent,
            }
        };
        path.drain(..).for_each(|passed| roots[passed as usize] = root);
    }
    roots
}

/// Returns the first of a set, and shortens the way to it.
fn root(sets: &mut [u32], mut at: u32) -> u32 {
    while sets[at as usize] != at {
        sets[at as usize] = sets[sets[at as usize] as usize];
        at = sets[at as usize];
    }
    at
}
