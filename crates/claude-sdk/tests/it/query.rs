//! Queries: one prompt, streamed or collected.

use std::time::Duration;

use claude_sdk::error::CloseReason;
use claude_sdk::transport::Signal;
use claude_sdk::types::{ContentBlock, TextBlock, UserApiMessage, UserInput};
use claude_sdk::{Client, Error, ErrorKind, Message, Options, Permission, Query, query};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::cli::{Cli, SESSION};
use crate::stage::{Stage, everywhere, paused};

/// A CLI whose run fails with these fields. It then exits with code 1, as the real one does.
fn failing(fields: Value) -> (Options, Stage) {
    Stage::play(move |mut cli: Cli| {
        let fields = fields.clone();
        async move {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            cli.end(&[&prompt], fields).await;
            cli.eof().await;
            cli.exit(1, "");
        }
    })
}

fn kind(message: &Message) -> &'static str {
    match message {
        Message::System(_) => "system",
        Message::Assistant(_) => "assistant",
        Message::Result(_) => "result",
        other => panic!("{other:?}"),
    }
}

async fn kinds(run: &mut Query) -> Vec<&'static str> {
    let mut kinds = Vec::new();
    while let Some(message) = run.next().await {
        kinds.push(kind(&message.unwrap()));
    }
    kinds
}

#[test]
fn a_query_streams_until_the_cli_exits() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let mut run = query("2 + 2?", options).await.unwrap();
        assert_eq!(kinds(&mut run).await, ["system", "assistant", "result"]);
        // After the end the stream stays ended.
        assert!(run.next().await.is_none());
        stage.done().await;
    });
}

#[test]
fn a_query_reads_messages_after_the_result() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.answer(&prompt, "one").await;
            cli.say("from the background").await;
            cli.end(&[], json!({ "subtype": "success", "is_error": false, "result": "two" })).await;
            cli.finish().await;
        });
        let mut run = query("x", options.clone()).await.unwrap();
        let all = ["system", "assistant", "result", "assistant", "result"];
        assert_eq!(kinds(&mut run).await, all);
        // The first result and the last one.
        assert_eq!(query("x", options.clone()).result().await.unwrap().text(), "one");
        assert_eq!(query("x", options.clone()).text().await.unwrap(), "one");
        let last = query("x", options).await.unwrap().run_to_end().await.unwrap();
        assert_eq!(last.text(), "two");
        stage.done().await;
    });
}

#[test]
fn without_callbacks_stdin_closes_right_after_the_prompt() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.eof().await;
            cli.answer(&prompt, "4").await;
            cli.exit(0, "");
        });
        assert_eq!(query("2 + 2?", options).text().await.unwrap(), "4");
        stage.done().await;
    });
}

#[test]
fn text_returns_the_final_text() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        assert_eq!(query("hello", options.clone()).text().await.unwrap(), "echo: hello");
        let run = query("again".to_owned(), options).await.unwrap();
        assert_eq!(run.text().await.unwrap(), "echo: again");
        assert_eq!(stage.started(), 2);
        stage.done().await;
    });
}

#[test]
fn a_prompt_may_be_blocks_or_a_complete_message() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let blocks = vec![ContentBlock::Text(TextBlock::new("a")), ContentBlock::Text("b".into())];
        let answer = query(blocks, options.clone()).text().await.unwrap();
        let echoed: Value = serde_json::from_str(answer.strip_prefix("echo: ").unwrap()).unwrap();
        assert_eq!(echoed[0], json!({ "type": "text", "text": "a" }));
        assert_eq!(echoed[1]["text"], "b");

        let uuid = "00000000-2222-4333-8444-555555555555";
        let whole = UserInput::new(UserApiMessage::new("c")).uuid(uuid);
        let result = query(whole, options).result().await.unwrap();
        assert_eq!(result.user_message_uuid.unwrap().as_str(), uuid);
        stage.done().await;
    });
}

#[test]
fn a_failed_run_is_a_result_in_streams_and_an_error_as_text() {
    everywhere(async || {
        let (options, stage) = failing(json!({
            "subtype": "error_max_turns", "is_error": true, "errors": ["too many turns"],
        }));
        let mut run = query("x", options.clone()).await.unwrap();
        assert_eq!(kinds(&mut run).await, ["system", "result"]);

        let result = query("x", options.clone()).result().await.unwrap();
        assert!(result.is_failure());
        let last = query("x", options.clone()).await.unwrap().run_to_end().await.unwrap();
        assert!(last.is_failure());

        let error = query("x", options).text().await.unwrap_err();
        let Error::Run(inside) = &error else { panic!("{error:?}") };
        assert_eq!(inside.errors, result.errors);
        assert_eq!(error.to_string(), "the run failed: too many turns");
        stage.done().await;
    });
}

#[test]
fn the_assistant_message_gives_the_reason_of_an_api_failure() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            cli.send(json!({
                "type": "assistant", "session_id": SESSION, "error": "billing_error",
                "message": { "role": "assistant", "model": "<synthetic>", "content": [] },
            }))
            .await;
            let text = "Credit balance is too low";
            let fields = json!({
                "subtype": "success", "is_error": true, "result": text, "api_error_status": 400,
            });
            cli.end(&[&prompt], fields).await;
            cli.eof().await;
            cli.exit(1, "");
        });
        let error = query("x", options).text().await.unwrap_err();
        assert!(matches!(error, Error::Limit { .. }), "{error:?}");
        assert_eq!(error.kind(), ErrorKind::Quota);
        stage.done().await;
    });
}

#[test]
fn an_exit_is_an_error_and_the_last_item() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.init().await;
            cli.exit(137, "Killed\n");
        });
        let mut run = query("x", options.clone()).await.unwrap();
        assert_eq!(kind(&run.next().await.unwrap().unwrap()), "system");
        let error = run.next().await.unwrap().unwrap_err();
        let Error::Exited { status, stderr, last_result: None, .. } = &error else {
            panic!("{error:?}")
        };
        assert_eq!((status.as_str(), stderr.as_str()), ("exit code 137", "Killed\n"));
        assert_eq!(error.to_string(), "the CLI exited with exit code 137: Killed");
        assert!(run.next().await.is_none());

        for error in [
            query("x", options.clone()).text().await.unwrap_err(),
            query("x", options.clone()).result().await.unwrap_err(),
            query("x", options).await.unwrap().run_to_end().await.unwrap_err(),
        ] {
            assert!(matches!(error, Error::Exited { .. }), "{error:?}");
        }
        stage.done().await;
    });
}

/// The options as they are, and with a callback: then stdin stays open until the run is over.
fn without_and_with_callbacks(options: &Options) -> [Options; 2] {
    [options.clone(), options.clone().on_permission(async |_, _| Permission::allow())]
}

/// A CLI that answers, and then ignores the end of its stdin and SIGTERM.
fn staying() -> (Options, Stage) {
    Stage::play(async |mut cli: Cli| {
        cli.handshake().await;
        let prompt = cli.prompt().await;
        cli.init().await;
        cli.answer(&prompt, "Hello.").await;
        cli.eof().await;
        assert_eq!(cli.signal().await, Some(Signal::Terminate));
        assert_eq!(cli.signal().await, Some(Signal::Kill));
    })
}

#[test]
fn an_answer_that_is_there_does_not_wait_for_a_cli_that_stays() {
    paused(async || {
        let (options, stage) = staying();
        for options in without_and_with_callbacks(&options) {
            let begun = Instant::now();
            assert_eq!(query("Hi", options.clone()).text().await.unwrap(), "Hello.");
            assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
            let begun = Instant::now();
            assert_eq!(query("Hi", options).result().await.unwrap().text(), "Hello.");
            assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
        }
        // Nobody waits for the end of these sessions, and they end all the same.
        stage.done().await;
    });
}

#[test]
fn a_stream_of_a_cli_that_stays_ends_in_seconds_and_without_an_error() {
    paused(async || {
        let (options, stage) = staying();
        for options in without_and_with_callbacks(&options) {
            let begun = Instant::now();
            let mut run = query("Hi", options.clone()).await.unwrap();
            assert_eq!(kinds(&mut run).await.last(), Some(&"result"));
            assert!(begun.elapsed() < Duration::from_secs(12), "{:?}", begun.elapsed());
            let run = query("Hi", options).await.unwrap();
            assert_eq!(run.run_to_end().await.unwrap().text(), "Hello.");
        }
        stage.done().await;
    });
}

#[test]
fn a_turn_without_a_result_does_not_end_the_session() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let state = |state: &str| json!({ "type": "command_lifecycle", "state": state, "command_uuid": prompt.uuid });
            cli.send(state("started")).await;
            cli.send(state("completed")).await;
            let prompt = cli.prompt().await;
            cli.answer(&prompt, "Hello.").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let error = client.send("One").await.unwrap().text().await.unwrap_err();
        assert_eq!(error.to_string(), "the turn ended without a result");
        assert!(error.hint().starts_with("Send the prompt again."), "{}", error.hint());
        assert_eq!(client.send("Two").await.unwrap().text().await.unwrap(), "Hello.");
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// Each way to collect an answer.
async fn unanswered(options: &Options) -> [Error; 3] {
    [
        query("x", options.clone()).text().await.unwrap_err(),
        query("x", options.clone()).result().await.unwrap_err(),
        query("x", options.clone()).await.unwrap().run_to_end().await.unwrap_err(),
    ]
}

#[test]
fn an_orderly_exit_without_a_result_is_an_error() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.eof().await;
            cli.exit(0, "");
        });
        for error in unanswered(&options).await {
            let Error::Exited { status, .. } = &error else { panic!("{error:?}") };
            assert_eq!(status, "exit code 0");
        }
        stage.done().await;
    });
}

#[test]
fn a_prompt_that_was_cancelled_has_no_result() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.send(json!({
                "type": "command_lifecycle", "state": "cancelled", "command_uuid": prompt.uuid,
            }))
            .await;
            cli.eof().await;
            cli.exit(0, "");
        });
        for error in unanswered(&options).await {
            let is_no_result = matches!(error, Error::Closed { reason: CloseReason::NoResult });
            assert!(is_no_result, "{error:?}");
        }
        stage.done().await;
    });
}

#[test]
fn dropping_a_query_ends_the_cli() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.init().await;
            assert!(cli.signal().await.is_some());
        });
        let mut run = query("x", options).await.unwrap();
        run.next().await.unwrap().unwrap();
        drop(run);
        stage.done().await;
    });
}

#[test]
fn a_query_whose_prompt_the_cli_knows_says_so() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.send(json!({
                "type": "command_lifecycle", "command_uuid": prompt.uuid, "state": "completed",
            }))
            .await;
            cli.finish().await;
        });
        let known = |error: Error| {
            let reason = CloseReason::AlreadyDelivered;
            assert!(matches!(error, Error::Closed { reason: why } if why == reason), "{error:?}");
        };
        known(query("x", options.clone()).text().await.unwrap_err());
        known(query("x", options.clone()).result().await.unwrap_err());
        let run = query("x", options).await.unwrap();
        known(run.run_to_end().await.unwrap_err());
        stage.done().await;
    });
}

#[test]
fn unexpected_lines_do_not_end_a_query() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.send(json!({ "type": "from_the_future", "x": 1 })).await;
            cli.send(json!(["no", "message"])).await;
            cli.answer(&prompt, "4").await;
            cli.finish().await;
        });
        let mut run = query("x", options).await.unwrap();
        let mut seen = Vec::new();
        while let Some(message) = run.next().await {
            seen.push(match message.unwrap() {
                Message::Noise(_) => "noise",
                Message::Unknown(_) => "unknown",
                other => kind(&other),
            });
        }
        assert_eq!(seen, ["unknown", "noise", "system", "assistant", "result"]);
        stage.done().await;
    });
}
