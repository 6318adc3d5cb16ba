//! MCP servers: in this process, with the macros of rmcp, and started by the CLI.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use claude_sdk::error::Precondition;
use claude_sdk::mcp::{NoArgs, Server, Tool, ToolContext, rmcp, schemars};
use claude_sdk::types::{
    AgentDefinition, McpServerConfig, McpServerState, McpToolPermissionPolicy, McpToolPolicy,
    SdkMcpServerConfig, ToolResultBlock,
};
use claude_sdk::{
    Client, Content, ContentBlock, Error, McpServers, Message, Options, ResultMessage, ToolName,
    query,
};
use claude_testkit::fake_api::{Block, Turn};
use claude_testkit::mcp_lab;
use rmcp::handler::server::wrapper::Parameters;
use rmcp::model::{ServerCapabilities, ServerConfig};
use rmcp::{ServerHandler, tool, tool_handler, tool_router};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::lab::{Lab, expect};

fn calls(server: &str, tools: &[(&str, Value)]) -> [Turn; 2] {
    let blocks = tools
        .iter()
        .map(|(tool, input)| Block::tool(ToolName::mcp(server, tool).as_str(), input.clone()));
    [Turn::blocks(blocks), Turn::text("Done.")]
}

fn lab_server(options: Options) -> Options {
    options.mcp_server("lab", mcp_lab::server().0).allow_tools([ToolName::server("lab")])
}

fn external() -> McpServers {
    let server = McpServerConfig::stdio(env!("CARGO_BIN_EXE_mcp-lab"), [""; 0]);
    McpServers::new().external("lab", server)
}

/// Runs a query to its end. Returns the results of the tools, in order of the calls, and the
/// result.
async fn run(options: Options) -> (Vec<ToolResultBlock>, ResultMessage) {
    let mut run = expect(query("use the lab", options).await);
    let (mut results, mut last) = (Vec::new(), None);
    while let Some(message) = run.next().await {
        match expect(message) {
            Message::User(user) => {
                results.extend(user.message.content.blocks().iter().filter_map(|block| {
                    let ContentBlock::ToolResult(result) = block else { return None };
                    Some(result.clone())
                }));
            }
            Message::Result(result) => last = Some(*result),
            _ => {}
        }
    }
    (results, last.expect("no result"))
}

fn text(result: &ToolResultBlock) -> String {
    result.content.value().map(Content::text).unwrap_or_default().into_owned()
}

fn every_sort() -> [Turn; 2] {
    let none = || json!({});
    let tools = [
        ("add", json!({ "a": 1.5, "b": 2 })),
        ("fail", none()),
        ("image", none()),
        ("fact", none()),
        ("panic", none()),
        ("add", json!({ "a": "one" })),
    ];
    calls("lab", &tools)
}

fn check_every_sort(results: &[ToolResultBlock]) {
    let texts: Vec<_> = results.iter().map(text).collect();
    assert_eq!(results.len(), 6, "{texts:?}");
    assert_eq!(texts[0], "3.5");
    assert_eq!(results[1].is_error, Some(true));
    // The CLI adds the schema if the model has not seen it.
    assert!(texts[1].starts_with("the bulb is broken"), "{}", texts[1]);
    let is_image = |block: &ContentBlock| matches!(block, ContentBlock::Image(_));
    let shown = results[2].content.value().map(Content::blocks).unwrap_or_default();
    assert!(shown.iter().any(is_image), "{shown:?}");
    assert_eq!(serde_json::from_str::<Value>(&texts[3]).unwrap(), json!({ "answer": 42 }));
    assert_eq!(results[4].is_error, Some(true));
    assert!(texts[4].contains("the fuse has blown"), "{}", texts[4]);
    assert_eq!(results[5].is_error, Some(true));
    assert!(texts[5].contains("Input validation error"), "{}", texts[5]);
}

#[tokio::test]
async fn tools_of_closures_are_listed_and_called() {
    let Some(lab) = Lab::new(every_sort()).await else { return };
    let (results, result) = run(lab_server(lab.options())).await;
    check_every_sort(&results);
    assert_eq!(result.text(), "Done.");
}

#[tokio::test]
async fn the_same_server_over_stdio_answers_the_same() {
    let Some(lab) = Lab::new(every_sort()).await else { return };
    let options = lab
        .options()
        .mcp_servers(external())
        .require_mcp_servers(["lab"])
        .allow_tools([ToolName::server("lab")]);
    let (results, result) = run(options).await;
    check_every_sort(&results);
    assert_eq!(result.text(), "Done.");
}

#[derive(Clone)]
struct Greeter;

#[derive(serde::Deserialize, schemars::JsonSchema)]
struct Whom {
    name: String,
}

#[tool_router]
impl Greeter {
    #[tool(description = "Greets somebody.")]
    async fn greet(&self, Parameters(whom): Parameters<Whom>) -> String {
        format!("Good day, {}.", whom.name)
    }
}

#[tool_handler]
impl ServerHandler for Greeter {
    fn get_info(&self) -> ServerConfig {
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
    }
}

#[tokio::test]
async fn tools_of_macros_are_called() {
    let Some(lab) = Lab::new(calls("greeter", &[("greet", json!({ "name": "Ada" }))])).await else {
        return;
    };
    let options = lab
        .options()
        .mcp_server("greeter", Greeter)
        .allow_tools([ToolName::mcp("greeter", "greet")]);
    let (results, _) = run(options).await;
    assert_eq!(text(&results[0]), "Good day, Ada.");
}

#[tokio::test]
async fn a_slow_tool_does_not_delay_others() {
    let slow = |ms: u64| ("slow", json!({ "ms": ms }));
    let Some(lab) = Lab::new(calls("lab", &[slow(5_000), slow(1), slow(2)])).await else { return };
    let begun = std::time::Instant::now();
    let (results, result) = run(lab_server(lab.options())).await;
    let texts: Vec<_> = results.iter().map(text).collect();
    assert!(texts.contains(&"slept 5000 ms".to_owned()), "{texts:?}");
    assert!(texts.contains(&"slept 1 ms".to_owned()), "{texts:?}");
    assert!(texts.contains(&"slept 2 ms".to_owned()), "{texts:?}");
    assert_eq!(result.text(), "Done.");
    assert!(begun.elapsed() >= Duration::from_secs(5));
}

#[tokio::test]
async fn an_interrupt_drops_the_call() {
    let Some(lab) = Lab::new(calls("lab", &[("endless", json!({}))])).await else { return };
    let (server, endless) = mcp_lab::server();
    let options = lab.options().mcp_server("lab", server).allow_tools([ToolName::server("lab")]);
    let client = expect(Client::connect(options).await);
    let turn = expect(client.send("use the lab").await);
    endless.begun().await;
    expect(client.interrupt().await);
    endless.dropped().await;
    drop(turn);
    expect(client.close().await);
}

#[tokio::test]
async fn a_failed_required_server_ends_the_start_with_its_reason() {
    let Some(lab) = Lab::new([Turn::text("Done.")]).await else { return };
    let broken = McpServerConfig::stdio("/nowhere/to/be/found", ["--x"]);
    let options = lab
        .options()
        .mcp_servers(McpServers::new().external("broken", broken))
        .require_mcp_servers(["broken"]);
    let error = Client::connect(options).await.unwrap_err();
    assert!(
        matches!(&error, Error::Precondition(Precondition::McpServer { server, .. }) if server == "broken"),
        "{error:?}"
    );
    assert!(lab.api.messages().is_empty(), "nothing is asked without the server");
}

#[tokio::test]
async fn servers_can_be_added_and_removed_in_a_running_session() {
    let one_call = || calls("lab", &[("add", json!({ "a": 1, "b": 1 }))]);
    let Some(lab) = Lab::new(one_call().to_vec()).await else { return };
    let options = lab.options().allow_tools([ToolName::server("lab")]);
    let client = expect(Client::connect(options).await);
    let response =
        expect(client.set_mcp_servers(McpServers::new().server("lab", mcp_lab::server().0)).await);
    assert_eq!(response.added.unwrap_or_default(), ["lab"]);
    let result = expect(expect(client.send("use the lab").await).result().await);
    assert_eq!(result.text(), "Done.");
    let servers = expect(client.wait_for_mcp(&["lab"], Duration::from_secs(10)).await);
    assert_eq!(servers[0].status, Some(McpServerState::Connected));
    let response = expect(client.set_mcp_servers(external()).await);
    let servers = expect(client.wait_for_mcp(&["lab"], Duration::from_secs(20)).await);
    assert_eq!(servers[0].status, Some(McpServerState::Connected), "{response:?}");
    let response = expect(client.set_mcp_servers(McpServers::new()).await);
    assert_eq!(response.removed.unwrap_or_default(), ["lab"]);
    assert!(expect(client.mcp_status().await).is_empty());
    expect(client.close().await);
}

/// A server whose only tool reports whether it was called after the first result.
fn late_server(first_result: &Arc<AtomicBool>) -> (Server, mpsc::UnboundedReceiver<bool>) {
    let (sender, called) = mpsc::unbounded_channel();
    let first_result = Arc::clone(first_result);
    let note = move |_: NoArgs| {
        let _ = sender.send(first_result.load(Ordering::SeqCst));
        async { "noted" }
    };
    (Server::builder("late", "1.0.0").tool("note", "Notes the time.", note).build(), called)
}

/// A background subagent that calls the tool when the main thread has finished.
fn background() -> [Turn; 5] {
    let input = json!({
        "description": "work on", "prompt": "Note the time.",
        "subagent_type": "helper", "run_in_background": true,
    });
    let note = ToolName::mcp("late", "note");
    [
        Turn::tool(note.as_str(), json!({}))
            .when("HELPERPROMPT")
            .initial_delay(Duration::from_secs(1)),
        Turn::text("It is noted.").when("HELPERPROMPT"),
        Turn::tool("Agent", input),
        Turn::text("Launched."),
        Turn::text("The agent is done."),
    ]
}

fn late_options(lab: &Lab, server: Server) -> Options {
    let helper = AgentDefinition::new("helps", "You are HELPERPROMPT.");
    lab.options()
        .mcp_server("late", server)
        .allow_tools(["Agent", "Task", "mcp__late"])
        .agents([("helper", helper)])
}

#[tokio::test]
async fn a_background_agent_calls_a_tool_after_the_result_of_a_query() {
    let Some(lab) = Lab::new(background()).await else { return };
    let first_result = Arc::new(AtomicBool::new(false));
    let (server, mut called) = late_server(&first_result);
    let mut run = expect(query("go", late_options(&lab, server)).await);
    while let Some(message) = run.next().await {
        if let Message::Result(_) = expect(message) {
            first_result.store(true, Ordering::SeqCst);
        }
    }
    assert_eq!(called.recv().await, Some(true), "the call came late, and was answered");
}

#[tokio::test]
async fn a_background_agent_calls_a_tool_after_the_result_of_a_turn() {
    let Some(lab) = Lab::new(background()).await else { return };
    let first_result = Arc::new(AtomicBool::new(false));
    let (server, mut called) = late_server(&first_result);
    let client = expect(Client::connect(late_options(&lab, server)).await);
    let result = expect(expect(client.send("go").await).result().await);
    assert_eq!(result.text(), "Launched.");
    first_result.store(true, Ordering::SeqCst);
    assert_eq!(called.recv().await, Some(true), "the call came late, and was answered");
    expect(client.close().await);
}

#[tokio::test]
async fn a_tool_sees_the_id_of_its_call() {
    let Some(lab) = Lab::new(calls("asks", &[("who", json!({}))])).await else { return };
    let who = Tool::with_context("who", "Tells who calls.", |_: NoArgs, context: ToolContext| {
        let session = context.session_id().map(ToString::to_string).unwrap_or_default();
        let call = context.tool_use_id().map(ToString::to_string).unwrap_or_default();
        async move { format!("{session} {call}") }
    });
    let server = Server::builder("asks", "1.0.0").add(who).build();
    let options = lab.options().mcp_server("asks", server).allow_tools([ToolName::server("asks")]);
    let (results, result) = run(options).await;
    let session = result.session_id.expect("a result names its session");
    assert_eq!(text(&results[0]), format!("{session} {}", results[0].tool_use_id));
}

#[tokio::test]
async fn settings_of_a_server_deny_a_tool_and_end_a_slow_one() {
    let tools = [("add", json!({ "a": 1, "b": 1 })), ("slow", json!({ "ms": 60_000 }))];
    let Some(lab) = Lab::new(calls("lab", &tools)).await else { return };
    let never = McpToolPolicy::new("add").permission_policy(McpToolPermissionPolicy::AlwaysDeny);
    let config = SdkMcpServerConfig::new().timeout(1_000_u64).tools(vec![never]);
    let servers = McpServers::new().server_with("lab", mcp_lab::server().0, config);
    settings_hold(&lab, servers).await;
}

/// The request that declares external servers names those in this process, too.
#[tokio::test]
async fn settings_of_a_server_hold_beside_an_external_one() {
    let tools = [("add", json!({ "a": 1, "b": 1 })), ("slow", json!({ "ms": 60_000 }))];
    let Some(lab) = Lab::new(calls("lab", &tools)).await else { return };
    let never = McpToolPolicy::new("add").permission_policy(McpToolPermissionPolicy::AlwaysDeny);
    let config = SdkMcpServerConfig::new().timeout(1_000_u64).tools(vec![never]);
    let servers = McpServers::new().server_with("lab", mcp_lab::server().0, config);
    let other = McpServerConfig::stdio(env!("CARGO_BIN_EXE_mcp-lab"), [""; 0]);
    settings_hold(&lab, servers.external("other", other)).await;
}

async fn settings_hold(lab: &Lab, servers: McpServers) {
    let options = lab.options().mcp_servers(servers).allow_tools([ToolName::server("lab")]);
    let (results, result) = run(options).await;
    let texts: Vec<_> = results.iter().map(text).collect();
    assert_eq!(results.iter().map(|result| result.is_error).collect::<Vec<_>>(), [Some(true); 2]);
    assert!(!texts[0].contains('2'), "the forbidden tool did not run: {texts:?}");
    assert!(texts[1].contains("timed out"), "{texts:?}");
    assert_eq!(result.text(), "Done.");
}

#[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Shape {
    Circle { r: f64 },
}

#[derive(serde::Deserialize, schemars::JsonSchema)]
struct Anything {
    data: Value,
    list: Vec<Value>,
}

/// The CLI drops the whole list of a server if one schema is not of the type `object`, or if a
/// property has the schema `true`.
#[tokio::test]
async fn tools_with_arguments_of_any_type_work() {
    let input = json!({ "data": { "a": [1] }, "list": [{ "b": null }] });
    let turns = calls(
        "lab",
        &[
            ("area", json!({ "value": { "kind": "circle", "r": 2.0 } })),
            ("any", input),
            ("list", json!({})),
            ("nothing", json!({})),
            ("maybe", json!({ "value": 1 })),
        ],
    );
    let Some(lab) = Lab::new(turns).await else { return };
    let server = Server::builder("lab", "1")
        .tool("area", "Shows.", |Shape::Circle { r }: Shape| async move { r * 2.0 })
        .tool("any", "Shows.", |of: Anything| async move { format!("{} {:?}", of.data, of.list) })
        .tool("list", "Lists.", |_: NoArgs| async { claude_sdk::mcp::Json(vec![1, 2]) })
        .tool("nothing", "Nothing.", |(): ()| async { "nothing" })
        .tool("maybe", "Maybe.", |of: Option<u32>| async move { format!("{of:?}") })
        .build();
    let options = lab.options().mcp_server("lab", server).allow_tools([ToolName::server("lab")]);
    let (results, _) = run(options).await;
    let shown: Vec<_> = results.iter().map(text).collect();
    let any = r#"{"a":[1]} [Object {"b": Null}]"#;
    assert_eq!(shown, ["4", any, "[1,2]", "nothing", "Some(1)"]);
}
