//! Arguments: from options to the command line. A pure function, checked by snapshots.
//!
//! No text of a prompt, of settings, of agents or of a schema is among them: everyone on the
//! machine can read a command line, and its length is limited. Texts are in `initialize.rs` and
//! `settings.rs`. A value that may begin with a dash is joined to its flag, so that it cannot
//! become a flag of its own. "Not set" and "empty" differ.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use claude_types::SessionId;

use crate::options::{Amount, Options, SystemPrompt, Thinking, Tools};

/// Has the CLI repeat prompts as messages, with the ids that a rewind asks for.
const REPLAY: &str = "replay-user-messages";

/// Has the CLI read the first request before it starts up, with what can be told only there.
const AWAIT: &str = "await-initialize";

/// # Arguments of the CLI
impl Options {
    /// The arguments that the CLI is started with. The same options give the same arguments.
    ///
    /// Two are known at a start only and left out here: the id of a new session, where
    /// [`Options::session_id`] does not set it, and the path of the private file to which
    /// [`Options::settings`] and [`Options::sandbox`] are written.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    ///
    /// let args = Options::default().model("sonnet").system_prompt("Be brief.").args();
    /// assert!(args.contains(&"sonnet".into()));
    /// // Texts are told over the pipe.
    /// assert!(!args.contains(&"Be brief.".into()));
    /// ```
    #[must_use]
    pub fn args(&self) -> Vec<OsString> {
        args(self, self.session_id.as_ref(), self.settings_path().map(OsStr::new))
    }

    /// Tells whether the CLI must read the first request before anything else.
    fn awaits_initialize(&self) -> bool {
        self.plugins_over_pipe() || self.managed_settings.is_some()
    }
}

/// The arguments of a session, in the order of the official SDKs. The id is that of a new session,
/// the settings are the path of a file.
pub(crate) fn args(
    options: &Options,
    id: Option<&SessionId>,
    settings: Option<&OsStr>,
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
    surroundings(&mut args, options, settings);
    for (flag, value) in &options.extra_args {
        match value {
            Some(value) => args.value(&format!("--{flag}"), value),
            None => args.flag(&format!("--{flag}")),
        };
    }
    thinking(&mut args, options);
    args.on("--await-initialize", options.awaits_initialize() && !options.names_flag(AWAIT));
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
    args.glued("--resume", options.resume.as_deref());
    args.glued("--session-id", id.map(|id| id.as_str()));
    args.on("--fork-session", options.fork_session);
    args.glued("--resume-session-at", options.resume_at.as_ref().map(|uuid| uuid.as_str()));
    args.glued("--resume-drops-turn", options.resume_drops_turn.as_ref().map(|uuid| uuid.as_str()));
    args.on("--no-session-persistence", !options.persist_session);
    args.on("--include-partial-messages", options.include_partial_messages);
    args.on("--include-hook-events", options.include_hook_events);
    let replay = options.file_checkpointing && !options.names_flag(REPLAY);
    args.on("--replay-user-messages", replay);
}

fn surroundings(args: &mut Args, options: &Options, settings: Option<&OsStr>) {
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
    args.on("--strict-mcp-config", options.strict_mcp_config);
    if let Some(sources) = options.sources() {
        let names: Vec<_> = sources.iter().map(|source| source.as_str()).collect();
        args.glued("--setting-sources", Some(&names.join(",")));
    }
    if options.plugin_dirs_on_command_line {
        for dir in &options.plugin_dirs {
            let flag = if dir.skip_mcp { "--plugin-dir-no-mcp" } else { "--plugin-dir" };
            args.path(flag, &dir.path);
        }
    }
    match &options.debug_filter {
        Some(filter) => drop(args.glued("--debug", Some(filter))),
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

    /// Two tokens, or one where the value would look like a flag.
    fn value(&mut self, flag: &str, value: impl AsRef<str>) -> &mut Self {
        let value = value.as_ref();
        if value.starts_with('-') {
            return self.glued(flag, Some(value));
        }
        self.0.extend([flag.into(), value.into()]);
        self
    }

    /// One token: for flags whose value is optional.
    fn glued(&mut self, flag: &str, value: Option<&str>) -> &mut Self {
        if let Some(value) = value {
            self.0.push(format!("{flag}={value}").into());
        }
        self
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
            let mut glued = OsString::from(format!("{flag}="));
            glued.push(path);
            self.0.push(glued);
        } else {
            self.0.extend([flag.into(), path.into()]);
        }
        self
    }
}

#[cfg(test)]
mod tests;
