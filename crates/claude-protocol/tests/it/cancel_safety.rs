//! Cancel safety: every future of the public API can be dropped after any poll.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;

use claude_protocol::{Connection, ConnectionOptions, McpServer, State};
use claude_transport::memory::{self, MemoryCli};
use serde_json::{Value, json};

use crate::script::{by_hand, frame};
use crate::show::{callback, prompt};
use crate::stage::everywhere;

const POLLS: usize = 8;

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

/// A CLI that accepts every request and counts the prompts.
fn obliging(mut far: MemoryCli) -> Arc<AtomicUsize> {
    let prompts = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&prompts);
    tokio::spawn(async move {
        while let Some(line) = far.next_line().await {
            let line: Value = serde_json::from_str(&line).unwrap();
            if let Some(id) = line["request_id"].as_str() {
                let body = json!({ "still_queued": [] });
                far.send(&frame(&format!("success {id} {body}")).to_string()).await;
                continue;
            }
            counted.fetch_add(1, Ordering::SeqCst);
            let uuid = line["uuid"].as_str().unwrap();
            for step in ["started", "say", "result"] {
                far.send(&frame(&format!("{step} {uuid} hi")).to_string()).await;
            }
        }
        far.exit(0, "");
    });
    prompts
}

/// Checks that a connection still works.
async fn round_trip(connection: &Connection) {
    assert_eq!(connection.set_model(None).await.unwrap(), None);
    let turn = connection.send(prompt("round trip")).await.unwrap();
    assert_eq!(turn.result().await.unwrap().text(), "hi");
}

/// Runs a case with 0, 1, 2 ... polls. The case returns whether its future finished. The last case
/// must finish; otherwise the test would check nothing.
async fn at_each_poll(case: impl AsyncFn(usize, &Connection, &AtomicUsize) -> bool) {
    let mut done = false;
    for polls in (0..POLLS).chain([usize::MAX]) {
        let (connection, far) = by_hand(ConnectionOptions::default(), 64 * 1024).await;
        let prompts = obliging(far);
        done = case(polls, &connection, &prompts).await;
        round_trip(&connection).await;
        connection.close().await.unwrap();
    }
    assert!(done, "polled to the end, it ends");
}

#[test]
fn open() {
    everywhere(async || {
        for polls in 0..POLLS {
            let (near, far) = memory::pair();
            let prompts = obliging(far);
            let opening = Connection::open(Box::new(near), ConnectionOptions::default());
            drop(polled(polls, opening).await);
            // The simulated CLI runs until its stdin closes, and holds the only other reference.
            while Arc::strong_count(&prompts) > 1 {
                tokio::task::yield_now().await;
            }
        }
    });
}

#[test]
fn send() {
    everywhere(async || {
        at_each_poll(async |polls, connection, prompts| {
            let sent = polled(polls, connection.send(prompt("x"))).await;
            let done = sent.is_some();
            drop(sent);
            round_trip(connection).await;
            let expected = 1 + usize::from(done);
            assert_eq!(prompts.load(Ordering::SeqCst), expected, "sent if it returned, or not");
            done
        })
        .await;
    });
}

#[test]
fn post() {
    everywhere(async || {
        at_each_poll(async |polls, connection, prompts| {
            let done = polled(polls, connection.post(prompt("x"))).await.is_some();
            round_trip(connection).await;
            assert_eq!(prompts.load(Ordering::SeqCst), 1 + usize::from(done));
            done
        })
        .await;
    });
}

#[test]
fn requests() {
    everywhere(async || {
        at_each_poll(async |polls, connection, _| {
            let model = polled(polls, connection.set_model(None)).await.is_some();
            let mode = polled(polls, connection.set_permission_mode("plan".into())).await;
            let body = json!({ "subtype": "x" });
            let other = polled(polls, connection.request_untyped::<Value>("x", &body)).await;
            model && mode.is_some() && other.is_some()
        })
        .await;
    });
}

#[test]
fn remove_mcp_server() {
    everywhere(async || {
        at_each_poll(async |polls, connection, _| {
            let server = McpServer::new("calc", callback(|message, _| async { Ok(message) }));
            connection.set_mcp_server(server).unwrap();
            let done = polled(polls, connection.remove_mcp_server("calc")).await.is_some();
            let is_left = connection.remove_mcp_server("calc").await.unwrap();
            assert_eq!(is_left, polls == 0, "one poll is enough, and needed");
            done
        })
        .await;
    });
}

#[test]
fn interrupt() {
    everywhere(async || {
        at_each_poll(async |polls, connection, _| {
            let turn = connection.send(prompt("x")).await.unwrap();
            let done = polled(polls, connection.interrupt()).await.is_some();
            turn.result().await.unwrap();
            done
        })
        .await;
    });
}

#[test]
fn close() {
    everywhere(async || {
        for polls in 0..POLLS {
            let (connection, far) = by_hand(ConnectionOptions::default(), 64 * 1024).await;
            obliging(far);
            if polled(polls, connection.close()).await.is_none() && polls == 0 {
                // A future that is not polled has no effect.
                round_trip(&connection).await;
            }
            connection.close().await.unwrap();
        }
    });
}

#[test]
fn the_next_message_of_a_turn() {
    everywhere(async || {
        at_each_poll(async |polls, connection, _| {
            let mut turn = connection.send(prompt("x")).await.unwrap();
            let mut seen = Vec::new();
            let first = polled(polls, turn.next()).await;
            let done = first.is_some();
            seen.extend(first.flatten());
            while let Some(message) = turn.next().await {
                seen.push(message);
            }
            assert_eq!(seen.len(), 3, "nothing is lost");
            done
        })
        .await;
    });
}

#[test]
fn the_result_of_a_turn() {
    everywhere(async || {
        at_each_poll(async |polls, connection, _| {
            let turn = connection.send(prompt("x")).await.unwrap();
            polled(polls, turn.result()).await.is_some()
        })
        .await;
    });
}

#[test]
fn a_subscription() {
    everywhere(async || {
        at_each_poll(async |polls, connection, _| {
            let mut all = connection.subscribe().unwrap();
            let uuid = connection.post(prompt("x")).await.unwrap();
            let first = polled(polls, all.next()).await;
            let done = first.is_some();
            let mut count = usize::from(done);
            while count < 3 {
                all.next().await.unwrap().unwrap();
                count += 1;
            }
            drop(all);
            let mut all = connection.subscribe().unwrap();
            let again = connection.post(prompt("x")).await.unwrap();
            let result = polled(polls, all.result_of(again.uuid())).await;
            assert_ne!(uuid.uuid(), again.uuid());
            done && result.is_some()
        })
        .await;
    });
}

#[test]
fn a_state_watch() {
    everywhere(async || {
        at_each_poll(async |polls, connection, _| {
            let mut state = connection.state();
            let turn = connection.send(prompt("x")).await.unwrap();
            let changed = polled(polls, state.changed()).await;
            let idle = polled(polls, state.wait_for(State::is_idle)).await;
            state.wait_for(State::is_idle).await.unwrap();
            turn.result().await.unwrap();
            changed.is_some() && idle.is_some()
        })
        .await;
    });
}
