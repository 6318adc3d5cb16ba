//! Watcher: the process that outlives the host and ends its runs.
//!
//! It is a shell script, because a shell is on every Unix, needs no `unsafe` and no copy of the host's program. It is
//! the other end of a socket: no message is needed when the host ends.

use std::io::{self, ErrorKind, Read as _};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use rustix::net::{SendFlags, send};
use rustix::process::{Pid, Signal, kill_process_group};

const SCRIPT: &str = include_str!("watcher.sh");
/// How long a host waits for its watcher to be ready. It takes about 2 ms on an idle machine.
const READY: Duration = Duration::from_secs(2);

/// A running watcher.
pub(super) struct Watcher {
    socket: Arc<UnixStream>,
    process: Child,
}

impl Watcher {
    /// Starts a watcher that knows the runs of `lines`, and waits until it is ready.
    pub(super) fn start(folder: &Path, lines: &str) -> io::Result<Self> {
        let (ours, theirs) = UnixStream::pair()?;
        // A write to a watcher that has ended must not raise SIGPIPE, which the host may not ignore. Other systems have
        // a flag of `send` for it.
        #[cfg(target_vendor = "apple")]
        rustix::net::sockopt::set_socket_nosigpipe(&ours, true)?;
        // Send the runs first. The host may be killed at any time, also before the watcher is ready.
        send_all(&ours, lines)?;
        let watcher = Self { process: spawn(folder, theirs)?, socket: Arc::new(ours) };
        watcher.socket.set_read_timeout(Some(READY))?;
        match (&*watcher.socket).read_exact(&mut [0]) {
            // A machine that is busy starts it later. It has the runs, and ends them.
            Err(error) if error.kind() != ErrorKind::WouldBlock => Err(error),
            _ => Ok(watcher),
        }
    }

    /// The socket, which becomes readable when the watcher ends.
    #[cfg(target_os = "linux")]
    pub(super) fn socket(&self) -> &Arc<UnixStream> {
        &self.socket
    }

    /// Sends one line.
    pub(super) fn send(&self, line: &str) -> io::Result<()> {
        send_all(&self.socket, line)
    }
}

fn send_all(socket: &UnixStream, text: &str) -> io::Result<()> {
    // Do not use `write`: the host may not ignore SIGPIPE. Do not wait: a stopped watcher must not block the host.
    let flags = SendFlags::DONTWAIT;
    #[cfg(not(target_vendor = "apple"))]
    let flags = flags | SendFlags::NOSIGNAL;
    let sent = send(socket, text.as_bytes(), flags)?;
    if sent == text.len() { Ok(()) } else { Err(ErrorKind::WriteZero.into()) }
}

/// Dropping a watcher kills it. It must not see the end of its socket, or it would end the runs.
impl Drop for Watcher {
    fn drop(&mut self) {
        // The watcher is not reaped before `wait`, so its ID, which is that of its group, belongs to no other process.
        let _ = kill_process_group(Pid::from_child(&self.process), Signal::KILL);
        let _ = self.process.wait();
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the watcher is no child that lines are exchanged with"
)]
fn spawn(folder: &Path, socket: UnixStream) -> io::Result<Child> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut search = std::ffi::OsString::from("/usr/bin:/bin:");
    search.push(path);
    Command::new("/bin/sh")
        .args(["-c", SCRIPT, "claude-sdk-watch"])
        .arg(folder)
        .arg(std::process::id().to_string())
        .env_clear()
        .env("PATH", search)
        .current_dir("/")
        // A group of its own: Ctrl-C in a terminal goes to the group of the host.
        .process_group(0)
        .stdin(OwnedFd::from(socket))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
}
