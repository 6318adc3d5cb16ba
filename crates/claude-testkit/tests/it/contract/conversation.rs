//! Conversations: several turns of one process, and one session over several processes.

use std::time::Duration;

use claude_sdk::{Client, InterruptOutcome, Message, State, query};
use claude_testkit::fake_api::Turn;

use super::lab::{Lab, expect};

#[tokio::test]
async fn two_turns_share_a_process_and_a_history() {
    let turns = [Turn::text("Hello, Ada."), Turn::text("Your name is Ada.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let first = expect(expect(client.send("My name is Ada.").await).result().await);
    let second = expect(expect(client.send("What is my name?").await).result().await);
    assert_eq!((first.text(), second.text()), ("Hello, Ada.", "Your name is Ada."));
    assert_eq!((first.result_index, second.result_index), (Some(0), Some(1)));
    let requests = lab.asked();
    assert!(requests[1].body.to_string().contains("My name is Ada."));
    expect(client.close().await);
    assert!(matches!(client.state().get(), State::Closed(None)));
}

#[tokio::test]
async fn queued_prompts_are_answered_too() {
    let turns =
        [Turn::text("first").delay(Duration::from_millis(50)).deltas(8), Turn::text("rest")];
    let Some(lab) = Lab::new(turns).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let first = expect(client.send("1").await);
    let second = expect(client.send("2").await);
    let third = expect(client.send("3").await);
    assert_eq!(expect(first.text().await), "first");
    // The CLI may merge both queued prompts into one turn.
    assert_eq!(expect(second.text().await), "rest");
    let third = expect(third.text().await);
    assert!(third == "rest" || third == "(script exhausted)", "{third}");
    expect(client.close().await);
}

#[tokio::test]
async fn an_interrupt_stops_the_stream_and_the_session_continues() {
    let slow = Turn::text("slow ".repeat(40)).deltas(40).delay(Duration::from_millis(100));
    let Some(lab) = Lab::new([slow, Turn::text("next")]).await else { return };
    let client = expect(Client::connect(lab.options().include_partial_messages(true)).await);
    let mut turn = expect(client.send("count").await);
    loop {
        match expect(turn.next().await.expect("the turn ended before a delta came")) {
            Message::StreamEvent(_) => break,
            Message::Result(result) => panic!("too early: {result:?}"),
            _ => {}
        }
    }
    assert_eq!(expect(client.interrupt().await), InterruptOutcome::Stopped);
    let result = expect(turn.result().await);
    assert!(result.is_failure());
    assert_eq!(expect(expect(client.send("go on").await).text().await), "next");
    assert_eq!(expect(client.interrupt().await), InterruptOutcome::NothingRunning);
    expect(client.close().await);
}

#[tokio::test]
async fn the_model_and_the_mode_can_be_changed_in_a_session() {
    let Some(lab) = Lab::new([Turn::text("done")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    expect(client.set_model("claude-haiku-test").await);
    expect(client.set_permission_mode(claude_sdk::PermissionMode::Plan).await);
    expect(expect(client.send("x").await).text().await);
    assert_eq!(lab.asked()[0].body["model"], "claude-haiku-test");
    expect(client.close().await);
}

#[tokio::test]
async fn a_session_is_resumed_with_its_history() {
    let turns = [Turn::text("I will remember."), Turn::text("It was 42.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let first = expect(query("Remember 42.", lab.options()).result().await);
    let id = first.session_id.unwrap();
    let ask = query("What was it?", lab.options().resume(id.as_str()));
    assert_eq!(ask.session_id(), Some(&id));
    let second = expect(ask.result().await);
    assert_eq!((second.text(), &second.session_id), ("It was 42.", &Some(id)));
    assert!(lab.asked()[1].body.to_string().contains("Remember 42."));
}

#[tokio::test]
async fn a_fork_of_a_session_has_the_generated_id() {
    let Some(lab) = Lab::new([Turn::text("one"), Turn::text("two")]).await else { return };
    let first = expect(query("1", lab.options()).result().await);
    let id = first.session_id.unwrap();
    let ask = query("2", lab.options().resume(id.as_str()).fork_session(true));
    let forked = ask.session_id().cloned().unwrap();
    let second = expect(ask.result().await);
    assert_ne!(forked, id);
    assert_eq!(second.session_id, Some(forked));
}

/// Why the CLI refuses the mode.
pub(crate) const BYPASS_NOT_LAUNCHED: &str = "Cannot set permission mode to bypassPermissions because \
    the session was not launched with --dangerously-skip-permissions";

#[tokio::test]
async fn bypassing_permissions_must_be_allowed_at_the_start() {
    let Some(lab) = Lab::new([Turn::text("Done.")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let error = client
        .set_permission_mode(claude_sdk::PermissionMode::BypassPermissions)
        .await
        .unwrap_err();
    // The mock refuses with the same words.
    assert!(error.to_string().contains(BYPASS_NOT_LAUNCHED), "{error}");
    expect(client.close().await);
}
