//! Missing tools: which calls the model cannot make.

use crate::engine::play::Engine;
use crate::frame::{OTHER_TOOLS, TOOLS};

impl Engine {
    /// Why the model cannot call this tool, if it cannot.
    pub(super) fn missing_tool(&self, name: &str) -> Option<String> {
        let setup = &self.setup;
        let is_off = |tool: &str| {
            let off = &setup.disallowed_tools;
            off.iter().any(|rule| {
                same_tool(rule, tool)
                    // The name of an MCP server is about all its tools.
                    || tool.strip_prefix(rule.as_str()).is_some_and(|rest| rest.starts_with("__"))
            })
        };
        let is_listed =
            |list: &Vec<String>| list.iter().any(|tool| tool == "default" || same_tool(tool, name));
        if let Some(rest) = name.strip_prefix("mcp__") {
            let is_known = match self.host_tool(name) {
                Some((server, tool)) => self.servers[server].has(&tool),
                None => self.other_servers().any(|server| {
                    rest.strip_prefix(server).is_some_and(|rest| rest.starts_with("__"))
                }),
            };
            return (!is_known || is_off(name)).then(|| no_such_tool(name, ""));
        }
        let is_built_in = match name {
            "StructuredOutput" => return setup.schema.is_none().then(|| no_such_tool(name, "")),
            _ => TOOLS.contains(&name) || OTHER_TOOLS.contains(&name),
        };
        let disabled =
            format!(". {name} is disabled for this session, in subagents as well as here.");
        let is_disabled = is_off(name) || setup.tools.as_ref().is_some_and(|list| !is_listed(list));
        match (is_built_in, is_disabled) {
            (false, _) => Some(no_such_tool(name, "")),
            (true, true) => Some(no_such_tool(name, &disabled)),
            (true, false) => None,
        }
    }
}

fn no_such_tool(name: &str, more: &str) -> String {
    format!("<tool_use_error>Error: No such tool available: {name}{more}</tool_use_error>")
}

/// The error without the mark that the model gets.
pub(super) fn bare(error: &str) -> &str {
    let error = error.strip_prefix("<tool_use_error>").unwrap_or(error);
    error.strip_suffix("</tool_use_error>").unwrap_or(error)
}

/// Whether two names are of one tool: `Task` is another name of `Agent`.
fn same_tool(one: &str, other: &str) -> bool {
    let name = |name: &str| if name == "Task" { "Agent".to_owned() } else { name.to_owned() };
    name(one) == name(other)
}
