//! Speed: runs the flood of the whole process with a raw bound in the same run, and one line of each
//! kind with plain derives.
//!
//! It builds the programs `flood`, `calls`, `sessions`, `decode`, `hostile` and `transcripts` as a
//! user's program is built ([`package`](super::package)), and starts them. They measure and print.

use std::path::Path;

use super::package::{Profile, build, build_peers};
use crate::Outcome;
use crate::run::Task;

/// What is measured.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Few rounds, and the default profile only.
    pub(crate) quick: bool,
    /// Other SDKs, too. They are downloaded once.
    pub(crate) peers: bool,
    /// Fails if a gate is missed.
    pub(crate) check: bool,
}

impl Plan {
    /// Parses the words after `bench`. Returns the first that is invalid.
    pub(crate) fn parse<'w>(words: &[&'w str]) -> Result<Self, &'w str> {
        let mut plan = Self::default();
        for word in words {
            match *word {
                "--quick" => plan.quick = true,
                "--peers" => plan.peers = true,
                "--check" => plan.check = true,
                _ => return Err(word),
            }
        }
        Ok(plan)
    }

    fn flags(&self) -> Vec<&str> {
        let flags = [(self.quick, "--quick"), (self.check, "--check")];
        flags.into_iter().filter_map(|(is_set, flag)| is_set.then_some(flag)).collect()
    }
}

/// Builds and runs the floods and the calls with each profile, then the rest.
pub(crate) fn run(plan: &Plan) -> Outcome {
    let peers = if plan.peers { Some(build_peers()?) } else { None };
    let programs = build(Profile::Default)?;
    whole_process(plan, &programs, Profile::Default, peers.as_deref())?;
    for name in ["decode", "hostile"] {
        let check: &[&str] = if plan.check { &["--check"] } else { &[] };
        Task::new(programs.join(name)).args(check).run()?;
    }
    Task::new(programs.join("transcripts")).args(plan.flags()).run()?;
    if !plan.quick {
        whole_process(plan, &build(Profile::OneUnit)?, Profile::OneUnit, None)?;
    }
    Ok(())
}

fn whole_process(plan: &Plan, programs: &Path, profile: Profile, peers: Option<&Path>) -> Outcome {
    println!("built with {}", profile.title());
    for name in ["flood", "calls", "sessions"] {
        let mock = programs.join("mock-claude");
        let bench = Task::new(programs.join(name)).args(["--mock".as_ref(), mock.as_os_str()]);
        let bench = match peers.filter(|_| name == "flood") {
            Some(peers) => bench.args(["--peers".as_ref(), peers.as_os_str()]),
            None => bench,
        };
        bench.args(plan.flags()).run()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_can_be_combined() {
        let plan = Plan { quick: true, peers: true, check: false };
        assert_eq!(Plan::parse(&["--peers", "--quick"]), Ok(plan));
        assert_eq!(Plan::parse(&["--quick", "--gate"]), Err("--gate"));
    }
}
