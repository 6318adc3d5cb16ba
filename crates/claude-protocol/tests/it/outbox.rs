//! Outbox: lines that are queued for stdin of the CLI.

use claude_protocol::{ConnectionOptions, ProtocolError};
use claude_transport::memory::MemoryCli;
use serde_json::Value;
use tokio_test::{assert_pending, assert_ready, task};

use crate::script::by_hand;
use crate::show::{all, prompt};
use crate::stage::{everywhere, paused};

fn room(bytes: usize) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.limits.outbox = bytes;
    options
}

/// The text of the next prompt, or the subtype of the next request.
async fn written(far: &mut MemoryCli) -> String {
    let line: Value = serde_json::from_str(&far.next_line().await.unwrap()).unwrap();
    let text = line["message"]["content"].as_str().or(line["request"]["subtype"].as_str());
    text.unwrap().chars().take(9).collect()
}

/// Lets the connection write all that it can.
async fn settle() {
    tokio::time::sleep(std::time::Duration::from_millis(1)).await;
}

#[test]
fn send_waits_for_space_and_a_dropped_send_sends_nothing() {
    paused(async || {
        let (connection, mut far) = by_hand(room(1000), 256).await;
        let first = connection.send(prompt(&"1".repeat(800))).await.unwrap();
        let mut dropped = task::spawn(connection.send(prompt(&"2".repeat(800))));
        let mut third = task::spawn(connection.send(prompt(&"3".repeat(800))));
        assert_pending!(dropped.poll());
        assert_pending!(third.poll());
        settle().await;
        assert_pending!(third.poll(), "nobody has read the first one");
        drop(dropped);
        assert_eq!(written(&mut far).await, "111111111");
        settle().await;
        let third = assert_ready!(third.poll()).unwrap();
        assert_eq!(written(&mut far).await, "333333333");
        drop((first, third));
    });
}

#[test]
fn a_prompt_larger_than_the_limit_is_sent_alone() {
    everywhere(async || {
        let (connection, mut far) = by_hand(room(10), 256).await;
        let (a, b) = (prompt(&"a".repeat(5000)), prompt(&"b".repeat(5000)));
        let sent = tokio::spawn({
            let connection = connection.clone();
            async move { (connection.post(a).await.unwrap(), connection.post(b).await.unwrap()) }
        });
        assert_eq!(written(&mut far).await, "aaaaaaaaa");
        assert_eq!(written(&mut far).await, "bbbbbbbbb");
        sent.await.unwrap();
    });
}

#[test]
fn a_waiting_send_fails_when_the_connection_ends() {
    paused(async || {
        let (connection, mut far) = by_hand(room(1000), 256).await;
        let _first = connection.send(prompt(&"1".repeat(800))).await.unwrap();
        let waiting = connection.clone();
        let waiting = tokio::spawn(async move { waiting.send(prompt(&"2".repeat(800))).await });
        settle().await;
        far.exit(9, "gone");
        let error = waiting.await.unwrap().unwrap_err();
        assert!(matches!(error, ProtocolError::Exited { .. }), "{error:?}");
    });
}

#[test]
fn control_overtakes_prompts_but_never_inside_a_line() {
    paused(async || {
        let (connection, mut far) = by_hand(ConnectionOptions::default(), 256).await;
        connection.post(prompt(&"1".repeat(4000))).await.unwrap();
        settle().await;
        connection.post(prompt(&"2".repeat(4000))).await.unwrap();
        let mut mode = task::spawn(connection.set_permission_mode("plan".into()));
        let mut model = task::spawn(connection.set_model(None));
        assert_pending!(mode.poll());
        assert_pending!(model.poll());
        settle().await;
        let mut order = Vec::new();
        for _ in 0..4 {
            order.push(written(&mut far).await);
        }
        assert_eq!(order, ["111111111", "set_permi", "set_model", "222222222"]);
    });
}

#[test]
fn two_full_pipes_do_not_deadlock() {
    everywhere(async || {
        let (connection, mut far) = by_hand(ConnectionOptions::default(), 256).await;
        let (count, large) = (200, "x".repeat(2000));
        // The CLI reads nothing until it has written everything.
        let cli = tokio::spawn(async move {
            for _ in 0..count {
                far.send(&"y".repeat(2000)).await;
            }
            for _ in 0..count {
                far.next_line().await.unwrap();
            }
            far.exit(0, "");
        });
        let messages = connection.unsolicited().unwrap();
        for _ in 0..count {
            connection.post(prompt(&large)).await.unwrap();
        }
        cli.await.unwrap();
        let seen = all(messages).await;
        assert_eq!(seen.iter().filter(|line| line.starts_with("noise")).count(), count);
    });
}
