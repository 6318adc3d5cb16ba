//! Hostile input: messages that no client should send. Each gets a response; none of them hangs or
//! breaks the session.

use claude_mcp::schemars::{self, JsonSchema};
use claude_mcp::{Server, Session};
use claude_types::Raw;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::client::{call, send, soon, text};

#[derive(Deserialize, JsonSchema)]
struct Echo {
    word: String,
}

fn session() -> Session {
    let server = Server::builder("s", "1")
        .tool("echo", "Echoes.", |args: Echo| async move { args.word })
        .build();
    Session::new("s", server)
}

/// The messages, each with the ID that its response must have if possible.
fn hostile() -> Vec<(String, Value)> {
    let plain = [
        ("null", Value::Null),
        ("true", Value::Null),
        ("0", Value::Null),
        ("\"tools/list\"", Value::Null),
        ("{}", Value::Null),
        ("[]", Value::Null),
        (r#"[{"jsonrpc":"2.0","id":1,"method":"ping"}]"#, Value::Null),
        (r#"{"jsonrpc":"2.0"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":1}"#, json!(1)),
        (r#"{"jsonrpc":"2.0","id":"x"}"#, json!("x")),
        (r#"{"jsonrpc":"2.0","id":null}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":{},"method":"ping"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":[1],"method":"ping"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":true,"method":"ping"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":2.5,"method":"ping"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":1e400,"method":"ping"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":18446744073709551615,"method":"ping"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":99999999999999999999999999,"method":"ping"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":-9223372036854775808,"method":"ping"}"#, json!(i64::MIN)),
        (r#"{"jsonrpc":"2.0","id":2,"method":5}"#, json!(2)),
        (r#"{"jsonrpc":"2.0","id":2,"method":null}"#, json!(2)),
        (r#"{"jsonrpc":"2.0","id":2,"method":["ping"]}"#, json!(2)),
        (r#"{"jsonrpc":"2.0","id":2,"method":""}"#, json!(2)),
        (r#"{"jsonrpc":"2.0","id":2,"method":"\u0000"}"#, json!(2)),
        (r#"{"jsonrpc":"1.0","id":2,"method":"ping"}"#, json!(2)),
        (r#"{"jsonrpc":2,"id":2,"method":"ping"}"#, json!(2)),
        (r#"{"id":2,"method":"ping"}"#, json!(2)),
        (r#"{"jsonrpc":"2.0","id":2,"method":"ping","result":{}}"#, json!(2)),
        (r#"{"jsonrpc":"2.0","id":2,"method":"ping","error":{"code":1,"message":""}}"#, json!(2)),
        (r#"{"jsonrpc":"2.0","id":2,"id":3,"method":"ping"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":3,"method":"initialize"}"#, json!(3)),
        (r#"{"jsonrpc":"2.0","id":3,"method":"initialize","params":{}}"#, json!(3)),
        (r#"{"jsonrpc":"2.0","id":3,"method":"initialize","params":[1,2]}"#, json!(3)),
        (
            r#"{"jsonrpc":"2.0","id":3,"method":"initialize","params":{"protocolVersion":7}}"#,
            json!(3),
        ),
        (r#"{"jsonrpc":"2.0","id":4,"method":"tools/list","params":5}"#, json!(4)),
        (r#"{"jsonrpc":"2.0","id":4,"method":"tools/list","params":{"cursor":{}}}"#, json!(4)),
        (r#"{"jsonrpc":"2.0","id":4,"method":"tools/list","params":{"_meta":5}}"#, json!(4)),
        (r#"{"jsonrpc":"2.0","id":5,"method":"tools/call"}"#, json!(5)),
        (r#"{"jsonrpc":"2.0","id":5,"method":"tools/call","params":null}"#, json!(5)),
        (r#"{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":null}}"#, json!(5)),
        (
            r#"{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"echo","arguments":7}}"#,
            json!(5),
        ),
        (
            r#"{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"echo","_meta":{"progressToken":{}}}}"#,
            json!(5),
        ),
        (r#"{"jsonrpc":"2.0","id":6,"result":{}}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":6,"result":null}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":6,"error":{}}"#, json!(6)),
        (r#"{"jsonrpc":"2.0","error":{"code":-32700,"message":"what?"}}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","method":"notifications/cancelled"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{}}"#, Value::Null),
        (
            r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":{}}}"#,
            Value::Null,
        ),
        (
            r#"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":null}}"#,
            Value::Null,
        ),
        (
            r#"{"jsonrpc":"2.0","method":"notifications/progress","params":{"progress":"x"}}"#,
            Value::Null,
        ),
        (r#"{"jsonrpc":"2.0","method":"ping"}"#, Value::Null),
        (r#"{"jsonrpc":"2.0","id":7,"method":"notifications/initialized"}"#, json!(7)),
        (
            r#"{"jsonrpc":"2.0","id":7,"method":"notifications/cancelled","params":{"requestId":7}}"#,
            json!(7),
        ),
    ];
    let mut all: Vec<_> = plain.map(|(text, id)| (text.to_owned(), id)).into();
    all.extend(large());
    all
}

fn large() -> [(String, Value); 5] {
    let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    let call = |id: i64, arguments: &str| {
        format!(
            r#"{{"jsonrpc":"2.0","id":{id},"method":"tools/call","params":{{"name":"echo","arguments":{arguments}}}}}"#
        )
    };
    let long_id = "i".repeat(1 << 20);
    let long_method = "m".repeat(1 << 20);
    [
        (format!(r#"{{"jsonrpc":"2.0","id":"{long_id}","method":"ping"}}"#), json!(long_id)),
        (format!(r#"{{"jsonrpc":"2.0","id":8,"method":"{long_method}"}}"#), json!(8)),
        (call(9, &format!(r#"{{"word":{}}}"#, deep(100))), json!(9)),
        (call(9, &format!(r#"{{"word":{}}}"#, deep(100_000))), json!(9)),
        (deep(100_000), Value::Null),
    ]
}

#[tokio::test(start_paused = true)]
async fn each_gets_a_response_with_its_id_and_the_session_continues() {
    let session = session();
    for (message, id) in hostile() {
        let shown: String = message.chars().take(120).collect();
        let raw = Raw::from_text(message).unwrap_or_else(|why| panic!("{shown} is no JSON: {why}"));
        let answer = soon(session.answer(raw)).await;
        let answer: Value = answer.parse().unwrap_or_else(|why| panic!("{shown}: {why}"));
        assert_eq!(answer["jsonrpc"], "2.0", "{shown} is answered {answer}");
        assert_eq!(answer["id"], id, "{shown} is answered {answer}");
        let kinds = [answer.get("result").is_some(), answer.get("error").is_some()];
        assert_ne!(kinds[0], kinds[1], "{shown} is answered {answer}");
        assert_eq!(text(&call(&session, 1, "echo", json!({ "word": "on" })).await), "on");
    }
}

#[tokio::test(start_paused = true)]
async fn each_may_be_the_first_message() {
    for (message, _) in hostile() {
        let session = session();
        soon(session.answer(Raw::from_text(message).unwrap())).await;
        assert_eq!(text(&call(&session, 1, "echo", json!({ "word": "on" })).await), "on");
        assert!(soon(session.close()).await);
    }
}

#[tokio::test(start_paused = true)]
async fn concurrent_hostile_messages_are_all_answered() {
    let session = session();
    let answers =
        hostile().into_iter().map(|(message, _)| session.answer(Raw::from_text(message).unwrap()));
    let answers = soon(futures_util::future::join_all(answers)).await;
    assert_eq!(answers.len(), hostile().len());
    assert_eq!(text(&call(&session, 1, "echo", json!({ "word": "on" })).await), "on");
}

/// Short values by the million would take a multiple of their text.
#[tokio::test]
async fn a_message_of_too_many_values_is_refused_with_the_reason() {
    let session = session();
    for part in ["0", "[]", "{}", "\"\""] {
        let values = vec![part; 2_000_000].join(",");
        let params = format!(r#"{{"name":"echo","arguments":{{"word":[{values}]}}}}"#);
        let call = format!(r#"{{"jsonrpc":"2.0","id":9,"method":"tools/call","params":{params}}}"#);
        let answer = send(&session, Raw::from_text(call).unwrap()).await;
        assert_eq!(answer["id"], 9);
        let why = answer["error"]["message"].as_str().unwrap();
        assert!(why.contains("too much memory"), "{why}");
    }
    // Commas in a text are no values.
    let long = ",".repeat(5_000_000);
    assert_eq!(text(&call(&session, 10, "echo", json!({ "word": long })).await), long);
}
