//! Concurrency: calls that run at the same time.

use std::time::Duration;

use claude_mcp::{NoArgs, Server, Session, Tool};
use futures_util::future::join_all;
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use crate::client::{CANCELLED, call, calling, send, soon, text, value};
use crate::drop_probe::CallProbe;

fn sleepers() -> Session {
    let server = Server::builder("s", "1")
        .tool("slow", "Takes a minute.", |_: NoArgs| async {
            sleep(Duration::from_secs(60)).await;
            "slow"
        })
        .tool("short", "Takes 50 ms.", |_: NoArgs| async {
            sleep(Duration::from_millis(50)).await;
            "short"
        })
        .tool("fast", "Takes no time.", |_: NoArgs| async { "fast" })
        .build();
    Session::new("s", server)
}

#[tokio::test(start_paused = true)]
async fn a_slow_call_does_not_delay_other_calls() {
    let session = sleepers();
    let began = Instant::now();
    let slow = tokio::spawn(session.answer(calling(1, "slow", &json!({}))));
    for id in 2..12 {
        assert_eq!(text(&call(&session, id, "fast", json!({})).await), "fast");
    }
    assert_eq!(began.elapsed(), Duration::ZERO, "the fast calls waited");
    assert!(!slow.is_finished());
    assert_eq!(text(&value(&slow.await.unwrap())["result"]), "slow");
    assert_eq!(began.elapsed().as_secs(), 60);
}

#[tokio::test(start_paused = true)]
async fn a_hundred_calls_run_concurrently() {
    let session = sleepers();
    let began = Instant::now();
    let calls = (0..100).map(|id| session.answer(calling(id, "short", &json!({}))));
    let answers: Vec<Value> = join_all(calls).await.iter().map(value).collect();
    assert_eq!(began.elapsed().as_millis(), 50);
    for (id, answer) in answers.iter().enumerate() {
        assert_eq!(answer["id"], id);
        assert_eq!(text(&answer["result"]), "short");
    }
}

#[tokio::test(start_paused = true)]
async fn a_message_is_dispatched_before_its_response_is_awaited() {
    let probe = CallProbe::default();
    let server = Server::builder("s", "1").add(probe.quick("quick")).build();
    let session = Session::new("s", server);
    let answer = session.answer(calling(1, "quick", &json!({})));
    probe.has_left(1).await;
    assert_eq!(text(&value(&answer.await)["result"]), "quick");
}

fn endless_and_quick(probe: &CallProbe) -> Session {
    let endless = probe.endless("endless");
    Session::new("s", Server::builder("s", "1").add(endless).add(probe.quick("quick")).build())
}

#[tokio::test(start_paused = true)]
async fn an_id_in_flight_is_refused_without_reaching_the_server() {
    let probe = CallProbe::default();
    let session = endless_and_quick(&probe);
    let first = session.answer(calling(7, "endless", &json!({})));
    probe.has_entered(1).await;

    for tool in ["endless", "quick"] {
        let second = send(&session, calling(7, tool, &json!({}))).await;
        assert_eq!(second["id"], 7);
        assert_eq!(second["error"]["code"], -32600, "{second}");
    }

    tokio::task::yield_now().await;
    assert_eq!((probe.entered(), probe.left()), (1, 0), "the refused call did something");
    drop(first);
}

#[tokio::test(start_paused = true)]
async fn a_number_and_the_same_number_as_text_are_two_ids() {
    let probe = CallProbe::default();
    let session = endless_and_quick(&probe);
    let _first = session.answer(calling(7, "endless", &json!({})));
    let second = send(&session, calling("7", "quick", &json!({}))).await;
    assert_eq!(second["id"], "7");
    assert_eq!(text(&second["result"]), "quick");
}

#[tokio::test(start_paused = true)]
async fn an_answered_id_may_be_used_again() {
    let session = sleepers();
    for _ in 0..3 {
        assert_eq!(text(&call(&session, 1, "fast", json!({})).await), "fast");
    }
}

/// Runs calls, cancellations and dropped waits on two threads, with a few IDs that are used
/// repeatedly. Each caller must get the response to its own call.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn reused_ids_are_never_mixed_up() {
    let server = Server::builder("s", "1")
        .add(
            Tool::new("echo", "Echoes after a while.", |args: Value| async move {
                for _ in 0..args["pause"].as_u64().unwrap() {
                    tokio::task::yield_now().await;
                }
                args["word"].as_str().unwrap().to_owned()
            })
            .input_schema(serde_json::Map::default()),
        )
        .build();
    let session = std::sync::Arc::new(Session::new("s", server));
    let clients = (0..4_u64).map(|id| tokio::spawn(use_again_and_again(session.clone(), id)));
    for client in join_all(clients).await {
        client.unwrap();
    }
}

async fn use_again_and_again(session: std::sync::Arc<Session>, id: u64) {
    for round in 0..200_u64 {
        let word = format!("{id} {round}");
        let arguments = json!({ "word": word, "pause": round % 7 });
        let waiting = session.answer(calling(id, "echo", &arguments));
        match round % 4 {
            0 => drop(waiting),
            1 => {
                let params = json!({ "requestId": id });
                let taking_back = json!({ "jsonrpc": "2.0", "method": "notifications/cancelled", "params": params });
                soon(session.answer(taking_back.into())).await;
                let answer = value(&soon(waiting).await);
                let taken_back = answer["error"]["code"] == CANCELLED;
                assert!(taken_back || text(&answer["result"]) == word, "{answer}");
            }
            _ => {
                let answer = value(&soon(waiting).await);
                assert_eq!(answer["id"], id);
                assert_eq!(text(&answer["result"]), word, "{answer}");
            }
        }
    }
}
