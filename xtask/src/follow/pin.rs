//! Pin: writes the manifests and lock files of the CLI and of the declarations.
//!
//! The lock files have a checksum for each package and name no registry. That of the declarations
//! has only the package itself, because nothing else of it is installed.

use serde_json::{Value, json};

use crate::Outcome;
use crate::cli::npm;
use crate::run::root;
use crate::scratch::Scratch;

/// The package of the CLI.
const CLI: &str = "@anthropic-ai/claude-code";
/// The package of the declarations. Both have the same last number.
const DECLARATIONS: &str = "@anthropic-ai/claude-agent-sdk";

/// Pins this version of the CLI, and the declarations of the same release.
pub(super) fn pin(version: &str) -> Outcome {
    let manifest = manifest("claude-cli", CLI, version);
    let lock = lock(&manifest)?;
    write("xtask/cli", &manifest, &lock)?;
    let version = declarations(version)?;
    let manifest = self::manifest("declarations", DECLARATIONS, &version);
    let lock = only(&lock_of(&manifest)?, DECLARATIONS)?;
    write("xtask/declarations", &manifest, &lock)
}

/// Returns the version of the declarations that belongs to a version of the CLI.
pub(super) fn declarations(cli: &str) -> Outcome<String> {
    let (_, number) = cli.rsplit_once('.').ok_or_else(|| format!("`{cli}` is no version"))?;
    Ok(format!("0.3.{number}"))
}

fn manifest(name: &str, package: &str, version: &str) -> Value {
    json!({ "name": name, "private": true, "dependencies": { package: version } })
}

fn lock(manifest: &Value) -> Outcome<Value> {
    let mut lock = lock_of(manifest)?;
    // npm writes the version of the file's own package, which has none.
    if let Some(own) = lock.pointer_mut("/packages/").and_then(Value::as_object_mut) {
        own.remove("version");
    }
    Ok(lock)
}

/// Has npm resolve a manifest. Nothing is installed.
fn lock_of(manifest: &Value) -> Outcome<Value> {
    let scratch = Scratch::new("follow")?;
    let failed = |error: std::io::Error| format!("{}: {error}", scratch.path().display());
    std::fs::write(scratch.path().join("package.json"), manifest.to_string()).map_err(failed)?;
    let flags = ["--package-lock-only", "--omit-lockfile-registry-resolved"];
    npm(&["install", flags[0], flags[1]], scratch.path())?;
    let lock = std::fs::read_to_string(scratch.path().join("package-lock.json")).map_err(failed)?;
    serde_json::from_str(&lock).map_err(|error| format!("invalid lock file of npm: {error}"))
}

/// Returns the lock file without the packages that this one depends on.
fn only(lock: &Value, package: &str) -> Outcome<Value> {
    let place = format!("node_modules/{package}");
    let find = |key: &str| lock["packages"].get(key).cloned();
    let (own, locked) = find("").zip(find(&place)).ok_or("npm did not lock the package")?;
    let mut locked = locked;
    let keep = ["version", "integrity", "license"];
    if let Some(fields) = locked.as_object_mut() {
        fields.retain(|name, _| keep.contains(&name.as_str()));
    }
    Ok(json!({
        "name": lock["name"], "lockfileVersion": lock["lockfileVersion"], "requires": true,
        "packages": { "": own, place: locked },
    }))
}

fn write(folder: &str, manifest: &Value, lock: &Value) -> Outcome {
    for (name, content) in [("package.json", manifest), ("package-lock.json", lock)] {
        let text = format!("{content:#}\n");
        if text.contains("://") {
            return Err(format!("{folder}/{name} would name an address: npm wrote `resolved`"));
        }
        let path = root().join(folder).join(name);
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        println!("wrote {folder}/{name}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_packages_have_the_same_last_number() {
        assert_eq!(declarations("2.1.332").unwrap(), "0.3.332");
    }

    #[test]
    fn a_lock_of_one_package_has_no_other() {
        let lock = json!({ "name": "declarations", "lockfileVersion": 3, "packages": {
            "": { "dependencies": { "a": "1" } },
            "node_modules/a": { "version": "1", "integrity": "sha512-x", "dependencies": { "b": "1" } },
            "node_modules/b": { "version": "1" },
        } });
        let trimmed = only(&lock, "a").unwrap();
        assert_eq!(
            trimmed["packages"],
            json!({
                "": { "dependencies": { "a": "1" } },
                "node_modules/a": { "version": "1", "integrity": "sha512-x" },
            })
        );
        assert!(only(&lock, "c").is_err());
    }
}
