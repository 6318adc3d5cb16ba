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

#[cfg(test)]
mod tests {
    use std::process::Stdio;

    use super::*;

    /// A window cannot be seen without `unsafe`, so this looks at what is asked of the system.
    #[test]
    fn a_child_has_no_window_and_is_in_a_job_that_ends_with_the_host() {
        let ends = ChildEnds { stdin: Stdio::null(), stdout: Stdio::null(), stderr: Stdio::null() };
        let command = command(&Launch::new("claude.exe"), &Run::begin(), &[], ends);
        let flags = command.get_wrap::<CreationFlags>().unwrap().0;
        assert!(flags.contains(CREATE_NO_WINDOW), "no console window appears");
        assert!(flags.contains(CREATE_NEW_PROCESS_GROUP), "Ctrl-C is for the host");
        assert!(command.has_wrap::<JobObject>() && command.has_wrap::<KillOnDrop>());
    }
}
