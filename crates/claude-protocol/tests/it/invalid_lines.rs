//! Invalid lines in the middle of a turn and between turns.

use crate::script::session;
use crate::show::{all, prompt};
use crate::stage::everywhere;

#[test]
fn invalid_lines_are_delivered_and_lose_nothing_else() {
    everywhere(async || {
        let (connection, cli) = session(
            r#"-> prompt $a hi
               <- started $a
               <- raw [SandboxDebug] hello
               <- say 1
               <- {"type":"keep_alive"}
               <- raw {"type":"assistant","message":
               <- say 2
               <- raw {"type":"assistant","message":7}
               <- oversized {"type":"user"
               <- say 3
               <- {"type":"brand_new","x":1}
               <- {"type":"system","subtype":"brand_new"}
               <- raw {"type":"stream_event","event":
               <- {"type":"assistant","message":{"content":[{"type":"text","text":"4"}]},"odd":1}
               <- {"type":"control_cancel_request"}
               <- {"type":"control_cancel_request","request_id":"nobody's"}
               <- result $a done"#,
        )
        .await;
        let seen = all(connection.send(prompt("hi")).await.unwrap()).await;
        let expected = [
            "started",
            "noise [SandboxDebug] hello",
            "say 1",
            r#"noise {"type":"assistant","message":"#,
            "say 2",
            "undecoded",
            "oversized 73400320",
            "say 3",
            "unknown brand_new",
            "brand_new",
            r#"noise {"type":"stream_event","event":"#,
            "say 4",
            r#"noise {"type":"control_cancel_request"}"#,
            "result done",
        ];
        assert_eq!(seen, expected);
        cli.done().await;
    });
}

#[test]
fn invalid_lines_between_turns_are_unsolicited() {
    everywhere(async || {
        let script = "==\n <- raw x\n <- oversized y\n <- {\"type\":\"brand_new\"}\n <- exit 0";
        let (connection, cli) = session(script).await;
        let messages = connection.unsolicited().unwrap();
        cli.meet().await;
        let seen = all(messages).await;
        assert_eq!(seen, ["noise x", "oversized 73400320", "unknown brand_new"]);
        cli.done().await;
    });
}
