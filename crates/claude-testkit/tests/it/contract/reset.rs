//! Resets of the conversation with the real CLI, and what they leave behind.

use std::time::Duration;

use claude_sdk::error::CloseReason;
use claude_sdk::types::{McpServerState, PermissionUpdate};
use claude_sdk::{Client, Error, McpServers, Message, Permission, PermissionMode, Prompt, query};
use claude_testkit::fake_api::{Block, Turn};
use claude_testkit::mcp_lab;
use serde_json::{Value, json};

use super::lab::{Lab, expect};

fn call(tool: &str, input: Value) -> Turn {
    Turn::blocks([Block::tool(tool, input)])
}

#[tokio::test]
async fn a_reset_begins_a_new_conversation_in_the_same_process() {
    let turns = ["Noted.", "Who?", "Ada."].map(Turn::text);
    let Some(lab) = Lab::new(turns).await else { return };
    // A verbatim prompt would be sent to the model.
    let client = expect(Client::connect(lab.options().verbatim_prompts(true)).await);
    let mut messages = expect(client.messages());
    expect(expect(client.send("I am zanzibar.").await).text().await);
    expect(client.idle().await);
    let before = client.session_id().cloned().unwrap();
    let begun = client.process_tree().await;
    let id = expect(client.reset().await);
    assert_ne!(id, before);
    assert_eq!(client.session_id(), Some(&id));
    assert_eq!(client.system_init().unwrap().session_id.as_ref(), Some(&id));
    assert_eq!(expect(expect(client.send("Who am I?").await).text().await), "Who?");
    assert_eq!(client.session_id(), Some(&id));
    let last = lab.asked().last().unwrap().body.to_string();
    assert!(last.contains("Who am I?") && !last.contains("zanzibar"), "{last}");
    // Other systems than Linux do not tell.
    if let (Some(begun), Some(now)) = (begun, client.process_tree().await) {
        assert!(now.age >= begun.age, "another process: {now:?}");
    }
    expect(client.close().await);
    let mut new = None;
    while let Some(message) = messages.next().await {
        if let Message::ConversationReset(reset) = expect(message) {
            new = Some(reset.new_conversation_id);
        }
    }
    assert!(new.is_some_and(|new| new != id && new != before), "it is a third ID");
    // The earlier ID resumes the earlier conversation.
    expect(query("And now?", lab.options().resume(before.as_str())).text().await);
    assert!(lab.asked().last().unwrap().body.to_string().contains("zanzibar"));
}

#[tokio::test]
async fn a_reset_leaves_the_settings_of_the_session_behind() {
    let turns = [
        call("Bash", json!({ "command": "export LAB=shell; mkdir sub; cd sub; touch trace" })),
        call("Bash", json!({ "command": "sleep 300", "run_in_background": true })),
        call("CronCreate", json!({ "cron": "0 0 1 1 *", "prompt": "quagga", "recurring": true })),
        Turn::text("first"),
        call("Bash", json!({ "command": "echo [$LAB] [$FLAG]; pwd" })),
        call("CronList", json!({})),
        call("mcp__lab__add", json!({ "a": 1, "b": 1 })),
        Turn::text("second"),
    ];
    let Some(lab) = Lab::new(turns).await else { return };
    let added = lab.home().join("added");
    std::fs::create_dir(&added).unwrap();
    let folder = added.to_str().unwrap().to_owned();
    let options = lab.options().on_permission(move |request, _| {
        let rule = PermissionUpdate::allow([request.tool_name.as_str()]);
        let updates = [rule, PermissionUpdate::add_directories([folder.as_str()])];
        let answer = Permission::allow_updating(&request.input, updates);
        async move { answer }
    });
    let client = expect(Client::connect(options).await);
    expect(client.set_model("claude-haiku-test").await);
    expect(client.apply_flag_settings(&json!({ "env": { "FLAG": "x" } })).await);
    expect(client.set_mcp_servers(McpServers::new().server("lab", mcp_lab::server().0)).await);
    expect(expect(client.send("zanzibar").await).text().await);
    expect(client.set_permission_mode(PermissionMode::AcceptEdits).await);
    let (settings, rules) = kept(&client).await;
    assert!(rules.contains("Bash") && rules.contains("added"), "{rules}");
    expect(client.reset().await);
    assert_eq!(kept(&client).await, (settings, rules));
    assert_eq!(client.tasks().get().live().count(), 1, "the background shell");
    expect(expect(client.send("second").await).text().await);
    let init = client.system_init().unwrap();
    assert_eq!(init.permission_mode, Some(PermissionMode::AcceptEdits));
    let last = lab.asked().last().unwrap().body.clone();
    assert_eq!(last["model"], "claude-haiku-test");
    let last = last.to_string();
    assert!(!last.contains("zanzibar"));
    // The shell begins anew, with the variables of the settings. Scheduled prompts stay.
    assert!(last.contains("[] [x]") && !last.contains("/sub"), "{last}");
    assert!(last.contains("quagga"), "{last}");
    let servers = expect(client.mcp_status().await);
    assert_eq!(servers[0].status, Some(McpServerState::Connected), "{servers:?}");
    expect(client.close().await);
}

/// What requests tell about the settings and the rules of a session.
async fn kept(client: &Client) -> (String, String) {
    let settings = expect(client.settings().await).effective.unwrap();
    let rules = expect(client.list_permission_rules().await);
    (settings.get().to_owned(), format!("{:?} {:?}", rules.rules, rules.workspace_directories))
}

#[tokio::test]
async fn a_reset_that_cannot_be_done_is_an_error() {
    let slow = Turn::text("slow").initial_delay(Duration::from_millis(500));
    let Some(lab) = Lab::new([slow, Turn::text("text")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let turn = expect(client.send("wait").await);
    let error = client.reset().await.unwrap_err();
    assert!(matches!(error, Error::Unfinished { .. }), "{error:?}");
    assert_eq!(expect(turn.text().await), "slow");
    expect(client.close().await);
    let options = lab.options().extra_arg("disable-slash-commands", None);
    let client = expect(Client::connect(options).await);
    let error = client.reset().await.unwrap_err();
    assert!(matches!(error, Error::Unsupported { .. }), "{error:?}");
    expect(client.close().await);
    // An ID from before the reset is known to the CLI.
    let Some(lab) = Lab::new([Turn::text("one")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let mut prompt = Prompt::from("hi");
    prompt.input_mut().uuid = Some("11111111-2222-4333-8444-555555555555".into());
    expect(expect(client.send(prompt.clone()).await).text().await);
    expect(client.idle().await);
    expect(client.reset().await);
    let error = expect(client.send(prompt).await).text().await.unwrap_err();
    let Error::Closed { reason } = error else { panic!("{error:?}") };
    assert_eq!(reason, CloseReason::AlreadyDelivered);
    expect(client.close().await);
}

#[tokio::test]
async fn a_session_is_recycled_after_a_reset() {
    let Some(lab) = Lab::new(["1", "2"].map(Turn::text)).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    expect(expect(client.send("zanzibar").await).text().await);
    expect(client.idle().await);
    let id = expect(client.reset().await);
    expect(client.idle().await);
    expect(client.recycle().await);
    assert_eq!(expect(expect(client.send("next").await).text().await), "2");
    assert_eq!(client.session_id(), Some(&id));
    assert!(!lab.asked().last().unwrap().body.to_string().contains("zanzibar"));
    expect(client.close().await);
}

/// A session that is lent, taken back in the middle of a turn, and reset for the next one.
#[tokio::test]
async fn a_session_is_lent_one_after_another() {
    let slow = Turn::text("never").initial_delay(Duration::from_secs(60));
    let Some(lab) = Lab::new([Turn::text("one"), slow, Turn::text("two")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let scope = client.scoped();
    let lent = scope.client().clone();
    expect(expect(lent.send("zanzibar").await).text().await);
    let turn = expect(lent.send("wait").await);
    lab.api.wait_for_messages(2).await;
    drop(scope);
    let ended = |error: Error| {
        assert!(matches!(error, Error::Closed { reason: CloseReason::ScopeEnded }), "{error:?}");
    };
    ended(turn.text().await.unwrap_err());
    ended(lent.send("more").await.unwrap_err());
    expect(client.interrupt().await);
    expect(client.idle().await);
    let id = expect(client.reset().await);
    let next = client.scoped();
    assert_eq!(expect(expect(next.client().send("hi").await).text().await), "two");
    assert_eq!(next.client().session_id(), Some(&id));
    assert_ne!(lent.session_id(), Some(&id));
    assert!(!lab.asked().last().unwrap().body.to_string().contains("zanzibar"));
    drop(next);
    expect(client.close().await);
}
