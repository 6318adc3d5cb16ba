//! Memory bounds: what is unread, unanswered or unwritten takes a bounded amount of memory, however
//! short its lines are.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use claude_protocol::{ConnectionOptions, PermissionAnswer, ProtocolError, State};
use claude_transport::memory::MemoryCli;
use claude_types::{Message, PermissionAllow, PermissionResult, ResultMessage};
use serde_json::{Value, json};
use tokio::time::{Instant, timeout};

use crate::script::{by_hand, session_with};
use crate::show::{all, callback, next, prompt};
use crate::stage::paused;

const HARD: usize = 256 << 10;

fn bounded() -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.limits.soft = 1 << 10;
    options.limits.hard = HARD;
    options.limits.stale = Duration::from_millis(10);
    options
}

async fn write(far: &mut MemoryCli, line: &str, count: usize) {
    let block = format!("{line}\n").repeat(100);
    for _ in 0..count / 100 {
        far.send_bytes(block.as_bytes()).await;
    }
}

/// What is left of unread lines, each of which takes at least some memory.
async fn kept(line: &str, count: usize, each: usize, most: usize) -> (usize, usize) {
    let (connection, mut far) = by_hand(bounded(), 4096).await;
    let mut messages = connection.subscribe().unwrap();
    write(&mut far, line, count).await;
    far.exit(0, "");
    let (mut read, mut lost) = (0, 0);
    while let Some(message) = messages.next().await {
        match message.unwrap() {
            Message::Lagged(lagged) => lost += usize::try_from(lagged.messages).unwrap(),
            _ => read += 1,
        }
    }
    assert_eq!(read + lost, count, "what falls out is told");
    assert!(read > 0 && read * each <= most, "{read} of {line} were kept");
    (read, lost)
}

#[test]
fn short_lines_count_with_what_they_take() {
    paused(async || {
        let place = size_of::<Message>();
        // One block may arrive beyond the limit.
        let most = HARD + HARD / 4;
        for (line, each) in [
            ("x", place + 1),
            ("{}", place + 2),
            (r#"{"type":"brand_new"}"#, place + 64),
            (r#"{"type":"system","subtype":"status"}"#, place + 100),
            (r#"{"type":"user","message":{}}"#, 28 + 16),
            (r#"{"type":"stream_event"}"#, 23 + 16),
            (
                r#"{"type":"system","subtype":"init","tools":["","","","","","",""]}"#,
                place + 7 * 24,
            ),
        ] {
            kept(line, 20_000, each, most).await;
        }
    });
}

#[test]
fn unread_results_of_a_subscription_are_bounded_and_reported() {
    paused(async || {
        let line = r#"{"type":"result"}"#;
        // A subscription keeps 1 MiB of results in any case.
        kept(line, 5_000, size_of::<ResultMessage>(), 2 << 20).await;
    });
}

#[test]
fn an_open_turn_gets_its_result_whatever_falls_out() {
    paused(async || {
        let script = "-> prompt $a go\n <- started $a\n ==\n <- result $a done\n <- completed $a";
        let (connection, cli) = session_with(bounded(), script).await;
        let lazy = connection.subscribe().unwrap();
        let turn = connection.send(prompt("go")).await.unwrap();
        cli.meet().await;
        let mut far = cli.done().await;
        write(&mut far, r#"{"type":"brand_new"}"#, 10_000).await;
        far.exit(0, "");
        assert!(all(turn).await.contains(&"result done".to_owned()));
        drop(lazy);
    });
}

#[test]
fn unsolicited_messages_that_nobody_waits_for_are_reported_later() {
    paused(async || {
        let (connection, mut far) = by_hand(ConnectionOptions::default(), 4096).await;
        let mut everything = connection.subscribe().unwrap();
        let large = "y".repeat(100 << 10);
        for _ in 0..10 {
            far.send(&large).await;
        }
        far.send("last").await;
        while next(&mut everything).await.unwrap() != "noise last" {}
        let mut messages = connection.unsolicited().unwrap();
        // 192 KiB hold one of them.
        assert_eq!(next(&mut messages).await.unwrap(), "lagged 9");
    });
}

fn question(id: usize, input: &str) -> String {
    let request =
        json!({ "subtype": "can_use_tool", "tool_name": "Write", "input": { "x": input } });
    json!({ "type": "control_request", "request_id": format!("q{id}"), "request": request })
        .to_string()
}

/// Allows everything, and counts.
fn allowing() -> (ConnectionOptions, Arc<AtomicUsize>) {
    let asked = Arc::new(AtomicUsize::new(0));
    let mut options = ConnectionOptions::default();
    let count = Arc::clone(&asked);
    options.handlers.permission = Some(callback(move |_, _| {
        count.fetch_add(1, Ordering::Relaxed);
        std::future::ready(Ok(PermissionResult::Allow(PermissionAllow::new()).into()))
    }));
    (options, asked)
}

#[test]
fn a_cli_that_does_not_read_its_answers_is_not_read_and_then_ended() {
    paused(async || {
        let (options, asked) = allowing();
        let (connection, mut far) = by_hand(options, 4096).await;
        let begun = Instant::now();
        let flood = tokio::spawn(async move {
            let input = "x".repeat(1 << 20);
            for id in 0..200 {
                far.send(&question(id, &input)).await;
            }
            far
        });
        let state = connection.state().wait_for(State::is_closed).await.unwrap();
        let State::Closed(Some(why)) = state else { panic!("{state:?}") };
        let ProtocolError::StdinNotRead { bytes, after } = why else { panic!("{why:?}") };
        assert_eq!(after, Duration::from_secs(60));
        assert!((32 << 20..36 << 20).contains(&bytes), "{bytes}");
        assert!(asked.load(Ordering::Relaxed) < 40, "{asked:?} questions were read");
        assert!(begun.elapsed() < Duration::from_secs(75), "{:?}", begun.elapsed());
        flood.abort();
    });
}

#[test]
fn a_cli_that_reads_its_answers_late_gets_all_of_them() {
    paused(async || {
        let (options, asked) = allowing();
        let (connection, mut far) = by_hand(options, 4096).await;
        let input = "x".repeat(1 << 20);
        let (mut id, mut read) = (0, 0);
        // It writes more than is read, and reads one answer only when it is not read for 50 s.
        while id < 40 {
            let line = format!("{}\n", question(id, &input));
            for piece in line.as_bytes().chunks(4096) {
                while timeout(Duration::from_secs(50), far.send_bytes(piece)).await.is_err() {
                    far.next_line().await.unwrap();
                    read += 1;
                }
            }
            id += 1;
        }
        while read < 40 {
            far.next_line().await.unwrap();
            read += 1;
        }
        assert_eq!(asked.load(Ordering::Relaxed), 40);
        assert!(!connection.state().get().is_closed());
    });
}

#[test]
fn every_one_of_many_open_questions_is_answered() {
    paused(async || {
        let mut options = ConnectionOptions::default();
        let gate = Arc::new(tokio::sync::Semaphore::new(0));
        let waiting = Arc::clone(&gate);
        options.handlers.permission = Some(callback(move |_, _| {
            let waiting = Arc::clone(&waiting);
            async move {
                waiting.acquire().await.unwrap().forget();
                Ok(PermissionAnswer::from(PermissionResult::Allow(PermissionAllow::new())))
            }
        }));
        let (connection, mut far) = by_hand(options, 64 << 10).await;
        let count = 20_000;
        for id in 0..count {
            far.send(&question(id, "")).await;
        }
        gate.add_permits(count);
        let mut answered = 0;
        while answered < count {
            let line: Value = serde_json::from_str(&far.next_line().await.unwrap()).unwrap();
            assert_eq!(line["response"]["response"]["behavior"], "allow");
            answered += 1;
        }
        drop(connection);
    });
}

#[test]
fn questions_beyond_the_bound_are_refused_with_a_reason() {
    paused(async || {
        let mut options = ConnectionOptions::default();
        options.handlers.permission = Some(callback(|_, _| std::future::pending()));
        let (connection, mut far) = by_hand(options, 64 << 10).await;
        let input = "x".repeat(4 << 20);
        for id in 0..17 {
            far.send(&question(id, &input)).await;
        }
        let line: Value = serde_json::from_str(&far.next_line().await.unwrap()).unwrap();
        let body = &line["response"];
        assert_eq!(body["request_id"], "q15");
        assert_eq!(body["response"]["behavior"], "deny");
        assert!(body["response"]["message"].as_str().unwrap().contains("too many requests"));
        drop(connection);
    });
}
