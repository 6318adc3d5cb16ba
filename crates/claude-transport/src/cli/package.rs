//! Package: what the path of a program and the package around it tell, without running anything.

use std::path::{Component, Path, PathBuf};

use super::CliVersion;
use super::system::System;

/// The scope of the packages of the CLI.
pub(super) const SCOPE: &str = "@anthropic-ai";
/// The name with which all packages of the CLI begin.
pub(super) const PACKAGE: &str = "claude-code";

/// Returns the version of the CLI at a path: that of the `package.json` of the package that contains it, or that of a
/// folder or file name such as `versions/2.1.329`. Links are followed; the program is not run.
///
/// Blocks the thread: it reads files.
///
/// # Examples
///
/// ```
/// use std::path::Path;
///
/// assert_eq!(claude_transport::cli::version_of(Path::new("/nowhere/claude")), None);
/// ```
#[must_use]
pub fn version_of(program: &Path) -> Option<CliVersion> {
    let program = program.canonicalize().ok()?;
    let package = program.ancestors().skip(1).take(3).find_map(package_version);
    package.or_else(|| named_version(&program))
}

/// Returns whether a path, with links resolved, is in a package of npm.
pub(super) fn is_in_package(program: &Path) -> bool {
    let mut parts = program.components().map(Component::as_os_str);
    parts.any(|part| part == SCOPE)
        && parts.next().is_some_and(|name| name.as_encoded_bytes().starts_with(PACKAGE.as_bytes()))
}

/// Returns the programs in the packages of the platforms that npm installed beside its unfinished package.
pub(super) fn platform_programs(stub: &Path, system: System) -> Vec<PathBuf> {
    let Ok(stub) = stub.canonicalize() else { return Vec::new() };
    let is_package = |folder: &&Path| {
        let scope = folder.parent().and_then(Path::file_name);
        scope.is_some_and(|scope| scope == SCOPE)
    };
    let Some(package) = stub.ancestors().find(is_package) else { return Vec::new() };
    let scopes =
        [package.parent().map(Path::to_owned), Some(package.join("node_modules").join(SCOPE))];
    let entries = scopes.into_iter().flatten().filter_map(|scope| scope.read_dir().ok()).flatten();
    let folders = entries.filter_map(Result::ok).map(|entry| entry.path());
    let is_platform = |folder: &PathBuf| {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.strip_prefix(PACKAGE).is_some_and(|platform| platform.starts_with('-'))
    };
    let mut programs: Vec<_> =
        folders.filter(is_platform).map(|folder| folder.join(system.program())).collect();
    programs.sort();
    programs
}

/// Returns the version in a path. Only a folder of the CLI counts: that of a version manager names the version of
/// Node.js.
fn named_version(program: &Path) -> Option<CliVersion> {
    let parts: Vec<_> = program.iter().filter_map(|part| part.to_str()).collect();
    parts.windows(2).rev().find_map(|pair| {
        let is_ours = pair[0] == "versions" || pair[0].contains("claude");
        CliVersion::parse(pair[1]).filter(|_| is_ours)
    })
}

fn package_version(folder: &Path) -> Option<CliVersion> {
    let text = std::fs::read_to_string(folder.join("package.json")).ok()?;
    let name = top_level(&text, "name")?;
    let is_ours = name.strip_prefix(SCOPE)?.strip_prefix('/')?.starts_with(PACKAGE);
    CliVersion::parse(top_level(&text, "version")?).filter(|_| is_ours)
}

/// Returns the value of a key of a JSON object, if it is a text without escapes. Names and versions are, so that this
/// part of the crate needs no parser.
fn top_level<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let (mut depth, mut previous, mut rest) = (0_usize, None, text);
    loop {
        let at = rest.find(['{', '}', '[', ']', '"', ','])?;
        let (mark, after) = (rest.as_bytes()[at], &rest[at + 1..]);
        rest = after;
        match mark {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.checked_sub(1)?,
            b',' => previous = None,
            _ => {
                let end = string_end(after)?;
                let string = &after[..end];
                rest = &after[end + 1..];
                if depth == 1 && previous == Some(key) {
                    return (!string.contains('\\')).then_some(string);
                }
                // It is a key, and not a value, if a colon follows.
                let is_key = rest.trim_start().starts_with(':');
                previous = (depth == 1 && is_key).then_some(string);
            }
        }
    }
}

/// Returns where a JSON text ends, whose opening quote is before `text`.
fn string_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(folder: &Path, path: &str, text: &str) -> PathBuf {
        let file = folder.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
        file
    }

    fn version(path: &Path) -> Option<String> {
        version_of(path).map(|version| version.to_string())
    }

    #[test]
    fn the_version_is_read_from_the_package_or_the_path() {
        let folder = tempfile::tempdir().unwrap();
        let native = file(folder.path(), "versions/2.1.329", "");
        assert_eq!(version(&native).as_deref(), Some("2.1.329"));
        let cask = file(folder.path(), "Caskroom/claude-code/2.1.300/claude", "");
        assert_eq!(version(&cask).as_deref(), Some("2.1.300"));
        let script = file(folder.path(), "code/cli.js", "");
        assert_eq!(version(&script), None);
        let package = r#"{"name":"@anthropic-ai/claude-code","version":"2.1.9"}"#;
        file(folder.path(), "code/package.json", package);
        assert_eq!(version(&script).as_deref(), Some("2.1.9"));
        let other = file(folder.path(), "other/claude", "");
        file(folder.path(), "other/package.json", r#"{"name":"other","version":"1.0.0"}"#);
        assert_eq!(version(&other), None);
        assert_eq!(version(Path::new("/not/there/versions/2.1.3")), None);
    }

    #[test]
    fn the_version_of_node_is_not_that_of_the_cli() {
        let folder = tempfile::tempdir().unwrap();
        let shim = file(folder.path(), "installs/node/22.3.0/bin/claude", "");
        assert_eq!(version(&shim), None);
        let module = "installs/node/22.3.0/lib/node_modules/@anthropic-ai/claude-code";
        let program = file(folder.path(), &format!("{module}/bin/claude.exe"), "");
        let package = r#"{"name":"@anthropic-ai/claude-code","version":"2.1.9"}"#;
        file(folder.path(), &format!("{module}/package.json"), package);
        assert_eq!(version(&program).as_deref(), Some("2.1.9"));
        assert!(is_in_package(&program) && !is_in_package(&shim));
    }

    #[test]
    fn only_keys_of_the_outer_object_count() {
        let text = r#" { "scripts": { "version": "no" }, "files": ["version", "x"], "a\"b": "version",
            "description": "\"version\": \"no\"", "version" : "2.1.3", "version2": "no" } "#;
        assert_eq!(top_level(text, "version"), Some("2.1.3"));
        assert_eq!(top_level(text, "name"), None);
        for broken in ["", "{", r#"{"version":"#, r#"{"version":"2"#, r#"}{"version":"2"}"#, "\"\\"]
        {
            assert_eq!(top_level(broken, "version"), None, "{broken}");
        }
        assert_eq!(top_level(r#"{"version":1,"x":"y"}"#, "version"), None);
        assert_eq!(top_level(r#"{"version":"\u0032"}"#, "version"), None);
    }
}
