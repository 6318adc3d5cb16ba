//! Presets: combinations of options for a purpose. Each is a value that further setters can change.

use claude_types::PermissionMode;

use super::{Options, SettingSource, SystemPrompt, Tools};

/// What a program on a usual machine needs, and nothing that says who somebody is or what session
/// this is.
const PLAIN: [&str; 28] = [
    "ALL_PROXY",
    "HOME",
    "HTTPS_PROXY",
    "HTTP_PROXY",
    "LANG",
    "LANGUAGE",
    "LC_*",
    "LOGNAME",
    "NODE_EXTRA_CA_CERTS",
    "NO_PROXY",
    "PATH",
    "SHELL",
    "SSL_CERT_DIR",
    "SSL_CERT_FILE",
    "SYSTEMROOT",
    "TEMP",
    "TERM",
    "TMP",
    "TMPDIR",
    "TZ",
    "USER",
    "USERPROFILE",
    "XDG_*",
    "all_proxy",
    "http_proxy",
    "https_proxy",
    "no_proxy",
    "windir",
];

/// Tools that look at things and change nothing.
const LOOKING: [&str; 5] = ["Glob", "Grep", "Read", "WebFetch", "WebSearch"];

/// Turns after which a run in production ends.
const TURNS: u32 = 100;

/// Who a session is where two work together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum DualAgentRole {
    /// Looks around and says what is to be done; no built-in tool of it changes anything.
    Manager,
    /// Does what it is told.
    Worker,
}

/// # Presets
impl Options {
    /// For a developer at work: as in a terminal, and with more to see.
    ///
    /// Claude Code's own prompt; edits of files without a question, and everything else asked;
    /// files can be taken back; answers are streamed, and hooks are shown.
    #[must_use]
    pub fn development() -> Self {
        Self::default()
            .system_prompt(SystemPrompt::Preset)
            .permission_mode(PermissionMode::AcceptEdits)
            .file_checkpointing(true)
            .include_partial_messages(true)
            .include_hook_events(true)
    }

    /// For a service: nothing of the machine's user, and an end.
    ///
    /// Settings of the project only, MCP servers of these options only, no more than 100 turns.
    /// What no rule allows is asked of [`Options::on_permission`]; without it, it is denied.
    #[must_use]
    pub fn production() -> Self {
        Self::default()
            .setting_sources([SettingSource::Project])
            .strict_mcp_config(true)
            .max_turns(TURNS)
    }

    /// For one of two sessions that work together on the same project, with Claude Code's own
    /// prompt and the settings of the project.
    ///
    /// A manager has built-in tools that look, which run without a question, and no others; of MCP
    /// servers it has those of these options only. A worker edits files without a question, and asks
    /// about everything else.
    #[must_use]
    pub fn dual_agent(role: DualAgentRole) -> Self {
        let options = Self::default()
            .system_prompt(SystemPrompt::Preset)
            .setting_sources([SettingSource::Project]);
        match role {
            DualAgentRole::Manager => {
                let tools = LOOKING.map(str::to_owned).to_vec();
                options.tools(Tools::Only(tools)).allow_tools(LOOKING).strict_mcp_config(true)
            }
            DualAgentRole::Worker => options.permission_mode(PermissionMode::AcceptEdits),
        }
    }

    /// For a screen: all that can be shown while it happens.
    ///
    /// Answers while they are written, hooks, what subagents say and how far they are, and a
    /// suggestion for the next prompt. A subagent can be stopped by itself.
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

    /// For tests and for machines whose state must not matter: nothing comes in that these options
    /// do not name.
    ///
    /// No settings files, no MCP servers but those of these options, and an environment of a short
    /// list: paths, languages, proxies and certificates. Keys are not on it, nor is anything that
    /// begins with `ANTHROPIC_` or `CLAUDE`: pass them by [`Options::env`] or
    /// [`Options::env_inherit`]. Managed settings of the machine still count.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    ///
    /// let options = Options::hermetic().env_inherit(["ANTHROPIC_API_KEY"]);
    /// assert!(options.validate().is_ok());
    /// ```
    #[must_use]
    pub fn hermetic() -> Self {
        Self::default().setting_sources([]).strict_mcp_config(true).env_inherit(PLAIN)
    }
}

#[cfg(test)]
mod tests;
