//! Script: the interpreter that the first line of a script names, and where it is.

use std::path::{Path, PathBuf};

/// The interpreter of a script.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Interpreter {
    /// A path.
    At(PathBuf),
    /// A name that `env` looks up in `PATH`.
    Named(String),
}

/// Where an interpreter is that a script names without a path.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lookup {
    /// In a folder of `PATH`.
    InPath,
    /// In a folder that is not in `PATH`.
    In(PathBuf),
}

/// Returns the interpreter that the first line names; `None` if there is no such line, or if only `env` can read it.
pub(super) fn interpreter(head: &[u8]) -> Option<Interpreter> {
    let line = head.strip_prefix(b"#!")?.split(|byte| *byte == b'\n').next()?;
    let line = std::str::from_utf8(line).ok()?.trim();
    let mut words = line.split_ascii_whitespace();
    let program = Path::new(words.next()?);
    if program.file_name()? != "env" {
        return Some(Interpreter::At(program.into()));
    }
    let first = words.find(|word| *word != "-S")?;
    let is_plain = !first.starts_with('-') && !first.contains(['=', '/', '"', '\'']);
    is_plain.then(|| Interpreter::Named(first.into()))
}

/// Returns where a program with this name is: in a folder of `PATH`, or in another one.
pub(super) fn lookup<'p>(
    name: &str,
    path: &[PathBuf],
    mut others: impl Iterator<Item = &'p Path>,
) -> Option<Lookup> {
    if path.iter().any(|folder| folder.join(name).is_file()) {
        return Some(Lookup::InPath);
    }
    let folder = others.find(|folder| folder.join(name).is_file())?;
    Some(Lookup::In(folder.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_names_the_interpreter() {
        let named = |name: &str| Some(Interpreter::Named(name.into()));
        for (text, expected) in [
            ("#!/bin/sh\necho", Some(Interpreter::At("/bin/sh".into()))),
            ("#! /bin/sh -e\n", Some(Interpreter::At("/bin/sh".into()))),
            ("#!/usr/bin/env node\n", named("node")),
            ("#!/usr/bin/env -S node --no-warnings\n", named("node")),
            ("#!/usr/bin/env bash", named("bash")),
            ("#!/usr/bin/env -u X node\n", None),
            ("#!/usr/bin/env A=b node\n", None),
            ("#!\n", None),
            ("echo\n", None),
        ] {
            assert_eq!(interpreter(text.as_bytes()), expected, "{text}");
        }
    }
}
