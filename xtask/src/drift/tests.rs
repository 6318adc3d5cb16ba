//! Tests of the pin of the declarations, and of the values that replace it.

use super::Plan;
use super::declarations::{self, LOCK, MANIFEST, PACKAGE, pinned};
use super::run::arguments;

#[test]
fn the_declarations_are_pinned_with_a_checksum() {
    let version = pinned().unwrap();
    let lock: serde_json::Value = serde_json::from_str(LOCK).unwrap();
    let packages = lock["packages"].as_object().unwrap();
    let package = &packages[&format!("node_modules/{PACKAGE}")];
    assert_eq!(package["version"], *version);
    assert!(package["integrity"].as_str().unwrap().starts_with("sha512-"));
    assert_eq!(packages.len(), 2, "only the package itself is wanted");
    for text in [LOCK, MANIFEST] {
        assert!(!text.contains("resolved") && !text.contains("://"));
    }
    // Both are released together.
    let cli = crate::cli::version().unwrap();
    assert_eq!(version.rsplit_once('.').unwrap().1, cli.rsplit_once('.').unwrap().1);
}

#[test]
fn only_folders_and_versions_are_taken() {
    for invalid in ["latest", "--registry=x", "0.3", "../x", "1.2.3-beta", "file:x"] {
        assert!(declarations::folder(Some(invalid)).unwrap_err().contains("neither"), "{invalid}");
    }
    let folder = tempfile::tempdir().unwrap();
    let chosen = folder.path().to_str().unwrap();
    assert_eq!(declarations::folder(Some(chosen)).unwrap(), folder.path());
}

#[test]
fn only_pinned_declarations_are_marked_as_pinned() {
    let plan = Plan { deny: true, cli: Some("a".into()), declarations: None };
    let args = arguments(&plan, Ok("a".into()), Ok("b".into())).unwrap();
    assert_eq!(args, ["--deny", "--cli", "a", "--pinned-declarations", "b"]);
}

#[test]
fn a_missing_source_is_skipped_unless_required() {
    let mut plan = Plan::default();
    let args = |plan: &Plan| arguments(plan, Err("no npm".into()), Ok("b".into()));
    assert_eq!(args(&plan).unwrap(), ["--pinned-declarations", "b"]);
    plan.deny = true;
    assert_eq!(args(&plan), Err("no npm".into()));
}
