//! Limits of the process: setters for resource limits, and for the command that starts the CLI.

use std::sync::Arc;

use claude_transport::{Launch, ResourceLimits};

use super::{Options, Recycle};

/// A function that changes what is started.
pub(crate) type CommandWrapper = Arc<dyn Fn(Launch) -> Launch + Send + Sync>;

/// # Limits of the process
impl Options {
    /// Sets the limits of the system for the CLI and everything that it starts: address space, CPU
    /// time, open files, nice value.
    ///
    /// By default, the CLI has the limits of this process. Unix only. macOS cannot limit the address
    /// space. The start fails with [`Precondition::ResourceLimit`] if a limit cannot be set. A CLI
    /// that ends at a limit is [`Error::Exited`] with [`ExitCause::MemoryLimit`] or
    /// [`ExitCause::CpuLimit`].
    ///
    /// The least that CLI 2.1.329 works with on Linux is an address space of 1 GiB, and 64 open
    /// files; at 8 open files it starts without the managed settings of the machine, and reports
    /// this on stderr only. Each process has the limits of its own, not the tree together:
    /// [`ResourceLimits`].
    ///
    /// The time that a session may take is [`Deadlines::session`](crate::limits::Deadlines::session).
    ///
    /// [`Precondition::ResourceLimit`]: crate::error::Precondition::ResourceLimit
    /// [`Error::Exited`]: crate::Error::Exited
    /// [`ExitCause::MemoryLimit`]: crate::error::ExitCause::MemoryLimit
    /// [`ExitCause::CpuLimit`]: crate::error::ExitCause::CpuLimit
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    /// use claude_sdk::limits::ResourceLimits;
    ///
    /// let limits = ResourceLimits::new().address_space(8 << 30).open_files(512).nice(10);
    /// let options = Options::default().resource_limits(limits);
    /// assert!(options.validate().is_ok());
    /// ```
    #[must_use]
    pub fn resource_limits(mut self, limits: ResourceLimits) -> Self {
        self.resource_limits = limits;
        self
    }

    /// Sets when a client replaces its CLI with a new one that resumes the session.
    ///
    /// By default, a CLI runs as long as its session.
    ///
    /// It is checked before each prompt, and only done while nothing is running, in the background
    /// or waiting. The session and all handles to it stay the same: see
    /// [`Client::recycle`](crate::Client::recycle), also for what is lost. Has no effect on a
    /// [`query`](crate::query()). Requires [`Options::persist_session`].
    #[must_use]
    pub fn recycle_when(mut self, when: Recycle) -> Self {
        self.recycle = Some(when);
        self
    }

    /// Sets a function that changes the command that starts the CLI, for example to run it in a
    /// container or a sandbox.
    ///
    /// By default, the CLI is started directly.
    ///
    /// It is called before each start with the complete [`Launch`]: program, arguments, environment,
    /// directory. It returns what is started instead. It is called again for each file that a search
    /// for the CLI tries, and for `auth::status`. It must not block. A panic is
    /// [`Error::Options`](crate::Error::Options).
    ///
    /// - The program that is started must pass stdin, stdout and stderr on unchanged, and end with
    ///   the CLI.
    /// - Private files ([`Launch::files`]) are written to the temporary directory of this machine.
    ///   Their paths follow the arguments, so a wrapper that runs its last arguments as a command
    ///   passes them on. A container must be able to read that directory, or the function must
    ///   deliver the files in another way and clear the list. The SDK uses one only for settings
    ///   ([`Options::settings`], [`Options::sandbox`]).
    /// - Signals and [`Client::process_tree`](crate::Client::process_tree) reach what descends from
    ///   the program. A container engine runs the CLI elsewhere: pass it a flag that ends the
    ///   container with its client, such as `--rm --init`.
    /// - [`Options::resource_limits`] apply to the program, and to what it starts on this machine.
    ///
    /// # Examples
    ///
    /// A sandbox that shows the CLI one directory only:
    ///
    /// ```
    /// use claude_sdk::Options;
    /// use claude_sdk::transport::Launch;
    ///
    /// let options = Options::default().wrap_command(|launch: Launch| {
    ///     let mut wrapped = launch.clone();
    ///     wrapped.program = "bwrap".into();
    ///     wrapped.args = ["--ro-bind", "/", "/", "--bind", "/srv/project", "/srv/project", "--"]
    ///         .map(Into::into)
    ///         .into_iter()
    ///         .chain([launch.program.into()])
    ///         .chain(launch.args)
    ///         .collect();
    ///     wrapped
    /// });
    /// ```
    #[must_use]
    pub fn wrap_command(
        mut self,
        wrapper: impl Fn(Launch) -> Launch + Send + Sync + 'static,
    ) -> Self {
        self.wrap_command = Some(Arc::new(wrapper));
        self
    }
}
