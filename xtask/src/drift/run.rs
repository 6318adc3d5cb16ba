//! The command itself: asks the witnesses, and prints what is not explained.

use std::path::{Path, PathBuf};

use super::allow::{self, Allowed};
use super::command_line::Binary;
use super::finding::{Findings, Witness};
use super::model::Model;
use super::{command_line, declared, flags, package, recorded};
use crate::codegen::schema;
use crate::{Outcome, cli};

/// What to compare with, and how strictly.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Drift is an error, and so is a witness that cannot be asked.
    pub(crate) deny: bool,
    /// A version of the CLI or a path; the pinned one if absent.
    pub(crate) cli: Option<String>,
    /// A version of the declarations or a folder; the pinned one if absent.
    pub(crate) declarations: Option<String>,
}

/// Where the contract tests, too, look for a CLI.
const CLI: &str = "CLAUDE_TEST_CLI";

/// The module of the SDK's options, below the root.
const OPTIONS: &str = "crates/claude-sdk/src/options.rs";

/// Prints the drift; with `deny`, it is an error.
pub(crate) fn run(plan: &Plan) -> Outcome {
    let root = crate::run::root();
    let model = Model::new(schema::read(&root.join("schema"))?);
    let allowed = Allowed::read(&root)?;
    let cli = plan.cli.clone().map_or_else(cli::version, Ok)?;
    let published = plan.declarations.clone().map_or_else(package::pinned, Ok)?;
    println!("The schema beside the recordings, CLI {cli}, declarations {published}.");
    let mut findings = recorded::compare(&model, &recorded::recordings(&root)?);
    let mut judged = vec![Witness::Recordings];
    let others = [
        (Witness::CommandLine, command_line(plan, &root), plan.cli.is_none()),
        (Witness::Declarations, declarations(plan, &root, &model), plan.declarations.is_none()),
    ];
    for (witness, found, is_pinned) in others {
        match found {
            Ok(found) => {
                findings.extend(found);
                // What another version does not have says nothing about the list.
                judged.extend(is_pinned.then_some(witness));
            }
            Err(error) if plan.deny => return Err(error),
            Err(error) => println!("not asked: {error}"),
        }
    }
    let stale = allowed.stale(&findings, &judged);
    let explained = allowed.explain(&mut findings);
    print!("{}", findings.report());
    for name in &stale {
        println!("\n{}: `{name}` explains nothing any more", allow::PLACE);
    }
    let summary = format!("{}; {explained} explained, {} stale", findings.summary(), stale.len());
    println!("drift: {summary}");
    if plan.deny && !(findings.is_empty() && stale.is_empty()) {
        return Err(format!(
            "drift: {summary}; change the schema or explain it in {}",
            allow::PLACE
        ));
    }
    Ok(())
}

fn command_line(plan: &Plan, root: &Path) -> Outcome<Findings> {
    let given = || std::env::var_os(CLI).filter(|path| !path.is_empty()).map(PathBuf::from);
    let binary = match (&plan.cli, given()) {
        (Some(chosen), _) => cli::chosen(chosen)?,
        (None, Some(given)) => given,
        (None, None) => cli::install()?,
    };
    command_line::compare(&flags::of_the_sdk(root)?, &Binary(&binary))
}

fn declarations(plan: &Plan, root: &Path, model: &Model) -> Outcome<Findings> {
    let declarations = package::declarations(plan.declarations.as_deref())?;
    let options = std::fs::read_to_string(root.join(OPTIONS));
    let options = options.map_err(|error| format!("{OPTIONS}: {error}"))?;
    let options = declared::options_in_source(&options);
    Ok(declared::compare(&declarations, model, &options))
}
