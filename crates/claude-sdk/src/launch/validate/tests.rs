//! What is refused, and with which words.

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
fn combinations_of_session_options() {
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
        "`resume` names a session and `continue_latest` another",
    );
    refused(&options().fork_session(true), "`fork_session` needs `resume` or `continue_latest`");
    refused(
        &options().session_id(ID).fork_session(true),
        "`fork_session` needs `resume` or `continue_latest`",
    );
    refused(
        &options().session_id(ID).resume("x"),
        "`session_id` with a resumed session needs `fork_session`",
    );
    refused(
        &options().session_id(ID).continue_latest(true),
        "`session_id` with a resumed session needs `fork_session`",
    );
    refused(&options().session_id("mine"), "the session id `mine` is no UUID");
}

#[test]
fn budgets() {
    refused(&Options::default().max_budget_usd(0.0), "a budget of 0 dollars makes no sense");
    accepted(&Options::default().max_budget_usd(2.5));
    refused(&Options::default().max_budget_usd(-1.0), "a budget of -1 dollars makes no sense");
    refused(&Options::default().max_budget_usd(f64::NAN), "a budget of NaN dollars makes no sense");
    refused(
        &Options::default().max_budget_usd(f64::INFINITY),
        "a budget of inf dollars makes no sense",
    );
}

#[test]
fn variables_that_cannot_be_set_are_named_without_their_value() {
    accepted(&Options::default().env("A", "b=c"));
    accepted(&Options::default().env("A", ""));
    refused(&Options::default().env("", "secret"), "the environment variable `` cannot be set");
    refused(
        &Options::default().env("A=B", "secret"),
        "the environment variable `A=B` cannot be set",
    );
    refused(&Options::default().env("A", "secret\0"), "the environment variable `A` cannot be set");
}

#[test]
fn extra_flags() {
    accepted(&Options::default().extra_arg("brief", None).extra_arg("some_flag-2", "--x"));
    refused(
        &Options::default().extra_arg("--debug", None),
        "`--debug` is no name of a flag; leave the dashes out",
    );
    refused(
        &Options::default().extra_arg("", None),
        "`` is no name of a flag; leave the dashes out",
    );
    refused(
        &Options::default().extra_arg("a=b", None),
        "`a=b` is no name of a flag; leave the dashes out",
    );
    refused(
        &Options::default().extra_arg("a b", None),
        "`a b` is no name of a flag; leave the dashes out",
    );
    for reserved in ["print", "p", "output-format", "input-format", "verbose"] {
        let problem = Options::default().extra_arg(reserved, None).validate().unwrap_err();
        assert!(problem.to_string().ends_with("belongs to the SDK"), "{problem}");
    }
}

#[test]
fn two_who_decide_about_permissions() {
    let other = Options::default().extra_arg("permission-prompt-tool", Some("mcp__a__ask"));
    accepted(&other);
    refused(
        &other.on_permission(|_, _| async { Permission::deny("no") }),
        "`on_permission` and another prompt tool exclude each other",
    );
}

#[test]
fn two_who_name_the_settings() {
    let other = Options::default().extra_arg("settings", Some("/etc/claude.json"));
    accepted(&other);
    refused(
        &other.clone().sandbox(SandboxSettings::new()),
        "`sandbox` and the flag `settings` exclude each other",
    );
    refused(&other.settings("/a"), "`settings` and the flag `settings` exclude each other");
}

#[test]
fn names_of_skills() {
    let one = |name: &str| Options::default().skills(Skills::only(["pdf", name]));
    accepted(&Options::default().skills(Skills::All));
    accepted(&Options::default().skills(Skills::only([""; 0])));
    for name in
        ["a-b", "a.b_c", "plugin:skill", "two words", r"back\slash", "größe", "技能", "a*", "a/b"]
    {
        accepted(&one(name));
    }
    let reports = |name: &str, why: &str| {
        refused(&one(name), &format!("the name of a skill, {name:?}, {why}"));
    };
    for name in ["", " ", "\u{3000}", "\t"] {
        reports(name, "is empty");
    }
    for name in [" pdf", "pdf ", "pdf\n", "\u{a0}pdf"] {
        reports(name, "begins or ends with a space");
    }
    for name in ["pdf)", "(pdf", "pdf,Bash", "pdf),Bash(*"] {
        reports(name, "holds a bracket or a comma, which separate rules");
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
        reports(name, "holds a control character");
    }
    reports("*", "is a pattern: `Skills::All` means all");
    for name in ["pdf:*", "pdf *"] {
        reports(name, "is a pattern that more than one skill may match");
    }
    reports("/pdf", "begins with a slash: leave it out");
    for name in [r"a\", r"a\\b", r"\\"] {
        reports(name, "holds two backslashes in a row, or ends with one");
    }
}

#[test]
fn empty_tool_rules() {
    accepted(&Options::default().allow_tools(["Read", "Bash(git log:*)"]));
    refused(&Options::default().allow_tools(["Read", ""]), "`` is no tool");
    refused(&Options::default().disallow_tools([" "]), "` ` is no tool");
}

#[test]
fn parts_of_a_conversation() {
    let resumed = || Options::default().resume(ID);
    accepted(&resumed().resume_at(ID).resume_drops_turn(ID));
    refused(&Options::default().resume_at(ID), "`resume_at` needs `resume`");
    refused(&Options::default().continue_latest(true).resume_at(ID), "`resume_at` needs `resume`");
    refused(&resumed().resume_drops_turn(ID), "`resume_drops_turn` needs `resume_at`");
    // An empty one would be no guard at all.
    refused(&resumed().resume_at(ID).resume_drops_turn(""), "`` is no UUID of a message");
    refused(&resumed().resume_at("last"), "`last` is no UUID of a message");
    refused(&Options::default().resume(" "), "`resume` names no session");
    accepted(&Options::default().title("A title").persist_session(false));
    refused(&resumed().title("A title"), "`title` is for a new session, and this one is resumed");
}

#[test]
fn thinking_is_said_once() {
    let thinking = Options::default().thinking(Thinking::disabled());
    accepted(&thinking);
    accepted(&Options::default().max_thinking_tokens(1));
    let both = "`thinking` and `max_thinking_tokens` exclude each other";
    refused(&thinking.max_thinking_tokens(1), both);
    let other_order = Options::default().max_thinking_tokens(1);
    refused(&other_order.thinking(Thinking::disabled()), both);
}

#[test]
fn models_and_prompts() {
    accepted(&Options::default().model("a").fallback_model("b"));
    refused(
        &Options::default().model("a").fallback_model("a"),
        "`fallback_model` is the model itself",
    );
    for preset in [SystemPrompt::Preset, SystemPrompt::Append("x".into())] {
        accepted(&Options::default().system_prompt(preset).exclude_dynamic_sections(true));
    }
    for other in [SystemPrompt::Empty, "x".into(), SystemPrompt::blocks(["x"])] {
        refused(
            &Options::default().exclude_dynamic_sections(true).system_prompt(other),
            "`exclude_dynamic_sections` is about Claude Code's own prompt",
        );
    }
    refused(&Options::default().task_budget(0), "a budget of 0 tokens makes no sense");
    accepted(&Options::default().output_schema(json!({})));
    for schema in [json!([]), json!("object"), json!(null), json!(true)] {
        refused(
            &Options::default().output_schema(schema),
            "the schema of `output_schema` is no JSON object",
        );
    }
}

#[test]
fn who_runs_the_cli() {
    accepted(&Options::default().js_runtime_arg("--inspect").js_runtime("node"));
    refused(&Options::default().js_runtime_arg("--inspect"), "`js_runtime_arg` needs `js_runtime`");
    for label in ["app", "app/1.2.3", "@a/b", "@a/b/1.0", "", "a_b.c-d+e", &"a".repeat(128)] {
        accepted(&Options::default().client_app(label));
    }
    let long = "a".repeat(129);
    for label in
        ["my app", "größe", "a\n", "a(b)", "/a", "a/", "a/b/c", "../a", "a/..", "@a", "@/b", &long]
    {
        refused(
            &Options::default().client_app(label),
            &format!("`client_app` is {label:?}, and not as `name` or `name/version`"),
        );
    }
}

#[test]
fn bypassing_permissions_is_said_twice() {
    let bypass = || Options::default().permission_mode(PermissionMode::BypassPermissions);
    accepted(&bypass().allow_bypass(true));
    accepted(&Options::default().allow_bypass(true));
    refused(&bypass(), "the mode `bypassPermissions` needs `allow_bypass`");
}

/// A callback that looks like a guard and is none.
#[test]
fn pain_22_a_permission_callback_that_is_passed_over_is_refused() {
    let asked = |options: Options| options.on_permission(|_, _| async { Permission::deny("no") });
    let o = Options::default;
    accepted(&asked(o()));
    accepted(&asked(o().allow_tools(["Bash(git log:*)"])));
    accepted(&asked(o().permission_mode(PermissionMode::AcceptEdits)));
    accepted(&o().allow_tools(["Read"]));
    let rules = "the permission callback is not asked about Read, mcp__a: `allow_tools` or \
                 `skills` let them run; a hook is asked in any case; say \
                 `allow_shadowed_permissions` if this is meant";
    let tools = ["Read", "Bash(ls:*)", "mcp__a(*)"];
    refused(&asked(o()).allow_tools(tools), rules);
    refused(&asked(o().allow_tools(tools)), rules);
    accepted(&asked(o().allow_tools(tools)).allow_shadowed_permissions(true));
    accepted(&asked(o().allow_shadowed_permissions(true)).allow_tools(tools));

    let bypass = || o().permission_mode(PermissionMode::BypassPermissions).allow_bypass(true);
    let mode = "the permission callback is never asked: the mode `bypassPermissions` lets every \
                tool run; say `allow_shadowed_permissions` if this is meant";
    refused(&asked(bypass()), mode);
    accepted(&asked(bypass()).allow_shadowed_permissions(true));

    // Who wants all skills has chosen so.
    accepted(&asked(o().skills(Skills::All)));
}

#[test]
fn one_who_answers_and_nobody_who_does() {
    let asked = || Options::default().on_permission(|_, _| async { Permission::deny("no") });
    let tool = || Options::default().permission_prompt_tool("mcp__a__ask");
    accepted(&tool());
    accepted(&asked().permission_prompts(PermissionPrompts::Host));
    accepted(&Options::default().permission_prompts(PermissionPrompts::Nobody));
    refused(
        &asked().permission_prompt_tool("mcp__a__ask"),
        "`on_permission` and `permission_prompt_tool` exclude each other",
    );
    refused(
        &asked().permission_prompts(PermissionPrompts::Nobody),
        "`on_permission` is never asked: `permission_prompts` says nobody is",
    );
    refused(
        &tool().permission_prompts(PermissionPrompts::Nobody),
        "`permission_prompt_tool` is never asked: `permission_prompts` says nobody is",
    );
}

#[test]
fn flags_that_an_option_sets() {
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
            &format!("the flag `{flag}` is set by `Options::{option}`"),
        );
    }
    for (flag, option) in [("settings", "settings"), ("mcp-config", "mcp_servers")] {
        accepted(&Options::default().extra_arg(flag, "/path.json"));
        refused(
            &Options::default().extra_arg(flag, r#" {"a":"secret"}"#),
            &format!(
                "the flag `{flag}` would show its text on the command line: use `Options::{option}`"
            ),
        );
    }
    refused(
        &Options::default().extra_arg("name", "a\0b"),
        "the value of the flag `name` holds a zero",
    );
}

#[test]
fn names_paths_and_texts() {
    let o = Options::default;
    refused(&o().agents([("", AgentDefinition::new("a", "b"))]), "an agent has no name");
    refused(&o().main_agent(" "), "an agent has no name");
    refused(&o().tool_aliases([("Bash", "")]), "an alias of a tool is empty");
    refused(&o().title(""), "`title` is empty");
    refused(&o().debug_filter(""), "`debug_filter` is empty");
    refused(&o().permission_prompt_tool(""), "`permission_prompt_tool` is empty");
    refused(&o().project_config_root("here"), "`project_config_root` is no absolute path");
    refused(
        &o().mcp_config(r#"{"mcpServers":{}}"#),
        "`mcp_config` is a path; give servers by `mcp_servers`",
    );
    refused(&o().add_dir("a\0b"), "a path holds a zero");
    refused(&o().cwd("a\0b"), "a path holds a zero");
    accepted(&o().managed_settings("{}"));
    refused(
        &o().managed_settings(r#"["secret"]"#),
        "`managed_settings`: the settings are no JSON object",
    );
    refused(
        &o().plugin_dirs_on_command_line(true),
        "`plugin_dirs_on_command_line` needs `plugin_dir`",
    );
}

#[cfg(unix)]
#[test]
fn a_plugin_whose_path_is_no_text() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt as _;
    let non_utf8 = Options::default().plugin_dir(OsString::from_vec(b"/a/\xff".to_vec()));
    refused(&non_utf8, "the path of a plugin is no text: it needs `plugin_dirs_on_command_line`");
    accepted(&non_utf8.plugin_dirs_on_command_line(true));
}
