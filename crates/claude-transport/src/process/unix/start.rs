//! Start: starts a program in a process group of its own, and registers its pipes with the runtime.
//!
//! Next: `leader.rs`, which ends the child.

use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::process::CommandExt;
use std::process::{ChildStderr, ChildStdin, ChildStdout, Command, Stdio};

use rustix::process::Pid;
use tokio::net::unix::pipe::{Receiver, Sender};

use super::launch_error::launch_error;
use super::leader::Leader;
use super::limited::{self, Refused};
use crate::error::TransportError;
use crate::launch::{Launch, ResourceLimit};
use crate::orphans::{PrivateFile, Run};
use crate::process::command::configure;

/// The end of the child's stdin that is written to.
pub(in crate::process) type InputPipe = Sender;
/// The end of the child's stdout that is read.
pub(in crate::process) type OutputPipe = Receiver;
/// The end of the child's stderr that is read.
pub(in crate::process) type ErrorPipe = Receiver;

/// The pipes of a started child, before the runtime knows them.
pub(in crate::process) struct Pipes {
    stdin: Option<ChildStdin>,
    stdout: Option<ChildStdout>,
    stderr: Option<ChildStderr>,
}

impl Pipes {
    /// Registers the pipes with the runtime.
    pub(in crate::process) fn register(self) -> io::Result<(InputPipe, OutputPipe, ErrorPipe)> {
        let stdin = Sender::from_owned_fd(large(self.stdin.map(OwnedFd::from))?)?;
        let stdout = Receiver::from_owned_fd(large(self.stdout.map(OwnedFd::from))?)?;
        let stderr = self.stderr.map(OwnedFd::from).ok_or_else(no_pipe)?;
        Ok((stdin, stdout, Receiver::from_owned_fd(stderr)?))
    }
}

/// Starts the program of `launch`.
pub(in crate::process) fn start(
    launch: &Launch,
    run: Run,
    files: &[PrivateFile],
) -> Result<(Leader, Pipes), TransportError> {
    let mut child =
        command(launch, &run, files)?.spawn().map_err(|source| launch_error(launch, source))?;
    let pipes = Pipes {
        stdin: child.stdin.take(),
        stdout: child.stdout.take(),
        stderr: child.stderr.take(),
    };
    let group = Pid::from_child(&child);
    let leader = Leader::new(group, run);
    if let Err(source) = limited::nice(group, &launch.limits) {
        leader.abandon();
        return Err(TransportError::Limit { limit: ResourceLimit::Nice, source });
    }
    Ok((leader, pipes))
}

/// Checks that the runtime has its IO driver. Registering a pipe without it panics, and nothing else tells.
pub(in crate::process) fn check(launch: &Launch) -> Result<(), TransportError> {
    match std::panic::catch_unwind(tokio::net::unix::pipe::pipe) {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(source)) => Err(launch_error(launch, source)),
        Err(_) => Err(TransportError::NoDriver { driver: "IO" }),
    }
}

fn command(launch: &Launch, run: &Run, files: &[PrivateFile]) -> Result<Command, TransportError> {
    let mut command = limited::command(launch).map_err(|refused| match refused {
        Refused::Limit(limit) => {
            TransportError::Limit { limit, source: io::ErrorKind::Unsupported.into() }
        }
        Refused::Program(errno) => launch_error(launch, errno.into()),
    })?;
    configure(&mut command, launch, run, files);
    command.process_group(0);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    if let Some(gid) = launch.gid {
        command.gid(gid);
    }
    if let Some(uid) = launch.uid {
        command.uid(uid);
    }
    Ok(command)
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

fn no_pipe() -> io::Error {
    io::Error::other("the child has no pipe")
}
