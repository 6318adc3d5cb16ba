//! Steering: messages to a running turn through the facade. All cases are in `claude-protocol`.

use std::time::Duration;

use claude_sdk::client::{InterruptOptions, SteerOutcome};
use claude_sdk::status::PromptPhase;
use claude_sdk::transport::Signal;
use claude_sdk::{Client, Error, InterruptOutcome};
use serde_json::json;

use crate::cli::{Cli, Prompt};
use crate::stage::{Stage, everywhere, paused};

async fn lifecycle(cli: &mut Cli, prompt: &Prompt, state: &str) {
    cli.send(json!({ "type": "command_lifecycle", "command_uuid": prompt.uuid, "state": state }))
        .await;
}

#[test]
fn steering_returns_the_outcome_of_the_message() {
    everywhere(async || {
        let (options, stage) = Stage::play(|mut cli: Cli| async move {
            cli.handshake().await;
            let first = cli.prompt().await;
            lifecycle(&mut cli, &first, "started").await;
            cli.init().await;
            let taken = cli.prompt().await;
            lifecycle(&mut cli, &taken, "started").await;
            let queued = cli.prompt().await;
            lifecycle(&mut cli, &queued, "queued").await;
            cli.result(&[&first, &taken], "both").await;
            lifecycle(&mut cli, &queued, "started").await;
            cli.answer(&queued, "after").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let turn = client.send("first").await.unwrap();
        let handle = turn.handle();
        handle.watch().wait_for(|progress| progress.phase == PromptPhase::Running).await;
        let steered = turn.steer("more").await.unwrap();
        assert!(matches!(steered, SteerOutcome::Delivered), "{steered:?}");
        let steered = turn.steer("and more").await.unwrap();
        let SteerOutcome::QueuedAfter(after) = steered else { panic!("{steered:?}") };
        assert_eq!(turn.text().await.unwrap(), "both");
        assert_eq!(after.text().await.unwrap(), "after");
        assert!(matches!(handle.steer("late").await.unwrap(), SteerOutcome::TooLate));
        assert!(!handle.cancel().await.unwrap());
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_turn_that_does_not_stop_is_killed_only_with_or_kill() {
    paused(async || {
        let (options, stage) = Stage::play(|mut cli: Cli| async move {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            lifecycle(&mut cli, &prompt, "started").await;
            // The interrupt is accepted, and the turn never ends.
            for _ in 0..2 {
                let (id, _) = cli.request("interrupt").await;
                cli.succeed(&id, json!({ "still_queued": [] })).await;
            }
            assert_eq!(cli.signal().await, Some(Signal::Terminate));
            assert_eq!(cli.signal().await, Some(Signal::Kill));
            cli.exit(137, "");
        });
        let client = Client::connect(options).await.unwrap();
        let turn = client.send("x").await.unwrap();
        let begun = tokio::time::Instant::now();
        let outcome = client.interrupt().await.unwrap();
        assert_eq!(outcome, InterruptOutcome::Deferred { still_queued: Vec::new() });
        assert_eq!(begun.elapsed().as_secs(), 5);
        let options = InterruptOptions::new().or_kill();
        assert_eq!(client.interrupt_with(options).await.unwrap(), InterruptOutcome::Killed);
        assert!(begun.elapsed() < Duration::from_secs(13), "{:?}", begun.elapsed());
        let error = turn.result().await.unwrap_err();
        assert!(matches!(error, Error::Exited { .. }), "{error:?}");
        assert!(client.state().get().is_closed());
        stage.done().await;
    });
}

#[test]
fn an_unanswered_interrupt_times_out_or_kills() {
    paused(async || {
        let (options, stage) = Stage::play(|mut cli: Cli| async move {
            cli.handshake().await;
            cli.prompt().await;
            for _ in 0..2 {
                cli.request("interrupt").await;
            }
            assert_eq!(cli.signal().await, Some(Signal::Terminate));
            cli.exit(143, "");
        });
        let client = Client::connect(options).await.unwrap();
        let turn = client.send("x").await.unwrap();
        let error = client.interrupt().await.unwrap_err();
        assert!(
            matches!(&error, Error::Timeout { waiting_for, .. } if waiting_for == "interrupt"),
            "{error:?}"
        );
        let options = InterruptOptions::new().or_kill();
        assert_eq!(client.interrupt_with(options).await.unwrap(), InterruptOutcome::Killed);
        turn.result().await.unwrap_err();
        stage.done().await;
    });
}

#[test]
fn queued_prompts_can_be_cancelled_with_the_running_one() {
    everywhere(async || {
        let (options, stage) = Stage::play(|mut cli: Cli| async move {
            cli.handshake().await;
            let first = cli.prompt().await;
            lifecycle(&mut cli, &first, "started").await;
            let waiting = cli.prompt().await;
            lifecycle(&mut cli, &waiting, "queued").await;
            let (id, request) = cli.request("interrupt").await;
            assert_eq!(request["cancel_queued"], true);
            lifecycle(&mut cli, &waiting, "cancelled").await;
            let answer = json!({ "still_queued": [], "cancelled": [waiting.uuid] });
            cli.succeed(&id, answer).await;
            let failed = json!({ "subtype": "error_during_execution", "is_error": true,
                "terminal_reason": "aborted_streaming", "errors": ["[ede_diagnostic] x"] });
            cli.end(&[&first], failed).await;
            let next = cli.prompt().await;
            lifecycle(&mut cli, &next, "started").await;
            cli.answer(&next, "the next one works").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let first = client.send("x").await.unwrap();
        let waiting = client.send("y").await.unwrap();
        let options = InterruptOptions::new().cancel_queued();
        assert_eq!(client.interrupt_with(options).await.unwrap(), InterruptOutcome::Stopped);
        assert!(first.result().await.unwrap().is_failure());
        let error = waiting.result().await.unwrap_err();
        assert_eq!(error.to_string(), "the prompt was cancelled before it ran");
        let next = client.send("z").await.unwrap();
        assert_eq!(next.text().await.unwrap(), "the next one works");
        client.close().await.unwrap();
        stage.done().await;
    });
}
