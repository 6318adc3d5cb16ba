//! Outside: a store must not be in a folder of the CLI, which deletes old files there.

use std::path::{Path, PathBuf};

use claude_transcripts::Home;

use crate::ports::StoreError;

/// Checks that a path is not in the configuration folder of the CLI, neither in the one of this
/// process nor in the usual one.
pub(crate) fn check_outside(path: &Path) -> Result<(), StoreError> {
    let path = real(path);
    let home = std::env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" });
    let usual =
        home.filter(|home| !home.is_empty()).map(|home| PathBuf::from(home).join(".claude"));
    let own = Home::find().ok().map(|home| home.path().to_path_buf());
    if usual.into_iter().chain(own).any(|config| path.starts_with(real(&config))) {
        return Err(StoreError::Invalid {
            why: "a store must not be in the configuration folder of the CLI, which deletes old files there"
                .to_owned(),
        });
    }
    Ok(())
}

/// Resolves the links of the part of a path that exists.
fn real(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let found = path.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    match found {
        Some((part, real)) => match path.strip_prefix(part) {
            Ok(rest) if !rest.as_os_str().is_empty() => real.join(rest),
            _ => real,
        },
        None => path,
    }
}
