//! Which core who runs on.
//!
//! Where reader and CLI share a core, a round trip is a switch between two processes; apart, it is
//! waking another core up, twice, which takes ten times as long. Left alone, the system mixes both
//! from one run to the next, and the medians of two readers cannot be compared. So both are placed.

use std::ffi::OsString;
use std::os::unix::process::CommandExt as _;
use std::process::Command;

use claude_sdk::Options;
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};

use claude_benches::Failure;

/// Where the CLI runs, seen from its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placement {
    /// On another core, as a CLI does that has work of its own.
    Apart,
    /// On the same core.
    Together,
}

/// In the environment of a child: the mock, and the core that it runs on.
const MOCK: (&str, &str) = ("CALLS_MOCK", "CALLS_CORE");

impl Placement {
    pub(crate) const ALL: [Self; 2] = [Self::Apart, Self::Together];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Apart => "apart",
            Self::Together => "together",
        }
    }

    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|placement| placement.name() == name)
    }

    /// The core of the reader, and that of the mock. `None`: there is only one.
    fn cores(self) -> Result<Option<[usize; 2]>, Failure> {
        let allowed = sched_getaffinity(None)?;
        let mut cores = (0..CpuSet::MAX_CPU).filter(|core| allowed.is_set(*core));
        let first = cores.next().ok_or("no core to run on")?;
        Ok(match self {
            Self::Together => Some([first; 2]),
            Self::Apart => cores.next().map(|second| [first, second]),
        })
    }

    /// Tells whether this machine has room for it.
    pub(crate) fn is_possible(self) -> Result<bool, Failure> {
        Ok(self.cores()?.is_some())
    }

    /// Moves this process, and returns what to start in place of the mock, with its environment.
    pub(crate) fn take(self, mock: &str) -> Result<Mock, Failure> {
        let [reader, core] = self.cores()?.ok_or("there is only one core")?;
        stay_on(reader)?;
        let env = [(MOCK.0, mock.to_owned()), (MOCK.1, core.to_string())];
        Ok(Mock { path: std::env::current_exe()?.into(), env })
    }
}

/// How the mock is started on its core: by this program, which then becomes the mock.
#[derive(Debug, Clone)]
pub(crate) struct Mock {
    pub(crate) path: OsString,
    pub(crate) env: [(&'static str, String); 2],
}

impl Mock {
    /// What the SDK is told to start it.
    pub(crate) fn options(&self) -> Options {
        let options = Options::default().cli_path(&self.path).env_clear(true);
        self.env.iter().fold(options, |options, (name, value)| options.env(*name, value))
    }
}

/// Becomes the mock, if this process was started in its place. Returns only if not.
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
