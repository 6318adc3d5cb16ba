//! Arguments: valid and invalid arguments of tool calls.

use claude_mcp::schemars::{self, JsonSchema};
use claude_mcp::{NoArgs, Server, Session};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::client::{call, failure, send, text};
use crate::drop_probe::CallProbe;

#[derive(Deserialize, JsonSchema)]
struct Greet {
    name: String,
    times: Option<u8>,
}

fn session(probe: &CallProbe) -> Session {
    let probe = probe.clone();
    let server = Server::builder("s", "1")
        .tool("greet", "Greets.", move |args: Greet| {
            let _inside = probe.enter();
            async move { vec!["hello"; args.times.unwrap_or(1).into()].join(" ") + " " + &args.name }
        })
        .tool("plain", "Takes nothing.", |_: NoArgs| async { "plain" })
        .build();
    Session::new("s", server)
}

#[tokio::test(start_paused = true)]
async fn arguments_that_fit_reach_the_tool() {
    let probe = CallProbe::default();
    let session = session(&probe);
    let fits = [
        (json!({ "name": "Ada" }), "hello Ada"),
        (json!({ "name": "Ada", "times": null }), "hello Ada"),
        (json!({ "name": "Ada", "times": 2 }), "hello hello Ada"),
        (json!({ "name": "☃\n", "unknown": [1, 2] }), "hello ☃\n"),
    ];
    for (arguments, said) in fits {
        assert_eq!(text(&call(&session, 1, "greet", arguments).await), said);
    }
    assert_eq!(probe.entered(), 4);
}

#[tokio::test(start_paused = true)]
async fn invalid_arguments_are_reported_to_the_model_and_the_tool_does_not_run() {
    let probe = CallProbe::default();
    let session = session(&probe);
    let wrong = [
        (json!({}), "name"),
        (json!({ "name": 5 }), "string"),
        (json!({ "name": null }), "string"),
        (json!({ "name": "Ada", "times": -1 }), "/times"),
        (json!({ "name": "Ada", "times": 256 }), "255"),
        (json!({ "name": ["Ada"] }), "string"),
    ];
    for (arguments, named) in wrong {
        let result = call(&session, 1, "greet", arguments).await;
        let why = failure(&result);
        assert!(why.starts_with("Input validation error:"), "{why}");
        assert!(why.contains(named), "{why}");
    }
    assert_eq!(probe.entered(), 0, "the tool ran");
}

#[tokio::test(start_paused = true)]
async fn a_tool_without_arguments_can_be_called_without_arguments() {
    let session = session(&CallProbe::default());
    for params in [
        json!({ "name": "plain" }),
        json!({ "name": "plain", "arguments": null }),
        json!({ "name": "plain", "arguments": {} }),
        json!({ "name": "plain", "arguments": { "surplus": 1 } }),
    ] {
        let message =
            json!({ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params });
        let answer = send(&session, message).await;
        assert_eq!(text(&answer["result"]), "plain", "{answer}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_without_valid_parameters_is_an_error_with_its_id() {
    let probe = CallProbe::default();
    let session = session(&probe);
    for params in [
        json!({}),
        json!({ "name": 5 }),
        json!({ "name": "greet", "arguments": [1] }),
        json!({ "name": "greet", "arguments": "Ada" }),
        Value::Null,
    ] {
        let message =
            json!({ "jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": params });
        let answer = send(&session, message).await;
        assert_eq!(answer["id"], 1, "{answer}");
        assert_eq!(answer["error"]["code"], -32602, "{params} is answered {answer}");
    }
    assert_eq!(probe.entered(), 0);
}
