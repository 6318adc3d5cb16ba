//! Fingerprints: every setter of `Options` changes the fingerprint, and clones have the same one.

use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

use claude_sdk::approvals::Approvals;
use claude_sdk::callbacks::{DialogOutcome, ElicitationOutcome, PlanDecision};
use claude_sdk::hook;
use claude_sdk::limits::{Deadlines, Limits, ResourceLimits};
use claude_sdk::options::{EnvPolicy, PermissionPrompts, QuestionPreview, Recycle};
use claude_sdk::status::StallPolicy;
use claude_sdk::types::SandboxSettings;
use claude_sdk::usage::Accounting;
use claude_sdk::{
    Budget, Fingerprint, Options, Permission, SettingSource, SystemPrompt, Thinking, observer,
    plugin,
};
use claude_testkit::connector;

use super::hostile_setters::{THE_SAME, WITHOUT_TEXT, setters};

struct Nobody;

impl observer::Observe for Nobody {
    fn fact(&mut self, _: &observer::Fact<'_>, _: std::time::Instant) {}
}

type Change = fn(Options) -> Options;

struct Named(&'static str);

impl plugin::Plugin for Named {
    fn name(&self) -> &str {
        self.0
    }
}

/// A value of each setter that takes no text, and of those that do the same as another one.
#[rustfmt::skip]
fn without_text() -> Vec<(&'static str, Change)> {
    vec![
        ("accounting", |o| o.accounting(Accounting::Live)),
        ("agent_progress_summaries", |o| o.agent_progress_summaries(true)),
        ("allow_bypass", |o| o.allow_bypass(true)),
        ("allow_shadowed_permissions", |o| o.allow_shadowed_permissions(true)),
        ("asked_by", |o| o.asked_by(Approvals::new())),
        ("asked_by", |o| o.asked_by(Approvals::new().expire_after(Duration::from_secs(9)))),
        ("budget", |o| o.budget(Budget::new().usd(1.0))),
        ("budget", |o| o.budget(Budget::new().usd(2.0))),
        ("budget", |o| o.budget(Budget::new().usd(1.0).on_event(|_| ()))),
        ("budget", |o| o.budget(Budget::new().usd(1.0).shared())),
        ("budget", |o| o.budget(Budget::new().usd(1.0).shared())),
        ("connector", |o| o.connector(connector("expect user"))),
        ("continue_latest", |o| o.continue_latest(true)),
        ("deadlines", |o| {
            let mut deadlines = Deadlines::default();
            deadlines.control += Duration::from_nanos(1);
            o.deadlines(deadlines)
        }),
        ("debug", |o| o.debug(true)),
        ("exclude_dynamic_sections", |o| o.exclude_dynamic_sections(true)),
        ("file_checkpointing", |o| o.file_checkpointing(true)),
        ("fork_session", |o| o.fork_session(true)),
        ("forward_subagent_text", |o| o.forward_subagent_text(true)),
        ("gid", |o| o.gid(1)),
        ("include_hook_events", |o| o.include_hook_events(true)),
        ("include_partial_messages", |o| o.include_partial_messages(true)),
        ("include_session_state", |o| o.include_session_state(true)),
        ("json_repairs", |o| o.json_repairs(7)),
        ("limits", |o| {
            let mut limits = Limits::default();
            limits.hard += 1;
            o.limits(limits)
        }),
        ("max_budget_usd", |o| o.max_budget_usd(1.0)),
        ("max_line", |o| o.max_line(12_345)),
        ("max_thinking_tokens", |o| o.max_thinking_tokens(1)),
        ("max_turns", |o| o.max_turns(1)),
        ("mirror", |o| o.mirror(|_| ())),
        ("observer", |o| o.observer(|_: &observer::SessionInfo| Nobody)),
        ("on", |o| o.on(hook::PreToolUse::any(), |_, _| async { hook::proceed() })),
        ("on_dialog", |o| o.on_dialog(["x".into()], |_, _| async { DialogOutcome::cancelled() })),
        ("on_elicitation", |o| o.on_elicitation(|_, _| async { ElicitationOutcome::decline() })),
        ("on_permission", |o| o.on_permission(|_, _| async { Permission::allow() })),
        // The same closure, registered again.
        ("on_permission", |o| o.on_permission(|_, _| async { Permission::allow() })),
        ("on_plan", |o| o.on_plan(|_, _| async { PlanDecision::approve() })),
        ("on_question", |o| o.on_question(|_, _| async {
            claude_sdk::callbacks::QuestionAnswers::default()
        })),
        ("on_stall", |o| o.on_stall(StallPolicy::default().model(Duration::from_secs(1)))),
        ("on_stderr", |o| o.on_stderr(|_| ())),
        ("per_task_stop", |o| o.per_task_stop(true)),
        ("permission_mode_from_settings", |o| o.permission_mode_from_settings(true)),
        ("permission_prompts", |o| o.permission_prompts(PermissionPrompts::Nobody)),
        ("persist_session", |o| o.persist_session(false)),
        ("plans_by_permission", |o| o.plans_by_permission(true)),
        ("plugin", |o| o.plugin(Named("a"))),
        ("plugin", |o| o.plugin(Named("a"))),
        ("prompt_suggestions", |o| o.prompt_suggestions(true)),
        ("question_preview", |o| o.question_preview(QuestionPreview::Html)),
        ("question_timeout", |o| o.question_timeout(Duration::from_secs(1))),
        ("questions_by_permission", |o| o.questions_by_permission(true)),
        ("recycle_when", |o| o.recycle_when(Recycle::new().turns(1))),
        ("resource_limits", |o| {
            let mut limits = ResourceLimits::default();
            limits.nice = Some(1);
            o.resource_limits(limits)
        }),
        ("sandbox", |o| o.sandbox(SandboxSettings::new())),
        ("setting_sources", |o| o.setting_sources([SettingSource::Project])),
        ("setting_sources", |o| o.setting_sources([])),
        ("skip_version_check", |o| o.skip_version_check(true)),
        ("strict_mcp_config", |o| o.strict_mcp_config(true)),
        ("system_prompt", |o| o.system_prompt(SystemPrompt::Preset)),
        ("system_prompt_snapshot", |o| o.system_prompt_snapshot(false)),
        ("task_budget", |o| o.task_budget(1)),
        ("thinking", |o| o.thinking(Thinking::adaptive())),
        ("thinking", |o| o.thinking(Thinking::budget(2048))),
        ("trace_context_from", |o| o.trace_context_from(|| None)),
        ("uid", |o| o.uid(1)),
        ("verbatim_prompts", |o| o.verbatim_prompts(true)),
        ("wrap_command", |o| o.wrap_command(|launch| launch)),
        // Not in the tables of texts.
        ("env_policy", |o| o.env_policy(EnvPolicy::Clear)),
    ]
}

/// Handlers are what closures become: the tests of these setters are those of the others.
fn is_handler(name: &str) -> bool {
    name.ends_with("_handler")
}

async fn fingerprint(options: &Options) -> Fingerprint {
    let print = options.fingerprint().await.unwrap();
    assert_eq!(options.clone().fingerprint().await.unwrap(), print, "of a clone");
    print
}

#[tokio::test]
async fn every_setter_of_the_options_changes_the_fingerprint() {
    let base = Options::default().connector(connector("expect user"));
    let base_print = fingerprint(&base).await;
    // Kept until the end: the options with each fingerprint exist.
    let mut all = HashMap::new();
    for (name, change) in without_text() {
        let print = fingerprint(&change(base.clone())).await;
        assert_ne!(print, base_print, "{name} changes nothing");
        assert_eq!(all.insert(print, name), None, "{name}");
    }
    for (number, setter) in setters().into_iter().enumerate() {
        let name = setter.name;
        let set = |text: &str| (setter.set)(base.clone(), text);
        let (first, second) = (set("first"), set("second"));
        let (first, second) = match name {
            // Refused as settings.
            "settings" => (set(r#"{"a":1}"#), set(r#"{"a":2}"#)),
            _ => (first, second),
        };
        let (one, two) = (fingerprint(&first).await, fingerprint(&second).await);
        assert!(one != base_print && two != base_print, "{name} changes nothing");
        assert_ne!(one, two, "the text of {name} changes nothing");
        all.insert(one, name);
        all.insert(two, name);
        assert!(number < 1000);
    }
    assert!(all.len() > 150, "{}", all.len());
}

#[test]
fn no_setter_is_forgotten() {
    let here: BTreeSet<_> = without_text().into_iter().map(|(name, _)| name).collect();
    let texts: BTreeSet<_> = setters().into_iter().map(|setter| setter.name).collect();
    let others = WITHOUT_TEXT.iter().copied().chain(THE_SAME.iter().map(|(name, _)| *name));
    let known = |name: &&str| here.contains(name) || texts.contains(name) || is_handler(name);
    let missing: Vec<_> =
        others.filter(|name| !known(name) && *name != "output_schema_of").collect();
    assert!(missing.is_empty(), "add these setters to the table: {missing:?}");
}

#[tokio::test]
async fn the_file_of_the_cli_counts() {
    let folder = tempfile::TempDir::new().unwrap();
    let cli = folder.path().join("claude");
    let write = |text: &str| {
        std::fs::write(&cli, text).unwrap();
        #[cfg(unix)]
        std::fs::set_permissions(&cli, std::os::unix::fs::PermissionsExt::from_mode(0o755))
            .unwrap();
    };
    write("#!/bin/sh\n");
    let options = Options::default().cli_path(&cli);
    let first = fingerprint(&options).await;
    write("#!/bin/sh\nexit 1\n");
    assert_ne!(fingerprint(&options).await, first, "another file");
    write("#!/bin/sh\n");
    let named = options.clone().cli_path(folder.path().join("other"));
    assert_ne!(fingerprint(&named).await, fingerprint(&options).await);
}

#[tokio::test]
async fn a_fingerprint_shows_eight_digits_and_no_secret() {
    let options = Options::default().connector(connector("expect user")).env("KEY", "zanzibar");
    let shown = format!("{:?}", fingerprint(&options).await);
    let digits = shown.strip_prefix("Fingerprint(").unwrap().strip_suffix(')').unwrap();
    assert!(digits.len() == 8 && digits.chars().all(|c| c.is_ascii_hexdigit()), "{shown}");
}

/// The callbacks of options that are gone do not make room for others with the same identity.
#[tokio::test]
async fn callbacks_that_are_gone_are_not_mistaken_for_new_ones() {
    let connector = connector("expect user");
    let base = Options::default().connector(connector);
    let mut all = std::collections::HashSet::new();
    for _ in 0..200 {
        let options = base.clone().on_permission(|_, _| async { Permission::allow() });
        assert!(all.insert(fingerprint(&options).await));
    }
}
