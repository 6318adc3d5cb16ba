//! Suite: which checks run on which store, and for how long.

use std::sync::Arc;
use std::time::Duration;

use tokio::time::timeout;

use super::checks::{self, Check, Running};
use super::report::{Outcome, Report};
use crate::ports::{Journal, Records, SessionStore};

/// How long a check may take before it has failed, by default.
const DEADLINE: Duration = Duration::from_secs(60);

type Run = Box<dyn Fn() -> Running + Send + Sync>;

/// The checks for one port of a store.
///
/// # Examples
///
/// ```no_run
/// use claude_sessions::conformance::Suite;
/// use claude_sessions::stores::MemoryStore;
///
/// # async fn check() {
/// let make = || async { MemoryStore::new() };
/// for suite in [Suite::store(make), Suite::records(make), Suite::journal(make)] {
///     suite.run().await.assert_passed();
/// }
/// # }
/// ```
pub struct Suite {
    checks: Vec<(&'static str, Run)>,
    only: Option<String>,
    deadline: Duration,
}

impl Suite {
    /// The checks of [`SessionStore`]. `make` opens an empty store for each check.
    pub fn store<S, F>(make: impl Fn() -> F + Clone + Send + Sync + 'static) -> Self
    where
        S: SessionStore,
        F: Future<Output = S> + Send + 'static,
    {
        Self::of(checks::store(), move || {
            let made = make();
            async move { Arc::new(made.await) as Arc<dyn SessionStore> }
        })
    }

    /// The checks of [`Records`]. `make` opens an empty store for each check.
    pub fn records<S, F>(make: impl Fn() -> F + Clone + Send + Sync + 'static) -> Self
    where
        S: Records,
        F: Future<Output = S> + Send + 'static,
    {
        Self::of(checks::records(), move || {
            let made = make();
            async move { Arc::new(made.await) as Arc<dyn Records> }
        })
    }

    /// The checks of [`Journal`]. `make` opens an empty store for each check.
    pub fn journal<S, F>(make: impl Fn() -> F + Clone + Send + Sync + 'static) -> Self
    where
        S: Journal,
        F: Future<Output = S> + Send + 'static,
    {
        Self::of(checks::journal(), move || {
            let made = make();
            async move { Arc::new(made.await) as Arc<dyn Journal> }
        })
    }

    fn of<P, F>(checks: Vec<Check<P>>, make: impl Fn() -> F + Clone + Send + Sync + 'static) -> Self
    where
        P: ?Sized + Send + Sync + 'static,
        F: Future<Output = Arc<P>> + Send + 'static,
    {
        let bound = |check: Check<P>| {
            let make = make.clone();
            let run: Run = Box::new(move || {
                let (made, run) = (make(), check.run);
                Box::pin(async move { run(made.await).await })
            });
            (check.name, run)
        };
        Self { checks: checks.into_iter().map(bound).collect(), only: None, deadline: DEADLINE }
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

    /// Runs the checks, one after the other, each with a store of its own.
    ///
    /// The time of the runtime must not be paused. A check that panics has failed.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the check that runs.
    pub async fn run(self) -> Report {
        let mut report = Report::default();
        for (name, run) in &self.checks {
            if self.only.as_ref().is_some_and(|only| only != name) {
                continue;
            }
            // A task of its own: a store that panics fails one check.
            let check = tokio_util::task::AbortOnDropHandle::new(tokio::spawn(run()));
            let outcome = match timeout(self.deadline, check).await {
                Ok(Ok(Ok(()))) => Outcome::Passed,
                Ok(Ok(Err(checks::Failure::Unsupported(what)))) => Outcome::Skipped(what),
                Ok(Ok(Err(checks::Failure::Wrong(why)))) => Outcome::Failed(why),
                Ok(Err(_)) => Outcome::Failed("it panics".to_owned()),
                Err(_) => Outcome::Failed(format!("it does not end within {:?}", self.deadline)),
            };
            report.add(name, outcome);
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
            .field("checks", &self.checks.len())
            .field("only", &self.only)
            .field("deadline", &self.deadline)
            .finish()
    }
}
