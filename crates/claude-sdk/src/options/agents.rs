//! Agents and plugins: setters for subagents, plugin directories of the CLI, and plugins of this
//! program.

use std::path::PathBuf;

use claude_types::AgentDefinition;

use super::{Options, PluginDir};
use crate::plugin::{Plugin, PluginEntry};

/// # Agents and plugins
impl Options {
    /// Adds subagents that the model may call, by name.
    ///
    /// A later agent replaces one with the same name. Sent in `initialize` as `agents`, so their
    /// length is not limited.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    /// use claude_sdk::types::AgentDefinition;
    ///
    /// let reviewer = AgentDefinition::new("Reviews code.", "You review code.");
    /// let options = Options::default().agents([("reviewer", reviewer)]).main_agent("reviewer");
    /// ```
    #[must_use]
    pub fn agents<T: Into<String>>(
        mut self,
        agents: impl IntoIterator<Item = (T, AgentDefinition)>,
    ) -> Self {
        self.agents.extend(agents.into_iter().map(|(name, agent)| (name.into(), agent)));
        self
    }

    /// Sets the agent of the main conversation: its prompt, tools and model are used.
    ///
    /// By default, the settings decide.
    ///
    /// The agent is one of [`Options::agents`], or one from the settings. Becomes `--agent`.
    #[must_use]
    pub fn main_agent(mut self, name: impl Into<String>) -> Self {
        self.main_agent = Some(name.into());
        self
    }

    /// Adds the directory of a plugin of the CLI.
    ///
    /// The path is sent in `initialize`. CLIs before 2.1.261 cannot read it there: set
    /// [`Options::plugin_dirs_on_command_line`] for them.
    #[must_use]
    pub fn plugin_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.plugin_dirs.push(PluginDir { path: path.into(), skip_mcp: false });
        self
    }

    /// Adds the directory of a plugin of the CLI, without its MCP servers.
    ///
    /// The same as [`Options::plugin_dir`], except that the CLI ignores the MCP servers of the
    /// plugin.
    #[must_use]
    pub fn plugin_dir_without_mcp(mut self, path: impl Into<PathBuf>) -> Self {
        self.plugin_dirs.push(PluginDir { path: path.into(), skip_mcp: true });
        self
    }

    /// Sets whether plugin directories are passed on the command line.
    ///
    /// The default is `false`.
    ///
    /// CLIs before 2.1.261 require `true`. The flags are `--plugin-dir` and `--plugin-dir-no-mcp`.
    #[must_use]
    pub fn plugin_dirs_on_command_line(mut self, enabled: bool) -> Self {
        self.plugin_dirs_on_command_line = enabled;
        self
    }

    /// Sets whether the text and thinking of subagents are sent, too.
    ///
    /// The default is `false`: only their tool calls are. Sent in `initialize` as
    /// `forwardSubagentText`.
    #[must_use]
    pub fn forward_subagent_text(mut self, enabled: bool) -> Self {
        self.forward_subagent_text = enabled;
        self
    }

    /// Sets whether the CLI describes the progress of subagents in words, about every 30 seconds.
    ///
    /// The default is `false`. Sent in `initialize` as `agentProgressSummaries`.
    #[must_use]
    pub fn agent_progress_summaries(mut self, enabled: bool) -> Self {
        self.agent_progress_summaries = enabled;
        self
    }

    /// Sets whether the user can stop background agents one by one.
    ///
    /// The default is `false`. Sent in `initialize` as `perTaskStopAffordance`.
    ///
    /// If `true`, an interrupt leaves background agents running; otherwise it stops them, too.
    #[must_use]
    pub fn per_task_stop(mut self, enabled: bool) -> Self {
        self.per_task_stop = enabled;
        self
    }

    /// Registers a plugin of this program, after those that are already registered.
    #[must_use]
    pub fn plugin(mut self, plugin: impl Plugin) -> Self {
        self.sdk_plugins.push(PluginEntry::new(plugin));
        self
    }
}
