//! Install: the steps from a pin to an installed version.
//!
//! npm installs into another folder, which is renamed when everything was checked: an interrupted installation never
//! counts. The caller has the right to install.

use std::fs;
use std::path::{Path, PathBuf};

use super::checksum::checksum;
use super::npm;
use super::pin::{Pin, packages};
use super::record::Record;
use super::store_error::StoreError;
use crate::cli::package::{PACKAGE, SCOPE};
use crate::cli::system::System;
use crate::cli::{CliVersion, Search};

/// How the names of unfinished installations begin.
const UNFINISHED: &str = ".installing-";

/// Installs a version. Replaces what is in its folder.
pub(super) fn install(npm: &Path, store: &Path, pin: &Pin) -> Result<(), StoreError> {
    clean(store);
    let version = pin.version().to_string();
    let aside = store.join(format!("{UNFINISHED}{version}"));
    let home = store.join(&version);
    let placed = fetch(npm, &aside, pin).and_then(|()| place(&aside, &home));
    if placed.is_err() {
        clean(store);
    }
    placed
}

/// Removes what interrupted installations have left.
fn clean(store: &Path) {
    let entries = store.read_dir().into_iter().flatten().filter_map(Result::ok);
    let unfinished = entries
        .filter(|entry| entry.file_name().as_encoded_bytes().starts_with(UNFINISHED.as_bytes()));
    for entry in unfinished {
        // What cannot be removed makes the installation fail later, with a reason.
        let _ = fs::remove_dir_all(entry.path());
    }
}

fn fetch(npm: &Path, aside: &Path, pin: &Pin) -> Result<(), StoreError> {
    let write = |name: &str, text: &str| {
        let path = aside.join(name);
        fs::write(&path, text).map_err(StoreError::io(&path))
    };
    fs::create_dir_all(aside).map_err(StoreError::io(aside))?;
    write("package.json", &pin.manifest())?;
    if let Some(lock) = pin.lock_text() {
        write("package-lock.json", lock)?;
    }
    npm::install(npm, aside, pin.lock_text().is_some())?;
    let written = aside.join("node_modules").join(".package-lock.json");
    let written = fs::read_to_string(&written).map_err(StoreError::io(&written))?;
    let packages = packages(&written)?;
    pin.accepts(&packages)?;
    let program = working_program(aside, pin.version())?;
    let (sha512, size) = checksum(&program).map_err(StoreError::io(&program))?;
    let program = program.strip_prefix(aside).unwrap_or(&program).to_owned();
    Record { version: pin.version(), program, sha512, size, packages }.write(aside)
}

fn place(aside: &Path, home: &Path) -> Result<(), StoreError> {
    if home.exists() {
        fs::remove_dir_all(home).map_err(StoreError::io(home))?;
    }
    fs::rename(aside, home).map_err(StoreError::io(home))
}

/// Returns the program that works on this machine and reports the version.
fn working_program(folder: &Path, version: CliVersion) -> Result<PathBuf, StoreError> {
    let scope = folder.join("node_modules").join(SCOPE);
    let entries = scope.read_dir().map_err(StoreError::io(&scope))?.filter_map(Result::ok);
    let mut packages: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    packages.sort();
    let mut problem = "npm installed no package for this system".to_owned();
    for package in packages {
        let program = match package.file_name().is_some_and(|name| name == PACKAGE) {
            // Before 2.1.113, the package itself contained the program, as a script.
            true => package.join("cli.js"),
            false => package.join(System::host().program()),
        };
        let found = Search::new().variables(std::env::vars_os()).explicit(&program).run();
        let found = found.candidates.into_iter().next().filter(|_| program.exists());
        let Some(found) = found else { continue };
        if let Some(rejection) = found.rejection() {
            problem = format!("`{}`: {rejection}", program.display());
            continue;
        }
        match npm::reported_version(&program) {
            Ok(text) if CliVersion::parse(&text) == Some(version) => return Ok(program),
            Ok(text) => problem = format!("`{}` reports {:?}", program.display(), text.trim()),
            Err(error) => problem = format!("`{}`: {error}", program.display()),
        }
    }
    Err(StoreError::Program { version, problem })
}
