//! Connection target: any lines to a connection with a turn, a subscription and callbacks. It never
//! panics, always ends, and loses no result.
//!
//! Time is paused, so that deadlines cost no real time. A wait that never ends shows as a timeout
//! of one day.
#![no_main]

use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{Connection, ConnectionOptions, Subscription, Turn};
use claude_transport::memory::{self, MemoryCli};
use claude_types::{Message, PermissionResult, UserInput};
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use tokio::runtime::Builder;
use tokio::time::timeout;

const DAY: Duration = Duration::from_secs(86_400);

fuzz_target!(|data: &[u8]| {
    let runtime = Builder::new_current_thread().enable_time().start_paused(true).build();
    let runtime = runtime.expect("a runtime");
    runtime.block_on(async { timeout(DAY, session(data)).await.expect("an end") });
});

async fn session(data: &[u8]) {
    let (near, mut far) = memory::pair();
    let mut options = ConnectionOptions::default();
    options.handlers.permission =
        Some(Arc::new(|_, _| Box::pin(async { Ok(PermissionResult::deny("no").into()) })));
    let (opened, ()) =
        tokio::join!(Connection::open(Box::new(near), options), complete_handshake(&mut far));
    let connection = opened.expect("a handshake");
    let all = connection.subscribe().expect("a subscription");
    let turn = connection.send(UserInput::prompt("go")).await.expect("a turn");
    let ((), results, ()) = tokio::join!(play(far, data), read(all), read_turn(turn));
    assert!(results >= sent(data), "a result was lost");
}

async fn complete_handshake(far: &mut MemoryCli) {
    let line = far.next_line().await.expect("a request");
    let request: Value = serde_json::from_str(&line).expect("JSON");
    let response = json!({
        "type": "control_response",
        "response": { "subtype": "success", "request_id": request["request_id"], "response": {} },
    });
    far.send(&response.to_string()).await;
}

/// Writes the lines, and exits as a CLI does when stdin is closed.
async fn play(mut far: MemoryCli, data: &[u8]) {
    far.send_bytes(data).await;
    far.send_bytes(b"\n").await;
    far.exit(0, "");
}

/// Reads to the end. Returns the number of results.
async fn read(mut all: Subscription) -> usize {
    let mut results = 0;
    while let Some(message) = all.next().await {
        results += usize::from(matches!(message, Ok(Message::Result(_))));
    }
    results
}

async fn read_turn(mut turn: Turn) {
    while turn.next().await.is_some() {}
}

/// The number of results among the lines.
fn sent(data: &[u8]) -> usize {
    let lines = data.split(|byte| *byte == b'\n').map(String::from_utf8_lossy);
    lines.filter(|line| claude_fuzz::kind(line) == Some("result")).count()
}
