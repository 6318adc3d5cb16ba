//! Deferred tool calls: a hook defers a call, and the resumed CLI repeats it before any prompt.
//!
//! The tool of an MCP server is only found if the server was named at the launch.

use std::sync::Arc;

use claude_sdk::hook::{PreToolUse, PreToolUseOutput};
use claude_sdk::mcp::{NoArgs, Server};
use claude_sdk::types::{McpServerConfig, TerminalReason};
use claude_sdk::{Client, McpServers, Message, Options, ResultMessage, ToolName};
use claude_testkit::fake_api::Turn;
use claude_testkit::mcp_lab;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::lab::{Lab, expect};

/// What a resumed session did.
pub(super) struct Resumed {
    /// The calls that the hook was asked about.
    pub(super) asked: Vec<String>,
    pub(super) result: ResultMessage,
}

/// Runs a turn whose only call is deferred. Returns the ID of the call.
async fn defer(lab: &Lab, options: Options) -> (Options, String) {
    let client = expect(
        Client::connect(
            options.clone().on(PreToolUse::any(), |_, _| async { PreToolUseOutput::defer() }),
        )
        .await,
    );
    let result = expect(expect(client.send("go").await).result().await);
    assert_eq!(result.terminal_reason, Some(TerminalReason::ToolDeferred), "{result:?}");
    let call = result.deferred_tool_use.expect("the call is named").id.to_string();
    let id = client.session_id().unwrap().to_string();
    expect(client.close().await);
    assert_eq!(lab.asked().len(), 1);
    (options.resume(id), call)
}

/// Resumes the session with a hook that gives this answer, and waits for the result.
async fn resume(
    options: Options,
    answer: impl Fn() -> PreToolUseOutput + Send + Sync + 'static,
) -> Resumed {
    let (sender, mut asked) = mpsc::unbounded_channel();
    let answer = Arc::new(answer);
    let options = options.on(PreToolUse::any(), move |call, _| {
        sender.send(call.tool_use_id.unwrap().to_string()).unwrap();
        let answer = answer();
        async move { answer }
    });
    let client = expect(Client::connect(options).await);
    let result = unprompted(&client).await;
    expect(client.close().await);
    drop(client);
    asked.close();
    let mut calls = Vec::new();
    while let Ok(call) = asked.try_recv() {
        calls.push(call);
    }
    Resumed { asked: calls, result }
}

/// Waits for the result of the turn that no prompt began.
pub(super) async fn unprompted(client: &Client) -> ResultMessage {
    let mut messages = expect(client.unsolicited());
    while let Some(item) = messages.next().await {
        if let Message::Result(result) = expect(item).message {
            return *result;
        }
    }
    panic!("the session ended without a result");
}

/// Defers a call, resumes, and allows it with another input. Returns what the model got.
async fn run_changed(
    tool: &str,
    input: Value,
    changed: Value,
    with: impl Fn(Options) -> Options,
) -> Option<String> {
    let lab = Lab::new([Turn::tool(tool, input), Turn::text("Done.")]).await?;
    let (options, call) = defer(&lab, with(lab.options())).await;
    let resumed = resume(options, move || PreToolUseOutput::allow_with(raw(&changed))).await;
    assert_eq!(resumed.asked, [call], "{tool} is asked for once");
    assert_eq!(resumed.result.text(), "Done.", "{tool}: {:?}", resumed.result);
    Some(lab.asked().last().unwrap().body["messages"].to_string())
}

fn raw(value: &Value) -> claude_sdk::Raw {
    claude_sdk::Raw::from_serialize(value).unwrap()
}

fn external() -> McpServers {
    let server = McpServerConfig::stdio(env!("CARGO_BIN_EXE_mcp-lab"), [""; 0]);
    McpServers::new().external("lab", server)
}

#[tokio::test]
async fn a_deferred_call_of_a_builtin_tool_runs_once_with_a_changed_input() {
    let bash = |text: &str| json!({ "command": format!("echo {text} >> trace; cat trace") });
    let Some(seen) = run_changed("Bash", bash("first"), bash("second"), |o| o).await else {
        return;
    };
    assert!(seen.contains("\"content\":\"second\""), "{seen}");
}

#[tokio::test]
async fn a_deferred_call_of_an_in_process_tool_runs_once_with_a_changed_input() {
    let tool = ToolName::mcp("lab", "add");
    let input = |a| json!({ "a": a, "b": 2 });
    let with = |options: Options| options.mcp_server("lab", mcp_lab::server().0);
    let Some(seen) = run_changed(tool.as_str(), input(1), input(40), with).await else { return };
    assert!(seen.contains("\"text\":\"42\"") || seen.contains("\"content\":\"42\""), "{seen}");
}

/// Sent in `initialize`: the version of the CLI is known from its package.
#[tokio::test]
async fn a_deferred_call_of_an_external_tool_runs_once_with_a_changed_input() {
    let tool = ToolName::mcp("lab", "add");
    let input = |a| json!({ "a": a, "b": 2 });
    let with = |options: Options| options.mcp_servers(external());
    let Some(seen) = run_changed(tool.as_str(), input(1), input(40), with).await else { return };
    assert!(seen.contains("\"text\":\"42\"") || seen.contains("\"content\":\"42\""), "{seen}");
}

/// Written to a private file: what a wrapper starts may be of any version.
#[tokio::test]
async fn a_deferred_call_of_an_external_tool_of_a_private_file_runs_once() {
    let tool = ToolName::mcp("lab", "add");
    let input = |a| json!({ "a": a, "b": 2 });
    let with = |options: Options| options.mcp_servers(external()).wrap_command(|launch| launch);
    let Some(seen) = run_changed(tool.as_str(), input(1), input(40), with).await else { return };
    assert!(seen.contains("\"text\":\"42\"") || seen.contains("\"content\":\"42\""), "{seen}");
}

#[tokio::test]
async fn a_denied_call_does_not_run_and_the_model_gets_the_reason() {
    let turns = [Turn::tool("Bash", json!({ "command": "touch trace" })), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let (options, _) = defer(&lab, lab.options()).await;
    let resumed = resume(options, || PreToolUseOutput::deny("not on a Friday")).await;
    assert_eq!(resumed.result.text(), "Done.");
    assert!(!lab.left_trace("trace"));
    let seen = lab.asked().last().unwrap().body["messages"].to_string();
    assert!(seen.contains("not on a Friday"), "{seen}");
}

#[tokio::test]
async fn a_call_that_is_deferred_again_costs_no_request() {
    let turns = [Turn::tool("Bash", json!({ "command": "touch trace" })), Turn::text("Done.")];
    let Some(lab) = Lab::new(turns).await else { return };
    let (options, call) = defer(&lab, lab.options()).await;
    let resumed = resume(options.clone(), PreToolUseOutput::defer).await;
    assert_eq!(resumed.asked.as_slice(), std::slice::from_ref(&call));
    assert_eq!(resumed.result.deferred_tool_use.unwrap().id.as_str(), call);
    assert_eq!(lab.asked().len(), 1, "the model was not asked again");
    let resumed = resume(options, PreToolUseOutput::allow).await;
    assert_eq!(resumed.asked, [call]);
    assert!(lab.left_trace("trace"));
}

/// At run time, servers are set as before: those of the options are gone if they are not in the set.
#[tokio::test]
async fn servers_that_were_named_at_the_launch_can_be_removed() {
    let Some(lab) = Lab::new([Turn::text("Done.")]).await else { return };
    let none = Server::builder("here", "1").tool("none", "None.", |_: NoArgs| async { "" }).build();
    let options = lab.options().mcp_servers(external()).mcp_server("here", none);
    let client = expect(Client::connect(options.require_mcp_servers(["lab"])).await);
    let response = expect(client.set_mcp_servers(McpServers::new()).await);
    let mut removed = response.removed.unwrap_or_default();
    removed.sort();
    assert_eq!(removed, ["here", "lab"]);
    assert!(expect(client.mcp_status().await).is_empty());
    expect(client.close().await);
}

/// A value that looks like a variable stays as it is.
#[tokio::test]
async fn variables_in_a_configuration_are_not_replaced() {
    let Some(lab) = Lab::new([Turn::text("Done.")]).await else { return };
    let trace = lab.file("arguments");
    let script =
        format!("printf %s \"$0\" > {}; exec {}", trace.display(), env!("CARGO_BIN_EXE_mcp-lab"));
    let server = McpServerConfig::stdio("/bin/sh", ["-c", &script, "a${HOME}b"]);
    let servers = McpServers::new().external("lab", server);
    let options = lab.options().mcp_servers(servers).require_mcp_servers(["lab"]);
    let client = expect(Client::connect(options).await);
    assert_eq!(std::fs::read_to_string(&trace).unwrap(), "a${HOME}b");
    expect(client.close().await);
}
