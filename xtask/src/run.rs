//! Child processes: every command that xtask starts is a [`Task`].
//!
//! A task defines what to run, how much of the environment it gets, and how its output is handled.
//! It is independent of cargo and npm. Read next: [`crate::ci`].

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// The root of the workspace: the folder above this crate.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.parent().map_or(here.clone(), Path::to_path_buf)
}

/// Returns the path of a program: a name that is searched in `PATH`, or a path that exists.
pub(crate) fn find_program(name: &str) -> Option<PathBuf> {
    if name.contains('/') {
        return Some(PathBuf::from(name)).filter(|path| path.is_file());
    }
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// A command: program, arguments, environment, folder.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    program: OsString,
    args: Vec<OsString>,
    env: Vec<(OsString, Option<OsString>)>,
    clean: bool,
    dir: PathBuf,
}

impl Task {
    /// Creates a task in the root of the workspace, with our own environment.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        Self {
            program: program.as_ref().to_owned(),
            args: Vec::new(),
            env: Vec::new(),
            clean: false,
            dir: root(),
        }
    }

    /// Creates a task with the cargo that runs xtask, so that a chosen toolchain is kept.
    pub(crate) fn cargo(args: &[&str]) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Self::new(cargo).args(args)
    }

    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.args.extend(args.into_iter().map(|arg| arg.as_ref().to_owned()));
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.env.push((name.into(), Some(value.as_ref().to_owned())));
        self
    }

    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.env.push((name.into(), None));
        self
    }

    /// Removes our environment, except what [`Task::env`] sets.
    pub(crate) fn clean(mut self) -> Self {
        self.clean = true;
        self
    }

    pub(crate) fn dir(mut self, dir: &Path) -> Self {
        dir.clone_into(&mut self.dir);
        self
    }

    /// Runs it to its end; its output goes to our own.
    pub(crate) fn run(&self) -> Result<(), RunError> {
        let status = self.command().status().map_err(|source| self.not_started(source))?;
        if status.success() {
            return Ok(());
        }
        Err(RunError::Failed {
            task: self.to_string(),
            status: status.to_string(),
            stderr: String::new(),
        })
    }

    /// Runs it to its end and returns its stdout.
    pub(crate) fn read(&self) -> Result<String, RunError> {
        let mut command = self.command();
        command.stdin(Stdio::null());
        self.finish(command.output())
    }

    /// Runs it to its end and returns whether it succeeded, and its stdout in any case. Its stderr
    /// goes to our own.
    pub(crate) fn outcome(&self) -> Result<(bool, String), RunError> {
        let mut command = self.command();
        command.stdin(Stdio::null()).stderr(Stdio::inherit());
        let output = command.output().map_err(|source| self.not_started(source))?;
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok((output.status.success(), printed))
    }

    /// Starts it with stdin and stdout as pipes; stderr stays ours.
    pub(crate) fn start(&self) -> Result<Child, RunError> {
        let mut command = self.command();
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        command.spawn().map_err(|source| self.not_started(source))
    }

    /// Starts it without stdin, with stdout and stderr as pipes.
    pub(crate) fn start_captured(&self) -> Result<Child, RunError> {
        let mut command = self.command();
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().map_err(|source| self.not_started(source))
    }

    /// Runs it without stdin and returns its stdout. It is killed after this time.
    pub(crate) fn read_within(&self, time: Duration) -> Result<String, RunError> {
        let mut child = self.start()?;
        drop(child.stdin.take());
        let (printed, whole) = mpsc::channel();
        if let Some(mut stdout) = child.stdout.take() {
            std::thread::spawn(move || {
                let mut text = Vec::new();
                // Output before an error counts.
                let _ = stdout.read_to_end(&mut text);
                let _ = printed.send(text);
            });
        }
        let Ok(stdout) = whole.recv_timeout(time) else {
            let _ = child.kill();
            let _ = child.wait();
            return Err(RunError::Late { task: self.to_string(), time });
        };
        let status = child.wait().map_err(|source| self.not_started(source))?;
        self.finish(Ok(Output { status, stdout, stderr: Vec::new() }))
    }

    fn finish(&self, output: std::io::Result<Output>) -> Result<String, RunError> {
        let output = output.map_err(|source| self.not_started(source))?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
        }
        Err(RunError::Failed {
            task: self.to_string(),
            status: output.status.to_string(),
            stderr: String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        })
    }

    #[expect(clippy::disallowed_methods, reason = "the one place where xtask starts a child")]
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.args).current_dir(&self.dir);
        if self.clean {
            command.env_clear();
        }
        for (name, value) in &self.env {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }

    fn not_started(&self, source: std::io::Error) -> RunError {
        let program = self.program.to_string_lossy().into_owned();
        if source.kind() == std::io::ErrorKind::NotFound {
            return RunError::NotFound { program };
        }
        RunError::NotStarted { program, reason: source.to_string() }
    }
}

/// The command as it would be typed, without the environment.
impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let program = Path::new(&self.program).file_stem().unwrap_or(&self.program);
        write!(f, "{}", program.to_string_lossy())?;
        self.args.iter().try_for_each(|arg| write!(f, " {}", arg.to_string_lossy()))
    }
}

/// Why a task failed.
#[derive(Debug)]
pub(crate) enum RunError {
    NotFound { program: String },
    NotStarted { program: String, reason: String },
    Late { task: String, time: Duration },
    Failed { task: String, status: String, stderr: String },
}

impl fmt::Display for RunError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound { program } => write!(f, "`{program}` was not found"),
            Self::NotStarted { program, reason } => {
                write!(f, "failed to start `{program}`: {reason}")
            }
            Self::Late { task, time } => write!(f, "`{task}` did not end within {time:?}"),
            Self::Failed { task, status, stderr } if stderr.is_empty() => {
                write!(f, "`{task}` failed ({status})")
            }
            Self::Failed { task, status, stderr } => {
                write!(f, "`{task}` failed ({status}):\n{stderr}")
            }
        }
    }
}

impl From<RunError> for String {
    fn from(error: RunError) -> Self {
        error.to_string()
    }
}
