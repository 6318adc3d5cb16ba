//! Suite: which checks run on which connector, and for how long.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use claude_transport::Connector;
use tokio::time::timeout;

use super::checks;
use super::report::{Outcome, Report};
use super::stage::Stage;

/// How long a check may take before it has failed, by default.
const DEADLINE: Duration = Duration::from_secs(60);

/// What not every transport can do.
///
/// # Examples
///
/// ```
/// use claude_testkit::conformance::Ability;
///
/// assert!(Ability::ALL.contains(&Ability::Files));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ability {
    /// It starts the program of the launch, with its arguments, variables and directory.
    Programs,
    /// It writes the private files of the launch.
    Files,
    /// What the program has started ends with it.
    Descendants,
    /// It reports lines over [`Launch::max_line`](claude_transport::Launch::max_line), and goes on.
    MaxLine,
    /// It has [`StderrOptions`](claude_transport::StderrOptions): the length of the tail, and a callback.
    StderrOptions,
    /// It has a [`KillHandle`](claude_transport::KillHandle) that ends the peer.
    KillHandle,
}

impl Ability {
    /// All abilities.
    pub const ALL: [Self; 6] = [
        Self::Programs,
        Self::Files,
        Self::Descendants,
        Self::MaxLine,
        Self::StderrOptions,
        Self::KillHandle,
    ];
}

/// The checks for one connector.
///
/// # Examples
///
/// ```no_run
/// use claude_testkit::conformance::{Ability, Suite};
///
/// # async fn check(connector: impl claude_transport::Connector + 'static) {
/// // A container has a shell of its own, and its engine ends all of its processes.
/// let suite = Suite::new(connector).shell("/bin/busybox-sh").without([Ability::KillHandle]);
/// suite.run().await.assert_passed();
/// # }
/// ```
#[derive(Clone)]
pub struct Suite {
    connector: Arc<dyn Connector>,
    shell: PathBuf,
    abilities: Vec<Ability>,
    only: Option<String>,
    deadline: Duration,
}

impl Suite {
    /// Creates the suite of a connector that has all abilities.
    pub fn new(connector: impl Connector + 'static) -> Self {
        Self {
            connector: Arc::new(connector),
            shell: "/bin/sh".into(),
            abilities: Ability::ALL.into(),
            only: None,
            deadline: DEADLINE,
        }
    }

    /// Skips the checks that need one of these abilities.
    #[must_use]
    pub fn without(mut self, abilities: impl IntoIterator<Item = Ability>) -> Self {
        for ability in abilities {
            self.abilities.retain(|has| *has != ability);
        }
        self
    }

    /// Sets the POSIX shell, at its path where the peer runs: `/bin/sh` by default.
    #[must_use]
    pub fn shell(mut self, path: impl Into<PathBuf>) -> Self {
        self.shell = path.into();
        self
    }

    /// Runs one check only, by its name. A name that is unknown makes the report fail.
    #[must_use]
    pub fn only(mut self, check: impl Into<String>) -> Self {
        self.only = Some(check.into());
        self
    }

    /// Sets how long each check may take: 60 s by default. One that takes longer has failed.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Runs the checks, one after the other, each with connections of its own.
    ///
    /// The time of the runtime must not be paused.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future drops the connections of the check that runs.
    pub async fn run(self) -> Report {
        let mut report = Report::default();
        for check in checks::all() {
            if self.only.as_ref().is_some_and(|only| only != check.name) {
                continue;
            }
            let missing = check.needs.iter().find(|needed| !self.abilities.contains(needed));
            let outcome = match missing {
                Some(ability) => Outcome::Skipped(*ability),
                None => {
                    let stage = Stage::new(Arc::clone(&self.connector), self.shell.clone());
                    match timeout(self.deadline, (check.run)(stage)).await {
                        Ok(Ok(())) => Outcome::Passed,
                        Ok(Err(why)) => Outcome::Failed(why),
                        Err(_) => {
                            Outcome::Failed(format!("it does not end within {:?}", self.deadline))
                        }
                    }
                }
            };
            report.add(check.name, outcome);
        }
        if let Some(only) = self.only.filter(|_| report.is_empty()) {
            report.add("only", Outcome::Failed(format!("there is no check `{only}`")));
        }
        report
    }
}

impl std::fmt::Debug for Suite {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Suite")
            .field("shell", &self.shell)
            .field("abilities", &self.abilities)
            .field("only", &self.only)
            .field("deadline", &self.deadline)
            .finish_non_exhaustive()
    }
}
