//! Large texts: prompts, agents and MCP servers of megabytes reach the real CLI, its command line
//! stays short, and no file is left.

use std::path::{Path, PathBuf};

use claude_sdk::types::{AgentDefinition, McpServerConfig};
use claude_sdk::{Client, McpServers, Options, SystemPrompt};
use claude_testkit::fake_api::Turn;
use serde_json::json;

use super::lab::{Lab, expect};

const MIB: usize = 1 << 20;

/// The longest command line, in bytes: the limit of `cmd.exe` is 8,191 characters.
const SHORT: usize = 8000;

/// A text of this length, which ends with its name.
fn text(name: &str, bytes: usize) -> String {
    let end = format!(" end of {name}");
    let fill = "word ".repeat(bytes / 5 + 1);
    format!("{}{end}", &fill[end.len()..])
}

/// Agents whose definitions have 1 MiB together.
fn agents() -> Vec<(String, AgentDefinition)> {
    let agent = |n: usize| {
        let name = format!("agent-{n}");
        let definition = AgentDefinition::new("Does things.", text(&name, MIB / 16));
        (name, definition)
    };
    (0..16).map(agent).collect()
}

/// MCP servers whose configurations have 1 MiB together.
fn servers() -> McpServers {
    (0..8).fold(McpServers::new(), |servers, n| {
        let mut config = McpServerConfig::stdio(env!("CARGO_BIN_EXE_mcp-lab"), [""; 0]);
        if let McpServerConfig::Stdio(stdio) = &mut config {
            let variables = (0..2).map(|v| (format!("TEXT_{v}"), text("variable", MIB / 16)));
            stdio.env = Some(variables.collect());
        }
        servers.external(format!("lab-{n}"), config)
    })
}

/// The length of the command line of a process in bytes, and the private file that it names.
fn command_line(pid: u64) -> (usize, PathBuf) {
    let bytes = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap();
    let args = String::from_utf8(bytes.clone()).unwrap();
    let file = args.split('\0').find_map(|arg| arg.strip_prefix("--settings="));
    (bytes.len(), file.expect("no private file").into())
}

fn mode(file: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::metadata(file).unwrap().permissions().mode() & 0o777
}

/// Runs a session, and returns what the model received.
async fn received(lab: &Lab, options: Options) -> String {
    let settings = json!({ "env": { "FROM_SETTINGS": text("settings", MIB / 16) } });
    let options = options
        .agents(agents())
        .mcp_servers(servers())
        .require_mcp_servers((0..8).map(|n| format!("lab-{n}")))
        .settings(settings.to_string())
        .allow_tools(["mcp__lab-7__add"]);
    let client = expect(Client::connect(options).await);
    let handshake = client.initialized().unwrap();
    let names: Vec<_> = handshake.agents.iter().flatten().map(|agent| agent.name.clone()).collect();
    assert!((0..16).all(|n| names.contains(&format!("agent-{n}"))), "{names:?}");
    let (length, file) = command_line(handshake.pid.unwrap());
    assert!(length < SHORT, "the command line has {length} bytes");
    assert!(file.exists());
    assert_eq!((mode(&file), mode(file.parent().unwrap())), (0o600, 0o700));
    expect(expect(client.send("go").await).text().await);
    expect(client.close().await);
    // The file is removed when the process has exited, which is before `close` returns.
    assert!(!file.exists());
    lab.api.messages().iter().map(|request| request.body.to_string()).collect()
}

#[tokio::test]
async fn megabytes_of_prompts_agents_and_servers_arrive() {
    let prompt = text("the prompt", 5 * MIB);
    for system in [SystemPrompt::from(prompt.clone()), SystemPrompt::Append(prompt.clone())] {
        let turns = [Turn::tool("mcp__lab-7__add", json!({ "a": 2, "b": 3 })), Turn::text("Done.")];
        let Some(lab) = Lab::new(turns).await else { return };
        let received = received(&lab, lab.options().system_prompt(system)).await;
        assert!(received.contains(&prompt), "{} bytes", received.len());
        assert!(received.contains("tool_result"));
    }
}
