//! Command `drift`: passes the places of the CLI and the declarations to `schema-tools`.

use std::ffi::OsString;
use std::path::PathBuf;

use super::declarations;
use crate::{Outcome, cli, schema_tools};

/// What to compare with, and how strictly.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Whether drift is an error, and a witness that cannot be asked, too.
    pub(crate) deny: bool,
    /// A version of the CLI or a path; the pinned one if absent.
    pub(crate) cli: Option<String>,
    /// A version of the declarations or a folder; the pinned one if absent.
    pub(crate) declarations: Option<String>,
}

/// The variable in which the contract tests, too, look for a CLI.
const CLI: &str = "CLAUDE_TEST_CLI";

/// Returns the folder with the declarations of a version.
pub(crate) fn declarations_of(version: &str) -> Outcome<PathBuf> {
    declarations::folder(Some(version))
}

/// Prints the drift; with `deny`, it is an error.
pub(crate) fn run(plan: &Plan) -> Outcome {
    let cli = plan.cli.clone().map_or_else(cli::version, Ok)?;
    let published = plan.declarations.clone().map_or_else(declarations::pinned, Ok)?;
    println!("Comparing the schema with the recordings, CLI {cli}, declarations {published}.");
    let declarations = declarations::folder(plan.declarations.as_deref());
    schema_tools::run("drift", arguments(plan, binary(plan), declarations)?)
}

/// Returns the arguments of `schema-tools drift`. A witness that is not found is skipped; with
/// `deny`, it is an error.
pub(super) fn arguments(
    plan: &Plan,
    cli: Outcome<PathBuf>,
    declarations: Outcome<PathBuf>,
) -> Outcome<Vec<OsString>> {
    let mut args: Vec<OsString> = plan.deny.then(|| "--deny".into()).into_iter().collect();
    let cli_flag = if plan.cli.is_some() { "--cli" } else { "--pinned-cli" };
    let declarations_flag =
        if plan.declarations.is_some() { "--declarations" } else { "--pinned-declarations" };
    for (flag, place) in [(cli_flag, cli), (declarations_flag, declarations)] {
        match place {
            Ok(path) => args.extend([flag.into(), path.into()]),
            Err(error) if plan.deny => return Err(error),
            Err(error) => println!("skipped: {error}"),
        }
    }
    Ok(args)
}

fn binary(plan: &Plan) -> Outcome<PathBuf> {
    let given = || std::env::var_os(CLI).filter(|path| !path.is_empty()).map(PathBuf::from);
    match (&plan.cli, given()) {
        (Some(chosen), _) => cli::chosen(chosen),
        (None, Some(given)) => Ok(given),
        (None, None) => cli::install(),
    }
}
