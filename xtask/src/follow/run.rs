//! Command `follow`: the steps in their order, each with its time.

use std::ffi::OsString;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::compare::differing;
use super::pin;
use crate::metadata::Metadata;
use crate::{Outcome, cli, contract, drift, record, schema_tools};

/// Pins this version of the CLI, and writes what is left to do into `target/follow/VERSION.md`.
pub(crate) fn run(version: &str) -> Outcome {
    if !cli::is_version(version) {
        return Err(format!("`{version}` is no version such as 2.1.300"));
    }
    let pinned = cli::version()?;
    let folder = Metadata::members_only()?.target_directory.join("follow");
    std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let (old, new) = (folder.join(&pinned), folder.join(version));
    let page = folder.join(format!("{version}.md"));
    step("record the pinned version", || recorded(None, &old))?;
    step("record the new version", || recorded(Some(version), &new))?;
    step("compare", || compared(version, &old, &new, &page))?;
    step("pin", || pin::pin(version))?;
    step("replace the fixtures", || replaced(&new, &record::fixtures()))?;
    // Its failures are part of the work that is left.
    let contract = contract::Plan { clis: vec![version.into()], ..contract::Plan::default() };
    let contract = step("contract tests", || contract::run(&contract));
    println!("\nWhat is left to do: {}", page.display());
    contract
}

fn step(name: &str, act: impl FnOnce() -> Outcome) -> Outcome {
    println!("\n== {name}");
    let begun = Instant::now();
    let result = act();
    println!("== {name}: {} s", begun.elapsed().as_secs());
    result
}

/// Records all cases into a folder, unless it is there. A folder that is not complete is removed.
fn recorded(cli: Option<&str>, out: &Path) -> Outcome {
    if out.is_dir() {
        println!("{} is there; remove it to record again", out.display());
        return Ok(());
    }
    let plan =
        record::Plan { cli: cli.map(Into::into), out: Some(out.into()), ..record::Plan::default() };
    record::run(&plan).inspect_err(|_| drop(std::fs::remove_dir_all(out)))
}

/// Writes the page: names that the schema lacks, and cases that the CLI plays differently.
fn compared(version: &str, old: &Path, new: &Path, page: &Path) -> Outcome {
    let table = page.with_extension("table");
    let declarations = drift::declarations_of(&pin::declarations(version)?)?;
    let args: [OsString; 8] = [
        "--cli".into(),
        cli::chosen(version)?.into(),
        "--declarations".into(),
        declarations.into(),
        "--recordings".into(),
        new.into(),
        "--table".into(),
        table.clone().into(),
    ];
    schema_tools::run("drift", args)?;
    let failed = |error: std::io::Error| format!("{}: {error}", page.display());
    let names = std::fs::read_to_string(&table).map_err(failed)?;
    std::fs::remove_file(&table).map_err(failed)?;
    let transcripts = |folder: &Path| folder.join("transcripts").join("transcript");
    let cases = differing(&transcripts(old), &transcripts(new))?;
    let mut text = format!(
        "# CLI {version}\n\n## Names\n\nAdd each name to the schema, or explain it in \
         `schema/drift/allow.toml`, until `cargo xtask drift --deny` reports nothing.\n\n{names}\n\
         ## Behaviour\n\n{} cases differ from those of the version before:\n\n",
        cases.len()
    );
    for case in &cases {
        let _ = writeln!(text, "- {case}");
    }
    let _ = writeln!(
        text,
        "\n```sh\ndiff -ru {} {}\n```",
        transcripts(old).display(),
        transcripts(new).display()
    );
    std::fs::write(page, text).map_err(failed)
}

/// Copies the recordings over the fixtures.
fn replaced(new: &Path, fixtures: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", new.display());
    let entries = std::fs::read_dir(new).map_err(failed)?.flatten().map(|entry| entry.path());
    let is_recording = |path: &PathBuf| path.extension().is_some_and(|ext| ext == "jsonl");
    for file in entries.filter(is_recording) {
        let name = file.file_name().unwrap_or_default();
        std::fs::copy(&file, fixtures.join(name)).map_err(failed)?;
    }
    Ok(())
}
