//! Play: a session in which the first prompt makes the calls.

use std::io::{BufRead, Write};
use std::str::FromStr;

use serde_json::Value;

use super::client::Client;
use crate::engine::{Effect, Engine, Setup};
use crate::round_trips::times::{PLACE, filled, names_the_place};
use crate::round_trips::wire::Wire;
use crate::scenario::{Outcome, Scenario, Step};

/// The number of calls, how many of them at a time, and the tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct McpCalls {
    pub(super) count: usize,
    pub(super) at_a_time: usize,
    pub(super) tool: String,
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

/// The server that is called if `initialize` names none.
const NO_NAME: &str = "bench";

/// Plays a session in which the first prompt starts the calls. Returns the exit code.
///
/// # Errors
///
/// Returns a description of an invalid line of the host.
pub(crate) fn play(
    calls: &McpCalls,
    setup: Setup,
    input: impl BufRead,
    output: impl Write,
) -> Result<i32, String> {
    let expect = Step::ExpectUser { containing: None };
    let result = Step::Result { outcome: Outcome::Success, text: Some(PLACE.to_owned()) };
    let mut engine =
        Engine::new(Scenario { steps: vec![expect, result], texts: Vec::new() }, setup);
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
                // The two steps have no other effects.
                _ => {}
            }
        }
        match wire.read()? {
            Some(line) => engine.line(&without_servers(line, &mut server)),
            None => engine.end_of_input(),
        }
    }
}

/// Removes the servers from `initialize`: the client initializes them, not the engine.
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
