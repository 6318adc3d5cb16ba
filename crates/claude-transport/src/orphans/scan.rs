//! Scan: finds and signals processes by the run ID in their environment. Linux only.
//!
//! Reading the environments of all processes takes some milliseconds. Runs that end at the same time share one scan.

use std::sync::Mutex;

use super::run_id::RunId;
use crate::lines::lock;

/// The runs that wait for a scan.
static WAITING: Mutex<Vec<RunId>> = Mutex::new(Vec::new());
/// Held during a scan.
static SCANNING: Mutex<()> = Mutex::new(());

/// Kills every process that has the ID of this run.
pub(super) fn kill_run(id: &RunId) {
    lock(&WAITING).push(id.clone());
    let _scanning = lock(&SCANNING);
    let runs = std::mem::take(&mut *lock(&WAITING));
    // If the run does not wait any more, another thread has scanned for it since.
    if runs.contains(id) {
        kill(&runs);
    }
}

#[cfg(target_os = "linux")]
pub(super) use linux::{is_of, kill, processes, terminate};

#[cfg(not(target_os = "linux"))]
pub(super) fn kill(_: &[RunId]) -> usize {
    0
}

#[cfg(not(target_os = "linux"))]
pub(super) fn terminate(_: &[RunId]) -> usize {
    0
}

#[cfg(target_os = "linux")]
mod linux {
    use std::fs;
    use std::time::Duration;

    use memchr::memmem;
    use rustix::event::poll;
    use rustix::process::{
        Pid, PidfdFlags, Signal, getpid, kill_process, pidfd_open, pidfd_send_signal,
    };

    use super::super::run_id::RunId;

    /// How often processes are searched again, while some are found.
    const ROUNDS: usize = 15;
    /// How often processes are searched after SIGTERM, before SIGKILL.
    const PATIENCE: usize = 25;
    /// The time between two searches.
    const PAUSE: Duration = Duration::from_millis(20);

    /// Kills every process of these runs. Searches again until none is left: a process may have been starting another
    /// one. Returns how many were found by the first search.
    pub(in crate::orphans) fn kill(runs: &[RunId]) -> usize {
        let first = signal(runs, Signal::KILL);
        let mut found = first;
        for _ in 0..ROUNDS {
            if found == 0 {
                break;
            }
            pause(PAUSE);
            found = signal(runs, Signal::KILL);
        }
        first
    }

    /// Sends SIGTERM to every process of these runs, and waits up to half a second for their end.
    pub(in crate::orphans) fn terminate(runs: &[RunId]) -> usize {
        let first = signal(runs, Signal::TERM);
        for _ in 0..PATIENCE {
            if first == 0 || !processes().any(|process| is_of(process, runs)) {
                break;
            }
            pause(PAUSE);
        }
        first
    }

    fn signal(runs: &[RunId], signal: Signal) -> usize {
        let found = processes().filter(|process| is_of(*process, runs));
        found.filter(|process| send(*process, runs, signal)).count()
    }

    /// Signals a process, if it still is one of these runs.
    fn send(process: Pid, runs: &[RunId], signal: Signal) -> bool {
        // The process may have ended since, and its ID may belong to another one. A descriptor stays with the process
        // that it was opened for, so read the environment again once it is open.
        match pidfd_open(process, PidfdFlags::empty()) {
            Ok(descriptor) => {
                is_of(process, runs) && pidfd_send_signal(&descriptor, signal).is_ok()
            }
            // Linux before 5.3 has no descriptors for processes.
            Err(rustix::io::Errno::NOSYS) => {
                is_of(process, runs) && kill_process(process, signal).is_ok()
            }
            Err(_) => false,
        }
    }

    /// Returns the IDs of all processes but this one.
    pub(in crate::orphans) fn processes() -> impl Iterator<Item = Pid> {
        let this = getpid();
        let entries = fs::read_dir("/proc").into_iter().flatten().flatten();
        entries
            .filter_map(|entry| Pid::from_raw(entry.file_name().to_str()?.parse().ok()?))
            .filter(move |process| *process != this)
    }

    /// Returns whether the environment of a process holds the ID of one of these runs. A process that has ended or
    /// belongs to another user has no readable environment.
    pub(in crate::orphans) fn is_of(process: Pid, runs: &[RunId]) -> bool {
        let Ok(environment) = fs::read(format!("/proc/{}/environ", process.as_raw_nonzero()))
        else {
            return false;
        };
        let mut from = 0;
        let variable = format!("{}=", RunId::VARIABLE);
        while let Some(at) = memmem::find(&environment[from..], variable.as_bytes()) {
            let value = from + at + variable.len();
            let rest = &environment[value..];
            if runs.iter().any(|run| rest.starts_with(run.as_str().as_bytes())) {
                return true;
            }
            from = value;
        }
        false
    }

    fn pause(time: Duration) {
        let _ = poll(&mut [], time.try_into().ok().as_ref());
    }
}
