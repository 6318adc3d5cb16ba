//! Scopes: clients that end before their session.

use std::sync::Mutex;
use std::time::Duration;

use claude_sdk::client::Scope;
use claude_sdk::error::CloseReason;
use claude_sdk::{Client, Error, Message, Options, State};
use serde_json::json;
use tokio::runtime::Builder;

use crate::cli::{Cli, SESSION};
use crate::stage::{Stage, everywhere, paused};

/// A CLI that answers `wait` only when the next prompt arrives, together with that one.
fn waiting() -> (Options, Stage) {
    Stage::play(async |mut cli: Cli| {
        cli.handshake().await;
        let mut held = None;
        while let Some(line) = cli.line().await {
            if line["type"] == "control_request" {
                cli.succeed(line["request_id"].as_str().unwrap(), json!({})).await;
                continue;
            }
            let prompt = Cli::read_prompt(&line);
            if prompt.text == "wait" {
                cli.init().await;
                cli.say("so far").await;
                held = Some(prompt);
                continue;
            }
            if let Some(held) = held.take() {
                cli.result(&[&held], "late").await;
            }
            cli.answer(&prompt, &format!("echo: {}", prompt.text)).await;
        }
        cli.exit(0, "");
    })
}

#[track_caller]
fn ended<T: std::fmt::Debug>(result: Result<T, Error>) {
    let error = result.unwrap_err();
    let Error::Closed { reason } = error else { panic!("{error:?}") };
    assert_eq!(reason, CloseReason::ScopeEnded);
}

#[test]
fn a_client_and_its_clones_end_with_their_scope() {
    everywhere(async || {
        let (options, stage) = waiting();
        let client = Client::connect(options).await.unwrap();
        let scope = client.scoped();
        let lent = scope.client().clone();
        assert_eq!(lent.send("x").await.unwrap().text().await.unwrap(), "echo: x");
        lent.set_model("haiku").await.unwrap();
        lent.idle().await.unwrap();
        let (state, tasks, stalls) = (lent.state(), lent.tasks(), lent.stalls());
        assert!(state.get().is_idle() && lent.system_init().is_some());
        let ledger = lent.ledger();
        drop(scope);

        ended(lent.send("y").await);
        ended(lent.interrupt().await);
        ended(lent.set_model("opus").await);
        ended(lent.apply_flag_settings(&json!({})).await);
        ended(lent.mcp_status().await);
        ended(lent.messages());
        ended(lent.events());
        ended(lent.unsolicited());
        ended(lent.idle().await);
        ended(lent.recycle().await);
        ended(lent.reset().await);
        ended(lent.close().await);
        ended(tasks.stop(&"t".into()).await);
        for state in [state.get(), lent.state().get()] {
            assert!(matches!(state, State::Closed(Some(_))), "{state:?}");
        }
        assert!(tasks.get().is_empty() && stalls.last().is_none());
        assert!(lent.system_init().is_none() && lent.process_tree().await.is_none());

        // The session goes on, and the client that has ended sees nothing of it.
        assert_eq!(client.send("z").await.unwrap().text().await.unwrap(), "echo: z");
        assert_eq!(lent.ledger().turn_count, ledger.turn_count);
        assert_eq!(client.ledger().turn_count, ledger.turn_count + 1);
        assert_eq!(lent.session_id().unwrap().as_str(), SESSION);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn what_waits_is_woken_by_the_end_of_its_scope() {
    paused(async || {
        let (options, stage) = waiting();
        let client = Client::connect(options).await.unwrap();
        let mut all = client.messages().unwrap();
        let scope = client.scoped();
        let lent = scope.client().clone();
        let over = lent.send("over").await.unwrap();
        lent.idle().await.unwrap();
        let mut turn = lent.send("wait").await.unwrap();
        let handle = turn.handle();
        while !matches!(turn.next().await, Some(Ok(Message::Assistant(_)))) {}
        let mut messages = lent.messages().unwrap();
        let (mut watch, mut tasks, mut stalls) = (lent.state(), lent.tasks(), lent.stalls());
        let mut changes = lent.state();
        let (joined, idle) = (lent.tasks(), lent.idle());
        let waits = async {
            tokio::join!(
                async { ended(turn.next().await.unwrap()) },
                async { ended(messages.next().await.unwrap()) },
                async { ended(watch.wait_for(State::is_idle).await) },
                async {
                    let _ = changes.changed().await;
                    ended(changes.changed().await);
                },
                async { ended(tasks.changed().await) },
                async { assert!(stalls.next().await.is_none()) },
                async { ended(idle.await) },
            )
        };
        let end = async {
            tokio::time::sleep(Duration::from_millis(10)).await;
            drop(scope);
        };
        tokio::time::timeout(Duration::from_secs(1), async { tokio::join!(waits, end) })
            .await
            .expect("nothing waits any more");
        assert!(turn.next().await.is_none());
        ended(joined.join().await);
        ended(handle.steer("more").await);
        // A turn that was over can still be read.
        assert_eq!(over.text().await.unwrap(), "echo: over");

        // The turn runs on, and other clients see its result.
        client.send("next").await.unwrap().text().await.unwrap();
        client.close().await.unwrap();
        let mut results = Vec::new();
        while let Some(message) = all.next().await {
            if let Message::Result(result) = message.unwrap() {
                results.push(result.text().to_owned());
            }
        }
        assert_eq!(results, ["echo: over", "late", "echo: next"]);
        stage.done().await;
    });
}

#[test]
fn a_scope_inside_of_a_scope_ends_with_it() {
    everywhere(async || {
        let (options, stage) = waiting();
        let client = Client::connect(options).await.unwrap();
        let outer = client.scoped();
        let inner = outer.client().scoped();
        let (lent, deep) = (outer.client().clone(), inner.client().clone());
        let mut messages = deep.messages().unwrap();
        drop(inner);
        ended(deep.send("x").await);
        ended(messages.next().await.unwrap());
        lent.send("x").await.unwrap().text().await.unwrap();

        let inner: Scope = lent.scoped();
        let deep = inner.client().clone();
        let mut messages = deep.messages().unwrap();
        let mut state = deep.state();
        drop(outer);
        ended(deep.send("x").await);
        ended(lent.send("x").await);
        ended(messages.next().await.unwrap());
        ended(state.wait_for(|_| false).await);
        assert_eq!(deep.session_id().unwrap().as_str(), SESSION);
        // A scope of a client that has ended has ended, too.
        let late = deep.scoped();
        ended(late.client().send("x").await);
        ended(late.client().idle().await);
        client.send("x").await.unwrap().text().await.unwrap();
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_recycling_outlives_the_scope_that_began_it() {
    paused(async || {
        let (options, stage) = Stage::play(async |cli: Cli| {
            // The state is not idle meanwhile.
            tokio::time::sleep(Duration::from_secs(1)).await;
            cli.serve().await;
        });
        let client = Client::connect(options).await.unwrap();
        client.send("x").await.unwrap().text().await.unwrap();
        client.idle().await.unwrap();
        let scope = client.scoped();
        let lent = scope.client().clone();
        let mut state = client.state();
        let recycling = tokio::spawn(async move { lent.recycle().await });
        state.wait_for(|state| matches!(state, State::Starting)).await.unwrap();
        drop(scope);
        recycling.await.unwrap().unwrap();
        assert_eq!(client.send("y").await.unwrap().text().await.unwrap(), "echo: y");
        assert_eq!(stage.started(), 2);
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// Many tasks send while the scope ends: what they send arrives before what is sent after the end.
#[test]
fn nothing_is_sent_after_the_end_of_a_scope() {
    let runtime = Builder::new_multi_thread().worker_threads(3).enable_all().build().unwrap();
    runtime.block_on(async {
        static TEXTS: Mutex<Vec<String>> = Mutex::new(Vec::new());
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            while let Some(line) = cli.line().await {
                let prompt = Cli::read_prompt(&line);
                TEXTS.lock().unwrap().push(prompt.text.clone());
                cli.answer(&prompt, "done").await;
            }
            cli.exit(0, "");
        });
        let client = Client::connect(options).await.unwrap();
        for round in 0..30 {
            let scope = client.scoped();
            let sending: Vec<_> = (0..3)
                .map(|_| {
                    let lent = scope.client().clone();
                    let text = format!("lent {round}");
                    tokio::spawn(async move { while lent.send(&text).await.is_ok() {} })
                })
                .collect();
            tokio::time::sleep(Duration::from_micros(50)).await;
            drop(scope);
            client.send(format!("after {round}")).await.unwrap().text().await.unwrap();
            for task in sending {
                task.await.unwrap();
            }
        }
        client.close().await.unwrap();
        let mut last = None;
        for text in TEXTS.lock().unwrap().iter() {
            let (kind, round) = text.split_once(' ').unwrap();
            let round: usize = round.parse().unwrap();
            assert!(kind == "after" || last.is_none_or(|last| round > last), "{text} came late");
            if kind == "after" {
                last = Some(round);
            }
        }
        stage.done().await;
    });
}
