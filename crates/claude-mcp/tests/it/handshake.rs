//! Handshake, and messages that are not requests the server knows.

use claude_mcp::{NoArgs, Server, Session};
use serde_json::json;

use crate::client::{ask, call, calling, hello, notify, request, send, text, value};
use crate::drop_probe::CallProbe;

fn session() -> Session {
    let server = Server::builder("clock", "3.1.4")
        .instructions("Ask it for the time.")
        .tool("now", "Tells the time.", |_: NoArgs| async { "ten past nine" })
        .build();
    Session::new("mounted", server)
}

#[tokio::test(start_paused = true)]
async fn the_version_asked_for_is_the_version_answered() {
    for version in ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"] {
        let answer = ask(&session(), 0, "initialize", hello(version)).await;
        assert_eq!(answer["id"], 0);
        assert_eq!(answer["result"]["protocolVersion"], version, "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_unknown_version_is_answered_with_the_version_of_the_cli() {
    let answer = ask(&session(), 0, "initialize", hello("2199-01-01")).await;
    assert_eq!(answer["result"]["protocolVersion"], "2025-11-25", "{answer}");
}

#[tokio::test(start_paused = true)]
async fn the_server_introduces_itself() {
    let answer = ask(&session(), 0, "initialize", hello("2025-11-25")).await;
    let result = &answer["result"];
    assert_eq!(result["serverInfo"], json!({ "name": "clock", "version": "3.1.4" }));
    assert!(result["capabilities"]["tools"].is_object(), "{answer}");
    assert_eq!(result["instructions"], "Ask it for the time.");
}

#[tokio::test(start_paused = true)]
async fn a_notification_is_acknowledged_with_an_empty_result() {
    let session = session();
    let empty = json!({ "jsonrpc": "2.0", "result": {} });
    assert_eq!(notify(&session, "notifications/initialized", json!({})).await, empty);
    assert_eq!(notify(&session, "notifications/of/the/future", json!({})).await, empty);
    let bare = json!({ "jsonrpc": "2.0", "method": "notifications/initialized" });
    assert_eq!(send(&session, bare).await, empty);
}

#[tokio::test(start_paused = true)]
async fn an_unknown_method_is_refused() {
    let answer = ask(&session(), 4, "weather/forecast", json!({})).await;
    assert_eq!(answer["id"], 4);
    assert_eq!(answer["error"]["code"], -32601, "{answer}");
    assert!(answer["error"]["message"].as_str().unwrap().contains("weather/forecast"), "{answer}");
}

#[tokio::test(start_paused = true)]
async fn a_ping_is_answered() {
    let answer = send(&session(), json!({ "jsonrpc": "2.0", "id": 9, "method": "ping" })).await;
    assert_eq!(answer, json!({ "jsonrpc": "2.0", "id": 9, "result": {} }));
}

#[tokio::test(start_paused = true)]
async fn a_request_without_method_fails_and_the_session_goes_on() {
    let session = session();
    let answer = send(&session, json!({ "jsonrpc": "2.0", "id": 5, "params": {} })).await;
    assert_eq!(answer["id"], 5, "{answer}");
    assert_eq!(answer["error"]["code"], -32603, "{answer}");
    assert_eq!(text(&call(&session, 6, "now", json!({})).await), "ten past nine");
}

#[tokio::test(start_paused = true)]
async fn an_invalid_id_gets_no_response_and_does_not_hang() {
    let session = session();
    let answer = send(&session, request(2.5, "tools/list", &json!({}))).await;
    assert_eq!(answer, json!({ "jsonrpc": "2.0", "result": {} }));
    assert_eq!(text(&call(&session, 3, "now", json!({})).await), "ten past nine");
}

#[tokio::test(start_paused = true)]
async fn ids_come_back_as_they_were_sent() {
    let session = session();
    for id in [json!(0), json!(-7), json!(i64::MAX), json!("7"), json!(""), json!("a b\n☃")] {
        let answer = send(&session, request(id.clone(), "ping", &json!({}))).await;
        assert_eq!(answer["id"], id, "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_second_initialize_leaves_calls_in_flight_alone() {
    let probe = CallProbe::default();
    let server = Server::builder("s", "1")
        .add(probe.endless("endless"))
        .tool("later", "Ends after a minute.", |_: NoArgs| async {
            tokio::time::sleep(std::time::Duration::from_secs(60)).await;
            "done"
        })
        .build();
    let session = Session::new("s", server);
    ask(&session, 0, "initialize", hello("2025-11-25")).await;
    let later = session.answer(calling(1, "later", &json!({})));
    let _endless = session.answer(calling(2, "endless", &json!({})));
    probe.has_entered(1).await;

    let again = ask(&session, 0, "initialize", hello("2025-11-25")).await;

    assert_eq!(again["result"]["serverInfo"]["name"], "s", "{again}");
    assert_eq!(text(&value(&later.await)["result"]), "done");
    assert_eq!(probe.left(), 0, "a second handshake ended a call");
}

#[tokio::test(start_paused = true)]
async fn a_request_before_the_handshake_starts_the_session() {
    let session = session();
    assert_eq!(text(&call(&session, 1, "now", json!({})).await), "ten past nine");
    let answer = ask(&session, 2, "initialize", hello("2025-11-25")).await;
    assert_eq!(answer["result"]["serverInfo"]["name"], "clock");
}

#[test]
fn a_session_can_be_created_without_a_runtime() {
    let shown = format!("{:?}", session());
    assert!(shown.contains("mounted"), "{shown}");
}
