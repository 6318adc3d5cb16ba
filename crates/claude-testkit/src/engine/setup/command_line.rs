//! Setup: the command line and the environment of the host.

use std::sync::Arc;

use serde_json::Value;

use super::flags;
use crate::engine::sessions::Start;
use crate::frame::{self, DEFAULT_MODEL, TOOLS};

/// The configuration of an engine.
///
/// [`Setup::new`] reads it from a command line of the real CLI. Flags that have no meaning for a
/// mock are ignored; those that the CLI does not know make the engine exit as the CLI does.
#[derive(Clone, Debug)]
pub struct Setup {
    pub(in crate::engine) session_id: Arc<str>,
    pub(in crate::engine) cwd: String,
    pub(in crate::engine) home: String,
    pub(in crate::engine) pid: u32,
    pub(in crate::engine) model: String,
    pub(in crate::engine) permission_mode: String,
    /// Whether the mode `bypassPermissions` may be chosen.
    pub(in crate::engine) may_bypass: bool,
    /// Whether permissions are requested with `can_use_tool`.
    pub(in crate::engine) prompt_tool: bool,
    pub(in crate::engine) partial_messages: bool,
    pub(in crate::engine) replay_user_messages: bool,
    pub(in crate::engine) allowed_tools: Vec<String>,
    pub(in crate::engine) disallowed_tools: Vec<String>,
    /// MCP servers that run in the host.
    pub(in crate::engine) host_servers: Vec<String>,
    /// MCP servers that the real CLI would run itself.
    pub(in crate::engine) other_servers: Vec<String>,
    pub(in crate::engine) state_frames: StateFrames,
    pub(in crate::engine) start: Start,
    pub(in crate::engine) max_turns: Option<u64>,
    pub(in crate::engine) max_budget: Option<f64>,
    /// The schema of the output.
    pub(in crate::engine) schema: Option<Value>,
    /// The tools of `--tools`; all if absent.
    pub(in crate::engine) tools: Option<Vec<String>>,
    /// Whether files can be rewound.
    pub(in crate::engine) checkpoints: bool,
    /// What the CLI says about a command line that it refuses.
    pub(in crate::engine) refusal: Option<String>,
}

/// Which state frames are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) enum StateFrames {
    Off,
    /// Frames for the host, which are marked as such.
    HostOnly,
    Public,
}

impl Setup {
    /// Reads a command line (without the program) and an environment.
    #[must_use]
    pub fn new(
        arguments: impl IntoIterator<Item = String>,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Self {
        let mut setup = Self {
            session_id: frame::uuid().into(),
            cwd: variable("PWD").unwrap_or_else(|| "/".to_owned()),
            home: variable("HOME").unwrap_or_default(),
            pid: std::process::id(),
            model: DEFAULT_MODEL.to_owned(),
            permission_mode: "default".to_owned(),
            may_bypass: false,
            prompt_tool: false,
            partial_messages: false,
            replay_user_messages: false,
            allowed_tools: Vec::new(),
            disallowed_tools: Vec::new(),
            host_servers: Vec::new(),
            other_servers: Vec::new(),
            state_frames: StateFrames::of(&variable),
            start: Start::kept(),
            max_turns: None,
            max_budget: None,
            schema: None,
            tools: None,
            checkpoints: variable("CLAUDE_CODE_ENABLE_SDK_FILE_CHECKPOINTING")
                .is_some_and(|value| value == "1" || value == "true"),
            refusal: None,
        };
        match flags::parse(arguments) {
            Ok(given) => {
                for (flag, values) in given {
                    setup.take(flag, values);
                }
            }
            Err(refusal) => setup.refusal = Some(refusal),
        }
        setup
    }

    /// Sets the working directory. By default it is `PWD` of the environment.
    #[must_use]
    pub fn cwd(mut self, cwd: impl Into<String>) -> Self {
        self.cwd = cwd.into();
        self
    }

    /// Takes a flag and its values.
    fn take(&mut self, flag: &str, values: Vec<String>) {
        match flag {
            "--include-partial-messages" => self.partial_messages = true,
            "--continue" => self.start.continues = true,
            "--fork-session" => self.start.forks = true,
            "--no-session-persistence" => self.start.is_kept = false,
            "--replay-user-messages" => self.replay_user_messages = true,
            "--allow-dangerously-skip-permissions" => self.may_bypass = true,
            "--dangerously-skip-permissions" => {
                self.may_bypass = true;
                "bypassPermissions".clone_into(&mut self.permission_mode);
            }
            "--allowedTools" => self.allowed_tools.extend(values.iter().flat_map(|v| names(v))),
            "--disallowedTools" => {
                self.disallowed_tools.extend(values.iter().flat_map(|v| names(v)));
            }
            "--tools" => {
                self.tools = Some(values.iter().flat_map(|v| names(v)).collect());
            }
            "--mcp-config" => {
                for value in values {
                    let (host, other) = servers(&value);
                    self.host_servers.extend(host);
                    self.other_servers.extend(other);
                }
            }
            _ => {
                if let Some(value) = values.into_iter().next() {
                    self.option(flag, value);
                }
            }
        }
    }

    fn option(&mut self, flag: &str, value: String) {
        match flag {
            "--permission-mode" => self.permission_mode(&value),
            "--model" => frame::resolve(&value).clone_into(&mut self.model),
            "--permission-prompt-tool" => self.prompt_tool = value == "stdio",
            "--session-id" => {
                self.session_id = value.as_str().into();
                self.start.session_id = Some(value);
            }
            "--resume" => self.start.resume = Some(value),
            "--max-turns" => match value.parse() {
                // 0 is no limit.
                Ok(0) => {}
                Ok(turns) => self.max_turns = Some(turns),
                Err(_) => {
                    self.refuse_value("--max-turns <turns>", &value, "must be a number");
                }
            },
            "--max-budget-usd" => match value.parse::<f64>() {
                Ok(budget) if budget > 0.0 => self.max_budget = Some(budget),
                _ => {
                    let why = "--max-budget-usd must be a number greater than 0";
                    self.refuse_value("--max-budget-usd <amount>", &value, why);
                }
            },
            "--json-schema" => self.json_schema(&value),
            _ => {}
        }
    }

    fn permission_mode(&mut self, mode: &str) {
        match mode {
            "manual" => "default".clone_into(&mut self.permission_mode),
            "acceptEdits" | "auto" | "bypassPermissions" | "default" | "dontAsk" | "plan" => {
                mode.clone_into(&mut self.permission_mode);
            }
            _ => {
                let why = "Allowed choices are acceptEdits, auto, bypassPermissions, manual, \
                           dontAsk, plan.";
                self.refuse_value("--permission-mode <mode>", mode, why);
            }
        }
    }

    fn refuse_value(&mut self, option: &str, value: &str, why: &str) {
        self.refusal =
            Some(format!("error: option '{option}' argument '{value}' is invalid. {why}"));
    }

    fn json_schema(&mut self, text: &str) {
        match serde_json::from_str::<Value>(text) {
            Ok(schema) if is_schema(&schema) => self.schema = Some(schema),
            Ok(_) => {
                let refusal = "Error: --json-schema is not a valid JSON Schema: data/type must be \
                               equal to one of the allowed values";
                self.refusal = Some(refusal.to_owned());
            }
            Err(error) => {
                let refusal = format!("Error: --json-schema is not valid JSON: {error}");
                self.refusal = Some(refusal);
            }
        }
    }

    /// The built-in tools that the model has.
    pub(in crate::engine) fn listed_tools(&self) -> Vec<&'static str> {
        let is_on = |tool: &&str| {
            let listed = self.tools.as_ref().is_none_or(|list| {
                list.iter().any(|one| one == "default" || one == tool)
                    || (*tool == "Task" && list.iter().any(|one| one == "Agent"))
            });
            listed && !self.disallowed_tools.iter().any(|rule| rule == tool)
        };
        let output = self.schema.as_ref().map(|_| "StructuredOutput");
        TOOLS.into_iter().filter(is_on).chain(output).collect()
    }

    /// The path of the transcript of a subagent.
    pub(in crate::engine) fn agent_path(&self, id: &str) -> String {
        let path = self.transcript_path();
        let session = path.strip_suffix(".jsonl").unwrap_or(&path);
        format!("{session}/subagents/agent-{id}.jsonl")
    }

    /// The path of the session file that the CLI would write.
    pub(in crate::engine) fn transcript_path(&self) -> String {
        let dashed = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let project: String = self.cwd.chars().map(dashed).collect();
        format!("{}/.claude/projects/{project}/{}.jsonl", self.home, self.session_id)
    }
}

impl StateFrames {
    fn of(variable: &impl Fn(&str) -> Option<String>) -> Self {
        let on = |name: &str| variable(name).is_some_and(|value| value == "1" || value == "true");
        if on("CLAUDE_CODE_EMIT_SESSION_STATE_EVENTS") {
            Self::Public
        } else if on("CLAUDE_CODE_SDK_READS_SESSION_STATE") {
            Self::HostOnly
        } else {
            Self::Off
        }
    }
}

/// Whether a value may be a schema: of the many rules, those about types.
pub(in crate::engine) fn is_schema(schema: &Value) -> bool {
    const TYPES: [&str; 7] = ["array", "boolean", "integer", "null", "number", "object", "string"];
    let is_type = |value: &Value| value.as_str().is_some_and(|name| TYPES.contains(&name));
    let has_type = match &schema["type"] {
        Value::Null => true,
        Value::Array(types) => types.iter().all(is_type),
        one => is_type(one),
    };
    let properties = schema["properties"].as_object().into_iter().flatten();
    schema.is_object() && has_type && properties.map(|(_, value)| value).all(is_schema)
}

fn names(list: &str) -> impl Iterator<Item = String> + '_ {
    list.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty())
}

/// The servers of an MCP configuration: those of type `sdk`, and the others.
fn servers(config: &str) -> (Vec<String>, Vec<String>) {
    let config: Value = serde_json::from_str(config).unwrap_or_default();
    let servers = config["mcpServers"].as_object();
    let named = |(name, server): (&String, &Value)| (name.clone(), server["type"] == "sdk");
    let (host, other): (Vec<_>, Vec<_>) =
        servers.into_iter().flatten().map(named).partition(|(_, of_host)| *of_host);
    let names = |servers: Vec<(String, bool)>| servers.into_iter().map(|(name, _)| name).collect();
    (names(host), names(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn setup(arguments: &[&str]) -> Setup {
        Setup::new(arguments.iter().map(ToString::to_string), |_| None)
    }

    #[test]
    fn known_flags_are_found_among_others() {
        let setup = setup(&[
            "--output-format",
            "stream-json",
            "--verbose",
            "--system-prompt",
            "You are a test.",
            "--permission-mode=plan",
            "--permission-prompt-tool",
            "stdio",
            "--model",
            "sonnet",
            "--allowedTools",
            "Bash,Read",
            "--brief",
            "--include-partial-messages",
        ]);
        assert_eq!(setup.permission_mode, "plan");
        assert!(setup.prompt_tool && setup.partial_messages);
        assert_eq!(setup.allowed_tools, ["Bash", "Read"]);
    }

    #[test]
    fn servers_of_the_host_are_recognized() {
        let config = r#"{"mcpServers":{"a":{"type":"sdk","name":"a"},"b":{"command":"x"}}}"#;
        assert_eq!(setup(&["--mcp-config", config]).host_servers, ["a"]);
        assert!(setup(&["--mcp-config", "file.json"]).host_servers.is_empty());
    }
}
