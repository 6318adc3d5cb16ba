//! Host: which process on which machine this is, as far as it can be known.

use serde::{Deserialize, Serialize};

/// A process, so that another one on the same machine can see whether it still runs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Process {
    pub(super) pid: u32,
    /// The boot of the machine and the namespace of the process ID. `None` if the system does not
    /// tell: then nobody takes over before the lease ends.
    machine: Option<String>,
    /// When the process started, in clock ticks since the boot: process IDs come again.
    started: Option<u64>,
}

impl Process {
    /// Returns this process.
    pub(super) fn own() -> Self {
        let pid = std::process::id();
        Self { pid, machine: machine(), started: started(pid) }
    }

    /// Returns whether it is known to be gone: it was on this machine, and does not run any more.
    pub(super) fn is_gone(&self) -> bool {
        let is_here = self.machine.is_some() && self.machine == machine();
        is_here && self.started.is_some() && started(self.pid) != self.started
    }
}

fn machine() -> Option<String> {
    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let namespace = std::fs::read_link("/proc/self/ns/pid").ok()?;
    Some(format!("{} {}", boot.trim(), namespace.display()))
}

fn started(pid: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    // The name of the program may contain spaces and parentheses; the fields follow the last one. The
    // first of them is the state, field 3 of proc(5); the start is field 22.
    stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::Process;

    #[test]
    fn only_a_process_of_this_machine_is_known_to_be_gone() {
        let own = Process::own();
        assert!(!own.is_gone());
        let before = Process { started: own.started.map(|started| started + 1), ..own.clone() };
        assert!(before.is_gone());
        let ended = Process { pid: u32::MAX, ..own.clone() };
        assert!(ended.is_gone());
        for unknown in [Some("other".to_owned()), None] {
            assert!(!Process { machine: unknown, ..ended.clone() }.is_gone());
        }
        assert!(!Process { started: None, ..ended }.is_gone());
    }
}
