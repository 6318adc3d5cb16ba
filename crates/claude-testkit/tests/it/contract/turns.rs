//! Turns: prompts that are queued, merged, cancelled, or sent as a stream.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use claude_sdk::client::{InterruptOptions, Messages, SteerOutcome, WarmClient};
use claude_sdk::error::CloseReason;
use claude_sdk::status::PromptPhase;
use claude_sdk::types::ClaimSessionRequest;
use claude_sdk::{
    Client, Error, InterruptOutcome, Message, Permission, Prompt, Turn as SdkTurn, query,
    query_stream,
};
use claude_testkit::fake_api::Turn;
use futures_core::Stream;
use serde_json::json;
use tokio::sync::Notify;

use super::lab::{Lab, expect};

async fn running(turn: &SdkTurn) {
    turn.handle().watch().wait_for(|progress| progress.phase == PromptPhase::Running).await;
}

/// Waits until the CLI has queued a prompt other than this one.
async fn another_queued(messages: &mut Messages, first: &SdkTurn) {
    while let Some(message) = messages.next().await {
        if let Message::CommandLifecycle(frame) = expect(message)
            && frame.command_uuid != *first.uuid()
        {
            return;
        }
    }
}

#[tokio::test]
async fn a_message_during_a_tool_call_is_delivered_to_the_turn() {
    let tool = Turn::tool("Bash", json!({ "command": "touch trace" }));
    let Some(lab) = Lab::new([tool, Turn::text("both seen")]).await else { return };
    let (asked, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let (tell, wait) = (Arc::clone(&asked), Arc::clone(&go));
    let options = lab.options().on_permission(move |_, _| {
        let wait = Arc::clone(&wait);
        tell.notify_one();
        async move {
            wait.notified().await;
            Permission::allow()
        }
    });
    let client = expect(Client::connect(options).await);
    let mut messages = expect(client.messages());
    let turn = expect(client.send("first").await);
    asked.notified().await;
    let handle = turn.handle();
    let steer = tokio::spawn(async move { handle.steer("midway").await });
    another_queued(&mut messages, &turn).await;
    go.notify_one();
    let steered = expect(steer.await.unwrap());
    assert!(matches!(steered, SteerOutcome::Delivered), "{steered:?}");
    assert_eq!(expect(turn.text().await), "both seen");
    let second = lab.api.messages()[1].body.to_string();
    assert!(second.contains("midway"), "the model was told: {second}");
    expect(client.close().await);
}

#[tokio::test]
async fn queued_prompts_are_merged_into_one_turn_and_report_it() {
    let slow = Turn::text("first").initial_delay(Duration::from_millis(400));
    let Some(lab) = Lab::new([slow, Turn::text("second")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let first = expect(client.send("one").await);
    running(&first).await;
    let second = expect(client.send("two").await);
    let third = expect(client.send("three").await);
    let (b, c) = (second.handle(), third.handle());
    assert_eq!(expect(first.text().await), "first");
    assert_eq!(expect(second.text().await), "second");
    assert_eq!(expect(third.text().await), "second");
    assert_eq!(b.progress().shared_with, [c.uuid().clone()]);
    assert_eq!(c.progress().shared_with, [b.uuid().clone()]);
    assert_eq!(b.progress().folded_into, None);
    expect(client.close().await);
}

#[tokio::test]
async fn a_queued_prompt_can_be_cancelled() {
    let slow = Turn::text("first").initial_delay(Duration::from_millis(400));
    let Some(lab) = Lab::new([slow, Turn::text("second")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let first = expect(client.send("one").await);
    running(&first).await;
    let second = expect(client.send("two").await);
    assert!(expect(second.handle().cancel().await));
    assert!(!expect(client.cancel_queued(first.uuid()).await), "it runs");
    assert_eq!(expect(first.text().await), "first");
    let error = second.result().await.expect_err("it was cancelled");
    assert!(matches!(error, Error::Closed { .. }), "{error:?}");
    assert_eq!(lab.api.messages().len(), 1);
    expect(client.close().await);
}

#[tokio::test]
async fn an_interrupt_cancels_queued_prompts() {
    let slow = Turn::text("never").initial_delay(Duration::from_secs(60));
    let Some(lab) = Lab::new([slow, Turn::text("after")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let first = expect(client.send("one").await);
    lab.api.wait_for_messages(1).await;
    let second = expect(client.send("two").await);
    let options = InterruptOptions::new().cancel_queued();
    assert_eq!(expect(client.interrupt_with(options).await), InterruptOutcome::Stopped);
    assert!(expect(first.result().await).is_failure());
    second.result().await.expect_err("it was cancelled");
    assert_eq!(expect(expect(client.send("three").await).text().await), "after");
    expect(client.close().await);
}

#[tokio::test]
async fn an_interrupt_right_after_a_prompt_stops_it() {
    let slow = Turn::text("never").initial_delay(Duration::from_secs(60));
    let Some(lab) = Lab::new([slow, Turn::text("after")]).await else { return };
    let client = expect(Client::connect(lab.options()).await);
    let first = expect(client.send("one").await);
    let outcome = expect(client.interrupt().await);
    assert_eq!(outcome, InterruptOutcome::Stopped);
    assert!(expect(first.result().await).is_failure());
    expect(client.close().await);
}

struct Prompts(Vec<&'static str>);

impl Stream for Prompts {
    type Item = &'static str;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<&'static str>> {
        Poll::Ready(self.0.pop())
    }
}

#[tokio::test]
async fn a_stream_of_prompts_is_answered_to_its_end() {
    let turns = [Turn::text("an answer").forever()];
    let Some(lab) = Lab::new(turns).await else { return };
    let prompts = Prompts(vec!["three", "two", "one"]);
    let mut run = expect(query_stream(prompts, lab.options()).await);
    let mut answered = 0;
    while let Some(message) = run.next().await {
        if let Message::Result(result) = expect(message) {
            assert_eq!(result.text(), "an answer");
            answered += result.user_message_uuids.map_or(0, |uuids| uuids.len());
        }
    }
    assert_eq!(answered, 3);
}

#[tokio::test]
async fn a_warm_client_becomes_a_session() {
    let Some(lab) = Lab::new([Turn::text("at work")]).await else { return };
    let spare = expect(WarmClient::start(lab.options()).await);
    let place = lab.file("project");
    std::fs::create_dir(&place).unwrap();
    let request = ClaimSessionRequest::new(place.to_str().unwrap());
    let client = expect(spare.claim(request).await);
    assert!(client.session_id().is_some());
    assert_eq!(expect(expect(client.send("go").await).text().await), "at work");
    let recorded = lab.api.messages()[0].body.to_string();
    assert!(recorded.contains("project"), "{recorded}");
    expect(client.close().await);
}

#[tokio::test]
async fn a_warm_client_that_fails_returns_the_reason() {
    let Some(lab) = Lab::new([]).await else { return };
    let spare = expect(WarmClient::start(lab.options()).await);
    let nowhere = lab.file("nowhere");
    let refused = spare.claim(ClaimSessionRequest::new(nowhere.to_str().unwrap())).await;
    let error = refused.expect_err("there is no such directory");
    let Error::Control { message, .. } = &error else { panic!("{error:?}") };
    assert!(message.contains("cwd_not_found"), "{message}");
}

/// A prompt with an ID that the caller has chosen.
fn named(text: &str) -> Prompt {
    let mut prompt = Prompt::from(text);
    prompt.input_mut().uuid = Some("11111111-2222-4333-8444-555555555555".into());
    prompt
}

#[tokio::test]
async fn a_prompt_that_was_delivered_before_ends_at_once() {
    let Some(lab) = Lab::new([Turn::text("one"), Turn::text("two")]).await else { return };
    let known = |error: Error| {
        assert!(
            matches!(error, Error::Closed { reason: CloseReason::AlreadyDelivered }),
            "{error:?}"
        );
    };
    let client = expect(Client::connect(lab.options()).await);
    assert_eq!(expect(expect(client.send(named("hi")).await).text().await), "one");
    expect(client.idle().await);
    let begun = Instant::now();
    let again = expect(client.send(named("hi")).await);
    known(again.text().await.unwrap_err());
    known(expect(client.send(named("hi")).await).text().await.unwrap_err());
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert_eq!(expect(expect(client.send("next").await).text().await), "two");
    let id = client.session_id().unwrap().clone();
    expect(client.close().await);
    // A process that resumes the session knows it, too.
    let options = lab.options().resume(id.as_str());
    let client = expect(Client::connect(options.clone()).await);
    known(expect(client.send(named("hi")).await).result().await.unwrap_err());
    expect(client.close().await);
    known(query(named("hi"), options.clone()).text().await.unwrap_err());
    known(query(named("hi"), options).result().await.unwrap_err());
    assert_eq!(lab.asked().len(), 2, "the model was asked twice");
}
