//! Environment: which variables the CLI gets on a given host.

use std::collections::BTreeMap;
use std::ffi::OsString;

use claude_protocol::StateFrames;

use super::{EMITS_STATE, READS_STATE, frames, host};
use crate::options::{EnvPolicy, Options};

/// Returns the environment on a host with these variables.
fn resolved(options: &Options, host: &[(&str, &str)]) -> BTreeMap<String, String> {
    let text = |text: OsString| text.into_string().unwrap();
    let resolved = options.environment(host.iter().copied());
    resolved.into_iter().map(|(name, value)| (text(name), text(value))).collect()
}

fn map(of: &[(&str, &str)]) -> BTreeMap<String, String> {
    of.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
}

#[test]
fn variables_are_inherited_and_five_are_added() {
    let host = [("HOME", "/home/me"), ("ANTHROPIC_API_KEY", "k")];
    let ours = [
        ("CLAUDE_AGENT_SDK_VERSION", env!("CARGO_PKG_VERSION")),
        ("CLAUDE_CODE_ENTRYPOINT", "sdk-rust"),
        ("DISABLE_AUTOUPDATER", "1"),
        (READS_STATE, "1"),
        (EMITS_STATE, "1"),
    ];
    assert_eq!(resolved(&Options::default(), &host), map(&[&host[..], &ours].concat()));
}

#[test]
fn the_cli_does_not_update_itself_unless_the_caller_says_otherwise() {
    const NAME: &str = "DISABLE_AUTOUPDATER";
    assert_eq!(resolved(&Options::default(), &[])[NAME], "1");
    assert_eq!(resolved(&Options::default().env_policy(EnvPolicy::Clear), &[])[NAME], "1");
    let own = Options::default().env(NAME, "0");
    assert_eq!(resolved(&own, &[])[NAME], "0");
    assert_eq!(resolved(&Options::default(), &[(NAME, "")])[NAME], "");
}

#[test]
fn the_variable_of_an_outer_cli_is_not_inherited() {
    let host = [("CLAUDECODE", "1")];
    assert!(!resolved(&Options::default(), &host).contains_key("CLAUDECODE"));
    let own = Options::default().env("CLAUDECODE", "0");
    assert_eq!(resolved(&own, &host)["CLAUDECODE"], "0");
}

#[test]
fn the_caller_can_set_the_entrypoint_but_not_the_version() {
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
fn a_state_variable_set_in_any_case_is_kept() {
    const LOWER: &str = "claude_code_sdk_reads_session_state";
    let plain = Options::default();
    assert_eq!(resolved(&plain, &[])[READS_STATE], "1");
    assert_eq!(resolved(&plain, &[(READS_STATE, "0")])[READS_STATE], "0");
    assert_eq!(
        resolved(&plain, &[(LOWER, "0")]),
        map(&[
            ("CLAUDE_AGENT_SDK_VERSION", env!("CARGO_PKG_VERSION")),
            ("CLAUDE_CODE_ENTRYPOINT", "sdk-rust"),
            ("DISABLE_AUTOUPDATER", "1"),
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
    // If the host or the caller sets one of the variables, the SDK does not; unmarked frames that
    // they ask for are shown.
    assert_eq!(resolved(&plain, &[(EMITS_STATE, "0")])[EMITS_STATE], "0");
    assert!(!resolved(&plain, &[(READS_STATE, "1")]).contains_key(EMITS_STATE));
    for name in [EMITS_STATE, READS_STATE, "claude_code_emit_session_state_events"] {
        assert_eq!(seen(&plain, &[name]), StateFrames::Unmarked, "{name}");
        assert_eq!(
            seen(&plain.clone().env_policy(EnvPolicy::Clear), &[name]),
            StateFrames::Hidden,
            "{name}"
        );
        assert_eq!(seen(&plain.clone().env(name, "1"), &[]), StateFrames::Unmarked, "{name}");
    }
}

#[test]
fn file_checkpointing_overrides_the_variable() {
    const KEEPS: &str = "CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING";
    assert!(!resolved(&Options::default(), &[]).contains_key(KEEPS));
    let kept = Options::default().file_checkpointing(true).env(KEEPS, "false");
    assert_eq!(resolved(&kept, &[])[KEEPS], "true");
    assert_eq!(resolved(&kept.env_policy(EnvPolicy::Clear), &[])[KEEPS], "true");
}

#[test]
fn a_cleared_environment_has_only_set_and_required_variables() {
    let host = [("HOME", "/home/me"), ("ANTHROPIC_API_KEY", "k"), (READS_STATE, "0")];
    let own = Options::default().env("PATH", "/bin").env_policy(EnvPolicy::Clear);
    let expected = [
        ("CLAUDE_AGENT_SDK_VERSION", env!("CARGO_PKG_VERSION")),
        ("CLAUDE_CODE_ENTRYPOINT", "sdk-rust"),
        ("DISABLE_AUTOUPDATER", "1"),
        (READS_STATE, "1"),
        (EMITS_STATE, "1"),
        ("PATH", "/bin"),
    ];
    assert_eq!(resolved(&own, &host), map(&expected));
}

/// What a CLI of Windows gets: the folders of the system, whatever the policy is.
#[test]
fn a_cleared_environment_of_windows_has_the_folders_of_the_system() {
    let host = [
        ("APPDATA", r"C:\Users\me\AppData\Roaming"),
        ("ComSpec", r"C:\Windows\system32\cmd.exe"),
        ("KEY", "k"),
        ("Path", r"C:\bin"),
        ("SystemDrive", "C:"),
        ("SystemRoot", r"C:\Windows"),
        ("TEMP", r"C:\Users\me\AppData\Local\Temp"),
        ("USERPROFILE", r"C:\Users\me"),
        ("windir", r"C:\Windows"),
    ];
    let named = |policy: EnvPolicy| -> Vec<String> {
        let names = resolved(&Options::default().env_policy(policy), &host).into_keys();
        names.filter(|name| !name.starts_with("CLAUDE") && name != "DISABLE_AUTOUPDATER").collect()
    };
    let (clear, path) = match cfg!(windows) {
        true => (
            &["SystemDrive", "SystemRoot", "windir"][..],
            &["Path", "SystemDrive", "SystemRoot", "windir"][..],
        ),
        false => (&[][..], &[][..]),
    };
    assert_eq!(named(EnvPolicy::Clear), clear);
    assert_eq!(named(EnvPolicy::allow(["PATH"])), path);
}

#[test]
fn only_listed_variables_are_inherited() {
    let host =
        [("HOME", "/home/me"), ("LC_ALL", "C"), ("LC_TIME", "C"), ("LCX", "x"), ("KEY", "k")];
    let named = |options: Options| -> Vec<String> {
        let ours = |name: &String| !name.starts_with("CLAUDE") && name != "DISABLE_AUTOUPDATER";
        resolved(&options, &host).into_keys().filter(ours).collect()
    };
    let some = || EnvPolicy::allow(["HOME", "LC_*", "NONE"]);
    let with = |policy: EnvPolicy| Options::default().env_policy(policy);
    assert_eq!(named(with(some())), ["HOME", "LC_ALL", "LC_TIME"]);
    assert_eq!(named(with(some().also(["KEY"]))), ["HOME", "KEY", "LC_ALL", "LC_TIME"]);
    assert_eq!(named(with(EnvPolicy::Clear.also(["KEY"]))), ["KEY"]);
    assert_eq!(EnvPolicy::Inherit.also(["KEY"]), EnvPolicy::Inherit);
    // A later policy replaces an earlier one.
    assert_eq!(named(with(some()).env_policy(EnvPolicy::Clear)), [""; 0]);
    // The caller's value takes precedence.
    assert_eq!(resolved(&with(some()).env("HOME", "/other"), &host)["HOME"], "/other");
}

/// The CLI would drop the call that was open from the history.
#[test]
fn no_policy_inherits_the_variable_that_resumes_a_turn() {
    const NAME: &str = "CLAUDE_CODE_RESUME_INTERRUPTED_TURN";
    for policy in
        [EnvPolicy::Inherit, EnvPolicy::allow([NAME]), EnvPolicy::allow(["*"]), EnvPolicy::Clear]
    {
        let options = Options::default().env_policy(policy);
        assert!(!resolved(&options, &[(NAME, "1")]).contains_key(NAME), "{options:?}");
        assert_eq!(resolved(&options.env(NAME, "0"), &[(NAME, "1")])[NAME], "0");
    }
}

#[test]
fn client_app_takes_precedence_over_a_variable() {
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
fn a_trace_context_replaces_both_inherited_variables() {
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
fn a_later_value_of_a_variable_replaces_an_earlier_one() {
    let own = Options::default().env("A", "1").env("A", "2");
    assert_eq!(resolved(&own, &[("A", "0")])["A"], "2");
}

#[cfg(unix)]
#[test]
fn pwd_is_an_absolute_path() {
    let host = [("PWD", "/host")];
    assert_eq!(resolved(&Options::default(), &host)["PWD"], "/host");
    assert_eq!(resolved(&Options::default().cwd("/project"), &host)["PWD"], "/project");
    let relative = resolved(&Options::default().cwd("project"), &host)["PWD"].clone();
    let expected = std::env::current_dir().unwrap().join("project");
    assert_eq!(relative, expected.to_str().unwrap());
}

/// A custom connector may run the CLI on another machine, where this directory does not exist.
#[cfg(unix)]
#[test]
fn pwd_has_no_directory_of_this_machine_if_a_connector_starts_the_cli() {
    let host = [("PWD", "/host")];
    let elsewhere = Options::default()
        .connector(|_: &claude_transport::Launch| Err(claude_transport::TransportError::NoRuntime));
    assert_eq!(resolved(&elsewhere.clone().cwd("/project"), &host)["PWD"], "/project");
    assert_eq!(resolved(&elsewhere.cwd("project"), &host).get("PWD"), None);
}

#[test]
fn variables_of_this_process_count_only_if_it_starts_the_cli() {
    let elsewhere = Options::default()
        .connector(|_: &claude_transport::Launch| Err(claude_transport::TransportError::NoRuntime));
    assert!(!host(&Options::default()).is_empty());
    assert_eq!(host(&elsewhere), []);
}
