//! Connector: the mock in the process of a test.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use claude_sdk::types::{PermissionRule, PermissionUpdate, Raw};
use claude_sdk::{
    Client, Error, Options, Permission, PermissionMode, PermissionRequest, hook, query,
};
use claude_testkit::connector;

use crate::contract::conversation::BYPASS_NOT_LAUNCHED;

/// Options with a permission callback that counts, and answers as `decide` says.
fn counting(
    scenario: &str,
    decide: impl Fn(Raw) -> Permission + Send + Sync + 'static,
) -> (Options, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&asked);
    let options = Options::default().connector(connector(scenario)).on_permission(
        move |request: PermissionRequest, _| {
            count.fetch_add(1, Ordering::Relaxed);
            std::future::ready(decide(request.input.clone()))
        },
    );
    (options, asked)
}

const TWICE: &str = r#"
    expect user
    tool Bash {"command": "mkdir a"} => ""
    tool Bash {"command": "mkdir b"} => ""
    text "Done."
    result
"#;

async fn run(options: Options) {
    assert_eq!(query("go", options).text().await.unwrap(), "Done.");
}

#[tokio::test]
async fn a_scenario_is_played_once_for_each_connection() {
    let options = Options::default().connector(connector(r#"expect user; text "hi"; result"#));
    for _ in 0..3 {
        assert_eq!(query("go", options.clone()).text().await.unwrap(), "hi");
    }
}

#[tokio::test]
async fn rules_and_modes_of_a_reply_hold_for_the_rest_of_the_session() {
    let (options, asked) = counting(TWICE, |_| Permission::allow());
    run(options).await;
    assert_eq!(asked.load(Ordering::Relaxed), 2);
    let (options, asked) = counting(TWICE, |input| {
        Permission::allow_updating(
            input,
            [PermissionUpdate::allow([PermissionRule::new("Bash").content("mkdir:*")])],
        )
    });
    run(options).await;
    assert_eq!(asked.load(Ordering::Relaxed), 1, "the rule was not kept");
    let (options, asked) = counting(&TWICE.replace("Bash", "Write"), |input| {
        let mode = PermissionUpdate::mode(PermissionMode::AcceptEdits);
        Permission::allow_updating(input, [mode])
    });
    run(options).await;
    assert_eq!(asked.load(Ordering::Relaxed), 1, "the mode was not kept");
}

#[tokio::test]
async fn a_mode_changes_who_is_asked() {
    let scenario =
        r#"expect user; tool Write {"file_path": "a"} => ""; text "Done."; result; loop"#;
    let (options, asked) = counting(scenario, |_| Permission::allow());
    let client = Client::connect(options).await.unwrap();
    client.send("1").await.unwrap().text().await.unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    client.set_permission_mode(PermissionMode::AcceptEdits).await.unwrap();
    client.send("2").await.unwrap().text().await.unwrap();
    assert_eq!(asked.load(Ordering::Relaxed), 1);
    let bypass = client.set_permission_mode(PermissionMode::BypassPermissions).await;
    assert!(bypass.unwrap_err().to_string().contains(BYPASS_NOT_LAUNCHED));
    client.close().await.unwrap();
}

#[tokio::test]
async fn reading_tools_run_without_a_question() {
    let scenario = r#"expect user; tool Read {"file_path": "a"} => "x"; text "Done."; result"#;
    let (options, asked) = counting(scenario, |_| Permission::deny("no"));
    run(options).await;
    assert_eq!(asked.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn hooks_are_called() {
    let options = Options::default()
        .connector(connector(TWICE))
        .on(hook::PreToolUse::any(), |_, _| async { hook::PreToolUseOutput::allow() });
    run(options).await;
}

#[tokio::test(start_paused = true)]
async fn time_may_be_paused() {
    let scenario = r#"expect user; sleep 3600s; text "late"; result"#;
    let options = Options::default().connector(connector(scenario));
    assert_eq!(query("go", options).text().await.unwrap(), "late");
}

#[tokio::test(start_paused = true)]
async fn a_frozen_mock_is_ended() {
    for scenario in ["expect user; freeze", "ignore-term; no-exit; expect user; hang"] {
        let options = Options::default().connector(connector(scenario));
        let client = Client::connect(options).await.unwrap();
        let turn = client.send("go").await.unwrap();
        let begun = tokio::time::Instant::now();
        client.close().await.unwrap();
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
        drop(turn);
    }
}

#[tokio::test]
async fn an_exit_and_its_reason_are_reported() {
    let scenario = r#"expect user; stderr "out of luck"; exit 3"#;
    let error = query("go", Options::default().connector(connector(scenario))).text().await;
    let Err(Error::Exited { status, stderr, .. }) = error else { panic!("{error:?}") };
    assert_eq!((&*status, &*stderr), ("exit code 3", "out of luck"));
}

#[tokio::test]
async fn an_invalid_scenario_is_an_error_that_says_where() {
    let options = Options::default().connector(connector("expect user\nsay hi"));
    let error = query("go", options).text().await.unwrap_err();
    let text = claude_sdk::Report::from(error);
    let text = format!("{text:?}");
    assert!(text.contains("invalid scenario") && text.contains("say"), "{text}");
}
