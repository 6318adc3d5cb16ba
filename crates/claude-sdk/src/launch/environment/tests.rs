//! What the CLI finds in its environment.

use std::collections::BTreeMap;
use std::ffi::OsString;

use claude_protocol::StateFrames;

use super::{EMITS_STATE, READS_STATE, frames};
use crate::options::Options;

/// The environment on a host with these variables.
fn resolved(options: &Options, host: &[(&str, &str)]) -> BTreeMap<String, String> {
    let text = |text: OsString| text.into_string().unwrap();
    let resolved = options.environment(host.iter().copied());
    resolved.into_iter().map(|(name, value)| (text(name), text(value))).collect()
}

fn map(of: &[(&str, &str)]) -> BTreeMap<String, String> {
    of.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
}

#[test]
fn it_inherits_and_adds_four() {
    let host = [("HOME", "/home/me"), ("ANTHROPIC_API_KEY", "k")];
    let ours = [
        ("CLAUDE_AGENT_SDK_VERSION", env!("CARGO_PKG_VERSION")),
        ("CLAUDE_CODE_ENTRYPOINT", "sdk-rust"),
        (READS_STATE, "1"),
        (EMITS_STATE, "1"),
    ];
    assert_eq!(resolved(&Options::default(), &host), map(&[&host[..], &ours].concat()));
}

#[test]
fn a_cli_must_not_believe_to_run_inside_itself() {
    let host = [("CLAUDECODE", "1")];
    assert!(!resolved(&Options::default(), &host).contains_key("CLAUDECODE"));
    let own = Options::default().env("CLAUDECODE", "0");
    assert_eq!(resolved(&own, &host)["CLAUDECODE"], "0");
}

#[test]
fn the_caller_names_the_entrypoint_but_not_the_version() {
    let host = [("CLAUDE_CODE_ENTRYPOINT", "cli"), ("CLAUDE_AGENT_SDK_VERSION", "0.0.0")];
    let resolved_plain = resolved(&Options::default(), &host);
    assert_eq!(resolved_plain["CLAUDE_CODE_ENTRYPOINT"], "sdk-rust");
    assert_eq!(resolved_plain["CLAUDE_AGENT_SDK_VERSION"], env!("CARGO_PKG_VERSION"));
    let own = Options::default()
        .env("CLAUDE_CODE_ENTRYPOINT", "my-app")
        .env("CLAUDE_AGENT_SDK_VERSION", "9.9.9");
    let resolved_own = resolved(&own, &host);
    assert_eq!(resolved_own["CLAUDE_CODE_ENTRYPOINT"], "my-app");
    assert_eq!(resolved_own["CLAUDE_AGENT_SDK_VERSION"], env!("CARGO_PKG_VERSION"));
}

#[test]
fn who_names_the_state_variable_in_any_case_decides_about_it() {
    const LOWER: &str = "claude_code_sdk_reads_session_state";
    let plain = Options::default();
    assert_eq!(resolved(&plain, &[])[READS_STATE], "1");
    assert_eq!(resolved(&plain, &[(READS_STATE, "0")])[READS_STATE], "0");
    assert_eq!(
        resolved(&plain, &[(LOWER, "0")]),
        map(&[
            ("CLAUDE_AGENT_SDK_VERSION", env!("CARGO_PKG_VERSION")),
            ("CLAUDE_CODE_ENTRYPOINT", "sdk-rust"),
            (LOWER, "0"),
        ])
    );
    let own = plain.env("Claude_Code_SDK_Reads_Session_State", "");
    assert!(!resolved(&own, &[]).contains_key(READS_STATE));
}

#[test]
fn frames_that_only_the_sdk_asked_for_are_hidden() {
    let plain = Options::default();
    let seen = |options: &Options, host: &[&str]| {
        let host: Vec<_> = host.iter().map(|name| (OsString::from(name), "1".into())).collect();
        frames(options, &host)
    };
    assert_eq!(resolved(&plain, &[])[EMITS_STATE], "1");
    assert_eq!(seen(&plain, &["HOME"]), StateFrames::Hidden);
    assert_eq!(seen(&plain.clone().include_session_state(true), &[]), StateFrames::Shown);
    // Whoever names one of the variables decides; what is asked for without a mark is seen.
    assert_eq!(resolved(&plain, &[(EMITS_STATE, "0")])[EMITS_STATE], "0");
    assert!(!resolved(&plain, &[(READS_STATE, "1")]).contains_key(EMITS_STATE));
    for name in [EMITS_STATE, READS_STATE, "claude_code_emit_session_state_events"] {
        assert_eq!(seen(&plain, &[name]), StateFrames::Unmarked, "{name}");
        assert_eq!(seen(&plain.clone().env_clear(true), &[name]), StateFrames::Hidden, "{name}");
        assert_eq!(seen(&plain.clone().env(name, "1"), &[]), StateFrames::Unmarked, "{name}");
    }
}

#[test]
fn file_checkpointing_is_asked_for_whatever_else_names_it() {
    const KEEPS: &str = "CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING";
    assert!(!resolved(&Options::default(), &[]).contains_key(KEEPS));
    let kept = Options::default().file_checkpointing(true).env(KEEPS, "false");
    assert_eq!(resolved(&kept, &[])[KEEPS], "true");
    assert_eq!(resolved(&kept.env_clear(true), &[])[KEEPS], "true");
}

#[test]
fn a_cleared_environment_holds_what_was_set_and_what_must_be() {
    let host = [("HOME", "/home/me"), ("ANTHROPIC_API_KEY", "k"), (READS_STATE, "0")];
    let own = Options::default().env("PATH", "/bin").env_clear(true);
    let expected = [
        ("CLAUDE_AGENT_SDK_VERSION", env!("CARGO_PKG_VERSION")),
        ("CLAUDE_CODE_ENTRYPOINT", "sdk-rust"),
        (READS_STATE, "1"),
        (EMITS_STATE, "1"),
        ("PATH", "/bin"),
    ];
    assert_eq!(resolved(&own, &host), map(&expected));
}

#[test]
fn only_what_is_named_is_inherited() {
    let host =
        [("HOME", "/home/me"), ("LC_ALL", "C"), ("LC_TIME", "C"), ("LCX", "x"), ("KEY", "k")];
    let named = |options: Options| -> Vec<String> {
        let ours = |name: &String| !name.starts_with("CLAUDE");
        resolved(&options, &host).into_keys().filter(ours).collect()
    };
    let some = || Options::default().env_inherit(["HOME", "LC_*", "NONE"]);
    assert_eq!(named(some()), ["HOME", "LC_ALL", "LC_TIME"]);
    // In whatever order it is said.
    assert_eq!(named(some().env_clear(true)), ["HOME", "LC_ALL", "LC_TIME"]);
    assert_eq!(named(Options::default().env_clear(true).env_inherit(["KEY"])), ["KEY"]);
    // The caller's own value counts more.
    assert_eq!(resolved(&some().env("HOME", "/other"), &host)["HOME"], "/other");
}

#[test]
fn a_name_of_the_program_counts_more_than_a_variable() {
    const APP: &str = "CLAUDE_AGENT_SDK_CLIENT_APP";
    let host = [(APP, "host/1"), ("CLAUDE_AGENT_SDK_DERIVED_CLIENT_APP", "guessed/1")];
    let app = |options: &Options| resolved(options, &host)[APP].clone();
    assert_eq!(app(&Options::default()), "host/1");
    assert_eq!(app(&Options::default().env(APP, "own/1")), "own/1");
    assert_eq!(app(&Options::default().env(APP, "own/1").client_app("app/1")), "app/1");
    let plain = resolved(&Options::default(), &host);
    assert!(!plain.contains_key("CLAUDE_AGENT_SDK_DERIVED_CLIENT_APP"), "{plain:?}");
}

#[test]
fn a_trace_takes_the_place_of_an_inherited_one_as_a_whole() {
    let host = [("TRACEPARENT", "00-old"), ("TRACESTATE", "old=1")];
    let trace = |options: &Options| {
        let env = resolved(options, &host);
        [env.get("TRACEPARENT").cloned(), env.get("TRACESTATE").cloned()]
    };
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(trace(&Options::default()), [text("00-old"), text("old=1")]);
    let own = Options::default().trace_context("00-new", None);
    assert_eq!(trace(&own), [text("00-new"), None]);
    assert_eq!(trace(&own.clone().env("TRACEPARENT", "00-mine")), [text("00-mine"), None]);
    let both = Options::default().trace_context("00-new", "new=1");
    assert_eq!(trace(&both), [text("00-new"), text("new=1")]);
}

#[test]
fn later_settings_win_and_the_order_of_setters_is_no_matter() {
    let own = Options::default().env("A", "1").env("A", "2");
    assert_eq!(resolved(&own, &[("A", "0")])["A"], "2");
}

#[cfg(unix)]
#[test]
fn the_working_directory_is_told_as_an_absolute_path() {
    let host = [("PWD", "/host")];
    assert_eq!(resolved(&Options::default(), &host)["PWD"], "/host");
    assert_eq!(resolved(&Options::default().cwd("/project"), &host)["PWD"], "/project");
    let relative = resolved(&Options::default().cwd("project"), &host)["PWD"].clone();
    let expected = std::env::current_dir().unwrap().join("project");
    assert_eq!(relative, expected.to_str().unwrap());
}
