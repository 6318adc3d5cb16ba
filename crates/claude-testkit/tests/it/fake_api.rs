//! Fake API: its behaviour for a client over plain TCP.

use std::time::Duration;

use claude_testkit::fake_api::{Block, FakeApi, Turn};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// A response.
struct Response {
    status: u16,
    head: String,
    body: String,
    /// Whether the body ended as HTTP requires.
    whole: bool,
}

impl Response {
    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    /// The events of a stream, by their data.
    fn events(&self) -> Vec<Value> {
        let data = self.body.lines().filter_map(|line| line.strip_prefix("data: "));
        data.map(|data| serde_json::from_str(data).unwrap()).collect()
    }

    fn deltas(&self, field: &str) -> String {
        let events = self.events();
        events.iter().filter_map(|event| event["delta"][field].as_str()).collect()
    }
}

async fn connect(api: &FakeApi, method: &str, path: &str, body: &Value) -> TcpStream {
    let body = body.to_string();
    let mut stream = TcpStream::connect(api.address()).await.unwrap();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nx-api-key: secret\r\n\
         x-app: cli\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(body.as_bytes()).await.unwrap();
    stream
}

/// Reads the response. Returns `None` if the connection was closed without one.
async fn response(mut stream: TcpStream) -> Option<Response> {
    let mut bytes = Vec::new();
    let end = stream.read_to_end(&mut bytes).await;
    if bytes.is_empty() {
        return None;
    }
    let text = String::from_utf8(bytes).unwrap();
    let (head, rest) = text.split_once("\r\n\r\n").unwrap();
    let chunked = head.to_lowercase().contains("transfer-encoding: chunked");
    let (body, whole) = if chunked { unchunk(rest) } else { (rest.to_owned(), true) };
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    Some(Response { status, head: head.to_lowercase(), body, whole: whole && end.is_ok() })
}

fn unchunk(mut text: &str) -> (String, bool) {
    let mut body = String::new();
    while let Some((size, rest)) = text.split_once("\r\n") {
        let size = usize::from_str_radix(size, 16).unwrap();
        if size == 0 {
            return (body, true);
        }
        body.push_str(&rest[..size]);
        text = &rest[size + 2..];
    }
    (body, false)
}

/// A main request, as the CLI sends it.
fn main_request(prompt: &str) -> Value {
    json!({
        "model": "claude-test",
        "stream": true,
        "tools": [{"name": "Bash"}],
        "messages": [{"role": "user", "content": prompt}],
    })
}

async fn ask(api: &FakeApi, prompt: &str) -> Response {
    let stream = connect(api, "POST", "/v1/messages?beta=true", &main_request(prompt)).await;
    response(stream).await.expect("an answer")
}

#[tokio::test]
async fn a_text_is_streamed_in_deltas() {
    let api =
        FakeApi::start([Turn::text("Hello, friend.").thinking("Hm.").deltas(3)]).await.unwrap();
    let response = ask(&api, "hi").await;

    assert_eq!(response.status, 200);
    assert!(response.head.contains("content-type: text/event-stream"), "{}", response.head);
    assert!(response.whole);
    assert_eq!(response.deltas("text"), "Hello, friend.");
    assert_eq!(response.deltas("thinking"), "Hm.");
    let kinds: Vec<_> =
        response.events().iter().map(|event| event["type"].as_str().unwrap().to_owned()).collect();
    assert_eq!(kinds[..2], ["message_start", "ping"]);
    assert_eq!(kinds[kinds.len() - 2..], ["message_delta", "message_stop"]);
    assert_eq!(kinds.iter().filter(|kind| *kind == "content_block_delta").count(), 3 + 3 + 1);
    assert_eq!(response.events()[0]["message"]["model"], "claude-test");
}

#[tokio::test]
async fn the_deltas_of_a_tool_add_up_to_its_input() {
    let input = json!({"command": "echo hällo", "nested": {"list": [1, 2, 3]}});
    let api = FakeApi::start([Turn::tool("Bash", input.clone()).deltas(9)]).await.unwrap();
    let response = ask(&api, "go").await;

    let joined = response.deltas("partial_json");
    assert_eq!(serde_json::from_str::<Value>(&joined).unwrap(), input);
    let pieces =
        response.events().iter().filter(|e| e["delta"]["type"] == "input_json_delta").count();
    assert!(pieces > 5, "{pieces} pieces");
    let start = &response.events()[2]["content_block"];
    assert_eq!((&start["name"], &start["input"]), (&json!("Bash"), &json!({})));
    let last = response.events().into_iter().rev().nth(1).unwrap();
    assert_eq!(last["delta"]["stop_reason"], "tool_use");
}

#[tokio::test]
async fn without_streaming_the_message_is_complete() {
    let blocks = [Block::text("a"), Block::filled(100_000), Block::redacted_thinking("x")];
    let api = FakeApi::start([Turn::blocks(blocks).usage("output_tokens", 7)]).await.unwrap();
    let mut request = main_request("hi");
    request["stream"] = false.into();
    let message =
        response(connect(&api, "POST", "/v1/messages", &request).await).await.unwrap().json();

    assert_eq!(message["content"][0]["text"], "a");
    assert_eq!(message["content"][1]["text"].as_str().unwrap().len(), 100_000);
    assert_eq!(message["content"][2], json!({"type": "redacted_thinking", "data": "x"}));
    assert_eq!(message["usage"]["output_tokens"], 7);
    assert_eq!(message["stop_reason"], "end_turn");
}

#[tokio::test]
async fn an_error_has_its_status_body_and_headers_before_the_success() {
    let busy = Turn::error(529, "overloaded_error", "Overloaded").retry_after(2);
    let api = FakeApi::start([busy, Turn::text("now")]).await.unwrap();

    let first = ask(&api, "hi").await;
    assert_eq!(first.status, 529);
    assert!(first.head.contains("retry-after: 2"), "{}", first.head);
    let error = first.json();
    assert_eq!(error["type"], "error");
    assert_eq!(error["error"], json!({"type": "overloaded_error", "message": "Overloaded"}));
    assert_eq!(ask(&api, "hi").await.deltas("text"), "now");
}

#[tokio::test]
async fn a_drop_ends_the_stream_after_its_events_and_a_reset_sends_nothing() {
    let api = FakeApi::start([Turn::text("lost").drop_after(3), Turn::reset()]).await.unwrap();

    let dropped = ask(&api, "hi").await;
    assert!(!dropped.whole, "the end of the body is missing");
    assert_eq!(dropped.events().len(), 3);
    let stream = connect(&api, "POST", "/v1/messages", &main_request("hi")).await;
    assert!(response(stream).await.is_none());
}

#[tokio::test]
async fn a_stream_may_contain_an_error() {
    let turn = Turn::text("a").error_after(3, "overloaded_error", "busy");
    let api = FakeApi::start([turn.delay(Duration::from_millis(1))]).await.unwrap();
    let response = ask(&api, "hi").await;

    assert!(response.whole);
    let events = response.events();
    assert_eq!(events.len(), 4);
    assert_eq!(events[3]["error"]["type"], "overloaded_error");
}

#[tokio::test]
async fn tokens_are_counted_and_other_paths_are_not_found() {
    let api = FakeApi::start([]).await.unwrap();
    let count = connect(&api, "POST", "/v1/messages/count_tokens", &main_request("hi")).await;
    assert!(response(count).await.unwrap().json()["input_tokens"].as_u64().unwrap() > 10);
    let other = connect(&api, "GET", "/v1/nothing", &Value::Null).await;
    let other = response(other).await.unwrap();
    assert_eq!(
        (other.status, other.json()["error"]["type"].as_str()),
        (404, Some("not_found_error"))
    );
}

#[tokio::test]
async fn requests_are_recorded_without_secrets() {
    let api =
        FakeApi::start([Turn::text("first"), Turn::text("picked").when("apple")]).await.unwrap();
    assert_eq!(ask(&api, "an apple").await.deltas("text"), "picked");
    let side = json!({"model": "m", "stream": true, "messages": []});
    let aside = response(connect(&api, "POST", "/v1/messages", &side).await).await.unwrap();
    assert_eq!(aside.deltas("text"), "ok", "a request without tools takes no turn");
    api.push(Turn::text("pushed"));
    assert_eq!(ask(&api, "more").await.deltas("text"), "first");
    assert_eq!(ask(&api, "more").await.deltas("text"), "pushed");

    let request = api.request(0).await;
    assert_eq!(
        (request.path.as_str(), request.query.as_deref()),
        ("/v1/messages", Some("beta=true"))
    );
    assert_eq!(request.last_user_text(), "an apple");
    assert_eq!(request.headers["x-app"], "cli");
    assert!(!format!("{:?}", api.requests()).contains("secret"));
    assert_eq!(api.messages().len(), 4);
}

#[tokio::test]
async fn a_hang_ends_when_the_client_disconnects() {
    let turns = [Turn::hang(), Turn::text("long").hang_after(4)];
    let api = FakeApi::start(turns).await.unwrap();

    let silent = connect(&api, "POST", "/v1/messages", &main_request("hi")).await;
    api.wait_for_messages(1).await;
    drop(silent);
    tokio::time::timeout(Duration::from_secs(10), api.wait_until_idle()).await.expect("idle");

    let mut halted = connect(&api, "POST", "/v1/messages", &main_request("hi")).await;
    let mut seen = String::new();
    while !seen.contains("content_block_delta") {
        let mut bytes = [0; 4096];
        let read = halted.read(&mut bytes).await.unwrap();
        assert!(read > 0, "closed after {seen}");
        seen.push_str(std::str::from_utf8(&bytes[..read]).unwrap());
    }
    drop(halted);
    tokio::time::timeout(Duration::from_secs(10), api.wait_until_idle()).await.expect("idle");
}

#[tokio::test]
async fn dropping_the_server_closes_its_connections() {
    let api = FakeApi::start([Turn::hang()]).await.unwrap();
    let (address, hanging) =
        (api.address(), connect(&api, "POST", "/v1/messages", &main_request("hi")).await);
    api.wait_for_messages(1).await;
    drop(api);
    assert!(response(hanging).await.is_none());
    assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
}
