//! What is refused, and with which words.

use crate::{Error, ErrorKind, Options, Permission, SandboxSettings, Skills};

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
    accepted(&options().continue_latest());
    accepted(&options().fork_session().resume(ID));
    accepted(&options().fork_session().continue_latest());
    accepted(&options().session_id(ID).fork_session().continue_latest());
    refused(
        &options().resume(ID).continue_latest(),
        "`resume` names a session and `continue_latest` another",
    );
    refused(&options().fork_session(), "`fork_session` needs `resume` or `continue_latest`");
    refused(
        &options().session_id(ID).fork_session(),
        "`fork_session` needs `resume` or `continue_latest`",
    );
    refused(
        &options().session_id(ID).resume("x"),
        "`session_id` with a resumed session needs `fork_session`",
    );
    refused(
        &options().session_id(ID).continue_latest(),
        "`session_id` with a resumed session needs `fork_session`",
    );
    refused(&options().session_id("mine"), "the session id `mine` is no UUID");
}

#[test]
fn budgets() {
    accepted(&Options::default().max_budget_usd(0.0));
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
    accepted(&Options::default().extra_arg("debug", None).extra_arg("some_flag-2", "--x"));
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
        &other.on_permission(|_| async { Permission::deny("no") }),
        "`on_permission` and another prompt tool exclude each other",
    );
}

#[test]
fn two_who_name_the_settings() {
    let other = Options::default().extra_arg("settings", Some("/etc/claude.json"));
    accepted(&other);
    refused(
        &other.sandbox(SandboxSettings::new()),
        "`sandbox` and the flag `settings` exclude each other",
    );
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
    let told = |name: &str, why: &str| {
        refused(&one(name), &format!("the name of a skill, {name:?}, {why}"));
    };
    for name in ["", " ", "\u{3000}", "\t"] {
        told(name, "is empty");
    }
    for name in [" pdf", "pdf ", "pdf\n", "\u{a0}pdf"] {
        told(name, "begins or ends with a space");
    }
    for name in ["pdf)", "(pdf", "pdf,Bash", "pdf),Bash(*"] {
        told(name, "holds a bracket or a comma, which separate rules");
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
        told(name, "holds a control character");
    }
    told("*", "is a pattern: `Skills::All` means all");
    for name in ["pdf:*", "pdf *"] {
        told(name, "is a pattern that more than one skill may match");
    }
    told("/pdf", "begins with a slash: leave it out");
    for name in [r"a\", r"a\\b", r"\\"] {
        told(name, "holds two backslashes in a row, or ends with one");
    }
}

#[test]
fn empty_tool_rules() {
    accepted(&Options::default().allow_tools(["Read", "Bash(git log:*)"]));
    refused(&Options::default().allow_tools(["Read", ""]), "`` is no tool");
    refused(&Options::default().disallow_tools([" "]), "` ` is no tool");
}
