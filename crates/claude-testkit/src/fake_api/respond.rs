//! Responses: from a request to its response.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::BodyExt as _;
use hyper::body::{Bytes, Incoming};
use hyper::{Method, Response};
use serde_json::{Value, json};

use super::body::Answer;
use super::events::{id, render};
use super::order::InOrder;
use super::request::{Request, split};
use super::server::{InFlight, Shared};
use super::turn::{ApiError, Turn};

/// Records a request and answers it. An error closes the connection without a response.
pub(super) async fn respond(
    request: hyper::Request<Incoming>,
    shared: Arc<Shared>,
) -> io::Result<Response<Answer>> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.map_err(io::Error::other)?.to_bytes();
    let text = String::from_utf8_lossy(&body);
    let (headers, credentials) = split(&head.headers);
    let request = Request {
        method: head.method.to_string(),
        path: head.uri.path().to_owned(),
        query: head.uri.query().map(str::to_owned),
        headers,
        body: serde_json::from_str(&text).unwrap_or(Value::Null),
        message_id: None,
        credentials,
    };
    let in_flight = shared.record(request.clone());
    if request.is_message() {
        let turn = shared.take(&text, request.offers_tools());
        return message(&turn, &request.body, in_flight).await;
    }
    let (status, json) = match request.path.as_str() {
        "/v1/messages/count_tokens" if head.method == Method::POST => {
            (200, json!({"input_tokens": (text.len() / 4).max(1)}))
        }
        // The CLI checks whether its host is available.
        "/" => (200, json!({})),
        _ => (404, error_body("not_found_error", "Not found")),
    };
    let body = if head.method == Method::HEAD { Bytes::new() } else { json.to_string().into() };
    build(status, "application/json", &Turn::default(), Answer::whole(body, in_flight))
}

async fn message(turn: &Turn, body: &Value, in_flight: InFlight) -> io::Result<Response<Answer>> {
    if let Some(delay) = turn.initial_delay_ms {
        tokio::time::sleep(Duration::from_millis(delay)).await;
    }
    if turn.reset {
        return Err(io::ErrorKind::ConnectionReset.into());
    }
    if turn.hang {
        // hyper drops this future when the client disconnects.
        std::future::pending::<()>().await;
    }
    if let Some(status) = turn.status {
        let ApiError { kind, message } = turn.error.clone().unwrap_or_else(|| ApiError {
            kind: "api_error".to_owned(),
            message: "scripted error".to_owned(),
        });
        let body = error_body(&kind, &message).to_string();
        return build(status, "application/json", turn, Answer::whole(body, in_flight));
    }
    let rendered = render(turn, body["model"].as_str().unwrap_or("unknown"));
    in_flight.answered_with(rendered.message["id"].as_str());
    if body["stream"] == true {
        let answer = Answer::stream(turn, rendered, in_flight);
        return build(200, "text/event-stream; charset=utf-8", turn, answer);
    }
    let body = InOrder(&rendered.message).text();
    build(200, "application/json", turn, Answer::whole(body, in_flight))
}

fn error_body(kind: &str, message: &str) -> Value {
    let error = json!({"type": kind, "message": message});
    json!({"type": "error", "error": error, "request_id": id("req")})
}

fn build(
    status: u16,
    content_type: &str,
    turn: &Turn,
    body: Answer,
) -> io::Result<Response<Answer>> {
    let mut response = Response::builder()
        .status(status)
        .header("content-type", content_type)
        .header("cache-control", "no-cache")
        .header("request-id", id("req"));
    for (name, value) in &turn.headers {
        response = response.header(name, value);
    }
    response.body(body).map_err(io::Error::other)
}
