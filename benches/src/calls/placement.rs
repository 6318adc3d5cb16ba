//! Placement: the cores on which the reader and the CLI run.
//!
//! If both share a core, a round trip is a switch between two processes. On two cores it wakes the
//! other core twice, which takes ten times as long. Both cases are measured with both processes
//! pinned. Without pinning, as in a user's program, the system mixes both cases from run to run:
//! that is measured, too, with more rounds.

use std::ffi::OsString;
use std::os::unix::process::CommandExt as _;
use std::process::Command;

use claude_sdk::Options;
use claude_sdk::options::EnvPolicy;
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

use claude_benches::Failure;

/// The core of the CLI, relative to its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placement {
    /// On another core, as a CLI with work of its own.
    Apart,
    /// On the same core.
    Together,
    /// On any core, as the system chooses.
    Free,
}

/// Variables of a child process: the mock, and its core.
const MOCK: (&str, &str) = ("CALLS_MOCK", "CALLS_CORE");

impl Placement {
    pub(crate) const ALL: [Self; 3] = [Self::Apart, Self::Free, Self::Together];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Apart => "apart",
            Self::Together => "together",
            Self::Free => "not placed",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|placement| placement.name() == name)
    }

    /// The core of the reader, and that of the mock. `None` if there is only one core.
    fn cores(self) -> Result<Option<[usize; 2]>, Failure> {
        let allowed = sched_getaffinity(None)?;
        let mut cores = (0..CpuSet::MAX_CPU).filter(|core| allowed.is_set(*core));
        let first = cores.next().ok_or("no core to run on")?;
        Ok(match self {
            Self::Together | Self::Free => Some([first; 2]),
            Self::Apart => cores.next().map(|second| [first, second]),
        })
    }

    /// Returns whether this machine has enough cores.
    pub(crate) fn is_possible(self) -> Result<bool, Failure> {
        Ok(self.cores()?.is_some())
    }

    /// Pins this process. Returns the program to start instead of the mock, with its environment.
    pub(crate) fn take(self, mock: &str) -> Result<Mock, Failure> {
        if self == Self::Free {
            return Ok(Mock { path: mock.into(), env: Vec::new() });
        }
        let [reader, core] = self.cores()?.ok_or("there is only one core")?;
        stay_on(reader)?;
        let env = vec![(MOCK.0, mock.to_owned()), (MOCK.1, core.to_string())];
        Ok(Mock { path: std::env::current_exe()?.into(), env })
    }
}

/// How the mock is started. On a core of its own, by this program, which then becomes the mock.
#[derive(Debug, Clone)]
pub(crate) struct Mock {
    pub(crate) path: OsString,
    pub(crate) env: Vec<(&'static str, String)>,
}

impl Mock {
    /// Options with which the SDK starts the mock.
    pub(crate) fn options(&self) -> Options {
        let options = Options::default().cli_path(&self.path).env_policy(EnvPolicy::Clear);
        self.env.iter().fold(options, |options, (name, value)| options.env(*name, value))
    }
}

/// Becomes the mock if this process was started instead of it. Returns only if it was not.
#[expect(clippy::disallowed_methods, reason = "the program in its place is started by the reader")]
pub(crate) fn become_the_mock() -> Result<(), Failure> {
    let (Some(mock), Some(core)) = (std::env::var_os(MOCK.0), std::env::var(MOCK.1).ok()) else {
        return Ok(());
    };
    stay_on(core.parse()?)?;
    Err(Command::new(mock).args(std::env::args_os().skip(1)).exec().into())
}

fn stay_on(core: usize) -> Result<(), Failure> {
    let mut cores = CpuSet::new();
    cores.set(core);
    Ok(sched_setaffinity(None, &cores)?)
}
