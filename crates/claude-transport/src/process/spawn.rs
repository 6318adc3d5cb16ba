//! Spawn: starts a child and registers its streams with the runtime.
//!
//! Next: `child.rs`, which supervises the child after that.

use std::fmt;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::process::Stdio;
use std::sync::Arc;

use rustix::process::Pid;
use tokio::net::unix::pipe::{Receiver, Sender};
use tokio::runtime::Handle;

use super::child::{Child, ChildPeer};
use super::launch_error::launch_error;
use super::limited::{self, Refused};
use super::stderr::{Drain, StderrLog};
use crate::error::TransportError;
use crate::launch::{Exit, Launch, LaunchFile, ProcessTree, ResourceLimit, ShutdownGrace};
use crate::lines::LineReader;
use crate::orphans::{self, PrivateFile, Run, RunId};
use crate::transport::{Connector, Parts, Peer, Transport};

/// A running child process that exchanges lines over its standard streams.
///
/// Dropping it, or the peer that it was split into, ends the child and its whole process group: the group gets
/// SIGTERM at once and SIGKILL after [`Launch::drop_grace`] (2 s by default), and the child is reaped. This works on
/// any thread, outside a runtime and after its end.
///
/// The child does not outlive this program, however the program ends: on return from `main`, `exit`, abort, Ctrl-C, a
/// signal, or SIGKILL, a watcher sends SIGTERM to the child and everything that it has started, and SIGKILL one second
/// later. The watcher is one shell process per program. See the README of this crate for what it does not reach.
///
/// # Examples
///
/// ```
/// use claude_transport::{Launch, Process, ShutdownGrace};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), claude_transport::TransportError> {
/// let cat = Process::spawn(&Launch::new("cat"))?;
/// let exit = cat.shutdown(ShutdownGrace::default()).await;
/// assert!(exit.is_success());
/// # Ok(())
/// # }
/// ```
pub struct Process {
    // Keep this order: fields are dropped from the first to the last, so stdin is closed before SIGTERM is sent.
    stdin: Sender,
    stdout: LineReader<Receiver>,
    peer: ChildPeer,
}

impl Process {
    /// Starts the program of `launch` in a process group of its own.
    ///
    /// Blocks the thread for about a millisecond; the first call also starts the watcher, which takes about 2 ms.
    ///
    /// # Errors
    ///
    /// - [`TransportError::Launch`] if the program could not be started. Its `kind` is the reason.
    /// - [`TransportError::Limit`] if a resource limit of the launch could not be set.
    /// - [`TransportError::Files`] if a private file of the launch could not be written.
    /// - [`TransportError::NoRuntime`] if the call is made outside a tokio runtime.
    /// - [`TransportError::NoDriver`] if the runtime was built without its IO driver.
    /// - [`TransportError::Streams`] if the pipes could not be set up. The child is ended.
    pub fn spawn(launch: &Launch) -> Result<Self, TransportError> {
        let runtime = Handle::try_current().map_err(|_| TransportError::NoRuntime)?;
        check_io(launch)?;
        let run = Run::begin();
        let files = write_files(launch).map_err(|source| TransportError::Files { source })?;
        let mut started = start(launch, &run, &files)?;
        let (stdin, stdout, stderr) =
            (started.stdin.take(), started.stdout.take(), started.stderr.take());
        let log = Arc::new(StderrLog::new(launch.stderr.tail));
        let pid = Pid::from_child(&started);
        let niced = limited::nice(pid, &launch.limits);
        let child = Child::supervise(pid, run, files, Arc::clone(&log), launch.limits)
            .map_err(|source| launch_error(launch, source))?;
        // From here on, dropping `peer` ends the child if a later step fails.
        let peer = ChildPeer::new(child, launch.drop_grace);
        niced.map_err(|source| TransportError::Limit { limit: ResourceLimit::Nice, source })?;

        let streams = |source| TransportError::Streams { source };
        let stdin = Sender::from_owned_fd(large(stdin.map(OwnedFd::from)).map_err(streams)?);
        let stdout = Receiver::from_owned_fd(large(stdout.map(OwnedFd::from)).map_err(streams)?);
        let stderr = Receiver::from_owned_fd(
            stderr.map(OwnedFd::from).ok_or_else(no_pipe).map_err(streams)?,
        );
        let drain = Drain::new(stderr.map_err(streams)?, log, launch.stderr.on_line.clone());
        peer.drained_by(runtime.spawn(drain.run()).abort_handle());
        Ok(Self {
            stdin: stdin.map_err(streams)?,
            stdout: LineReader::new(stdout.map_err(streams)?, launch.max_line),
            peer,
        })
    }

    /// Returns the process ID of the child.
    #[must_use]
    pub fn id(&self) -> Option<u32> {
        self.peer.id()
    }

    /// Samples what the child and everything that it has started use. Reads `/proc`, which takes some milliseconds.
    ///
    /// Returns `None` on systems other than Linux, and once the child has exited.
    #[must_use]
    pub fn process_tree(&self) -> Option<ProcessTree> {
        self.peer.tree_probe().sample()
    }

    /// Ends the child gracefully, and waits for its exit.
    ///
    /// Closes stdin. If the child has not exited after `grace.eof` (7 s by default), its process group gets SIGTERM,
    /// and after `grace.terminate` (2 s by default) SIGKILL. Lines that the child still writes are read and discarded,
    /// so that it cannot block on a full pipe.
    ///
    /// # Panics
    ///
    /// Panics if the runtime was built without its time driver.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the child in the same way as dropping the `Process`.
    pub async fn shutdown(self, grace: ShutdownGrace) -> Exit {
        Box::new(self).split().shutdown(grace).await
    }
}

impl Transport for Process {
    fn split(self: Box<Self>) -> Parts {
        let Self { stdin, stdout, peer } = *self;
        Parts { reader: Box::new(stdout), writer: Box::new(stdin), peer: Box::new(peer) }
    }
}

impl fmt::Debug for Process {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Process").field("id", &self.id()).finish_non_exhaustive()
    }
}

/// A connector that starts a [`Process`].
///
/// # Examples
///
/// ```
/// use claude_transport::{Connector, Launch, Parts, Spawner};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), claude_transport::TransportError> {
/// let Parts { reader: _reader, writer: _writer, peer } =
///     Spawner.connect(&Launch::new("cat"))?.split();
/// assert!(peer.id().is_some());
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "it has nothing to configure: a launch says it all")]
pub struct Spawner;

impl Connector for Spawner {
    fn connect(&self, launch: &Launch) -> Result<Box<dyn Transport>, TransportError> {
        Ok(Box::new(Process::spawn(launch)?))
    }
}

fn start(
    launch: &Launch,
    run: &Run,
    files: &[PrivateFile],
) -> Result<std::process::Child, TransportError> {
    let mut command = limited::command(launch).map_err(|refused| match refused {
        Refused::Limit(limit) => {
            TransportError::Limit { limit, source: io::ErrorKind::Unsupported.into() }
        }
        Refused::Program(errno) => launch_error(launch, errno.into()),
    })?;
    command.args(&launch.args).process_group(0);
    for (file, written) in launch.files.iter().zip(files) {
        let mut argument = file.argument.clone();
        argument.push(written.path());
        command.arg(argument);
    }
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if let Some(cwd) = &launch.cwd {
        command.current_dir(cwd);
    }
    if let Some(gid) = launch.gid {
        command.gid(gid);
    }
    if let Some(uid) = launch.uid {
        command.uid(uid);
    }
    if !launch.env.inherits() {
        command.env_clear();
    }
    for (name, value) in launch.env.changes() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.env(RunId::VARIABLE, run.id().as_str());
    command.spawn().map_err(|source| launch_error(launch, source))
}

/// Writes the private files of a launch.
fn write_files(launch: &Launch) -> io::Result<Vec<PrivateFile>> {
    let write = |file: &LaunchFile| orphans::private_file(&file.content, launch.uid, launch.gid);
    launch.files.iter().map(write).collect()
}

/// Enlarges a pipe to 1 MiB on Linux and Android, so that long lines cost fewer switches between the processes.
///
/// Linux limits the total size of the pipes of a user without privileges: 64 MiB by default. Above that limit,
/// new pipes are small and cannot be enlarged, which makes transfers slower but not incorrect.
fn large(pipe: Option<OwnedFd>) -> io::Result<OwnedFd> {
    let pipe = pipe.ok_or_else(no_pipe)?;
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        // Ignore the error: above the limit of the user, the pipe keeps its size.
        let _ = rustix::pipe::fcntl_setpipe_size(&pipe, 1024 * 1024);
    }
    Ok(pipe)
}

/// Checks that the runtime has its IO driver. Registering a pipe without it panics, and nothing else tells.
fn check_io(launch: &Launch) -> Result<(), TransportError> {
    match std::panic::catch_unwind(tokio::net::unix::pipe::pipe) {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(source)) => Err(launch_error(launch, source)),
        Err(_) => Err(TransportError::NoDriver { driver: "IO" }),
    }
}

fn no_pipe() -> io::Error {
    io::Error::other("the child has no pipe")
}
