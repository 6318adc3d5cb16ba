//! Budgets: a limit holds whatever the CLI does, and every waiting call fails within the deadline
//! of the interrupt.

use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use std::time::Duration;

use claude_sdk::budget::{BudgetAction, BudgetEvent, BudgetItem, Price};
use claude_sdk::transport::Signal;
use claude_sdk::{Budget, Client, Error, ErrorKind, Message, Options, Result, query, query_stream};
use serde_json::{Value, json};
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::cli::{Cli, Prompt};
use crate::stage::{Stage, everywhere, paused};

/// How long an interrupt may take.
const INTERRUPT: Duration = Duration::from_secs(5);

fn seconds(count: u64) -> Duration {
    Duration::from_secs(count)
}

/// The events of a budget.
#[derive(Clone, Default)]
struct Events(Arc<Mutex<Vec<BudgetEvent>>>, Arc<Notify>);

impl Events {
    fn of(&self, budget: Budget) -> Budget {
        let events = self.clone();
        budget.on_event(move |event| {
            events.0.lock().unwrap().push(event);
            events.1.notify_one();
        })
    }

    fn texts(&self) -> Vec<String> {
        let events = self.0.lock().unwrap();
        let texts = events.iter().map(|event| match event {
            BudgetEvent::Warned(used) => format!("warned: {used}"),
            BudgetEvent::Exceeded(used) => format!("exceeded: {used}"),
            other => format!("{other:?}"),
        });
        texts.collect()
    }

    async fn next(&self) {
        self.1.notified().await;
    }
}

/// An answer that consumed this number of tokens and calls a tool.
fn answer(number: usize, tokens: u64, parent: Option<&str>) -> Value {
    json!({
        "type": "assistant", "session_id": "s", "parent_tool_use_id": parent,
        "message": {
            "role": "assistant", "model": "claude-haiku-5-5", "id": format!("msg_{number}"),
            "usage": { "input_tokens": tokens, "output_tokens": 0 },
            "content": [
                { "type": "tool_use", "id": format!("toolu_{number}"), "name": "Bash", "input": {} },
            ],
        },
    })
}

fn interrupted() -> Value {
    json!({
        "subtype": "error_during_execution", "is_error": true, "num_turns": 1,
        "terminal_reason": "aborted_streaming", "errors": ["stopped"],
    })
}

/// A CLI that consumes 100 tokens per answer, five times, and never ends the turn.
async fn consume(cli: &mut Cli, parent: Option<&str>) -> Prompt {
    cli.handshake().await;
    let prompt = cli.prompt().await;
    cli.init().await;
    for number in 0..5 {
        cli.send(answer(number, 100, parent)).await;
    }
    prompt
}

/// Accepts the interrupt, and ends the turn.
async fn stop(cli: &mut Cli, prompts: &[&Prompt]) {
    let (id, request) = cli.request("interrupt").await;
    assert_eq!(request["cancel_queued"], true, "what waits would run next: {request}");
    cli.succeed(&id, json!({})).await;
    cli.end(prompts, interrupted()).await;
}

#[track_caller]
fn assert_budget<T: std::fmt::Debug>(outcome: Result<T>, item: BudgetItem) -> Error {
    let error = outcome.unwrap_err();
    assert!(matches!(error, Error::Budget { item: of, .. } if of == item), "{error:?}");
    assert_eq!(error.kind(), ErrorKind::ResourceExhaustion);
    error
}

fn with(options: Options, budget: Budget) -> Options {
    options.budget(budget)
}

#[test]
fn a_limit_exceeded_by_a_subagent_fails_the_turn() {
    paused(async || {
        for answers_interrupt in [true, false] {
            let (options, stage) = Stage::play(move |mut cli: Cli| async move {
                consume(&mut cli, Some("toolu_agent")).await;
                let (id, _) = cli.request("interrupt").await;
                if answers_interrupt {
                    cli.succeed(&id, json!({})).await;
                }
                // There is never a result.
                // The close interrupts it once more.
                cli.request("interrupt").await;
                cli.finish().await;
            });
            let client = Client::connect(with(options, Budget::new().tokens(450))).await.unwrap();
            let began = Instant::now();
            let turn = client.send("go").await.unwrap();
            let error = assert_budget(turn.result().await, BudgetItem::Tokens);
            assert!(began.elapsed() <= INTERRUPT + seconds(1), "after {:?}", began.elapsed());
            assert_eq!(error.to_string(), "the budget is used up: 500 of 450 tokens");
            assert_budget(client.send("more").await, BudgetItem::Tokens);
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

#[test]
fn a_budget_holds_if_no_consumer_reads() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let prompt = consume(&mut cli, None).await;
            stop(&mut cli, &[&prompt]).await;
            cli.finish().await;
        });
        let events = Events::default();
        let budget = events.of(Budget::new().tokens((200, 300)));
        let client = Client::connect(with(options, budget)).await.unwrap();
        let _unread = client.send("go").await.unwrap();
        client.state().wait_for(claude_sdk::State::is_idle).await.unwrap();
        while events.texts().len() < 2 {
            events.next().await;
        }
        assert_eq!(events.texts(), ["warned: 200 of 200 tokens", "exceeded: 400 of 300 tokens"]);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_time_limit_interrupts_the_turn() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            stop(&mut cli, &[&prompt]).await;
            cli.finish().await;
        });
        let events = Events::default();
        let budget = events.of(Budget::new().wall_clock((seconds(50), seconds(60))));
        let client = Client::connect(with(options, budget)).await.unwrap();
        let began = Instant::now();
        let turn = client.send("go").await.unwrap();
        let error = assert_budget(turn.text().await, BudgetItem::WallClock);
        assert_eq!(began.elapsed().as_secs(), 60);
        assert!(error.result().is_some(), "the result of the interrupted run is inside");
        let texts = events.texts();
        assert!(texts[0].starts_with("warned: 50"), "{texts:?}");
        assert!(texts[1].starts_with("exceeded: 60"), "{texts:?}");
        assert_eq!(texts.len(), 2);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_cli_that_ignores_the_interrupt_is_ended_if_requested() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            consume(&mut cli, None).await;
            cli.request("interrupt").await;
            // The close interrupts it once more.
            cli.request("interrupt").await;
            cli.eof().await;
            assert_eq!(cli.signal().await, Some(Signal::Terminate));
            assert_eq!(cli.signal().await, Some(Signal::Kill));
            cli.exit(137, "");
        });
        let budget = Budget::new().turns(3).when_exceeded(BudgetAction::Close);
        let client = Client::connect(with(options, budget)).await.unwrap();
        let began = Instant::now();
        assert_budget(client.send("go").await.unwrap().result().await, BudgetItem::Turns);
        assert!(began.elapsed() <= INTERRUPT + seconds(1), "after {:?}", began.elapsed());
        client.state().wait_for(claude_sdk::State::is_closed).await.unwrap();
        assert!(began.elapsed() <= INTERRUPT + seconds(7 + 2 + 2), "after {:?}", began.elapsed());
        stage.done().await;
    });
}

#[test]
fn an_exceeded_budget_is_an_error_of_the_query() {
    everywhere(async || {
        for collect in ["text", "result", "stream"] {
            let (options, stage) = Stage::play(async |mut cli: Cli| {
                let prompt = consume(&mut cli, None).await;
                stop(&mut cli, &[&prompt]).await;
                cli.finish().await;
            });
            let options = with(options, Budget::new().tool_calls(4));
            let ask = query("go", options);
            match collect {
                "text" => drop(assert_budget(ask.text().await, BudgetItem::ToolCalls)),
                "result" => drop(assert_budget(ask.result().await, BudgetItem::ToolCalls)),
                _ => {
                    let mut run = ask.await.unwrap();
                    let (mut results, mut last) = (0, None);
                    while let Some(item) = run.next().await {
                        results += usize::from(matches!(item, Ok(Message::Result(_))));
                        last = Some(item);
                    }
                    assert_eq!(results, 1, "the result is an item");
                    assert_budget(last.unwrap(), BudgetItem::ToolCalls);
                }
            }
            stage.done().await;
        }
    });
}

#[test]
fn a_query_that_never_ends_fails_at_the_limit() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            consume(&mut cli, None).await;
            cli.request("interrupt").await;
            cli.eof().await;
        });
        let began = Instant::now();
        let ask = query("go", with(options, Budget::new().tokens(100)));
        assert_budget(ask.text().await, BudgetItem::Tokens);
        assert!(began.elapsed() <= INTERRUPT + seconds(1), "after {:?}", began.elapsed());
        stage.done().await;
    });
}

#[test]
fn queued_prompts_do_not_run_after_the_limit() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let first = consume(&mut cli, None).await;
            let second = cli.prompt().await;
            stop(&mut cli, &[&first]).await;
            // The CLI starts the next prompt, and is interrupted again.
            cli.init().await;
            stop(&mut cli, &[&second]).await;
            cli.finish().await;
        });
        // The time limit passes while the second prompt is queued.
        let budget = Budget::new().wall_clock(seconds(30));
        let client = Client::connect(with(options, budget)).await.unwrap();
        let began = Instant::now();
        let first = client.send("one").await.unwrap();
        let second = client.send("two").await.unwrap();
        assert_budget(first.result().await, BudgetItem::WallClock);
        assert_budget(second.result().await, BudgetItem::WallClock);
        client.state().wait_for(claude_sdk::State::is_idle).await.unwrap();
        assert!(began.elapsed() < seconds(31), "the second at once: {:?}", began.elapsed());
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// One prompt, and then a stream that stays pending.
struct Open(Option<&'static str>);

impl futures_core::Stream for Open {
    type Item = &'static str;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<&'static str>> {
        self.0.take().map_or(Poll::Pending, |prompt| Poll::Ready(Some(prompt)))
    }
}

#[test]
fn a_stream_of_prompts_ends_with_the_budget() {
    everywhere(async || {
        let (options, stage) = Stage::play(costly);
        let prompts = Open(Some("go"));
        let run = query_stream(prompts, with(options, Budget::new().usd(1.0))).await.unwrap();
        assert_eq!(run.text().await.unwrap(), "answer", "it ends, and the answer is there");
        stage.done().await;
    });
}

#[test]
fn steering_is_refused_after_the_limit() {
    everywhere(async || {
        let (options, stage) = Stage::play(costly);
        let client = Client::connect(with(options, Budget::new().usd(1.0))).await.unwrap();
        let turn = client.send("go").await.unwrap();
        let handle = turn.handle();
        assert_eq!(turn.text().await.unwrap(), "answer");
        assert_budget(handle.steer("more").await, BudgetItem::Usd);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[cfg(feature = "json")]
#[test]
fn an_exceeded_budget_is_an_error_of_a_typed_answer() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let prompt = consume(&mut cli, None).await;
            stop(&mut cli, &[&prompt]).await;
            cli.finish().await;
        });
        let options = with(options, Budget::new().tool_calls(4));
        assert_budget(query("go", options).json::<Vec<u32>>().await, BudgetItem::ToolCalls);
        stage.done().await;
    });
}

#[test]
fn subagents_can_be_disabled() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let task = json!({
                "type": "system", "subtype": "task_started", "session_id": "s", "task_id": "t",
                "task_type": "local_agent", "tool_use_id": "toolu_agent",
            });
            cli.send(task).await;
            let (id, _) = cli.request("interrupt").await;
            cli.succeed(&id, json!({})).await;
            cli.send(json!({
                "type": "system", "subtype": "task_notification", "session_id": "s",
                "task_id": "t", "status": "stopped",
            }))
            .await;
            cli.end(&[&prompt], interrupted()).await;
            cli.finish().await;
        });
        let client = Client::connect(with(options, Budget::new().subagents(0))).await.unwrap();
        let outcome = client.send("go").await.unwrap().text().await;
        let error = assert_budget(outcome, BudgetItem::Subagents);
        assert_eq!(error.to_string(), "the budget is used up: 1 of 0 subagents");
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// A CLI whose first turn costs two dollars.
async fn costly(mut cli: Cli) {
    cli.handshake().await;
    let prompt = cli.prompt().await;
    cli.init().await;
    let usage = json!({ "inputTokens": 100, "outputTokens": 20, "costUSD": 2.0 });
    let models = json!({ "claude-haiku-5-5": usage });
    let result = json!({
        "subtype": "success", "is_error": false, "result": "answer", "total_cost_usd": 2.0,
        "modelUsage": models, "model_usage_since_last_result": models,
    });
    cli.end(&[&prompt], result).await;
    // An interrupt may arrive; no turn is running.
    while let Some(line) = cli.line().await {
        let id = line["request_id"].as_str().unwrap().to_owned();
        cli.succeed(&id, json!({})).await;
    }
    cli.exit(0, "");
}

#[test]
fn a_finished_answer_is_kept_and_the_next_prompt_is_refused() {
    everywhere(async || {
        let (options, stage) = Stage::play(costly);
        let client = Client::connect(with(options, Budget::new().usd(1.0))).await.unwrap();
        assert_eq!(client.send("go").await.unwrap().text().await.unwrap(), "answer");
        let error = assert_budget(client.send("more").await, BudgetItem::Usd);
        assert_eq!(error.to_string(), "the budget is used up: 2 of 1 US dollars");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn dollars_are_counted_before_a_result_where_prices_are_known() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let prompt = consume(&mut cli, None).await;
            stop(&mut cli, &[&prompt]).await;
            cli.finish().await;
        });
        // A thousand dollars per million tokens: ten cents per answer.
        let budget = Budget::new().usd(0.35).price("claude-haiku", Price::per_million(1000.0, 0.0));
        let client = Client::connect(with(options, budget)).await.unwrap();
        let outcome = client.send("go").await.unwrap().result().await;
        let error = assert_budget(outcome, BudgetItem::Usd);
        assert_eq!(error.to_string(), "the budget is used up: 0.4 of 0.35 US dollars");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_soft_threshold_warns_once_and_stops_nothing() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let prompt = consume(&mut cli, None).await;
            cli.result(&[&prompt], "done").await;
            cli.serve_on().await;
        });
        let events = Events::default();
        let texts = events.clone();
        let budget = Budget::new()
            .tokens(claude_sdk::budget::Threshold::soft(100))
            .tool_calls((2, 100))
            .on_event(move |event| {
                texts.0.lock().unwrap().push(event);
                texts.1.notify_one();
                panic!("a callback that panics does no harm");
            });
        let client = Client::connect(with(options, budget)).await.unwrap();
        assert_eq!(client.send("go").await.unwrap().text().await.unwrap(), "done");
        assert_eq!(client.send("on").await.unwrap().text().await.unwrap(), "echo: on");
        while events.texts().len() < 2 {
            events.next().await;
        }
        let mut texts = events.texts();
        texts.sort();
        assert_eq!(texts, ["warned: 100 of 100 tokens", "warned: 2 of 2 tool calls"]);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_budget_task_does_not_keep_the_session_open() {
    everywhere(async || {
        let asked = std::sync::Arc::new(tokio::sync::Notify::new());
        let called = std::sync::Arc::clone(&asked);
        let (options, stage) = Stage::play(move |mut cli: Cli| {
            let called = std::sync::Arc::clone(&called);
            async move {
                consume(&mut cli, None).await;
                cli.request("interrupt").await;
                called.notify_one();
                // Nothing is answered; the client is dropped meanwhile.
                cli.eof().await;
            }
        });
        let events = Events::default();
        let budget = events.of(Budget::new().tokens(450));
        let client = Client::connect(with(options, budget)).await.unwrap();
        drop(client.send("go").await.unwrap());
        events.next().await;
        asked.notified().await;
        drop(client);
        stage.done().await;
    });
}

#[test]
fn invalid_budgets_are_refused() {
    let refused = |budget: Budget| {
        let error = Options::default().budget(budget).validate().unwrap_err();
        assert!(matches!(error, Error::Options { .. }));
        error.to_string()
    };
    assert!(
        refused(Budget::new().usd(f64::NAN))
            .contains("US dollars must be a finite number of at least 0, got NaN")
    );
    assert!(refused(Budget::new().usd(-1.0)).contains("got -1"));
    assert!(refused(Budget::new().tokens((20, 10))).contains("must not exceed 10, got 20"));
    assert!(refused(Budget::new().wall_clock((seconds(2), seconds(1)))).contains("seconds"));
    let free = Budget::new().usd(1.0).price("m", Price::per_million(0.0, 0.0));
    Options::default().budget(free).validate().unwrap();
    let invalid = Budget::new().usd(1.0).price("m", Price::per_million(f64::NAN, 1.0));
    assert!(refused(invalid).contains("a price must be a finite number of dollars"));
    Options::default().budget(Budget::new().usd((0.0, 0.0)).turns(1)).validate().unwrap();
}
