//! Command `codegen`: reads and writes the files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{emit, for_each, schema};

const OUTPUT: &str = "crates/claude-types/src/generated";

/// Generates the protocol types below the root; with `check`, only compares.
pub(crate) fn run(check: bool) -> Result<(), String> {
    let root = crate::root();
    let files = generate(&root)?;
    let folder = root.join(OUTPUT);
    let stale = stale(&folder, &files)?;
    if stale.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = stale.iter().map(|path| path.display().to_string()).collect();
    if check {
        return Err(format!(
            "stale generated code: {}; run `cargo xtask codegen`",
            names.join(", ")
        ));
    }
    std::fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    for name in stale {
        let path = folder.join(&name);
        match files.get(&name) {
            Some(text) => std::fs::write(path, text).map_err(|e| e.to_string())?,
            None => std::fs::remove_file(path).map_err(|e| e.to_string())?,
        }
    }
    println!("wrote {}", names.join(", "));
    Ok(())
}

/// Returns the generated files by name.
pub(crate) fn generate(root: &Path) -> Result<BTreeMap<PathBuf, String>, String> {
    let modules = schema::read(&root.join("schema"))?;
    let mut files = BTreeMap::from([
        ("mod.rs".into(), format(&emit::root(&modules), root)?),
        ("for_each.rs".into(), format(&for_each::file(&modules)?, root)?),
    ]);
    for module in &modules {
        let text = format(&emit::module(&modules, module)?, root)?;
        files.insert(format!("{}.rs", module.name).into(), text);
    }
    Ok(files)
}

/// Returns the files that differ, are missing, or are not generated any more.
pub(crate) fn stale(
    folder: &Path,
    files: &BTreeMap<PathBuf, String>,
) -> Result<Vec<PathBuf>, String> {
    let mut stale: Vec<PathBuf> = files
        .iter()
        .filter(|(name, text)| {
            std::fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text)
        })
        .map(|(name, _)| name.clone())
        .collect();
    if let Ok(listing) = std::fs::read_dir(folder) {
        let present = listing.filter_map(|entry| entry.ok().map(|e| PathBuf::from(e.file_name())));
        stale.extend(present.filter(|name| !files.contains_key(name)));
    }
    Ok(stale)
}

fn format(text: &str, root: &Path) -> Result<String, String> {
    crate::child::filter("rustfmt", &["--edition", "2024", "--emit", "stdout"], text, root)
}
