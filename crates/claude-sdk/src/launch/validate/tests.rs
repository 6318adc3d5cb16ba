//! Validation: which options are refused, and the texts of the errors.

use claude_types::{AgentDefinition, PermissionMode, SandboxSettings};
use serde_json::json;

use crate::callbacks::Permission;
use crate::error::{Error, ErrorKind};
use crate::options::{Options, PermissionPrompts, Skills, SystemPrompt, Thinking};

const ID: &str = "11111111-2222-4333-8444-555555555555";

#[track_caller]
fn refused(options: &Options, expected: &str) {
    let error = options.validate().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Config);
    let Error::Options { problem } = error else { panic!("{error:?}") };
    assert_eq!(problem, expected);
}

#[track_caller]
fn accepted(options: &Options) {
    if let Err(error) = options.validate() {
        panic!("{error}");
    }
}

#[test]
fn invalid_combinations_of_session_options_are_refused() {
    let options = Options::default;
    accepted(&options());
    accepted(&options().session_id(ID));
    accepted(&options().resume("a title"));
    accepted(&options().continue_latest(true));
    accepted(&options().fork_session(true).resume(ID));
    accepted(&options().fork_session(true).continue_latest(true));
    accepted(&options().session_id(ID).fork_session(true).continue_latest(true));
    refused(
        &options().resume(ID).continue_latest(true),
        "`resume` and `continue_latest` cannot be combined",
    );
    refused(&options().fork_session(true), "`fork_session` requires `resume` or `continue_latest`");
    refused(
        &options().session_id(ID).fork_session(true),
        "`fork_session` requires `resume` or `continue_latest`",
    );
    refused(
        &options().session_id(ID).resume("x"),
        "`session_id` with `resume` or `continue_latest` requires `fork_session`",
    );
    refused(
        &options().session_id(ID).continue_latest(true),
        "`session_id` with `resume` or `continue_latest` requires `fork_session`",
    );
    refused(&options().session_id("mine"), "`session_id` must be a UUID, got `mine`");
}

#[test]
fn invalid_budgets_are_refused() {
    refused(
        &Options::default().max_budget_usd(0.0),
        "`max_budget_usd` must be a positive, finite number, got 0",
    );
    accepted(&Options::default().max_budget_usd(2.5));
    refused(
        &Options::default().max_budget_usd(-1.0),
        "`max_budget_usd` must be a positive, finite number, got -1",
    );
    refused(
        &Options::default().max_budget_usd(f64::NAN),
        "`max_budget_usd` must be a positive, finite number, got NaN",
    );
    refused(
        &Options::default().max_budget_usd(f64::INFINITY),
        "`max_budget_usd` must be a positive, finite number, got inf",
    );
}

#[test]
fn variables_that_cannot_be_set_are_named_without_their_value() {
    accepted(&Options::default().env("A", "b=c"));
    accepted(&Options::default().env("A", ""));
    for (name, value) in [("", "secret"), ("A=B", "secret"), ("A", "secret\0")] {
        let problem = format!(
            "the environment variable `{name}` is invalid: the name must not be empty or contain \
             `=`, and neither name nor value may contain a NUL byte"
        );
        refused(&Options::default().env(name, value), &problem);
    }
}

#[test]
fn reserved_and_invalid_flags_are_refused() {
    accepted(&Options::default().extra_arg("brief", None).extra_arg("some_flag-2", "--x"));
    refused(
        &Options::default().extra_arg("--debug", None),
        "`extra_arg` must be the name of a flag without leading dashes, got `--debug`",
    );
    refused(
        &Options::default().extra_arg("", None),
        "`extra_arg` must be the name of a flag without leading dashes, got ``",
    );
    refused(
        &Options::default().extra_arg("a=b", None),
        "`extra_arg` must be the name of a flag without leading dashes, got `a=b`",
    );
    refused(
        &Options::default().extra_arg("a b", None),
        "`extra_arg` must be the name of a flag without leading dashes, got `a b`",
    );
    for reserved in ["print", "p", "output-format", "input-format", "verbose"] {
        let problem = Options::default().extra_arg(reserved, None).validate().unwrap_err();
        assert!(
            problem
                .to_string()
                .ends_with("is set by the SDK and cannot be passed with `extra_arg`"),
            "{problem}"
        );
    }
}

#[test]
fn the_flag_with_which_the_cli_connects_to_a_server_is_refused_with_the_reason() {
    for value in [None, Some("ws://localhost:1"), Some("wss://api.example")] {
        let error = Options::default().extra_arg("sdk-url", value).validate().unwrap_err();
        let shown = error.to_string();
        for words in ["`--sdk-url`", "Remote Control", "2.1.121", "`Options::connector`"] {
            assert!(shown.contains(words), "{shown}");
        }
        assert!(!shown.contains("localhost"), "{shown}");
    }
}

#[test]
fn a_second_permission_prompt_tool_is_refused() {
    let other = Options::default().extra_arg("permission-prompt-tool", Some("mcp__a__ask"));
    accepted(&other);
    refused(
        &other.on_permission(|_, _| async { Permission::deny("no") }),
        "`on_permission` and the extra argument `--permission-prompt-tool` cannot be combined",
    );
}

#[test]
fn settings_given_twice_are_refused() {
    let other = Options::default().extra_arg("settings", Some("/etc/claude.json"));
    accepted(&other);
    refused(
        &other.clone().sandbox(SandboxSettings::new()),
        "`sandbox` and the extra argument `--settings` cannot be combined",
    );
    refused(
        &other.settings("/a"),
        "`settings` and the extra argument `--settings` cannot be combined",
    );
}

#[test]
fn skill_names_that_are_rules_are_refused() {
    let one = |name: &str| Options::default().skills(Skills::only(["pdf", name]));
    accepted(&Options::default().skills(Skills::All));
    accepted(&Options::default().skills(Skills::only([""; 0])));
    for name in
        ["a-b", "a.b_c", "plugin:skill", "two words", r"back\slash", "größe", "技能", "a*", "a/b"]
    {
        accepted(&one(name));
    }
    let reports = |name: &str, why: &str| {
        refused(&one(name), &format!("the skill name {name:?} {why}"));
    };
    for name in ["", " ", "\u{3000}", "\t"] {
        reports(name, "is empty");
    }
    for name in [" pdf", "pdf ", "pdf\n", "\u{a0}pdf"] {
        reports(name, "begins or ends with white space");
    }
    for name in ["pdf)", "(pdf", "pdf,Bash", "pdf),Bash(*"] {
        reports(name, "contains a parenthesis or a comma, which separate rules");
    }
    for name in [
        "a\u{0}b",
        "a\nb",
        "a\u{1f}b",
        "a\u{7f}b",
        "a\u{85}b",
        "a\u{9f}b",
        "\u{feff}a",
        "a\u{feff}",
    ] {
        reports(name, "contains a control character");
    }
    reports("*", "is a pattern: use `Skills::All` for all skills");
    for name in ["pdf:*", "pdf *"] {
        reports(name, "is a pattern that may match more than one skill");
    }
    reports("/pdf", "begins with a slash: remove it");
    for name in [r"a\", r"a\\b", r"\\"] {
        reports(name, "contains two backslashes in a row, or ends with one");
    }
}

#[test]
fn empty_tool_rules_are_refused() {
    const EMPTY_RULE: &str = "`allow_tools` and `disallow_tools` do not accept an empty rule";
    accepted(&Options::default().allow_tools(["Read", "Bash(git log:*)"]));
    refused(&Options::default().allow_tools(["Read", ""]), EMPTY_RULE);
    refused(&Options::default().disallow_tools([" "]), EMPTY_RULE);
}

#[test]
fn invalid_parts_of_a_conversation_are_refused() {
    let resumed = || Options::default().resume(ID);
    accepted(&resumed().resume_at(ID).resume_drops_turn(ID));
    refused(&Options::default().resume_at(ID), "`resume_at` requires `resume`");
    refused(
        &Options::default().continue_latest(true).resume_at(ID),
        "`resume_at` requires `resume`",
    );
    refused(&resumed().resume_drops_turn(ID), "`resume_drops_turn` requires `resume_at`");
    // An empty UUID would not limit what is cut off.
    refused(
        &resumed().resume_at(ID).resume_drops_turn(""),
        "`resume_drops_turn` must be the UUID of a message, got ``",
    );
    refused(&resumed().resume_at("last"), "`resume_at` must be the UUID of a message, got `last`");
    refused(&Options::default().resume(" "), "`resume` is empty: pass a session ID or a title");
    let root = std::env::temp_dir();
    accepted(&Options::default().resume_file(root.join("a b.jsonl")).resume_at(ID));
    for other in ["a.jsonl".into(), root.join("a"), root.join("a.json"), "".into()] {
        let shown = other.display().to_string();
        refused(
            &Options::default().resume_file(other),
            &format!("`resume_file` must be an absolute path that ends in `.jsonl`, got `{shown}`"),
        );
    }
    accepted(&Options::default().mirror(|_| {}));
    let unstored = Options::default().mirror(|_| {}).persist_session(false);
    refused(&unstored, "`mirror` requires `persist_session`");
    accepted(&Options::default().title("A title").persist_session(false));
    refused(
        &resumed().title("A title"),
        "`title` requires a new session and cannot be combined with `resume` or `continue_latest`",
    );
}

#[test]
fn thinking_set_by_two_options_is_refused() {
    let thinking = Options::default().thinking(Thinking::disabled());
    accepted(&thinking);
    accepted(&Options::default().max_thinking_tokens(1));
    let both = "`thinking` and `max_thinking_tokens` cannot be combined";
    refused(&thinking.max_thinking_tokens(1), both);
    let other_order = Options::default().max_thinking_tokens(1);
    refused(&other_order.thinking(Thinking::disabled()), both);
}

#[test]
fn invalid_models_and_prompts_are_refused() {
    accepted(&Options::default().model("a").fallback_model("b"));
    refused(
        &Options::default().model("a").fallback_model("a"),
        "`fallback_model` must differ from `model`",
    );
    for preset in [SystemPrompt::Preset, SystemPrompt::Append("x".into())] {
        accepted(&Options::default().system_prompt(preset).exclude_dynamic_sections(true));
    }
    for other in [SystemPrompt::Empty, "x".into(), SystemPrompt::blocks(["x"])] {
        refused(
            &Options::default().exclude_dynamic_sections(true).system_prompt(other),
            "`exclude_dynamic_sections` requires `SystemPrompt::Preset` or `SystemPrompt::Append`",
        );
    }
    refused(&Options::default().task_budget(0), "`task_budget` must be greater than 0");
    accepted(&Options::default().output_schema(json!({})));
    for schema in [json!([]), json!("object"), json!(null), json!(true)] {
        refused(&Options::default().output_schema(schema), "`output_schema` must be a JSON object");
    }
}

#[test]
fn invalid_runtime_and_client_app_are_refused() {
    accepted(&Options::default().js_runtime_arg("--inspect").js_runtime("node"));
    refused(
        &Options::default().js_runtime_arg("--inspect"),
        "`js_runtime_arg` requires `js_runtime`",
    );
    for label in ["app", "app/1.2.3", "@a/b", "@a/b/1.0", "", "a_b.c-d+e", &"a".repeat(128)] {
        accepted(&Options::default().client_app(label));
    }
    let long = "a".repeat(129);
    for label in
        ["my app", "größe", "a\n", "a(b)", "/a", "a/", "a/b/c", "../a", "a/..", "@a", "@/b", &long]
    {
        refused(
            &Options::default().client_app(label),
            &format!("`client_app` must be `name` or `name/version`, got {label:?}"),
        );
    }
}

#[test]
fn bypassing_permissions_requires_a_second_option() {
    let bypass = || Options::default().permission_mode(PermissionMode::BypassPermissions);
    accepted(&bypass().allow_bypass(true));
    accepted(&Options::default().allow_bypass(true));
    refused(&bypass(), "`PermissionMode::BypassPermissions` requires `allow_bypass`");
}

/// Such a callback looks like a guard, but does not see every call.
#[test]
fn a_permission_callback_that_is_not_called_for_every_tool_is_refused() {
    let asked = |options: Options| options.on_permission(|_, _| async { Permission::deny("no") });
    let o = Options::default;
    accepted(&asked(o()));
    accepted(&asked(o().allow_tools(["Bash(git log:*)"])));
    accepted(&asked(o().permission_mode(PermissionMode::AcceptEdits)));
    accepted(&o().allow_tools(["Read"]));
    // These only read.
    accepted(&asked(o().allow_tools(["Read", "Grep", "Glob"])));
    let rules = "the permission callback is not called for Read, mcp__a: `allow_tools` or `skills` \
                 allow them; use a hook to check every call; set `allow_shadowed_permissions` if \
                 this is intended";
    let tools = ["Read", "Bash(ls:*)", "mcp__a(*)"];
    refused(&asked(o()).allow_tools(tools), rules);
    refused(&asked(o().allow_tools(tools)), rules);
    accepted(&asked(o().allow_tools(tools)).allow_shadowed_permissions(true));
    accepted(&asked(o().allow_shadowed_permissions(true)).allow_tools(tools));

    let bypass = || o().permission_mode(PermissionMode::BypassPermissions).allow_bypass(true);
    let mode = "the permission callback is never called: the mode `bypassPermissions` allows every \
                tool; set `allow_shadowed_permissions` if this is intended";
    refused(&asked(bypass()), mode);
    accepted(&asked(bypass()).allow_shadowed_permissions(true));

    // `Skills::All` allows the tool `Skill` by intention.
    accepted(&asked(o().skills(Skills::All)));
}

#[test]
fn two_answerers_of_permission_requests_are_refused() {
    let asked = || Options::default().on_permission(|_, _| async { Permission::deny("no") });
    let tool = || Options::default().permission_prompt_tool("mcp__a__ask");
    accepted(&tool());
    accepted(&asked().permission_prompts(PermissionPrompts::Host));
    accepted(&Options::default().permission_prompts(PermissionPrompts::Nobody));
    refused(
        &asked().permission_prompt_tool("mcp__a__ask"),
        "`on_permission` and `permission_prompt_tool` cannot be combined",
    );
    refused(
        &asked().permission_prompts(PermissionPrompts::Nobody),
        "`on_permission` and `PermissionPrompts::Nobody` cannot be combined",
    );
    refused(
        &tool().permission_prompts(PermissionPrompts::Nobody),
        "`permission_prompt_tool` and `PermissionPrompts::Nobody` cannot be combined",
    );
}

#[test]
fn flags_that_an_option_sets_are_refused() {
    for (flag, option) in [
        ("system-prompt", "system_prompt"),
        ("append-system-prompt", "system_prompt"),
        ("agents", "agents"),
        ("json-schema", "output_schema"),
        ("managed-settings", "managed_settings"),
        ("plan-mode-instructions", "plan_mode_instructions"),
        ("session-id", "session_id"),
        ("resume", "resume"),
        ("r", "resume"),
        ("continue", "continue_latest"),
        ("fork-session", "fork_session"),
        ("permission-mode", "permission_mode"),
    ] {
        refused(
            &Options::default().extra_arg(flag, "secret"),
            &format!("`--{flag}` cannot be passed with `extra_arg`: use `Options::{option}`"),
        );
    }
    for (flag, option) in [("settings", "settings"), ("mcp-config", "mcp_servers")] {
        accepted(&Options::default().extra_arg(flag, "/path.json"));
        refused(
            &Options::default().extra_arg(flag, r#" {"a":"secret"}"#),
            &format!(
                "`--{flag}` must be a path, because JSON text on the command line is visible to other \
                 users: use `Options::{option}`"
            ),
        );
    }
    refused(
        &Options::default().extra_arg("name", "a\0b"),
        "the value of `--name` contains a NUL byte",
    );
}

#[test]
fn invalid_names_paths_and_texts_are_refused() {
    let o = Options::default;
    refused(
        &o().agents([("", AgentDefinition::new("a", "b"))]),
        "`agents` and `main_agent` do not accept an empty name",
    );
    refused(&o().main_agent(" "), "`agents` and `main_agent` do not accept an empty name");
    refused(&o().tool_aliases([("Bash", "")]), "`tool_aliases` does not accept an empty name");
    refused(&o().title(""), "`title` must not be empty");
    refused(&o().debug_filter(""), "`debug_filter` must not be empty");
    refused(&o().permission_prompt_tool(""), "`permission_prompt_tool` must not be empty");
    refused(&o().project_config_root("here"), "`project_config_root` must be an absolute path");
    refused(
        &o().mcp_config(r#"{"mcpServers":{}}"#),
        "`mcp_config` must be a path, not JSON text: use `mcp_servers`",
    );
    refused(&o().add_dir("a\0b"), r#"the path "a\0b" contains a NUL byte"#);
    refused(&o().cwd("a\0b"), r#"the path "a\0b" contains a NUL byte"#);
    accepted(&o().managed_settings("{}"));
    refused(
        &o().managed_settings(r#"["secret"]"#),
        "`managed_settings` is invalid: the settings must be a JSON object",
    );
    refused(
        &o().plugin_dirs_on_command_line(true),
        "`plugin_dirs_on_command_line` requires `plugin_dir`",
    );
}

#[cfg(unix)]
#[test]
fn a_plugin_path_that_is_not_utf_8_requires_the_command_line() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt as _;
    let non_utf8 = Options::default().plugin_dir(OsString::from_vec(b"/a/\xff".to_vec()));
    refused(&non_utf8, "a `plugin_dir` that is not UTF-8 requires `plugin_dirs_on_command_line`");
    accepted(&non_utf8.plugin_dirs_on_command_line(true));
}
