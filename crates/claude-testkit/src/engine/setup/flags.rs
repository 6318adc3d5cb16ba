//! Flags of the CLI, and what each takes.

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

/// The flags of the CLI, with their placeholder if a value is required. Some are not in its help.
const FLAGS: &[(&str, Takes, &str)] = &[
    ("--add-dir", Many, "directories..."),
    ("--agent", One, "agent"),
    ("--agents", One, "json-or-file"),
    ("--allow-dangerously-skip-permissions", Nothing, ""),
    ("--allowedTools", Many, "tools..."),
    ("--append-system-prompt", One, "prompt"),
    ("--append-system-prompt-file", One, "file"),
    ("--autocompact", One, "auto|tokens"),
    ("--await-claim", Nothing, ""),
    ("--await-initialize", Nothing, ""),
    ("--bare", Nothing, ""),
    ("--betas", Many, "betas..."),
    ("--brief", Nothing, ""),
    ("--continue", Nothing, ""),
    ("--dangerously-skip-permissions", Nothing, ""),
    ("--debug", Optional, ""),
    ("--debug-file", One, "path"),
    ("--disable-slash-commands", Nothing, ""),
    ("--disallowedTools", Many, "tools..."),
    ("--effort", One, "level"),
    ("--enable-auth-status", Nothing, ""),
    ("--exclude-dynamic-system-prompt-sections", Nothing, ""),
    ("--fallback-model", One, "model"),
    ("--file", Many, "specs..."),
    ("--fork-session", Nothing, ""),
    ("--forward-subagent-text", Nothing, ""),
    ("--ide", Nothing, ""),
    ("--include-hook-events", Nothing, ""),
    ("--include-partial-messages", Nothing, ""),
    ("--input-format", One, "format"),
    ("--json-schema", One, "schema"),
    ("--managed-settings", One, "json"),
    ("--managed-settings-in-initialize", Nothing, ""),
    ("--max-budget-usd", One, "amount"),
    ("--max-thinking-tokens", One, "tokens"),
    ("--max-turns", One, "turns"),
    ("--mcp-config", Many, "configs..."),
    ("--model", One, "model"),
    ("--name", One, "name"),
    ("--no-chrome", Nothing, ""),
    ("--no-session-persistence", Nothing, ""),
    ("--output-format", One, "format"),
    ("--permission-mode", One, "mode"),
    ("--permission-prompt-tool", One, "tool"),
    ("--permission-prompts", One, "target"),
    ("--plugin-dir", One, "path"),
    ("--plugin-dir-no-mcp", One, "path"),
    ("--plugin-url", One, "url"),
    ("--print", Nothing, ""),
    ("--project-config-root", One, "path"),
    ("--prompt-suggestions", Optional, ""),
    ("--replay-user-messages", Nothing, ""),
    ("--restricted", Nothing, ""),
    ("--resume", Optional, ""),
    ("--resume-drops-turn", One, "uuid"),
    ("--resume-session-at", One, "uuid"),
    ("--safe-mode", Nothing, ""),
    ("--session-id", One, "uuid"),
    ("--session-mirror", Nothing, ""),
    ("--setting-sources", One, "sources"),
    ("--settings", One, "file-or-json"),
    ("--strict-mcp-config", Nothing, ""),
    ("--system-prompt", One, "prompt"),
    ("--system-prompt-file", One, "file"),
    ("--system-prompt-snapshot", One, "on|off"),
    ("--task-budget", One, "tokens"),
    ("--thinking", One, "mode"),
    ("--thinking-display", One, "display"),
    ("--tools", Many, "tools..."),
    ("--verbose", Nothing, ""),
    ("--workload", One, "workload"),
    ("--worktree", Optional, ""),
    // Those of the mock itself.
    ("--scenario", One, "path"),
    ("--flood", Many, "flood"),
    ("--mcp-calls", Many, "calls"),
    ("--hook-calls", One, "calls"),
    ("--permission-calls", One, "calls"),
];

/// Other names of flags.
const ALIASES: [(&str, &str); 8] = [
    ("-c", "--continue"),
    ("-d", "--debug"),
    ("-n", "--name"),
    ("-p", "--print"),
    ("-r", "--resume"),
    ("-w", "--worktree"),
    ("--allowed-tools", "--allowedTools"),
    ("--disallowed-tools", "--disallowedTools"),
];

/// A flag of the command line with its values.
pub(in crate::engine) type Given = (&'static str, Vec<String>);

/// Reads a command line. Fails with the words of the CLI for a flag that it does not know, or one
/// without its value. What is not a flag is a prompt, and is ignored.
pub(in crate::engine) fn parse(
    arguments: impl IntoIterator<Item = String>,
) -> Result<Vec<Given>, String> {
    let arguments: Vec<String> = arguments.into_iter().collect();
    let (mut given, mut at) = (Vec::new(), 0);
    while let Some(argument) = arguments.get(at) {
        at += 1;
        if !is_flag(argument) {
            continue;
        }
        let (name, joined) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
            _ => (argument.as_str(), None),
        };
        let alias = ALIASES.iter().find(|(alias, _)| *alias == name);
        let name = alias.map_or(name, |(_, name)| name);
        let known = FLAGS.iter().find(|(known, ..)| *known == name);
        let Some((name, takes, placeholder)) = known else {
            return Err(format!("error: unknown option '{argument}'"));
        };
        let mut values: Vec<String> = joined.into_iter().collect();
        let free = |at: usize| arguments.get(at).filter(|argument| !is_flag(argument));
        match takes {
            Nothing => {}
            Optional if values.is_empty() => values.extend(free(at).cloned()),
            One | Many if values.is_empty() => {
                let missing = || format!("error: option '{name} <{placeholder}>' argument missing");
                values.push(arguments.get(at).cloned().ok_or_else(missing)?);
            }
            _ => {}
        }
        if argument.split_once('=').is_none() {
            at += values.len();
        }
        while *takes == Many
            && let Some(value) = free(at)
        {
            values.push(value.clone());
            at += 1;
        }
        given.push((*name, values));
    }
    Ok(given)
}

/// A dash alone is a value.
fn is_flag(argument: &str) -> bool {
    argument.len() > 1 && argument.starts_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(arguments: &[&str]) -> Result<Vec<Given>, String> {
        parse(arguments.iter().map(ToString::to_string))
    }

    #[test]
    fn values_belong_to_their_flags() {
        let given = read(&["--add-dir", "a", "b", "--resume", "-c", "--model=x=y", "prompt"]);
        let given = given.unwrap();
        let values = |at: usize| (given[at].0, given[at].1.join(" "));
        assert_eq!(values(0), ("--add-dir", "a b".to_owned()));
        assert_eq!(values(1), ("--resume", String::new()));
        assert_eq!(values(2), ("--continue", String::new()));
        assert_eq!(values(3), ("--model", "x=y".to_owned()));
        assert_eq!(given.len(), 4);
        let dash = read(&["--system-prompt", "--verbose"]).unwrap();
        assert_eq!(dash, [("--system-prompt", vec!["--verbose".to_owned()])]);
    }

    #[test]
    fn an_unknown_flag_is_refused_as_by_the_cli() {
        assert_eq!(read(&["--nope"]).unwrap_err(), "error: unknown option '--nope'");
        let missing = read(&["--model"]).unwrap_err();
        assert_eq!(missing, "error: option '--model <model>' argument missing");
    }
}
