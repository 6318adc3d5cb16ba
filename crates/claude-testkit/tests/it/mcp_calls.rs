//! MCP calls: `mock-claude --mcp-calls`, an MCP client that measures, with this test as the host.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::{Value, json};

/// The mock, and the ends of its pipes.
struct Host {
    child: Child,
    stdin: Option<ChildStdin>,
    stdout: BufReader<ChildStdout>,
}

impl Host {
    /// A mock that has read the prompt.
    fn start(arguments: &[&str], calls: Option<&str>, initialize: &Value) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the mock is tested without the transport")]
        let mut child = Command::new(env!("CARGO_BIN_EXE_mock-claude"))
            .args(arguments)
            .env_clear()
            .envs(calls.map(|calls| ("MOCK_CLAUDE_MCP_CALLS", calls)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take().unwrap());
        let mut host = Self { child, stdin, stdout: BufReader::new(stdout) };
        host.send(&json!({"type": "control_request", "request_id": "r", "request": initialize}));
        assert_eq!(host.line()["response"]["request_id"], "r");
        host.send(&json!({"type": "user", "message": {"role": "user", "content": "go"}}));
        host
    }

    /// A mock after the handshake and `tools/list`, which contained `echo`.
    fn greeted(calls: &str) -> Self {
        let mut host = Self::start(&[], Some(calls), &json!({"subtype": "initialize"}));
        for _ in 0..3 {
            let asked = host.asked();
            host.answer(&asked, &json!({"tools": [{"name": "echo"}]}));
        }
        host
    }

    fn send(&mut self, line: &Value) {
        writeln!(self.stdin.as_mut().unwrap(), "{line}").unwrap();
    }

    fn line(&mut self) -> Value {
        let mut line = String::new();
        self.stdout.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"))
    }

    fn until(&mut self, kind: &str) -> Value {
        loop {
            let line = self.line();
            if line["type"] == kind {
                return line;
            }
        }
    }

    fn asked(&mut self) -> Value {
        self.until("control_request")
    }

    /// Sends a JSON-RPC result.
    fn answer(&mut self, asked: &Value, result: &Value) {
        let id = &asked["request"]["message"]["id"];
        let message = json!({"jsonrpc": "2.0", "id": id, "result": result});
        self.respond(asked, &json!({"subtype": "success", "response": {"mcp_response": message}}));
    }

    fn respond(&mut self, asked: &Value, response: &Value) {
        let mut response = response.clone();
        response["request_id"] = asked["request_id"].clone();
        self.send(&json!({"type": "control_response", "response": response}));
    }

    /// Closes stdin. Returns the exit code and stderr.
    fn close(mut self) -> (Option<i32>, String) {
        drop(self.stdin.take());
        let (mut rest, mut stderr) = (String::new(), String::new());
        self.stdout.read_to_string(&mut rest).unwrap();
        self.child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
        (self.child.wait().unwrap().code(), stderr)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // The mock may already have exited. In both cases no process is left.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn said() -> Value {
    json!({"content": [{"type": "text", "text": "again"}]})
}

#[test]
fn the_first_server_is_initialized_and_listed_before_its_tool_is_called() {
    // The server is declared in both ways, as a host may do. It is initialized once.
    let config = r#"{"mcpServers":{"lab":{"type":"sdk","name":"lab"}}}"#;
    let arguments = ["--mcp-calls", "1", "1", "--mcp-config", config];
    let initialize = json!({"subtype": "initialize", "sdkMcpServers": ["lab", "other"]});
    let mut host = Host::start(&arguments, None, &initialize);
    let mut messages = Vec::new();
    for _ in 0..4 {
        let asked = host.asked();
        assert_eq!(asked["request"]["subtype"], "mcp_message");
        assert_eq!(asked["request"]["server_name"], "lab");
        host.answer(&asked, &json!({"tools": [{"name": "echo"}]}));
        messages.push(asked["request"]["message"].clone());
    }
    let methods: Vec<_> = messages.iter().map(|message| &message["method"]).collect();
    assert_eq!(methods, ["initialize", "notifications/initialized", "tools/list", "tools/call"]);
    assert_eq!(messages[0]["params"]["protocolVersion"], "2025-11-25");
    assert!(messages[1].get("id").is_none());
    let params = &messages[3]["params"];
    assert_eq!(params["name"], "echo");
    assert!(params["arguments"]["text"].is_string() && params["_meta"]["progressToken"].is_u64());
    host.until("result");
    assert_eq!(host.close(), (Some(0), String::new()));
}

#[test]
fn the_requested_number_of_calls_runs_at_once_and_the_result_has_their_times() {
    let mut host = Host::greeted("4 2");
    let (first, second) = (host.asked(), host.asked());
    assert_eq!(first["request"]["server_name"], "bench");
    // The responses may come in any order; each one frees a slot for a call.
    host.answer(&second, &said());
    let third = host.asked();
    host.answer(&first, &said());
    let fourth = host.asked();
    host.answer(&fourth, &said());
    host.answer(&third, &said());
    let result = host.until("result");
    let times: Value = serde_json::from_str(result["result"].as_str().unwrap()).unwrap();
    assert_eq!(times["calls"], 4);
    let of = |name: &str| times[name].as_u64().unwrap();
    assert!(0 < of("median_ns"), "{times}");
    assert!(of("median_ns") <= of("p99_ns") && of("p99_ns") <= of("wall_ns"), "{times}");
    assert_eq!(host.close(), (Some(0), String::new()));
}

#[test]
fn a_call_waits_for_a_free_slot() {
    let mut host = Host::greeted("2 1");
    let first = host.asked();
    // A request of the host is answered after the calls, because the mock handles no other line
    // before the second call.
    host.send(&json!({"type": "control_request", "request_id": "v",
        "request": {"subtype": "get_binary_version"}}));
    host.answer(&first, &said());
    let second = host.line();
    assert_eq!(second["request"]["message"]["method"], "tools/call");
    host.answer(&second, &said());
    assert_eq!(host.line()["type"], "result");
    assert_eq!(host.until("control_response")["response"]["request_id"], "v");
    assert_eq!(host.close(), (Some(0), String::new()));
}

#[test]
fn an_answer_that_is_an_error_ends_the_mock() {
    let id = json!(3);
    let wrapped =
        |message: Value| json!({"subtype": "success", "response": {"mcp_response": message}});
    for (response, reason) in [
        (json!({"subtype": "error", "error": "boom"}), "the error \"boom\""),
        (json!({"subtype": "success"}), "no `mcp_response`"),
        (wrapped(json!({"id": id, "error": {"code": -32603}})), "the JSON-RPC error"),
        (wrapped(json!({"id": 99, "result": {}})), "the JSON-RPC id Some(99)"),
        (wrapped(json!({"id": id})), "no result"),
        (wrapped(json!({"id": id, "result": {"isError": true}})), "the result {\"isError\":true}"),
    ] {
        let mut host = Host::greeted("2 1");
        let call = host.asked();
        host.respond(&call, &response);
        let (code, stderr) = host.close();
        assert_eq!(code, Some(1), "{response}");
        assert!(stderr.contains("answered request 3") && stderr.contains(reason), "{stderr}");
    }
}

#[test]
fn an_answer_that_is_missing_ends_the_mock() {
    let mut host = Host::greeted("1 1");
    host.asked();
    let (code, stderr) = host.close();
    assert_eq!(code, Some(1));
    assert_eq!(stderr, "mock-claude: the host closed stdin while answers were missing\n");
}

#[test]
fn an_answer_counts_once() {
    let mut host = Host::greeted("3 2");
    let (first, _) = (host.asked(), host.asked());
    host.answer(&first, &said());
    host.answer(&first, &said());
    let (code, stderr) = host.close();
    assert_eq!(code, Some(1));
    assert_eq!(stderr, "mock-claude: the host answered request 3 twice\n");
}

#[test]
fn a_tool_that_is_not_listed_is_not_called() {
    let mut host = Host::start(&[], Some("1 1 sleep"), &json!({"subtype": "initialize"}));
    for _ in 0..3 {
        let asked = host.asked();
        host.answer(&asked, &json!({"tools": [{"name": "echo"}]}));
    }
    let (code, stderr) = host.close();
    assert_eq!(code, Some(1));
    assert_eq!(stderr, "mock-claude: the server `bench` lists no tool `sleep`\n");
}
