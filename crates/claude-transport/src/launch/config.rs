//! Launch configuration: what a [`Connector`](crate::Connector) starts, and how.
//!
//! It is plain data: nothing is searched or validated. `Debug` shows the names of flags, and no values. Next:
//! `environment.rs`.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::environment::Environment;
use super::limits::ResourceLimits;
use crate::lines::LineCodec;

/// A program to start, with its arguments, its environment and the limits of the connection.
///
/// # Examples
///
/// ```
/// use claude_transport::{Environment, Launch};
///
/// let launch = Launch::new("claude")
///     .args(["--output-format", "stream-json"])
///     .env(Environment::inherit().remove("CLAUDECODE"))
///     .cwd("/srv/project");
/// assert_eq!(launch.args.len(), 2);
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct Launch {
    /// The program. A name without a slash is searched in the `PATH` of the child.
    pub program: PathBuf,
    /// The arguments. Each is passed unchanged, without a shell.
    pub args: Vec<OsString>,
    /// Private files that the child reads. The path of each is passed after `args`, or before some of them. The
    /// connector writes them, where the child runs.
    pub files: Vec<LaunchFile>,
    /// The environment of the child. By default that of the host.
    pub env: Environment,
    /// The working directory. `None` (default) is that of the host.
    pub cwd: Option<PathBuf>,
    /// The user ID of the child. `None` (default) is that of the host. Another user ID requires privileges. Unix only:
    /// on Windows, a child with a user ID is not started.
    pub uid: Option<u32>,
    /// The group ID of the child. `None` (default) is that of the host. Another group ID requires privileges. Unix
    /// only, as `uid`.
    pub gid: Option<u32>,
    /// The limits of the system for the child: none by default.
    pub limits: ResourceLimits,
    /// The longest line that is delivered, in bytes: 64 MiB by default.
    pub max_line: usize,
    /// What happens to stderr.
    pub stderr: StderrOptions,
    /// The time between SIGTERM and SIGKILL for a peer that was dropped: 2 s by default.
    pub drop_grace: Duration,
}

impl Launch {
    /// Creates a configuration that starts `program` without arguments, in the host's environment and directory.
    pub fn new(program: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            args: Vec::new(),
            files: Vec::new(),
            env: Environment::inherit(),
            cwd: None,
            uid: None,
            gid: None,
            limits: ResourceLimits::default(),
            max_line: LineCodec::DEFAULT_MAX_LINE,
            stderr: StderrOptions::default(),
            drop_grace: Duration::from_secs(2),
        }
    }

    /// Adds one argument.
    #[must_use]
    pub fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.args.push(arg.into());
        self
    }

    /// Adds arguments.
    #[must_use]
    pub fn args<A: Into<OsString>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    /// Adds an argument that consists of `argument` and the path of a private file with this content.
    ///
    /// The connector writes the file where the child runs. Only the user of the child can read it, and the connector
    /// removes it after the child's exit. On Windows, a file in the folder for temporary files has the access list of
    /// that folder, which is by default that of its user and of administrators.
    ///
    /// ```
    /// use claude_transport::Launch;
    ///
    /// let launch = Launch::new("claude").file("--settings=", r#"{"model":"sonnet"}"#);
    /// assert!(!format!("{launch:?}").contains("sonnet"));
    /// ```
    #[must_use]
    pub fn file(mut self, argument: impl Into<OsString>, content: impl Into<Vec<u8>>) -> Self {
        self.files.push(LaunchFile {
            argument: argument.into(),
            content: content.into(),
            before: 0,
        });
        self
    }

    /// Returns all arguments of the child, those with the path of a private file included, in their order.
    ///
    /// `paths` are the paths at which the connector has written [`Launch::files`], in their order. A file without a
    /// path is left out.
    ///
    /// ```
    /// use claude_transport::Launch;
    ///
    /// let mut launch = Launch::new("claude").args(["auth", "status"]).file("--settings=", "{}");
    /// launch.files[0].before = 2;
    /// let args = launch.args_with_files(&["/run/claude/1"]);
    /// assert_eq!(args, ["--settings=/run/claude/1", "auth", "status"]);
    /// ```
    #[must_use]
    pub fn args_with_files<P: AsRef<OsStr>>(&self, paths: &[P]) -> Vec<OsString> {
        let mut all = Vec::with_capacity(self.args.len() + paths.len());
        for at in 0..=self.args.len() {
            let here = |file: &LaunchFile| self.args.len().saturating_sub(file.before) == at;
            for (file, path) in self.files.iter().zip(paths).filter(|(file, _)| here(file)) {
                let mut argument = file.argument.clone();
                argument.push(path);
                all.push(argument);
            }
            all.extend(self.args.get(at).cloned());
        }
        all
    }

    /// Returns the arguments for display: the names of flags, and no values.
    #[must_use]
    pub fn shown_args(&self) -> Vec<String> {
        self.args.iter().map(|arg| shown(arg)).collect()
    }

    /// Sets the environment.
    #[must_use]
    pub fn env(mut self, env: Environment) -> Self {
        self.env = env;
        self
    }

    /// Sets the working directory.
    #[must_use]
    pub fn cwd(mut self, cwd: impl Into<PathBuf>) -> Self {
        self.cwd = Some(cwd.into());
        self
    }

    /// Sets the user ID of the child.
    #[must_use]
    pub fn uid(mut self, uid: u32) -> Self {
        self.uid = Some(uid);
        self
    }

    /// Sets the group ID of the child.
    #[must_use]
    pub fn gid(mut self, gid: u32) -> Self {
        self.gid = Some(gid);
        self
    }

    /// Sets the limits of the system for the child.
    #[must_use]
    pub fn limits(mut self, limits: ResourceLimits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets the length of the longest line that is delivered, in bytes.
    #[must_use]
    pub fn max_line(mut self, bytes: usize) -> Self {
        self.max_line = bytes;
        self
    }

    /// Sets what happens to stderr.
    #[must_use]
    pub fn stderr(mut self, stderr: StderrOptions) -> Self {
        self.stderr = stderr;
        self
    }

    /// Sets the time between SIGTERM and SIGKILL for a peer that was dropped.
    #[must_use]
    pub fn drop_grace(mut self, grace: Duration) -> Self {
        self.drop_grace = grace;
        self
    }
}

impl fmt::Debug for Launch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Launch")
            .field("program", &self.program)
            .field("args", &self.shown_args())
            .field("files", &self.files)
            .field("env", &self.env)
            .field("cwd", &self.cwd)
            .field("uid", &self.uid)
            .field("gid", &self.gid)
            .field("limits", &self.limits)
            .field("max_line", &self.max_line)
            .field("stderr", &self.stderr)
            .field("drop_grace", &self.drop_grace)
            .finish()
    }
}

/// A private file that a child reads ([`Launch::file`]).
///
/// It is passed by content, and has no path before the child starts. The connector writes it, so that only the user of
/// the child can read it (mode 0600, in a folder of mode 0700), passes its path ([`Launch::args_with_files`]), and
/// removes it after the child's exit or a failed start. A connector to another machine does so there.
///
/// # Examples
///
/// ```
/// use claude_transport::Launch;
///
/// let launch = Launch::new("claude").file("--settings=", "{}");
/// assert_eq!(launch.files[0].argument, "--settings=");
/// assert_eq!(launch.files[0].content, b"{}");
/// ```
#[derive(Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct LaunchFile {
    /// What precedes the path in the argument, such as `--settings=`.
    pub argument: OsString,
    /// The content.
    pub content: Vec<u8>,
    /// How many of the last [`Launch::args`] are passed after the file. 0 by default: the file is the last argument.
    ///
    /// Programs with commands need it: `claude --settings=FILE auth status`.
    pub before: usize,
}

impl fmt::Debug for LaunchFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LaunchFile")
            .field("argument", &shown(&self.argument))
            .field("length", &self.content.len())
            .finish_non_exhaustive()
    }
}

/// What happens to the stderr of a child. It is always read, so that the child does not block on it.
///
/// # Examples
///
/// ```
/// use claude_transport::{Launch, StderrOptions};
///
/// let stderr = StderrOptions::default().tail(16 << 10).on_line(|line| eprintln!("cli: {line}"));
/// let launch = Launch::new("claude").stderr(stderr);
/// assert_eq!(launch.stderr.tail, 16 << 10);
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct StderrOptions {
    /// The number of bytes that are kept of its end: 64 KiB by default.
    pub tail: usize,
    /// The function that is called with each line, without its terminator. `None` by default.
    ///
    /// It blocks the task that reads the stream, so it must return quickly. A line over 64 KiB is delivered in
    /// several calls. A panic is caught, and the next line is delivered.
    pub on_line: Option<StderrCallback>,
}

/// A function that is called with each line of a child's stderr.
type StderrCallback = Arc<dyn Fn(&str) + Send + Sync>;

impl StderrOptions {
    /// Sets the number of bytes that are kept of its end.
    #[must_use]
    pub fn tail(mut self, bytes: usize) -> Self {
        self.tail = bytes;
        self
    }

    /// Sets the function that is called with each line.
    #[must_use]
    pub fn on_line(mut self, callback: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.on_line = Some(Arc::new(callback));
        self
    }
}

impl Default for StderrOptions {
    fn default() -> Self {
        Self { tail: 64 * 1024, on_line: None }
    }
}

impl fmt::Debug for StderrOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StderrOptions")
            .field("tail", &self.tail)
            .field("on_line", &self.on_line.is_some())
            .finish()
    }
}

/// Returns the part of an argument that is not secret: the name of a flag, and no value.
fn shown(arg: &OsStr) -> String {
    const HIDDEN: &str = "…";
    let Some(arg) = arg.to_str() else {
        return HIDDEN.into();
    };
    match arg.split_once('=') {
        Some((name, _)) if is_flag_name(name) => format!("{name}={HIDDEN}"),
        None if is_flag_name(arg) => arg.into(),
        _ => HIDDEN.into(),
    }
}

/// Returns whether `text` has the form `-x` or `--long-name`. Everything else may be a value.
fn is_flag_name(text: &str) -> bool {
    let word =
        |s: &str| s.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && !s.starts_with('-');
    match text.strip_prefix("--") {
        Some(name) => !name.is_empty() && word(name),
        None => matches!(text.as_bytes(), [b'-', letter] if letter.is_ascii_alphabetic()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_flag_names_and_no_values() {
        let launch = Launch::new("claude")
            .args([
                "--model",
                "secret-model",
                "-p",
                "--resume=secret-id",
                "-sk-secret",
                "--Secret9",
                "a=secret",
            ])
            .env(Environment::inherit().set("API_KEY", "secret-key"));
        let shown = format!("{launch:?}");
        assert!(!shown.to_lowercase().contains("secret"), "{shown}");
        assert!(
            shown.contains(r#"args: ["--model", "…", "-p", "--resume=…", "…", "…", "…"]"#),
            "{shown}"
        );
        assert!(shown.contains("API_KEY"), "{shown}");
    }
}
