//! Shared budgets: one account for many sessions.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use claude_sdk::budget::{BudgetEvent, BudgetItem};
use claude_sdk::{Budget, Client, Error, Options, query};
use serde_json::json;
use tokio::task::JoinSet;

use crate::cli::{Cli, Prompt, SESSION};
use crate::stage::{Stage, everywhere, paused};

/// What an answer of the simulated CLI costs.
const TOKENS: u64 = 10;
const USD: f64 = 0.1;

/// CLIs whose answers cost [`TOKENS`] and [`USD`]. After `hang`, they wait to be interrupted.
fn billing() -> (Options, Stage) {
    Stage::play(async |mut cli: Cli| {
        cli.handshake().await;
        let mut running: Option<Prompt> = None;
        let mut answers = 0_u64;
        while let Some(line) = cli.line().await {
            if line["type"] == "control_request" {
                cli.succeed(line["request_id"].as_str().unwrap(), json!({})).await;
                if let Some(prompt) = running.take() {
                    let fields = json!({ "subtype": "error_during_execution", "is_error": true });
                    cli.end(&[&prompt], fields).await;
                }
                continue;
            }
            let prompt = Cli::read_prompt(&line);
            cli.init().await;
            answers += 1;
            cli.send(json!({
                "type": "assistant", "session_id": SESSION,
                "message": {
                    "role": "assistant", "model": "fake", "id": format!("msg_{answers}"),
                    "usage": { "input_tokens": TOKENS, "output_tokens": 0 },
                    "content": [{ "type": "text", "text": "said" }],
                },
            }))
            .await;
            if prompt.text == "hang" {
                running = Some(prompt);
                continue;
            }
            #[expect(clippy::cast_precision_loss, reason = "few answers")]
            let cost = USD * answers as f64;
            let usage = json!({ "fake": { "inputTokens": TOKENS, "costUSD": USD } });
            let total = json!({ "fake": { "inputTokens": TOKENS * answers, "costUSD": cost } });
            cli.end(
                &[&prompt],
                json!({
                    "subtype": "success", "is_error": false, "result": "done", "num_turns": 1,
                    "total_cost_usd": cost, "modelUsage": total,
                    "model_usage_since_last_result": usage,
                }),
            )
            .await;
        }
        cli.exit(0, "");
    })
}

/// A budget that keeps its events.
fn watched(budget: Budget) -> (Budget, Arc<Mutex<Vec<BudgetEvent>>>) {
    let events = Arc::<Mutex<Vec<BudgetEvent>>>::default();
    let seen = Arc::clone(&events);
    (budget.on_event(move |event| seen.lock().unwrap().push(event)), events)
}

#[track_caller]
fn used_up<T: std::fmt::Debug>(result: Result<T, Error>) {
    let error = result.unwrap_err();
    assert!(matches!(error, Error::Budget { shared: true, .. }), "{error:?}");
    assert!(error.to_string().starts_with("the shared budget is used up"), "{error}");
}

async fn until(holds: impl Fn() -> bool) {
    while !holds() {
        tokio::task::yield_now().await;
    }
}

/// The soft thresholds are the exact sums, and are reached by the last answer only.
#[test]
fn the_sum_over_many_sessions_is_exact() {
    everywhere(async || {
        let (options, stage) = billing();
        let (queries, prompts) = (20, 3);
        let all = f64::from(queries * prompts);
        let budget = Budget::new().usd((USD * all, 1e6)).tokens((TOKENS * 60, u64::MAX)).shared();
        let (budget, events) = watched(budget);
        let options = options.budget(budget);
        let mut running = JoinSet::new();
        for number in 0..queries {
            let options = options.clone();
            running.spawn(async move {
                if number % 2 == 0 {
                    for _ in 0..prompts {
                        query("x", options.clone()).text().await.unwrap();
                    }
                } else {
                    let client = Client::connect(options).await.unwrap();
                    for _ in 0..prompts {
                        client.send("x").await.unwrap().text().await.unwrap();
                    }
                    client.close().await.unwrap();
                }
            });
        }
        running.join_all().await;
        until(|| events.lock().unwrap().len() == 2).await;
        let mut warned: Vec<_> = events
            .lock()
            .unwrap()
            .iter()
            .map(|event| match event {
                BudgetEvent::Warned(used) if used.shared => (used.item, used.used),
                event => panic!("{event:?}"),
            })
            .collect();
        warned.sort_by_key(|(item, _)| *item != BudgetItem::Usd);
        assert_eq!(warned, [(BudgetItem::Usd, 6.0), (BudgetItem::Tokens, 600.0)]);
        stage.done().await;
    });
}

#[test]
fn when_it_is_used_up_all_sessions_stop_and_none_starts() {
    everywhere(async || {
        let (options, stage) = billing();
        let (budget, events) = watched(Budget::new().tokens(5 * TOKENS).shared());
        let options = options.budget(budget);
        let idle = Client::connect(options.clone()).await.unwrap();
        idle.send("x").await.unwrap().text().await.unwrap();
        let mut turns = Vec::new();
        for _ in 0..4 {
            let client = Client::connect(options.clone()).await.unwrap();
            turns.push(client.send("hang").await.unwrap());
        }
        let clients: Vec<_> = turns.iter().map(|turn| turn.handle()).collect();
        // Wait until all four answers count.
        for turn in &mut turns {
            while !matches!(turn.next().await, Some(Ok(claude_sdk::Message::Assistant(_)))) {}
        }
        assert_eq!(stage.started(), 5);
        // One token too many, in a sixth session.
        used_up(query("hang", options.clone()).text().await);
        for turn in turns {
            used_up(turn.text().await);
        }
        for handle in clients {
            assert!(handle.progress().is_over());
        }
        used_up(idle.send("y").await);
        let started = stage.started();
        assert_eq!(started, 6);
        used_up(query("x", options.clone()).text().await);
        used_up(query("x", options.clone()).result().await);
        used_up(Client::connect(options.clone()).await);
        assert_eq!(stage.started(), started, "a CLI was started");
        // The callback runs in a task of its own.
        until(|| !events.lock().unwrap().is_empty()).await;
        let exceeded = events.lock().unwrap().clone();
        assert!(matches!(exceeded[..], [BudgetEvent::Exceeded(used)] if used.used == 60.0));
        // Another account is not used up.
        let other = options.budget(Budget::new().tokens(5 * TOKENS).shared());
        query("x", other).text().await.unwrap();
        idle.close().await.unwrap();
        stage.done().await;
    });
}

/// A session that connects while the account is used up gets the error, too.
#[test]
fn a_session_that_begins_meanwhile_cannot_send() {
    everywhere(async || {
        let (options, stage) = billing();
        let options = options.budget(Budget::new().tokens(TOKENS).shared());
        let early = Client::connect(options.clone()).await.unwrap();
        let late = Client::connect(options.clone()).await.unwrap();
        early.send("x").await.unwrap().text().await.unwrap();
        used_up(late.send("hang").await.unwrap().text().await);
        used_up(late.send("x").await);
        used_up(early.send("x").await);
        early.close().await.unwrap();
        late.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn time_is_that_of_each_session() {
    paused(async || {
        let (options, stage) = billing();
        let budget = Budget::new().wall_clock(Duration::from_secs(60)).tokens(1000).shared();
        let options = options.budget(budget);
        let old = Client::connect(options.clone()).await.unwrap();
        tokio::time::sleep(Duration::from_secs(61)).await;
        let error = old.send("x").await.unwrap_err();
        let Error::Budget { item, shared, .. } = error else { panic!("{error:?}") };
        assert_eq!((item, shared), (BudgetItem::WallClock, false));
        assert_eq!(query("x", options).text().await.unwrap(), "done");
        old.close().await.unwrap();
        stage.done().await;
    });
}
