//! Logs of sessions: what the real CLI says is kept, and readers see it as a live reader does.

use std::sync::Arc;
use std::time::Duration;

use claude_sdk::events::{Accumulator, Event};
use claude_sdk::{Client, Message};
use claude_sessions::stores::MemoryStore;
use claude_sessions::{Followed, LogItem, LogSource, SessionLog};
use claude_testkit::fake_api::Turn;
use futures_util::StreamExt;
use serde_json::json;

use super::lab::{Lab, expect};

const SOON: Duration = Duration::from_secs(30);

async fn items(journal: &Arc<MemoryStore>, count: u64) -> Vec<LogItem> {
    let mut following = SessionLog::follow(journal.clone(), "s", 0);
    let mut items = Vec::new();
    while (items.len() as u64) < count {
        match following.next().await.unwrap().unwrap() {
            Followed::Item(item) => items.push(item),
            gap => panic!("{gap:?}"),
        }
    }
    items
}

/// What a user interface shows of messages.
fn events(messages: impl IntoIterator<Item = Message>) -> Vec<String> {
    let mut accumulator = Accumulator::new();
    let mut events = Vec::new();
    for message in messages {
        accumulator.push(message);
        while let Some(event) = accumulator.next_event() {
            if !matches!(event, Event::Other(_)) {
                events.push(serde_json::to_string(&event).unwrap());
            }
        }
    }
    events
}

// sessions SB-69, SB-70
#[tokio::test]
async fn a_log_has_what_was_said_over_two_processes() {
    use claude_sessions::ports::Journal;

    let bash = json!({ "command": "echo one", "description": "x" });
    let turns = [Turn::tool("Bash", bash), Turn::text("Ran."), Turn::text("Again.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let journal = Arc::new(MemoryStore::new());
    let mut live = Vec::new();
    let mut options = lab.options().allow_tools(["Bash"]);
    for (epoch, prompt) in [(1, "first"), (2, "second")] {
        let log = SessionLog::open(journal.clone(), "s").await.unwrap();
        assert_eq!(log.epoch(), epoch);
        let client = expect(Client::connect(log.attach(options.clone())).await);
        let mut messages = expect(client.messages());
        expect(expect(client.send(prompt).await).text().await);
        options = options.resume(client.session_id().unwrap().to_string());
        expect(client.close().await);
        while let Some(message) = messages.next().await {
            live.push(expect(message));
        }
        log.written(SOON).await.unwrap();
    }
    let extent = Journal::extent(&*journal, "s").await.unwrap();
    let items = items(&journal, extent.next - 1).await;
    let seqs: Vec<_> = items.iter().map(|item| item.seq).collect();
    assert_eq!(seqs, (1..extent.next).collect::<Vec<_>>());
    let of = |kind: &str| items.iter().filter(|item| item.kind == kind).count();
    assert_eq!((of("started"), of("ended"), of("result")), (2, 2, 2));
    let sent: Vec<_> = items.iter().filter(|item| item.source == LogSource::Sent).collect();
    assert_eq!(sent.len(), 2);
    for (item, prompt) in sent.iter().zip(["first", "second"]) {
        assert!(String::from_utf8_lossy(&item.body).contains(prompt), "{item:?}");
    }
    // The user interface is the same as the live one.
    let live = events(live);
    assert!(live.len() > 4, "{live:?}");
    assert_eq!(events(items.iter().filter_map(LogItem::message)), live);
}
