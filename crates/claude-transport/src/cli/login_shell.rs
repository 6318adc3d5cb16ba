//! Login shell: asks the user's shell for its `PATH`, for programs that were not started from a terminal.
//!
//! The profile of a user is arbitrary code: it may print, hang, fail or start programs. So the shell gets few variables
//! and no input, its output counts between two marks only, and its process group is killed when the answer is there or
//! when the time is over. The shell is not interactive: an interactive one may take the terminal of this program.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::Read as _;
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use memchr::memmem;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::{Pid, Signal, kill_process_group};

use super::system::Variables;

/// How long the shell may take.
const ANSWER: Duration = Duration::from_secs(5);
/// How much of the end of its output is kept.
const OUTPUT: usize = 64 << 10;
/// How many answers are kept, one for each set of variables.
const CACHED: usize = 16;

/// Prints `PATH` between two marks. It is one command with plain quotes, which all shells read in the same way. The
/// marks are put together by `printf`, so that a shell that prints the command does not print a mark.
const COMMAND: &str =
    r#"/bin/sh -c 'printf "\n%s%s\n%s\n%s%s\n" claude_sdk_ begin "$PATH" claude_sdk_ end'"#;
const BEGIN: &[u8] = b"\nclaude_sdk_begin\n";
const END: &[u8] = b"\nclaude_sdk_end\n";

/// Set for the shell. A profile that starts a program that uses this crate must not start the shell again.
const NESTED: &str = "CLAUDE_SDK_LOGIN_SHELL";

/// The variables that the shell gets: those of a login. Others may belong to a session or hold secrets.
const LOGIN: [&str; 12] = [
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "LOGNAME",
    "PATH",
    "SHELL",
    "TMPDIR",
    "USER",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "ZDOTDIR",
];

/// The variables of a shell.
type Login = Vec<(&'static str, OsString)>;

/// The answers of this process, also those that are missing: a shell that hangs is not asked again.
static ANSWERS: Mutex<BTreeMap<Login, Option<OsString>>> = Mutex::new(BTreeMap::new());

/// Returns the absolute folders in the `PATH` of the user's login shell. None if `SHELL` is not set or does not answer.
///
/// Blocks the thread, also while another thread asks.
pub(super) fn folders(variables: &Variables) -> Vec<PathBuf> {
    let Some(shell) = variables.folder("SHELL").filter(|_| variables.get(NESTED).is_none()) else {
        return Vec::new();
    };
    let login = LOGIN.iter().filter_map(|name| Some((*name, variables.get(name)?.to_owned())));
    let login: Login = login.collect();
    let mut answers = ANSWERS.lock().unwrap_or_else(PoisonError::into_inner);
    if answers.len() >= CACHED && !answers.contains_key(&login) {
        answers.clear();
    }
    let answer = answers.entry(login.clone()).or_insert_with(|| ask(shell, &login, ANSWER));
    answer.as_ref().map(|path| variables.system.folders(path)).unwrap_or_default()
}

/// Runs the shell and returns its `PATH`.
fn ask(shell: PathBuf, login: &Login, within: Duration) -> Option<OsString> {
    let until = Instant::now() + within;
    let mut child = start(shell, login).ok()?;
    let path = child.stdout.take().and_then(|stdout| read(stdout, until));
    // Kill the group before the shell is reaped: its ID belongs to no other group until then.
    let _ = kill_process_group(Pid::from_child(&child), Signal::KILL);
    let _ = child.wait();
    path
}

#[expect(
    clippy::disallowed_methods,
    reason = "the shell is no child that lines are exchanged with"
)]
fn start(shell: PathBuf, login: &Login) -> std::io::Result<Child> {
    let home = login.iter().find(|(name, _)| *name == "HOME").map(|(_, home)| PathBuf::from(home));
    let home = home.filter(|home| home.is_absolute() && home.is_dir());
    Command::new(shell)
        .args(["-l", "-c", COMMAND])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .envs(login.iter().map(|(name, value)| (name, value)))
        .env("TERM", "dumb")
        .env(NESTED, "1")
        .current_dir(home.unwrap_or_else(|| "/".into()))
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

/// Reads until the answer is there. Does not wait for the end of the output: a program that the profile has started may
/// hold it open.
fn read(mut stdout: ChildStdout, until: Instant) -> Option<OsString> {
    let mut output = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let left = until.checked_duration_since(Instant::now())?;
        let left = Timespec::try_from(left).ok()?;
        match poll(&mut [PollFd::new(&stdout, PollFlags::IN)], Some(&left)) {
            Err(Errno::INTR) => continue,
            Ok(0) | Err(_) => return None,
            Ok(_) => {}
        }
        let length = stdout.read(&mut chunk).ok().filter(|length| *length > 0)?;
        output.extend_from_slice(&chunk[..length]);
        if let Some(path) = marked(&output) {
            return Some(OsString::from_vec(path.to_vec()));
        }
        let too_much = output.len().saturating_sub(OUTPUT);
        output.drain(..too_much);
    }
}

/// Returns what is between the last two marks.
fn marked(output: &[u8]) -> Option<&[u8]> {
    let start = memmem::rfind(output, BEGIN)? + BEGIN.len();
    // The mark at the end begins with the end of the line before it.
    let rest = &output[start..];
    Some(&rest[..memmem::find(rest, END)?])
}

#[cfg(test)]
mod tests;
