//! Settings: setters for settings, the sandbox, and the directories of a session.

use std::path::PathBuf;

use claude_types::SandboxSettings;

use super::{Options, SettingSource};

/// # Settings and folders
impl Options {
    /// Sets the settings: the path of a file, or JSON text.
    ///
    /// By default, only settings files are read, see [`Options::setting_sources`]. Becomes
    /// `--settings`.
    ///
    /// JSON text is not on the command line, where others could read it. It is written to a file
    /// that only this user can read, and that is removed when the CLI has exited. The start fails
    /// with [`Precondition::Settings`](crate::error::Precondition::Settings) if the text is not a
    /// JSON object, because the CLI would run without the settings.
    #[must_use]
    pub fn settings(mut self, settings: impl Into<String>) -> Self {
        self.settings = Some(settings.into());
        self
    }

    /// Sets the sandbox in which the CLI runs commands.
    ///
    /// By default, the settings decide.
    ///
    /// The sandbox is merged into [`Options::settings`], and replaces one that they contain. For
    /// this, a settings file is read when the session starts; a relative path is resolved in
    /// [`Options::cwd`]. The start fails with
    /// [`Precondition::Settings`](crate::error::Precondition::Settings) if the file or text is not
    /// a JSON object.
    ///
    /// If a sandbox is `enabled` and does not set `fail_if_unavailable`, the SDK sets it to `true`:
    /// if no sandbox is available, the CLI exits instead of running commands without it.
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

    /// Sets which settings files are read; none if the list is empty.
    ///
    /// Becomes `--setting-sources`.
    ///
    /// By default, all are read. If [`Options::skills`] is set, the default is the files of the
    /// user and the project.
    #[must_use]
    pub fn setting_sources(mut self, sources: impl IntoIterator<Item = SettingSource>) -> Self {
        self.setting_sources = Some(sources.into_iter().collect());
        self
    }

    /// Sets managed settings, as JSON text: what they forbid cannot be allowed by other settings.
    ///
    /// The CLI applies only the restrictions in them. If the machine has managed settings, those
    /// decide whether these apply. The text is sent in `initialize`. The start fails if the CLI
    /// does not apply it, as CLIs before 2.1.329 do.
    #[must_use]
    pub fn managed_settings(mut self, json: impl Into<String>) -> Self {
        self.managed_settings = Some(json.into());
        self
    }

    /// Sets the trusted checkout to which the working directory belongs as a worktree, an absolute
    /// path.
    ///
    /// Becomes `--project-config-root`.
    ///
    /// Settings, hooks, agents, skills and MCP servers of the project are read there. By default,
    /// they are read in the working directory. CLIs before 2.1.275 may not support it.
    #[must_use]
    pub fn project_config_root(mut self, path: impl Into<PathBuf>) -> Self {
        self.project_config_root = Some(path.into());
        self
    }

    /// Adds a directory that tools may use, in addition to the working directory.
    ///
    /// Becomes `--add-dir`.
    #[must_use]
    pub fn add_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.add_dirs.push(path.into());
        self
    }
}
