//! Flags: the flags that the SDK passes to the CLI, read from the only file that writes them.

use std::collections::BTreeSet;
use std::path::Path;

use crate::Outcome;

/// The module that converts options to arguments, below the root.
const PLACE: &str = "crates/claude-sdk/src/launch/args.rs";

/// Returns the flags of the SDK, without those that a user adds.
pub(crate) fn of_the_sdk(root: &Path) -> Outcome<BTreeSet<String>> {
    let text = std::fs::read_to_string(root.join(PLACE));
    let flags = in_source(&text.map_err(|error| format!("{PLACE}: {error}"))?);
    if flags.is_empty() {
        return Err(format!(
            "{PLACE} contains no flags: correct the path in schema-tools/src/drift/flags.rs"
        ));
    }
    Ok(flags)
}

/// Returns the string literals that are only a flag.
pub(crate) fn in_source(text: &str) -> BTreeSet<String> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let literals = code.flat_map(|line| line.split('"').skip(1).step_by(2));
    literals.filter(|literal| is_flag(literal)).map(str::to_owned).collect()
}

pub(crate) fn is_flag(word: &str) -> bool {
    word.strip_prefix("--").is_some_and(|name| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    })
}
