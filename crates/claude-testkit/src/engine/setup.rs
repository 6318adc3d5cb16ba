//! Setup: the command line and the environment of the host.

use std::sync::Arc;

use serde_json::Value;

use super::sessions::Start;
use crate::frame::{self, DEFAULT_MODEL};

/// The configuration of an engine.
///
/// [`Setup::new`] reads it from a command line of the real CLI. Flags that have no meaning for a
/// mock are ignored.
#[derive(Clone, Debug)]
pub struct Setup {
    pub(super) session_id: Arc<str>,
    pub(super) cwd: String,
    pub(super) home: String,
    pub(super) pid: u32,
    pub(super) model: String,
    pub(super) permission_mode: String,
    /// Whether the mode `bypassPermissions` may be chosen.
    pub(super) may_bypass: bool,
    /// Whether permissions are requested with `can_use_tool`.
    pub(super) prompt_tool: bool,
    pub(super) partial_messages: bool,
    pub(super) replay_user_messages: bool,
    pub(super) allowed_tools: Vec<String>,
    pub(super) disallowed_tools: Vec<String>,
    /// MCP servers that run in the host.
    pub(super) host_servers: Vec<String>,
    /// MCP servers that the real CLI would run itself.
    pub(super) other_servers: Vec<String>,
    pub(super) state_frames: StateFrames,
    pub(super) start: Start,
}

/// Which state frames are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum StateFrames {
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
        };
        let mut arguments = arguments.into_iter().peekable();
        while let Some(argument) = arguments.next() {
            let (flag, attached) = match argument.split_once('=') {
                Some((flag, value)) if flag.starts_with("--") => (flag, Some(value.to_owned())),
                _ => (argument.as_str(), None),
            };
            if setup.switch(flag) || !TAKES_VALUE.contains(&flag) {
                continue;
            }
            if let Some(value) = attached.or_else(|| arguments.next()) {
                setup.option(flag, value);
            }
        }
        setup
    }

    /// Sets the working directory. By default it is `PWD` of the environment.
    #[must_use]
    pub fn cwd(mut self, cwd: impl Into<String>) -> Self {
        self.cwd = cwd.into();
        self
    }

    fn switch(&mut self, flag: &str) -> bool {
        match flag {
            "--include-partial-messages" => self.partial_messages = true,
            "--continue" | "-c" => self.start.continues = true,
            "--fork-session" => self.start.forks = true,
            "--no-session-persistence" => self.start.is_kept = false,
            "--replay-user-messages" => self.replay_user_messages = true,
            "--allow-dangerously-skip-permissions" => self.may_bypass = true,
            "--dangerously-skip-permissions" => {
                self.may_bypass = true;
                "bypassPermissions".clone_into(&mut self.permission_mode);
            }
            _ => return false,
        }
        true
    }

    fn option(&mut self, flag: &str, value: String) {
        match flag {
            "--permission-mode" => self.permission_mode = value,
            "--model" => frame::resolve(&value).clone_into(&mut self.model),
            "--permission-prompt-tool" => self.prompt_tool = value == "stdio",
            "--session-id" => {
                self.session_id = value.as_str().into();
                self.start.session_id = Some(value);
            }
            "--resume" | "-r" => self.start.resume = Some(value),
            "--allowedTools" => self.allowed_tools.extend(names(&value)),
            "--disallowedTools" => self.disallowed_tools.extend(names(&value)),
            "--mcp-config" => {
                let (host, other) = servers(&value);
                self.host_servers.extend(host);
                self.other_servers.extend(other);
            }
            _ => {}
        }
    }

    /// The path of the session file that the CLI would write.
    pub(super) fn transcript_path(&self) -> String {
        let dashed = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let project: String = self.cwd.chars().map(dashed).collect();
        format!("{}/.claude/projects/{project}/{}.jsonl", self.home, self.session_id)
    }
}

/// The flags with a value that matter here. Values of other flags are treated as positional
/// arguments, and ignored, too.
const TAKES_VALUE: [&str; 9] = [
    "--permission-mode",
    "--model",
    "--permission-prompt-tool",
    "--session-id",
    "--resume",
    "-r",
    "--allowedTools",
    "--disallowedTools",
    "--mcp-config",
];

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
            "--unknown",
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
