//! Tests of the pin, and of installations that do not match it.

use super::pin::{LOCK, Lock, MANIFEST, binaries};

#[test]
fn manifest_and_lock_name_one_version() {
    let version = Lock::from_json(LOCK).unwrap().version().unwrap().to_owned();
    let manifest: serde_json::Value = serde_json::from_str(MANIFEST).unwrap();
    assert_eq!(manifest["dependencies"]["@anthropic-ai/claude-code"], version);
}

#[test]
fn the_lock_has_no_registry_and_a_checksum_for_every_package() {
    assert!(!LOCK.contains("resolved") && !LOCK.contains("://"));
    let lock: serde_json::Value = serde_json::from_str(LOCK).unwrap();
    let packages = lock["packages"].as_object().unwrap();
    let installed = packages.iter().filter(|(folder, _)| !folder.is_empty());
    assert_eq!(installed.clone().count(), 9);
    for (folder, package) in installed {
        assert!(package["integrity"].as_str().unwrap().starts_with("sha512-"), "{folder}");
    }
}

#[test]
fn every_platform_is_pinned() {
    for (os, arch) in [("linux", "x86_64"), ("macos", "aarch64"), ("windows", "x86_64")] {
        for binary in binaries(os, arch).unwrap() {
            let (folder, _) = binary.rsplit_once('/').unwrap();
            assert!(LOCK.contains(&format!("\"{folder}\"")), "{folder}");
        }
    }
    assert!(binaries("linux", "riscv64").unwrap_err().contains("riscv64"));
    assert!(binaries("plan9", "x86_64").unwrap_err().contains("plan9"));
}

/// An installed lock file with one package.
fn lock(folder: &str, version: &str, integrity: &str) -> Lock {
    let package = serde_json::json!({ "version": version, "integrity": integrity });
    let lock = serde_json::json!({ "packages": { folder: package } });
    Lock::from_json(&lock.to_string()).unwrap()
}

#[test]
fn only_pinned_packages_are_accepted() {
    const MAIN: &str = super::pin::MAIN;
    let pinned = lock(MAIN, "1.0.0", "sha512-a");
    assert_eq!(pinned.accepts(&lock(MAIN, "1.0.0", "sha512-a")), Ok(()));
    for other in [
        lock(MAIN, "1.0.0", "sha512-b"),
        lock(MAIN, "1.0.1", "sha512-a"),
        lock("node_modules/more", "1.0.0", "sha512-a"),
    ] {
        assert!(pinned.accepts(&other).is_err(), "{other:?}");
    }
    let without = lock(MAIN, "1.0.0", "");
    assert!(without.accepts(&without).is_err());
    let nothing = Lock::from_json(r#"{ "packages": {} }"#).unwrap();
    assert!(pinned.accepts(&nothing).is_err());
}

#[test]
fn another_cli_is_a_file_or_a_version() {
    for invalid in ["latest", "--version", "2.1", "2.1.x", "no/such/file"] {
        assert!(super::chosen(invalid).unwrap_err().contains("neither"), "{invalid}");
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("claude");
    std::fs::write(&file, "").unwrap();
    assert_eq!(super::chosen(file.to_str().unwrap()).unwrap(), file);
}
