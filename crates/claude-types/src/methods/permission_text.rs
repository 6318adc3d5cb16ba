//! Permission text: what a permission update allows, for how long, and where it is kept.
//!
//! The text is for a person who decides. Control characters of rules and paths are escaped, because
//! the model can choose them.

use std::fmt::{self, Display, Formatter};

use crate::generated::{
    PermissionBehavior, PermissionMode, PermissionRule, PermissionUpdate,
    PermissionUpdateDestination,
};

/// What the update allows or denies, for how long, and where it is kept, in one line.
///
/// # Examples
///
/// ```
/// use claude_types::{PermissionMode, PermissionRule, PermissionUpdate};
///
/// let rule = PermissionUpdate::allow([PermissionRule::new("Bash").content("git *")]);
/// assert_eq!(rule.to_string(), "allow `Bash(git *)` without asking, for this session");
/// let mode = PermissionUpdate::mode(PermissionMode::BypassPermissions).to_string();
/// assert_eq!(mode, "allow every tool without asking (mode `bypassPermissions`), for this session");
/// ```
impl Display for PermissionUpdate {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::AddRules(update) => {
                write_rules(&update.behavior, &update.rules, f)?;
                write_place(&update.destination, f)
            }
            Self::ReplaceRules(update) => {
                let (behavior, rules) = (&update.behavior, &update.rules);
                let behavior = Escaped(behavior.as_str());
                write!(f, "replace all rules of the kind `{behavior}` by ")?;
                write_list(rules.iter().map(rule), f)?;
                write_place(&update.destination, f)
            }
            Self::RemoveRules(update) => {
                let behavior = Escaped(update.behavior.as_str());
                write!(f, "remove the rules of the kind `{behavior}` for ")?;
                write_list(update.rules.iter().map(rule), f)?;
                write_place(&update.destination, f)
            }
            Self::SetMode(update) => {
                let what = match &update.mode {
                    PermissionMode::Default => "ask before each change",
                    PermissionMode::AcceptEdits => {
                        "allow all edits, and commands such as `rm` and `mv`, in the working \
                         directories without asking"
                    }
                    PermissionMode::Plan => "only read and plan",
                    PermissionMode::BypassPermissions => "allow every tool without asking",
                    PermissionMode::DontAsk => "deny what no rule allows, without asking",
                    PermissionMode::Auto => "let a classifier decide instead of asking",
                    PermissionMode::Other(_) => "change the permission mode",
                };
                write!(f, "{what} (mode `{}`)", Escaped(update.mode.as_str()))?;
                write_place(&update.destination, f)
            }
            Self::AddDirectories(update) => {
                f.write_str("let tools work in ")?;
                write_list(update.directories.iter().cloned(), f)?;
                write_place(&update.destination, f)
            }
            Self::RemoveDirectories(update) => {
                f.write_str("no longer let tools work in ")?;
                write_list(update.directories.iter().cloned(), f)?;
                write_place(&update.destination, f)
            }
            Self::Unknown(update) => {
                write!(f, "a change of the unknown type `{}`", Escaped(update.tag()))
            }
            Self::Undecoded(_) => f.write_str("a change that cannot be read"),
        }
    }
}

/// The rule as it is written in settings: `Bash(git *)`, or the name of a tool.
impl Display for PermissionRule {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.content {
            Some(content) => write!(f, "{}({})", Escaped(&self.tool_name), Escaped(content)),
            None => write!(f, "{}", Escaped(&self.tool_name)),
        }
    }
}

fn rule(rule: &PermissionRule) -> String {
    match &rule.content {
        Some(content) => format!("{}({content})", rule.tool_name),
        None => rule.tool_name.clone(),
    }
}

fn write_rules(
    behavior: &PermissionBehavior,
    rules: &[PermissionRule],
    f: &mut Formatter<'_>,
) -> fmt::Result {
    let (before, after) = match behavior {
        PermissionBehavior::Allow => ("allow ", " without asking"),
        PermissionBehavior::Deny => ("deny ", ""),
        PermissionBehavior::Ask => ("ask before ", ""),
        PermissionBehavior::Other(_) => ("add rules of an unknown kind for ", ""),
    };
    f.write_str(before)?;
    write_list(rules.iter().map(rule), f)?;
    f.write_str(after)
}

fn write_list(items: impl Iterator<Item = String>, f: &mut Formatter<'_>) -> fmt::Result {
    let mut is_empty = true;
    for item in items {
        let comma = if is_empty { "" } else { ", " };
        write!(f, "{comma}`{}`", Escaped(&item))?;
        is_empty = false;
    }
    if is_empty { f.write_str("nothing") } else { Ok(()) }
}

fn write_place(to: &PermissionUpdateDestination, f: &mut Formatter<'_>) -> fmt::Result {
    use PermissionUpdateDestination as To;
    match to {
        To::Session => f.write_str(", for this session"),
        To::CliArg => f.write_str(", for this session (with the rules of the command line)"),
        To::LocalSettings => {
            f.write_str(", permanently in this project (`.claude/settings.local.json`)")
        }
        To::ProjectSettings => f.write_str(
            ", permanently for everyone who works on this project (`.claude/settings.json`)",
        ),
        To::UserSettings => f.write_str(", permanently in all projects (the user's settings)"),
        To::Other(place) => write!(f, ", kept in `{}`", Escaped(place)),
    }
}

/// A text without control characters.
struct Escaped<'t>(&'t str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            let is_hidden = c.is_control()
                || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
            if is_hidden { write!(f, "{}", c.escape_unicode())? } else { write!(f, "{c}")? }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(update: serde_json::Value) -> String {
        serde_json::from_value::<PermissionUpdate>(update).unwrap().to_string()
    }

    #[test]
    fn each_update_says_what_it_allows_how_long_and_where_it_is_kept() {
        let git = || PermissionRule::new("Bash").content("git *");
        let local = PermissionUpdateDestination::LocalSettings;
        for (update, text) in [
            (
                PermissionUpdate::allow([git(), "Read".into()]),
                "allow `Bash(git *)`, `Read` without asking, for this session",
            ),
            (
                PermissionUpdate::allow([git()]).to(local),
                "allow `Bash(git *)` without asking, permanently in this project \
                 (`.claude/settings.local.json`)",
            ),
            (
                PermissionUpdate::deny(["Write"]).to(PermissionUpdateDestination::UserSettings),
                "deny `Write`, permanently in all projects (the user's settings)",
            ),
            (
                PermissionUpdate::mode(PermissionMode::AcceptEdits),
                "allow all edits, and commands such as `rm` and `mv`, in the working directories \
                 without asking (mode `acceptEdits`), for this session",
            ),
            (
                PermissionUpdate::add_directories(["/srv/a"]),
                "let tools work in `/srv/a`, for this session",
            ),
            (
                PermissionUpdate::replace(PermissionBehavior::Deny, ["Write"]),
                "replace all rules of the kind `deny` by `Write`, for this session",
            ),
            (
                PermissionUpdate::remove(PermissionBehavior::Ask, ["Write"]),
                "remove the rules of the kind `ask` for `Write`, for this session",
            ),
        ] {
            assert_eq!(update.to_string(), text);
        }
        let unknown = json!({ "type": "openEverything", "destination": "session" });
        assert_eq!(read(unknown), "a change of the unknown type `openEverything`");
        let mode = json!({ "type": "setMode", "mode": "yolo", "destination": "team" });
        assert_eq!(read(mode), "change the permission mode (mode `yolo`), kept in `team`");
        let broken = json!({ "type": "addRules", "rules": 7 });
        assert_eq!(read(broken), "a change that cannot be read");
    }

    /// The model writes commands, and the CLI makes rules of them.
    #[test]
    fn a_rule_cannot_hide_a_part_of_itself() {
        let hidden = PermissionRule::new("Bash").content("ls\x1b[2K\r\u{202E}*");
        let text = PermissionUpdate::allow([hidden]).to_string();
        assert!(text.contains(r"Bash(ls\u{1b}[2K\u{d}\u{202e}*)"), "{text}");
    }
}
