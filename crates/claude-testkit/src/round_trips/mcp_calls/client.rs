//! MCP client: its requests, their order, and their times.

use std::io::{BufRead, Write};
use std::time::Instant;

use serde_json::{Value, json};

use super::answer::Answer;
use super::play::McpCalls;
use crate::frame::{self, ControlRequest, McpMessage, VERSION};
use crate::round_trips::times::Times;
use crate::round_trips::wire::Wire;

/// A client of one server of the host.
pub(super) struct Client<'w, R, W> {
    wire: &'w mut Wire<R, W>,
    server: &'w str,
    /// The number of the next request; the JSON-RPC message in it has the same number.
    next: usize,
    kept: Vec<String>,
}

impl<'w, R: BufRead, W: Write> Client<'w, R, W> {
    pub(super) fn new(wire: &'w mut Wire<R, W>, server: &'w str) -> Self {
        Self { wire, server, next: 0, kept: Vec::new() }
    }

    /// Initializes the server, makes the calls, and returns their times.
    pub(super) fn run(&mut self, calls: &McpCalls) -> Result<Value, String> {
        self.greet(&calls.tool)?;
        let first = self.next;
        let mut begun = Vec::with_capacity(calls.count);
        let mut times = Times::new(calls.count);
        while times.len() < calls.count {
            while begun.len() < calls.count && begun.len() - times.len() < calls.at_a_time {
                let line = self.call(&calls.tool);
                begun.push(Some(Instant::now()));
                self.wire.write(line.as_bytes())?;
            }
            let (number, answered) = self.answer()?;
            let call = number.checked_sub(first).and_then(|index| begun.get_mut(index));
            let Some(begun) = call.and_then(Option::take) else {
                return Err(format!("the host answered request {number} twice"));
            };
            times.add(begun, answered);
        }
        Ok(times.report())
    }

    /// The lines that were not replies, for the engine.
    pub(super) fn kept(&mut self) -> Vec<String> {
        std::mem::take(&mut self.kept)
    }

    fn greet(&mut self, tool: &str) -> Result<(), String> {
        self.ask(json!({
            "method": "initialize",
            "params": {
                "protocolVersion": "2025-11-25",
                "capabilities": {},
                "clientInfo": {"name": "claude-code", "version": VERSION},
            },
        }))?;
        self.ask(json!({"method": "notifications/initialized"}))?;
        let answer = self.ask(json!({"method": "tools/list"}))?;
        let tools = answer["tools"].as_array().map(Vec::as_slice).unwrap_or_default();
        if tools.iter().any(|listed| listed["name"] == tool) {
            return Ok(());
        }
        Err(format!("the server `{}` lists no tool `{tool}`", self.server))
    }

    /// Sends a message and waits for the reply: its JSON-RPC result, if it has one.
    fn ask(&mut self, message: Value) -> Result<Value, String> {
        let line = self.request(message);
        self.wire.write(line.as_bytes())?;
        self.answer()?;
        Ok(Answer::of(&self.wire.line)?.map(|answer| answer.result()).unwrap_or_default())
    }

    fn call(&mut self, tool: &str) -> String {
        self.request(json!({
            "method": "tools/call",
            "params": {
                "name": tool,
                "arguments": {"text": "The quick brown fox jumps over the lazy dog."},
                "_meta": {
                    "claudecode/toolUseId": format!("toolu_{:024}", self.next),
                    "progressToken": self.next,
                },
            },
        }))
    }

    /// The line of the next request.
    fn request(&mut self, mut message: Value) -> String {
        message["jsonrpc"] = "2.0".into();
        if message["method"] != "notifications/initialized" {
            message["id"] = self.next.into();
        }
        let id = request_id(self.next);
        self.next += 1;
        let body = McpMessage { subtype: "mcp_message", server_name: self.server, message };
        frame::line(&ControlRequest::new(&id, body))
    }

    /// The number of the request that is answered next, and when.
    fn answer(&mut self) -> Result<(usize, Instant), String> {
        loop {
            let line = self.wire.read()?;
            let answered = Instant::now();
            let Some(line) = line else {
                return Err("the host closed stdin while answers were missing".to_owned());
            };
            let Some(answer) = Answer::of(line)? else {
                self.kept.push(String::from_utf8_lossy(line).into_owned());
                continue;
            };
            let known = |number: &usize| *number < self.next;
            let Some(number) = number(&answer.request_id).filter(known) else {
                return Err(format!(
                    "the host answered {:?}, which was not asked",
                    answer.request_id
                ));
            };
            answer.check(number)?;
            return Ok((number, answered));
        }
    }
}

/// A UUID in the form of the CLI, with the number of the request at its end.
fn request_id(number: usize) -> String {
    format!("{ID}{number:012}")
}

const ID: &str = "00000000-0000-4000-8000-";

fn number(request_id: &str) -> Option<usize> {
    request_id.strip_prefix(ID)?.parse().ok()
}
