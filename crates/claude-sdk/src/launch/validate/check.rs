//! Checks: contradictions in options.
//!
//! The rules about one subject are one function, which returns the first problem. Options that are
//! valid but probably unintended are in `launch/warning.rs`.

use claude_types::PermissionMode;

use super::{flags, texts};
use crate::budget::Budget;
use crate::error::{Error, Result};
use crate::launch::Warning;
use crate::options::{Options, PermissionPrompts, Skills};

/// What is wrong, if anything is.
pub(super) type Problem = Option<String>;

/// # Validation
impl Options {
    /// Checks that the options fit together. Every start does this first.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] with the reason.
    pub fn validate(&self) -> Result<()> {
        let problem = self
            .session_problem()
            .or_else(|| self.number_problem())
            .or_else(|| self.model_problem())
            .or_else(|| self.permission_problem())
            .or_else(|| texts::problem(self))
            .or_else(|| flags::problem(self))
            .or_else(|| self.skills.as_ref().and_then(Skills::problem))
            .or_else(|| self.budget.as_ref().and_then(Budget::problem));
        problem.map_or(Ok(()), |problem| Err(Error::options(problem)))
    }

    fn session_problem(&self) -> Problem {
        let continued = self.resume.is_some() || self.continue_;
        if self.resume.is_some() && self.continue_ {
            return problem("`resume` names a session and `continue_latest` another");
        }
        if self.resume.as_ref().is_some_and(|session| session.trim().is_empty()) {
            return problem("`resume` names no session");
        }
        if self.fork_session && !continued {
            return problem("`fork_session` needs `resume` or `continue_latest`");
        }
        if self.resume_at.is_some() && self.resume.is_none() {
            return problem("`resume_at` needs `resume`");
        }
        if self.resume_drops_turn.is_some() && self.resume_at.is_none() {
            return problem("`resume_drops_turn` needs `resume_at`");
        }
        for uuid in [&self.resume_at, &self.resume_drops_turn].into_iter().flatten() {
            if uuid::Uuid::try_parse(uuid.as_str()).is_err() {
                return Some(format!("`{uuid}` is no UUID of a message"));
            }
        }
        if self.title.is_some() && continued {
            return problem("`title` is for a new session, and this one is resumed");
        }
        let id = self.session_id.as_ref()?;
        if uuid::Uuid::try_parse(id.as_str()).is_err() {
            return Some(format!("the session id `{id}` is no UUID"));
        }
        if continued && !self.fork_session {
            return problem("`session_id` with a resumed session needs `fork_session`");
        }
        None
    }

    fn number_problem(&self) -> Problem {
        match self.max_budget_usd {
            Some(budget) if !budget.is_finite() || budget <= 0.0 => {
                Some(format!("a budget of {budget} dollars makes no sense"))
            }
            _ if self.task_budget == Some(0) => problem("a budget of 0 tokens makes no sense"),
            _ => None,
        }
    }

    fn model_problem(&self) -> Problem {
        if self.thinking.is_some() && self.max_thinking_tokens.is_some() {
            return problem("`thinking` and `max_thinking_tokens` exclude each other");
        }
        if self.model.is_some() && self.model == self.fallback_model {
            return problem("`fallback_model` is the model itself");
        }
        if self.exclude_dynamic_sections && !self.system_prompt.is_preset() {
            return problem("`exclude_dynamic_sections` is about Claude Code's own prompt");
        }
        if self.plugin_dirs_on_command_line && self.plugin_dirs.is_empty() {
            return problem("`plugin_dirs_on_command_line` needs `plugin_dir`");
        }
        if self.js_runtime.is_none() && !self.js_runtime_args.is_empty() {
            return problem("`js_runtime_arg` needs `js_runtime`");
        }
        None
    }

    fn permission_problem(&self) -> Problem {
        let bypass = self.permission_mode == Some(PermissionMode::BypassPermissions);
        if bypass && !self.allow_bypass {
            return problem("the mode `bypassPermissions` needs `allow_bypass`");
        }
        if self.permission.is_some() && self.permission_prompt_tool.is_some() {
            return problem("`on_permission` and `permission_prompt_tool` exclude each other");
        }
        let nobody = self.permission_prompts == Some(PermissionPrompts::Nobody);
        if nobody && self.permission.is_some() {
            return problem("`on_permission` is never asked: `permission_prompts` says nobody is");
        }
        if nobody && self.permission_prompt_tool.is_some() {
            return problem(
                "`permission_prompt_tool` is never asked: `permission_prompts` says nobody is",
            );
        }
        if self.allow_shadowed_permissions {
            return None;
        }
        let refused = self.warnings().into_iter().find_map(|warning| match warning {
            // All skills are one choice, and no list of tools that somebody forgot.
            Warning::PermissionNotAskedAbout { tools } if tools == ["Skill"] => None,
            warning => Some(warning),
        })?;
        Some(format!("{refused}; say `allow_shadowed_permissions` if this is meant"))
    }
}

pub(super) fn problem(text: &str) -> Problem {
    Some(text.into())
}
