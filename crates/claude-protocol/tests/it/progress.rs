//! Progress: the phase of a prompt, the prompts that share its result, and the time of each step.

use std::time::Duration;

use claude_protocol::{PromptPhase, ProtocolError, Timings};

use crate::script::session;
use crate::show::{all, prompt};
use crate::stage::{everywhere, paused};

const SECOND: Duration = Duration::from_secs(1);

#[test]
fn a_prompt_goes_from_sent_to_done() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a x
             ==
             <- queued $a
             ==
             <- started $a
             ==
             <- result $a y",
        )
        .await;
        let turn = connection.send(prompt("x")).await.unwrap();
        let (handle, mut watch) = (turn.handle().clone(), turn.handle().watch());
        assert_eq!(handle.progress().phase, PromptPhase::Sent);
        for phase in [PromptPhase::Queued, PromptPhase::Running, PromptPhase::Done] {
            cli.meet().await;
            let reached = watch.wait_for(|progress| progress.phase == phase).await;
            assert_eq!(reached.phase, phase);
        }
        cli.done().await;
    });
}

#[test]
fn merged_prompts_are_reported_as_merged() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a one
             <- started $a
             <- init
             -> prompt $b two
             -> prompt $c three
             <- result $a first
             <- started $b
             <- started $c
             <- init
             <- result $b,$c second",
        )
        .await;
        let a = connection.send(prompt("one")).await.unwrap();
        let b = connection.send(prompt("two")).await.unwrap();
        let c = connection.send(prompt("three")).await.unwrap();
        let handles = [&a, &b, &c].map(|turn| turn.handle().clone());
        assert_eq!(a.result().await.unwrap().text(), "first");
        assert_eq!(b.result().await.unwrap().text(), "second");
        assert_eq!(c.result().await.unwrap().text(), "second");
        let [a, b, c] = handles.map(|handle| (handle.uuid().clone(), handle.progress()));
        assert!(a.1.shared_with.is_empty());
        assert_eq!((b.1.shared_with, c.1.shared_with), (vec![c.0], vec![b.0]));
        assert_eq!((b.1.folded_into, c.1.folded_into), (None, None), "none was there before");
        cli.done().await;
    });
}

#[test]
fn a_prompt_merged_into_a_running_turn_is_reported() {
    everywhere(async || {
        let (connection, cli) = session(
            "-> prompt $a one
             <- started $a
             <- init
             -> prompt $b two
             <- started $b
             <- say both
             <- result $a,$b done",
        )
        .await;
        let a = connection.send(prompt("one")).await.unwrap();
        let b = connection.send(prompt("two")).await.unwrap();
        let handles = [a.handle().clone(), b.handle().clone()];
        assert_eq!(all(b).await, ["started", "say both", "result done"]);
        assert_eq!(a.result().await.unwrap().text(), "done");
        let [a, b] = handles;
        assert_eq!(b.progress().folded_into.as_ref(), Some(a.uuid()));
        assert_eq!(a.progress().folded_into, None);
        assert_eq!(a.progress().shared_with, [b.uuid().clone()]);
        cli.done().await;
    });
}

#[test]
fn each_step_of_a_turn_has_its_time() {
    paused(async || {
        let (connection, cli) = session(
            r#"-> prompt $a x
               .. 1s
               <- started $a
               .. 1s
               <- {"type":"stream_event","event":{"type":"message_start","message":{}}}
               .. 1s
               <- {"type":"stream_event","event":{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a"}}}
               .. 1s
               <- say ab
               .. 1s
               <- result $a ab
               -> prompt $b y
               <- started $b
               .. 2s
               <- say c
               <- result $b c"#,
        )
        .await;
        let turn = connection.send(prompt("x")).await.unwrap();
        let handle = turn.handle().clone();
        turn.result().await.unwrap();
        let mut expected = Timings::default();
        expected.started = Some(SECOND);
        expected.first_message = Some(2 * SECOND);
        expected.first_token = Some(3 * SECOND);
        expected.result = Some(5 * SECOND);
        assert_eq!(rounded(handle.progress().timings), expected);
        let turn = connection.send(prompt("y")).await.unwrap();
        let handle = turn.handle().clone();
        turn.result().await.unwrap();
        let timings = rounded(handle.progress().timings);
        assert_eq!(timings.first_message, Some(2 * SECOND));
        assert_eq!(timings.first_token, timings.first_message, "there are no pieces");
        cli.done().await;
    });
}

/// Rounds to a millisecond: timers of the paused clock are not more exact.
fn rounded(timings: Timings) -> Timings {
    let round = |time: Option<Duration>| Some(Duration::from_secs(time?.as_secs()));
    let mut rounded = Timings::default();
    rounded.started = round(timings.started);
    rounded.first_message = round(timings.first_message);
    rounded.first_token = round(timings.first_token);
    rounded.result = round(timings.result);
    rounded
}

#[test]
fn without_announcements_prompts_left_by_an_idle_cli_were_merged() {
    paused(async || {
        let (connection, cli) = session(
            "-> prompt $a one
             <- running
             <- init
             -> prompt $b two
             -> prompt $c three
             <- result - all
             <- idle
             ==",
        )
        .await;
        let a = connection.send(prompt("one")).await.unwrap();
        let b = connection.send(prompt("two")).await.unwrap();
        let c = connection.send(prompt("three")).await.unwrap();
        let watched = b.handle().clone();
        for turn in [a, b, c] {
            assert_eq!(turn.result().await.unwrap().text(), "all");
        }
        assert_eq!(watched.progress().phase, PromptPhase::Done);
        cli.meet().await;
        cli.done().await;
    });
}

#[test]
fn without_announcements_a_queued_prompt_still_gets_its_own_turn() {
    paused(async || {
        let (connection, cli) = session(
            "-> prompt $a one
             <- running
             <- init
             -> prompt $b two
             <- result - first
             <- idle
             .. 1s
             <- running
             <- init
             .. 60s
             <- say second
             <- result - second
             <- idle",
        )
        .await;
        let a = connection.send(prompt("one")).await.unwrap();
        let b = connection.send(prompt("two")).await.unwrap();
        assert_eq!(a.result().await.unwrap().text(), "first");
        assert_eq!(b.result().await.unwrap().text(), "second");
        cli.done().await;
    });
}

#[test]
fn without_announcements_a_background_result_answers_no_prompt() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a one
               <- init
               <- {"type":"result","subtype":"success","is_error":false,"result":"an agent is done","origin":{"kind":"task-notification"}}
               <- init
               <- say mine
               <- result - mine"#,
        )
        .await;
        let turn = connection.send(prompt("one")).await.unwrap();
        assert_eq!(turn.result().await.unwrap().text(), "mine");
        cli.done().await;
    });
}

#[test]
fn an_unanswered_prompt_ends_when_the_cli_stays_idle() {
    paused(async || {
        let script = "-> prompt $a x\n <- started $a\n <- running\n <- say y\n <- completed $a\n <- idle\n ==";
        let (connection, cli) = session(script).await;
        let turn = connection.send(prompt("x")).await.unwrap();
        let error = turn.result().await.unwrap_err();
        assert!(matches!(error, ProtocolError::NoResult), "{error:?}");
        cli.meet().await;
        cli.done().await;
    });
}
