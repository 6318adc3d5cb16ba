//! Options: the arguments, variables and fields that each option becomes. The tests fail for an
//! option that is not in the table.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use claude_types::{
    AgentDefinition, ApiBeta, EffortLevel, HookEvent, PermissionMode, SandboxSettings,
    ThinkingDisplay,
};
use expect_test::expect_file;
use serde_json::json;

use super::{
    Credentials, EnvPolicy, Options, PermissionPrompts, QuestionPreview, Secret, SettingSource,
    Skills, SystemPrompt, Thinking, Tools,
};
use crate::approvals::Approvals;
use crate::callbacks::Permission;
use crate::hook::HookMatcher;

const ID: &str = "11111111-2222-4333-8444-555555555555";
const OTHER: &str = "99999999-2222-4333-8444-555555555555";

/// Options that are not sent to the CLI, with the reason.
const NOT_SENT: &[(&str, &str)] = &[
    ("accounting", "the SDK keeps the ledger"),
    ("allow_shadowed_permissions", "it changes validation"),
    ("budget", "the SDK enforces it"),
    ("cli_path", "it is the program that is started"),
    ("connector", "it is how the SDK connects"),
    ("deadlines", "the SDK enforces them"),
    ("gid", "it is how the program is started"),
    ("include_session_state", "it changes which messages are shown"),
    ("js_runtime", "it is the program that is started"),
    ("js_runtime_args", "they precede the path of the CLI"),
    ("json_repairs", "the SDK sends the repair prompts"),
    ("limits", "the SDK enforces them"),
    ("max_line", "the SDK enforces it"),
    ("recycle", "the SDK restarts the CLI"),
    ("required_mcp", "the SDK waits for them"),
    ("resource_limits", "the system enforces them"),
    ("sandbox", "it is in the private file of `settings.rs`"),
    ("sdk_plugins", "they run in this program"),
    ("observers", "they run in this program"),
    ("trace_source", "it is asked at the start, as `trace_context`"),
    ("skip_version_check", "the SDK checks the version"),
    ("stall", "the SDK detects stalls"),
    ("stderr", "the SDK reads it"),
    ("uid", "it is how the program is started"),
    ("verbatim_prompts", "it is in each prompt"),
    ("wrap_command", "it changes what is started"),
];

/// Returns every option: its field, and options in which it is set.
fn table() -> Vec<(&'static str, Options)> {
    let o = Options::default;
    let hook = HookMatcher::new(HookEvent::PreToolUse).matching("Bash");
    let mut table = vec![
        ("cwd", o().cwd("/project")),
        ("env", o().env("NAME", "value").env("HOME", "/other")),
        ("env_policy", o().env_policy(EnvPolicy::Clear)),
        ("env_policy", o().env_policy(EnvPolicy::allow(["PATH", "LC_*"]))),
        ("credentials", o().credentials(Credentials::ApiKey(Secret::new("key")))),
        ("credentials", o().credentials(Credentials::OAuthToken(Secret::new("token")))),
        ("client_app", o().client_app("app/1.0")),
        ("trace_context", o().trace_context("00-1-2-01", None)),
        ("trace_context", o().trace_context("00-1-2-01", "a=b").env("TRACESTATE", "mine")),
        ("debug", o().debug(true)),
        ("debug_filter", o().debug_filter("hooks,mcp")),
        ("debug_file", o().debug_file("/log")),
        ("model", o().model("sonnet")),
        ("fallback_model", o().fallback_model("haiku,opus")),
        ("system_prompt", o().system_prompt(SystemPrompt::Empty)),
        ("system_prompt", o().system_prompt("Be brief.")),
        ("system_prompt", o().system_prompt(SystemPrompt::Preset)),
        ("system_prompt", o().system_prompt(SystemPrompt::Append("More.".into()))),
        ("system_prompt", o().system_prompt(SystemPrompt::File("/p.md".into()))),
        ("system_prompt", {
            let parts = ["Always.", SystemPrompt::DYNAMIC_BOUNDARY, "Today."];
            o().system_prompt(SystemPrompt::blocks(parts))
        }),
        ("system_prompt_snapshot", o().system_prompt_snapshot(false)),
        ("exclude_dynamic_sections", {
            o().system_prompt(SystemPrompt::Preset).exclude_dynamic_sections(true)
        }),
        ("plan_mode_instructions", o().plan_mode_instructions("Plan well.")),
        ("json_schema", o().output_schema(json!({ "type": "object" }))),
        ("betas", o().betas([ApiBeta::Context1M]).betas(["other-2026"])),
        ("thinking", o().thinking(Thinking::adaptive())),
        ("thinking", { o().thinking(Thinking::budget(8000).display(ThinkingDisplay::Summarized)) }),
        ("thinking", o().thinking(Thinking::disabled().display(ThinkingDisplay::Omitted))),
        ("max_thinking_tokens", o().max_thinking_tokens(4096)),
        ("effort", o().effort(EffortLevel::ExtraHigh)),
        ("task_budget", o().task_budget(5000)),
        ("tools", o().tools(Tools::Default)),
        ("tools", o().tools(Tools::Only(vec![]))),
        ("tools", o().tools(Tools::Only(vec!["Read".into(), "Bash".into()]))),
        ("allowed_tools", o().allow_tools(["Read", "Bash(git log:*)"])),
        ("disallowed_tools", o().disallow_tools(["WebFetch", "Bash(rm:*)"])),
        ("tool_aliases", o().tool_aliases([("Bash", "mcp__box__bash")])),
        ("question_preview", o().question_preview(QuestionPreview::Html)),
        ("skills", o().skills(Skills::All)),
        ("skills", o().skills(Skills::only(["pdf"]))),
        ("skills", o().skills(Skills::only([""; 0]))),
        ("permission_mode", o().permission_mode(PermissionMode::DontAsk)),
        ("permission_mode", o().permission_mode_from_settings(true)),
        ("allow_bypass", o().allow_bypass(true)),
        ("permission_prompt_tool", o().permission_prompt_tool("mcp__a__ask")),
        ("permission_prompts", o().permission_prompts(PermissionPrompts::Nobody)),
        ("permission", o().on_permission(|_, _| async { Permission::allow() })),
        ("approvals", o().asked_by(Approvals::new())),
        ("approvals", o().asked_by(Approvals::park(Duration::from_secs(60)))),
        ("max_turns", o().max_turns(7)),
        ("max_turns", o().max_turns(0)),
        ("max_budget_usd", o().max_budget_usd(0.5)),
        ("resume", o().resume(OTHER)),
        ("resume", o().resume_file("/elsewhere/a.jsonl")),
        ("continue_", o().continue_latest(true)),
        ("fork_session", o().resume(OTHER).fork_session(true)),
        ("session_id", o().session_id(ID)),
        ("resume_at", o().resume(OTHER).resume_at(ID)),
        ("resume_drops_turn", o().resume(OTHER).resume_at(ID).resume_drops_turn(ID)),
        ("resume_drops_turn", o().resume_drops_turn("")),
        ("persist_session", o().persist_session(false)),
        ("mirror", o().mirror(|_| {})),
        ("title", o().title("A title")),
        ("add_dirs", o().add_dir("/a").add_dir("/b c")),
        ("settings", o().settings("/etc/settings.json")),
        ("settings", o().settings(r#"{"theme":"dark"}"#)),
        ("managed_settings", o().managed_settings(r#"{"permissions":{"deny":["Bash"]}}"#)),
        ("project_config_root", o().project_config_root("/trusted")),
        ("setting_sources", o().setting_sources([])),
        ("setting_sources", {
            use SettingSource::{Local, Project, User};
            o().setting_sources([User, Project, Local])
        }),
        ("file_checkpointing", o().file_checkpointing(true)),
        ("include_partial_messages", o().include_partial_messages(true)),
        ("include_hook_events", o().include_hook_events(true)),
        ("prompt_suggestions", o().prompt_suggestions(true)),
        ("agents", {
            let agent = AgentDefinition::new("Reviews.", "Review!").tools(vec!["Read".into()]);
            o().agents([("reviewer", agent)])
        }),
        ("main_agent", o().main_agent("reviewer")),
        ("plugin_dirs", o().plugin_dir("/p").plugin_dir_without_mcp("/q")),
        ("plugin_dirs_on_command_line", {
            o().plugin_dir("/p").plugin_dir_without_mcp("/q").plugin_dirs_on_command_line(true)
        }),
        ("forward_subagent_text", o().forward_subagent_text(true)),
        ("agent_progress_summaries", o().agent_progress_summaries(true)),
        ("per_task_stop", o().per_task_stop(true)),
        ("extra_args", o().extra_arg("brief", None).extra_arg("name", "x")),
        ("user", o().on_question(|_, _| async { crate::callbacks::QuestionAnswers::new() })),
        ("user", o().on_plan(|_, _| async { crate::callbacks::PlanDecision::approve() })),
        ("hooks", o().on_hook(hook, |_, _| async { crate::hook::proceed() })),
        ("mcp_config", o().mcp_config("/mcp.json")),
        ("strict_mcp_config", o().strict_mcp_config(true)),
    ];
    #[cfg(feature = "mcp")]
    table.push(("mcp", {
        let server = crate::mcp::Server::builder("lab", "1.0").build();
        o().mcp_server("lab", server)
    }));
    table
}

const HOST: [(&str, &str); 6] = [
    ("CLAUDECODE", "1"),
    ("HOME", "/home/me"),
    ("LC_ALL", "C"),
    ("PATH", "/bin"),
    ("TRACEPARENT", "00-old"),
    ("TRACESTATE", "old=1"),
];

/// Describes how options differ from the default. Lines with `-` are only in the default.
fn described(options: &Options) -> String {
    let lines = |options: &Options| -> Vec<String> {
        let mut lines = flags(options);
        lines.extend(variables(options));
        let request = serde_json::to_value(options.initialize()).unwrap();
        let fields = request.as_object().unwrap().iter();
        lines.extend(fields.map(|(name, value)| format!("initialize {name}: {value}")));
        lines
    };
    let (defaults, own) = (lines(&Options::default()), lines(options));
    let without = |lines: &[String], others: &[String], sign: &str| -> String {
        let left = lines.iter().filter(|line| !others.contains(line));
        left.map(|line| format!("  {sign}{line}\n")).collect()
    };
    let described = without(&defaults, &own, "- ") + &without(&own, &defaults, "");
    if described.is_empty() { "  nothing\n".into() } else { described }
}

/// Returns one line per flag, with its value.
fn flags(options: &Options) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for arg in options.args() {
        let arg = arg.into_string().unwrap();
        match lines.last_mut() {
            Some(line) if !arg.starts_with("--") => line.push_str(&format!(" {arg:?}")),
            _ => lines.push(arg),
        }
    }
    lines
}

fn variables(options: &Options) -> Vec<String> {
    let env: BTreeMap<_, _> = options.environment(HOST);
    env.iter().map(|(name, value)| format!("env {}={}", name.display(), value.display())).collect()
}

#[test]
fn each_option_becomes_what_the_file_lists() {
    let mut page = String::new();
    for (field, options) in table() {
        page.push_str(&format!("{field}\n{}\n", described(&options)));
    }
    expect_file!["tests/each.txt"].assert_eq(&page);
}

/// A new option must be added to one of the tables.
#[test]
fn every_option_is_in_one_of_the_tables() {
    let source = include_str!("fields.rs");
    let (_, rest) = source.split_once("pub struct Options {").unwrap();
    let (body, _) = rest.split_once("\n}").unwrap();
    let fields = body.lines().filter_map(|line| line.trim().strip_prefix("pub(crate) "));
    let fields: BTreeSet<_> = fields.map(|field| field.split_once(':').unwrap().0).collect();
    let table = table();
    let mut named: BTreeSet<_> = table.iter().map(|(field, _)| *field).collect();
    #[cfg(not(feature = "mcp"))]
    named.insert("mcp");
    for (field, why) in NOT_SENT {
        assert!(named.insert(field), "{field} is in both tables: {why}");
    }
    assert_eq!(fields, named);
}

#[test]
fn the_same_options_give_the_same_start() {
    for (field, options) in table() {
        let all = || (options.args(), options.environment(HOST), options.initialize());
        assert_eq!(all(), all(), "{field}");
    }
}

/// Other users of the machine can read the command line, so texts, settings and keys must not be on
/// it.
#[test]
fn no_prompt_or_settings_text_is_on_the_command_line() {
    const SECRET: &str = "sk-secret-0815";
    let json = format!(r#"{{"a":"{SECRET}"}}"#);
    let o = Options::default;
    let all = [
        o().system_prompt(SECRET),
        o().system_prompt(SystemPrompt::Append(SECRET.into())),
        o().system_prompt(SystemPrompt::blocks([SECRET])),
        o().plan_mode_instructions(SECRET),
        o().output_schema(json!({ "const": SECRET })),
        o().agents([(SECRET, AgentDefinition::new(SECRET, SECRET))]),
        o().tool_aliases([(SECRET, SECRET)]),
        o().settings(&json),
        o().settings("/file").sandbox(SandboxSettings::new()),
        o().managed_settings(&json),
        o().title(SECRET),
        o().env("KEY", SECRET),
        o().client_app(SECRET),
        o().trace_context(SECRET, SECRET),
        o().plugin_dir(SECRET),
    ];
    for options in all {
        let args = options.args();
        let shown: Vec<_> = args.iter().map(|arg| arg.to_string_lossy()).collect();
        assert!(!shown.iter().any(|arg| arg.contains(SECRET) || arg == "/file"), "{shown:?}");
        assert!(!format!("{options:?}").contains("const"), "{options:?}");
    }
}
