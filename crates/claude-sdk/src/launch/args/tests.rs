//! Arguments: the command line for each option, and for hostile values.

use std::ffi::OsStr;

use claude_types::PermissionMode;
use expect_test::{Expect, expect};

use super::args;
use crate::approvals::Approvals;
use crate::callbacks::Permission;
use crate::launch::mint;
use crate::options::{Options, SettingSource, Skills, SystemPrompt, Tools};

const ID: &str = "11111111-2222-4333-8444-555555555555";
const OTHER: &str = "99999999-2222-4333-8444-555555555555";

/// Returns the command line. The generated ID of a new session is shown as `NEW`.
fn argv(options: &Options) -> Vec<String> {
    let session = mint(options);
    let settings = options.settings_path().map(OsStr::new);
    let args = args(options, session.given(), settings, options.awaits_initialize());
    let args = args.into_iter().map(|arg| arg.into_string().unwrap());
    match session.given().map(|id| id.as_str()) {
        Some(id) if options.session_id.is_none() => {
            args.map(|arg| arg.replace(id, "NEW")).collect()
        }
        _ => args.collect(),
    }
}

/// Formats one flag per line, with its value.
fn shown(args: &[String]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for arg in args {
        match lines.last_mut() {
            Some(line) if !arg.starts_with("--") => line.push_str(&format!(" {arg:?}")),
            _ => lines.push(arg.clone()),
        }
    }
    lines.join("\n")
}

#[test]
fn tools_that_ask_the_user_are_disabled_without_a_callback() {
    let forbidden = |options: Options| options.rules_that_forbid().join(",");
    let none = Options::default;
    assert_eq!(forbidden(none()), "AskUserQuestion,EnterPlanMode,ExitPlanMode");
    assert_eq!(
        forbidden(none().disallow_tools(["Bash", "ExitPlanMode"]).questions_by_permission(true)),
        "Bash,ExitPlanMode,EnterPlanMode"
    );
    assert_eq!(forbidden(none().questions_by_permission(true).plans_by_permission(true)), "");
}

#[track_caller]
fn check(options: &Options, expected: &Expect) {
    expected.assert_eq(&shown(&argv(options)));
}

/// Returns what an option adds: the arguments between the fixed beginning and the fixed end.
#[track_caller]
fn between(options: Options) -> String {
    let options = options.system_prompt(SystemPrompt::Preset).permission_mode_from_settings(true);
    // Otherwise the rules for tools that ask the user are part of the command line.
    let options = options.questions_by_permission(true).plans_by_permission(true);
    let args = argv(&options.session_id(ID));
    assert_eq!(args[..3], ["--output-format", "stream-json", "--verbose"]);
    assert_eq!(args[args.len() - 2..], ["--input-format", "stream-json"]);
    let id = format!("--session-id={ID}");
    let rest: Vec<_> = args[3..args.len() - 2].iter().filter(|arg| **arg != id).cloned().collect();
    rest.join(" | ")
}

/// Returns only the flags of the session.
#[track_caller]
fn session(options: &Options) -> String {
    let flags = ["--continue", "--resume", "--session-id", "--fork-session"];
    let args = argv(options);
    let picked = args.iter().filter(|arg| flags.iter().any(|flag| arg.starts_with(flag)));
    picked.cloned().collect::<Vec<_>>().join(" ")
}

fn everything() -> Options {
    Options::default()
        .cli_path("/opt/claude")
        .cwd("/project")
        .env("NAME", "env-value")
        .model("sonnet")
        .fallback_model("haiku,opus")
        .system_prompt("Be brief.")
        .tools(Tools::Only(vec!["Read".into(), "Bash".into()]))
        .allow_tools(["Read", "Bash(git:*)"])
        .allow_tools(["Grep"])
        .disallow_tools(["WebFetch", "WebSearch"])
        .permission_mode(PermissionMode::AcceptEdits)
        .on_permission(|_, _| async { Permission::allow() })
        .max_turns(7)
        .max_budget_usd(1.5)
        .resume(OTHER)
        .fork_session(true)
        .session_id(ID)
        .settings(r#"{"theme":"dark"}"#)
        .skills(Skills::only(["pdf"]))
        .file_checkpointing(true)
        .add_dir("/a")
        .add_dir("/b c")
        .include_partial_messages(true)
        .setting_sources([SettingSource::User, SettingSource::Project, SettingSource::Local])
        .extra_arg("debug", None)
        .extra_arg("name", "x")
}

#[test]
fn defaults() {
    check(
        &Options::default(),
        &expect![[r#"
            --output-format "stream-json"
            --verbose
            --system-prompt ""
            --disallowedTools "AskUserQuestion,EnterPlanMode,ExitPlanMode"
            --permission-mode "default"
            --session-id=NEW
            --input-format "stream-json""#]],
    );
}

#[test]
fn everything_at_once() {
    check(
        &everything(),
        &expect![[r#"
            --output-format "stream-json"
            --verbose
            --tools "Read,Bash"
            --allowedTools "Read,Bash(git:*),Grep,Skill(pdf)"
            --max-turns "7"
            --max-budget-usd "1.5"
            --disallowedTools "WebFetch,WebSearch,AskUserQuestion,EnterPlanMode,ExitPlanMode"
            --model "sonnet"
            --fallback-model "haiku,opus"
            --permission-prompt-tool "stdio"
            --permission-mode "acceptEdits"
            --resume=99999999-2222-4333-8444-555555555555
            --session-id=11111111-2222-4333-8444-555555555555
            --fork-session
            --include-partial-messages
            --replay-user-messages
            --add-dir "/a"
            --add-dir "/b c"
            --setting-sources=user,project,local
            --debug
            --name=x
            --input-format "stream-json""#]],
    );
}

#[test]
fn each_form_of_the_system_prompt() {
    let flags = |prompt: SystemPrompt| {
        let args = argv(&Options::default().system_prompt(prompt));
        let end = args.iter().position(|arg| arg == "--disallowedTools").unwrap();
        args[3..end].to_vec()
    };
    assert_eq!(flags(SystemPrompt::Empty), ["--system-prompt", ""]);
    assert_eq!(flags("".into()), ["--system-prompt", ""]);
    // Texts are sent in `initialize`.
    assert_eq!(flags("Be brief.\nBe kind.".into()), [""; 0]);
    assert_eq!(flags(SystemPrompt::blocks(["Be brief."])), [""; 0]);
    assert_eq!(flags(SystemPrompt::Append("More.".into())), [""; 0]);
    assert_eq!(flags(SystemPrompt::Preset), [""; 0]);
    assert_eq!(flags(SystemPrompt::File("/p.md".into())), ["--system-prompt-file", "/p.md"]);
}

#[test]
fn each_form_of_the_tools() {
    let tools = |tools| between(Options::default().tools(tools));
    assert_eq!(between(Options::default()), "");
    assert_eq!(tools(Tools::Default), "--tools | default");
    assert_eq!(tools(Tools::Only(vec![])), "--tools | ");
    assert_eq!(tools(Tools::Only(vec!["Read".into(), "Bash".into()])), "--tools | Read,Bash");
    let rules = Options::default().allow_tools(["Read", "Grep"]).disallow_tools(["Bash(rm:*)"]);
    assert_eq!(between(rules), "--allowedTools | Read,Grep | --disallowedTools | Bash(rm:*)");
    assert_eq!(between(Options::default().allow_tools([""; 0])), "");
}

#[test]
fn each_choice_of_the_session() {
    let options = Options::default;
    assert_eq!(session(&options()), "--session-id=NEW");
    assert_eq!(session(&options().session_id(ID)), format!("--session-id={ID}"));
    assert_eq!(session(&options().resume(OTHER)), format!("--resume={OTHER}"));
    assert_eq!(session(&options().resume("a title")), "--resume=a title");
    assert_eq!(session(&options().continue_latest(true)), "--continue");
    assert_eq!(
        session(&options().resume(OTHER).fork_session(true)),
        format!("--resume={OTHER} --session-id=NEW --fork-session"),
    );
    assert_eq!(
        session(&options().continue_latest(true).fork_session(true)),
        "--continue --session-id=NEW --fork-session",
    );
    assert_eq!(
        session(&options().resume(OTHER).fork_session(true).session_id(ID)),
        format!("--resume={OTHER} --session-id={ID} --fork-session"),
    );
}

#[test]
fn a_new_session_has_a_new_id() {
    let ids = [(); 2].map(|()| mint(&Options::default()).id().unwrap().clone());
    assert_ne!(ids[0], ids[1]);
    assert_eq!(uuid::Uuid::try_parse(ids[0].as_str()).unwrap().get_version_num(), 4);
}

#[test]
fn setting_sources_unset_empty_and_listed_differ() {
    use SettingSource::{Local, Project, User};
    let sources =
        |list: &[SettingSource]| between(Options::default().setting_sources(list.iter().copied()));
    assert_eq!(between(Options::default()), "");
    assert_eq!(sources(&[]), "--setting-sources=");
    assert_eq!(sources(&[User, Project, Local]), "--setting-sources=user,project,local");
}

#[test]
fn skills_unset_all_listed_and_none_differ() {
    let skills = |skills: Skills| between(Options::default().skills(skills));
    assert_eq!(skills(Skills::All), "--allowedTools | Skill | --setting-sources=user,project");
    assert_eq!(
        skills(Skills::only(["pdf", "my plugin:docx"])),
        "--allowedTools | Skill(pdf),Skill(my plugin:docx) | --setting-sources=user,project",
    );
    assert_eq!(skills(Skills::only([""; 0])), "--setting-sources=user,project");
}

#[test]
fn each_skill_is_added_to_the_rules_once() {
    let options = Options::default().allow_tools(["Read", "Skill(pdf)"]);
    assert_eq!(
        between(options.clone().skills(Skills::only(["pdf", "docx", "docx"]))),
        "--allowedTools | Read,Skill(pdf),Skill(docx) | --setting-sources=user,project",
    );
    assert_eq!(
        between(options.allow_tools(["Skill"]).skills(Skills::All)),
        "--allowedTools | Read,Skill(pdf),Skill | --setting-sources=user,project",
    );
}

#[test]
fn skills_do_not_change_setting_sources_of_the_caller() {
    let all = || Options::default().skills(Skills::All);
    let local = all().setting_sources([SettingSource::Local]);
    assert_eq!(between(local), "--allowedTools | Skill | --setting-sources=local");
    assert_eq!(between(all().setting_sources([])), "--allowedTools | Skill | --setting-sources=");
}

#[test]
fn file_checkpointing_adds_the_replay_flag_once() {
    let kept = || Options::default().file_checkpointing(true);
    assert_eq!(between(kept()), "--replay-user-messages");
    assert_eq!(between(kept().extra_arg("replay-user-messages", None)), "--replay-user-messages");
}

#[test]
fn limits_are_sent_as_plain_numbers() {
    assert_eq!(between(Options::default().max_turns(0)), "");
    assert_eq!(between(Options::default().max_turns(1)), "--max-turns | 1");
    assert_eq!(between(Options::default().max_budget_usd(0.0)), "--max-budget-usd | 0");
    assert_eq!(between(Options::default().max_budget_usd(0.1)), "--max-budget-usd | 0.1");
    // Never with an exponent.
    assert_eq!(between(Options::default().max_budget_usd(1e-7)), "--max-budget-usd | 0.0000001");
}

#[test]
fn the_permission_mode_is_sent_unless_it_is_left_to_the_settings() {
    let mode = |options: &Options| {
        let args = argv(options);
        let at = args.iter().position(|arg| arg == "--permission-mode");
        at.map(|at| args[at + 1].clone())
    };
    assert_eq!(mode(&Options::default()).as_deref(), Some("default"));
    let dont_ask = Options::default().permission_mode(PermissionMode::DontAsk);
    assert_eq!(mode(&dont_ask).as_deref(), Some("dontAsk"));
    assert_eq!(mode(&Options::default().permission_mode_from_settings(true)), None);
}

#[test]
fn permission_requests_are_enabled_only_with_a_callback() {
    assert_eq!(between(Options::default()), "");
    let asked = Options::default().on_permission(|_, _| async { Permission::allow() });
    assert_eq!(between(asked), "--permission-prompt-tool | stdio");
}

#[test]
fn extra_arguments_with_and_without_a_value() {
    let options = Options::default()
        .extra_arg("debug", None)
        .extra_arg("name", "x")
        .extra_arg("empty", "")
        .extra_arg("dashed", "--verbose");
    assert_eq!(between(options), "--debug | --name=x | --empty= | --dashed=--verbose");
}

/// Values come from users: a value must not be parsed as a flag.
#[test]
fn a_value_with_a_dash_is_never_parsed_as_a_flag() {
    const EVIL: &str = "--dangerously-skip-permissions";
    let cases = [
        ("resume", Options::default().resume(EVIL)),
        ("session_id", Options::default().session_id(EVIL)),
        ("model", Options::default().model(EVIL)),
        ("fallback_model", Options::default().fallback_model(EVIL)),
        ("file", Options::default().system_prompt(SystemPrompt::File(EVIL.into()))),
        ("tools", Options::default().tools(Tools::Only(vec![EVIL.into()]))),
        ("allow_tools", Options::default().allow_tools([EVIL])),
        ("disallow_tools", Options::default().disallow_tools([EVIL])),
        ("mode", Options::default().permission_mode(PermissionMode::from(EVIL))),
        ("settings", Options::default().settings(EVIL)),
        ("resume_at", Options::default().resume_at(EVIL)),
        ("resume_drops_turn", Options::default().resume_drops_turn(EVIL)),
        ("main_agent", Options::default().main_agent(EVIL)),
        ("betas", Options::default().betas([EVIL])),
        ("prompt_tool", Options::default().permission_prompt_tool(EVIL)),
        ("effort", Options::default().effort(EVIL.into())),
        ("debug_filter", Options::default().debug_filter(EVIL)),
        ("debug_file", Options::default().debug_file(EVIL)),
        ("mcp_config", Options::default().mcp_config(EVIL)),
        ("config_root", Options::default().project_config_root(EVIL)),
        ("plugin_dir", Options::default().plugin_dir(EVIL).plugin_dirs_on_command_line(true)),
        ("add_dir", Options::default().add_dir(EVIL)),
        ("extra_arg", Options::default().extra_arg("name", EVIL)),
    ];
    for (name, options) in cases {
        let args = argv(&options);
        assert!(!args.iter().any(|arg| arg == EVIL), "{name}: {args:?}");
        // The rules for tools that ask the user follow the value.
        let ends =
            [format!("={EVIL}"), format!("={EVIL},AskUserQuestion,EnterPlanMode,ExitPlanMode")];
        let is_joined = |arg: &&String| ends.iter().any(|end| arg.ends_with(end));
        let joined = args.iter().filter(is_joined).count();
        assert_eq!(joined, 1, "{name}: {args:?}");
    }
}

#[test]
fn a_single_dash_is_a_value_too() {
    assert_eq!(between(Options::default().model("-p")), "--model=-p");
    assert_eq!(between(Options::default().add_dir("-")), "--add-dir=-");
}

#[test]
fn print_mode_and_handshake_options_are_not_on_the_command_line() {
    for options in [Options::default(), everything()] {
        let args = argv(&options);
        let print = |arg: &&String| *arg == "-p" || arg.starts_with("--print");
        assert_eq!(args.iter().find(print), None);
        // Agents and hooks go into the handshake, variables into the environment.
        for word in ["--agents", "--hooks", "env-value", "NAME"] {
            assert!(!args.iter().any(|arg| arg.contains(word)), "{word}: {args:?}");
        }
    }
}

#[test]
fn hooks_do_not_change_the_command_line() {
    let matcher = crate::hook::HookMatcher::new(claude_types::HookEvent::PreToolUse);
    let hooked = Options::default().on_hook(matcher, |_, _| async { crate::hook::proceed() });
    assert_eq!(argv(&hooked), argv(&Options::default()));
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_utf_8_is_passed_unchanged() {
    use std::ffi::OsString;
    use std::os::unix::ffi::OsStringExt as _;
    let non_utf8 = OsString::from_vec(b"/a/\xff".to_vec());
    let options = Options::default().add_dir(non_utf8.clone());
    assert!(options.args().contains(&non_utf8));
}

/// A resumed CLI repeats a deferred call at its start-up: the hooks must be registered before.
#[test]
fn the_guards_of_a_resumed_session_are_awaited() {
    let guard = |options: Options| {
        options.on(crate::hook::PreToolUse::any(), |_, _| async {
            crate::hook::PreToolUseOutput::new()
        })
    };
    let parking =
        |options: Options| options.asked_by(Approvals::park(std::time::Duration::from_secs(1)));
    let holding = |options: Options| options.asked_by(Approvals::new());
    let resumed = || Options::default().resume("4f6c8f8e-6f0e-4a3c-9d55-0f2c3f1f9a10");
    // The options, and whether a CLI waits that may be old, and one that is known to be able to.
    let cases = [
        (guard(Options::default()), false, false),
        (parking(Options::default()), false, false),
        (resumed(), false, false),
        (holding(resumed()), false, false),
        (guard(resumed()), false, true),
        (guard(Options::default().continue_latest(true)), false, true),
        (parking(resumed()), true, true),
    ];
    for (options, unknown, able) in cases {
        let awaits =
            (options.awaits_initialize_if(false, false), options.awaits_initialize_if(true, false));
        assert_eq!(awaits, (unknown, able), "{:?}", options.args());
    }
}
