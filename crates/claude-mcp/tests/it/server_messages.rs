//! Server messages: notifications and requests that a server sends on its own.

use claude_mcp::rmcp::model::{PingRequest, ServerRequest};
use claude_mcp::rmcp::service::{Peer, RoleServer};
use claude_mcp::rmcp::{ServerHandler, model, service};
use claude_mcp::{NoArgs, Server, Session, Tool, ToolContext};
use serde_json::{Value, json};
use tokio::sync::Mutex;

use crate::client::{ask, calling, hello, notify, send, soon, text, value};

/// Notifies of new tools as soon as the client is initialized, and panics when its roots change.
struct Announcer;

impl ServerHandler for Announcer {
    async fn on_initialized(&self, context: service::NotificationContext<RoleServer>) {
        context.peer.notify_tool_list_changed().await.unwrap();
    }

    async fn on_roots_list_changed(&self, _: service::NotificationContext<RoleServer>) {
        panic!("roots")
    }
}

#[tokio::test(start_paused = true)]
async fn a_notification_of_the_server_is_received() {
    let session = Session::new("s", Announcer);
    let mut messages = session.server_messages().unwrap();
    ask(&session, 0, "initialize", hello("2025-11-25")).await;
    notify(&session, "notifications/initialized", json!({})).await;
    let said = value(&soon(messages.recv()).await.unwrap());
    assert_eq!(said["method"], "notifications/tools/list_changed");
    assert_eq!(said["jsonrpc"], "2.0");
    assert!(said.get("id").is_none(), "{said}");
}

#[tokio::test(start_paused = true)]
async fn a_panic_in_a_notification_handler_does_not_end_the_session() {
    let session = Session::new("s", Announcer);
    notify(&session, "notifications/roots/list_changed", json!({})).await;
    let answer = ask(&session, 1, "ping", json!({})).await;
    assert_eq!(answer["result"], json!({}));
}

#[tokio::test(start_paused = true)]
async fn only_the_first_receiver_is_returned() {
    let session = Session::new("s", Announcer);
    assert!(session.server_messages().is_some());
    assert!(session.server_messages().is_none());
}

#[tokio::test(start_paused = true)]
async fn messages_sent_before_the_first_receiver_are_received() {
    let session = Session::new("s", Announcer);
    notify(&session, "notifications/initialized", json!({})).await;
    ask(&session, 1, "ping", json!({})).await;
    let mut messages = session.server_messages().unwrap();
    let said = value(&soon(messages.recv()).await.unwrap());
    assert_eq!(said["method"], "notifications/tools/list_changed");
}

/// Without a receiver, the number of kept messages is limited.
#[tokio::test(start_paused = true)]
async fn only_the_newest_unread_messages_are_kept() {
    let kept = std::sync::Arc::new(Mutex::new(None));
    let session = Session::new("s", Keeper(kept.clone()));
    notify(&session, "notifications/initialized", json!({})).await;
    ask(&session, 1, "ping", json!({})).await;
    let peer = kept.lock().await.take().unwrap();
    for number in 0..1000 {
        let said = model::ProgressNotificationParam::new(progress(), f64::from(number));
        peer.notify_progress(said).await.unwrap();
    }
    let mut messages = session.server_messages().unwrap();
    let numbers = std::iter::from_fn(|| messages.try_recv().ok());
    let numbers: Vec<_> = numbers.map(|said| value(&said)["params"]["progress"].as_f64()).collect();
    assert_eq!(numbers.len(), 256);
    assert_eq!((numbers[0], numbers[255]), (Some(744.0), Some(999.0)));
    // A receiver gets every message.
    for number in 0..1000 {
        let said = model::ProgressNotificationParam::new(progress(), f64::from(number));
        peer.notify_progress(said).await.unwrap();
    }
    assert_eq!(std::iter::from_fn(|| messages.try_recv().ok()).count(), 1000);
}

fn progress() -> model::ProgressToken {
    model::ProgressToken(model::NumberOrString::Number(1))
}

#[tokio::test(start_paused = true)]
async fn the_receiver_ends_when_the_session_closes() {
    let session = Session::new("s", Announcer);
    let mut messages = session.server_messages().unwrap();
    ask(&session, 1, "ping", json!({})).await;
    drop(session);
    assert!(soon(messages.recv()).await.is_none());
}

/// A tool that sends a ping to the client.
fn curious() -> Tool {
    Tool::with_context("ask", "Pings the client.", |_: NoArgs, call: ToolContext| async move {
        let ping = PingRequest { method: model::PingRequestMethod, extensions: <_>::default() };
        call.peer()
            .send_request(ServerRequest::PingRequest(ping))
            .await
            .map_or_else(|error| format!("no: {error}"), |_| "yes".to_owned())
    })
}

fn asker() -> Session {
    Session::new("s", Server::builder("s", "1").add(curious()).build())
}

#[tokio::test(start_paused = true)]
async fn a_response_of_the_client_reaches_the_server() {
    let session = asker();
    let mut messages = session.server_messages().unwrap();
    let call = session.answer(calling(1, "ask", &json!({})));
    let asked = value(&soon(messages.recv()).await.unwrap());
    assert_eq!(asked["method"], "ping");
    assert!(asked["id"].is_number() || asked["id"].is_string(), "{asked}");

    let answer = json!({ "jsonrpc": "2.0", "id": asked["id"], "result": {} });
    assert_eq!(send(&session, answer).await, json!({ "jsonrpc": "2.0", "result": {} }));

    assert_eq!(text(&value(&soon(call).await)["result"]), "yes");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_of_the_client_reaches_the_server() {
    let session = asker();
    let mut messages = session.server_messages().unwrap();
    let call = session.answer(calling(1, "ask", &json!({})));
    let asked = value(&soon(messages.recv()).await.unwrap());
    let error = json!({ "code": -32601, "message": "I do not play" });
    send(&session, json!({ "jsonrpc": "2.0", "id": asked["id"], "error": error })).await;
    let said = value(&soon(call).await);
    assert!(text(&said["result"]).contains("I do not play"), "{said}");
}

#[tokio::test(start_paused = true)]
async fn a_request_of_the_server_may_have_the_id_of_a_request_of_the_client() {
    let session = asker();
    let mut messages = session.server_messages().unwrap();
    let mut calls = Vec::new();
    for id in 0..4 {
        calls.push(session.answer(calling(id, "ask", &json!({}))));
    }
    for _ in 0..4 {
        let asked: Value = value(&soon(messages.recv()).await.unwrap());
        send(&session, json!({ "jsonrpc": "2.0", "id": asked["id"], "result": {} })).await;
    }
    for (id, call) in calls.into_iter().enumerate() {
        let answer = value(&soon(call).await);
        assert_eq!(answer["id"], id);
        assert_eq!(text(&answer["result"]), "yes");
    }
}

/// Keeps the client for later use.
struct Keeper(std::sync::Arc<Mutex<Option<Peer<RoleServer>>>>);

impl ServerHandler for Keeper {
    async fn on_initialized(&self, context: service::NotificationContext<RoleServer>) {
        *self.0.lock().await = Some(context.peer);
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_can_notify_outside_of_a_request() {
    let kept = std::sync::Arc::new(Mutex::new(None));
    let session = Session::new("s", Keeper(kept.clone()));
    let mut messages = session.server_messages().unwrap();
    notify(&session, "notifications/initialized", json!({})).await;
    ask(&session, 1, "ping", json!({})).await;
    let peer = kept.lock().await.take().unwrap();
    peer.notify_resource_list_changed().await.unwrap();
    let said = value(&soon(messages.recv()).await.unwrap());
    assert_eq!(said["method"], "notifications/resources/list_changed");

    session.close().await;
    assert!(peer.notify_resource_list_changed().await.is_err(), "a closed session hears");
}
