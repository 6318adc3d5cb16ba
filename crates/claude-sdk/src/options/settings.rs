//! Options about settings, and about the folders of a session.

use std::path::PathBuf;

use claude_types::SandboxSettings;

use super::{Options, SettingSource};

/// # Settings and folders
impl Options {
    /// Settings: the path of a file, or JSON text.
    ///
    /// JSON text never stands on the command line, where others could read it. It goes to a file
    /// that only this user can read, and that is removed when the CLI has ended. Text that is no
    /// JSON object is an [`Precondition::Settings`](crate::error::Precondition::Settings): the CLI would go on without.
    #[must_use]
    pub fn settings(mut self, settings: impl Into<String>) -> Self {
        self.settings = Some(settings.into());
        self
    }

    /// The sandbox in which the CLI runs commands.
    ///
    /// It goes to the CLI among [`Options::settings`], in the place of a sandbox that these have.
    /// For that, a settings file is read when the session starts, at its path as seen from
    /// [`Options::cwd`]. A file or text that is no JSON object is an
    /// [`Precondition::Settings`](crate::error::Precondition::Settings).
    ///
    /// A sandbox that is `enabled` and does not set `fail_if_unavailable` sets it: where there can
    /// be no sandbox, the CLI ends and runs nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    /// use claude_sdk::options::SandboxSettings;
    /// use claude_sdk::types::SandboxNetwork;
    ///
    /// let network = SandboxNetwork::new().allowed_domains(vec!["docs.rs".into()]);
    /// let options = Options::default().sandbox(
    ///     SandboxSettings::new().enabled(true).network(network),
    /// );
    /// ```
    #[must_use]
    pub fn sandbox(mut self, sandbox: SandboxSettings) -> Self {
        self.sandbox = Some(Box::new(sandbox));
        self
    }

    /// Which settings files are read; none if the list is empty. Without it, all are, or those of
    /// the user and the project if [`Options::skills`] are set.
    #[must_use]
    pub fn setting_sources(mut self, sources: impl IntoIterator<Item = SettingSource>) -> Self {
        self.setting_sources = Some(sources.into_iter().collect());
        self
    }

    /// Settings of the organisation's tier, as JSON text: what they forbid stays forbidden.
    ///
    /// The CLI takes from them only what restricts. Where the machine has managed settings of its
    /// own, those decide whether these count. They are told over the pipe; a CLI that does not
    /// take them so (before 2.1.329) does not start.
    #[must_use]
    pub fn managed_settings(mut self, json: impl Into<String>) -> Self {
        self.managed_settings = Some(json.into());
        self
    }

    /// The trusted checkout of which the working directory is a worktree: the project's settings,
    /// hooks, agents, skills and MCP servers come from here. An absolute path. CLIs before 2.1.275
    /// may not know it.
    #[must_use]
    pub fn project_config_root(mut self, path: impl Into<PathBuf>) -> Self {
        self.project_config_root = Some(path.into());
        self
    }

    /// A further directory that tools may use.
    #[must_use]
    pub fn add_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.add_dirs.push(path.into());
        self
    }
}
