//! Conversations: consecutive and concurrent turns, clones, and the end of a session.

use std::sync::Arc;

use claude_sdk::error::CloseReason;
use claude_sdk::{Client, Error, Message, Turn};
use serde_json::json;
use tokio::sync::Notify;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere};

/// The texts that the model wrote in a turn, and its final text.
async fn texts(mut turn: Turn) -> Vec<String> {
    let mut texts = Vec::new();
    while let Some(message) = turn.next().await {
        match message.unwrap() {
            Message::Assistant(reply) => texts.push(reply.text()),
            Message::Result(result) => texts.push(format!("= {}", result.text())),
            _ => {}
        }
    }
    texts
}

#[test]
fn two_turns_are_answered_and_the_session_closes() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options).await.unwrap();
        let version = &client.initialized().unwrap().claude_code_version;
        assert_eq!(version.as_deref(), Some("2.1.329"));
        for prompt in ["one", "two"] {
            let turn = client.send(prompt).await.unwrap();
            let echo = format!("echo: {prompt}");
            assert_eq!(texts(turn).await, [echo.clone(), format!("= {echo}")]);
            client.state().wait_for(claude_sdk::State::is_idle).await.unwrap();
        }
        client.close().await.unwrap();
        assert!(client.state().get().is_closed());
        // Closing twice is not an error.
        client.close().await.unwrap();
        assert_eq!(stage.started(), 1);
        stage.done().await;
    });
}

#[test]
fn a_turn_can_be_read_in_each_way() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options).await.unwrap();
        assert_eq!(client.send("a").await.unwrap().text().await.unwrap(), "echo: a");
        let turn = client.send("b").await.unwrap();
        let uuid = turn.uuid().clone();
        let result = turn.result().await.unwrap();
        assert_eq!(result.text(), "echo: b");
        assert_eq!(result.user_message_uuid, Some(uuid));
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_failed_turn_is_a_result_or_an_error_and_the_next_turn_works() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            for _ in 0..2 {
                let prompt = cli.prompt().await;
                cli.init().await;
                let failed = json!({
                    "subtype": "success", "is_error": true, "result": "Overloaded",
                    "api_error_status": 529, "terminal_reason": "api_error",
                });
                cli.end(&[&prompt], failed).await;
            }
            cli.serve_on().await;
        });
        let client = Client::connect(options).await.unwrap();
        let result = client.send("a").await.unwrap().result().await.unwrap();
        assert!(result.is_failure());
        let error = client.send("b").await.unwrap().text().await.unwrap_err();
        assert!(matches!(error, Error::Api { status: Some(529), .. }), "{error:?}");
        assert!(error.is_retryable());
        assert_eq!(client.send("c").await.unwrap().text().await.unwrap(), "echo: c");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn the_messages_of_a_turn_give_the_reason_of_its_failure() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            cli.send(json!({
                "type": "assistant", "error": "authentication_failed",
                "message": { "role": "assistant", "model": "<synthetic>", "content": [] },
            }))
            .await;
            let failed = json!({ "subtype": "success", "is_error": true, "result": "no login" });
            cli.end(&[&prompt], failed).await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let error = client.send("a").await.unwrap().text().await.unwrap_err();
        assert!(matches!(error, Error::Auth { .. }), "{error:?}");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn clones_share_one_session() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options).await.unwrap();
        let tasks = [0, 1, 2, 3].map(|number| {
            let client = client.clone();
            tokio::spawn(async move {
                let prompt = format!("prompt {number}");
                let answer = client.send(&prompt).await.unwrap().text().await.unwrap();
                assert_eq!(answer, format!("echo: {prompt}"));
                client.session_id().unwrap().clone()
            })
        });
        for task in tasks {
            assert_eq!(Some(&task.await.unwrap()), client.session_id());
        }
        assert_eq!(stage.started(), 1);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn one_result_may_answer_two_prompts() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let (first, second) = (cli.prompt().await, cli.prompt().await);
            cli.init().await;
            cli.result(&[&first, &second], "both").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let (first, second) = (client.send("a").await.unwrap(), client.send("b").await.unwrap());
        assert_eq!(first.text().await.unwrap(), "both");
        assert_eq!(second.text().await.unwrap(), "both");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_dropped_turn_continues_and_its_messages_do_not_reach_the_next() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let first = cli.prompt().await;
            cli.init().await;
            cli.say("of the first").await;
            // The first turn ends only after the second prompt was sent.
            let second = cli.prompt().await;
            cli.result(&[&first], "first").await;
            cli.answer(&second, "second").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let mut first = client.send("a").await.unwrap();
        first.next().await.unwrap().unwrap();
        drop(first);
        let second = client.send("b").await.unwrap();
        assert_eq!(texts(second).await, ["second", "= second"]);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_close_ends_open_turns_and_other_clones() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.init().await;
            cli.request("interrupt").await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let other = client.clone();
        let mut turn = client.send("a").await.unwrap();
        turn.next().await.unwrap().unwrap();
        client.close().await.unwrap();
        let closed = |error: &Error| matches!(error, Error::Closed { reason: CloseReason::ByUser });
        let error = turn.next().await.unwrap().unwrap_err();
        assert!(closed(&error), "{error:?}");
        assert!(turn.next().await.is_none());
        let error = other.send("c").await.unwrap_err();
        assert!(closed(&error), "{error:?}");
        let error = other.set_model("opus").await.unwrap_err();
        assert!(closed(&error), "{error:?}");
        stage.done().await;
    });
}

#[test]
fn an_exit_settles_everything_with_stderr() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.prompt().await;
            cli.init().await;
            cli.request("set_model").await;
            cli.exit(1, "out of memory");
        });
        let client = Client::connect(options).await.unwrap();
        let mut turn = client.send("a").await.unwrap();
        turn.next().await.unwrap().unwrap();
        let (result, model) = tokio::join!(turn.result(), client.set_model("opus"));
        let closed = client.close().await;
        let later = client.send("b").await.map(drop);
        for error in
            [result.unwrap_err(), model.unwrap_err(), closed.unwrap_err(), later.unwrap_err()]
        {
            let Error::Exited { stderr, .. } = &error else { panic!("{error:?}") };
            assert_eq!(stderr, "out of memory");
        }
        stage.done().await;
    });
}

#[test]
fn unsolicited_messages_and_all_messages_have_subscriptions() {
    everywhere(async || {
        let go = Arc::new(Notify::new());
        let went = Arc::clone(&go);
        let (options, stage) = Stage::play(move |mut cli: Cli| {
            let went = Arc::clone(&went);
            async move {
                cli.handshake().await;
                let prompt = cli.prompt().await;
                cli.answer(&prompt, "one").await;
                went.notified().await;
                cli.say("from the background").await;
                cli.finish().await;
            }
        });
        let client = Client::connect(options).await.unwrap();
        let (mut unsolicited, mut all) =
            (client.unsolicited().unwrap(), client.messages().unwrap());
        client.send("a").await.unwrap().result().await.unwrap();
        go.notify_one();
        let Message::Assistant(reply) = unsolicited.next().await.unwrap().unwrap().message else {
            panic!()
        };
        assert_eq!(reply.text(), "from the background");
        client.close().await.unwrap();
        assert!(unsolicited.next().await.is_none());
        let mut seen = 0;
        while let Some(message) = all.next().await {
            message.unwrap();
            seen += 1;
        }
        assert_eq!(seen, 4);
        stage.done().await;
    });
}

#[test]
fn the_session_ends_with_its_last_clone_and_its_last_turn() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.answer(&prompt, "still here").await;
            cli.eof().await;
        });
        let client = Client::connect(options).await.unwrap();
        let turn = client.send("a").await.unwrap();
        let messages = client.unsolicited().unwrap();
        drop(client);
        // A turn keeps the session open; a subscription does not.
        assert_eq!(turn.text().await.unwrap(), "still here");
        stage.done().await;
        drop(messages);
    });
}
