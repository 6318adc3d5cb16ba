//! Many calls of a tool that runs in the host, to measure what one round trip costs.
//!
//! The mock plays the MCP client: handshake, list of tools, then calls of which a fixed number is always under way.
//! A round trip is the time from before the write of a request to after the read of its answer, on a thread that
//! blocks and does nothing else. All the rest of the session is the [`Engine`]'s, whose result names a place that
//! the times are put into. Nothing is retried: an answer that is an error or missing ends the mock.
//!
//! Pipes hold 64 KiB: with more than 100 calls under way, a host that writes before it reads on would block.
//!
//! Next: `mcp_calls/client.rs`, then `mcp_calls/answer.rs`.

mod answer;
mod client;
mod times;

use std::io::{BufRead, Write};
use std::str::FromStr;

use serde_json::Value;

use self::client::Client;
pub(crate) use self::times::Times;
use crate::engine::{Effect, Engine, Setup};
use crate::scenario::{Outcome, Scenario, Step};

/// How many calls, how many of them at a time, and of which tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct McpCalls {
    count: usize,
    at_a_time: usize,
    tool: String,
}

impl FromStr for McpCalls {
    type Err = String;

    /// Reads `N CONCURRENCY [TOOL]`, as in `5000 1 echo`.
    fn from_str(text: &str) -> Result<Self, String> {
        let mut words = text.split_whitespace();
        let mut number = || words.next()?.parse().ok().filter(|number| *number > 0);
        let (Some(count), Some(at_a_time)) = (number(), number()) else {
            return Err("expected `N CONCURRENCY [TOOL]`, both at least 1".to_owned());
        };
        let tool = words.next().unwrap_or("echo").to_owned();
        Ok(Self { count, at_a_time, tool })
    }
}

/// The text of the engine's result, which the times take the place of.
pub(crate) const PLACE: &str = "$times";

/// The server that is called if `initialize` names none.
const NO_NAME: &str = "bench";

/// Plays a session in which the first prompt makes the calls, and returns the exit code.
///
/// # Errors
///
/// What the host has done that it should not have, in words.
pub(crate) fn play(
    calls: &McpCalls,
    setup: Setup,
    input: impl BufRead,
    output: impl Write,
) -> Result<i32, String> {
    let expect = Step::ExpectUser { containing: None };
    let result = Step::Result { outcome: Outcome::Success, text: Some(PLACE.to_owned()) };
    let mut engine = Engine::new(Scenario { steps: vec![expect, result] }, setup);
    let mut wire = Wire::new(input, output);
    let mut server = NO_NAME.to_owned();
    loop {
        while let Some(effect) = engine.effect() {
            match effect {
                Effect::Write(line) if names_the_place(&line) => {
                    let mut client = Client::new(&mut wire, &server);
                    let times = client.run(calls)?;
                    let kept = client.kept();
                    wire.write(&filled(&line, &times))?;
                    kept.iter().for_each(|line| engine.line(line));
                }
                Effect::Write(line) => wire.write(&line)?,
                Effect::Stderr(text) => return Err(String::from_utf8_lossy(&text).into_owned()),
                Effect::Exit(code) => return Ok(code),
                // The two steps want nothing else.
                _ => {}
            }
        }
        match wire.read()? {
            Some(line) => engine.line(&without_servers(line, &mut server)),
            None => engine.end_of_input(),
        }
    }
}

/// The quoted form of the place, which is found in the result alone.
fn place() -> String {
    format!("\"{PLACE}\"")
}

pub(crate) fn names_the_place(line: &[u8]) -> bool {
    String::from_utf8_lossy(line).contains(&place())
}

pub(crate) fn filled(line: &[u8], times: &Value) -> Vec<u8> {
    let text = Value::String(times.to_string()).to_string();
    String::from_utf8_lossy(line).replacen(&place(), &text, 1).into_bytes()
}

/// Takes the servers out of `initialize`: the client greets them, not the engine.
fn without_servers(line: &[u8], server: &mut String) -> String {
    let text = String::from_utf8_lossy(line).into_owned();
    let Ok(mut frame) = serde_json::from_str::<Value>(&text) else { return text };
    let named = frame["request"].as_object_mut().and_then(|body| body.remove("sdkMcpServers"));
    let Some(named) = named else { return text };
    if let Some(name) = named[0].as_str() {
        name.clone_into(server);
    }
    frame.to_string()
}

/// Lines in and lines out.
pub(crate) struct Wire<R, W> {
    input: R,
    output: W,
    line: Vec<u8>,
}

impl<R: BufRead, W: Write> Wire<R, W> {
    pub(crate) fn new(input: R, output: W) -> Self {
        Self { input, output, line: Vec::new() }
    }

    pub(crate) fn write(&mut self, line: &[u8]) -> Result<(), String> {
        let written = self.output.write_all(line).and_then(|()| self.output.flush());
        written.map_err(|error| format!("cannot write to the host: {error}"))
    }

    /// The next line, or `None` at the end.
    pub(crate) fn read(&mut self) -> Result<Option<&[u8]>, String> {
        self.line.clear();
        match self.input.read_until(b'\n', &mut self.line) {
            Ok(0) => Ok(None),
            Ok(_) => Ok(Some(&self.line)),
            Err(error) => Err(format!("cannot read from the host: {error}")),
        }
    }
}
