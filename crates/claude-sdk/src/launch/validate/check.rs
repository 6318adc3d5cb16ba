//! Checks: find options that contradict each other.
//!
//! One function checks one subject, and returns the first problem. Options that are valid but
//! probably unintended are in `launch/warning.rs`.

use std::path::Path;

use claude_types::PermissionMode;

use super::{flags, lists, texts};
use crate::budget::Budget;
use crate::error::{Error, Result};
use crate::launch::Warning;
use crate::options::{Options, PermissionPrompts, Resume, Skills};

/// The text of [`Error::Options`], if a check fails.
pub(super) type Problem = Option<String>;

/// # Validation
impl Options {
    /// Checks the options. Every start calls this first.
    ///
    /// The order in which options are set does not matter. Nothing is started, and no file is read.
    ///
    /// # Errors
    ///
    /// - [`Error::Options`] if options contradict each other or have an invalid value. The error
    ///   describes the first problem only.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    ///
    /// let error = Options::default().resume_at("last").validate().unwrap_err();
    /// assert!(error.to_string().ends_with("`resume_at` requires `resume`"));
    /// ```
    pub fn validate(&self) -> Result<()> {
        let problem = self
            .session_problem()
            .or_else(|| self.number_problem())
            .or_else(|| self.model_problem())
            .or_else(|| self.permission_problem())
            .or_else(|| self.hook_problem())
            .or_else(|| texts::problem(self))
            .or_else(|| lists::problem(self))
            .or_else(|| flags::problem(self))
            .or_else(|| self.skills.as_ref().and_then(Skills::problem))
            .or_else(|| self.budget.as_ref().and_then(Budget::problem))
            .or_else(|| flags::nul_problem(self));
        problem.map_or(Ok(()), |problem| Err(Error::options(problem)))
    }

    fn session_problem(&self) -> Problem {
        if self.recycle.is_some() && !self.persist_session {
            return problem("`recycle_when` requires `persist_session`");
        }
        let continued = self.resume.is_some() || self.continue_;
        if self.resume.is_some() && self.continue_ {
            return problem("`resume` and `continue_latest` cannot be combined");
        }
        match &self.resume {
            Some(Resume::Session(session)) if session.trim().is_empty() => {
                return problem("`resume` is empty: pass a session ID or a title");
            }
            Some(Resume::File(path)) if !is_transcript(path) => {
                return Some(format!(
                    "`resume_file` must be an absolute path that ends in `.jsonl`, got `{}`",
                    path.display()
                ));
            }
            _ => {}
        }
        if self.mirror.is_some() && !self.persist_session {
            return problem("`mirror` requires `persist_session`");
        }
        if self.fork_session && !continued {
            return problem("`fork_session` requires `resume` or `continue_latest`");
        }
        if self.resume_at.is_some() && self.resume.is_none() {
            return problem("`resume_at` requires `resume`");
        }
        if self.resume_drops_turn.is_some() && self.resume_at.is_none() {
            return problem("`resume_drops_turn` requires `resume_at`");
        }
        let messages =
            [("resume_at", &self.resume_at), ("resume_drops_turn", &self.resume_drops_turn)];
        for (option, uuid) in messages {
            if let Some(uuid) = uuid
                && uuid::Uuid::try_parse(uuid.as_str()).is_err()
            {
                return Some(format!("`{option}` must be the UUID of a message, got `{uuid}`"));
            }
        }
        if self.title.is_some() && continued {
            return problem(
                "`title` requires a new session and cannot be combined with `resume` or `continue_latest`",
            );
        }
        let id = self.session_id.as_ref()?;
        if uuid::Uuid::try_parse(id.as_str()).is_err() {
            return Some(format!("`session_id` must be a UUID, got `{id}`"));
        }
        if continued && !self.fork_session {
            return problem(
                "`session_id` with `resume` or `continue_latest` requires `fork_session`",
            );
        }
        None
    }

    fn number_problem(&self) -> Problem {
        match self.max_budget_usd {
            Some(budget) if !budget.is_finite() || budget <= 0.0 => {
                Some(format!("`max_budget_usd` must be a positive, finite number, got {budget}"))
            }
            _ if self.task_budget == Some(0) => problem("`task_budget` must be greater than 0"),
            _ => self.resource_problem(),
        }
    }

    fn resource_problem(&self) -> Problem {
        let limits = &self.resource_limits;
        let zero = [
            ("address_space", limits.address_space == Some(0)),
            ("cpu_time", limits.cpu_time.is_some_and(|time| time.is_zero())),
            ("open_files", limits.open_files == Some(0)),
        ];
        if let Some((limit, _)) = zero.iter().find(|(_, is_zero)| *is_zero) {
            return Some(format!("`resource_limits`: `{limit}` must be greater than 0"));
        }
        let nice = limits.nice.filter(|nice| !(-20..=19).contains(nice))?;
        Some(format!("`resource_limits`: `nice` must be from -20 to 19, got {nice}"))
    }

    fn model_problem(&self) -> Problem {
        if self.thinking.is_some() && self.max_thinking_tokens.is_some() {
            return problem("`thinking` and `max_thinking_tokens` cannot be combined");
        }
        if self.model.is_some() && self.model == self.fallback_model {
            return problem("`fallback_model` must differ from `model`");
        }
        if self.exclude_dynamic_sections && !self.system_prompt.is_preset() {
            return problem(
                "`exclude_dynamic_sections` requires `SystemPrompt::Preset` or `SystemPrompt::Append`",
            );
        }
        if self.plugin_dirs_on_command_line && self.plugin_dirs.is_empty() {
            return problem("`plugin_dirs_on_command_line` requires `plugin_dir`");
        }
        if self.js_runtime.is_none() && !self.js_runtime_args.is_empty() {
            return problem("`js_runtime_arg` requires `js_runtime`");
        }
        None
    }

    /// A hook that can never be called would let through what it should guard.
    fn hook_problem(&self) -> Problem {
        let known = self.known_names();
        self.hooks.iter().chain(&self.guard()).find_map(|entry| entry.problem(&known))
    }

    fn permission_problem(&self) -> Problem {
        let bypass = self.permission_mode == Some(PermissionMode::BypassPermissions);
        if bypass && !self.allow_bypass {
            return problem("`PermissionMode::BypassPermissions` requires `allow_bypass`");
        }
        if self.permission.is_some() && self.permission_prompt_tool.is_some() {
            let setter = self.permission_setter();
            return Some(format!("`{setter}` and `permission_prompt_tool` cannot be combined"));
        }
        let nobody = self.permission_prompts == Some(PermissionPrompts::Nobody);
        if nobody && self.permission.is_some() {
            let setter = self.permission_setter();
            return Some(format!("`{setter}` and `PermissionPrompts::Nobody` cannot be combined"));
        }
        if nobody && self.permission_prompt_tool.is_some() {
            return problem(
                "`permission_prompt_tool` and `PermissionPrompts::Nobody` cannot be combined",
            );
        }
        if self.allow_shadowed_permissions {
            return None;
        }
        let refused = self.shadow_warnings().into_iter().find_map(|warning| match warning {
            Warning::PermissionNotAskedAbout { tools } if tools.iter().all(|t| is_harmless(t)) => {
                None
            }
            warning => Some(warning),
        })?;
        Some(format!("{refused}; set `allow_shadowed_permissions` if this is intended"))
    }
}

/// Returns whether a tool only reads the working directory, which the CLI allows without a question
/// by default, too. `Skills::All` allows the tool `Skill` by intention.
fn is_harmless(tool: &str) -> bool {
    matches!(tool, "Glob" | "Grep" | "LS" | "NotebookRead" | "Read" | "Skill")
}

pub(super) fn problem(text: &str) -> Problem {
    Some(text.into())
}

/// Returns whether the CLI takes this for the path of a transcript. It takes other texts for titles.
fn is_transcript(path: &Path) -> bool {
    path.is_absolute() && path.extension().is_some_and(|extension| extension == "jsonl")
}
