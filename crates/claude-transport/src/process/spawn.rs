//! Spawn: starts a child and registers its streams with the runtime.
//!
//! Next: `child.rs`, which supervises the child after that.

use std::fmt;
use std::io;
use std::sync::Arc;

use tokio::runtime::Handle;

use super::child::{Child, ChildPeer};
use super::stderr::{Drain, StderrLog};
use super::system::{self, InputPipe, OutputPipe};
use crate::error::TransportError;
use crate::launch::{Exit, Launch, LaunchFile, ProcessTree, ShutdownGrace};
use crate::lines::LineReader;
use crate::orphans::{self, PrivateFile, Run};
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
/// On Windows, the child is in a job object, without a console window. Its request to end is the end of stdin instead
/// of SIGTERM, and the job is terminated instead of SIGKILL. The system does so, too, when this program ends.
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
    stdin: InputPipe,
    stdout: LineReader<OutputPipe>,
    peer: ChildPeer,
}

impl Process {
    /// Starts the program of `launch` in a process group, or on Windows in a job, of its own.
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
        system::check(launch)?;
        let run = Run::begin();
        let files = write_files(launch).map_err(|source| TransportError::Files { source })?;
        let (leader, pipes) = system::start(launch, run, &files)?;
        let log = Arc::new(StderrLog::new(launch.stderr.tail));
        let child = Child::supervise(leader, files, Arc::clone(&log), launch.limits)
            .map_err(|source| system::launch_error(launch, source))?;
        // From here on, dropping `peer` ends the child if a later step fails.
        let peer = ChildPeer::new(child, launch.drop_grace);

        let (stdin, stdout, stderr) =
            pipes.register().map_err(|source| TransportError::Streams { source })?;
        let drain = Drain::new(stderr, log, launch.stderr.on_line.clone());
        peer.drained_by(runtime.spawn(drain.run()).abort_handle());
        Ok(Self { stdin, stdout: LineReader::new(stdout, launch.max_line), peer })
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

/// Writes the private files of a launch.
fn write_files(launch: &Launch) -> io::Result<Vec<PrivateFile>> {
    let write = |file: &LaunchFile| orphans::private_file(&file.content, launch.uid, launch.gid);
    launch.files.iter().map(write).collect()
}
