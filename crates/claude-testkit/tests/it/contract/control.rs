//! Control requests to the real CLI while it runs, and a second handshake.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use claude_sdk::client::InterruptOptions;
use claude_sdk::hook::{HookEvent, HookMatcher, proceed};
use claude_sdk::types::{ContextUsageDetail, ReadFileRequest, RegisterRepoRootRequest};
use claude_sdk::version::CliVersion;
use claude_sdk::{Client, Error, InterruptOutcome, Permission};
use claude_testkit::fake_api::Turn;
use serde_json::json;
use tokio::sync::{Notify, Semaphore};

use super::lab::{Lab, expect};

#[tokio::test]
async fn every_supported_cli_answers_these_requests() {
    let Some(lab) = Lab::new([Turn::text("hi"), Turn::text("aside")]).await else { return };
    std::fs::write(lab.file("notes.txt"), "hello notes").unwrap();
    let client = expect(Client::connect(lab.options()).await);
    assert!(!client.supported_models().is_empty());
    assert!(client.account().is_some() && !client.output_styles().is_empty());

    expect(client.set_model("claude-haiku-test").await);
    expect(client.set_max_thinking_tokens(1024).await);
    expect(client.set_max_thinking_tokens(None).await);
    let first = expect(client.list_models().await);
    assert!(!first.is_empty());
    expect(client.apply_flag_settings(&json!({ "env": { "LAB": "x" } })).await);
    let settings = expect(client.settings().await);
    assert!(settings.effective.unwrap().get().contains("LAB"));
    let response = expect(client.context_usage(ContextUsageDetail::Summary).await);
    assert!(response.categories.is_some_and(|categories| !categories.is_empty()));
    let file = expect(client.read_file(ReadFileRequest::new("notes.txt").max_bytes(5_u64)).await);
    assert_eq!((&*file.contents, file.truncated), ("hello", Some(true)));
    let error = client.read_file("nowhere.txt").await.unwrap_err();
    assert!(matches!(error, Error::Control { .. }), "{error:?}");
    expect(client.seed_read_state("notes.txt", std::time::SystemTime::now()).await);
    expect(client.file_suggestions("no").await);
    expect(client.reload_skills().await);
    expect(client.reload_plugins(Default::default()).await);
    expect(client.rename_session("A title").await);
    assert!(!expect(client.session_cost().await).is_empty());
    assert!(expect(client.mcp_status().await).is_empty());
    expect(client.stop_task(&"nothing".into()).await);
    assert!(!expect(client.cancel_queued(&"00000000-0000-4000-8000-000000000000".into()).await));
    std::fs::create_dir(lab.file("sub")).unwrap();
    let sub = lab.file("sub").to_str().unwrap().to_owned();
    expect(client.register_repo_root(RegisterRepoRootRequest::new(sub)).await);

    expect(expect(client.send("x").await).text().await);
    let init = client.system_init().unwrap();
    assert!(client.cli_version().is_some_and(|version| version >= CliVersion::SUPPORTED));
    assert!(client.capabilities().has("msg_lifecycle_v1"));
    assert_eq!(init.model.as_ref().map(|model| model.as_str()), Some("claude-haiku-test"));
    assert_eq!(client.warnings(), []);
    let all = InterruptOptions::new().cancel_queued();
    assert_eq!(expect(client.interrupt_with(all).await), InterruptOutcome::NothingRunning);
    expect(client.close().await);
}

#[tokio::test]
async fn newer_clis_answer_these_requests_too() {
    let Some(lab) = Lab::new([Turn::text("hi")]).await else { return };
    let client = expect(Client::connect(lab.options().allow_tools(["Read"])).await);
    let model = expect(client.set_model("claude-haiku-test").await);
    assert_eq!(model.as_ref().map(|model| model.as_str()), Some("claude-haiku-test"));
    let rules = expect(client.list_permission_rules().await);
    let rules = rules.rules.unwrap_or_default();
    assert!(rules.iter().any(|rule| rule.rule == "Read"), "{rules:?}");
    assert!(expect(client.hooks_listing().await).event_catalog.is_some());
    assert!(!expect(client.reload_output_styles().await).is_empty());
    let status = client.status().await;
    assert!(status.is_ok_and(|sections| !sections.is_empty()));
    expect(client.set_has_subscribers(true).await);
    expect(client.close().await);
}

#[tokio::test]
async fn an_unknown_request_is_refused() {
    let Some(lab) = Lab::new([Turn::text("hi")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let error = client.request_raw("teleport", json!({ "to": "home" })).await.unwrap_err();
    let Error::Unsupported { subtype, version } = &error else { panic!("{error:?}") };
    assert_eq!(subtype, "teleport");
    assert_eq!(*version, client.cli_version());
    assert!(version.is_some());
    // A known request, sent as an untyped one.
    let answer = expect(client.request_raw("get_binary_version", json!({})).await);
    assert!(answer.get().contains(&client.cli_version().unwrap().to_string()));
    expect(client.close().await);
}

#[tokio::test]
async fn a_second_handshake_keeps_hooks_and_repeats_no_request() {
    let touch = Turn::tool("Bash", json!({ "command": "touch trace" }));
    let turns = [touch.clone(), Turn::text("Done."), touch, Turn::text("Again.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let (asked, hooked) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let (open, gate) = (Arc::new(Notify::new()), Arc::new(Semaphore::new(0)));
    let (count, note, wait) = (Arc::clone(&asked), Arc::clone(&open), Arc::clone(&gate));
    let calls = Arc::clone(&hooked);
    let options = lab
        .options()
        .on_hook(HookMatcher::new(HookEvent::PreToolUse), move |_, _| {
            calls.fetch_add(1, Ordering::SeqCst);
            async { proceed() }
        })
        .on_permission(move |_, _| {
            count.fetch_add(1, Ordering::SeqCst);
            note.notify_one();
            let wait = Arc::clone(&wait);
            async move {
                wait.acquire().await.unwrap().forget();
                Permission::allow()
            }
        });
    let client = expect(Client::connect(options).await);
    let turn = expect(client.send("touch it").await);
    open.notified().await;
    let response = expect(client.reinitialize().await);
    assert!(response.commands.is_some());
    gate.add_permits(1);
    assert_eq!(expect(turn.text().await), "Done.");
    assert_eq!((asked.load(Ordering::SeqCst), hooked.load(Ordering::SeqCst)), (1, 1));
    assert!(lab.left_trace("trace"));
    // The hooks are still registered.
    gate.add_permits(1);
    assert_eq!(expect(expect(client.send("again").await).text().await), "Again.");
    assert_eq!(hooked.load(Ordering::SeqCst), 2);
    expect(client.close().await);
}
