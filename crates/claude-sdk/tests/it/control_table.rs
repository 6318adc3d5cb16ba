//! Control methods: what each one sends and decodes, and that its future can be dropped.

use std::collections::BTreeSet;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use claude_sdk::{Client, Error};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::cli::Cli;
use crate::exchanges::{Exchange, call, exchanges, expected, holds, one_of_each};
use crate::stage::{Stage, everywhere, paused};

const POLLS: usize = 6;

/// Answers a request as it was recorded; without a body if it had none.
async fn answer(cli: &mut Cli, id: &Value, body: Option<&Value>) {
    let mut response = json!({ "subtype": "success", "request_id": id });
    if let Some(body) = body {
        response["response"] = body.clone();
    }
    cli.send(json!({ "type": "control_response", "response": response })).await;
}

#[test]
fn each_method_sends_the_recorded_request_and_decodes_the_response() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            for exchange in exchanges() {
                let line = cli.expect("control_request").await;
                assert_eq!(line["request"], exchange.request);
                answer(&mut cli, &line["request_id"], exchange.answer.as_ref()).await;
            }
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let all = exchanges();
        assert!(all.len() > 75, "{}", all.len());
        for exchange in &all {
            let got = call(&client, &exchange.request).await.unwrap();
            let wanted = expected(exchange);
            // A response that only acknowledges has no value.
            assert!(wanted.is_null() || holds(&got, &wanted), "{}\n{got}", exchange.request);
        }
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// Answers each request like the first recorded one of its subtype, as long as stdin is open.
async fn oblige(mut cli: Cli) {
    cli.handshake().await;
    let known = one_of_each();
    while let Some(line) = cli.line().await {
        if line["type"] == "user" {
            let prompt = Cli::read_prompt(&line);
            let capabilities = ["interrupt_cancel_queued_v1", "mcp_call_check_permissions_v1"];
            cli.send(json!({
                "type": "system", "subtype": "init", "capabilities": capabilities,
            }))
            .await;
            cli.result(&[&prompt], "fine").await;
            continue;
        }
        let subtype = line["request"]["subtype"].as_str().unwrap();
        let recorded = known.iter().find(|exchange| exchange.subtype() == subtype);
        answer(&mut cli, &line["request_id"], recorded.and_then(|one| one.answer.as_ref())).await;
    }
    cli.exit(0, "");
}

/// Polls a future `times` times, lets other tasks run in between, and drops it if it is not
/// finished.
async fn polled<T>(times: usize, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    for _ in 0..times {
        let polled = std::future::poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx))).await;
        if let Poll::Ready(value) = polled {
            return Some(value);
        }
        tokio::task::yield_now().await;
    }
    None
}

#[test]
fn each_method_may_be_dropped_after_any_poll() {
    everywhere(async || {
        let (options, stage) = Stage::play(oblige);
        let client = Client::connect(options).await.unwrap();
        for exchange in one_of_each() {
            for polls in (0..POLLS).chain([usize::MAX]) {
                let done = polled(polls, call(&client, &exchange.request)).await;
                if polls == usize::MAX {
                    done.expect("polled to the end, it ends").unwrap();
                }
                // An abandoned response does not disturb another request.
                let model = client.set_model("m").await.unwrap();
                assert_eq!(model.unwrap(), "claude-sonnet-4-5");
            }
            let turn = client.send("x").await.unwrap();
            assert_eq!(turn.text().await.unwrap(), "fine", "{}", exchange.subtype());
        }
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn each_method_times_out_and_names_its_request() {
    paused(async || {
        let (options, _stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            while cli.line().await.is_some() {}
            cli.exit(0, "");
        });
        let client = Client::connect(options).await.unwrap();
        let mut slow = BTreeSet::new();
        for exchange in one_of_each() {
            let before = Instant::now();
            let error = call(&client, &exchange.request).await.unwrap_err();
            let Error::Timeout { waiting_for, after, .. } = &error else { panic!("{error:?}") };
            assert_eq!(*waiting_for, exchange.subtype());
            // The clock of a runtime has a resolution of one millisecond.
            assert!(before.elapsed().abs_diff(*after) < Duration::from_millis(10));
            let expected = if exchange.subtype() == "interrupt" { 5 } else { 60 };
            if *after != Duration::from_secs(expected) {
                slow.insert((exchange.subtype().to_owned(), after.as_secs()));
            }
        }
        let slow: Vec<String> =
            slow.into_iter().map(|(name, seconds)| format!("{name} {seconds}")).collect();
        assert_eq!(
            slow,
            [
                "claim_session 300",
                "generate_session_title 300",
                "get_context_usage 300",
                "get_usage 300",
                "get_workspace_diff 300",
                "mcp_authenticate 300",
                "mcp_call 180",
                "mcp_oauth_callback_url 300",
                "mcp_read_resource 300",
                "register_repo_root 300",
                "reload_output_styles 300",
                "reload_plugins 300",
                "reload_skills 300",
                "rewind_files 300",
                "side_question 300",
            ]
        );
        client.close().await.unwrap();
    });
}

/// The two methods that do more than send a request time out, too.
#[test]
fn the_handshake_and_mcp_requests_time_out_too() {
    paused(async || {
        let (options, _stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            while cli.line().await.is_some() {}
            cli.exit(0, "");
        });
        let client = Client::connect(options).await.unwrap();
        let error = client.reinitialize().await.unwrap_err();
        assert!(
            matches!(&error, Error::Timeout { waiting_for, .. } if waiting_for == "initialize"),
            "{error:?}"
        );
        let error = client.set_mcp_servers(claude_sdk::McpServers::new()).await.unwrap_err();
        assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
        client.close().await.unwrap();
    });
}

#[test]
fn a_tool_call_may_take_its_own_timeout() {
    paused(async || {
        let (options, _stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            while cli.line().await.is_some() {}
            cli.exit(0, "");
        });
        let client = Client::connect(options).await.unwrap();
        let request = json!({ "subtype": "mcp_call", "tool": "mcp__a__b", "timeout_ms": 600_000 });
        let exchange = Exchange { request, answer: None };
        let error = call(&client, &exchange.request).await.unwrap_err();
        let Error::Timeout { after, .. } = &error else { panic!("{error:?}") };
        assert_eq!(*after, Duration::from_secs(660));
        client.close().await.unwrap();
    });
}
