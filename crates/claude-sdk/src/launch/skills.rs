//! Skills: the rules, the sources of settings and the names that the skills of a session need.
//!
//! Skills are enabled in three places at once: rules let the tool `Skill` run, sources of settings
//! let the CLI find the skills, and the handshake names those that the model is shown. All three
//! are computed here; `args.rs` and `initialize.rs` send them.

use std::borrow::Cow;

use crate::options::{Options, SettingSource, Skills};

/// # Skills
impl Options {
    /// The tools that may run without asking, those for skills included.
    pub(crate) fn rules_that_allow(&self) -> Cow<'_, [String]> {
        let Some(skills) = &self.skills else { return Cow::Borrowed(&self.allowed_tools) };
        let mut rules = self.allowed_tools.clone();
        for rule in skills.rules() {
            if !rules.contains(&rule) {
                rules.push(rule);
            }
        }
        Cow::Owned(rules)
    }

    /// The sources of settings: what the caller chose, or else what skills need.
    pub(crate) fn sources(&self) -> Option<&[SettingSource]> {
        const FOR_SKILLS: &[SettingSource] = &[SettingSource::User, SettingSource::Project];
        let chosen = self.setting_sources.as_deref();
        chosen.or_else(|| self.skills.is_some().then_some(FOR_SKILLS))
    }

    /// The skills that the handshake names; `None` for no filter.
    pub(crate) fn named_skills(&self) -> Option<Vec<String>> {
        match &self.skills {
            Some(Skills::Only(names)) => Some(names.clone()),
            Some(Skills::All) | None => None,
        }
    }
}
