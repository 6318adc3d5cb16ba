//! Command line: compares `claude --help` with the flags that the SDK uses.
//!
//! The CLI may accept a flag that the help does not list. For each of these it is started with a
//! command line that it refuses before it does anything.

use std::collections::BTreeSet;
use std::path::Path;

use super::finding::{Findings, Kind, Witness};
use super::flags::is_flag;
use crate::{Outcome, child};

/// A flag that no CLI has.
const NO_FLAG: &str = "--no-such-flag-of-ours";

/// A CLI that can be started.
pub(crate) trait Cli {
    fn help(&self) -> Outcome<String>;

    /// Returns its error for these arguments, one of which is invalid.
    fn complaint(&self, args: &[&str]) -> Outcome<String>;
}

/// Compares the flags of the SDK with those of the CLI.
pub(crate) fn compare(ours: &BTreeSet<String>, cli: &impl Cli) -> Outcome<Findings> {
    let theirs = named(&cli.help()?);
    if theirs.is_empty() {
        return Err("the help of the CLI names no flags; has its form changed?".to_owned());
    }
    let mut findings = Findings::default();
    for flag in ours.iter().filter(|flag| !theirs.iter().any(|names| names.contains(flag))) {
        if !accepts(cli, flag)? {
            findings.add(Witness::CommandLine, Kind::Gone, flag, "the CLI refuses it");
        }
    }
    for names in theirs.iter().filter(|names| !names.iter().any(|name| ours.contains(name))) {
        let others = names[1..].join(", ");
        findings.add(Witness::CommandLine, Kind::New, &names[0], others);
    }
    Ok(findings)
}

/// Returns the long names of each flag in the help, with all spellings of a flag together.
pub(crate) fn named(help: &str) -> Vec<Vec<String>> {
    let options = help.lines().skip_while(|line| *line != "Options:").skip(1);
    let options = options.take_while(|line| line.is_empty() || line.starts_with(' '));
    // Descriptions are indented further.
    let heads = options.filter_map(|line| line.strip_prefix("  ").filter(|l| l.starts_with('-')));
    let names = heads.map(|head| {
        let words = head.split([' ', ',']).take_while(|word| word.is_empty() || is_name(word));
        words.filter(|word| is_flag(word)).map(str::to_owned).collect::<Vec<_>>()
    });
    names.filter(|names| !names.is_empty()).collect()
}

fn is_name(word: &str) -> bool {
    word.starts_with('-')
}

/// Returns whether a flag that is not in the help works. At the end of the line, a flag with a
/// value makes the CLI report the missing value. At the beginning, a flag without a value makes it
/// report the next one.
fn accepts(cli: &impl Cli, flag: &str) -> Outcome<bool> {
    let last = cli.complaint(&[NO_FLAG, flag])?;
    if last.contains("argument missing") && last.contains(flag) {
        return Ok(true);
    }
    let first = cli.complaint(&[flag, NO_FLAG])?;
    Ok(first.contains(NO_FLAG))
}

/// The binary of a CLI. It gets nothing of our environment, and a temporary home.
pub(crate) struct Binary<'p>(pub(crate) &'p Path);

impl Binary<'_> {
    fn ask(&self, args: &[&str]) -> Outcome<Result<String, String>> {
        let home =
            tempfile::tempdir().map_err(|error| format!("no folder can be made: {error}"))?;
        child::ask(self.0, args, home.path())
    }
}

impl Cli for Binary<'_> {
    fn help(&self) -> Outcome<String> {
        let help = self.ask(&["--help"])?;
        help.map_err(|stderr| format!("the CLI does not show its help:\n{stderr}"))
    }

    fn complaint(&self, args: &[&str]) -> Outcome<String> {
        match self.ask(args)? {
            Err(stderr) => Ok(stderr),
            Ok(_) => Err(format!("the CLI took `{}` and did not complain", args.join(" "))),
        }
    }
}
