//! Tests of patterns: what the CLI is sent, and what is refused.

use claude_types::HookEvent;

use super::parse::parse;
use super::{Known, select};

fn known() -> Known<'static> {
    Known { servers: vec!["lab".into(), "my__lab".into()], tools: vec!["shell"] }
}

fn selected(event: HookEvent, pattern: &str) -> Result<Vec<String>, String> {
    select(&event, pattern, &known())
}

#[test]
fn a_list_that_fits_is_sent_as_it_is_or_with_bars() {
    for (pattern, sent) in [
        ("", ""),
        ("*", "*"),
        ("Bash", "Bash"),
        ("Bash|Write", "Bash|Write"),
        ("Bash|", "Bash"),
        (" Edit , Write ", "Edit|Write"),
        ("Task|KillShell", "Task|KillShell"),
        ("mcp__lab__add", "mcp__lab__add"),
        ("mcp__my-lab__add-one", "mcp__my-lab__add-one"),
        ("propose_skills", "propose_skills"),
        // A tool of tomorrow, and one that `tool_aliases` names.
        ("Teleport", "Teleport"),
        ("shell", "shell"),
    ] {
        assert_eq!(selected(HookEvent::PreToolUse, pattern), Ok(vec![sent.into()]), "{pattern}");
    }
}

#[test]
fn a_server_stands_for_all_its_tools() {
    for (pattern, sent) in [
        ("mcp__lab", &["^mcp__lab__"][..]),
        ("mcp__lab__", &["^mcp__lab__"]),
        ("mcp__other-lab", &["^mcp__other-lab__"]),
        ("mcp__my__lab", &["^mcp__my__lab__"]),
        ("mcp__", &["^mcp__"]),
        ("Edit|mcp__lab", &["Edit", "^mcp__lab__"]),
        ("mcp__lab, mcp__web|Bash", &["Bash", "^mcp__lab__|^mcp__web__"]),
        // The callback is called once for a tool that two names contain.
        ("mcp__lab|mcp__lab__add", &["^mcp__lab__"]),
    ] {
        for event in [HookEvent::PreToolUse, HookEvent::PermissionRequest] {
            let sent: Vec<_> = sent.iter().map(|sent| (*sent).to_owned()).collect();
            assert_eq!(selected(event, pattern), Ok(sent), "{pattern}");
        }
    }
}

#[test]
fn a_regular_expression_that_can_fit_is_sent_as_it_is() {
    for pattern in [
        ".*",
        "^Ba.*",
        "^(Bash|Edit)$",
        "^[Bb]ash$",
        "Notebook(Edit|Read)",
        "Task(Create|List)",
        "Task(\\w+)",
        "Bash(Output)?",
        "Bash(.*)",
        "mcp__lab__.*",
        "mcp__lab__*",
        "mcp__lab__get_(a|b)",
        "mcp__.*__(read|write)",
        "mcp__lab|Bash.*",
        "^(?!mcp__)",
        "(?<=mcp__)lab",
        "^(?<tool>Bash)$",
        "^(?:(a)\\1|Bash)$",
        "Ba\\x73h",
        "\\u0042ash",
        "[^é]ash",
        "Bash.*|",
        "bash;|",
    ] {
        assert_eq!(selected(HookEvent::PreToolUse, pattern), Ok(vec![pattern.into()]), "{pattern}");
    }
}

#[test]
fn a_pattern_that_can_fit_nothing_is_refused_with_the_reason() {
    for (pattern, why) in [
        // Not a regular expression.
        ("(", "a group is not closed"),
        (")", "a `)` closes no group"),
        ("[", "a `[` is not closed"),
        ("Bash\\", "it ends with a `\\`"),
        ("*Edit", "there is nothing to repeat"),
        ("**", "there is nothing to repeat"),
        ("Bash(*)", "there is nothing to repeat"),
        ("Bash{2,1}", "the numbers in `{}` are out of order"),
        ("[z-a]", "a range in `[]` is out of order"),
        ("[😀-😎]", "a range in `[]` is out of order"),
        ("(?i)bash", "the group after `(?` is of an unknown kind"),
        ("(?i:bash)", "the group after `(?` is of an unknown kind"),
        ("(?P<tool>Bash)", "the group after `(?` is of an unknown kind"),
        ("(?<t>Bash)(?<t>Edit)", "two groups have the same name"),
        // Rules.
        ("Bash(ls:*)", "use `Bash`"),
        ("Bash()", "use `Bash`"),
        ("Bash(npm*)", "use `Bash`"),
        ("Bash(git status)", "use `Bash`"),
        ("Edit|Bash(ls:*)", "use `Bash`"),
        ("Read(./.env)", "use `Read`"),
        ("WebFetch(domain:example.com)", "use `WebFetch`"),
        ("Skill(deploy)", "use `Skill`"),
        ("mcp__lab__run(ls:*)", "use `mcp__lab__run`"),
        // Names.
        ("bash", "the name is `Bash`"),
        ("^bash$", "the name is `Bash`"),
        ("^(?:Edit|bash)$", "the name is `Bash`"),
        ("Edit|webfetch", "the name is `WebFetch`"),
        ("Bash Edit", "separate names with `|`"),
        ("MCP__lab__add", "begin with `mcp__"),
        ("mcp", "begin with `mcp__"),
        ("mcp_lab", "begin with `mcp__lab"),
        ("mcp__Lab", "the name is `lab`"),
        ("mcp__LAB__add", "the name is `lab`"),
        ("^mcp__lab$", "use `^mcp__lab__`"),
        ("|", "it names nothing"),
        (" ", "it names nothing"),
        (" , ", "it names nothing"),
        // Characters that no name contains.
        ("Bash;", "letters, digits, `_` and `-`"),
        ("mcp__lab__.*,Edit", "letters, digits, `_` and `-`"),
        ("Edit | Bash.*", "letters, digits, `_` and `-`"),
        ("Größe", "letters, digits, `_` and `-`"),
        ("mcp/lab", "letters, digits, `_` and `-`"),
        ("\\p{Lu}ash", "letters, digits, `_` and `-`"),
        ("[]Bash", "letters, digits, `_` and `-`"),
        ("(?!)", "letters, digits, `_` and `-`"),
        ("Bash$x", "letters, digits, `_` and `-`"),
        ("Bash^", "letters, digits, `_` and `-`"),
        ("\\ABash\\Z", "use `^` and `$`"),
    ] {
        let refused = selected(HookEvent::PreToolUse, pattern).unwrap_err();
        assert!(refused.contains(why), "{pattern}: {refused}");
    }
}

#[test]
fn events_without_tools_have_words_of_their_own() {
    for (event, pattern) in [
        (HookEvent::SessionStart, "startup"),
        (HookEvent::SessionStart, "startup|resume"),
        (HookEvent::PreCompact, "manual"),
        (HookEvent::Notification, "permission_prompt|idle_prompt"),
        (HookEvent::Notification, "^permission"),
        (HookEvent::SubagentStart, "code reviewer|Explore"),
        (HookEvent::Elicitation, "lab"),
        (HookEvent::UserPromptExpansion, "init"),
        (HookEvent::PreModelSwitch, "claude-opus-4-8[1m]"),
        (HookEvent::FileChanged, ".env|.envrc"),
        // The CLI ignores these patterns, so the hook is called.
        (HookEvent::UserPromptSubmit, "("),
        (HookEvent::Stop, "bash"),
        (HookEvent::from("PreTomorrow"), "mcp__lab|x y"),
    ] {
        assert_eq!(selected(event.clone(), pattern), Ok(vec![pattern.into()]), "{event} {pattern}");
    }
    for (event, pattern, why) in [
        (HookEvent::SessionStart, "Startup", "`startup`"),
        (HookEvent::SessionStart, "(", "a group is not closed"),
        (HookEvent::PreCompact, "manual auto", "separate values with `|`"),
        (HookEvent::Notification, ",", "it names nothing"),
        (HookEvent::Elicitation, "mcp__lab", "write its name only, as in `lab`"),
        (HookEvent::UserPromptExpansion, "/init", "begins with a slash"),
        (HookEvent::SubagentStop, "Explore)", "a `)` closes no group"),
        (HookEvent::from("PreTomorrow"), "[", "a `[` is not closed"),
    ] {
        let refused = selected(event.clone(), pattern).unwrap_err();
        assert!(refused.contains(why), "{event} {pattern}: {refused}");
    }
}

#[test]
fn the_syntax_is_that_of_javascript() {
    for valid in [
        "a{,2}",
        "x{1",
        "{",
        "}",
        "]",
        "\\c",
        "\\k<a>",
        "[\\w-a]",
        "[a-]",
        "\\8",
        "(?=a)*",
        "a*?",
        "[[]",
        "(?:)",
        "\\u{61}",
        "[^]",
        "a|*b".split('|').next().unwrap_or(""),
        "(?<$>a)\\k<$>",
    ] {
        assert!(parse(valid).is_ok(), "{valid}");
    }
    for invalid in [
        "a**",
        "{1}",
        "a{1}{2}",
        "(?<=a)*",
        "\\b+",
        "^*",
        "a|*b",
        "[b-a",
        "(?",
        "(?<a",
        "(?<1>a)",
        "(?<a>b)\\k<c>",
        "(?<a>b)\\k",
    ] {
        assert!(parse(invalid).is_err(), "{invalid}");
    }
    assert!(parse(&"(".repeat(100_000)).is_err());
}
