//! Responder, the bound: blocking reads of lines, a borrowed parse of what the response repeats,
//! and a fixed response.
//!
//! It checks no arguments, has no tools, state or tasks, and answers one request after another.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::value::RawValue;

use claude_benches::Failure;

use crate::placement::Mock;

const BEGIN: &[u8] = b"{\"type\":\"control_request\",\"request_id\":\"1\",\"request\":{\"subtype\":\"initialize\",\"sdkMcpServers\":[\"bench\"]}}\n\
    {\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"go\"}}\n";

const GREETING: &str = r#"{"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"bench","version":"1.0.0"}}"#;
const TOOLS: &str = r#"{"tools":[{"name":"echo","inputSchema":{"type":"object"}}]}"#;
/// The response of the SDK, with the text that the mock sends.
const SAID: &str = r#"{"content":[{"type":"text","text":"The quick brown fox jumps over the lazy dog."}],"isError":false}"#;

/// Answers a complete session. Returns the text of its result.
pub(crate) fn answer(mock: &Mock, calls: &str) -> Result<String, Failure> {
    session(mock, &[], (crate::VARIABLE, calls), BEGIN, write)
}

/// Writes the body of a response.
pub(crate) type WriteBody = fn(&mut Vec<u8>, &Request<'_>) -> std::io::Result<()>;

/// Runs a session of the mock without the SDK: writes `begin`, then answers requests. Returns the
/// text of its result.
pub(crate) fn session(
    mock: &Mock,
    args: &[&str],
    (variable, value): (&str, &str),
    begin: &[u8],
    write: WriteBody,
) -> Result<String, Failure> {
    #[expect(clippy::disallowed_methods, reason = "the bound uses nothing of the SDK")]
    let mut child = Command::new(&mock.path)
        .args(["--output-format", "stream-json", "--verbose", "--input-format", "stream-json"])
        .args(args)
        .env_clear()
        .envs(mock.env.clone())
        .env(variable, value)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().ok_or("no stdin")?;
    let mut stdout = BufReader::new(child.stdout.take().ok_or("no stdout")?);
    stdin.write_all(begin)?;
    let times = serve(&mut stdout, &mut stdin, write)?;
    drop(stdin);
    if !child.wait()?.success() {
        return Err("the mock failed".into());
    }
    times.ok_or_else(|| "the mock told no times".into())
}

fn serve(
    stdout: &mut impl BufRead,
    stdin: &mut impl Write,
    write_body: WriteBody,
) -> Result<Option<String>, Failure> {
    let (mut line, mut answer) = (Vec::new(), Vec::new());
    while stdout.read_until(b'\n', &mut line)? > 0 {
        let frame: Frame<'_> = serde_json::from_slice(&line)?;
        match (&*frame.kind, frame.request) {
            ("control_request", Some(request)) => {
                answer.clear();
                write!(
                    answer,
                    "{{\"type\":\"control_response\",\"response\":{{\"subtype\":\"success\",\"request_id\":\"{}\",\"response\":",
                    frame.request_id
                )?;
                write_body(&mut answer, &request)?;
                answer.extend_from_slice(b"}}\n");
                stdin.write_all(&answer)?;
            }
            ("result", _) => return Ok(frame.result.map(Cow::into_owned)),
            _ => {}
        }
        line.clear();
    }
    Ok(None)
}

fn write(answer: &mut Vec<u8>, request: &Request<'_>) -> std::io::Result<()> {
    let message = request.message.as_ref();
    let result = match message.map_or("", |message| &message.method) {
        "initialize" => GREETING,
        "tools/list" => TOOLS,
        "tools/call" => SAID,
        _ => "{}",
    };
    answer.extend_from_slice(b"{\"mcp_response\":{\"jsonrpc\":\"2.0\"");
    if let Some(id) = message.and_then(|message| message.id) {
        write!(answer, ",\"id\":{id}")?;
    }
    write!(answer, ",\"result\":{result}}}}}")
}

#[derive(Deserialize)]
struct Frame<'l> {
    #[serde(borrow, rename = "type")]
    kind: Cow<'l, str>,
    #[serde(borrow, default)]
    request_id: Cow<'l, str>,
    #[serde(borrow)]
    request: Option<Request<'l>>,
    #[serde(borrow)]
    result: Option<Cow<'l, str>>,
}

/// The parts of a request on which the response depends.
#[derive(Deserialize)]
pub(crate) struct Request<'l> {
    #[serde(borrow)]
    pub(crate) subtype: Cow<'l, str>,
    #[serde(borrow)]
    pub(crate) input: Option<&'l RawValue>,
    #[serde(borrow)]
    message: Option<Message<'l>>,
}

#[derive(Deserialize)]
struct Message<'l> {
    #[serde(borrow)]
    method: Cow<'l, str>,
    #[serde(borrow)]
    id: Option<&'l RawValue>,
}
