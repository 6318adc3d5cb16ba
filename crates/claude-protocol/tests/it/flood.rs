//! Floods: a CLI that writes endlessly, or a very large amount.

use claude_protocol::{ConnectionOptions, Limits};
use claude_types::{Message, PermissionAllow, PermissionResult};

use crate::script::{frame, session_with};
use crate::show::{callback, prompt};
use crate::stage::{FLOOD_LINE, everywhere, paused};

const GIB: usize = 1 << 30;

fn agreeable() -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.handlers.permission =
        Some(callback(|_, _| async { Ok(PermissionResult::Allow(PermissionAllow::new()).into()) }));
    options
}

/// What an unread turn contains at its end.
#[derive(Debug, Default)]
struct Seen {
    deltas: usize,
    lost: usize,
    results: usize,
}

async fn read(mut turn: claude_protocol::Turn) -> Seen {
    let mut seen = Seen::default();
    while let Some(message) = turn.next().await {
        match message.unwrap() {
            Message::StreamEvent(_) => seen.deltas += 1,
            Message::Lagged(lost) => seen.lost += usize::try_from(lost.messages).unwrap(),
            Message::Result(_) => seen.results += 1,
            _ => {}
        }
    }
    seen
}

#[test]
fn a_gibibyte_of_unread_messages_blocks_nothing() {
    paused(async || {
        let lines = GIB / FLOOD_LINE;
        let script = format!(
            "-> prompt a go
             <- started a
             <- flood {lines}
             -> prompt b more
             <- started b"
        );
        let (connection, cli) = session_with(agreeable(), &script).await;
        let unread = connection.send(prompt("go").uuid("a")).await.unwrap();
        let other = connection.send(prompt("more").uuid("b")).await.unwrap();
        let mut far = cli.done().await;
        let control = connection.clone();
        let calls = tokio::spawn(async move {
            for _ in 0..10 {
                control.set_model(None).await.unwrap();
            }
        });
        let cli = tokio::spawn(async move {
            let ask =
                r#"{"subtype":"can_use_tool","tool_name":"Bash","input":{},"tool_use_id":"t"}"#;
            let (mut asked, mut allowed, mut set) = (0, 0, 0);
            while allowed < 1000 || set < 10 {
                if asked < 1000 && asked == allowed {
                    asked += 1;
                    far.send(&frame(&format!("ask p{asked} {ask}")).to_string()).await;
                }
                let line: serde_json::Value =
                    serde_json::from_str(&far.next_line().await.unwrap()).unwrap();
                if let Some(id) = line["request_id"].as_str() {
                    set += 1;
                    far.send(&frame(&format!("success {id}")).to_string()).await;
                } else {
                    allowed += 1;
                    assert_eq!(line["response"]["response"]["behavior"], "allow");
                }
            }
            far.send("\u{1}drain").await;
            far.send(r#"{"type":"result","subtype":"success","is_error":false,"result":"done"}"#)
                .await;
            assert_eq!(far.next_line().await, None, "stdin is closed");
            far.exit(0, "");
        });
        assert_eq!(other.result().await.unwrap().text(), "done");
        calls.await.unwrap();
        connection.close().await.unwrap();
        cli.await.unwrap();
        let seen = read(unread).await;
        assert_eq!((seen.deltas + seen.lost, seen.results), (lines, 1));
        let kept = seen.deltas * FLOOD_LINE;
        assert!(kept <= Limits::default().hard + (256 << 10), "{kept} bytes were kept");
    });
}

#[test]
fn an_endless_flood_does_not_starve_requests() {
    everywhere(async || {
        let script = format!("<- flood {}", u64::MAX);
        let (connection, cli) = session_with(agreeable(), &script).await;
        let mut far = cli.done().await;
        let cli = tokio::spawn(async move {
            while let Some(line) = far.next_line().await {
                let line: serde_json::Value = serde_json::from_str(&line).unwrap();
                let id = line["request_id"].as_str().unwrap();
                far.send(&frame(&format!("success {id}")).to_string()).await;
            }
        });
        for _ in 0..1000 {
            connection.set_model(None).await.unwrap();
        }
        drop(connection);
        cli.await.unwrap();
    });
}
