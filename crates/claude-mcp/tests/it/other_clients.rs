//! Another client: the same server with the client of rmcp, over an in-memory pipe.

use claude_mcp::rmcp::ServiceExt;
use claude_mcp::rmcp::model::{CallToolRequestParams, CallToolResult};
use claude_mcp::rmcp::service::{RoleClient, RunningService};
use claude_mcp::schemars::{self, JsonSchema};
use claude_mcp::{Json, Server};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::client::soon;

#[derive(Deserialize, JsonSchema)]
struct Add {
    a: f64,
    b: f64,
}

#[derive(Serialize, JsonSchema)]
struct Sum {
    sum: f64,
}

fn calculator() -> Server {
    Server::builder("calculator", "1.2.3")
        .tool("add", "Adds.", |args: Add| async move { Json(Sum { sum: args.a + args.b }) })
        .build()
}

async fn connect() -> RunningService<RoleClient, ()> {
    let (here, there) = tokio::io::duplex(4096);
    tokio::spawn(async move {
        let running = calculator().serve(there).await.unwrap();
        running.waiting().await.unwrap();
    });
    soon(().serve(here)).await.unwrap()
}

fn call(tool: &'static str, arguments: &Value) -> CallToolRequestParams {
    CallToolRequestParams::new(tool).with_arguments(arguments.as_object().unwrap().clone())
}

fn rendered(result: &CallToolResult) -> Value {
    serde_json::to_value(result).unwrap()
}

#[tokio::test(start_paused = true)]
async fn another_client_lists_and_calls_the_same_tools() {
    let client = connect().await;
    let tools = soon(client.list_all_tools()).await.unwrap();
    let names: Vec<_> = tools.iter().map(|tool| tool.name.as_ref()).collect();
    assert_eq!(names, ["add"]);

    let result = soon(client.call_tool(call("add", &json!({ "a": 1, "b": 2 })))).await.unwrap();
    assert_eq!(rendered(&result)["structuredContent"], json!({ "sum": 3.0 }));
    client.cancel().await.unwrap();
}

#[tokio::test(start_paused = true)]
async fn another_client_gets_errors_for_invalid_arguments_and_unknown_tools() {
    let client = connect().await;
    let wrong = soon(client.call_tool(call("add", &json!({ "a": "one" })))).await.unwrap();
    assert_eq!(rendered(&wrong)["isError"], true);
    let unknown = soon(client.call_tool(call("subtract", &json!({})))).await.unwrap();
    assert_eq!(rendered(&unknown)["content"][0]["text"], "Tool 'subtract' not found");
}
