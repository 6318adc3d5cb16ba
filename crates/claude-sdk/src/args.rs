//! Options to arguments: a pure function, checked by snapshots.
//!
//! The prompt is never among them, nor `-p`. A value that may begin with a dash is glued to its
//! flag, so that it cannot become a flag of its own. "Not set" and "empty" differ.

use std::ffi::OsString;
use std::path::Path;

use crate::session::Session;
use crate::{Options, SystemPrompt, Tools};

/// A kind of settings file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SettingSource {
    /// The user's own, in the home directory.
    User,
    /// The project's, checked in.
    Project,
    /// The project's, not checked in.
    Local,
}

impl SettingSource {
    fn as_str(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Project => "project",
            Self::Local => "local",
        }
    }
}

/// Has the CLI repeat prompts as messages, with the ids that a rewind asks for.
const REPLAY: &str = "replay-user-messages";

/// The arguments of a session, in the order of the official SDKs. The settings are those of
/// `settings.rs`.
pub(crate) fn args(options: &Options, session: &Session, settings: Option<&str>) -> Vec<OsString> {
    let mut args = Args::default();
    args.value("--output-format", "stream-json").flag("--verbose");
    system_prompt(&mut args, &options.system_prompt);
    match &options.tools {
        None => {}
        Some(Tools::Default) => drop(args.value("--tools", "default")),
        Some(Tools::Only(tools)) => drop(args.value("--tools", tools.join(","))),
    }
    args.list("--allowedTools", &options.rules_that_allow());
    args.set("--max-turns", options.max_turns.filter(|turns| *turns > 0));
    args.set("--max-budget-usd", options.max_budget_usd);
    args.list("--disallowedTools", &options.rules_that_forbid());
    args.set("--model", options.model.as_ref());
    args.set("--fallback-model", options.fallback_model.as_ref());
    if options.asks_permissions().is_some() {
        args.value("--permission-prompt-tool", "stdio");
    }
    args.set("--permission-mode", options.permission_mode.as_ref());
    if options.continue_ {
        args.flag("--continue");
    }
    args.glued("--resume", options.resume.as_deref());
    args.glued("--session-id", session.given().map(|id| id.as_str()));
    args.set("--settings", settings);
    for dir in &options.add_dirs {
        args.path("--add-dir", dir);
    }
    if options.include_partial_messages {
        args.flag("--include-partial-messages");
    }
    if options.fork_session {
        args.flag("--fork-session");
    }
    if options.file_checkpointing && !options.names_flag(REPLAY) {
        args.flag(&format!("--{REPLAY}"));
    }
    if let Some(sources) = options.sources() {
        let names: Vec<_> = sources.iter().map(|source| source.as_str()).collect();
        args.glued("--setting-sources", Some(&names.join(",")));
    }
    for (flag, value) in &options.extra_args {
        match value {
            Some(value) => args.value(&format!("--{flag}"), value),
            None => args.flag(&format!("--{flag}")),
        };
    }
    args.value("--input-format", "stream-json");
    args.0
}

fn system_prompt(args: &mut Args, prompt: &SystemPrompt) {
    match prompt {
        SystemPrompt::Empty => args.value("--system-prompt", ""),
        SystemPrompt::Text(text) => args.value("--system-prompt", text),
        SystemPrompt::Preset => args,
        SystemPrompt::Append(text) => args.value("--append-system-prompt", text),
        SystemPrompt::File(path) => args.path("--system-prompt-file", path),
    };
}

#[derive(Default)]
struct Args(Vec<OsString>);

impl Args {
    fn flag(&mut self, flag: &str) -> &mut Self {
        self.0.push(flag.into());
        self
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
