//! Argv oracle: parses a command line as the CLI does, from the declarations of the CLI's help.
//!
//! `hostile_options.rs` compares the real CLI with it.

use std::collections::BTreeMap;
use std::ffi::OsString;

/// What a flag takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Takes {
    Nothing,
    /// The rest of the argument after `=`, or the next argument, whatever it is.
    One,
    /// The rest of the argument after `=`, or the next argument unless it begins with a dash.
    Optional,
    /// The same as `One`, and all arguments after it that do not begin with a dash.
    Many,
}

use Takes::{Many, Nothing, One, Optional};

/// The flags that the SDK may send, and those that a hostile text may name.
const FLAGS: &[(&str, Takes)] = &[
    ("--add-dir", Many),
    ("--agent", One),
    ("--allow-dangerously-skip-permissions", Nothing),
    ("--allowedTools", Many),
    ("--await-initialize", Nothing),
    ("--betas", Many),
    ("--brief", Nothing),
    ("--continue", Nothing),
    ("--dangerously-skip-permissions", Nothing),
    ("--debug", Optional),
    ("--debug-file", One),
    ("--disallowedTools", Many),
    ("--effort", One),
    ("--fallback-model", One),
    ("--fork-session", Nothing),
    ("--include-hook-events", Nothing),
    ("--include-partial-messages", Nothing),
    ("--input-format", One),
    ("--managed-settings-in-initialize", Nothing),
    ("--max-budget-usd", One),
    ("--max-thinking-tokens", One),
    ("--max-turns", One),
    ("--mcp-config", Many),
    ("--model", One),
    ("--no-session-persistence", Nothing),
    ("--output-format", One),
    ("--permission-mode", One),
    ("--permission-prompt-tool", One),
    ("--permission-prompts", One),
    ("--plugin-dir", One),
    ("--plugin-dir-no-mcp", One),
    ("--project-config-root", One),
    ("--replay-user-messages", Nothing),
    ("--resume", Optional),
    ("--resume-drops-turn", One),
    ("--resume-session-at", One),
    ("--session-id", One),
    ("--setting-sources", One),
    ("--settings", One),
    ("--strict-mcp-config", Nothing),
    ("--system-prompt", One),
    ("--system-prompt-file", One),
    ("--task-budget", One),
    ("--thinking", One),
    ("--thinking-display", One),
    ("--tools", Many),
    ("--verbose", Nothing),
    ("--workload", One),
];

/// A parsed command line: the values of each flag, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Argv(pub(super) BTreeMap<String, Vec<String>>);

impl Argv {
    /// Parses arguments. Fails for what the CLI would refuse, or take as a prompt.
    pub(super) fn parse(args: &[OsString]) -> Result<Self, String> {
        let mut rest: Vec<&str> = Vec::new();
        for arg in args {
            rest.push(arg.to_str().ok_or("an argument is not Unicode")?);
        }
        if rest.iter().any(|arg| arg.contains('\0')) {
            return Err("an argument contains a NUL byte".into());
        }
        let mut argv = Self::default();
        let mut at = 0;
        while at < rest.len() {
            at = argv.one(&rest, at)?;
        }
        Ok(argv)
    }

    /// Parses the flag at this position, and returns the position after it and its values.
    fn one(&mut self, args: &[&str], at: usize) -> Result<usize, String> {
        let arg = args[at];
        if arg == "--" || !is_flag(arg) {
            return Err(format!("{arg:?} is a prompt"));
        }
        let (name, joined) = match arg.split_once('=') {
            Some((name, value)) => (name, Some(value)),
            None => (arg, None),
        };
        let found = FLAGS.iter().find(|(known, _)| *known == name);
        let (_, takes) = found.ok_or_else(|| format!("unknown option {name:?}"))?;
        let values = self.0.entry(name.to_owned()).or_default();
        if let Some(value) = joined {
            if *takes == Nothing {
                return Err(format!("{name:?} takes no value"));
            }
            values.push(value.to_owned());
            return Ok(at + 1);
        }
        let next = args.get(at + 1);
        let free = |at: usize| args.get(at).filter(|arg| !is_flag(arg));
        Ok(match takes {
            Nothing => at + 1,
            Optional => match free(at + 1) {
                Some(value) => {
                    values.push((*value).to_owned());
                    at + 2
                }
                None => at + 1,
            },
            One | Many => {
                values.push((*next.ok_or_else(|| format!("{name:?} has no value"))?).to_owned());
                let mut after = at + 2;
                while *takes == Many
                    && let Some(value) = free(after)
                {
                    values.push((*value).to_owned());
                    after += 1;
                }
                after
            }
        })
    }

    /// The rules or names that the CLI reads in the values of a flag.
    pub(super) fn rules(&self, flag: &str) -> Vec<String> {
        self.0.get(flag).into_iter().flatten().flat_map(|value| split(value)).collect()
    }
}

/// A dash alone is a value.
fn is_flag(arg: &str) -> bool {
    arg.len() > 1 && arg.starts_with('-')
}

/// Splits a list of rules as the CLI does: at commas and spaces outside of parentheses, which do not
/// nest.
fn split(value: &str) -> Vec<String> {
    let (mut rules, mut rule, mut is_inside) = (Vec::new(), String::new(), false);
    for c in value.chars() {
        match c {
            '(' => is_inside = true,
            ')' => is_inside = false,
            ',' | ' ' if !is_inside => {
                rules.push(std::mem::take(&mut rule));
                continue;
            }
            _ => {}
        }
        rule.push(c);
    }
    rules.push(rule);
    let trimmed = rules.iter().map(|rule| trim(rule).to_owned());
    trimmed.filter(|rule| !rule.is_empty()).collect()
}

/// Trims what JavaScript trims.
fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| (c.is_whitespace() && c != '\u{85}') || c == '\u{feff}')
}

fn args(words: &[&str]) -> Vec<OsString> {
    words.iter().map(OsString::from).collect()
}

#[test]
fn the_oracle_finds_injected_flags_prompts_and_rules() {
    let parse = |words: &[&str]| Argv::parse(&args(words));
    let one = parse(&["--model", "--dangerously-skip-permissions", "--verbose"]).unwrap();
    assert_eq!(one.0["--model"], ["--dangerously-skip-permissions"]);
    let optional = parse(&["--resume", "--dangerously-skip-permissions"]).unwrap();
    assert!(optional.0.contains_key("--dangerously-skip-permissions"));
    let many = parse(&["--add-dir", "a", "b", "--verbose", "--add-dir=c"]).unwrap();
    assert_eq!(many.0["--add-dir"], ["a", "b", "c"]);
    for refused in [
        &["--verbose", "prompt"][..],
        &["--verbose=x"],
        &["--no-such-flag"],
        &["--", "x"],
        &["-"],
        &["--model"],
        &["-p"],
    ] {
        parse(refused).unwrap_err();
    }
    let rules = parse(&["--allowedTools", "Read,Bash(a, b) Write, Skill(x),Bash(*)"]).unwrap();
    assert_eq!(
        rules.rules("--allowedTools"),
        ["Read", "Bash(a, b)", "Write", "Skill(x)", "Bash(*)"]
    );
}
