//! Tests: each rule once violated and once kept.

use serde_json::{Value, json};

use super::check::check;
use super::expression::satisfied;
use super::policy::Policy;
use crate::metadata::Metadata;

const POLICY: &str = r#"
    [graph]
    all-features = true
    [licenses]
    include-dev = true
    allow = ["MIT", "Apache-2.0 WITH LLVM-exception"]
    [bans]
    multiple-versions = "deny"
    multiple-versions-include-dev = true
    wildcards = "deny"
    allow-wildcard-paths = true
    skip = [{ crate = "old@1.0.0", reason = "a test" }]
    [sources]
    unknown-registry = "deny"
    unknown-git = "deny"
    allow-registry = ["https://example.com/index"]
"#;

const INDEX: &str = "registry+https://example.com/index";

fn package(name: &str, version: &str, license: &str, source: Option<&str>) -> Value {
    json!({ "id": format!("{name} {version}"), "name": name, "version": version, "source": source,
            "license": license, "manifest_path": "Cargo.toml", "dependencies": [] })
}

/// The problems of one member, both versions of `old`, and the given packages.
fn complaints(member_uses: &Value, packages: Vec<Value>) -> Vec<String> {
    let mut member = package("us", "0.1.0", "MIT", None);
    member["dependencies"] = member_uses.clone();
    let mut all = vec![member];
    all.push(package("old", "1.0.0", "MIT", Some(INDEX)));
    all.push(package("old", "2.0.0", "MIT", Some(INDEX)));
    all.extend(packages);
    let text = json!({ "packages": all, "workspace_members": ["us 0.1.0"], "resolve": null,
                       "target_directory": "target" });
    let metadata = Metadata::from_json(&text.to_string()).unwrap();
    check(&metadata, &Policy::from_toml(POLICY).unwrap())
}

#[track_caller]
fn refused(package: Value, why: &str) {
    assert_eq!(complaints(&json!([]), vec![package]), [why]);
}

#[test]
fn allowed_packages_pass() {
    let more = vec![package("b", "1.0.0", "MIT OR GPL-3.0", Some(INDEX))];
    let uses = json!([{ "name": "a", "req": "*", "kind": "dev", "path": "a" },
                      { "name": "b", "req": "^1", "kind": null, "path": null }]);
    assert_eq!(complaints(&uses, more), Vec::<String>::new());
}

#[test]
fn licenses_not_on_the_list_are_refused() {
    refused(
        package("b", "1.0.0", "GPL-3.0", Some(INDEX)),
        "b@1.0.0: the license GPL-3.0 is not allowed",
    );
    let mut without = package("b", "1.0.0", "", Some(INDEX));
    without["license"] = Value::Null;
    refused(without, "b@1.0.0: no license");
}

#[test]
fn expressions_follow_spdx() {
    let allowed = ["MIT", "BSD-3-Clause", "Apache-2.0 WITH LLVM-exception"].map(str::to_owned);
    for (expression, expected) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("Apache-2.0", false),
        ("Apache-2.0 WITH LLVM-exception", true),
        ("MIT AND Apache-2.0", false),
        ("Zlib OR MIT AND BSD-3-Clause", true),
        ("(Zlib OR MIT) AND Unicode-3.0", false),
        ("(Zlib OR MIT) AND BSD-3-Clause", true),
    ] {
        assert_eq!(satisfied(expression, &allowed), Ok(expected), "{expression}");
    }
    for expression in ["", "MIT OR", "(MIT", "MIT Zlib", "MIT)", "AND"] {
        assert!(satisfied(expression, &allowed).is_err(), "{expression}");
    }
}

#[test]
fn unknown_sources_are_refused_and_not_printed() {
    let other = package("b", "1.0.0", "MIT", Some("registry+https://secret@example.org/index"));
    refused(other, "b@1.0.0: comes from an unknown registry source");
    let git = package("b", "1.0.0", "MIT", Some("git+https://example.com/index"));
    refused(git, "b@1.0.0: comes from an unknown git source");
}

#[test]
fn dependencies_without_a_version_are_refused() {
    let uses = json!([{ "name": "b", "req": "*", "kind": null, "path": null }]);
    assert_eq!(complaints(&uses, Vec::new()), ["us: b has no version"]);
}

#[test]
fn two_versions_of_a_crate_are_refused() {
    refused(package("old", "3.0.0", "MIT", Some(INDEX)), "old: used in 2 versions: 2.0.0, 3.0.0");
}

#[test]
fn a_skip_is_used_and_has_a_reason() {
    let unused = POLICY.replace("old@1.0.0", "old@0.9.0");
    let metadata = json!({ "packages": [], "workspace_members": [], "resolve": null,
                           "target_directory": "target" });
    let metadata = Metadata::from_json(&metadata.to_string()).unwrap();
    let complaints = check(&metadata, &Policy::from_toml(&unused).unwrap());
    assert_eq!(complaints, ["deny.toml: unused skip of old@0.9.0: remove it"]);
    assert!(Policy::from_toml(&POLICY.replace("a test", " ")).is_err());
}

#[test]
fn an_unknown_setting_is_an_error() {
    for (from, to) in [
        ("wildcards = \"deny\"", "wildcards = \"warn\""),
        ("wildcards", "wild-cards"),
        ("all-features = true", "all-features = false"),
        ("include-dev = true", "include-dev = false"),
    ] {
        assert!(Policy::from_toml(&POLICY.replace(from, to)).is_err(), "{to}");
    }
}
