//! When a permission callback is said to be passed over.

use claude_types::PermissionMode;

use super::{Warning, whole_tool};
use crate::callbacks::Permission;
use crate::options::{Options, Skills};

fn asked() -> Options {
    let options = Options::default().on_permission(|_, _| async { Permission::deny("no") });
    options.allow_shadowed_permissions(true)
}

/// The tools that the callback is not asked about.
#[track_caller]
fn shadowed(options: &Options) -> Vec<String> {
    match &options.warnings()[..] {
        [] => Vec::new(),
        [Warning::PermissionNotAskedAbout { tools }] => tools.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn rules_for_a_whole_tool() {
    for (rule, tool) in [
        ("Read", "Read"),
        ("Read()", "Read"),
        ("Read(*)", "Read"),
        ("mcp__s__t", "mcp__s__t"),
        ("mcp__s__t(*)", "mcp__s__t"),
    ] {
        assert_eq!(whole_tool(rule), Some(tool), "{rule}");
    }
    let parts =
        ["Bash(ls:*)", "Bash(*.py)", "", "Bash(ls:*", "Bash(ls)x", "(foo)", "(*)", "Read(*x", "()"];
    for rule in parts {
        assert_eq!(whole_tool(rule), None, "{rule}");
    }
}

#[test]
fn tools_are_named_in_order_and_once() {
    let rules = ["Grep", "Bash(ls:*)", "Read(*)", "Grep()", "Read", "mcp__s__t"];
    assert_eq!(shadowed(&asked().allow_tools(rules)), ["Grep", "Read", "mcp__s__t"]);
    // The CLI splits an entry, but not in brackets.
    let one = asked().allow_tools([" Read, Grep  Bash(git log, x)", " "]);
    assert_eq!(shadowed(&one), ["Read", "Grep"]);
    assert_eq!(shadowed(&asked().allow_tools(["Bash(ls:*)", "Bash(ls)x", "(*)"])), [""; 0]);
}

#[test]
fn all_skills_are_a_whole_tool_and_named_ones_are_not() {
    assert_eq!(shadowed(&asked().skills(Skills::All)), ["Skill"]);
    assert_eq!(shadowed(&asked().skills(Skills::only(["pdf"]))), [""; 0]);
    let twice = asked().allow_tools(["Skill", "Read"]).skills(Skills::All);
    assert_eq!(shadowed(&twice), ["Skill", "Read"]);
}

#[test]
fn a_mode_that_asks_nobody_comes_before_all_rules() {
    let rules = asked().allow_tools(["Read"]);
    let bypass = rules.clone().permission_mode(PermissionMode::BypassPermissions);
    assert_eq!(bypass.warnings(), [Warning::PermissionNeverAsked]);
    let edits = rules.permission_mode(PermissionMode::AcceptEdits);
    assert_eq!(shadowed(&edits), ["Read"]);
    for mode in [PermissionMode::AcceptEdits, PermissionMode::Default, PermissionMode::Plan] {
        assert_eq!(asked().permission_mode(mode).warnings(), []);
    }
}

#[test]
fn without_a_callback_there_is_nothing_to_say() {
    let options = Options::default().allow_tools(["Read"]).skills(Skills::All);
    assert_eq!(options.warnings(), []);
    let bypass = Options::default().permission_mode(PermissionMode::BypassPermissions);
    assert_eq!(bypass.warnings(), []);
}

#[test]
fn in_words() {
    let tools = vec!["Read".to_owned(), "Skill".into()];
    let text = Warning::PermissionNotAskedAbout { tools }.to_string();
    assert!(text.starts_with("the permission callback is not asked about Read, Skill: "), "{text}");
    let text = Warning::PermissionNeverAsked.to_string();
    assert!(text.contains("bypassPermissions"), "{text}");
}

#[cfg(feature = "tracing")]
mod logged;
