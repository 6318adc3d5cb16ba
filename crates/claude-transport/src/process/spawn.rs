//! Starts a child and ties its streams to the runtime.
//!
//! It decides nothing about the life of the child after that; see `child.rs`.

use std::fmt;
use std::future::poll_fn;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::pin::pin;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Instant;

use rustix::process::Pid;
use tokio::net::unix::pipe::{Receiver, Sender};
use tokio::runtime::Handle;

use super::child::{Child, ChildPeer};
use super::stderr::{Drain, StderrLog};
use crate::error::{LaunchErrorKind, TransportError};
use crate::launch::{Exit, Launch, ShutdownGrace, ShutdownSequence};
use crate::lines::{LineReader, Read, ReadLines};
use crate::transport::{Connector, Parts, Peer, Transport};

/// A running child process that talks in lines over its standard streams.
///
/// Dropping it, or the peer it was split into, ends the child and its whole process group: it is asked to
/// terminate at once, killed after [`Launch::drop_grace`], and reaped. That works on any thread, outside and
/// after the runtime.
pub struct Process {
    // NB. The order matters: the child's input is closed before the child is asked to end.
    stdin: Sender,
    stdout: LineReader<Receiver>,
    peer: ChildPeer,
}

impl Process {
    /// Starts the program that `launch` describes, in a process group of its own.
    ///
    /// It takes about a millisecond, in which the thread is blocked.
    ///
    /// # Errors
    ///
    /// - [`TransportError::NoRuntime`] outside a tokio runtime.
    /// - [`TransportError::Launch`] if the program did not start; its `kind` says why.
    /// - [`TransportError::Streams`] if the pipes could not be set up; the child has been ended.
    ///
    /// # Panics
    ///
    /// Panics if the runtime was built without its IO driver.
    pub fn spawn(launch: &Launch) -> Result<Self, TransportError> {
        let runtime = Handle::try_current().map_err(|_| TransportError::NoRuntime)?;
        let mut started = start(launch).map_err(|source| launch_error(launch, source))?;
        let (stdin, stdout, stderr) =
            (started.stdin.take(), started.stdout.take(), started.stderr.take());
        let log = Arc::new(StderrLog::new(launch.stderr.tail));
        let child = Child::supervise(Pid::from_child(&started), Arc::clone(&log))
            .map_err(|source| launch_error(launch, source))?;
        // From here on the child is ended by drop, whatever fails.
        let peer = ChildPeer::new(child, launch.drop_grace);

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

    /// Returns the process id of the child.
    #[must_use]
    pub fn id(&self) -> Option<u32> {
        self.peer.id()
    }

    /// Ends the child in good order: closes its input and, where that is not enough, sends signals after the
    /// waits of `grace`. What the child still writes is read and thrown away, so that it cannot block.
    ///
    /// # Panics
    ///
    /// Panics if the runtime was built without its time driver.
    ///
    /// # Cancel safety
    ///
    /// Dropping the future ends the child as dropping the process does.
    pub async fn shutdown(self, grace: ShutdownGrace) -> Exit {
        let Self { stdin, mut stdout, mut peer } = self;
        drop(stdin);
        let mut sequence = ShutdownSequence::new(grace);
        sequence.start(now());
        let mut open = true;
        loop {
            let mut due = pin!(sleep_until(sequence.due()));
            let exit = poll_fn(|cx| {
                if let Poll::Ready(exit) = peer.poll_exit(cx) {
                    return Poll::Ready(Some(exit));
                }
                open = open && discard(&mut stdout, cx);
                due.as_mut().poll(cx).map(|()| None)
            });
            if let Some(exit) = exit.await {
                return exit;
            }
            if let Some(signal) = sequence.advance(now()) {
                peer.signal(signal);
            }
        }
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

/// Connects by starting a [`Process`].
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::exhaustive_structs, reason = "it has nothing to configure: a launch says it all")]
pub struct Spawner;

impl Connector for Spawner {
    fn connect(&self, launch: &Launch) -> Result<Box<dyn Transport>, TransportError> {
        Ok(Box::new(Process::spawn(launch)?))
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place where children are started")]
fn start(launch: &Launch) -> io::Result<std::process::Child> {
    let mut command = Command::new(&launch.program);
    command.args(&launch.args).process_group(0);
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
    command.spawn()
}

fn launch_error(launch: &Launch, source: io::Error) -> TransportError {
    // The system reports a missing directory and a missing program with the same code.
    let cwd_missing = launch.cwd.as_ref().is_some_and(|cwd| !cwd.is_dir());
    let kind = match source.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory if cwd_missing => {
            LaunchErrorKind::CwdMissing
        }
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => LaunchErrorKind::NotFound,
        io::ErrorKind::PermissionDenied => LaunchErrorKind::PermissionDenied,
        io::ErrorKind::ArgumentListTooLong => LaunchErrorKind::ArgumentsTooLong,
        _ => LaunchErrorKind::Other,
    };
    TransportError::Launch { program: launch.program.clone(), kind, source }
}

/// Enlarges a pipe where the system allows it: long lines then cost fewer switches between the processes.
///
/// NB. Linux counts pipes per user: a user without privileges has 64 MiB by default, and what comes after gets
/// small pipes. That costs speed with dozens of children, never correctness.
fn large(pipe: Option<OwnedFd>) -> io::Result<OwnedFd> {
    let pipe = pipe.ok_or_else(no_pipe)?;
    #[cfg(any(target_os = "linux", target_os = "android"))]
    {
        // Refused above the limit of the user; the pipe then keeps its size.
        let _ = rustix::pipe::fcntl_setpipe_size(&pipe, 1024 * 1024);
    }
    Ok(pipe)
}

fn no_pipe() -> io::Error {
    io::Error::other("the child has no pipe")
}

/// Reads one block and forgets it; returns false at the end of the stream.
fn discard(stdout: &mut LineReader<Receiver>, cx: &mut Context<'_>) -> bool {
    match stdout.poll_read(cx, &mut Vec::new()) {
        Poll::Ready(Ok(Read::Some(_))) => {
            // One block per poll, so that a flood cannot hold up the sequence.
            cx.waker().wake_by_ref();
            true
        }
        Poll::Ready(_) => false,
        Poll::Pending => true,
    }
}

/// Reads the clock of the runtime, which a test may have paused.
fn now() -> Instant {
    tokio::time::Instant::now().into_std()
}

async fn sleep_until(due: Option<Instant>) {
    match due {
        Some(due) => tokio::time::sleep_until(due.into()).await,
        None => std::future::pending().await,
    }
}
