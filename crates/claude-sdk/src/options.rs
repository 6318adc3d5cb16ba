//! What a user sets. How it reaches the CLI is in `args.rs`, what is refused in `validate.rs`.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use claude_protocol::{Deadlines, Handlers, Limits};
use claude_transport::Connector;
use claude_types::{PermissionMode, Raw, SandboxSettings, SessionId};

use crate::hook::HookEntry;
use crate::permission::PermissionEntry;
use crate::session::Session;
use crate::{McpServers, SettingSource, Skills, SystemPrompt, Tools};

/// Called with each line that the CLI writes on stderr.
pub(crate) type StderrCallback = Arc<dyn Fn(&str) + Send + Sync>;

/// Options of a session. Clones are independent; one value may start many sessions.
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
    pub(crate) env: Vec<(String, String)>,
    pub(crate) env_clear: bool,
    pub(crate) model: Option<String>,
    pub(crate) fallback_model: Option<String>,
    pub(crate) system_prompt: SystemPrompt,
    pub(crate) tools: Option<Tools>,
    pub(crate) allowed_tools: Vec<String>,
    pub(crate) disallowed_tools: Vec<String>,
    pub(crate) skills: Option<Skills>,
    pub(crate) permission_mode: Option<PermissionMode>,
    pub(crate) max_turns: Option<u32>,
    pub(crate) max_budget_usd: Option<f64>,
    pub(crate) resume: Option<String>,
    pub(crate) continue_: bool,
    pub(crate) fork_session: bool,
    pub(crate) session_id: Option<SessionId>,
    pub(crate) add_dirs: Vec<PathBuf>,
    pub(crate) settings: Option<String>,
    pub(crate) sandbox: Option<Box<SandboxSettings>>,
    pub(crate) setting_sources: Option<Vec<SettingSource>>,
    pub(crate) file_checkpointing: bool,
    pub(crate) include_partial_messages: bool,
    pub(crate) extra_args: Vec<(String, Option<String>)>,
    pub(crate) stderr: Option<StderrCallback>,
    pub(crate) max_line: usize,
    pub(crate) permission: Option<PermissionEntry>,
    pub(crate) hooks: Vec<HookEntry>,
    pub(crate) mcp: McpServers,
    pub(crate) required_mcp: Vec<String>,
    pub(crate) json_schema: Option<Raw>,
    #[cfg(feature = "json")]
    pub(crate) json_repairs: u32,
    pub(crate) deadlines: Deadlines,
    pub(crate) limits: Limits,
    pub(crate) connector: Option<Arc<dyn Connector>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            cli_path: None,
            cwd: None,
            env: Vec::new(),
            env_clear: false,
            model: None,
            fallback_model: None,
            system_prompt: SystemPrompt::default(),
            tools: None,
            allowed_tools: Vec::new(),
            disallowed_tools: Vec::new(),
            skills: None,
            permission_mode: Some(PermissionMode::Default),
            max_turns: None,
            max_budget_usd: None,
            resume: None,
            continue_: false,
            fork_session: false,
            session_id: None,
            add_dirs: Vec::new(),
            settings: None,
            sandbox: None,
            setting_sources: None,
            file_checkpointing: false,
            include_partial_messages: false,
            extra_args: Vec::new(),
            stderr: None,
            max_line: 64 << 20,
            permission: None,
            hooks: Vec::new(),
            mcp: McpServers::new(),
            required_mcp: Vec::new(),
            json_schema: None,
            #[cfg(feature = "json")]
            json_repairs: 1,
            deadlines: Deadlines::default(),
            limits: Limits::default(),
            connector: None,
        }
    }
}

/// Setters, grouped: the process, the model, tools and permissions, the session, the rest.
impl Options {
    /// The CLI to run. Without it, the environment, `PATH` and the usual places are searched.
    #[must_use]
    pub fn cli_path(mut self, path: impl Into<PathBuf>) -> Self {
        self.cli_path = Some(path.into());
        self
    }

    /// The working directory of the CLI.
    #[must_use]
    pub fn cwd(mut self, path: impl Into<PathBuf>) -> Self {
        self.cwd = Some(path.into());
        self
    }

    /// Sets an environment variable for the CLI, on top of the inherited ones.
    #[must_use]
    pub fn env(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.env.push((name.into(), value.into()));
        self
    }

    /// Lets the CLI inherit nothing: it sees only what [`Options::env`] sets.
    #[must_use]
    pub fn env_clear(mut self) -> Self {
        self.env_clear = true;
        self
    }

    /// Called with each line that the CLI writes on stderr. The last 64 KiB are kept for error
    /// reports in any case.
    #[must_use]
    pub fn on_stderr(mut self, callback: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.stderr = Some(Arc::new(callback));
        self
    }

    /// A further flag for the CLI: `extra_arg("debug", None)` or `extra_arg("name", Some("x"))`.
    #[must_use]
    pub fn extra_arg<'v>(
        mut self,
        flag: impl Into<String>,
        value: impl Into<Option<&'v str>>,
    ) -> Self {
        self.extra_args.push((flag.into(), value.into().map(Into::into)));
        self
    }

    /// Connects in another way than by starting a process: a mock, a recording, a remote CLI.
    #[must_use]
    pub fn transport(mut self, connector: impl Connector + 'static) -> Self {
        self.connector = Some(Arc::new(connector));
        self
    }

    /// The model: a full name, or an alias such as `sonnet`.
    #[must_use]
    pub fn model(mut self, model: impl Into<String>) -> Self {
        self.model = Some(model.into());
        self
    }

    /// The model to fall back to when the first is overloaded; several, separated by commas.
    #[must_use]
    pub fn fallback_model(mut self, model: impl Into<String>) -> Self {
        self.fallback_model = Some(model.into());
        self
    }

    /// The system prompt. Without it, there is none.
    #[must_use]
    pub fn system_prompt(mut self, prompt: impl Into<SystemPrompt>) -> Self {
        self.system_prompt = prompt.into();
        self
    }

    /// Ends the run after this many turns of the model; 0 is no limit.
    #[must_use]
    pub fn max_turns(mut self, turns: u32) -> Self {
        self.max_turns = Some(turns);
        self
    }

    /// Ends the run when it has cost this much, in US dollars.
    #[must_use]
    pub fn max_budget_usd(mut self, dollars: f64) -> Self {
        self.max_budget_usd = Some(dollars);
        self
    }

    /// The tools that the model has at all.
    #[must_use]
    pub fn tools(mut self, tools: Tools) -> Self {
        self.tools = Some(tools);
        self
    }

    /// Tools that may run without asking, as names or rules such as `Bash(git:*)`.
    #[must_use]
    pub fn allow_tools<T: Into<String>>(mut self, rules: impl IntoIterator<Item = T>) -> Self {
        self.allowed_tools.extend(rules.into_iter().map(Into::into));
        self
    }

    /// Tools that may not run, as names or rules.
    #[must_use]
    pub fn disallow_tools<T: Into<String>>(mut self, rules: impl IntoIterator<Item = T>) -> Self {
        self.disallowed_tools.extend(rules.into_iter().map(Into::into));
        self
    }

    /// The skills of the session: all, or these only. Without this, nothing is said about skills,
    /// which does not mean that there are none.
    ///
    /// They may run without asking, as if [`Options::allow_tools`] named them. They are looked for
    /// in the settings of the user and the project, unless [`Options::setting_sources`] says
    /// otherwise. [`Options::validate`] refuses names that could pass for other rules.
    #[must_use]
    pub fn skills(mut self, skills: Skills) -> Self {
        self.skills = Some(skills);
        self
    }

    /// The permission mode. It is always sent and checked: a CLI that runs in another mode is an
    /// error. The default is [`PermissionMode::Default`], which asks.
    #[must_use]
    pub fn permission_mode(mut self, mode: PermissionMode) -> Self {
        self.permission_mode = Some(mode);
        self
    }

    /// Leaves the permission mode to the settings files and to the CLI's own default, which in
    /// some versions asks nobody.
    #[must_use]
    pub fn permission_mode_from_settings(mut self) -> Self {
        self.permission_mode = None;
        self
    }

    /// An MCP server in this process: one built of closures ([`crate::mcp::Server`]), or any other
    /// rmcp handler.
    ///
    /// Its tools are there in the first turn. They run under the permission rules like any other,
    /// see [`ToolName`](crate::ToolName). [`McpServers::server_with`] takes settings, too.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::mcp::{Server, schemars};
    /// use claude_sdk::{Options, ToolName};
    ///
    /// #[derive(serde::Deserialize, schemars::JsonSchema)]
    /// struct Add { a: f64, b: f64 }
    ///
    /// let calculator = Server::builder("calculator", "1.0.0")
    ///     .tool("add", "Adds two numbers.", |args: Add| async move { args.a + args.b })
    ///     .build();
    /// let options = Options::default()
    ///     .mcp_server("calculator", calculator)
    ///     .allow_tools([ToolName::mcp("calculator", "add")]);
    /// ```
    #[cfg(feature = "mcp")]
    #[must_use]
    pub fn mcp_server(
        self,
        name: impl Into<String>,
        handler: impl claude_mcp::rmcp::ServerHandler,
    ) -> Self {
        self.mcp_servers(McpServers::new().server(name, handler))
    }

    /// MCP servers, beside those that are set already. They are declared over the pipe: nothing of
    /// them is on the command line.
    #[must_use]
    pub fn mcp_servers(mut self, servers: McpServers) -> Self {
        self.mcp.extend(servers);
        self
    }

    /// MCP servers that must be connected before the first prompt. Otherwise the start fails, and
    /// the error tells which and why. They have 30 seconds; [`Client::wait_for_mcp`](crate::Client::wait_for_mcp)
    /// waits for as long as it is told.
    #[must_use]
    pub fn require_mcp_servers<T: Into<String>>(
        mut self,
        names: impl IntoIterator<Item = T>,
    ) -> Self {
        self.required_mcp.extend(names.into_iter().map(Into::into));
        self
    }

    /// The JSON Schema of every answer of the session: the model answers through a tool, and the
    /// value is [`ResultMessage::structured_output`](crate::ResultMessage::structured_output).
    ///
    /// The CLI drops a schema that declares a later draft than 7, and says nothing.
    #[must_use]
    pub fn output_schema(mut self, schema: impl Into<Raw>) -> Self {
        self.json_schema = Some(schema.into());
        self
    }

    /// Resumes a session by its id or title.
    #[must_use]
    pub fn resume(mut self, session: impl Into<String>) -> Self {
        self.resume = Some(session.into());
        self
    }

    /// Continues the latest session of the working directory.
    #[must_use]
    pub fn continue_latest(mut self) -> Self {
        self.continue_ = true;
        self
    }

    /// With [`Options::resume`] or [`Options::continue_latest`]: goes on in a copy with a new id.
    #[must_use]
    pub fn fork_session(mut self) -> Self {
        self.fork_session = true;
        self
    }

    /// The id of the new session, a UUID. Without it, one is made.
    #[must_use]
    pub fn session_id(mut self, id: impl Into<SessionId>) -> Self {
        self.session_id = Some(id.into());
        self
    }

    /// A further directory that tools may use.
    #[must_use]
    pub fn add_dir(mut self, path: impl Into<PathBuf>) -> Self {
        self.add_dirs.push(path.into());
        self
    }

    /// Settings: the path of a file, or JSON text. JSON text is on the command line, where other
    /// users of the machine may see it.
    #[must_use]
    pub fn settings(mut self, settings: impl Into<String>) -> Self {
        self.settings = Some(settings.into());
        self
    }

    /// The sandbox in which the CLI runs commands.
    ///
    /// It goes to the CLI among [`Options::settings`], in the place of a sandbox that these have.
    /// For that, a settings file is read when the session starts, at its path as seen from
    /// [`Options::cwd`], and what it holds is on the command line then. A file or text that is no
    /// JSON object is an [`Error::Settings`](crate::Error::Settings).
    ///
    /// A sandbox that is `enabled` and does not set `fail_if_unavailable` sets it: where there can
    /// be no sandbox, the CLI ends and runs nothing.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::{Options, SandboxSettings};
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

    /// Has the CLI keep files as they were before it changed them, so that they can be taken back
    /// to where they were at a prompt.
    ///
    /// The CLI then also repeats each prompt as a [`crate::Message::User`] with `is_replay`, whose
    /// `uuid` names the prompt.
    #[must_use]
    pub fn file_checkpointing(mut self) -> Self {
        self.file_checkpointing = true;
        self
    }

    /// Streams answers while they are written, as [`crate::Message::StreamEvent`].
    #[must_use]
    pub fn include_partial_messages(mut self) -> Self {
        self.include_partial_messages = true;
        self
    }

    /// How long things may take.
    #[must_use]
    pub fn deadlines(mut self, deadlines: Deadlines) -> Self {
        self.deadlines = deadlines;
        self
    }

    /// How much may wait for a reader.
    #[must_use]
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The longest line that is read, in bytes; longer ones are skipped and reported. 64 MiB.
    #[must_use]
    pub fn max_line(mut self, bytes: usize) -> Self {
        self.max_line = bytes;
        self
    }

    /// Tells whether the caller gives this flag by [`Options::extra_arg`].
    pub(crate) fn names_flag(&self, flag: &str) -> bool {
        self.extra_args.iter().any(|(name, _)| name == flag)
    }

    /// Tells whether the CLI may call back.
    pub(crate) fn may_call_back(&self) -> bool {
        self.permission.is_some() || !self.hooks.is_empty() || self.mcp.has_in_process()
    }

    pub(crate) fn handlers(&self, session: &Session) -> Handlers {
        let mut handlers = Handlers::default();
        handlers.permission = self.permission.as_ref().map(|entry| entry.callback(session));
        handlers.hooks = self.hooks.iter().map(|entry| entry.hook(session)).collect();
        handlers
    }
}

impl fmt::Debug for Options {
    /// Shows no prompt, no settings and no values of variables: they may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.env.iter().map(|(name, _)| name).collect();
        f.debug_struct("Options")
            .field("cli_path", &self.cli_path)
            .field("cwd", &self.cwd)
            .field("env", &names)
            .field("model", &self.model)
            .field("tools", &self.tools)
            .field("allowed_tools", &self.allowed_tools)
            .field("disallowed_tools", &self.disallowed_tools)
            .field("skills", &self.skills)
            .field("permission_mode", &self.permission_mode)
            .field("sandbox", &self.sandbox.is_some())
            .field("file_checkpointing", &self.file_checkpointing)
            .field("resume", &self.resume)
            .field("session_id", &self.session_id)
            .field("permission", &self.permission.is_some())
            .field("hooks", &self.hooks)
            .field("mcp", &self.mcp)
            .finish_non_exhaustive()
    }
}
