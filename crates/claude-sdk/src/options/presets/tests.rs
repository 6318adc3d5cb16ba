//! Presets: what each becomes, and that it is valid.

use std::collections::BTreeMap;
use std::ffi::OsString;

use expect_test::{Expect, expect};

use crate::callbacks::Permission;
use crate::options::{DualAgentRole, EnvPolicy, Options};

/// The variables of a host inside a session of a CLI, with an account and some secrets.
const HOST: [(&str, &str); 20] = [
    ("ANTHROPIC_API_KEY", "k"),
    ("ANTHROPIC_BASE_URL", "http://elsewhere"),
    ("ANTHROPIC_MODEL", "other"),
    ("AWS_SECRET_ACCESS_KEY", "s"),
    ("CLAUDECODE", "1"),
    ("CLAUDE_AGENT_SDK_DERIVED_CLIENT_APP", "other"),
    ("CLAUDE_CODE_CHILD_SESSION", "1"),
    ("CLAUDE_CODE_ENTRYPOINT", "cli"),
    ("CLAUDE_CODE_EXECPATH", "/claude"),
    ("CLAUDE_CODE_MAX_OUTPUT_TOKENS", "1"),
    ("CLAUDE_CODE_SESSION_ID", "outer"),
    ("CLAUDE_CODE_SSE_PORT", "1"),
    ("CLAUDE_CONFIG_DIR", "/config"),
    ("CLAUDE_EFFORT", "low"),
    ("HOME", "/home/me"),
    ("LC_ALL", "C"),
    ("PATH", "/bin"),
    ("SSH_AUTH_SOCK", "/sock"),
    ("USER", "me"),
    ("https_proxy", "http://proxy"),
];

fn variables(options: &Options) -> String {
    let env: BTreeMap<OsString, OsString> = options.environment(HOST);
    let version = env!("CARGO_PKG_VERSION");
    let lines = env.iter().map(|(name, value)| format!("{}={}", name.display(), value.display()));
    lines.collect::<Vec<_>>().join("\n").replace(version, "VERSION")
}

#[track_caller]
fn check(options: &Options, expected: &Expect) {
    options.validate().unwrap();
    let args = options.args().into_iter().map(|arg| arg.into_string().unwrap());
    let args: Vec<_> = args.map(|arg| if arg.is_empty() { "\"\"".into() } else { arg }).collect();
    let request = serde_json::to_string(&options.initialize()).unwrap();
    let added = options.environment([("PATH", "/bin")]).into_keys();
    let added: Vec<_> = added.map(|name| name.into_string().unwrap()).collect();
    let shown =
        format!("{}\n{request}\n{}\n", args.join(" ").replace(" --", "\n--"), added.join(" "));
    expected.assert_eq(&shown);
}

#[test]
fn development() {
    check(
        &Options::development(),
        &expect![[r#"
            --output-format stream-json
            --verbose
            --disallowedTools AskUserQuestion,EnterPlanMode,ExitPlanMode
            --permission-mode acceptEdits
            --include-partial-messages
            --include-hook-events
            --replay-user-messages
            --input-format stream-json
            {"subtype":"initialize"}
            CLAUDE_AGENT_SDK_VERSION CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING CLAUDE_CODE_ENTRYPOINT CLAUDE_CODE_SDK_READS_SESSION_STATE DISABLE_AUTOUPDATER PATH
        "#]],
    );
}

#[test]
fn production() {
    check(
        &Options::production(),
        &expect![[r#"
            --output-format stream-json
            --verbose
            --system-prompt ""
            --max-turns 100
            --disallowedTools AskUserQuestion,EnterPlanMode,ExitPlanMode
            --permission-mode default
            --strict-mcp-config
            --setting-sources=project
            --input-format stream-json
            {"subtype":"initialize"}
            CLAUDE_AGENT_SDK_VERSION CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS CLAUDE_CODE_ENTRYPOINT CLAUDE_CODE_SDK_READS_SESSION_STATE DISABLE_AUTOUPDATER PATH
        "#]],
    );
}

#[test]
fn a_manager_and_a_worker() {
    check(
        &Options::dual_agent(DualAgentRole::Manager),
        &expect![[r#"
            --output-format stream-json
            --verbose
            --tools Glob,Grep,Read,WebFetch,WebSearch
            --allowedTools Glob,Grep,Read,WebFetch,WebSearch
            --disallowedTools AskUserQuestion,EnterPlanMode,ExitPlanMode
            --permission-mode default
            --strict-mcp-config
            --setting-sources=project
            --input-format stream-json
            {"subtype":"initialize"}
            CLAUDE_AGENT_SDK_VERSION CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS CLAUDE_CODE_ENTRYPOINT CLAUDE_CODE_SDK_READS_SESSION_STATE DISABLE_AUTOUPDATER PATH
        "#]],
    );
    check(
        &Options::dual_agent(DualAgentRole::Worker),
        &expect![[r#"
            --output-format stream-json
            --verbose
            --disallowedTools AskUserQuestion,EnterPlanMode,ExitPlanMode
            --permission-mode acceptEdits
            --setting-sources=project
            --input-format stream-json
            {"subtype":"initialize"}
            CLAUDE_AGENT_SDK_VERSION CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS CLAUDE_CODE_ENTRYPOINT CLAUDE_CODE_SDK_READS_SESSION_STATE DISABLE_AUTOUPDATER PATH
        "#]],
    );
}

#[test]
fn streaming() {
    check(
        &Options::streaming(),
        &expect![[r#"
            --output-format stream-json
            --verbose
            --system-prompt ""
            --disallowedTools AskUserQuestion,EnterPlanMode,ExitPlanMode
            --permission-mode default
            --include-partial-messages
            --include-hook-events
            --input-format stream-json
            {"subtype":"initialize","forwardSubagentText":true,"agentProgressSummaries":true,"promptSuggestions":true,"perTaskStopAffordance":true}
            CLAUDE_AGENT_SDK_VERSION CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS CLAUDE_CODE_ENTRYPOINT CLAUDE_CODE_SDK_READS_SESSION_STATE DISABLE_AUTOUPDATER PATH
        "#]],
    );
}

#[test]
fn hermetic() {
    check(
        &Options::hermetic(),
        &expect![[r#"
            --output-format stream-json
            --verbose
            --system-prompt ""
            --disallowedTools AskUserQuestion,EnterPlanMode,ExitPlanMode
            --permission-mode default
            --strict-mcp-config
            --setting-sources=
            --input-format stream-json
            {"subtype":"initialize"}
            CLAUDE_AGENT_SDK_VERSION CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS CLAUDE_CODE_ENTRYPOINT CLAUDE_CODE_SDK_READS_SESSION_STATE DISABLE_AUTOUPDATER PATH
        "#]],
    );
}

#[test]
fn a_preset_takes_a_permission_callback() {
    let all = [
        Options::development(),
        Options::production(),
        Options::dual_agent(DualAgentRole::Worker),
        Options::streaming(),
        Options::hermetic(),
    ];
    for options in all {
        options.on_permission(|_, _| async { Permission::deny("no") }).validate().unwrap();
    }
}

/// A snapshot of all variables: a new variable is not inherited without a change here.
#[test]
fn a_hermetic_session_inherits_only_a_short_list() {
    let expected = expect![[r#"
        CLAUDE_AGENT_SDK_VERSION=VERSION
        CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS=1
        CLAUDE_CODE_ENTRYPOINT=sdk-rust
        CLAUDE_CODE_SDK_READS_SESSION_STATE=1
        DISABLE_AUTOUPDATER=1
        HOME=/home/me
        LC_ALL=C
        PATH=/bin
        USER=me
        https_proxy=http://proxy"#]];
    expected.assert_eq(&variables(&Options::hermetic()));
}

#[test]
fn variables_can_be_passed_by_name() {
    let policy = EnvPolicy::common().also(["ANTHROPIC_API_KEY", "CLAUDE_CODE_SESSION_ID"]);
    let options = Options::hermetic().env_policy(policy).env("ANTHROPIC_BASE_URL", "http://mine");
    let env = options.environment(HOST);
    let value = |name: &str| env.get(OsString::from(name).as_os_str()).map(|v| v.to_str().unwrap());
    assert_eq!(value("ANTHROPIC_API_KEY"), Some("k"));
    assert_eq!(value("ANTHROPIC_BASE_URL"), Some("http://mine"));
    assert_eq!(value("CLAUDE_CODE_SESSION_ID"), Some("outer"));
    assert_eq!(value("ANTHROPIC_MODEL"), None);
}

/// A session that is started inside another session is independent of it.
#[test]
fn no_session_inherits_the_variables_of_another() {
    let expected = expect![[r#"
        ANTHROPIC_API_KEY=k
        ANTHROPIC_BASE_URL=http://elsewhere
        ANTHROPIC_MODEL=other
        AWS_SECRET_ACCESS_KEY=s
        CLAUDE_AGENT_SDK_VERSION=VERSION
        CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS=1
        CLAUDE_CODE_ENTRYPOINT=sdk-rust
        CLAUDE_CODE_MAX_OUTPUT_TOKENS=1
        CLAUDE_CODE_SDK_READS_SESSION_STATE=1
        CLAUDE_CONFIG_DIR=/config
        DISABLE_AUTOUPDATER=1
        HOME=/home/me
        LC_ALL=C
        PATH=/bin
        SSH_AUTH_SOCK=/sock
        USER=me
        https_proxy=http://proxy"#]];
    expected.assert_eq(&variables(&Options::default()));
}
