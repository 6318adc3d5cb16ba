//! Skills: derives the rules, setting sources and names that the skills of a session need.
//!
//! Skills are enabled in three places:
//!
//! - rules that allow the tool `Skill`;
//! - setting sources, in which the CLI finds the skills;
//! - names in the handshake, which select the skills that are shown to the model.
//!
//! All three are computed here; `args.rs` and `initialize.rs` send them.

use std::borrow::Cow;

use crate::options::{Options, SettingSource, Skills};

/// # Skills
impl Options {
    /// Returns the rules for tools that run without a permission request, including those for
    /// skills.
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

    /// Returns the setting sources: those of the caller or, by default, those that skills need.
    pub(crate) fn sources(&self) -> Option<&[SettingSource]> {
        const FOR_SKILLS: &[SettingSource] = &[SettingSource::User, SettingSource::Project];
        let chosen = self.setting_sources.as_deref();
        chosen.or_else(|| self.skills.is_some().then_some(FOR_SKILLS))
    }

    /// Returns the skills that are named in the handshake; `None` for all.
    pub(crate) fn named_skills(&self) -> Option<Vec<String>> {
        match &self.skills {
            Some(Skills::Only(names)) => Some(names.clone()),
            Some(Skills::All) | None => None,
        }
    }
}
