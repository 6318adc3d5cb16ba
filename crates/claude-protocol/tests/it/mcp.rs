//! In-process MCP servers: how they are declared, and how requests reach them. Servers that are
//! added and removed at run time, and calls after a result, are in `mcp_late.rs`.

use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{
    Callback, CallbackFuture, Connection, ConnectionOptions, Context, McpServer,
};
use claude_types::{Raw, SdkMcpServerConfig, SdkMcpServerManifest, SendMcpMessageRequest};
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};
use tokio::time::Instant;

use crate::script::{Cli, by_hand, session, session_with};
use crate::show::callback;
use crate::stage::{everywhere, paused};

/// Options with these servers.
pub(crate) fn serving(servers: impl IntoIterator<Item = McpServer>) -> ConnectionOptions {
    let mut options = ConnectionOptions::default();
    options.handlers.mcp = servers.into_iter().collect();
    options
}

/// A server that answers each request with `result`.
pub(crate) fn answering(name: &str, result: &'static str) -> McpServer {
    McpServer::new(
        name,
        callback(move |message, _| std::future::ready(Ok(answer_to(&message, result)))),
    )
}

/// The JSON-RPC response to a message.
pub(crate) fn answer_to(message: &Raw, result: &str) -> Raw {
    let message: Value = message.parse().unwrap();
    json!({ "jsonrpc": "2.0", "id": message["id"], "result": result }).into()
}

/// A line of a script with a request to a server. The next function returns the expected reply.
pub(crate) fn ask(id: &str, server: &str, method: &str) -> String {
    format!(
        r#"<- ask {id} {{"subtype":"mcp_message","server_name":"{server}","message":{{"jsonrpc":"2.0","id":"{id}","method":"{method}"}}}}"#
    )
}

pub(crate) fn answered(id: &str, result: &str) -> String {
    format!(
        r#"-> answer {id} {{"mcp_response":{{"jsonrpc":"2.0","id":"{id}","result":"{result}"}}}}"#
    )
}

pub(crate) fn not_there(id: &str, server: &str) -> String {
    format!(
        r#"-> answer {id} {{"mcp_response":{{"jsonrpc":"2.0","id":"{id}","error":{{"code":-32601,"message":"no MCP server `{server}` is registered"}}}}}}"#
    )
}

const NOTIFICATION: &str = r#"<- ask n {"subtype":"mcp_message","server_name":"calc","message":{"jsonrpc":"2.0","method":"notifications/initialized"}}"#;
/// The response of the CLI to a request of the server.
const RESPONSE: &str = r#"<- ask n {"subtype":"mcp_message","server_name":"calc","message":{"jsonrpc":"2.0","id":1,"result":{}}}"#;
const ACKNOWLEDGED: &str = r#"-> answer n {"mcp_response":{"jsonrpc":"2.0","result":{}}}"#;

#[test]
fn initialize_names_the_servers() {
    everywhere(async || {
        let mut calc = answering("calc", "");
        calc.config = Some(SdkMcpServerConfig::new().timeout(5000_u64));
        let mut notes = answering("notes", "");
        let hello = Raw::from(json!({ "protocolVersion": "2025-11-25" }));
        notes.manifest = Some(SdkMcpServerManifest::new(hello));
        let expected = json!({
            "hooks": null,
            "sdkMcpServers": ["calc", "notes", "plain"],
            "sdkMcpServerConfigs": { "$exactly": { "calc": { "timeout": 5000 } } },
            "sdkMcpServerManifests": { "$exactly": {
                "notes": { "initializeResult": { "protocolVersion": "2025-11-25" } } } },
        });
        let script = format!("-> request $r initialize {expected}\n<- success $r {{}}");
        let mut cli = Cli::play(&script);
        let options = serving([calc, notes, answering("plain", "")]);
        cli.open(options).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn initialize_omits_missing_properties() {
    everywhere(async || {
        let none =
            r#"{"sdkMcpServers":null,"sdkMcpServerConfigs":null,"sdkMcpServerManifests":null}"#;
        let one =
            r#"{"sdkMcpServers":["calc"],"sdkMcpServerConfigs":null,"sdkMcpServerManifests":null}"#;
        let cases = [(none, serving([])), (one, serving([answering("calc", "")]))];
        for (expected, options) in cases {
            let script = format!("-> request $r initialize {expected}\n<- success $r {{}}");
            let mut cli = Cli::play(&script);
            cli.open(options).await.unwrap();
            cli.done().await;
        }
    });
}

#[test]
fn servers_that_the_caller_names_in_initialize_stay() {
    everywhere(async || {
        let mut options = serving([answering("calc", ""), answering("own", "")]);
        options.initialize.sdk_mcp_servers = Some(vec!["own".into()]);
        let mut cli = Cli::play(
            "-> request $r initialize {\"sdkMcpServers\":[\"own\",\"calc\"]}\n<- success $r {}",
        );
        cli.open(options).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn a_server_answers_before_the_handshake_is_over() {
    everywhere(async || {
        let script = format!(
            "-> request $r initialize {{}}\n{}\n{}\n<- success $r {{}}",
            ask("m", "calc", "initialize"),
            answered("m", "hello")
        );
        let mut cli = Cli::play(&script);
        cli.open(serving([answering("calc", "hello")])).await.unwrap();
        cli.done().await;
    });
}

#[test]
fn each_server_gets_its_own_messages() {
    everywhere(async || {
        let script = [
            ask("a", "calc", "tools/list"),
            answered("a", "from calc"),
            ask("b", "notes", "tools/list"),
            answered("b", "from notes"),
        ];
        let servers = [answering("calc", "from calc"), answering("notes", "from notes")];
        let (_connection, cli) = session_with(serving(servers), &script.join("\n")).await;
        cli.done().await;
    });
}

#[test]
fn messages_and_responses_pass_unchanged() {
    everywhere(async || {
        let text = r#"{ "id":1e0, "result":{"n":12345678901234567890.10,"s":"\u00e9"} }"#;
        let echo = McpServer::new(
            "calc",
            callback(move |message: Raw, context: Context| async move {
                assert_eq!(message.get(), r#"{"method":"x",  "id":1e0}"#);
                assert_eq!((context.request_id.as_str(), context.tool_use_id), ("m", None));
                Ok(Raw::from_text(text)?)
            }),
        );
        let (_connection, mut far) = by_hand(serving([echo]), 64 * 1024).await;
        far.send(r#"{"type":"control_request","request_id":"m","request":{"subtype":"mcp_message","server_name":"calc","message":{"method":"x",  "id":1e0}}}"#).await;
        let line = far.next_line().await.unwrap();
        assert!(line.contains(&format!(r#"{{"mcp_response":{text}}}"#)), "{line}");
    });
}

#[test]
fn notifications_reach_the_server_and_are_acknowledged() {
    everywhere(async || {
        let (seen, mut messages) = mpsc::unbounded_channel();
        let server = McpServer::new(
            "calc",
            callback(move |message: Raw, _| {
                seen.send(message).unwrap();
                async { Ok(Raw::NULL) }
            }),
        );
        let script = format!("{NOTIFICATION}\n{ACKNOWLEDGED}\n{RESPONSE}\n{ACKNOWLEDGED}");
        let (_connection, cli) = session_with(serving([server]), &script).await;
        assert!(messages.recv().await.unwrap().get().contains("notifications/initialized"));
        assert!(messages.recv().await.unwrap().get().contains("\"result\""));
        cli.done().await;
    });
}

#[test]
fn an_unknown_server_is_an_error_inside_a_success() {
    everywhere(async || {
        let ask = ask("a", "calc", "tools/list");
        let not_there = not_there("a", "calc");
        let script = format!(
            "{ask}\n{not_there}\n{NOTIFICATION}\n{ACKNOWLEDGED}\n{RESPONSE}\n{ACKNOWLEDGED}"
        );
        let (_connection, cli) = session(&script).await;
        cli.done().await;
        let (_connection, cli) = session_with(serving([answering("notes", "")]), &script).await;
        cli.done().await;
    });
}

#[test]
fn a_server_that_fails_is_an_error_with_the_id_of_the_request() {
    everywhere(async || {
        let errs: Callback<Raw, Raw> = callback(|_, _| async { Err("no \"idea\"".into()) });
        let panics: Callback<Raw, Raw> =
            callback(|_, _| async { panic!("a panic that the test asked for") });
        let at_once: Callback<Raw, Raw> =
            Arc::new(|_, _| -> CallbackFuture<Raw> { panic!("a panic that the test asked for") });
        let cases = [
            (errs, r#"no \"idea\""#),
            (panics, "the callback panicked"),
            (at_once, "the callback panicked"),
        ];
        for (answer, why) in cases {
            let script = [
                ask("a", "calc", "tools/list"),
                format!(
                    r#"-> answer a {{"mcp_response":{{"jsonrpc":"2.0","id":"a","error":{{"code":-32603,"message":"{why}"}}}}}}"#
                ),
                NOTIFICATION.into(),
                ACKNOWLEDGED.into(),
                RESPONSE.into(),
                ACKNOWLEDGED.into(),
            ];
            let options = serving([McpServer::new("calc", answer)]);
            let (_connection, cli) = session_with(options, &script.join("\n")).await;
            cli.done().await;
        }
    });
}

#[test]
fn an_undecodable_message_is_refused() {
    everywhere(async || {
        let script = r#"<- ask a {"subtype":"mcp_message","server_name":"calc"}
            -> {"response":{"request_id":"a","subtype":"error"}}"#;
        let (_connection, cli) = session_with(serving([answering("calc", "")]), script).await;
        cli.done().await;
    });
}

/// What a test receives for a call to [`slow`]: its context, and a channel that closes when its
/// future ends.
type Call = (Context, oneshot::Receiver<()>);

/// A server whose method `slow` takes a minute. All other methods respond at once.
fn slow() -> (McpServer, mpsc::UnboundedReceiver<Call>) {
    let (calls, called) = mpsc::unbounded_channel();
    let answer = callback(move |message: Raw, context: Context| {
        let is_slow = message.get().contains("\"slow\"");
        let held = is_slow.then(|| {
            let (held, dropped) = oneshot::channel::<()>();
            calls.send((context, dropped)).unwrap();
            held
        });
        async move {
            if is_slow {
                tokio::time::sleep(Duration::from_secs(60)).await;
            }
            drop(held);
            Ok(answer_to(&message, "done"))
        }
    });
    (McpServer::new("calc", answer), called)
}

#[test]
fn a_slow_tool_does_not_block_others_and_can_be_cancelled() {
    paused(async || {
        let (server, mut called) = slow();
        let any = r#"-> {"response":{"response":{"mcp_response":{"result":"done"}}}}"#;
        let script = [
            ask("s", "calc", "slow"),
            ask("a", "calc", "fast"),
            ask("b", "calc", "fast"),
            any.into(),
            any.into(),
            "==".into(),
            "<- withdraw s".into(),
            // Longer than the call takes: no response may follow.
            ".. 100s".into(),
            "==".into(),
            "-> request $r set_model".into(),
            "<- success $r".into(),
            // Without a cancellation, the call is answered.
            ask("t", "calc", "slow"),
            answered("t", "done"),
        ];
        let begun = Instant::now();
        let (connection, cli) = session_with(serving([server]), &script.join("\n")).await;
        let (context, dropped) = called.recv().await.unwrap();
        cli.meet().await;
        assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
        context.cancelled().cancelled().await;
        assert!(dropped.await.is_err(), "its future is dropped");
        assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
        cli.meet().await;
        connection.set_model(None).await.unwrap();
        cli.done().await;
        assert_eq!(begun.elapsed().as_secs(), 160);
    });
}

#[test]
fn messages_are_delivered_in_order() {
    const COUNT: u64 = 200;
    everywhere(async || {
        let (seen, mut messages) = mpsc::unbounded_channel();
        let answer: Callback<Raw, Raw> = Arc::new(move |message: Raw, _| {
            seen.send(message.parse::<Value>().unwrap()["id"].as_u64().unwrap()).unwrap();
            Box::pin(async move { Ok(answer_to(&message, "done")) })
        });
        let options = serving([McpServer::new("calc", answer)]);
        let (_connection, mut far) = by_hand(options, 1 << 20).await;
        for id in 0..COUNT {
            let message = json!({ "jsonrpc": "2.0", "id": id, "method": "tools/call" });
            let request =
                json!({ "subtype": "mcp_message", "server_name": "calc", "message": message });
            let line = json!({ "type": "control_request", "request_id": id.to_string(), "request": request });
            far.send(&line.to_string()).await;
        }
        for id in 0..COUNT {
            assert_eq!(messages.recv().await, Some(id));
            far.next_line().await.unwrap();
        }
    });
}

#[test]
fn a_repeated_message_is_delivered_once() {
    everywhere(async || {
        let (server, mut called) = slow();
        let slow = ask("s", "calc", "slow");
        let script =
            [slow.clone(), slow, ask("a", "calc", "fast"), answered("a", "done"), "==".into()];
        let (_connection, cli) = session_with(serving([server]), &script.join("\n")).await;
        let _call = called.recv().await.unwrap();
        cli.meet().await;
        assert!(called.try_recv().is_err(), "it is called once");
        cli.done().await;
    });
}

/// Ends a connection while a call runs.
async fn ends(script: &str, end: impl AsyncFnOnce(Connection)) {
    let (server, mut called) = slow();
    let script = format!("{}\n==\n{script}", ask("s", "calc", "slow"));
    let (connection, cli) = session_with(serving([server]), &script).await;
    let (context, dropped) = called.recv().await.unwrap();
    cli.meet().await;
    end(connection).await;
    context.cancelled().cancelled().await;
    assert!(dropped.await.is_err(), "its future is dropped");
    cli.done().await;
}

#[test]
fn the_end_of_the_connection_drops_running_calls() {
    everywhere(async || {
        ends("-> eof\n<- exit 0", async |connection| drop(connection.close().await.unwrap())).await;
        ends("", async |connection| drop(connection)).await;
        ends("<- exit 1 gone", async |connection| {
            let _ = connection.state().wait_for(|state| state.is_closed()).await;
        })
        .await;
    });
}

#[test]
fn a_server_may_send_messages_first() {
    everywhere(async || {
        let changed = json!({ "jsonrpc": "2.0", "method": "notifications/tools/list_changed" });
        let server = McpServer::new(
            "calc",
            callback(move |message: Raw, context: Context| {
                let changed = SendMcpMessageRequest::new("calc", changed.clone());
                async move {
                    if message.get().contains("tools/call") {
                        context.connection().unwrap().request(&changed).await?;
                    }
                    Ok(answer_to(&message, "done"))
                }
            }),
        );
        let script = [
            ask("a", "calc", "tools/call"),
            r#"-> request $r mcp_message {"server_name":"calc","message":{"jsonrpc":"2.0","method":"notifications/tools/list_changed"}}"#.into(),
            "<- success $r".into(),
            // The CLI may send requests before the call is answered.
            ask("b", "calc", "tools/list"),
            r#"-> {"response":{"response":{"mcp_response":{"result":"done"}}}}"#.into(),
            r#"-> {"response":{"response":{"mcp_response":{"result":"done"}}}}"#.into(),
        ];
        let (_connection, cli) = session_with(serving([server]), &script.join("\n")).await;
        cli.done().await;
    });
}
