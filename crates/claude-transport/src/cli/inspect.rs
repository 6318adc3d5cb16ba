//! Inspect: what a file is, and whether it can be started, without running it.
//!
//! Only what certainly cannot be started is rejected. Everything else is left to the system: the next candidate is tried
//! if it refuses.

use std::fs::{File, Metadata};
use std::io::{Error, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use super::binary::{self, Headers};
use super::package::{is_in_package, version_of};
use super::script::{self, Interpreter, Lookup};
use super::system::{System, Variables};
use super::{CliVersion, Kind, Rejection};

/// How much of a file is read to find out what it is.
const HEAD: u64 = 4096;

/// What npm's package prints until its install script has put the program in its place.
const STUB: &str = "native binary not installed";

/// What the result depends on, besides the file.
#[derive(Debug)]
pub(super) struct Surroundings {
    pub(super) system: System,
    /// Whether another program runs the file, so that neither its mode nor its interpreter matters.
    pub(super) with_runtime: bool,
    /// The folders in which the child finds an interpreter.
    pub(super) path: Vec<PathBuf>,
    /// Folders that can be added to them: those of the user's login shell.
    pub(super) more: Vec<PathBuf>,
}

impl Surroundings {
    pub(super) fn new(variables: &Variables, with_runtime: bool) -> Self {
        let path = match variables.get("PATH") {
            Some(_) => variables.path(),
            // What systems search without the variable.
            None => ["/usr/bin", "/bin"].map(PathBuf::from).to_vec(),
        };
        Self { system: variables.system, with_runtime, path, more: Vec::new() }
    }
}

/// What is known about a file.
#[derive(Debug)]
pub(super) struct Inspected {
    pub(super) kind: Kind,
    pub(super) version: Option<CliVersion>,
    pub(super) problem: Option<Rejection>,
    pub(super) interpreter_folder: Option<PathBuf>,
}

impl Inspected {
    pub(super) fn new(kind: Kind, problem: Option<Rejection>) -> Self {
        Self { kind, version: None, problem, interpreter_folder: None }
    }

    /// Nothing is at a path that was named.
    pub(super) fn missing() -> Self {
        Self::new(Kind::Unknown, Some(Rejection::Missing))
    }

    /// Adds a problem. The first one counts.
    fn reject(&mut self, problem: Rejection) {
        self.problem.get_or_insert(problem);
    }
}

/// Inspects a path. Returns `None` if nothing is there.
pub(super) fn inspect(path: &Path, surroundings: &Surroundings) -> Option<Inspected> {
    let rejected = |problem| Some(Inspected::new(Kind::Unknown, Some(problem)));
    match path.symlink_metadata() {
        Err(error) if is_absence(&error) => return None,
        _ if surroundings.system.is_batch(path) => return rejected(Rejection::BatchFile),
        _ => {}
    }
    match path.metadata() {
        Err(error) if is_absence(&error) => rejected(Rejection::BrokenLink),
        Err(_) => rejected(Rejection::NotExecutable),
        Ok(file) if file.is_dir() => rejected(Rejection::Directory),
        Ok(file) if !file.is_file() => rejected(Rejection::SpecialFile),
        Ok(file) => Some(content(path, &file, surroundings)),
    }
}

fn is_absence(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

fn content(path: &Path, meta: &Metadata, surroundings: &Surroundings) -> Inspected {
    let Surroundings { system, with_runtime, .. } = *surroundings;
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let in_package = is_in_package(&real);
    let mut found = Inspected::new(if in_package { Kind::Npm } else { Kind::Unknown }, None);
    found.version = version_of(&real);
    if !with_runtime && system == System::host() && !is_executable(meta) {
        found.reject(Rejection::NotExecutable);
    }
    let Some((head, headers)) = read(&real) else {
        // A program may be executable and not readable.
        return found;
    };
    if let Some(headers) = headers {
        native(&mut found, &headers, meta.len());
        if !in_package {
            found.kind = if is_shim(&real) { Kind::Shim } else { Kind::Native };
        }
    } else if head.starts_with(b"#!") {
        if !in_package {
            found.kind = kind_of_script(&head);
        }
        if !with_runtime {
            interpreter(&mut found, &head, [path, &real], surroundings);
        }
    } else if !with_runtime {
        other(&mut found, &head, meta.len());
    }
    found
}

/// Reads the beginning of a file, and its headers if it is a native program.
fn read(real: &Path) -> Option<(Vec<u8>, Option<Headers>)> {
    let mut file = File::open(real).ok()?;
    let mut head = Vec::new();
    (&mut file).take(HEAD).read_to_end(&mut head).ok()?;
    Some((head, binary::headers(&mut file)))
}

fn native(found: &mut Inspected, headers: &Headers, size: u64) {
    if size < headers.size {
        found.reject(Rejection::CutOff { size, expected: headers.size });
    } else if let Some(loader) = headers.loader.as_ref().filter(|loader| !loader.exists()) {
        found.reject(Rejection::InterpreterMissing(loader.clone()));
    }
}

/// Returns whether a program starts others by the name under which it is called, as version managers do.
fn is_shim(real: &Path) -> bool {
    let name = real.file_stem().unwrap_or_default();
    ["mise", "volta", "volta-shim"].iter().any(|shim| name == *shim)
}

fn kind_of_script(head: &[u8]) -> Kind {
    let text = String::from_utf8_lossy(head);
    if text.contains("asdf exec") { Kind::Shim } else { Kind::Script }
}

/// Checks the interpreter of a script. `places` are the paths of the script: as it was found, and with links resolved.
fn interpreter(found: &mut Inspected, head: &[u8], places: [&Path; 2], around: &Surroundings) {
    match script::interpreter(head) {
        Some(Interpreter::At(program)) if program.is_absolute() && !program.exists() => {
            found.reject(Rejection::InterpreterMissing(program));
        }
        Some(Interpreter::Named(name)) => {
            let beside = places.into_iter().filter_map(Path::parent);
            let more = beside.chain(around.more.iter().map(|folder| &**folder));
            match script::lookup(&name, &around.path, more) {
                Some(Lookup::InPath) => {}
                Some(Lookup::In(folder)) => found.interpreter_folder = Some(folder),
                None => found.reject(Rejection::InterpreterMissing(name.into())),
            }
        }
        _ => {}
    }
}

/// Examines a file that is neither a native program nor a script.
fn other(found: &mut Inspected, head: &[u8], size: u64) {
    if String::from_utf8_lossy(head).contains(STUB) {
        found.kind = Kind::Stub;
        // It is executable, and not a program.
        found.problem = Some(Rejection::Stub);
    } else if !head.is_empty() && b"\x7fELF".starts_with(head) {
        found.reject(Rejection::CutOff { size, expected: 64 });
    } else {
        // A file that is no text is of a format that is not known here; the system may know it.
        let is_text = !head.contains(&0);
        if is_text {
            found.reject(Rejection::NotAProgram);
        }
    }
}

#[cfg(unix)]
fn is_executable(file: &Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    file.permissions().mode() & 0o111 != 0
}

#[cfg(not(unix))]
fn is_executable(_file: &Metadata) -> bool {
    true
}
