//! Contradictions in options, found before anything is started. The order of setters is no matter.

use crate::{Budget, Error, Options, Result, Skills};

/// Flags that the SDK speaks through; a caller that changes them breaks the protocol.
const RESERVED: &[&str] =
    &["print", "p", "output-format", "input-format", "verbose", "help", "version"];

impl Options {
    /// Checks that the options fit together. Every start does this first.
    ///
    /// # Errors
    ///
    /// [`Error::Options`] with the reason.
    pub fn validate(&self) -> Result<()> {
        let skills = || self.skills.as_ref().and_then(Skills::problem);
        let problem = self.session().or_else(|| self.numbers()).or_else(|| self.texts());
        let problem = problem.or_else(skills);
        let problem = problem.or_else(|| self.budget.as_ref().and_then(Budget::problem));
        problem.map_or(Ok(()), |problem| Err(Error::options(problem)))
    }

    fn session(&self) -> Option<String> {
        let continued = self.resume.is_some() || self.continue_;
        if self.resume.is_some() && self.continue_ {
            return Some("`resume` names a session and `continue_latest` another".into());
        }
        if self.fork_session && !continued {
            return Some("`fork_session` needs `resume` or `continue_latest`".into());
        }
        let Some(id) = &self.session_id else { return None };
        if uuid::Uuid::try_parse(id.as_str()).is_err() {
            return Some(format!("the session id `{id}` is no UUID"));
        }
        if continued && !self.fork_session {
            return Some("`session_id` with a resumed session needs `fork_session`".into());
        }
        None
    }

    fn numbers(&self) -> Option<String> {
        match self.max_budget_usd {
            Some(budget) if !budget.is_finite() || budget < 0.0 => {
                Some(format!("a budget of {budget} dollars makes no sense"))
            }
            _ => None,
        }
    }

    fn texts(&self) -> Option<String> {
        for (name, value) in &self.env {
            if name.is_empty() || name.contains(['=', '\0']) || value.contains('\0') {
                return Some(format!("the environment variable `{name}` cannot be set"));
            }
        }
        for (flag, _) in &self.extra_args {
            let word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
            if flag.is_empty() || flag.starts_with('-') || !flag.chars().all(word) {
                return Some(format!("`{flag}` is no name of a flag; leave the dashes out"));
            }
            if RESERVED.contains(&flag.as_str()) {
                return Some(format!("the flag `{flag}` belongs to the SDK"));
            }
            if flag == "permission-prompt-tool"
                && let Some(ours) = self.asks_permissions()
            {
                return Some(format!("`{ours}` and another prompt tool exclude each other"));
            }
            if flag == "settings" && self.sandbox.is_some() {
                // The CLI heeds the last one only: there would be no sandbox.
                return Some("`sandbox` and the flag `settings` exclude each other".into());
            }
        }
        let rules = self.allowed_tools.iter().chain(&self.disallowed_tools);
        if let Some(rule) = rules.into_iter().find(|rule| rule.trim().is_empty()) {
            return Some(format!("`{rule}` is no tool"));
        }
        None
    }
}

#[cfg(test)]
mod tests;
