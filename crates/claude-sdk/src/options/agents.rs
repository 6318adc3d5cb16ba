//! Options about agents and plugins.

use std::path::PathBuf;

use claude_types::AgentDefinition;

use super::{Options, PluginDir};
use crate::plugin::{Plugin, PluginEntry};

/// # Agents and plugins
impl Options {
    /// Subagents that the model may call, by name. They are told over the pipe, and may be large.
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

    /// The agent that the main conversation is: its prompt, tools and model are this agent's. One
    /// of [`Options::agents`], or one from the settings.
    #[must_use]
    pub fn main_agent(mut self, name: impl Into<String>) -> Self {
        self.main_agent = Some(name.into());
        self
    }

    /// A plugin: its folder.
    ///
    /// The path is told over the pipe, which CLIs before 2.1.261 cannot read it from:
    /// [`Options::plugin_dirs_on_command_line`].
    #[must_use]
    pub fn plugin_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.plugin_dirs.push(PluginDir { path: path.into(), skip_mcp: false });
        self
    }

    /// As [`Options::plugin_dir`], and leaves the plugin's MCP servers alone.
    #[must_use]
    pub fn plugin_dir_without_mcp(mut self, path: impl Into<PathBuf>) -> Self {
        self.plugin_dirs.push(PluginDir { path: path.into(), skip_mcp: true });
        self
    }

    /// Names plugins on the command line, as CLIs before 2.1.261 want it.
    #[must_use]
    pub fn plugin_dirs_on_command_line(mut self, enabled: bool) -> Self {
        self.plugin_dirs_on_command_line = enabled;
        self
    }

    /// Sends the text and the thinking of subagents, too, and not only their tool calls.
    #[must_use]
    pub fn forward_subagent_text(mut self, enabled: bool) -> Self {
        self.forward_subagent_text = enabled;
        self
    }

    /// Has the progress of subagents told in words, about every 30 seconds.
    #[must_use]
    pub fn agent_progress_summaries(mut self, enabled: bool) -> Self {
        self.agent_progress_summaries = enabled;
        self
    }

    /// Says that the user can stop each background agent by itself. An interrupt then leaves them
    /// running; without this it ends them, too.
    #[must_use]
    pub fn per_task_stop(mut self, enabled: bool) -> Self {
        self.per_task_stop = enabled;
        self
    }

    /// Registers a plugin of this program, behind those that are registered already.
    #[must_use]
    pub fn plugin(mut self, plugin: impl Plugin) -> Self {
        self.sdk_plugins.push(PluginEntry::new(plugin));
        self
    }
}
