//! Arguments: translates options to the command line of the CLI. A pure function, checked by
//! snapshots.
//!
//! The texts of prompts, settings, agents and schemas are not on the command line: other users of
//! the machine can read it, and its length is limited. `initialize.rs` and `settings.rs` send these
//! texts. A value that begins with a dash is joined to its flag by `=`, so that the CLI does not
//! parse it as a flag. An option that is not set and an option that is empty give different
//! arguments.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use claude_types::SessionId;

use crate::options::{Amount, Options, Resume, SystemPrompt, Thinking, Tools};

/// Makes the CLI repeat each prompt as a message. Its ID is needed to rewind files.
const REPLAY: &str = "replay-user-messages";

/// Makes the CLI repeat each line of the transcript.
const MIRROR: &str = "session-mirror";

/// Makes the CLI read `initialize` before it starts up: plugins and managed settings are only sent
/// there, and external MCP servers if the CLI is known to support it. A resumed CLI repeats a deferred
/// call at its start-up, and without this the hooks that guard it may not be registered yet.
const AWAIT: &str = "await-initialize";

/// # Arguments of the CLI
impl Options {
    /// Returns the arguments of the CLI. The same options give the same arguments.
    ///
    /// Some arguments are only known at a start and left out here:
    ///
    /// - the ID of a new session, unless [`Options::session_id`] sets it;
    /// - the path of the private file to which [`Options::settings`] (given as text) and
    ///   [`Options::sandbox`] are written;
    /// - how external MCP servers are named: `--await-initialize` if the version of the CLI is known
    ///   to support it, or the path of a private file;
    /// - `--await-initialize` for the hooks of a resumed session, on the same condition.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    ///
    /// let args = Options::default().model("sonnet").system_prompt("Be brief.").args();
    /// assert!(args.contains(&"sonnet".into()));
    /// // Texts are sent over stdin.
    /// assert!(!args.contains(&"Be brief.".into()));
    /// ```
    #[must_use]
    pub fn args(&self) -> Vec<OsString> {
        let settings = self.settings_path().map(OsStr::new);
        args(self, self.session_id.as_ref(), settings, self.awaits_initialize())
    }

    /// Returns whether the CLI must read `initialize` before it starts up. One that cannot is refused.
    fn awaits_initialize(&self) -> bool {
        let parks = self.approvals.as_ref().is_some_and(|approvals| approvals.parks());
        self.plugins_over_pipe()
            || self.managed_settings.is_some()
            || self.names_flag(AWAIT)
            || (self.resumes() && parks)
    }

    /// Returns whether a CLI reads `initialize` before it starts up, also because it is known to be
    /// able to (`is_able`), and to find the external MCP servers there (`reads_servers`).
    pub(super) fn awaits_initialize_if(&self, is_able: bool, reads_servers: bool) -> bool {
        let has_servers = !self.mcp.external_at_launch().is_empty();
        let has_guards = self.resumes() && !self.hooks.is_empty();
        self.awaits_initialize() || (reads_servers && has_servers) || (is_able && has_guards)
    }

    fn resumes(&self) -> bool {
        self.resume.is_some() || self.continue_
    }
}

/// Returns the arguments of a session, in the order of the official SDKs.
///
/// `id` is the ID of a new session, `settings` the path of a settings file. `awaits`: the CLI reads
/// `initialize` before it starts up.
pub(crate) fn args(
    options: &Options,
    id: Option<&SessionId>,
    settings: Option<&OsStr>,
    awaits: bool,
) -> Vec<OsString> {
    let mut args = Args::default();
    args.value("--output-format", "stream-json").flag("--verbose");
    if options.system_prompt.is_empty() {
        args.value("--system-prompt", "");
    } else if let SystemPrompt::File(path) = &options.system_prompt {
        args.path("--system-prompt-file", path);
    }
    tools(&mut args, options);
    model(&mut args, options);
    permissions(&mut args, options);
    session(&mut args, options, id);
    files(&mut args, options, settings);
    for (flag, value) in &options.extra_args {
        match value {
            // Joined: the value of a flag that takes none would be a prompt.
            Some(value) => args.joined(&format!("--{flag}"), Some(value)),
            None => args.flag(&format!("--{flag}")),
        };
    }
    thinking(&mut args, options);
    args.on("--await-initialize", awaits && !options.names_flag(AWAIT));
    args.on("--managed-settings-in-initialize", options.managed_settings.is_some());
    args.value("--input-format", "stream-json");
    args.0
}

fn tools(args: &mut Args, options: &Options) {
    match &options.tools {
        None => {}
        Some(Tools::Default) => drop(args.value("--tools", "default")),
        Some(Tools::Only(tools)) => drop(args.value("--tools", tools.join(","))),
    }
    args.list("--allowedTools", &options.rules_that_allow());
    args.set("--max-turns", options.max_turns.filter(|turns| *turns > 0));
    args.set("--max-budget-usd", options.max_budget_usd);
    args.list("--disallowedTools", &options.rules_that_forbid());
}

fn model(args: &mut Args, options: &Options) {
    args.set("--task-budget", options.task_budget);
    args.set("--model", options.model.as_ref());
    args.set("--fallback-model", options.fallback_model.as_ref());
    args.set("--agent", options.main_agent.as_ref());
    let betas: Vec<_> = options.betas.iter().map(ToString::to_string).collect();
    args.list("--betas", &betas);
}

fn permissions(args: &mut Args, options: &Options) {
    if options.asks_permissions().is_some() {
        args.value("--permission-prompt-tool", "stdio");
    } else {
        args.set("--permission-prompt-tool", options.permission_prompt_tool.as_ref());
    }
    args.set("--permission-prompts", options.permission_prompts.map(|target| target.as_str()));
    args.set("--permission-mode", options.permission_mode.as_ref());
    args.on("--allow-dangerously-skip-permissions", options.allow_bypass);
}

fn session(args: &mut Args, options: &Options, id: Option<&SessionId>) {
    args.on("--continue", options.continue_);
    match &options.resume {
        Some(Resume::Session(session)) => {
            args.joined("--resume", Some(session));
        }
        Some(Resume::File(path)) => args.joined_path("--resume", path),
        None => {}
    }
    args.joined("--session-id", id.map(|id| id.as_str()));
    args.on("--fork-session", options.fork_session);
    args.joined("--resume-session-at", options.resume_at.as_ref().map(|uuid| uuid.as_str()));
    args.joined(
        "--resume-drops-turn",
        options.resume_drops_turn.as_ref().map(|uuid| uuid.as_str()),
    );
    args.on("--no-session-persistence", !options.persist_session);
    args.on("--session-mirror", options.mirror.is_some() && !options.names_flag(MIRROR));
    args.on("--include-partial-messages", options.include_partial_messages);
    args.on("--include-hook-events", options.include_hook_events);
    let replay = options.file_checkpointing && !options.names_flag(REPLAY);
    args.on("--replay-user-messages", replay);
}

/// Returns the arguments that select the settings, for a command of the CLI such as `auth status`.
pub(super) fn of_settings(options: &Options) -> Vec<OsString> {
    let mut args = Args::default();
    if let Some(settings) = options.settings_path() {
        args.path("--settings", Path::new(settings));
    }
    sources(&mut args, options);
    args.0
}

fn sources(args: &mut Args, options: &Options) {
    if let Some(sources) = options.sources() {
        let names: Vec<_> = sources.iter().map(|source| source.as_str()).collect();
        args.joined("--setting-sources", Some(&names.join(",")));
    }
}

fn files(args: &mut Args, options: &Options, settings: Option<&OsStr>) {
    if let Some(settings) = settings {
        args.path("--settings", Path::new(settings));
    }
    for dir in &options.add_dirs {
        args.path("--add-dir", dir);
    }
    if let Some(root) = &options.project_config_root {
        args.path("--project-config-root", root);
    }
    for config in &options.mcp_config {
        args.path("--mcp-config", config);
    }
    if let Some(servers) = options.mcp.in_process_config() {
        args.value("--mcp-config", servers);
    }
    args.on("--strict-mcp-config", options.strict_mcp_config);
    sources(args, options);
    if options.plugin_dirs_on_command_line {
        for dir in &options.plugin_dirs {
            let flag = if dir.skip_mcp { "--plugin-dir-no-mcp" } else { "--plugin-dir" };
            args.path(flag, &dir.path);
        }
    }
    match &options.debug_filter {
        Some(filter) => drop(args.joined("--debug", Some(filter))),
        None => args.on("--debug", options.debug),
    }
    if let Some(file) = &options.debug_file {
        args.path("--debug-file", file);
    }
}

fn thinking(args: &mut Args, options: &Options) {
    match options.thinking.as_ref().map(Thinking::amount) {
        None => args.set("--max-thinking-tokens", options.max_thinking_tokens),
        Some(Amount::Budget(tokens)) => args.set("--max-thinking-tokens", Some(tokens)),
        Some(Amount::Adaptive) => drop(args.value("--thinking", "adaptive")),
        Some(Amount::None) => drop(args.value("--thinking", "disabled")),
    }
    args.set("--thinking-display", options.thinking.as_ref().and_then(Thinking::shown));
    args.set("--effort", options.effort.as_ref());
}

#[derive(Default)]
struct Args(Vec<OsString>);

impl Args {
    fn flag(&mut self, flag: &str) -> &mut Self {
        self.0.push(flag.into());
        self
    }

    fn on(&mut self, flag: &str, on: bool) {
        if on {
            self.flag(flag);
        }
    }

    /// Adds a flag and its value as two arguments, or as one if the value begins with a dash.
    fn value(&mut self, flag: &str, value: impl AsRef<str>) -> &mut Self {
        let value = value.as_ref();
        if value.starts_with('-') {
            return self.joined(flag, Some(value));
        }
        self.0.extend([flag.into(), value.into()]);
        self
    }

    /// Adds `flag=value` as one argument, as flags with an optional value require.
    fn joined(&mut self, flag: &str, value: Option<&str>) -> &mut Self {
        if let Some(value) = value {
            self.0.push(format!("{flag}={value}").into());
        }
        self
    }

    fn joined_path(&mut self, flag: &str, path: &Path) {
        let mut arg = OsString::from(flag);
        arg.push("=");
        arg.push(path);
        self.0.push(arg);
    }

    fn set(&mut self, flag: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.value(flag, value.to_string());
        }
    }

    fn list(&mut self, flag: &str, values: &[String]) {
        if !values.is_empty() {
            self.value(flag, values.join(","));
        }
    }

    fn path(&mut self, flag: &str, path: &Path) -> &mut Self {
        if path.as_os_str().as_encoded_bytes().starts_with(b"-") {
            let mut arg = OsString::from(format!("{flag}="));
            arg.push(path);
            self.0.push(arg);
        } else {
            self.0.extend([flag.into(), path.into()]);
        }
        self
    }
}

#[cfg(test)]
mod tests;
