//! Tree: what the processes of a run use at one moment. Linux only.
//!
//! Reading all processes takes some milliseconds, so this is done on demand only.

use std::time::Duration;

use rustix::process::Pid;

use super::run_id::RunId;
use crate::launch::ProcessTree;

/// Samples the processes of a run: the group of `leader`, its descendants, and what carries the run ID.
#[cfg(target_os = "linux")]
pub(super) fn sample(id: &RunId, leader: Pid, age: Duration) -> Option<ProcessTree> {
    linux::sample(id, leader, age)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn sample(_: &RunId, _: Pid, _: Duration) -> Option<ProcessTree> {
    None
}

#[cfg(target_os = "linux")]
mod linux {
    use std::collections::HashSet;
    use std::fs;
    use std::time::Duration;

    use rustix::process::Pid;

    use super::super::run_id::RunId;
    use super::super::scan;
    use crate::launch::ProcessTree;

    /// The place of a process in the tree.
    struct Place {
        process: Pid,
        parent: i32,
        group: i32,
    }

    pub(super) fn sample(id: &RunId, leader: Pid, age: Duration) -> Option<ProcessTree> {
        let mut tree = ProcessTree { proportional: Some(0), age, ..ProcessTree::default() };
        for process in members(id, leader) {
            // A process that has ended meanwhile, or is a zombie, has no memory.
            let Some(resident) = kilobytes(process, "status", "VmRSS:") else { continue };
            tree.processes += 1;
            tree.resident += resident << 10;
            let proportional = kilobytes(process, "smaps_rollup", "Pss:");
            let sum = tree.proportional.zip(proportional);
            tree.proportional = sum.map(|(sum, proportional)| sum + (proportional << 10));
        }
        (tree.processes > 0).then_some(tree)
    }

    /// Returns the processes of a run.
    fn members(id: &RunId, leader: Pid) -> Vec<Pid> {
        let group = leader.as_raw_nonzero().get();
        let places: Vec<_> = scan::processes().filter_map(place).collect();
        let runs = [id.clone()];
        let marked = places.iter().filter(|place| {
            place.group == group || place.process == leader || scan::is_of(place.process, &runs)
        });
        let mut found: HashSet<Pid> = marked.map(|place| place.process).collect();
        // A child may have a lower ID than its parent, so look again until none is added.
        loop {
            let before = found.len();
            for place in &places {
                if Pid::from_raw(place.parent).is_some_and(|parent| found.contains(&parent)) {
                    found.insert(place.process);
                }
            }
            if found.len() == before {
                return found.into_iter().collect();
            }
        }
    }

    /// Returns the parent and the group of a process. Its name, in parentheses, may contain any character.
    fn place(process: Pid) -> Option<Place> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", process.as_raw_nonzero())).ok()?;
        let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(1);
        let parent = fields.next()?.parse().ok()?;
        let group = fields.next()?.parse().ok()?;
        Some(Place { process, parent, group })
    }

    /// Returns a line of a file of a process, such as `VmRSS:  1234 kB`.
    fn kilobytes(process: Pid, file: &str, name: &str) -> Option<u64> {
        let text = fs::read_to_string(format!("/proc/{}/{file}", process.as_raw_nonzero())).ok()?;
        let line = text.lines().find_map(|line| line.strip_prefix(name))?;
        line.split_whitespace().next()?.parse().ok()
    }
}
