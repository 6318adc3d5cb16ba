//! Process: setters for the program, its user and environment, the connection, and its limits.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use claude_protocol::{Deadlines, Limits};
use claude_transport::Connector;
use zeroize::Zeroizing;

use super::{Credentials, EnvPolicy, Options, TraceSource};

/// # Process
impl Options {
    /// Sets the path of the CLI.
    ///
    /// A relative path is resolved against [`Options::cwd`]. A name without a directory is looked up
    /// in the absolute directories of `PATH`. A batch file (`.cmd`, `.bat`) is never started.
    ///
    /// By default, the path in `CLAUDE_CLI_PATH` is used; if it is not set, `PATH`, the `PATH` of the
    /// login shell and the directories of installers are searched. [`locate`](crate::locate) lists
    /// what is found.
    #[must_use]
    pub fn cli_path(mut self, path: impl Into<PathBuf>) -> Self {
        self.cli_path = Some(path.into());
        self
    }

    /// Sets the JavaScript runtime that runs the CLI, such as `node`, if the CLI is a script.
    ///
    /// By default, the CLI is started directly.
    ///
    /// The runtime is searched in `PATH`. The path of the CLI is found the same way as without a
    /// runtime.
    #[must_use]
    pub fn js_runtime(mut self, program: impl Into<PathBuf>) -> Self {
        self.js_runtime = Some(program.into());
        self
    }

    /// Adds an argument of [`Options::js_runtime`], before the path of the CLI.
    #[must_use]
    pub fn js_runtime_arg(mut self, arg: impl Into<OsString>) -> Self {
        self.js_runtime_args.push(arg.into());
        self
    }

    /// Sets the working directory of the CLI.
    ///
    /// The default is that of this process.
    #[must_use]
    pub fn cwd(mut self, path: impl Into<PathBuf>) -> Self {
        self.cwd = Some(path.into());
        self
    }

    /// Sets an environment variable of the CLI.
    ///
    /// It replaces an inherited variable. The value is overwritten in memory when the options are
    /// dropped. Set keys and tokens of the API with [`Options::credentials`].
    #[must_use]
    pub fn env(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.env.push((name.into(), Zeroizing::new(value.into())));
        self
    }

    /// Sets which variables of this process the CLI inherits.
    ///
    /// The default is [`EnvPolicy::Inherit`]: all variables except those that another CLI sets for
    /// its commands, such as `CLAUDECODE`. A later call replaces an earlier one.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    /// use claude_sdk::options::EnvPolicy;
    ///
    /// let options = Options::default().env_policy(EnvPolicy::allow(["PATH", "HOME", "LC_*"]));
    /// ```
    #[must_use]
    pub fn env_policy(mut self, policy: EnvPolicy) -> Self {
        self.env_policy = policy;
        self
    }

    /// Sets what the CLI authenticates itself with at the API.
    ///
    /// The default is [`Credentials::Inherit`]: what the CLI finds in its environment and settings,
    /// or a stored login. Other credentials are the only ones that the CLI uses.
    /// [`Options::validate`] refuses variables of [`Options::env`] and settings of
    /// [`Options::settings`] that are credentials, too.
    ///
    /// A secret is not on the command line. A key and a token are in the environment of the CLI,
    /// which only this user and the superuser can read; a command is in a private file.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    /// use claude_sdk::options::{Credentials, Secret};
    ///
    /// # fn read_from_vault() -> String { "sk-ant-0".into() }
    /// let key = Secret::new(read_from_vault());
    /// let options = Options::default().credentials(Credentials::ApiKey(key));
    /// assert!(options.validate().is_ok());
    /// ```
    #[must_use]
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.credentials = credentials;
        self
    }

    /// Sets the user ID of the CLI.
    ///
    /// The start fails if this process is not privileged to set it.
    #[cfg(unix)]
    #[must_use]
    pub fn uid(mut self, uid: u32) -> Self {
        self.uid = Some(uid);
        self
    }

    /// Sets the group ID of the CLI.
    ///
    /// The start fails if this process is not privileged to set it.
    #[cfg(unix)]
    #[must_use]
    pub fn gid(mut self, gid: u32) -> Self {
        self.gid = Some(gid);
        self
    }

    /// Sets the name of the program that uses the SDK, as `name` or `name/version`.
    ///
    /// The CLI sends it to the API.
    ///
    /// Becomes the variable `CLAUDE_AGENT_SDK_CLIENT_APP`.
    #[must_use]
    pub fn client_app(mut self, name: impl Into<String>) -> Self {
        self.client_app = Some(name.into());
        self
    }

    /// Sets the W3C trace context of the CLI: a `traceparent`, and an optional `tracestate`.
    ///
    /// By default, the CLI inherits them.
    ///
    /// Becomes `TRACEPARENT` and `TRACESTATE`. Variables set with [`Options::env`] take precedence.
    #[must_use]
    pub fn trace_context<'s>(
        mut self,
        parent: impl Into<String>,
        state: impl Into<Option<&'s str>>,
    ) -> Self {
        self.trace_context = Some((parent.into(), state.into().map(Into::into)));
        self
    }

    /// Sets a source of the trace context. It is asked at each start, inside the span of the session
    /// (feature `tracing`), and returns the `traceparent` and an optional `tracestate`.
    ///
    /// `None` leaves the inherited context. [`Options::trace_context`] takes precedence. By default,
    /// there is no source.
    #[must_use]
    pub fn trace_context_from(
        mut self,
        source: impl Fn() -> Option<(String, Option<String>)> + Send + Sync + 'static,
    ) -> Self {
        self.trace_source = Some(TraceSource(Arc::new(source)));
        self
    }

    /// Sets whether the CLI writes a debug log, to [`Options::debug_file`] or to a file of its own.
    ///
    /// The default is `false`. Becomes `--debug`.
    #[must_use]
    pub fn debug(mut self, enabled: bool) -> Self {
        self.debug = enabled;
        self
    }

    /// Sets the subjects of the debug log, such as `hooks,mcp`, or `!mcp` for all but one.
    ///
    /// Enables [`Options::debug`].
    #[must_use]
    pub fn debug_filter(mut self, subjects: impl Into<String>) -> Self {
        self.debug_filter = Some(subjects.into());
        self
    }

    /// Sets the file of the debug log, and enables the log.
    ///
    /// Becomes `--debug-file`.
    #[must_use]
    pub fn debug_file(mut self, path: impl Into<PathBuf>) -> Self {
        self.debug_file = Some(path.into());
        self
    }

    /// Adds a flag to the command line: `extra_arg("debug", None)` or `extra_arg("name",
    /// Some("x"))`.
    ///
    /// [`Options::validate`] refuses flags that the SDK or another option sets. Do not pass
    /// secrets: other users of the machine can read the command line.
    #[must_use]
    pub fn extra_arg<'v>(
        mut self,
        flag: impl Into<String>,
        value: impl Into<Option<&'v str>>,
    ) -> Self {
        self.extra_args.push((flag.into(), value.into().map(Into::into)));
        self
    }

    /// Sets how the SDK connects to the CLI, for example to a mock, a recording or a remote CLI.
    ///
    /// By default, the CLI is started as a child process.
    ///
    /// The connector gets a [`Launch`](crate::transport::Launch) that does not depend on this
    /// machine: what the SDK would write to a file is in
    /// [`Launch::files`](crate::transport::Launch::files) by content, and the connector writes the
    /// files where the CLI runs. Paths that you set, such as [`Options::cwd`], [`Options::add_dir`]
    /// or [`Options::mcp_config`], are passed unchanged: they are paths of that machine. One is read
    /// on this machine: a settings file, if the SDK must add [`Options::sandbox`] or
    /// [`Options::credentials`] to it.
    ///
    /// A connection that is lost is [`Error::Disconnected`](crate::Error::Disconnected). The CLI has a
    /// flag of its own for connections, `--sdk-url`, but accepts hosts of its vendor only, so
    /// [`Options::validate`] refuses it.
    ///
    /// # Examples
    ///
    /// A connector that starts the CLI through another program, with its private files in a folder
    /// that the other program can read:
    ///
    /// ```
    /// use claude_sdk::Options;
    /// use claude_sdk::transport::{Launch, Transport, TransportError};
    ///
    /// fn connect(launch: &Launch) -> Result<Box<dyn Transport>, TransportError> {
    ///     let paths: Vec<_> = (0..launch.files.len()).map(|n| format!("/run/cli/{n}")).collect();
    ///     let args = launch.args_with_files(&paths);
    ///     // Write each file (mode 0600), start the program with `args`, return its streams.
    ///     # let _ = args;
    ///     # Err(TransportError::NoRuntime)
    /// }
    ///
    /// let options = Options::default().settings(r#"{"model":"sonnet"}"#).connector(connect);
    /// ```
    #[must_use]
    pub fn connector(mut self, connector: impl Connector + 'static) -> Self {
        self.connector = Some(Arc::new(connector));
        self
    }

    /// Sets the deadlines of the session.
    ///
    /// The defaults are documented at [`Deadlines`].
    #[must_use]
    pub fn deadlines(mut self, deadlines: Deadlines) -> Self {
        self.deadlines = deadlines;
        self
    }

    /// Sets the sizes of queues, and what happens when they are full.
    ///
    /// The defaults are documented at [`Limits`].
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets the longest line that is read, in bytes.
    ///
    /// The default is 64 MiB.
    ///
    /// A longer line is skipped and reported as [`Message::Oversized`](crate::Message::Oversized).
    #[must_use]
    pub fn max_line(mut self, bytes: usize) -> Self {
        self.max_line = bytes;
        self
    }

    /// Sets whether the version of the CLI is not checked.
    ///
    /// The default is `false`: a version that is too old is refused, and an unsupported one causes
    /// a warning.
    ///
    /// With an older CLI, a failed guard may not block the action: see `docs/versions.md` in the
    /// repository. The variable `CLAUDE_AGENT_SDK_SKIP_VERSION_CHECK` skips the check, too.
    #[must_use]
    pub fn skip_version_check(mut self, enabled: bool) -> Self {
        self.skip_version_check = enabled;
        self
    }

    /// Sets whether the frames of the CLI about its state are shown as messages.
    ///
    /// The messages are [`crate::SystemMessage::SessionStateChanged`].
    ///
    /// The default is `false`.
    ///
    /// The SDK requests and reads these frames in any case: [`crate::Client::state`] is derived
    /// from them. They are also shown if the environment of the CLI requests them.
    #[must_use]
    pub fn include_session_state(mut self, enabled: bool) -> Self {
        self.include_session_state = enabled;
        self
    }
}
