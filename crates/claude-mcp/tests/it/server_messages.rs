//! What a server says by itself, and what it asks of the client.

use claude_mcp::rmcp::model::{PingRequest, ServerRequest};
use claude_mcp::rmcp::service::{Peer, RoleServer};
use claude_mcp::rmcp::{ServerHandler, model, service};
use claude_mcp::{NoArgs, Server, Session, Tool, ToolContext};
use serde_json::{Value, json};
use tokio::sync::Mutex;

use crate::client::{ask, calling, hello, notify, send, soon, text, value};

/// Tells of new tools as soon as the client is there, and panics at roots.
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
async fn a_notification_of_the_server_comes_out() {
    let session = Session::new("s", Announcer);
    let mut heard = session.server_messages().unwrap();
    ask(&session, 0, "initialize", hello("2025-11-25")).await;
    notify(&session, "notifications/initialized", json!({})).await;
    let said = value(&soon(heard.recv()).await.unwrap());
    assert_eq!(said["method"], "notifications/tools/list_changed");
    assert_eq!(said["jsonrpc"], "2.0");
    assert!(said.get("id").is_none(), "{said}");
}

#[tokio::test(start_paused = true)]
async fn a_panic_over_a_notification_does_not_end_the_session() {
    let session = Session::new("s", Announcer);
    notify(&session, "notifications/roots/list_changed", json!({})).await;
    let answer = ask(&session, 1, "ping", json!({})).await;
    assert_eq!(answer["result"], json!({}));
}

#[tokio::test(start_paused = true)]
async fn only_the_first_listener_hears() {
    let session = Session::new("s", Announcer);
    assert!(session.server_messages().is_some());
    assert!(session.server_messages().is_none());
}

#[tokio::test(start_paused = true)]
async fn what_was_said_before_anybody_listened_is_heard() {
    let session = Session::new("s", Announcer);
    notify(&session, "notifications/initialized", json!({})).await;
    ask(&session, 1, "ping", json!({})).await;
    let mut heard = session.server_messages().unwrap();
    let said = value(&soon(heard.recv()).await.unwrap());
    assert_eq!(said["method"], "notifications/tools/list_changed");
}

/// A server that nobody listens to keeps nothing without bound.
#[tokio::test(start_paused = true)]
async fn of_what_nobody_listens_to_the_last_is_kept() {
    let kept = std::sync::Arc::new(Mutex::new(None));
    let session = Session::new("s", Keeper(kept.clone()));
    notify(&session, "notifications/initialized", json!({})).await;
    ask(&session, 1, "ping", json!({})).await;
    let peer = kept.lock().await.take().unwrap();
    for number in 0..1000 {
        let said = model::ProgressNotificationParam::new(progress(), f64::from(number));
        peer.notify_progress(said).await.unwrap();
    }
    let mut heard = session.server_messages().unwrap();
    let numbers = std::iter::from_fn(|| heard.try_recv().ok());
    let numbers: Vec<_> = numbers.map(|said| value(&said)["params"]["progress"].as_f64()).collect();
    assert_eq!(numbers.len(), 256);
    assert_eq!((numbers[0], numbers[255]), (Some(744.0), Some(999.0)));
    // Who listens hears all.
    for number in 0..1000 {
        let said = model::ProgressNotificationParam::new(progress(), f64::from(number));
        peer.notify_progress(said).await.unwrap();
    }
    assert_eq!(std::iter::from_fn(|| heard.try_recv().ok()).count(), 1000);
}

fn progress() -> model::ProgressToken {
    model::ProgressToken(model::NumberOrString::Number(1))
}

#[tokio::test(start_paused = true)]
async fn who_listens_learns_that_the_session_is_gone() {
    let session = Session::new("s", Announcer);
    let mut heard = session.server_messages().unwrap();
    ask(&session, 1, "ping", json!({})).await;
    drop(session);
    assert!(soon(heard.recv()).await.is_none());
}

/// Asks the client whether it is there.
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
async fn an_answer_of_the_client_reaches_the_server() {
    let session = asker();
    let mut heard = session.server_messages().unwrap();
    let call = session.answer(calling(1, "ask", &json!({})));
    let asked = value(&soon(heard.recv()).await.unwrap());
    assert_eq!(asked["method"], "ping");
    assert!(asked["id"].is_number() || asked["id"].is_string(), "{asked}");

    let answer = json!({ "jsonrpc": "2.0", "id": asked["id"], "result": {} });
    assert_eq!(send(&session, answer).await, json!({ "jsonrpc": "2.0", "result": {} }));

    assert_eq!(text(&value(&soon(call).await)["result"]), "yes");
}

#[tokio::test(start_paused = true)]
async fn a_refusal_of_the_client_reaches_the_server() {
    let session = asker();
    let mut heard = session.server_messages().unwrap();
    let call = session.answer(calling(1, "ask", &json!({})));
    let asked = value(&soon(heard.recv()).await.unwrap());
    let error = json!({ "code": -32601, "message": "I do not play" });
    send(&session, json!({ "jsonrpc": "2.0", "id": asked["id"], "error": error })).await;
    let said = value(&soon(call).await);
    assert!(text(&said["result"]).contains("I do not play"), "{said}");
}

#[tokio::test(start_paused = true)]
async fn a_request_of_the_server_may_bear_the_id_of_a_request_of_the_client() {
    let session = asker();
    let mut heard = session.server_messages().unwrap();
    let mut calls = Vec::new();
    for id in 0..4 {
        calls.push(session.answer(calling(id, "ask", &json!({}))));
    }
    for _ in 0..4 {
        let asked: Value = value(&soon(heard.recv()).await.unwrap());
        send(&session, json!({ "jsonrpc": "2.0", "id": asked["id"], "result": {} })).await;
    }
    for (id, call) in calls.into_iter().enumerate() {
        let answer = value(&soon(call).await);
        assert_eq!(answer["id"], id);
        assert_eq!(text(&answer["result"]), "yes");
    }
}

/// Keeps the client for later.
struct Keeper(std::sync::Arc<Mutex<Option<Peer<RoleServer>>>>);

impl ServerHandler for Keeper {
    async fn on_initialized(&self, context: service::NotificationContext<RoleServer>) {
        *self.0.lock().await = Some(context.peer);
    }
}

#[tokio::test(start_paused = true)]
async fn a_server_speaks_when_nobody_asked_it() {
    let kept = std::sync::Arc::new(Mutex::new(None));
    let session = Session::new("s", Keeper(kept.clone()));
    let mut heard = session.server_messages().unwrap();
    notify(&session, "notifications/initialized", json!({})).await;
    ask(&session, 1, "ping", json!({})).await;
    let peer = kept.lock().await.take().unwrap();
    peer.notify_resource_list_changed().await.unwrap();
    let said = value(&soon(heard.recv()).await.unwrap());
    assert_eq!(said["method"], "notifications/resources/list_changed");

    session.close().await;
    assert!(peer.notify_resource_list_changed().await.is_err(), "a closed session hears");
}
