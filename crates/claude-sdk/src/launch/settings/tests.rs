//! How a sandbox joins settings, and what is refused without a word of what they hold.

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

/// What is written to the private file.
#[track_caller]
fn merged(options: &Options) -> Value {
    serde_json::from_str(&run(options).unwrap().unwrap()).unwrap()
}

/// What is told about settings that cannot be read.
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
fn without_a_sandbox_nobody_looks_into_a_file() {
    for path in ["/no/such/file", "[1]", ""] {
        let options = Options::default().settings(path);
        assert_eq!(run(&options).unwrap(), None);
        assert_eq!(options.settings_path(), Some(path));
    }
    assert_eq!(run(&Options::default()).unwrap(), None);
    assert_eq!(sandboxed().settings("/file").settings_path(), None);
}

/// In a file, the CLI would pass over what is no JSON object, and go on without.
#[test]
fn text_must_be_an_object_with_or_without_a_sandbox() {
    let text = |text: &str| Options::default().settings(text);
    assert_eq!(merged(&text(r#" { "a": 1, "b": [2] } "#)), json!({ "a": 1, "b": [2] }));
    assert_eq!(refused(&text("{")), "the settings are no JSON (line 1, column 1)");
    refused(&text(&format!(r#"{{ "KEY": "{SECRET}" "#)));
}

#[cfg(unix)]
#[test]
fn settings_are_in_a_file_that_only_its_owner_can_read() {
    use std::os::unix::fs::PermissionsExt as _;
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let file = |options: &Options| runtime.block_on(super::private_file(options)).unwrap();
    let options = Options::default().settings(format!(r#"{{ "KEY": "{SECRET}" }}"#));
    let written = file(&options).unwrap();
    let path = written.path().to_owned();
    assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let found: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    assert_eq!(found, json!({ "KEY": SECRET }));
    drop(written);
    assert!(!path.exists());
    assert!(file(&Options::default().settings("/a/path")).is_none());
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

/// Or else commands run without a sandbox on a machine that has none.
#[test]
fn a_sandbox_that_is_on_must_be_there_unless_the_caller_says_otherwise() {
    let sandbox = |sandbox| merged(&Options::default().sandbox(sandbox))["sandbox"].clone();
    let on = SandboxSettings::new().enabled(true);
    assert_eq!(sandbox(on.clone()), json!({ "enabled": true, "failIfUnavailable": true }));
    let lax = on.fail_if_unavailable(false);
    assert_eq!(sandbox(lax), json!({ "enabled": true, "failIfUnavailable": false }));
    assert_eq!(sandbox(SandboxSettings::new().enabled(false)), json!({ "enabled": false }));
    assert_eq!(sandbox(SandboxSettings::new()), json!({}));
}

#[test]
fn it_takes_the_place_of_another_and_leaves_the_rest() {
    let settings = r#" { "sandbox": { "enabled": true, "excludedCommands": ["git"] },
        "permissions": { "deny": ["Bash(rm:*)"] }, "n": 12345678901234567890123 } "#;
    let options = sandboxed().settings(settings);
    let expected = json!({
        "sandbox": { "enabled": false }, "permissions": { "deny": ["Bash(rm:*)"] }, "n": 0,
    });
    let mut found = merged(&options);
    found["n"] = 0.into();
    assert_eq!(found, expected);
    // As it was written, and not as a float.
    assert!(run(&options).unwrap().unwrap().contains("12345678901234567890123"));
}

#[test]
fn a_file_is_looked_for_where_the_cli_runs() {
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
    // Without a working directory, where this program runs.
    assert_eq!(source("a.json", None), Source::File("a.json".into()));
    assert_eq!(source("a.json", Some(Path::new("/w"))), Source::File("/w/a.json".into()));
    assert_eq!(source("/b.json", Some(Path::new("/w"))), Source::File("/b.json".into()));
}

#[test]
fn what_cannot_be_read_stops_the_start_and_is_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("settings.json");
    let in_file = |text: &[u8]| {
        std::fs::write(&file, text).unwrap();
        refused(&sandboxed().settings(file.to_str().unwrap()))
    };
    for array in [format!(r#"["{SECRET}"]"#), format!(r#""{SECRET}""#), "null".into(), "1".into()] {
        assert_eq!(in_file(array.as_bytes()), "the settings are no JSON object");
    }
    let torn = format!("{{\n \"env\": {{ \"KEY\": \"{SECRET}\" ");
    assert_eq!(in_file(torn.as_bytes()), "the settings are no JSON (line 2, column 33)");
    assert_eq!(in_file(SECRET.as_bytes()), "the settings are no JSON (line 1, column 1)");
    assert_eq!(in_file(b""), "the settings are no JSON (line 1, column 0)");
    in_file(b"{ \"a\": \"\xff\" }");
    // There is none, it is a folder, or it is JSON text that was taken for a path.
    let folder = folder.path().to_str().unwrap();
    for path in [format!("{folder}/{SECRET}"), folder.to_owned(), format!(r#"["{SECRET}"]"#)] {
        refused(&sandboxed().settings(path));
    }
    // Inline.
    assert_eq!(refused(&sandboxed().settings("{")), "the settings are no JSON (line 1, column 1)");
    refused(&sandboxed().settings(torn));
    refused(&sandboxed().settings(format!("\u{feff} {{ {SECRET} }}")));
}
