//! Arguments: what the mock is to do.

use std::error::Error;

use super::sessions::Files;
use crate::engine::Setup;
use crate::flood::Flood;
use crate::round_trips::callback_calls::{CallbackCalls, RequestKind};
use crate::round_trips::mcp_calls::McpCalls;
use crate::scenario::Scenario;

/// What to run.
pub(super) enum Task {
    /// Print the version.
    Version,
    /// Run as the process that `spawn-grandchild` has started.
    Grandchild,
    /// Play a scenario.
    Play(Scenario, Box<Setup>),
    /// Call a tool of the host many times.
    Call(McpCalls, Box<Setup>),
    /// Send the host many requests.
    Ask(CallbackCalls, Box<Setup>),
}

/// Reads the command line, without the program, and the environment.
pub(super) fn task(arguments: Vec<String>) -> Result<Task, Box<dyn Error>> {
    match arguments.first().map(String::as_str) {
        Some("--version" | "-v") => return Ok(Task::Version),
        Some(super::process::GRANDCHILD) => return Ok(Task::Grandchild),
        _ => {}
    }
    let variable = |name: &str| std::env::var(name).ok();
    if let Some(calls) = mcp_calls(&arguments, variable)? {
        return Ok(Task::Call(calls, Box::new(Setup::new(without_servers(arguments), variable))));
    }
    if let Some(calls) = callback_calls(&arguments, variable)? {
        return Ok(Task::Ask(calls, Box::new(Setup::new(arguments, variable))));
    }
    let mut scenario = scenario(&arguments, variable)?;
    if let Some(fault) = variable("MOCK_CLAUDE_FAULT") {
        scenario = scenario.after(fault.parse()?);
    }
    let mut setup = Setup::new(arguments, variable);
    if let Ok(cwd) = std::env::current_dir() {
        setup = setup.cwd(cwd.to_string_lossy());
    }
    setup = setup.sessions(&Files::new(variable));
    Ok(Task::Play(scenario, Box::new(setup)))
}

fn mcp_calls(
    arguments: &[String],
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Option<McpCalls>, String> {
    let flag = arguments.iter().position(|argument| argument == "--mcp-calls");
    let text = match flag {
        Some(index) => {
            let words = arguments[index + 1..].iter().take(3);
            let words: Vec<&str> =
                words.map(String::as_str).take_while(|word| !word.starts_with('-')).collect();
            Some(words.join(" "))
        }
        None => variable("MOCK_CLAUDE_MCP_CALLS"),
    };
    text.map(|text| text.parse()).transpose()
}

fn callback_calls(
    arguments: &[String],
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Option<CallbackCalls>, String> {
    let places = [
        ("--hook-calls", "MOCK_CLAUDE_HOOK_CALLS", RequestKind::Hook),
        ("--permission-calls", "MOCK_CLAUDE_PERMISSION_CALLS", RequestKind::Permission),
    ];
    for (flag, name, asked) in places {
        let index = arguments.iter().position(|argument| argument == flag);
        let given = index.map(|index| arguments.get(index + 1).cloned().unwrap_or_default());
        if let Some(count) = given.or_else(|| variable(name)) {
            return CallbackCalls::new(asked, &count).map(Some);
        }
    }
    Ok(None)
}

/// Removes the MCP configuration: the client that makes the calls initializes the servers.
fn without_servers(arguments: Vec<String>) -> impl Iterator<Item = String> {
    let mut skip = false;
    arguments.into_iter().filter(move |argument| {
        let value = std::mem::replace(&mut skip, argument == "--mcp-config");
        !value && !skip && !argument.starts_with("--mcp-config=")
    })
}

fn scenario(
    arguments: &[String],
    variable: impl Fn(&str) -> Option<String>,
) -> Result<Scenario, Box<dyn Error>> {
    let after = |flag: &str| {
        let index = arguments.iter().position(|argument| argument == flag)?;
        Some(&arguments[index + 1..])
    };
    if let Some(rest) = after("--flood") {
        let flood: Flood =
            rest.get(..3).ok_or("`--flood` requires N BYTES MIX")?.join(" ").parse()?;
        return Ok(Scenario::flood(flood));
    }
    let file = after("--scenario").and_then(|rest| rest.first().cloned());
    if let Some(file) = file.or_else(|| variable("MOCK_CLAUDE_SCENARIO")) {
        let text = std::fs::read_to_string(&file);
        let text = text.map_err(|error| format!("failed to read `{file}`: {error}"))?;
        return Ok(text.parse().map_err(|error| format!("{file}: {error}"))?);
    }
    if let Some(steps) = variable("MOCK_CLAUDE_STEPS") {
        return Ok(steps.parse()?);
    }
    match variable("MOCK_CLAUDE_FLOOD") {
        Some(flood) => Ok(Scenario::flood(flood.parse()?)),
        None => Ok(Scenario::echo()),
    }
}
