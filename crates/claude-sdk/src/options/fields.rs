//! Options: the fields and their defaults. The setters are in the other files, by subject.
//!
//! `launch/args.rs`, `launch/environment/`, `launch/initialize.rs` and `launch/settings.rs` pass
//! options to the CLI. `launch/validate/` refuses options, and `launch/warning.rs` warns about
//! them.
//!
//! The comment of a field names its setters, and says what holds by default. It is the row of the
//! field in `docs/defaults.md`: `UPDATE_EXPECT=1 cargo test -p claude-testkit --test it defaults`
//! writes that table.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use claude_protocol::facts::MirrorSink;
use claude_protocol::{Deadlines, Limits, StallPolicy};
use claude_transport::{Connector, ResourceLimits};
use claude_types::{
    AgentDefinition, ApiBeta, EffortLevel, MessageUuid, PermissionMode, Raw, SandboxSettings,
    SessionId,
};
use zeroize::Zeroizing;

use super::{
    CommandWrapper, Credentials, EnvPolicy, PermissionPrompts, QuestionPreview, Recycle, Resume,
    SettingSource, Skills, SystemPrompt, Thinking, Tools,
};
use crate::approvals::Approvals;
use crate::budget::Budget;
use crate::callbacks::{PermissionEntry, UserCallbacks};
use crate::hook::HookEntry;
use crate::mcp_servers::McpServers;
use crate::observer::FactoryEntry;
use crate::plugin::PluginEntry;
use crate::usage::Accounting;

/// A callback for each line that the CLI writes to stderr.
pub(crate) type StderrCallback = Arc<dyn Fn(&str) + Send + Sync>;

/// A source of the trace context: `traceparent` and `tracestate`.
#[derive(Clone)]
pub(crate) struct TraceSource(
    pub(crate) Arc<dyn Fn() -> Option<(String, Option<String>)> + Send + Sync>,
);

impl fmt::Debug for TraceSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TraceSource")
    }
}

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
/// `Debug` prints no credentials, prompts, settings or values of environment variables. Prompts and settings
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
    /// `cli_path`: `CLAUDE_CLI_PATH` is used; if it is not set, `PATH`, the `PATH` of the login
    /// shell and the directories of installers are searched.
    pub(crate) cli_path: Option<PathBuf>,
    /// `cwd`: The CLI runs in the working directory of the host.
    pub(crate) cwd: Option<PathBuf>,
    /// `js_runtime`: The CLI is executed directly.
    pub(crate) js_runtime: Option<PathBuf>,
    /// `js_runtime_arg`: None.
    pub(crate) js_runtime_args: Vec<OsString>,
    /// `uid`: The CLI runs as the user of the host.
    pub(crate) uid: Option<u32>,
    /// `gid`: The CLI runs as the group of the host.
    pub(crate) gid: Option<u32>,
    /// `resource_limits`: The CLI has the limits of this process.
    pub(crate) resource_limits: ResourceLimits,
    /// `wrap_command`: The CLI is started directly.
    pub(crate) wrap_command: Option<CommandWrapper>,
    /// `recycle_when`: The CLI runs as long as the session.
    pub(crate) recycle: Option<Recycle>,
    /// `env`: Only the variables of the SDK are added: see below.
    pub(crate) env: Vec<(String, Zeroizing<String>)>,
    /// `env_policy`: The CLI inherits the environment of the host, without the variables of an outer
    /// session.
    pub(crate) env_policy: EnvPolicy,
    /// `credentials`: The CLI uses what it finds in its environment and settings, or a stored login.
    pub(crate) credentials: Credentials,
    /// `client_app`: The program is not named.
    pub(crate) client_app: Option<String>,
    /// `trace_context`: An inherited trace is passed on.
    pub(crate) trace_context: Option<(String, Option<String>)>,
    /// `trace_context_from`: None.
    pub(crate) trace_source: Option<TraceSource>,
    /// `debug`: The CLI writes no debug log.
    pub(crate) debug: bool,
    /// `debug_filter`: All categories.
    pub(crate) debug_filter: Option<String>,
    /// `debug_file`: A file that the CLI chooses.
    pub(crate) debug_file: Option<PathBuf>,
    /// `model`: The CLI chooses.
    pub(crate) model: Option<String>,
    /// `fallback_model`: None.
    pub(crate) fallback_model: Option<String>,
    /// `system_prompt`: `Empty`: `--system-prompt ""` is sent. `SystemPrompt::Preset` is the prompt
    /// of Claude Code.
    pub(crate) system_prompt: SystemPrompt,
    /// `system_prompt_snapshot`: Nothing is sent; CLIs from 2.1.257 on keep the prompt.
    pub(crate) system_prompt_snapshot: Option<bool>,
    /// `exclude_dynamic_sections`: They stay in the prompt.
    pub(crate) exclude_dynamic_sections: bool,
    /// `plan_mode_instructions`: Those of the CLI.
    pub(crate) plan_mode_instructions: Option<String>,
    /// `output_schema`, `output_schema_of`: Answers are texts.
    pub(crate) json_schema: Option<Raw>,
    /// `json_repairs`: An answer that does not fit its type is requested once more.
    #[cfg(feature = "json")]
    pub(crate) json_repairs: u32,
    /// `verbatim_prompts`: Slash commands and file names after `@` are expanded.
    pub(crate) verbatim_prompts: bool,
    /// `betas`: None.
    pub(crate) betas: Vec<ApiBeta>,
    /// `thinking`: The CLI chooses.
    pub(crate) thinking: Option<Thinking>,
    /// `max_thinking_tokens`: The CLI chooses.
    pub(crate) max_thinking_tokens: Option<u32>,
    /// `effort`: The CLI chooses.
    pub(crate) effort: Option<EffortLevel>,
    /// `task_budget`: No budget is sent.
    pub(crate) task_budget: Option<u64>,
    /// `tools`: The set of the CLI; no flag is sent.
    pub(crate) tools: Option<Tools>,
    /// `allow_tools`: The SDK sends no rule that allows a tool; settings may still allow some.
    pub(crate) allowed_tools: Vec<String>,
    /// `disallow_tools`: None.
    pub(crate) disallowed_tools: Vec<String>,
    /// `tool_aliases`: None.
    pub(crate) tool_aliases: BTreeMap<String, String>,
    /// `question_preview`: That of the CLI: Markdown.
    pub(crate) question_preview: Option<QuestionPreview>,
    /// `skills`: Nothing is sent about skills. If set, `Skill` or `Skill(name)` is added to the
    /// allowed tools, and `setting_sources` is `user,project` unless it is set.
    pub(crate) skills: Option<Skills>,
    /// `permission_mode`, `permission_mode_from_settings`: `--permission-mode default` is sent and
    /// checked.
    pub(crate) permission_mode: Option<PermissionMode>,
    /// `allow_bypass`: `bypassPermissions` cannot be chosen.
    pub(crate) allow_bypass: bool,
    /// `allow_shadowed_permissions`: A permission callback that would never be called is refused.
    pub(crate) allow_shadowed_permissions: bool,
    /// `permission_prompt_tool`: No tool decides about permissions.
    pub(crate) permission_prompt_tool: Option<String>,
    /// `permission_prompts`: Nothing is sent: the host answers.
    pub(crate) permission_prompts: Option<PermissionPrompts>,
    /// `max_turns`: No limit is sent; 0 is not sent either.
    pub(crate) max_turns: Option<u32>,
    /// `max_budget_usd`: No limit is sent.
    pub(crate) max_budget_usd: Option<f64>,
    /// `resume`, `resume_file`: A new session.
    pub(crate) resume: Option<Resume>,
    /// `continue_latest`: A new session.
    pub(crate) continue_: bool,
    /// `fork_session`: A resumed session keeps its ID.
    pub(crate) fork_session: bool,
    /// `session_id`: A new session gets a random UUID from the SDK.
    pub(crate) session_id: Option<SessionId>,
    /// `resume_at`: The whole conversation is resumed.
    pub(crate) resume_at: Option<MessageUuid>,
    /// `resume_drops_turn`: Nothing guards the part that is cut off.
    pub(crate) resume_drops_turn: Option<MessageUuid>,
    /// `persist_session`: The session is stored on disk.
    pub(crate) persist_session: bool,
    /// `title`: The CLI creates one.
    pub(crate) title: Option<String>,
    /// `add_dir`: None.
    pub(crate) add_dirs: Vec<PathBuf>,
    /// `settings`: Only those of the settings files.
    pub(crate) settings: Option<String>,
    /// `sandbox`: Nothing is sent about a sandbox. One that is `enabled` gets `failIfUnavailable:
    /// true` unless it sets another value.
    pub(crate) sandbox: Option<Box<SandboxSettings>>,
    /// `managed_settings`: Only those of the machine.
    pub(crate) managed_settings: Option<String>,
    /// `project_config_root`: The project is the directory in which the CLI runs.
    pub(crate) project_config_root: Option<PathBuf>,
    /// `setting_sources`: The CLI reads all its settings files.
    pub(crate) setting_sources: Option<Vec<SettingSource>>,
    /// `file_checkpointing`: Changes that the CLI makes to files cannot be rewound.
    pub(crate) file_checkpointing: bool,
    /// `include_partial_messages`: No `Message::StreamEvent`.
    pub(crate) include_partial_messages: bool,
    /// `include_hook_events`: Only hooks of `SessionStart` and `Setup` are reported.
    pub(crate) include_hook_events: bool,
    /// `prompt_suggestions`: None.
    pub(crate) prompt_suggestions: bool,
    /// `agents`: Those of the settings.
    pub(crate) agents: BTreeMap<String, AgentDefinition>,
    /// `main_agent`: That of the settings, or none.
    pub(crate) main_agent: Option<String>,
    /// `plugin_dir`, `plugin_dir_without_mcp`: Those of the settings.
    pub(crate) plugin_dirs: Vec<PluginDir>,
    /// `plugin_dirs_on_command_line`: They are sent with the first request, with
    /// `--await-initialize`.
    pub(crate) plugin_dirs_on_command_line: bool,
    /// `forward_subagent_text`: Only tool calls of subagents are sent.
    pub(crate) forward_subagent_text: bool,
    /// `agent_progress_summaries`: None.
    pub(crate) agent_progress_summaries: bool,
    /// `per_task_stop`: An interrupt also ends background agents.
    pub(crate) per_task_stop: bool,
    /// `extra_arg`: None.
    pub(crate) extra_args: Vec<(String, Option<String>)>,
    /// `on_stderr`: Lines of stderr are stored for errors only.
    pub(crate) stderr: Option<StderrCallback>,
    /// `max_line`: 64 MiB: see above.
    pub(crate) max_line: usize,
    /// `on_permission`, `on_permission_handler`: No `--permission-prompt-tool` is sent; a request
    /// that is sent anyway is denied.
    pub(crate) permission: Option<PermissionEntry>,
    /// `asked_by`: Each callback is set by itself.
    pub(crate) approvals: Option<Approvals>,
    /// `on`, `on_handler`, `on_hook`: None.
    pub(crate) hooks: Vec<HookEntry>,
    /// `on_question`, `question_timeout`, `questions_by_permission`, `on_plan`,
    /// `plans_by_permission`, `on_elicitation`, `on_dialog`: `AskUserQuestion`, `EnterPlanMode` and
    /// `ExitPlanMode` are disabled by `--disallowedTools`; elicitations are declined; no dialog is
    /// declared, and a request for one gets no reply.
    pub(crate) user: UserCallbacks,
    /// `mcp_server`, `mcp_servers`: None, in addition to those of the settings.
    pub(crate) mcp: McpServers,
    /// `mcp_config`: None.
    pub(crate) mcp_config: Vec<PathBuf>,
    /// `strict_mcp_config`: Servers of settings, projects and plugins are available, too.
    pub(crate) strict_mcp_config: bool,
    /// `require_mcp_servers`: The start waits for none.
    pub(crate) required_mcp: Vec<String>,
    /// `plugin`: None.
    pub(crate) sdk_plugins: Vec<PluginEntry>,
    /// `observer`: None.
    pub(crate) observers: Vec<FactoryEntry>,
    /// `mirror`: The transcript is not mirrored.
    pub(crate) mirror: Option<MirrorSink>,
    /// `deadlines`: See above.
    pub(crate) deadlines: Deadlines,
    /// `limits`: See above.
    pub(crate) limits: Limits,
    /// `on_stall`: See above.
    pub(crate) stall: StallPolicy,
    /// `include_session_state`: Frames about the state are hidden, unless the environment asked for
    /// them.
    pub(crate) include_session_state: bool,
    /// `accounting`: The ledger contains what results report.
    pub(crate) accounting: Accounting,
    /// `budget`: The SDK limits nothing.
    pub(crate) budget: Option<Budget>,
    /// `skip_version_check`: A CLI below 2.1.113 is refused, and one below 2.1.250 causes a
    /// warning, unless `CLAUDE_AGENT_SDK_SKIP_VERSION_CHECK` is set.
    pub(crate) skip_version_check: bool,
    /// `connector`: The CLI is started as a child process.
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
            resource_limits: ResourceLimits::default(),
            wrap_command: None,
            recycle: None,
            env: Vec::new(),
            env_policy: EnvPolicy::Inherit,
            credentials: Credentials::Inherit,
            client_app: None,
            trace_context: None,
            trace_source: None,
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
            approvals: None,
            hooks: Vec::new(),
            user: UserCallbacks::default(),
            mcp: McpServers::new(),
            mcp_config: Vec::new(),
            strict_mcp_config: false,
            required_mcp: Vec::new(),
            sdk_plugins: Vec::new(),
            observers: Vec::new(),
            mirror: None,
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
            .field("env_policy", &self.env_policy)
            .field("credentials", &self.credentials)
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
            .field("trace_source", &self.trace_source)
            .field("observers", &self.observers)
            .field("mirror", &self.mirror)
            .field("mcp", &self.mcp)
            .finish_non_exhaustive()
    }
}
