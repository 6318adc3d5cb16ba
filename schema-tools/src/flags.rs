//! Command line: parses the arguments into a [`Command`]. Nothing is run here.

use crate::drift::{Place, Plan};

/// The help, which is printed without arguments.
pub(crate) const HELP: &str = "\
schema-tools <command>        started by `cargo xtask <command>`

  codegen [--check]           schema/ to crates/claude-types/src/generated/
  protocol [--check]          schema/ to docs/protocol.md and docs/protocol/
  coverage [--check]          which features are covered: docs/coverage.md
  drift [--deny] [--cli PATH | --pinned-cli PATH]
        [--declarations DIR | --pinned-declarations DIR]
        [--recordings DIR] [--table FILE]
                              compares the schema with recordings, CLI and declarations";

/// One command with its options.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Codegen { check: bool },
    Coverage { check: bool },
    Drift(Plan),
    Protocol { check: bool },
}

/// Parses the arguments.
pub(crate) fn parse(args: &[String]) -> Result<Command, String> {
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    Ok(match words.as_slice() {
        [] | ["help" | "--help" | "-h"] => Command::Help,
        ["codegen"] => Command::Codegen { check: false },
        ["codegen", "--check"] => Command::Codegen { check: true },
        ["coverage"] => Command::Coverage { check: false },
        ["coverage", "--check"] => Command::Coverage { check: true },
        ["drift", rest @ ..] => Command::Drift(plan(rest)?),
        ["protocol"] => Command::Protocol { check: false },
        ["protocol", "--check"] => Command::Protocol { check: true },
        _ => return Err(format!("invalid arguments: `{}`\n\n{HELP}", words.join(" "))),
    })
}

fn plan(words: &[&str]) -> Result<Plan, String> {
    let mut plan = Plan::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let mut place = |is_pinned| words.next().map(|path| Place { path: path.into(), is_pinned });
        let taken = match *word {
            "--deny" => {
                plan.deny = true;
                Some(())
            }
            "--cli" => place(false).map(|cli| plan.cli = Some(cli)),
            "--pinned-cli" => place(true).map(|cli| plan.cli = Some(cli)),
            "--declarations" => place(false).map(|folder| plan.declarations = Some(folder)),
            "--pinned-declarations" => place(true).map(|folder| plan.declarations = Some(folder)),
            "--recordings" => place(false).map(|folder| plan.recordings = Some(folder.path)),
            "--table" => place(false).map(|file| plan.table = Some(file.path)),
            _ => None,
        };
        taken.ok_or_else(|| format!("invalid arguments: `drift {word}`\n\n{HELP}"))?;
    }
    Ok(plan)
}

#[cfg(test)]
mod tests {
    use super::{Command, Place, Plan, parse};

    fn read(line: &str) -> Result<Command, String> {
        parse(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn every_command_of_the_help_is_parsed() {
        assert_eq!(read(""), Ok(Command::Help));
        assert_eq!(read("codegen"), Ok(Command::Codegen { check: false }));
        assert_eq!(read("protocol --check"), Ok(Command::Protocol { check: true }));
        assert_eq!(read("coverage --check"), Ok(Command::Coverage { check: true }));
        let place = |path: &str, is_pinned| Some(Place { path: path.into(), is_pinned });
        let plan = Plan {
            deny: true,
            cli: place("a", true),
            declarations: place("b", false),
            recordings: Some("c".into()),
            table: Some("d".into()),
        };
        let line = "drift --deny --pinned-cli a --declarations b --recordings c --table d";
        assert_eq!(read(line), Ok(Command::Drift(plan)));
        assert_eq!(read("drift"), Ok(Command::Drift(Plan::default())));
    }

    #[test]
    fn unknown_arguments_are_refused_with_the_help() {
        for line in ["deploy", "codegen --fast", "drift --fast", "drift --cli"] {
            let error = read(line).unwrap_err();
            assert!(error.contains(line) && error.contains("schema-tools <command>"), "{error}");
        }
    }
}
