//! Settings: how a sandbox is merged, and errors that do not show the content of settings.

use std::error::Error as _;
use std::path::Path;

use claude_types::{SandboxNetwork, SandboxSettings};
use serde_json::{Value, json};

use super::{Source, source};
use crate::error::{Error, ErrorKind};
use crate::options::Options;

const SECRET: &str = "sk-ant-secret";

fn sandboxed() -> Options {
    Options::default().sandbox(SandboxSettings::new().enabled(false))
}

fn run(options: &Options) -> crate::error::Result<Option<String>> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(super::text(options))
}

/// Returns what is written to the private file.
#[track_caller]
fn merged(options: &Options) -> Value {
    serde_json::from_str(&run(options).unwrap().unwrap()).unwrap()
}

/// Returns the source of the error for settings that cannot be read.
#[track_caller]
fn refused(options: &Options) -> String {
    let error = run(options).unwrap_err();
    assert!(
        matches!(error, Error::Precondition(crate::error::Precondition::Settings { .. })),
        "{error:?}"
    );
    assert_eq!(error.kind(), ErrorKind::Config);
    let source = error.source().unwrap().to_string();
    let all = [
        format!("{error:?}"),
        error.to_string(),
        serde_json::to_string(&error).unwrap(),
        source.clone(),
    ];
    assert!(!all.iter().any(|arg| arg.contains(SECRET)), "{all:?}");
    source
}

#[test]
fn without_a_sandbox_a_file_is_not_read() {
    for path in ["/no/such/file", "[1]", ""] {
        let options = Options::default().settings(path);
        assert_eq!(run(&options).unwrap(), None);
        assert_eq!(options.settings_path(), Some(path));
    }
    assert_eq!(run(&Options::default()).unwrap(), None);
    assert_eq!(sandboxed().settings("/file").settings_path(), None);
}

/// The CLI ignores a settings file that is not a JSON object, and runs without the settings.
#[test]
fn text_must_be_an_object_with_or_without_a_sandbox() {
    let text = |text: &str| Options::default().settings(text);
    assert_eq!(merged(&text(r#" { "a": 1, "b": [2] } "#)), json!({ "a": 1, "b": [2] }));
    assert_eq!(refused(&text("{")), "the settings are not valid JSON (line 1, column 1)");
    refused(&text(&format!(r#"{{ "KEY": "{SECRET}" "#)));
}

#[test]
fn a_sandbox_alone() {
    let network =
        SandboxNetwork::new().allowed_domains(vec!["docs.rs".into()]).http_proxy_port(8080_u64);
    let ignored = [("*".to_owned(), vec!["/usr/bin".to_owned()])];
    let sandbox = SandboxSettings::new().network(network).ignore_violations(ignored);
    assert_eq!(
        merged(&Options::default().sandbox(sandbox)),
        json!({ "sandbox": {
            "network": { "allowedDomains": ["docs.rs"], "httpProxyPort": 8080 },
            "ignoreViolations": { "*": ["/usr/bin"] },
        } }),
    );
}

/// Otherwise the CLI runs commands unsandboxed on a machine that has no sandbox.
#[test]
fn an_enabled_sandbox_is_required_unless_the_caller_sets_otherwise() {
    let sandbox = |sandbox| merged(&Options::default().sandbox(sandbox))["sandbox"].clone();
    let on = SandboxSettings::new().enabled(true);
    assert_eq!(sandbox(on.clone()), json!({ "enabled": true, "failIfUnavailable": true }));
    let lax = on.fail_if_unavailable(false);
    assert_eq!(sandbox(lax), json!({ "enabled": true, "failIfUnavailable": false }));
    assert_eq!(sandbox(SandboxSettings::new().enabled(false)), json!({ "enabled": false }));
    assert_eq!(sandbox(SandboxSettings::new()), json!({}));
}

#[test]
fn a_sandbox_replaces_another_and_keeps_the_other_settings() {
    let settings = r#" { "sandbox": { "enabled": true, "excludedCommands": ["git"] },
        "permissions": { "deny": ["Bash(rm:*)"] }, "n": 12345678901234567890123 } "#;
    let options = sandboxed().settings(settings);
    let expected = json!({
        "sandbox": { "enabled": false }, "permissions": { "deny": ["Bash(rm:*)"] }, "n": 0,
    });
    let mut found = merged(&options);
    found["n"] = 0.into();
    assert_eq!(found, expected);
    // The number keeps its text; it is not converted to a float.
    assert!(run(&options).unwrap().unwrap().contains("12345678901234567890123"));
}

#[test]
fn a_relative_path_is_resolved_in_the_working_directory_of_the_cli() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    for bom in ["", "\u{feff}"] {
        std::fs::write(&file, format!("{bom}{{ \"model\": \"opus\" }}\n")).unwrap();
        let expected = json!({ "model": "opus", "sandbox": { "enabled": false } });
        let relative = sandboxed().cwd(folder.path()).settings("settings.json");
        assert_eq!(merged(&relative), expected);
        let absolute = sandboxed().cwd("/").settings(file.to_str().unwrap());
        assert_eq!(merged(&absolute), expected);
    }
    // If no working directory is set, the path is relative to that of this process.
    assert_eq!(source("a.json", None), Source::File("a.json".into()));
    assert_eq!(source("a.json", Some(Path::new("/w"))), Source::File("/w/a.json".into()));
    assert_eq!(source("/b.json", Some(Path::new("/w"))), Source::File("/b.json".into()));
}

#[test]
fn settings_that_cannot_be_read_are_an_error_that_does_not_show_them() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let in_file = |text: &[u8]| {
        std::fs::write(&file, text).unwrap();
        refused(&sandboxed().settings(file.to_str().unwrap()))
    };
    for array in [format!(r#"["{SECRET}"]"#), format!(r#""{SECRET}""#), "null".into(), "1".into()] {
        assert_eq!(in_file(array.as_bytes()), "the settings must be a JSON object");
    }
    let torn = format!("{{\n \"env\": {{ \"KEY\": \"{SECRET}\" ");
    assert_eq!(in_file(torn.as_bytes()), "the settings are not valid JSON (line 2, column 33)");
    assert_eq!(in_file(SECRET.as_bytes()), "the settings are not valid JSON (line 1, column 1)");
    assert_eq!(in_file(b""), "the settings are not valid JSON (line 1, column 0)");
    in_file(b"{ \"a\": \"\xff\" }");
    // The file is missing, is a folder, or is JSON text that is not recognized as such.
    let folder = folder.path().to_str().unwrap();
    for path in [format!("{folder}/{SECRET}"), folder.to_owned(), format!(r#"["{SECRET}"]"#)] {
        refused(&sandboxed().settings(path));
    }
    // Inline.
    let inline = refused(&sandboxed().settings("{"));
    assert_eq!(inline, "the settings are not valid JSON (line 1, column 1)");
    refused(&sandboxed().settings(torn));
    refused(&sandboxed().settings(format!("\u{feff} {{ {SECRET} }}")));
}
