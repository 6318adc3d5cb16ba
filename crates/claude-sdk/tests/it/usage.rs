//! Usage: each answer counts once, and totals of the CLI are not added again.
//!
//! The numbers are those of recordings of the real CLI.

use std::path::{Path, PathBuf};

use claude_sdk::usage::{Accounting, Ledger, Tokens};
use claude_sdk::{Client, Options, query};
use serde_json::Value;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere, paused};

const HAIKU: &str = "claude-haiku-5-5";
const OPUS: &str = "claude-opus-5-5";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../claude-types/tests/recordings")
}

/// The messages of a recording.
fn recording(path: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let control =
        |line: &Value| line["type"].as_str().is_some_and(|kind| kind.starts_with("control_"));
    lines.filter(|line| !control(line)).collect()
}

fn named(name: &str) -> Vec<Value> {
    recording(&folder().join(format!("{name}.jsonl")))
}

/// The lines of a CLI that does not report the usage since the last result.
fn without_since(mut lines: Vec<Value>) -> Vec<Value> {
    for line in &mut lines {
        if let Some(line) = line.as_object_mut() {
            line.remove("model_usage_since_last_result");
        }
    }
    lines
}

/// The usage of a session in which the CLI wrote these lines.
async fn ledger(lines: Vec<Value>, set: impl Fn(Options) -> Options) -> Ledger {
    let (options, stage) = Stage::play(move |mut cli: Cli| {
        let lines = lines.clone();
        async move {
            cli.handshake().await;
            cli.prompt().await;
            for line in lines {
                cli.send(line).await;
            }
            cli.exit(0, "");
        }
    });
    let client = Client::connect(set(options.permission_mode_from_settings(true))).await.unwrap();
    let mut messages = client.messages().unwrap();
    drop(client.send("go").await.unwrap());
    while let Some(Ok(_)) = messages.next().await {}
    stage.done().await;
    client.ledger()
}

fn live(options: Options) -> Options {
    options.accounting(Accounting::Live)
}

fn results(options: Options) -> Options {
    options
}

/// New input tokens and output tokens.
fn tokens(tokens: Tokens) -> (u64, u64) {
    assert_eq!((tokens.cache_read, tokens.cache_creation), (0, 0));
    (tokens.input, tokens.output)
}

#[track_caller]
fn assert_dollars(actual: f64, expected: f64) {
    assert!((actual - expected).abs() < 1e-9, "{actual} is not {expected}");
}

/// Checks that hold for every session: the turns add up to the total, and the CLI reports the same.
#[track_caller]
fn assert_sound(ledger: &Ledger) {
    let turns: Vec<_> = ledger.turns.iter().collect();
    assert_eq!(turns.len() as u64, ledger.turn_count);
    let sum = turns.iter().fold(Tokens::default(), |mut sum, turn| {
        sum += turn.spent.tokens;
        sum
    });
    assert_eq!(sum, ledger.total.tokens, "the turns are the whole");
    assert_dollars(turns.iter().map(|turn| turn.spent.cost_usd).sum(), ledger.total.cost_usd);
    for turn in turns {
        let mut parts = turn.main;
        parts += turn.subagents;
        assert_eq!(parts, turn.spent.tokens, "main thread and subagents are the turn");
    }
    let drift = ledger.drift();
    assert!(drift.is_zero(), "{drift:?}");
}

#[test]
fn an_answer_of_many_blocks_counts_once() {
    everywhere(async || {
        let ledger = ledger(named("thinking"), live).await;
        assert_eq!(tokens(ledger.total.tokens), (100, 20));
        assert_dollars(ledger.total.cost_usd, 0.0008);
        // Three messages reported 100 input tokens and 1 output token each: the values at their
        // beginning.
        assert_eq!(tokens(ledger.turns[0].seen.unwrap()), (100, 1));
        assert_eq!(ledger.turns[0].spent.tokens, ledger.turns[0].main);
        assert_sound(&ledger);
    });
}

#[test]
fn a_growing_answer_counts_with_its_last_usage() {
    paused(async || {
        let ledger = ledger(named("partial_messages"), live).await;
        // Two answers; their last stream events report 20 output tokens each.
        assert_eq!(tokens(ledger.turns[0].seen.unwrap()), (200, 40));
        assert_eq!(tokens(ledger.total.tokens), (200, 40));
        assert_eq!((ledger.tool_calls, ledger.model_turns), (1, 2));
        assert_sound(&ledger);
    });
}

#[test]
fn three_turns_are_not_counted_twice() {
    everywhere(async || {
        for lines in [named("multi_turn"), without_since(named("multi_turn"))] {
            let ledger = ledger(lines, results).await;
            let turns: Vec<_> = ledger.turns.iter().map(|turn| turn.spent).collect();
            assert_eq!(turns.len(), 3);
            for turn in turns {
                assert_eq!(tokens(turn.tokens), (100, 20));
                assert_dollars(turn.cost_usd, 0.0008);
            }
            assert_eq!(tokens(ledger.total.tokens), (300, 60));
            assert_dollars(ledger.total.cost_usd, 0.0024);
            assert_eq!(tokens(ledger.models[OPUS].tokens), (300, 60));
            assert_eq!(ledger.turns[2].result_index, Some(2));
            assert_sound(&ledger);
        }
    });
}

#[test]
fn a_resumed_session_is_not_counted_twice() {
    paused(async || {
        let resumed = |options: Options| options.resume("77777777-2222-4333-8444-555555555555");
        let exact = ledger(named("sess_b_resume"), resumed).await;
        assert_eq!(tokens(exact.total.tokens), (100, 20));
        assert_dollars(exact.total.cost_usd, 0.0008);
        assert_eq!(tokens(exact.carried.tokens), (100, 20));
        assert_dollars(exact.carried.cost_usd, 0.0008);
        assert_sound(&exact);
        // An older CLI does not report the new usage: the tokens of the main thread are known, the
        // dollars are not.
        let older = ledger(without_since(named("sess_b_resume")), resumed).await;
        assert_eq!(tokens(older.total.tokens), (100, 20));
        assert_eq!(tokens(older.carried.tokens), (100, 20));
        assert_sound(&older);
    });
}

#[test]
fn subagents_are_counted_separately() {
    paused(async || {
        let ledger = ledger(named("subagent_bg"), live).await;
        // The agent continues in the background, into the turn that its end causes. The recording
        // decides in which of the two turns its answers arrive.
        assert_eq!(tokens(ledger.turns[0].main), (200, 40));
        assert_eq!(tokens(ledger.turns[1].main), (100, 20));
        let agents = ledger.turns.iter().take(2).map(|turn| tokens(turn.subagents));
        let agents = agents.reduce(|a, b| (a.0 + b.0, a.1 + b.1));
        assert_eq!(agents, Some((200, 40)));
        assert_eq!(tokens(ledger.subagents), (200, 40));
        assert_eq!(tokens(ledger.models[OPUS].tokens), (300, 60));
        assert_eq!(tokens(ledger.models[HAIKU].tokens), (200, 40));
        assert_dollars(ledger.models[HAIKU].cost_usd, 0.00004);
        assert_dollars(ledger.total.cost_usd, 0.00244);

        let [agent] = ledger.agents.iter().collect::<Vec<_>>()[..] else { panic!("not one agent") };
        // Its two answers, as their messages reported them; one of them has two frames.
        assert_eq!(tokens(agent.seen), (200, 2));
        // The CLI reports only its last request.
        assert_eq!((agent.reported_tokens, agent.tool_uses), (Some(120), Some(1)));
        assert_eq!(ledger.subagent_count, 1);
        assert!(ledger.turns[1].prompts.is_empty(), "no prompt caused it");
        assert_sound(&ledger);
    });
}

#[test]
fn a_reset_conversation_counts_on() {
    paused(async || {
        for lines in [named("slash_local"), without_since(named("slash_local"))] {
            let ledger = ledger(lines, results).await;
            let turns: Vec<_> = ledger.turns.iter().map(|turn| turn.spent.tokens.total()).collect();
            assert_eq!(turns, [120, 0, 0, 120, 0, 120]);
            assert_eq!(tokens(ledger.total.tokens), (300, 60));
            assert_dollars(ledger.total.cost_usd, 0.0024);
            // The CLI reports only what followed `/clear`.
            assert_eq!(ledger.drift().reported.tokens.total(), 120);
            assert_sound(&ledger);
        }
    });
}

#[test]
fn an_interrupted_turn_is_counted() {
    paused(async || {
        let ledger = ledger(named("interrupt_stream"), results).await;
        let [stopped, next] = ledger.turns.iter().collect::<Vec<_>>()[..] else { panic!() };
        assert!(stopped.failed && !next.failed);
        assert_eq!(tokens(stopped.spent.tokens), (100, 1));
        assert_eq!(stopped.main, stopped.spent.tokens, "its own usage is all zero");
        assert_dollars(stopped.spent.cost_usd, 0.00042);
        assert_eq!(tokens(ledger.total.tokens), (200, 21));
        let prompt = stopped.prompts[0].clone();
        assert_eq!(ledger.turn_of(&prompt), Some(stopped));
        assert_sound(&ledger);
    });
}

#[test]
fn every_recording_adds_up() {
    paused(async || {
        let resumed = [
            "sess_b_resume",
            "sess_d_continue",
            "sess_h_resume_at",
            "sess_mirror_resume",
            "sess_resume_file",
            "hooks_all_resume",
            "defer_resume",
            "kill_resume",
        ];
        let mut turns = 0;
        for entry in std::fs::read_dir(folder()).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap();
            let set = |options: Options| match resumed.contains(&name) {
                true => live(options).continue_latest(true),
                false => live(options),
            };
            let exact = ledger(recording(&path), set).await;
            assert_sound(&exact);
            turns += exact.turn_count;
            if !resumed.contains(&name) {
                let older = ledger(without_since(recording(&path)), set).await;
                assert_sound(&older);
                assert_eq!(older.total.tokens, exact.total.tokens, "{name}");
                assert_dollars(older.total.cost_usd, exact.total.cost_usd);
            }
        }
        assert!(turns > 200, "{turns} turns");
    });
}

#[test]
fn drift_is_the_usage_that_no_turn_reports() {
    paused(async || {
        let mut lines = named("multi_turn");
        for line in &mut lines {
            if line["type"] == "result" && line["result_index"] == 2 {
                line["modelUsage"][OPUS]["outputTokens"] = 100.into();
                line["total_cost_usd"] = 1.0.into();
            }
        }
        let drift = ledger(lines, results).await.drift();
        assert!(!drift.is_zero());
        assert_eq!(drift.tokens(), 40);
        assert_dollars(drift.cost_usd(), 0.9976);
    });
}

#[test]
fn live_accounting_reports_usage_while_a_turn_runs() {
    everywhere(async || {
        for accounting in [Accounting::Live, Accounting::Results] {
            let (options, stage) = Stage::play(async |mut cli: Cli| {
                cli.handshake().await;
                let prompt = cli.prompt().await;
                for line in named("tool_bash_allowed") {
                    if line["type"] == "result" {
                        // The test reads the usage here, and shows it by changing the model.
                        let (id, _) = cli.request("set_model").await;
                        cli.succeed(&id, serde_json::json!({})).await;
                        cli.result(&[&prompt], "done").await;
                    } else {
                        cli.send(line).await;
                    }
                }
                cli.finish().await;
            });
            let options = options.accounting(accounting).permission_mode_from_settings(true);
            let client = Client::connect(options).await.unwrap();
            let mut turn = client.send("go").await.unwrap();
            let mut answers = 0;
            while answers < 3 {
                let message = turn.next().await.unwrap().unwrap();
                answers += usize::from(matches!(message, claude_sdk::Message::Assistant(_)));
            }
            let pending = client.ledger().pending.tokens;
            let expected = if accounting == Accounting::Live { (200, 2) } else { (0, 0) };
            assert_eq!(tokens(pending), expected);
            client.set_model("sonnet").await.unwrap();
            turn.result().await.unwrap();
            assert!(client.ledger().pending.tokens.is_zero());
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

#[test]
fn a_query_has_usage_too_and_its_start_is_timed() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let (id, _) = cli.request("initialize").await;
            tokio::time::sleep(std::time::Duration::from_secs(3)).await;
            let answer = serde_json::json!({
                "current_permission_mode": "default", "claude_code_version": "2.1.329",
            });
            cli.succeed(&id, answer).await;
            cli.prompt().await;
            for line in named("multi_turn").into_iter().take_while(|line| line["result_index"] != 1)
            {
                cli.send(line).await;
            }
            cli.finish().await;
        });
        let mut run = query("go", options).await.unwrap();
        while let Some(message) = run.next().await {
            message.unwrap();
        }
        assert_eq!(tokens(run.ledger().total.tokens), (100, 20));
        assert_eq!(run.start_timings().initialize.as_secs(), 3);
        assert!(run.start_timings().spawn.as_secs() < 3);
        stage.done().await;
    });
}
