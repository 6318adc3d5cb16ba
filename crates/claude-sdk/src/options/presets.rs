//! Presets: combinations of options for one purpose. Further setters can change the result.

use claude_types::PermissionMode;

use super::{EnvPolicy, Options, SettingSource, SystemPrompt, Tools};

/// The built-in tools that only read.
const READ_ONLY: [&str; 5] = ["Glob", "Grep", "Read", "WebFetch", "WebSearch"];

/// The maximum number of turns of [`Options::production`].
const TURNS: u32 = 100;

/// The role of a session in a pair, see [`Options::dual_agent`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DualAgentRole {
    /// Reads and plans. Its built-in tools cannot change anything.
    Manager,
    /// Edits files.
    Worker,
}

/// # Presets
impl Options {
    /// Returns options for a developer, similar to Claude Code in a terminal:
    ///
    /// - the system prompt of Claude Code;
    /// - edits of files are allowed, all other permissions are requested;
    /// - changed files can be restored ([`Options::file_checkpointing`]);
    /// - partial messages and hook events are sent.
    #[must_use]
    pub fn development() -> Self {
        Self::default()
            .system_prompt(SystemPrompt::Preset)
            .permission_mode(PermissionMode::AcceptEdits)
            .file_checkpointing(true)
            .include_partial_messages(true)
            .include_hook_events(true)
    }

    /// Returns options for a service:
    ///
    /// - settings of the project only, not of the user;
    /// - no MCP servers except those of these options;
    /// - at most 100 turns.
    ///
    /// Tool calls that no rule allows are requested from [`Options::on_permission`]. Without a
    /// callback, they are denied.
    #[must_use]
    pub fn production() -> Self {
        Self::default()
            .setting_sources([SettingSource::Project])
            .strict_mcp_config(true)
            .max_turns(TURNS)
    }

    /// Returns options for one of two sessions that work on the same project.
    ///
    /// Both have the system prompt of Claude Code and the settings of the project.
    ///
    /// - A manager has only built-in tools that read. They run without a permission request. It has
    ///   no MCP servers except those of these options.
    /// - A worker may edit files. All other permissions are requested.
    #[must_use]
    pub fn dual_agent(role: DualAgentRole) -> Self {
        let options = Self::default()
            .system_prompt(SystemPrompt::Preset)
            .setting_sources([SettingSource::Project]);
        match role {
            DualAgentRole::Manager => {
                let tools = READ_ONLY.map(str::to_owned).to_vec();
                options.tools(Tools::Only(tools)).allow_tools(READ_ONLY).strict_mcp_config(true)
            }
            DualAgentRole::Worker => options.permission_mode(PermissionMode::AcceptEdits),
        }
    }

    /// Returns options for a user interface, with all messages about what is happening:
    ///
    /// - partial messages and hook events;
    /// - the text of subagents, and summaries of their progress;
    /// - a suggestion for the next prompt.
    ///
    /// The user can stop background agents one by one ([`Options::per_task_stop`]).
    #[must_use]
    pub fn streaming() -> Self {
        Self::default()
            .include_partial_messages(true)
            .include_hook_events(true)
            .forward_subagent_text(true)
            .agent_progress_summaries(true)
            .prompt_suggestions(true)
            .per_task_stop(true)
    }

    /// Returns options for sessions that do not depend on the machine, for example in tests:
    ///
    /// - no settings files;
    /// - no MCP servers except those of these options;
    /// - from the environment, only common variables such as paths, languages, proxies and
    ///   certificates.
    ///
    /// API keys and variables that begin with `ANTHROPIC_` or `CLAUDE` are not inherited: pass them
    /// with [`Options::credentials`] and [`Options::env`], or name them in
    /// [`Options::env_policy`]. Managed settings of the machine still apply.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    /// use claude_sdk::options::EnvPolicy;
    ///
    /// let inherited = EnvPolicy::common().also(["ANTHROPIC_API_KEY"]);
    /// let options = Options::hermetic().env_policy(inherited);
    /// assert!(options.validate().is_ok());
    /// ```
    #[must_use]
    pub fn hermetic() -> Self {
        Self::default().setting_sources([]).strict_mcp_config(true).env_policy(EnvPolicy::common())
    }
}

#[cfg(test)]
mod tests;
