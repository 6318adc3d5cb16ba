//! Limited start: sets the resource limits of a child before its program starts.
//!
//! A shell in the process of the child sets them, and then becomes the program (`exec`). After the start it would be
//! too late: what the program has reserved or started by then would not be limited, and how much that is would depend
//! on the load of the machine. The nice value has no such race: [`nice`] sets it for the whole group at once.
//!
//! A shell that cannot become the program reports this with a text only. So what the system would refuse is found out
//! before the shell starts ([`refusal`]), and has the same error as a start without limits.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read as _};
use std::os::unix::ffi::OsStringExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::fs::{Access, access};
use rustix::io::Errno;
use rustix::process::{Pid, Resource, getrlimit, setpriority_pgrp};

use crate::launch::{Launch, ResourceLimit, ResourceLimits};

const SHELL: &str = "/bin/sh";

/// The CPU time between SIGXCPU and SIGKILL, in seconds.
const AFTER_SIGXCPU: u64 = 5;

/// Why a launch with limits was not started.
#[derive(Debug)]
pub(super) enum Refused {
    /// The system has no such limit.
    Limit(ResourceLimit),
    /// The system would refuse the program.
    Program(Errno),
}

/// Returns the command that starts the program of a launch, without its arguments.
#[expect(clippy::disallowed_methods, reason = "`start.rs` starts it, and nothing else does")]
pub(super) fn command(launch: &Launch) -> Result<Command, Refused> {
    let Some(script) = script(&launch.limits).map_err(Refused::Limit)? else {
        return Ok(Command::new(&launch.program));
    };
    if let Some(errno) = refusal(launch) {
        return Err(Refused::Program(errno));
    }
    let mut shell = Command::new(SHELL);
    shell.args(["-c", &script, "claude-sdk-limits"]).arg(&launch.program);
    Ok(shell)
}

/// Sets the nice value of a group that has just been started.
pub(super) fn nice(group: Pid, limits: &ResourceLimits) -> io::Result<()> {
    match limits.nice.map(|value| setpriority_pgrp(Some(group), value)) {
        // The child has already exited, and other code has reaped it.
        None | Some(Ok(()) | Err(Errno::SRCH)) => Ok(()),
        Some(Err(error)) => Err(error.into()),
    }
}

/// Returns the script that sets the limits and becomes the program, if there is something to set.
fn script(limits: &ResourceLimits) -> Result<Option<String>, ResourceLimit> {
    // A process without privileges cannot raise a limit, so the lower one is set.
    let most = |resource| getrlimit(resource).maximum.unwrap_or(u64::MAX);
    let mut commands = Vec::new();
    if let Some(bytes) = limits.address_space {
        if cfg!(target_vendor = "apple") {
            return Err(ResourceLimit::AddressSpace);
        }
        commands.push(format!("ulimit -v {}", bytes.min(most(Resource::As)).div_ceil(1024)));
    }
    if let Some(number) = limits.open_files {
        commands.push(format!("ulimit -n {}", number.min(most(Resource::Nofile))));
    }
    if let Some(time) = limits.cpu_time {
        let most = most(Resource::Cpu);
        let seconds = time.as_secs().saturating_add(u64::from(time.subsec_nanos() > 0)).min(most);
        let hard = seconds.saturating_add(AFTER_SIGXCPU).min(most);
        // The soft limit comes first: it must not be above the hard one.
        commands.push(format!("ulimit -S -t {seconds} && ulimit -H -t {hard}"));
    }
    if commands.is_empty() {
        return Ok(None);
    }
    commands.push("exec \"$@\"".into());
    Ok(Some(commands.join(" && ")))
}

/// Returns the error with which the system would refuse the program, as far as its file shows it.
fn refusal(launch: &Launch) -> Option<Errno> {
    if launch.cwd.as_ref().is_some_and(|cwd| !cwd.is_dir()) {
        // The start of the shell fails for the same reason.
        return None;
    }
    let Some(program) = find(launch) else { return Some(Errno::NOENT) };
    if let Err(error) = access(&program, Access::EXISTS) {
        return Some(error);
    }
    if program.is_dir() {
        return Some(Errno::ACCESS);
    }
    if let Err(error) = access(&program, Access::EXEC_OK) {
        return Some(error);
    }
    // A program that may be executed but not read is left to the shell.
    let start = beginning(&program).ok()?;
    match start.strip_prefix(b"#!") {
        Some(line) => (!interpreter(line).exists()).then_some(Errno::NOENT),
        // The shell would run a text without a first line as a script of its own.
        None => (!is_binary(&start)).then_some(Errno::NOEXEC),
    }
}

/// Returns the path at which the child looks up the program.
fn find(launch: &Launch) -> Option<PathBuf> {
    let in_cwd = |path: &Path| match &launch.cwd {
        Some(cwd) => cwd.join(path),
        None => path.to_owned(),
    };
    if launch.program.as_os_str().as_encoded_bytes().contains(&b'/') {
        return Some(in_cwd(&launch.program));
    }
    let path = launch.env.resolve(std::env::vars_os()).remove(OsStr::new("PATH"))?;
    let found = std::env::split_paths(&path).map(|folder| in_cwd(&folder.join(&launch.program)));
    let usable = |file: &PathBuf| file.is_file() && access(file, Access::EXEC_OK).is_ok();
    found.into_iter().find(usable)
}

fn beginning(program: &Path) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    File::open(program)?.take(256).read_to_end(&mut start)?;
    Ok(start)
}

/// Returns the interpreter that the first line of a script names.
fn interpreter(line: &[u8]) -> PathBuf {
    let line = line.split(|byte| *byte == b'\n').next().unwrap_or_default().trim_ascii();
    let path = line.split(|byte| matches!(byte, b' ' | b'\t')).next().unwrap_or_default();
    OsString::from_vec(path.to_vec()).into()
}

/// Returns whether a file begins as a program: ELF, or Mach-O for one or several processors.
fn is_binary(start: &[u8]) -> bool {
    const MAGIC: [&[u8]; 5] = [
        b"\x7fELF",
        b"\xcf\xfa\xed\xfe",
        b"\xce\xfa\xed\xfe",
        b"\xca\xfe\xba\xbe",
        b"\xca\xfe\xba\xbf",
    ];
    MAGIC.iter().any(|magic| start.starts_with(magic))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_script_sets_what_is_limited_and_becomes_the_program() {
        assert_eq!(script(&ResourceLimits::new().nice(3)), Ok(None));
        let limits = ResourceLimits::new().open_files(64).cpu_time(Duration::from_millis(1500));
        let expected = "ulimit -n 64 && ulimit -S -t 2 && ulimit -H -t 7 && exec \"$@\"";
        assert_eq!(script(&limits), Ok(Some(expected.into())));
    }

    #[test]
    fn the_interpreter_is_the_first_word_of_the_first_line() {
        for line in ["/usr/bin/env node\n", " /usr/bin/env", "/usr/bin/env\tnode\nmore"] {
            assert_eq!(interpreter(line.as_bytes()), Path::new("/usr/bin/env"), "{line:?}");
        }
    }
}
