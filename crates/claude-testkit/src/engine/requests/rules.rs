//! Rules: which calls the rules and the mode allow without a question, and the updates that a reply
//! brings.

use serde_json::Value;

use crate::engine::play::Engine;
use crate::frame::System;

/// What the rules and the mode say about a call.
pub(super) enum Verdict {
    /// It may run, for this reason.
    Allowed(&'static str),
    Denied,
    Ask,
}

/// Tools that only read the working directory, or keep notes of the session.
const QUIET: [&str; 16] = [
    "Agent",
    "Glob",
    "Grep",
    "LS",
    "ListAgents",
    "NotebookRead",
    "Read",
    "ReportFindings",
    "StructuredOutput",
    "Task",
    "TaskCreate",
    "TaskGet",
    "TaskList",
    "TaskUpdate",
    "TodoWrite",
    "ToolSearch",
];

/// Tools that change files. The mode `acceptEdits` allows them.
const EDITS: [&str; 4] = ["Edit", "MultiEdit", "NotebookEdit", "Write"];

/// Commands that only read. The CLI knows more of them.
const READING_COMMANDS: [&str; 12] =
    ["cat", "date", "echo", "grep", "head", "ls", "pwd", "stat", "tail", "true", "wc", "whoami"];

/// Commands that change files. The mode `acceptEdits` allows them in the working directory.
const FILE_COMMANDS: [&str; 7] = ["cp", "mkdir", "mv", "rm", "rmdir", "sed", "touch"];

/// Returns whether one of the rules is about a call: by the name of the tool, by its MCP server, or
/// by a pattern for the command of a shell tool. A pattern for another input is about no call.
pub(super) fn names(rules: &[String], tool: &str, input: &Value) -> bool {
    rules.iter().any(|rule| {
        let (name, pattern) = match rule.split_once('(') {
            Some((name, rest)) => (name, rest.strip_suffix(')').unwrap_or(rest)),
            None => (rule.as_str(), ""),
        };
        let is_tool =
            name == tool || tool.strip_prefix(name).is_some_and(|rest| rest.starts_with("__"));
        is_tool && covers(pattern, input["command"].as_str())
    })
}

fn covers(pattern: &str, command: Option<&str>) -> bool {
    match (pattern, command) {
        ("" | "*", _) => true,
        (_, None) => false,
        (pattern, Some(command)) => match pattern.strip_suffix(":*") {
            Some(start) => command
                .strip_prefix(start)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')),
            None => command == pattern,
        },
    }
}

/// Returns whether a mode allows a tool without a question.
pub(super) fn mode_allows(mode: &str, tool: &str, input: &Value) -> bool {
    let command = input["command"].as_str().filter(|_| tool == "Bash");
    let is_one_of = |known: &[&str]| command.is_some_and(|command| runs_only(command, known));
    match mode {
        "bypassPermissions" => true,
        "acceptEdits" if EDITS.contains(&tool) || is_one_of(&FILE_COMMANDS) => true,
        _ => QUIET.contains(&tool) || is_one_of(&READING_COMMANDS),
    }
}

/// Whether a command line is one plain command of this list. The CLI parses the line; the mock asks
/// about every line with a sign that the shell interprets.
fn runs_only(command: &str, known: &[&str]) -> bool {
    let is_plain =
        !command.contains([';', '|', '&', '>', '<', '`', '$', '(', '{', '\\', '\n', '*']);
    is_plain && command.split_whitespace().next().is_some_and(|first| known.contains(&first))
}

impl Engine {
    /// Applies the updates of a reply: rules and modes hold for the rest of the session.
    pub(super) fn apply_updates(&mut self, updates: &Value) {
        for update in updates.as_array().into_iter().flatten() {
            let kind = update["type"].as_str().unwrap_or_default();
            if kind == "setMode" {
                if let Some(mode) = update["mode"].as_str() {
                    self.change_mode(mode);
                }
                continue;
            }
            let rules: Vec<String> =
                update["rules"].as_array().into_iter().flatten().filter_map(rule).collect();
            let list = match update["behavior"].as_str() {
                Some("allow") => &mut self.setup.allowed_tools,
                Some("deny") => &mut self.setup.disallowed_tools,
                _ => continue,
            };
            match kind {
                "addRules" => list.extend(rules),
                "replaceRules" => *list = rules,
                "removeRules" => list.retain(|known| !rules.contains(known)),
                _ => {}
            }
        }
    }

    /// Changes the permission mode, and reports the change.
    pub(in crate::engine) fn change_mode(&mut self, mode: &str) {
        // The CLI does not report a mode that it has already.
        if self.setup.permission_mode == mode {
            return;
        }
        mode.clone_into(&mut self.setup.permission_mode);
        let (session_id, current) = (self.session(), self.mode());
        self.send(&System::permission_mode(&session_id, &current));
    }
}

/// The text of a rule, as on the command line.
fn rule(rule: &Value) -> Option<String> {
    // The CLI takes the name as it is: a pattern belongs into `ruleContent`.
    let tool = rule["toolName"].as_str().filter(|tool| !tool.contains('('))?;
    Some(match rule["ruleContent"].as_str() {
        Some(content) => format!("{tool}({content})"),
        None => tool.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_pattern_fits_the_commands_that_it_means() {
        let fits = |rule: &str, tool: &str, input: &Value| names(&[rule.to_owned()], tool, input);
        let status = json!({ "command": "git status -s" });
        assert!(fits("Bash", "Bash", &status) && fits("Bash(*)", "Bash", &status));
        assert!(fits("Bash(git status:*)", "Bash", &status));
        assert!(!fits("Bash(git st:*)", "Bash", &status));
        assert!(!fits("Bash(git status)", "Bash", &status));
        assert!(!fits("Bash(rm:*)", "Bash", &status) && !fits("Read", "Bash", &status));
        assert!(
            fits("mcp__a", "mcp__a__b", &json!({})) && !fits("mcp__a", "mcp__ab__c", &json!({}))
        );
        assert!(!fits("Read(/etc/*)", "Read", &json!({ "file_path": "/etc/x" })));
    }
}
