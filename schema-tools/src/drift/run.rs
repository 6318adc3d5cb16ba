//! Command `drift`: asks the witnesses, and prints the unexplained findings.

use std::path::{Path, PathBuf};

use super::allow::{self, Allowed};
use super::command_line::Binary;
use super::finding::{Findings, Witness};
use super::model::Model;
use super::{command_line, declared, flags, recorded, table};
use crate::Outcome;
use crate::codegen::schema;

/// What to compare with, and how strictly.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Whether drift is an error, and a witness that cannot be asked, too.
    pub(crate) deny: bool,
    /// The binary of the CLI; not asked if absent.
    pub(crate) cli: Option<Place>,
    /// The folder with the declarations; not asked if absent.
    pub(crate) declarations: Option<Place>,
    /// The folder with the recordings of the wire; those of the repository if absent.
    pub(crate) recordings: Option<PathBuf>,
    /// The file into which a table of the differences is written.
    pub(crate) table: Option<PathBuf>,
}

/// The place of a witness.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) path: PathBuf,
    /// Whether it has the pinned version, for which the allow list was written.
    pub(crate) is_pinned: bool,
}

/// The module of the options of the SDK, below the root.
const OPTIONS: &str = "crates/claude-sdk/src/options/fields.rs";

/// Prints the drift; with `deny`, it is an error.
pub(crate) fn run(plan: &Plan) -> Outcome {
    let root = crate::root();
    let model = Model::new(schema::read(&root.join("schema"))?);
    let allowed = Allowed::read(&root)?;
    let recordings = recorded::recordings(&root, plan.recordings.as_deref())?;
    let mut findings = recorded::compare(&model, &recordings);
    let mut judged: Vec<_> =
        plan.recordings.is_none().then_some(Witness::Recordings).into_iter().collect();
    let others = [
        (Witness::CommandLine, "--cli", &plan.cli, command_line as Ask),
        (Witness::Declarations, "--declarations", &plan.declarations, declarations as Ask),
    ];
    for (witness, flag, place, ask) in others {
        let Some(Place { path, is_pinned }) = place else {
            if plan.deny {
                return Err(format!("drift: `--deny` requires `{flag}`"));
            }
            continue;
        };
        match ask(path, &root, &model) {
            Ok(found) => {
                findings.extend(found);
                // What another version lacks shows nothing about the list.
                judged.extend(is_pinned.then_some(witness));
            }
            Err(error) if plan.deny => return Err(error),
            Err(error) => println!("skipped: {error}"),
        }
    }
    let stale = allowed.stale(&findings, &judged);
    let explained = allowed.explain(&mut findings);
    print!("{}", findings.report());
    if let Some(file) = &plan.table {
        let table = table::table(&findings, &model);
        std::fs::write(file, table).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    for name in &stale {
        println!("\n{}: unused entry `{name}`: no difference matches it; remove it", allow::PLACE);
    }
    let summary =
        format!("{}; {explained} explained, {} unused entries", findings.summary(), stale.len());
    println!("drift: {summary}");
    if plan.deny && !(findings.is_empty() && stale.is_empty()) {
        return Err(format!(
            "drift: {summary}; change the schema or explain it in {}",
            allow::PLACE
        ));
    }
    Ok(())
}

/// Compares the files at a path with the schema, or with the SDK below the root.
type Ask = fn(&Path, &Path, &Model) -> Outcome<Findings>;

fn command_line(binary: &Path, root: &Path, _: &Model) -> Outcome<Findings> {
    command_line::compare(&flags::of_the_sdk(root)?, &Binary(binary))
}

fn declarations(folder: &Path, root: &Path, model: &Model) -> Outcome<Findings> {
    let declarations = declared::of_folder(folder)?;
    let options = std::fs::read_to_string(root.join(OPTIONS));
    let options = options.map_err(|error| format!("{OPTIONS}: {error}"))?;
    let options = declared::options_in_source(&options);
    Ok(declared::compare(&declarations, model, &options))
}
