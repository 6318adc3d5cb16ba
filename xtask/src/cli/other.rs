//! Other CLIs: a version other than the pinned one, or a file.

use std::path::{Path, PathBuf};

use super::install::working_binary;
use super::npm::npm;
use crate::Outcome;
use crate::metadata::Metadata;

/// Returns the binary for a version or a path.
pub(crate) fn chosen(cli: &str) -> Outcome<PathBuf> {
    let path = Path::new(cli);
    if path.is_file() {
        return std::path::absolute(path).map_err(|error| format!("{cli}: {error}"));
    }
    if !is_version(cli) {
        return Err(format!("`{cli}` is neither a file nor a version such as 2.1.300"));
    }
    let home = Metadata::members_only()?.target_directory.join("cli-other").join(cli);
    if let Ok(binary) = working_binary(&home, cli) {
        return Ok(binary);
    }
    eprintln!("installing the Claude Code CLI {cli} below {}", home.display());
    let failed = |error: std::io::Error| format!("{}: {error}", home.display());
    std::fs::create_dir_all(&home).map_err(failed)?;
    let manifest = serde_json::json!({
        "name": "claude-cli", "private": true, "dependencies": { "@anthropic-ai/claude-code": cli },
    });
    std::fs::write(home.join("package.json"), manifest.to_string()).map_err(failed)?;
    npm(&["install"], &home)?;
    working_binary(&home, cli)
}

/// Numbers with dots between: npm cannot take it for a flag or an address.
pub(crate) fn is_version(text: &str) -> bool {
    let parts: Vec<_> = text.split('.').collect();
    let number = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(number)
}
