//! Start: starts a program in a job object, without a console window.
//!
//! Next: `pipes.rs`, and `leader.rs`, which ends the child.

use std::io;

use process_wrap::tokio::{CommandWrap, CreationFlags, JobObject, KillOnDrop};
use windows::Win32::System::Threading::{CREATE_NEW_PROCESS_GROUP, CREATE_NO_WINDOW};

use super::launch_error::{launch_error, refuse_batch_file};
use super::leader::Leader;
use super::pipes::{ChildEnds, Pipes};
use crate::error::{LaunchErrorKind, TransportError};
use crate::launch::Launch;
use crate::orphans::{PrivateFile, Run};
use crate::process::command::configure;

/// Checks that the launch can be done on this system.
pub(in crate::process) fn check(launch: &Launch) -> Result<(), TransportError> {
    refuse_batch_file(launch)?;
    if let Some(limit) = launch.limits.first() {
        return Err(TransportError::Limit { limit, source: io::ErrorKind::Unsupported.into() });
    }
    if launch.uid.is_none() && launch.gid.is_none() {
        return Ok(());
    }
    let text = "the user and the group of a child cannot be set on this system";
    let source = io::Error::new(io::ErrorKind::Unsupported, text);
    let (program, kind) = (launch.program.clone(), LaunchErrorKind::Other);
    Err(TransportError::Launch { program, kind, source })
}

/// Starts the program of `launch`.
pub(in crate::process) fn start(
    launch: &Launch,
    run: Run,
    files: &[PrivateFile],
) -> Result<(Leader, Pipes), TransportError> {
    // Registering a pipe without the driver panics, and nothing else tells.
    let (pipes, ends) = match std::panic::catch_unwind(Pipes::create) {
        Ok(created) => created.map_err(|source| TransportError::Streams { source })?,
        Err(_) => return Err(TransportError::NoDriver { driver: "IO" }),
    };
    let job = command(launch, &run, files, ends)
        .spawn()
        .map_err(|source| launch_error(launch, source))?;
    Ok((Leader::new(job, run), pipes))
}

fn command(launch: &Launch, run: &Run, files: &[PrivateFile], ends: ChildEnds) -> CommandWrap {
    let mut wrap = CommandWrap::with_new(&launch.program, |command| {
        configure(command.as_std_mut(), launch, run, files);
        command.stdin(ends.stdin).stdout(ends.stdout).stderr(ends.stderr);
    });
    // With a group of its own, the child gets no Ctrl-C of the host's console.
    wrap.wrap(CreationFlags(CREATE_NO_WINDOW | CREATE_NEW_PROCESS_GROUP));
    // The job is killed when its last handle is closed.
    wrap.wrap(KillOnDrop);
    wrap.wrap(JobObject);
    wrap
}
