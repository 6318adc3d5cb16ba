//! Lists: refuses items that the CLI would read as several items, or as part of the next one.
//!
//! Rules and names are joined by commas on the command line, and the CLI has no escape syntax. A
//! name that comes from a user must not become another rule.

use claude_protocol::shown;

use super::check::Problem;
use crate::options::{Options, Tools};

pub(super) fn problem(options: &Options) -> Problem {
    let names = match &options.tools {
        Some(Tools::Only(names)) => names.as_slice(),
        Some(Tools::Default) | None => &[],
    };
    let betas: Vec<_> = options.betas.iter().map(ToString::to_string).collect();
    rules("allow_tools", &options.allowed_tools)
        .or_else(|| rules("disallow_tools", &options.disallowed_tools))
        .or_else(|| words("tools", names))
        .or_else(|| words("betas", &betas))
}

/// Each item must be one rule.
fn rules(option: &str, rules: &[String]) -> Problem {
    let invalid = rules.iter().find(|rule| !is_one_rule(rule))?;
    Some(format!(
        "each item of `{option}` must be one rule, such as `Read` or `Bash(git log:*)`, got `{}`",
        shown(invalid)
    ))
}

/// Each item must be a name without separators.
fn words(option: &str, names: &[String]) -> Problem {
    let is_separator = |c: char| c == ',' || c.is_whitespace() || c.is_control() || c == '\u{feff}';
    let invalid = names.iter().find(|name| name.is_empty() || name.contains(is_separator))?;
    Some(format!("each item of `{option}` must be one name, got `{}`", shown(invalid)))
}

/// Returns whether the CLI reads a text as one rule: commas and spaces separate rules outside of
/// parentheses, and the first `)` ends those.
fn is_one_rule(text: &str) -> bool {
    let text = text.trim();
    let mut is_inside = false;
    for c in text.chars() {
        match c {
            '(' => is_inside = true,
            ')' => is_inside = false,
            // The CLI only splits at spaces, but no rule contains other white space out here.
            c if !is_inside && (c == ',' || c.is_whitespace() || c == '\u{feff}') => return false,
            '\0' => return false,
            _ => {}
        }
    }
    !text.is_empty() && !is_inside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_one_rule_by_the_syntax_of_the_cli() {
        for one in [
            "Read",
            "Bash(git log:*)",
            "Bash(echo a, b)",
            " Read ",
            "Bash(echo (a))",
            "mcp__lab__add",
            "Edit(/src/**)",
            "Bash(a\nb)",
        ] {
            assert!(is_one_rule(one), "{one:?}");
        }
        for other in [
            "",
            "Read,Bash",
            "Read Bash",
            "pdf),Bash(*",
            "Bash(a) , Read",
            "Bash(echo (a), Read)",
            "Bash(",
            "Read(a),Bash(*)",
            "Read\nBash",
            "Read\u{feff}",
            "Bash(a\0)",
        ] {
            assert!(!is_one_rule(other), "{other:?}");
        }
    }

    #[test]
    fn names_are_single_words() {
        let only = |name: &str| Options::default().tools(Tools::Only(vec![name.into()]));
        only("Read").validate().unwrap();
        for name in ["", "Read,Bash", "Read Bash", "Read\n"] {
            only(name).validate().unwrap_err();
            Options::default().betas([name]).validate().unwrap_err();
        }
    }
}
