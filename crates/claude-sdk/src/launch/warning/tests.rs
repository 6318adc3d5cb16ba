//! Warnings: when a permission callback would not be called.

use claude_types::PermissionMode;

use super::{Warning, whole_tool};
use crate::callbacks::Permission;
use crate::options::{Options, Skills};

fn asked() -> Options {
    let options = Options::default().on_permission(|_, _| async { Permission::deny("no") });
    options.allow_shadowed_permissions(true)
}

/// Returns the tools for which the callback is not called.
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
fn tools_are_listed_in_order_and_once() {
    let rules = ["Grep", "Bash(ls:*)", "Read(*)", "Grep()", "Read", "mcp__s__t"];
    assert_eq!(shadowed(&asked().allow_tools(rules)), ["Grep", "Read", "mcp__s__t"]);
    // The CLI splits an entry, but not inside parentheses.
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
fn a_mode_that_allows_every_tool_precedes_all_rules() {
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
fn without_a_callback_there_are_no_warnings() {
    let options = Options::default().allow_tools(["Read"]).skills(Skills::All);
    assert_eq!(options.warnings(), []);
    let bypass = Options::default().permission_mode(PermissionMode::BypassPermissions);
    assert_eq!(bypass.warnings(), []);
}

#[test]
fn the_text_names_the_tools_or_the_mode() {
    let tools = vec!["Read".to_owned(), "Skill".into()];
    let text = Warning::PermissionNotAskedAbout { tools }.to_string();
    assert!(text.starts_with("the permission callback is not called for Read, Skill: "), "{text}");
    let text = Warning::PermissionNeverAsked.to_string();
    assert!(text.contains("bypassPermissions"), "{text}");
}

#[cfg(feature = "tracing")]
mod logged;

#[test]
fn a_tool_that_is_allowed_and_refused_is_a_warning_and_no_error() {
    let both = |allowed: &str, refused: &str| {
        let options = Options::default().allow_tools([allowed]).disallow_tools([refused]);
        assert!(options.validate().is_ok(), "{allowed} {refused}");
        match &options.warnings()[..] {
            [] => Vec::new(),
            [Warning::AllowedAndRefused { rules }] => rules.clone(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(both("Bash", "Bash"), ["Bash"]);
    assert_eq!(both("Bash(git *)", "Bash"), ["Bash(git *)"]);
    assert_eq!(both("Bash(git *)", "Bash(*)"), ["Bash(git *)"]);
    assert_eq!(both("Bash(git *)", "Bash(git *)"), ["Bash(git *)"]);
    assert_eq!(both("Bash", "Bash()"), ["Bash"]);
    assert_eq!(both("mcp__lab__add", "mcp__lab"), ["mcp__lab__add"]);
    assert_eq!(both("mcp__lab__add", "mcp__lab__*"), ["mcp__lab__add"]);
    // A part of what is allowed may be refused.
    for (allowed, refused) in
        [("Bash", "Bash(rm *)"), ("Bash(git *)", "Bash(rm *)"), ("Read", "Write")]
    {
        assert_eq!(both(allowed, refused), [""; 0], "{allowed} {refused}");
    }
    assert_eq!(both("mcp__labs__add", "mcp__lab"), [""; 0]);
    let text = Warning::AllowedAndRefused { rules: vec!["Bash".into()] }.to_string();
    assert!(text.starts_with("`allow_tools` has no effect for Bash"), "{text}");
}
