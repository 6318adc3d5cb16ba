//! Tool context: what a tool can read about its call.

use claude_mcp::{NoArgs, Server, Session, Tool, ToolContext};
use serde_json::{Value, json};

use crate::client::{ask, hello, request, send, text, value};

fn session(tool: Tool) -> Session {
    Session::new("s", Server::builder("s", "1").add(tool).build())
}

fn steps() -> Tool {
    Tool::with_context("steps", "Takes two steps.", |_: NoArgs, call: ToolContext| async move {
        call.progress(1.0, Some(2.0), Some("half way")).await;
        call.progress(2.0, None, None).await;
        "there"
    })
}

fn said(session: &mut tokio::sync::mpsc::UnboundedReceiver<claude_types::Raw>) -> Vec<Value> {
    std::iter::from_fn(|| session.try_recv().ok()).map(|raw| value(&raw)).collect()
}

#[tokio::test(start_paused = true)]
async fn progress_bears_the_token_of_the_request_and_comes_before_the_answer() {
    let session = session(steps());
    let mut messages = session.server_messages().unwrap();
    for token in [json!("token-1"), json!(17)] {
        let params = json!({ "name": "steps", "_meta": { "progressToken": token } });
        let answer = ask(&session, 1, "tools/call", params).await;
        assert_eq!(text(&answer["result"]), "there");
        let messages = said(&mut messages);
        let [first, second] = messages.as_slice() else { panic!("not two: {messages:?}") };
        assert_eq!(first["method"], "notifications/progress");
        assert!(first.get("id").is_none(), "{first}");
        let params = json!({
            "progressToken": token, "progress": 1.0, "total": 2.0, "message": "half way",
        });
        assert_eq!(first["params"], params);
        assert_eq!(second["params"], json!({ "progressToken": token, "progress": 2.0 }));
    }
}

#[tokio::test(start_paused = true)]
async fn progress_is_sent_only_with_a_progress_token() {
    let session = session(steps());
    let mut messages = session.server_messages().unwrap();
    let answer = ask(&session, 1, "tools/call", json!({ "name": "steps" })).await;
    assert_eq!(text(&answer["result"]), "there");
    assert_eq!(said(&mut messages), Vec::<Value>::new());
}

#[tokio::test(start_paused = true)]
async fn unread_progress_does_not_delay_the_tool() {
    let session = session(steps());
    drop(session.server_messages());
    let params = json!({ "name": "steps", "_meta": { "progressToken": 1 } });
    let answer = ask(&session, 1, "tools/call", params).await;
    assert_eq!(text(&answer["result"]), "there");
}

#[tokio::test(start_paused = true)]
async fn a_tool_sees_the_id_of_the_models_call() {
    let tool =
        Tool::with_context("id", "Tells its id.", |_: NoArgs, call: ToolContext| async move {
            call.tool_use_id().map_or("none".to_owned(), ToString::to_string)
        });
    let session = session(tool);
    for (meta, id) in [
        (json!({ "claudecode/toolUseId": "toolu_01" }), "toolu_01"),
        (json!({ "claudecode/toolUseId": "toolu_02", "progressToken": 3 }), "toolu_02"),
        (json!({ "claudecode/toolUseId": 5 }), "none"),
        (json!({}), "none"),
    ] {
        let params = json!({ "name": "id", "arguments": {}, "_meta": meta });
        let answer = send(&session, request(1, "tools/call", &params)).await;
        assert_eq!(text(&answer["result"]), id, "{meta}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_tool_sees_the_client_of_the_handshake() {
    let tool = Tool::with_context("who", "Tells the client.", |_: NoArgs, call: ToolContext| {
        let client = call.peer().peer_info();
        async move { client.map_or("nobody".to_owned(), |who| who.client_info.version.clone()) }
    });
    let session = session(tool);
    ask(&session, 0, "initialize", hello("2025-11-25")).await;
    let answer = ask(&session, 1, "tools/call", json!({ "name": "who" })).await;
    assert_eq!(text(&answer["result"]), "2.1.329");
}

#[tokio::test(start_paused = true)]
async fn a_tool_sees_the_session_id_of_its_caller() {
    let who = || {
        Tool::with_context("who", "Tells the session.", |_: NoArgs, call: ToolContext| async move {
            call.session_id().map_or("nobody".to_owned(), ToString::to_string)
        })
    };
    let known = session(who()).about(Some(claude_types::SessionId::from("session-1")));
    for (session, id) in [(known, "session-1"), (session(who()), "nobody")] {
        let answer = ask(&session, 1, "tools/call", json!({ "name": "who" })).await;
        assert_eq!(text(&answer["result"]), id);
    }
}
