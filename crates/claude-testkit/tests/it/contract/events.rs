//! Events of the real CLI: deltas and complete messages, broken streams, tools, interrupts.

use std::time::Duration;

use claude_sdk::events::{ToolOutcome, Transcript};
use claude_sdk::{Client, Event, Events, Permission, PermissionRequest, query};
use claude_testkit::fake_api::Turn;
use serde_json::json;

use super::lab::{Lab, expect};

/// What the events of a run showed.
#[derive(Default)]
struct Shown {
    printed: String,
    pieces: usize,
    retracted: usize,
    transcript: Transcript,
    tools: Vec<String>,
    errors: Vec<String>,
    result: String,
}

async fn read(mut events: Events) -> Shown {
    let mut shown = Shown::default();
    while let Some(event) = events.next().await {
        let event = expect(event);
        shown.transcript.apply(&event);
        match event {
            Event::Text(piece) => {
                shown.pieces += 1;
                shown.printed += piece.as_str();
            }
            Event::ToolUse(tool) => shown.tools.push(format!("{} {}", tool.name(), tool.summary())),
            Event::ToolResult(result) => {
                shown.tools.push(format!("{:?} {}", result.outcome(), result.preview(80)));
            }
            Event::Retracted(_) => shown.retracted += 1,
            Event::Error(failure) => shown.errors.push(failure.to_string()),
            Event::Result(result) => shown.result = result.text().to_owned(),
            _ => {}
        }
    }
    shown
}

#[tokio::test]
async fn deltas_add_up_to_the_text_of_the_result() {
    let text = "one two three four five é😀";
    for (partial, pieces) in [(true, 6..9), (false, 1..2)] {
        let Some(lab) = Lab::new([Turn::text(text).thinking("hm").deltas(6)]).await else { return };
        let options = lab.options();
        let options = if partial { options.include_partial_messages(true) } else { options };
        let shown = read(expect(query("count", options).await).into_events()).await;
        assert_eq!((&*shown.printed, &*shown.result), (text, text));
        assert!(pieces.contains(&shown.pieces), "{} pieces", shown.pieces);
        assert_eq!(shown.transcript.thinking().map(|(_, text)| text).collect::<String>(), "hm");
        assert_eq!((shown.retracted, shown.errors.len()), (0, 0));
    }
}

#[tokio::test]
async fn the_text_of_a_broken_stream_is_retracted() {
    let broken = Turn::text("You will not see all of this.").deltas(6).drop_after(5);
    // Gives the client time to read before the connection is closed.
    let broken = broken.delay(Duration::from_millis(50));
    let Some(lab) = Lab::new([broken, Turn::text("retry ok").deltas(2)]).await else { return };
    let options = lab.options().include_partial_messages(true);
    let shown = read(expect(query("x", options).await).into_events()).await;
    let texts: Vec<_> = shown.transcript.texts().map(|(_, text)| text).collect();
    assert_eq!((texts, &*shown.result), (vec!["retry ok"], "retry ok"));
    assert_eq!(shown.retracted, 1);
    assert!(shown.printed.starts_with("You"), "{}", shown.printed);
}

#[tokio::test]
async fn calls_and_their_results_are_reported_once() {
    let call = Turn::tool("Bash", json!({ "command": "echo hi" }));
    let Some(lab) = Lab::new([call, Turn::text("Done.")]).await else { return };
    let options = lab
        .options()
        .include_partial_messages(true)
        .on_permission(|_: PermissionRequest, _| async { Permission::allow() });
    let shown = read(expect(query("x", options).await).into_events()).await;
    assert_eq!(shown.tools, ["Bash echo hi", "Done hi"]);
    assert_eq!(shown.printed, "Done.");
}

#[tokio::test]
async fn a_failed_request_is_reported_once_and_is_not_text() {
    let refused = Turn::error(400, "invalid_request_error", "messages: bad thing").forever();
    let Some(lab) = Lab::new([refused]).await else { return };
    let shown = read(expect(query("x", lab.options()).await).into_events()).await;
    assert_eq!(shown.errors.len(), 1, "{:?}", shown.errors);
    assert!(shown.errors[0].contains("bad thing") && shown.printed.is_empty());
}

#[tokio::test]
async fn an_interrupt_in_a_call_settles_it() {
    let call = Turn::tool("Bash", json!({ "command": "sleep 30" }));
    let Some(lab) = Lab::new([call, Turn::text("next")]).await else { return };
    let options =
        lab.options().on_permission(|_: PermissionRequest, _| async { Permission::allow() });
    let client = expect(Client::connect(options).await);
    let mut events = expect(client.send("x").await).into_events();
    let (mut called, mut settled) = (0, Vec::new());
    while let Some(event) = events.next().await {
        match expect(event) {
            Event::ToolUse(_) => {
                called += 1;
                expect(client.interrupt().await);
            }
            Event::ToolResult(result) => settled.push(result.outcome()),
            Event::Error(failure) => panic!("an interrupt is no failure: {failure}"),
            _ => {}
        }
    }
    assert_eq!(called, 1);
    assert!(matches!(settled[..], [ToolOutcome::Failed | ToolOutcome::Missing]), "{settled:?}");
    expect(client.close().await);
}
