//! Skills: the skills of a session, by name. `launch/skills.rs` derives rules, setting sources and
//! the fields of the handshake from them.

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
/// // A name becomes part of a rule on the command line, so it must not contain another rule.
/// assert!(Options::default().skills(Skills::only(["pdf),Bash(*"])).validate().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Skills {
    /// All skills that the CLI finds.
    All,
    /// Only these skills, as `name` or `plugin:name`; none if the list is empty.
    ///
    /// The list filters what is shown to the model. It is not a sandbox: tools that read files can
    /// still read the files of other skills.
    Only(Vec<String>),
}

impl Skills {
    /// Selects skills, as `name` or `plugin:name`.
    pub fn only<T: Into<String>>(names: impl IntoIterator<Item = T>) -> Self {
        Self::Only(names.into_iter().map(Into::into).collect())
    }

    /// Returns the rules that allow these skills.
    pub(crate) fn rules(&self) -> Vec<String> {
        match self {
            Self::All => vec!["Skill".into()],
            Self::Only(names) => names.iter().map(|name| format!("Skill({name})")).collect(),
        }
    }

    /// Returns the text of the error if a name is invalid.
    pub(crate) fn problem(&self) -> Option<String> {
        let Self::Only(names) = self else { return None };
        names.iter().find_map(|name| {
            let why = refusal(name)?;
            Some(format!("the skill name {name:?} {why}"))
        })
    }
}

/// Returns what is wrong with a name, if it is invalid.
///
/// A name becomes part of a rule, and rules have no escape syntax. So it must not contain
/// characters that end a rule, begin another rule, or make the rule match more than one skill.
fn refusal(name: &str) -> Option<&'static str> {
    if name.trim().is_empty() {
        return Some("is empty");
    }
    if name.trim() != name {
        return Some("begins or ends with white space");
    }
    if name.contains(['(', ')', ',']) {
        return Some("contains a parenthesis or a comma, which separate rules");
    }
    // The CLI treats a byte order mark as white space; Rust does not.
    if name.contains(|c: char| c.is_control() || c == '\u{feff}') {
        return Some("contains a control character");
    }
    if name == "*" {
        return Some("is a pattern: use `Skills::All` for all skills");
    }
    if name.ends_with(":*") || name.ends_with(" *") {
        return Some("is a pattern that may match more than one skill");
    }
    if name.starts_with('/') {
        return Some("begins with a slash: remove it");
    }
    if name.contains("\\\\") || name.ends_with('\\') {
        return Some("contains two backslashes in a row, or ends with one");
    }
    None
}
