//! Declaration files: the files of the npm package that declare the protocol.

use std::path::Path;

use super::Declarations;
use crate::Outcome;

const FILES: [&str; 2] = ["sdk.d.ts", "sdk-tools.d.ts"];

/// Reads the files of a package; a custom folder may have only one of them.
pub(crate) fn of_folder(folder: &Path) -> Outcome<Declarations> {
    let mut declarations = Declarations::default();
    for file in FILES {
        if let Ok(text) = std::fs::read_to_string(folder.join(file)) {
            declarations.read(&text);
        }
    }
    if declarations.is_empty() {
        return Err(format!("{} contains no declarations", folder.display()));
    }
    Ok(declarations)
}
