//! Closing: the end of a session.

use std::time::Duration;

use claude_mcp::{NoArgs, Server, Session};
use serde_json::json;
use tokio::time::Instant;

use crate::client::{ask, call, calling, hello, notify, send, soon, text, value};
use crate::drop_probe::CallProbe;

fn endless(probe: &CallProbe) -> Session {
    let server = Server::builder("inner name", "1")
        .add(probe.endless("endless"))
        .add(probe.quick("quick"))
        .build();
    Session::new("mounted", server)
}

#[tokio::test(start_paused = true)]
async fn a_closed_session_refuses_everything_and_names_its_server() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    call(&session, 1, "quick", json!({})).await;
    assert!(soon(session.close()).await);

    for (id, method) in [(2, "initialize"), (3, "tools/list"), (4, "ping")] {
        let answer = ask(&session, id, method, hello("2025-11-25")).await;
        assert_eq!(answer["id"], id);
        let message = answer["error"]["message"].as_str().unwrap();
        assert!(message.contains("mounted"), "{answer}");
    }
    let answer = send(&session, calling(5, "quick", &json!({}))).await;
    assert!(answer["error"].is_object(), "{answer}");
    notify(&session, "notifications/initialized", json!({})).await;
    assert_eq!(probe.entered(), 1, "a closed session called a tool");
}

#[tokio::test(start_paused = true)]
async fn closing_ends_calls_in_flight_at_once() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    let calls: Vec<_> =
        (0..5).map(|id| session.answer(calling(id, "endless", &json!({})))).collect();
    probe.has_entered(5).await;
    let began = Instant::now();

    assert!(soon(session.close()).await, "it did not end in time");

    assert_eq!(began.elapsed(), Duration::ZERO);
    assert_eq!(probe.left(), 5);
    for (id, call) in calls.into_iter().enumerate() {
        let answer = value(&soon(call).await);
        assert_eq!(answer["id"], id);
        assert!(answer["error"].is_object(), "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn closing_twice_and_closing_an_unused_session_succeeds() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    assert!(soon(session.close()).await);
    assert!(soon(session.close()).await);
    let answer = send(&session, calling(1, "quick", &json!({}))).await;
    assert!(answer["error"].is_object(), "{answer}");
    assert_eq!(probe.entered(), 0);
}

#[tokio::test(start_paused = true)]
async fn dropping_the_close_future_still_closes_the_session() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    let running = session.answer(calling(1, "endless", &json!({})));
    probe.has_entered(1).await;
    {
        let mut closing = std::pin::pin!(session.close());
        assert!(futures_util::poll!(&mut closing).is_pending());
    }
    probe.has_left(1).await;
    assert!(value(&soon(running).await)["error"].is_object());
    let answer = send(&session, calling(2, "quick", &json!({}))).await;
    assert!(answer["error"].is_object(), "{answer}");
}

#[tokio::test(start_paused = true)]
async fn dropping_the_session_drops_its_calls() {
    let probe = CallProbe::default();
    let session = endless(&probe);
    let call = session.answer(calling(1, "endless", &json!({})));
    probe.has_entered(1).await;
    drop(session);
    probe.has_left(1).await;
    let answer = value(&soon(call).await);
    assert_eq!(answer["id"], 1);
    assert!(answer["error"].is_object(), "{answer}");
}

#[tokio::test(start_paused = true)]
async fn a_session_drops_its_server_when_it_ends() {
    let probe = CallProbe::default();
    let inside = probe.enter();
    let server = Server::builder("s", "1")
        .tool("keeper", "Keeps something.", move |_: NoArgs| {
            let _ = &inside;
            async { "kept" }
        })
        .build();
    let session = Session::new("s", server);
    assert_eq!(text(&call(&session, 1, "keeper", json!({})).await), "kept");
    soon(session.close()).await;
    drop(session);
    probe.has_left(1).await;
}

/// Uses real time: paused time does not advance while a thread is blocked.
#[tokio::test]
async fn a_blocked_thread_does_not_delay_the_close() {
    let (release, blocked) = std::sync::mpsc::channel::<()>();
    let blocked = std::sync::Arc::new(std::sync::Mutex::new(blocked));
    let probe = CallProbe::default();
    let seen = probe.clone();
    let server = Server::builder("s", "1")
        .tool("blocks", "Blocks a thread.", move |_: NoArgs| {
            let (blocked, seen) = (blocked.clone(), seen.clone());
            async move {
                let _inside = seen.enter();
                let work = tokio::task::spawn_blocking(move || blocked.lock().unwrap().recv());
                work.await.is_ok()
            }
        })
        .build();
    let session = Session::new("s", server);
    let call = session.answer(calling(1, "blocks", &json!({})));
    probe.has_entered(1).await;

    let ended = tokio::time::timeout(Duration::from_secs(4), session.close()).await;

    assert_eq!(ended, Ok(true), "the end waited for the thread");
    assert!(value(&soon(call).await)["error"].is_object());
    release.send(()).unwrap();
}
