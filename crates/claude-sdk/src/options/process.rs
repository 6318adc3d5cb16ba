//! Options about the process: the program, its user and its environment.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use claude_protocol::{Deadlines, Limits};
use claude_transport::Connector;

use super::Options;

/// # Process
impl Options {
    /// The CLI to run. Without it, the environment, `PATH` and the usual places are searched.
    #[must_use]
    pub fn cli_path(mut self, path: impl Into<PathBuf>) -> Self {
        self.cli_path = Some(path.into());
        self
    }

    /// Runs the CLI with this JavaScript runtime, such as `node`, where the CLI is a script. The
    /// runtime is looked up in the `PATH`; the CLI is found as ever.
    #[must_use]
    pub fn js_runtime(mut self, program: impl Into<PathBuf>) -> Self {
        self.js_runtime = Some(program.into());
        self
    }

    /// A further argument of [`Options::js_runtime`], before the path of the CLI.
    #[must_use]
    pub fn js_runtime_arg(mut self, arg: impl Into<OsString>) -> Self {
        self.js_runtime_args.push(arg.into());
        self
    }

    /// The working directory of the CLI.
    #[must_use]
    pub fn cwd(mut self, path: impl Into<PathBuf>) -> Self {
        self.cwd = Some(path.into());
        self
    }

    /// Sets an environment variable for the CLI, on top of the inherited ones.
    #[must_use]
    pub fn env(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.env.push((name.into(), value.into()));
        self
    }

    /// Lets the CLI inherit nothing but what [`Options::env_inherit`] names.
    #[must_use]
    pub fn env_clear(mut self, enabled: bool) -> Self {
        self.env_clear = enabled;
        self
    }

    /// Lets the CLI inherit these variables and no others. A name may end with `*`: `LC_*` stands
    /// for all that begin with `LC_`.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::ffi::OsStr;
    ///
    /// use claude_sdk::Options;
    ///
    /// let options = Options::default().env_inherit(["PATH", "HOME"]).env("LANG", "C.UTF-8");
    /// let env = options.environment([("PATH", "/bin"), ("AWS_SECRET_ACCESS_KEY", "x")]);
    /// assert!(env.contains_key(OsStr::new("PATH")) && env.contains_key(OsStr::new("LANG")));
    /// assert!(!env.contains_key(OsStr::new("AWS_SECRET_ACCESS_KEY")));
    /// ```
    #[must_use]
    pub fn env_inherit<T: Into<String>>(mut self, names: impl IntoIterator<Item = T>) -> Self {
        self.env_clear = true;
        self.env_inherit.extend(names.into_iter().map(Into::into));
        self
    }

    /// Runs the CLI as this user. Only a privileged program may do that; the start fails otherwise.
    #[cfg(unix)]
    #[must_use]
    pub fn uid(mut self, uid: u32) -> Self {
        self.uid = Some(uid);
        self
    }

    /// Runs the CLI as this group, as [`Options::uid`].
    #[cfg(unix)]
    #[must_use]
    pub fn gid(mut self, gid: u32) -> Self {
        self.gid = Some(gid);
        self
    }

    /// Names the program that uses the SDK, as `name` or `name/version`: the CLI tells the API.
    #[must_use]
    pub fn client_app(mut self, name: impl Into<String>) -> Self {
        self.client_app = Some(name.into());
        self
    }

    /// Tells the CLI to which trace its work belongs, in the form of the W3C: a `traceparent`, and
    /// a `tracestate` if there is one. Variables that [`Options::env`] sets count more.
    #[must_use]
    pub fn trace_context<'s>(
        mut self,
        parent: impl Into<String>,
        state: impl Into<Option<&'s str>>,
    ) -> Self {
        self.trace_context = Some((parent.into(), state.into().map(Into::into)));
        self
    }

    /// Has the CLI write what it does: to [`Options::debug_file`], or to a file of its own.
    #[must_use]
    pub fn debug(mut self, enabled: bool) -> Self {
        self.debug = enabled;
        self
    }

    /// As [`Options::debug`], for these subjects only: `hooks,mcp`, or all but some: `!mcp`.
    #[must_use]
    pub fn debug_filter(mut self, subjects: impl Into<String>) -> Self {
        self.debug_filter = Some(subjects.into());
        self
    }

    /// As [`Options::debug`], to this file.
    #[must_use]
    pub fn debug_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.debug_file = Some(path.into());
        self
    }

    /// A further flag for the CLI: `extra_arg("debug", None)` or `extra_arg("name", Some("x"))`.
    ///
    /// Flags for texts and for what other options say are refused: the command line can be read by
    /// everybody on the machine.
    #[must_use]
    pub fn extra_arg<'v>(
        mut self,
        flag: impl Into<String>,
        value: impl Into<Option<&'v str>>,
    ) -> Self {
        self.extra_args.push((flag.into(), value.into().map(Into::into)));
        self
    }

    /// Connects in another way than by starting a process: a mock, a recording, a remote CLI.
    #[must_use]
    pub fn connector(mut self, connector: impl Connector + 'static) -> Self {
        self.connector = Some(Arc::new(connector));
        self
    }

    /// How long things may take.
    #[must_use]
    pub fn deadlines(mut self, deadlines: Deadlines) -> Self {
        self.deadlines = deadlines;
        self
    }

    /// How much may wait for a reader.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The longest line that is read, in bytes; longer ones are skipped and reported. 64 MiB.
    #[must_use]
    pub fn max_line(mut self, bytes: usize) -> Self {
        self.max_line = bytes;
        self
    }

    /// Starts CLIs that are too old for this crate as well, and warns of none. Their guards may
    /// fail open: see `docs/versions.md` in the repository.
    ///
    /// `CLAUDE_AGENT_SDK_SKIP_VERSION_CHECK` in the environment does the same.
    #[must_use]
    pub fn skip_version_check(mut self, enabled: bool) -> Self {
        self.skip_version_check = enabled;
        self
    }

    /// Shows the CLI's own frames about the state of the session, as
    /// [`crate::SystemMessage::SessionStateChanged`]. They are asked for and read in any case;
    /// [`crate::Client::state`] is made of them.
    #[must_use]
    pub fn include_session_state(mut self, enabled: bool) -> Self {
        self.include_session_state = enabled;
        self
    }
}
