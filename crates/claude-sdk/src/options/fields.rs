//! Options: the fields and their defaults. The setters are in the other files, by subject.
//!
//! `launch/args.rs`, `launch/environment.rs`, `launch/initialize.rs` and `launch/settings.rs` pass
//! options to the CLI. `launch/validate/` refuses options, and `launch/warning.rs` warns about
//! them.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use claude_protocol::{Deadlines, Limits, StallPolicy};
use claude_transport::Connector;
use claude_types::{
    AgentDefinition, ApiBeta, EffortLevel, MessageUuid, PermissionMode, Raw, SandboxSettings,
    SessionId,
};

use super::{
    PermissionPrompts, QuestionPreview, SettingSource, Skills, SystemPrompt, Thinking, Tools,
};
use crate::budget::Budget;
use crate::callbacks::{PermissionEntry, UserCallbacks};
use crate::hook::HookEntry;
use crate::mcp_servers::McpServers;
use crate::plugin::PluginEntry;
use crate::usage::Accounting;

/// A callback for each line that the CLI writes to stderr.
pub(crate) type StderrCallback = Arc<dyn Fn(&str) + Send + Sync>;

/// The directory of a plugin, and whether its MCP servers are skipped.
#[derive(Debug, Clone)]
pub(crate) struct PluginDir {
    pub(crate) path: PathBuf,
    pub(crate) skip_mcp: bool,
}

/// The configuration of a session: CLI, model, tools, permissions and callbacks.
///
/// Build a value with [`Options::default`] or a preset such as [`Options::production`], and chain
/// setters. The same value can start many sessions: each gets a new session ID unless one is set or
/// a session is resumed. Clones can be changed independently; they share the callbacks and plugins
/// that are registered.
///
/// # Defaults
///
/// Two defaults differ from those of the CLI:
///
/// - There is no system prompt. Use [`SystemPrompt::Preset`] for the one of Claude Code.
/// - The permission mode is [`PermissionMode::Default`], in which the CLI asks. It is always sent,
///   and a CLI that reports another mode is refused. [`Options::permission_mode_from_settings`]
///   turns this off.
///
/// The tools with which the model asks the user or plans are available only if a callback answers
/// them ([`Options::on_question`], [`Options::on_plan`]). All other defaults are listed in
/// `docs/defaults.md` in the repository.
///
/// # Validation
///
/// Every start first calls [`Options::validate`], which refuses options that contradict each other.
/// [`Options::warnings`] lists options that are valid but probably unintended.
///
/// # Secrets
///
/// `Debug` prints no prompts, settings or values of environment variables. Prompts and settings
/// given as text are not put on the command line, where other users of the machine could read them.
///
/// # Examples
///
/// ```
/// use claude_sdk::Options;
///
/// let options = Options::default().model("sonnet").max_turns(10).allow_tools(["Read", "Grep"]);
/// assert!(options.validate().is_ok());
/// ```
#[derive(Clone)]
pub struct Options {
    pub(crate) cli_path: Option<PathBuf>,
    pub(crate) cwd: Option<PathBuf>,
    pub(crate) js_runtime: Option<PathBuf>,
    pub(crate) js_runtime_args: Vec<OsString>,
    pub(crate) uid: Option<u32>,
    pub(crate) gid: Option<u32>,
    pub(crate) env: Vec<(String, String)>,
    pub(crate) env_clear: bool,
    pub(crate) env_inherit: Vec<String>,
    pub(crate) client_app: Option<String>,
    pub(crate) trace_context: Option<(String, Option<String>)>,
    pub(crate) debug: bool,
    pub(crate) debug_filter: Option<String>,
    pub(crate) debug_file: Option<PathBuf>,
    pub(crate) model: Option<String>,
    pub(crate) fallback_model: Option<String>,
    pub(crate) system_prompt: SystemPrompt,
    pub(crate) system_prompt_snapshot: Option<bool>,
    pub(crate) exclude_dynamic_sections: bool,
    pub(crate) plan_mode_instructions: Option<String>,
    pub(crate) json_schema: Option<Raw>,
    #[cfg(feature = "json")]
    pub(crate) json_repairs: u32,
    pub(crate) verbatim_prompts: bool,
    pub(crate) betas: Vec<ApiBeta>,
    pub(crate) thinking: Option<Thinking>,
    pub(crate) max_thinking_tokens: Option<u32>,
    pub(crate) effort: Option<EffortLevel>,
    pub(crate) task_budget: Option<u64>,
    pub(crate) tools: Option<Tools>,
    pub(crate) allowed_tools: Vec<String>,
    pub(crate) disallowed_tools: Vec<String>,
    pub(crate) tool_aliases: BTreeMap<String, String>,
    pub(crate) question_preview: Option<QuestionPreview>,
    pub(crate) skills: Option<Skills>,
    pub(crate) permission_mode: Option<PermissionMode>,
    pub(crate) allow_bypass: bool,
    pub(crate) allow_shadowed_permissions: bool,
    pub(crate) permission_prompt_tool: Option<String>,
    pub(crate) permission_prompts: Option<PermissionPrompts>,
    pub(crate) max_turns: Option<u32>,
    pub(crate) max_budget_usd: Option<f64>,
    pub(crate) resume: Option<String>,
    pub(crate) continue_: bool,
    pub(crate) fork_session: bool,
    pub(crate) session_id: Option<SessionId>,
    pub(crate) resume_at: Option<MessageUuid>,
    pub(crate) resume_drops_turn: Option<MessageUuid>,
    pub(crate) persist_session: bool,
    pub(crate) title: Option<String>,
    pub(crate) add_dirs: Vec<PathBuf>,
    pub(crate) settings: Option<String>,
    pub(crate) sandbox: Option<Box<SandboxSettings>>,
    pub(crate) managed_settings: Option<String>,
    pub(crate) project_config_root: Option<PathBuf>,
    pub(crate) setting_sources: Option<Vec<SettingSource>>,
    pub(crate) file_checkpointing: bool,
    pub(crate) include_partial_messages: bool,
    pub(crate) include_hook_events: bool,
    pub(crate) prompt_suggestions: bool,
    pub(crate) agents: BTreeMap<String, AgentDefinition>,
    pub(crate) main_agent: Option<String>,
    pub(crate) plugin_dirs: Vec<PluginDir>,
    pub(crate) plugin_dirs_on_command_line: bool,
    pub(crate) forward_subagent_text: bool,
    pub(crate) agent_progress_summaries: bool,
    pub(crate) per_task_stop: bool,
    pub(crate) extra_args: Vec<(String, Option<String>)>,
    pub(crate) stderr: Option<StderrCallback>,
    pub(crate) max_line: usize,
    pub(crate) permission: Option<PermissionEntry>,
    pub(crate) hooks: Vec<HookEntry>,
    pub(crate) user: UserCallbacks,
    pub(crate) mcp: McpServers,
    pub(crate) mcp_config: Vec<PathBuf>,
    pub(crate) strict_mcp_config: bool,
    pub(crate) required_mcp: Vec<String>,
    pub(crate) sdk_plugins: Vec<PluginEntry>,
    pub(crate) deadlines: Deadlines,
    pub(crate) limits: Limits,
    pub(crate) stall: StallPolicy,
    pub(crate) include_session_state: bool,
    pub(crate) accounting: Accounting,
    pub(crate) budget: Option<Budget>,
    pub(crate) skip_version_check: bool,
    pub(crate) connector: Option<Arc<dyn Connector>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            cli_path: None,
            cwd: None,
            js_runtime: None,
            js_runtime_args: Vec::new(),
            uid: None,
            gid: None,
            env: Vec::new(),
            env_clear: false,
            env_inherit: Vec::new(),
            client_app: None,
            trace_context: None,
            debug: false,
            debug_filter: None,
            debug_file: None,
            model: None,
            fallback_model: None,
            system_prompt: SystemPrompt::default(),
            system_prompt_snapshot: None,
            exclude_dynamic_sections: false,
            plan_mode_instructions: None,
            json_schema: None,
            #[cfg(feature = "json")]
            json_repairs: 1,
            verbatim_prompts: false,
            betas: Vec::new(),
            thinking: None,
            max_thinking_tokens: None,
            effort: None,
            task_budget: None,
            tools: None,
            allowed_tools: Vec::new(),
            disallowed_tools: Vec::new(),
            tool_aliases: BTreeMap::new(),
            question_preview: None,
            skills: None,
            permission_mode: Some(PermissionMode::Default),
            allow_bypass: false,
            allow_shadowed_permissions: false,
            permission_prompt_tool: None,
            permission_prompts: None,
            max_turns: None,
            max_budget_usd: None,
            resume: None,
            continue_: false,
            fork_session: false,
            session_id: None,
            resume_at: None,
            resume_drops_turn: None,
            persist_session: true,
            title: None,
            add_dirs: Vec::new(),
            settings: None,
            sandbox: None,
            managed_settings: None,
            project_config_root: None,
            setting_sources: None,
            file_checkpointing: false,
            include_partial_messages: false,
            include_hook_events: false,
            prompt_suggestions: false,
            agents: BTreeMap::new(),
            main_agent: None,
            plugin_dirs: Vec::new(),
            plugin_dirs_on_command_line: false,
            forward_subagent_text: false,
            agent_progress_summaries: false,
            per_task_stop: false,
            extra_args: Vec::new(),
            stderr: None,
            max_line: 64 << 20,
            permission: None,
            hooks: Vec::new(),
            user: UserCallbacks::default(),
            mcp: McpServers::new(),
            mcp_config: Vec::new(),
            strict_mcp_config: false,
            required_mcp: Vec::new(),
            sdk_plugins: Vec::new(),
            deadlines: Deadlines::default(),
            limits: Limits::default(),
            stall: StallPolicy::default(),
            include_session_state: false,
            accounting: Accounting::Results,
            budget: None,
            skip_version_check: false,
            connector: None,
        }
    }
}

/// # Flags
impl Options {
    /// Returns whether the caller sets this flag with [`Options::extra_arg`].
    pub(crate) fn names_flag(&self, flag: &str) -> bool {
        self.extra_args.iter().any(|(name, _)| name == flag)
    }
}

impl fmt::Debug for Options {
    /// Leaves out prompts, settings and the values of variables, because they may contain secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.env.iter().map(|(name, _)| name).collect();
        f.debug_struct("Options")
            .field("cli_path", &self.cli_path)
            .field("cwd", &self.cwd)
            .field("env", &names)
            .field("env_inherit", &self.env_clear.then_some(&self.env_inherit))
            .field("model", &self.model)
            .field("tools", &self.tools)
            .field("allowed_tools", &self.allowed_tools)
            .field("disallowed_tools", &self.disallowed_tools)
            .field("skills", &self.skills)
            .field("permission_mode", &self.permission_mode)
            .field("setting_sources", &self.setting_sources)
            .field("strict_mcp_config", &self.strict_mcp_config)
            .field("sandbox", &self.sandbox.is_some())
            .field("file_checkpointing", &self.file_checkpointing)
            .field("resume", &self.resume)
            .field("session_id", &self.session_id)
            .field("permission", &self.permission.is_some())
            .field("agents", &self.agents.keys().collect::<Vec<_>>())
            .field("hooks", &self.hooks)
            .field("user", &self.user)
            .field("plugins", &self.sdk_plugins)
            .field("mcp", &self.mcp)
            .finish_non_exhaustive()
    }
}
