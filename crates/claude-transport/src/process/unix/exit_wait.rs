//! Exit wait: waits for the exit of a child without reaping it, and renews the watcher if it ends meanwhile.
//!
//! On Linux, the thread that waits for the child also waits for the socket of the watcher, so that a watcher that was
//! killed costs no thread and is replaced at once. On other systems it is replaced when the next child starts or ends.

use rustix::process::Pid;

/// Waits for the exit of a child of this process.
pub(super) fn wait(child: Pid) {
    #[cfg(target_os = "linux")]
    if linux::wait(child).is_ok() {
        return;
    }
    wait_without_watcher(child);
}

fn wait_without_watcher(child: Pid) {
    use rustix::io::retry_on_intr;
    use rustix::process::{WaitId, WaitIdOptions, waitid};
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
    // Ignore the error: it means that other code has reaped the child, which `Child::reap` detects.
    let _ = retry_on_intr(|| waitid(WaitId::Pid(child), options));
}

#[cfg(target_os = "linux")]
mod linux {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::{Result, retry_on_intr};
    use rustix::process::{Pid, PidfdFlags, pidfd_open};

    use crate::orphans::{self, renew_watcher};

    /// Fails if the system has no descriptors for processes (Linux before 5.3).
    pub(super) fn wait(child: Pid) -> Result<()> {
        let exit = pidfd_open(child, PidfdFlags::empty())?;
        let mut watcher = orphans::watcher();
        loop {
            let mut sources = vec![PollFd::new(&exit, PollFlags::IN)];
            sources.extend(watcher.iter().map(|socket| PollFd::new(socket, PollFlags::IN)));
            retry_on_intr(|| poll(&mut sources, None))?;
            let ready = |source: &PollFd<'_>| !source.revents().is_empty();
            let (exited, lost) = (ready(&sources[0]), sources.get(1).is_some_and(ready));
            drop(sources);
            if exited {
                return Ok(());
            }
            if lost {
                watcher = watcher.and_then(|ended| renew_watcher(&ended));
            }
        }
    }
}
