//! Recycling with the real CLI: the conversation and its ID stay.

use std::time::Instant;

use claude_sdk::options::Recycle;
use claude_sdk::types::{McpServerState, Raw};
use claude_sdk::{Client, McpServers, ToolName};
use claude_testkit::fake_api::{Block, Turn};
use claude_testkit::mcp_lab;
use serde_json::{Value, json};

use super::lab::{Lab, expect};

/// Checks that the CLI was started after this time.
async fn is_younger(client: &Client, begun: Instant) {
    // Other systems than Linux do not tell.
    if let Some(tree) = client.process_tree().await {
        assert!(tree.age < begun.elapsed(), "{tree:?}");
    }
}

#[tokio::test]
async fn a_recycled_session_has_its_id_and_the_earlier_messages() {
    let turns = [Turn::text("Hello Ada."), Turn::text("You are Ada."), Turn::text("Still Ada.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let mut messages = expect(client.messages());
    expect(expect(client.send("My name is Ada.").await).text().await);
    let id = client.session_id().cloned();
    expect(client.idle().await);
    let begun = Instant::now();
    expect(client.recycle().await);
    assert_eq!(expect(expect(client.send("Who am I?").await).text().await), "You are Ada.");
    assert_eq!(client.session_id().cloned(), id);
    assert_eq!(client.system_init().unwrap().session_id, id);
    // The model sees what was said to the first process.
    let asked = lab.asked();
    let last = asked.last().unwrap().body.to_string();
    for text in ["My name is Ada.", "Hello Ada.", "Who am I?"] {
        assert!(last.contains(text), "the model did not see {text:?}");
    }
    is_younger(&client, begun).await;
    expect(client.close().await);
    let mut results = 0;
    while let Some(message) = messages.next().await {
        results += usize::from(matches!(expect(message), claude_sdk::Message::Result(_)));
    }
    assert_eq!(results, 2, "the subscription went on");
    let ledger = client.ledger();
    assert_eq!(ledger.turn_count, 2);
    assert!(ledger.drift().is_zero(), "{:?}", ledger.drift());
}

#[tokio::test]
async fn a_session_is_recycled_when_it_is_due() {
    let Some(lab) = Lab::new(["1", "2", "3"].map(Turn::text)).await else { return };
    let when = Recycle::new().turns(1);
    let client = expect(Client::connect(lab.options().recycle_when(when)).await);
    for number in ["1", "2", "3"] {
        let begun = Instant::now();
        assert_eq!(expect(expect(client.send("zanzibar").await).text().await), number);
        if number != "1" {
            is_younger(&client, begun).await;
        }
        expect(client.idle().await);
    }
    let last = lab.asked().last().unwrap().body.to_string();
    assert_eq!(last.matches("zanzibar").count(), 3);
    expect(client.close().await);
}

#[tokio::test]
async fn what_was_changed_at_run_time_is_there_after_recycling() {
    let call = Block::tool("mcp__lab__add", json!({ "a": 1, "b": 1 }));
    let turns = [Turn::text("hi"), Turn::blocks([call]), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let options = lab.options().allow_tools([ToolName::server("lab")]);
    let client = expect(Client::connect(options).await);
    expect(expect(client.send("hi").await).text().await);
    expect(client.set_max_thinking_tokens(1024).await);
    let settings = [
        json!({ "env": { "ONE": "1", "TWO": "1" }, "effortLevel": "low" }),
        json!({ "env": { "TWO": "2" } }),
        json!({ "effortLevel": null, "cleanupPeriodDays": 7 }),
    ];
    for settings in settings {
        expect(client.apply_flag_settings(&settings).await);
    }
    let servers = McpServers::new().server("lab", mcp_lab::server().0);
    let servers = servers.server("off", mcp_lab::server().0);
    expect(client.set_mcp_servers(servers).await);
    expect(client.toggle_mcp_server("off", false).await);
    let before = expect(client.settings().await).effective.unwrap();
    expect(client.idle().await);
    expect(client.recycle().await);
    let parsed = |raw: &Raw| raw.parse::<Value>().unwrap();
    let after = expect(client.settings().await).effective.unwrap();
    assert_eq!(parsed(&after), parsed(&before));
    assert!(before.get().contains("cleanupPeriodDays"), "{}", before.get());
    // The model can call the server that was added.
    assert_eq!(expect(expect(client.send("add").await).text().await), "Done.");
    let last = lab.asked().last().unwrap().body.clone();
    assert!(!last["thinking"].is_null(), "{}", last["thinking"]);
    let status = expect(client.mcp_status().await);
    let state = |name: &str| {
        status.iter().find(|server| server.name == name).and_then(|server| server.status.clone())
    };
    assert_eq!(state("lab"), Some(McpServerState::Connected), "{status:?}");
    assert_eq!(state("off"), Some(McpServerState::Disabled), "{status:?}");
    expect(client.close().await);
}
