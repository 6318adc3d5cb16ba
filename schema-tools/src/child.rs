//! Child processes: the formatter of the generated code, and the CLI whose flags are read.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::Outcome;

/// Writes `text` to stdin of a program and returns its output.
pub(crate) fn filter(program: &str, args: &[&str], text: &str, folder: &Path) -> Outcome<String> {
    let mut command = command(Path::new(program));
    command.args(args).current_dir(folder);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| not_started(Path::new(program), &error))?;
    let stdin = child.stdin.take();
    // Write on a second thread: if both pipes are full, one thread would wait for itself.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || stdin.map(|mut pipe| pipe.write_all(text.as_bytes())));
        child.wait_with_output()
    });
    let output = output.map_err(|error| not_started(Path::new(program), &error))?;
    let status = output.status;
    printed(output).map_err(|stderr| format!("`{program}` failed ({status}):\n{stderr}"))
}

/// Runs a program without stdin, with this home and no other environment. Returns its stdout, or
/// its stderr if it failed.
pub(crate) fn ask(program: &Path, args: &[&str], home: &Path) -> Outcome<Result<String, String>> {
    let mut command = command(program);
    command.args(args).env_clear().env("HOME", home).current_dir(home).stdin(Stdio::null());
    command.output().map(printed).map_err(|error| not_started(program, &error))
}

#[expect(clippy::disallowed_methods, reason = "the one place where a child is started")]
fn command(program: &Path) -> Command {
    Command::new(program)
}

fn printed(output: Output) -> Result<String, String> {
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
}

fn not_started(program: &Path, error: &std::io::Error) -> String {
    format!("failed to start `{}`: {error}", program.display())
}
