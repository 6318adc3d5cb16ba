//! Tests of the pin, and of the names of other CLIs.

use super::pin::{LOCK, Lock, MANIFEST};

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
    for platform in ["linux-x64", "linux-x64-musl", "linux-arm64", "darwin-arm64", "win32-x64"] {
        assert!(
            LOCK.contains(&format!("@anthropic-ai/claude-code-{platform}\": {{")),
            "{platform}"
        );
    }
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
