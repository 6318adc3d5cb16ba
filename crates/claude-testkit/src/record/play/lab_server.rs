//! Lab server: the MCP server in the host, with a tool for each form of a result, and one that the
//! CLI can start.
//!
//! Both are minimal: they answer what the CLI sends, and check nothing.

use std::io::{self, BufRead as _, Write as _};

use serde_json::{Value, json};

use crate::record::cases::Answer;
use crate::record::json::Json;

/// A picture of one pixel.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// Answers the MCP message in a control request; a call of the tool `slow` is held.
pub(in crate::record) fn answer(request: &Json) -> Answer {
    match request.str_at("message/params/name") {
        Some("slow") => Answer::Hold,
        Some("ctlerr") => Answer::Error("handler exploded".to_owned()),
        _ => late(request),
    }
}

/// Answers the same message, including a call of `slow`.
pub(in crate::record) fn late(request: &Json) -> Answer {
    let server = request.str_at("server_name").unwrap_or_default();
    let message = request.get("message").map(Json::to_value).unwrap_or_default();
    let response = respond(&message, server);
    Answer::Body(json!({"mcp_response": response}).into())
}

fn respond(message: &Value, server: &str) -> Value {
    let method = message["method"].as_str().unwrap_or_default();
    let result = match method {
        "initialize" => json!({
            "protocolVersion": message["params"]["protocolVersion"],
            "capabilities": {"tools": {}},
            "serverInfo": {"name": server, "version": "1.0.0"},
            "instructions": "A server of the recorder.",
        }),
        // The reply of the official SDKs to messages that need no response.
        _ if method.starts_with("notifications/") => {
            return json!({"jsonrpc": "2.0", "result": {}, "id": 0});
        }
        "tools/list" => json!({"tools": tools()}),
        "tools/call" => match call(&message["params"]) {
            Ok(result) => result,
            Err(error) => return json!({"jsonrpc": "2.0", "id": message["id"], "error": error}),
        },
        _ => {
            let error = json!({"code": -32601, "message": "Method not found"});
            return json!({"jsonrpc": "2.0", "id": message["id"], "error": error});
        }
    };
    json!({"jsonrpc": "2.0", "id": message["id"], "result": result})
}

fn tools() -> Vec<Value> {
    let nothing = json!({"type": "object", "properties": {}});
    let mut tools = vec![json!({
        "name": "echo",
        "description": "Says the text again",
        "inputSchema": {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]},
        "annotations": {"readOnlyHint": true, "title": "Echo"},
    })];
    let others = [
        ("image", "Returns an image"),
        ("fail", "Fails as a tool does"),
        ("boom", "Fails as a server does"),
        ("structured", "Returns structured content"),
        ("ctlerr", "Fails as a host does"),
        ("resource", "Returns a resource and a link"),
        ("slow", "Takes its time"),
    ];
    tools.extend(others.map(|(name, description)| {
        json!({"name": name, "description": description, "inputSchema": nothing})
    }));
    tools
}

/// The result of a call, or an error of JSON-RPC.
fn call(params: &Value) -> Result<Value, Value> {
    let text = |text: &str| json!({"type": "text", "text": text});
    Ok(match params["name"].as_str().unwrap_or_default() {
        "echo" => {
            let said = params["arguments"]["text"].as_str().unwrap_or_default();
            json!({"content": [text(&format!("echo: {said}"))]})
        }
        "image" => {
            let image = json!({"type": "image", "data": PNG, "mimeType": "image/png"});
            json!({"content": [text("an image"), image]})
        }
        "fail" => json!({"content": [text("it failed")], "isError": true}),
        "boom" => return Err(json!({"code": -32603, "message": "kaboom"})),
        "structured" => {
            json!({"content": [text("{\"a\":1}")], "structuredContent": {"a": 1}})
        }
        "resource" => {
            let resource =
                json!({"uri": "file:///x.txt", "text": "some text", "mimeType": "text/plain"});
            json!({"content": [
                {"type": "resource", "resource": resource},
                {"type": "resource_link", "uri": "file:///y.txt", "name": "y"},
            ]})
        }
        "slow" => json!({"content": [text("slow, but done")]}),
        _ => return Err(json!({"code": -32602, "message": "unknown tool"})),
    })
}

/// Serves MCP on stdin and stdout until stdin ends: the tool `ping`, and `ask`, which sends an
/// elicitation to the user.
///
/// # Errors
///
/// Returns the error of a broken stream.
pub fn serve_stdio() -> io::Result<()> {
    let (mut input, mut output) = (io::stdin().lock().lines(), io::stdout().lock());
    while let Some(line) = input.next() {
        let Ok(message) = serde_json::from_str::<Value>(&line?) else { continue };
        let asks = message["method"] == "tools/call" && message["params"]["name"] == "ask";
        let result = if asks {
            let schema = json!({"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]});
            let params = json!({"message": "Your name?", "requestedSchema": schema});
            let ask = json!({"jsonrpc": "2.0", "id": "ask-1", "method": "elicitation/create", "params": params});
            writeln!(output, "{ask}")?;
            output.flush()?;
            let answer = input.next().transpose()?.unwrap_or_default();
            json!({"content": [{"type": "text", "text": format!("answered: {answer}")}]})
        } else {
            serve(&message)
        };
        if !message["id"].is_null() {
            writeln!(
                output,
                "{}",
                json!({"jsonrpc": "2.0", "id": message["id"], "result": result})
            )?;
            output.flush()?;
        }
    }
    Ok(())
}

fn serve(message: &Value) -> Value {
    let nothing = json!({"type": "object", "properties": {}});
    match message["method"].as_str().unwrap_or_default() {
        "initialize" => json!({
            "protocolVersion": message["params"]["protocolVersion"],
            "capabilities": {"tools": {}, "resources": {}},
            "serverInfo": {"name": "ext", "version": "9"},
        }),
        "tools/list" => json!({"tools": [
            {"name": "ping", "description": "Says pong", "inputSchema": nothing},
            {"name": "ask", "description": "Asks the user", "inputSchema": nothing},
        ]}),
        "resources/list" => json!({"resources": []}),
        "tools/call" => json!({"content": [{"type": "text", "text": "pong"}]}),
        _ => json!({}),
    }
}
