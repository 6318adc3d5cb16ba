//! Hostile setters: every setter of `Options` with a text, and what the text becomes: a value of one
//! flag, a variable, or nothing on the command line. A new setter must be added here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use claude_sdk::hook::{HookEvent, HookMatcher, proceed};
use claude_sdk::options::{Credentials, EnvPolicy, Secret};
use claude_sdk::types::{AgentDefinition, McpServerConfig};
use claude_sdk::{McpServers, Options, PermissionMode, Skills, SystemPrompt, Tools};
use serde_json::json;

use super::argv_oracle::Argv;

/// Variables by name.
pub(super) type Variables = BTreeMap<String, String>;

/// A setter with a hostile text, and what it changes.
pub(super) struct Setter {
    pub(super) name: &'static str,
    pub(super) set: fn(Options, &str) -> Options,
    /// Changes of the command line.
    pub(super) argv: fn(&mut Argv, &str),
    /// Changes of the environment.
    pub(super) env: fn(&mut Variables, &str),
}

fn nothing(_: &mut Argv, _: &str) {}

fn no_variable(_: &mut Variables, _: &str) {}

/// A setter whose text is not on the command line, or is one value there.
const fn setter(
    name: &'static str,
    set: fn(Options, &str) -> Options,
    argv: fn(&mut Argv, &str),
) -> Setter {
    Setter { name, set, argv, env: no_variable }
}

const fn variable(
    name: &'static str,
    set: fn(Options, &str) -> Options,
    env: fn(&mut Variables, &str),
) -> Setter {
    Setter { name, set, argv: nothing, env }
}

impl Argv {
    /// One more value of a flag.
    fn push(&mut self, flag: &str, value: &str) {
        self.0.entry(flag.into()).or_default().push(value.into());
    }

    /// The only value of a flag.
    fn replace(&mut self, flag: &str, value: &str) {
        self.0.insert(flag.into(), vec![value.into()]);
    }

    fn on(&mut self, flag: &str) {
        self.0.entry(flag.into()).or_default();
    }
}

const ID: &str = "11111111-2222-4333-8444-555555555555";

/// Every setter that takes a text, a path or a name.
#[rustfmt::skip]
pub(super) fn setters() -> Vec<Setter> {
    vec![
        // The process.
        setter("cli_path", |o, t| o.cli_path(t), nothing),
        setter("js_runtime", |o, t| o.js_runtime(t), nothing),
        setter("js_runtime_arg", |o, t| o.js_runtime("node").js_runtime_arg(t), nothing),
        Setter {
            name: "cwd",
            set: |o, t| o.cwd(t),
            argv: nothing,
            env: |e, t| drop(e.insert("PWD".into(), absolute(t))),
        },
        variable("env", |o, t| o.env("NAME", t), |e, t| drop(e.insert("NAME".into(), t.into()))),
        variable("env", |o, t| o.env(t, "value"), |e, t| drop(e.insert(t.into(), "value".into()))),
        variable("env_policy", |o, t| o.env_policy(EnvPolicy::allow([t])), |e, t| if t != "*" {
            e.remove("HOST");
        }),
        Setter {
            name: "credentials",
            set: |o, t| o.credentials(Credentials::ApiKey(Secret::new(t))),
            argv: nothing,
            env: |e, t| {
                e.insert("ANTHROPIC_API_KEY".into(), t.into());
                e.insert("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST".into(), "1".into());
            },
        },
        Setter {
            name: "credentials",
            set: |o, t| o.credentials(Credentials::OAuthToken(Secret::new(t))),
            argv: nothing,
            env: |e, t| {
                e.insert("CLAUDE_CODE_OAUTH_TOKEN".into(), t.into());
                e.insert("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST".into(), "1".into());
            },
        },
        setter("credentials", |o, t| o.credentials(Credentials::Helper(t.into())), nothing),
        variable("client_app", |o, t| o.client_app(t), |e, t| {
            e.insert("CLAUDE_AGENT_SDK_CLIENT_APP".into(), t.into());
        }),
        variable("trace_context", |o, t| o.trace_context(t, t), |e, t| {
            e.insert("TRACEPARENT".into(), t.into());
            e.insert("TRACESTATE".into(), t.into());
        }),
        setter("debug_filter", |o, t| o.debug_filter(t), |a, t| a.replace("--debug", t)),
        setter("debug_file", |o, t| o.debug_file(t), |a, t| a.replace("--debug-file", t)),
        setter("extra_arg", |o, t| o.extra_arg("workload", t), |a, t| a.push("--workload", t)),
        setter("extra_arg", |o, t| o.extra_arg(t, None), |a, t| a.on(&format!("--{t}"))),
        setter("extra_arg", |o, t| o.extra_arg(t, t), |a, t| a.push(&format!("--{t}"), t)),
        // The model.
        setter("model", |o, t| o.model(t), |a, t| a.replace("--model", t)),
        setter("fallback_model", |o, t| o.fallback_model(t), |a, t| a.replace("--fallback-model", t)),
        setter("system_prompt", |o, t| o.system_prompt(t), |a, t| if !t.is_empty() {
            a.0.remove("--system-prompt");
        }),
        setter("system_prompt", |o, t| o.system_prompt(SystemPrompt::Append(t.into())), |a, _| {
            a.0.remove("--system-prompt");
        }),
        setter("system_prompt", |o, t| o.system_prompt(SystemPrompt::blocks([t, "x"])), |a, _| {
            a.0.remove("--system-prompt");
        }),
        setter("system_prompt", |o, t| o.system_prompt(SystemPrompt::File(t.into())), |a, t| {
            a.0.remove("--system-prompt");
            a.replace("--system-prompt-file", t);
        }),
        setter("plan_mode_instructions", |o, t| o.plan_mode_instructions(t), nothing),
        setter("output_schema", |o, t| o.output_schema(json!({ t: t })), nothing),
        setter("betas", |o, t| o.betas([t]), |a, t| a.push("--betas", t)),
        setter("effort", |o, t| o.effort(t.into()), |a, t| a.replace("--effort", t)),
        // Tools and permissions.
        setter("tools", |o, t| o.tools(Tools::Only(vec![t.into()])), |a, t| a.replace("--tools", t)),
        setter("allow_tools", |o, t| o.allow_tools([t]), |a, t| rule(a, "--allowedTools", t)),
        setter("disallow_tools", |o, t| o.disallow_tools([t]), |a, t| {
            rule(a, "--disallowedTools", t);
        }),
        setter("tool_aliases", |o, t| o.tool_aliases([(t, t)]), nothing),
        setter("skills", |o, t| o.skills(Skills::only([t])), |a, t| {
            rule(a, "--allowedTools", &format!("Skill({t})"));
            a.replace("--setting-sources", "user,project");
        }),
        setter("permission_mode", |o, t| o.permission_mode(PermissionMode::from(t)), |a, t| {
            a.replace("--permission-mode", t);
        }),
        setter("permission_prompt_tool", |o, t| o.permission_prompt_tool(t), |a, t| {
            a.replace("--permission-prompt-tool", t);
        }),
        // Before the servers of this process, as on the command line.
        setter("mcp_config", |o, t| o.mcp_config(t), |a, t| a.push("--mcp-config", t)),
        setter("mcp_server", |o, t| {
            o.mcp_server(t, claude_sdk::mcp::Server::builder(t, t).build())
        }, |a, t| {
            let name = json!(t);
            let entry = format!(r#"{{"mcpServers":{{{name}:{{"type":"sdk","name":{name}}}}}}}"#);
            a.push("--mcp-config", &entry);
        }),
        setter("mcp_servers", |o, t| {
            o.mcp_servers(McpServers::new().external(t, McpServerConfig::stdio(t, [t])))
        }, nothing),
        setter("require_mcp_servers", |o, t| o.require_mcp_servers([t]), nothing),
        // The session.
        setter("resume", |o, t| o.resume(t), |a, t| a.replace("--resume", t)),
        setter("resume_file", |o, t| o.resume_file(format!("/{t}.jsonl")), |a, t| {
            a.replace("--resume", &format!("/{t}.jsonl"));
        }),
        setter("session_id", |o, t| o.session_id(t), |a, t| a.replace("--session-id", t)),
        setter("resume_at", |o, t| o.resume(ID).resume_at(t), |a, t| {
            a.replace("--resume", ID);
            a.replace("--resume-session-at", t);
        }),
        setter("resume_drops_turn", |o, t| o.resume(ID).resume_at(ID).resume_drops_turn(t), |a, t| {
            a.replace("--resume", ID);
            a.replace("--resume-session-at", ID);
            a.replace("--resume-drops-turn", t);
        }),
        setter("title", |o, t| o.title(t), nothing),
        // Settings and folders.
        setter("settings", |o, t| o.settings(t), |a, t| {
            // Text is in a private file, and only a path is on the command line.
            let is_text = t.trim_start_matches('\u{feff}').trim_start().starts_with('{');
            if !is_text {
                a.replace("--settings", t);
            }
        }),
        setter("settings", |o, t| o.settings(json!({ t: t }).to_string()), nothing),
        setter("managed_settings", |o, t| o.managed_settings(json!({ t: t }).to_string()), |a, _| {
            a.on("--await-initialize");
            a.on("--managed-settings-in-initialize");
        }),
        setter("project_config_root", |o, t| o.project_config_root(t), |a, t| {
            a.replace("--project-config-root", t);
        }),
        setter("project_config_root", |o, t| o.project_config_root(format!("/{t}")), |a, t| {
            a.replace("--project-config-root", &format!("/{t}"));
        }),
        setter("add_dir", |o, t| o.add_dir(t), |a, t| a.push("--add-dir", t)),
        // Agents and plugins.
        setter("agents", |o, t| o.agents([(t, AgentDefinition::new(t, t))]), nothing),
        setter("main_agent", |o, t| o.main_agent(t), |a, t| a.replace("--agent", t)),
        setter("plugin_dir", |o, t| o.plugin_dir(t), |a, _| a.on("--await-initialize")),
        setter("plugin_dirs_on_command_line", |o, t| {
            o.plugin_dir(t).plugin_dirs_on_command_line(true)
        }, |a, t| a.push("--plugin-dir", t)),
        setter("plugin_dir_without_mcp", |o, t| {
            o.plugin_dir_without_mcp(t).plugin_dirs_on_command_line(true)
        }, |a, t| a.push("--plugin-dir-no-mcp", t)),
        // Callbacks.
        setter("on_hook", |o, t| {
            o.on_hook(HookMatcher::new(HookEvent::PreToolUse).matching(t), |_, _| async { proceed() })
        }, nothing),
        setter("on_dialog", |o, t| {
            o.on_dialog([t.into()], |_, _| async { claude_sdk::callbacks::DialogOutcome::cancelled() })
        }, nothing),
    ]
}

/// A rule precedes those that the SDK adds.
fn rule(argv: &mut Argv, flag: &str, rule: &str) {
    let all = argv.0.entry(flag.into()).or_default();
    match all.first_mut() {
        Some(first) => *first = format!("{rule},{first}"),
        None => all.push(rule.into()),
    }
}

fn absolute(path: &str) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.into());
    path.to_str().unwrap().into()
}

/// Setters without a text: switches, numbers, closed enums, callbacks.
pub(super) const WITHOUT_TEXT: &[&str] = &[
    "accounting",
    "agent_progress_summaries",
    "allow_bypass",
    "allow_shadowed_permissions",
    "asked_by",
    "budget",
    "connector",
    "continue_latest",
    "deadlines",
    "debug",
    "exclude_dynamic_sections",
    "file_checkpointing",
    "fork_session",
    "forward_subagent_text",
    "gid",
    "include_hook_events",
    "include_partial_messages",
    "include_session_state",
    "json_repairs",
    "limits",
    "max_budget_usd",
    "max_line",
    "max_thinking_tokens",
    "max_turns",
    "mirror",
    "observer",
    "on_elicitation",
    "on_elicitation_handler",
    "on_permission",
    "on_permission_handler",
    "on_plan",
    "on_plan_handler",
    "on_question",
    "on_question_handler",
    "on_stall",
    "on_stderr",
    "per_task_stop",
    "permission_mode_from_settings",
    "permission_prompts",
    "persist_session",
    "plans_by_permission",
    "plugin",
    "prompt_suggestions",
    "question_preview",
    "question_timeout",
    "recycle_when",
    "resource_limits",
    "questions_by_permission",
    "setting_sources",
    "skip_version_check",
    "strict_mcp_config",
    "system_prompt_snapshot",
    "task_budget",
    "thinking",
    "uid",
    "verbatim_prompts",
    "wrap_command",
];

/// Setters that do the same as another one, which is tested.
pub(super) const THE_SAME: &[(&str, &str)] = &[
    ("trace_context_from", "trace_context"),
    ("on", "on_hook"),
    ("on_dialog_handler", "on_dialog"),
    ("on_handler", "on_hook"),
    // A schema that is made from a Rust type.
    ("output_schema_of", "output_schema"),
    // A structure of its own, which is JSON in the private file.
    ("sandbox", "settings"),
];

/// The setters in the sources: public functions of `Options` that take and return it.
fn sources() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../claude-sdk/src");
    let mut found = BTreeSet::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.extend(of_source(&std::fs::read_to_string(path).unwrap()));
            }
        }
    }
    found
}

fn of_source(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in source.split("\nimpl Options {").skip(1) {
        let body = part.split("\n}").next().unwrap();
        for function in body.split("    pub fn ").skip(1) {
            let head = function.split('{').next().unwrap();
            let takes_self = head.contains("mut self") || head.contains("(self");
            if takes_self || head.contains("\n        self,") {
                let name = head.split(['<', '(']).next().unwrap();
                found.push(name.to_owned());
            }
        }
    }
    found
}

#[test]
fn every_setter_of_the_options_is_tested_with_hostile_texts() {
    let sources = sources();
    assert!(sources.len() > 80, "the setters are not found: {sources:?}");
    let table: BTreeSet<_> = setters().iter().map(|setter| setter.name.to_owned()).collect();
    let mut known = table.clone();
    for name in WITHOUT_TEXT {
        assert!(known.insert((*name).to_owned()), "`{name}` is in both tables");
    }
    for (name, same) in THE_SAME {
        assert!(known.insert((*name).to_owned()), "`{name}` is in both tables");
        assert!(table.contains(*same), "`{same}` is not tested");
    }
    let missing: Vec<_> = sources.difference(&known).collect();
    assert!(missing.is_empty(), "add these setters to the table of hostile texts: {missing:?}");
    let gone: Vec<_> = known.difference(&sources).collect();
    assert!(gone.is_empty(), "these setters do not exist any more: {gone:?}");
}
