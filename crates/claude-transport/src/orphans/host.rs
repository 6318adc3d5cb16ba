//! Host: what this program has once it has started a child: a folder, a watcher and its runs.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
#[cfg(target_os = "linux")]
use std::os::unix::net::UnixStream;
#[cfg(target_os = "linux")]
use std::sync::Arc;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use rustix::process::Pid;

use super::host_folder::{HostFolder, PrivateFile};
use super::run_id::RunId;
use super::sweep;
use super::watcher::Watcher;
use crate::lines::lock;

static HOST: Mutex<Option<Host>> = Mutex::new(None);

/// How long no watcher is started after one could not be started.
const RETRY: Duration = Duration::from_secs(60);

/// The socket of a watcher. It becomes readable when the watcher ends.
#[cfg(target_os = "linux")]
pub(crate) type WatcherSocket = Arc<UnixStream>;

struct Host {
    /// The ID of this process. A copy that `fork` makes of it is another host.
    process: u32,
    folder: Option<HostFolder>,
    watcher: Option<Watcher>,
    /// When a watcher could not be started.
    failed: Option<Instant>,
    /// The runs, each with its process group once it has one.
    runs: BTreeMap<RunId, Option<Pid>>,
}

/// Returns the process IDs of the children that this program has started with this crate and that have not been
/// reaped.
///
/// # Examples
///
/// ```
/// use claude_transport::{Launch, Process, ShutdownGrace, children};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), claude_transport::TransportError> {
/// let cat = Process::spawn(&Launch::new("cat"))?;
/// assert!(children().contains(&cat.id().unwrap()));
/// cat.shutdown(ShutdownGrace::default()).await;
/// assert!(children().is_empty());
/// # Ok(())
/// # }
/// ```
#[must_use]
pub fn children() -> Vec<u32> {
    let host = lock(&HOST);
    let host = host.as_ref().filter(|host| host.process == std::process::id());
    let groups = host.into_iter().flat_map(|host| host.runs.values().flatten());
    groups.filter_map(|group| group.as_raw_nonzero().get().try_into().ok()).collect()
}

/// Registers a run before its child starts.
pub(super) fn begin(id: &RunId) {
    with(|host| {
        host.runs.insert(id.clone(), None);
        if let Some(folder) = &host.folder {
            folder.begin_run(id);
        }
        host.send(&format!("+ {id}\n"));
    });
}

/// Registers the process group of a run.
pub(super) fn started(id: &RunId, group: Pid) {
    with(|host| {
        host.runs.insert(id.clone(), Some(group));
        host.send(&format!("= {id} {}\n", group.as_raw_nonzero()));
    });
}

/// Removes a run.
pub(super) fn ended(id: &RunId) {
    with(|host| {
        if host.runs.remove(id).is_some() {
            if let Some(folder) = &host.folder {
                folder.end_run(id);
            }
            host.send(&format!("- {id}\n"));
        }
    });
}

/// Writes a file that only the user of the child can read.
pub(crate) fn private_file(
    content: &[u8],
    uid: Option<u32>,
    gid: Option<u32>,
) -> io::Result<PrivateFile> {
    with(|host| {
        let write = |folder: &HostFolder| PrivateFile::write(folder, content, uid, gid);
        match host.folder.as_ref().map(write) {
            Some(Ok(file)) => Ok(file),
            // There is no folder, or other code has removed it.
            Some(Err(_)) | None => write(host.folder.insert(HostFolder::create()?)),
        }
    })
}

/// Returns the socket of the watcher, if there is one.
#[cfg(target_os = "linux")]
pub(crate) fn watcher() -> Option<WatcherSocket> {
    lock(&HOST).as_ref()?.watcher.as_ref().map(|watcher| Arc::clone(watcher.socket()))
}

/// Starts a new watcher in place of one that has ended, unless another thread has done so.
#[cfg(target_os = "linux")]
pub(crate) fn renew_watcher(ended: &WatcherSocket) -> Option<WatcherSocket> {
    with(|host| {
        if host.watcher.as_ref().is_some_and(|watcher| Arc::ptr_eq(watcher.socket(), ended)) {
            host.start_watcher();
        }
    });
    watcher()
}

/// Calls `act` with the host, which is created by the first call in this process.
fn with<R>(act: impl FnOnce(&mut Host) -> R) -> R {
    let mut host = lock(&HOST);
    if host.as_ref().is_some_and(|host| host.process != std::process::id()) {
        // This process is a fork: the folder, the watcher and the runs belong to the original.
        std::mem::forget(host.take());
    }
    act(host.get_or_insert_with(Host::new))
}

impl Host {
    fn new() -> Self {
        sweep::start();
        Self {
            process: std::process::id(),
            folder: HostFolder::create().ok(),
            watcher: None,
            failed: None,
            runs: BTreeMap::new(),
        }
    }

    /// Sends a line to the watcher, and starts a watcher if there is none or it does not read.
    fn send(&mut self, line: &str) {
        let sent = self.watcher.as_ref().is_some_and(|watcher| watcher.send(line).is_ok());
        if !sent && self.failed.is_none_or(|failed| failed.elapsed() > RETRY) {
            self.start_watcher();
        }
    }

    /// Starts a watcher, and registers all runs. Without one, only the end of the runs that the host itself ends is
    /// certain.
    fn start_watcher(&mut self) {
        // Kill the old one first: it must not see the end of its socket.
        self.watcher = None;
        let Some(folder) = &self.folder else { return };
        let mut lines = String::new();
        for (id, group) in &self.runs {
            let _ = match group {
                Some(group) => writeln!(lines, "= {id} {}", group.as_raw_nonzero()),
                None => writeln!(lines, "+ {id}"),
            };
        }
        let started = Watcher::start(folder.path(), &lines);
        self.failed = started.is_err().then(Instant::now);
        self.watcher = started.ok();
    }
}
