//! Skills: the skills of a session, by name. What they mean for rules, settings and the handshake
//! is in `launch/skills.rs`.

/// The skills of a session.
///
/// # Examples
///
/// ```
/// use claude_sdk::{Options, Skills};
///
/// let all = Options::default().skills(Skills::All);
/// let two = Options::default().skills(Skills::only(["pdf", "plugin:docx"]));
/// assert!(all.validate().is_ok() && two.validate().is_ok());
/// // A name is part of a rule on the command line, so it must not hold another rule.
/// assert!(Options::default().skills(Skills::only(["pdf),Bash(*"])).validate().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Skills {
    /// All that the CLI finds.
    All,
    /// These, by name, or as `plugin:name`; none if the list is empty.
    ///
    /// It is a filter for the model's context, and no sandbox: the files of other skills stay
    /// where they are, and tools that read files may read them.
    Only(Vec<String>),
}

impl Skills {
    /// These skills, by name, or as `plugin:name`.
    pub fn only<T: Into<String>>(names: impl IntoIterator<Item = T>) -> Self {
        Self::Only(names.into_iter().map(Into::into).collect())
    }

    /// The rules that let these skills run.
    pub(crate) fn rules(&self) -> Vec<String> {
        match self {
            Self::All => vec!["Skill".into()],
            Self::Only(names) => names.iter().map(|name| format!("Skill({name})")).collect(),
        }
    }

    /// Why a name is refused, if one is.
    pub(crate) fn problem(&self) -> Option<String> {
        let Self::Only(names) = self else { return None };
        names.iter().find_map(|name| {
            let why = refusal(name)?;
            Some(format!("the name of a skill, {name:?}, {why}"))
        })
    }
}

/// What is wrong with a name. It becomes part of a rule, whose syntax knows no escapes: what ends
/// a rule, begins another one or makes it match more than one skill must not be in it.
fn refusal(name: &str) -> Option<&'static str> {
    if name.trim().is_empty() {
        return Some("is empty");
    }
    if name.trim() != name {
        return Some("begins or ends with a space");
    }
    if name.contains(['(', ')', ',']) {
        return Some("holds a bracket or a comma, which separate rules");
    }
    // A byte order mark is a space for the CLI, and none for Rust.
    if name.contains(|c: char| c.is_control() || c == '\u{feff}') {
        return Some("holds a control character");
    }
    if name == "*" {
        return Some("is a pattern: `Skills::All` means all");
    }
    if name.ends_with(":*") || name.ends_with(" *") {
        return Some("is a pattern that more than one skill may match");
    }
    if name.starts_with('/') {
        return Some("begins with a slash: leave it out");
    }
    if name.contains("\\\\") || name.ends_with('\\') {
        return Some("holds two backslashes in a row, or ends with one");
    }
    None
}
