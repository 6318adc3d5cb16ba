//! Tests: each rule once violated and once kept, on a small invented workspace.

use serde_json::{Value, json};

use super::table::{Ban, LAYERS, Layer};
use super::{edges, reach, versions};
use crate::metadata::Metadata;

const TABLE: &[Layer] = &[
    Layer { name: "low", uses: &[], tests_use: &[], externals: Some(&["serde"]) },
    Layer { name: "port", uses: &[], tests_use: &[], externals: None },
    Layer { name: "high", uses: &["low"], tests_use: &["port"], externals: None },
];

const BAN: &[Ban] = &[Ban { krate: "low", external: "tokio", control: "port" }];

/// A workspace of `low`, `port` and `high`; edges are (from, to, kind).
fn workspace(declared: &[(&str, &str, Option<&str>)]) -> Metadata {
    let names = ["low", "port", "high", "serde", "tokio", "middle"];
    let edges = |from: &str| -> Vec<(&str, Option<&str>)> {
        declared.iter().filter(|edge| edge.0 == from).map(|edge| (edge.1, edge.2)).collect()
    };
    let package = |name: &&str| -> Value {
        let dependencies: Vec<_> = edges(name)
            .iter()
            .map(|(to, kind)| json!({ "name": to, "req": "^1", "kind": kind, "path": null }))
            .collect();
        json!({ "id": name, "name": name, "version": "1.0.0", "license": null, "source": null,
                "manifest_path": "Cargo.toml", "dependencies": dependencies })
    };
    let node = |name: &&str| -> Value {
        let deps: Vec<_> = edges(name)
            .iter()
            .map(|(to, kind)| json!({ "pkg": to, "dep_kinds": [{ "kind": kind }] }))
            .collect();
        json!({ "id": name, "deps": deps })
    };
    let text = json!({
        "packages": names.iter().map(package).collect::<Vec<_>>(),
        "workspace_members": ["low", "port", "high"],
        "resolve": { "nodes": names.iter().map(node).collect::<Vec<_>>() },
        "target_directory": "target",
    });
    Metadata::from_json(&text.to_string()).unwrap()
}

const NOTHING: [String; 0] = [];

#[test]
fn declared_edges_of_the_table_are_allowed() {
    let kept = workspace(&[
        ("low", "serde", None),
        ("low", "tokio", Some("dev")),
        ("high", "low", None),
        ("high", "low", Some("dev")),
        ("high", "port", Some("dev")),
        ("high", "tokio", None),
    ]);
    assert_eq!(edges::check(&kept, TABLE), NOTHING);
}

#[test]
fn an_upward_edge_is_refused() {
    let broken = workspace(&[("low", "high", None)]);
    assert_eq!(edges::check(&broken, TABLE), ["low: must not have the normal dependency high"]);
}

#[test]
fn tests_of_a_lower_layer_may_not_use_the_higher_one() {
    let broken = workspace(&[("low", "high", Some("dev"))]);
    assert_eq!(edges::check(&broken, TABLE), ["low: must not have the dev dependency high"]);
}

#[test]
fn an_edge_allowed_to_tests_is_refused_elsewhere() {
    for (kind, word) in [(None, "normal"), (Some("build"), "build")] {
        let broken = workspace(&[("high", "port", kind)]);
        let complaint = format!("high: must not have the {word} dependency port");
        assert_eq!(edges::check(&broken, TABLE), [complaint]);
    }
}

#[test]
fn an_external_outside_the_allow_list_is_refused() {
    let broken = workspace(&[("low", "tokio", None)]);
    assert_eq!(edges::check(&broken, TABLE), ["low: must not have the normal dependency tokio"]);
}

#[test]
fn the_table_and_the_workspace_name_the_same_crates() {
    let short = edges::check(&workspace(&[]), &TABLE[..2]);
    assert_eq!(short, ["high: not in the table of layers"]);
    let extra = Layer { name: "gone", uses: &[], tests_use: &[], externals: None };
    let long: Vec<Layer> = TABLE.iter().copied().chain([extra]).collect();
    assert_eq!(edges::check(&workspace(&[]), &long), ["gone: in the table, but not a crate"]);
}

#[test]
fn a_banned_crate_is_found_through_others() {
    let port = ("port", "tokio", None);
    let kept = workspace(&[port, ("low", "middle", None), ("low", "tokio", Some("dev"))]);
    assert_eq!(reach::check(&kept, BAN), NOTHING);
    let broken = workspace(&[port, ("low", "middle", None), ("middle", "tokio", None)]);
    assert_eq!(reach::check(&broken, BAN), ["low: reaches tokio, which it must not"]);
}

#[test]
fn an_optional_dependency_of_the_crate_itself_is_not_banned() {
    let port = ("port", "tokio", None);
    let mut metadata = workspace(&[port, ("low", "tokio", None)]);
    assert_eq!(reach::check(&metadata, BAN), ["low: reaches tokio, which it must not"]);
    for package in &mut metadata.packages {
        package.dependencies.iter_mut().for_each(|of| of.optional = package.name == "low");
    }
    assert_eq!(reach::check(&metadata, BAN), NOTHING);
    // That of another crate is.
    let mut metadata = workspace(&[port, ("low", "middle", None), ("middle", "tokio", None)]);
    for package in &mut metadata.packages {
        package.dependencies.iter_mut().for_each(|of| of.optional = package.name == "middle");
    }
    assert_eq!(reach::check(&metadata, BAN), ["low: reaches tokio, which it must not"]);
}

#[test]
fn a_missing_control_edge_fails_the_check() {
    let complaints = reach::check(&workspace(&[]), BAN);
    assert_eq!(complaints.len(), 1);
    assert!(complaints[0].starts_with("the check is broken: port"), "{complaints:?}");
    let mut blind = workspace(&[]);
    blind.resolve = None;
    assert_eq!(reach::check(&blind, BAN).len(), 1);
}

#[test]
fn versions_come_from_the_workspace() {
    let kept = "[dependencies]\nserde.workspace = true\n\
                [dev-dependencies]\ntokio = { workspace = true, features = [\"full\"] }\n";
    assert_eq!(versions::check("low", kept), NOTHING);
    let broken = "[dependencies]\nserde = \"1\"\n\
                  [dev-dependencies]\nlow = { path = \"../low\" }\n\
                  [target.\"cfg(unix)\".dependencies]\nrustix = { version = \"1\" }\n";
    let named: Vec<_> = versions::check("low", broken)
        .iter()
        .map(|complaint| complaint.split_whitespace().nth(1).unwrap_or_default().to_owned())
        .collect();
    assert_eq!(named, ["serde", "low", "rustix"]);
}

#[test]
fn only_the_testkit_may_test_with_the_facade() {
    let with_facade = LAYERS.iter().filter(|layer| layer.tests_use.contains(&"claude-sdk"));
    assert_eq!(with_facade.map(|layer| layer.name).collect::<Vec<_>>(), ["claude-testkit"]);
    let types = LAYERS.iter().find(|layer| layer.name == "claude-types").unwrap();
    assert!(types.uses.is_empty() && types.externals.is_some());
}

#[test]
fn this_workspace_keeps_the_rules() {
    assert_eq!(super::run(None), Ok(()));
}
