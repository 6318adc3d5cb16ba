//! Names: finds out whether a name in a pattern can be the name of a tool.

use super::selection::Known;

/// The names of tools of the CLI, and the earlier ones that it still accepts in patterns.
///
/// The list is used to suggest a name, and to tell a rule from a regular expression. Other names
/// are accepted, because versions of the CLI have different tools.
pub(super) const TOOLS: &[&str] = &[
    "Agent",
    "Artifact",
    "AskUserQuestion",
    "Bash",
    "BashOutput",
    "Brief",
    "ClaudeDesign",
    "CronCreate",
    "CronDelete",
    "CronList",
    "Edit",
    "EnterPlanMode",
    "EnterWorktree",
    "ExitPlanMode",
    "ExitWorktree",
    "Glob",
    "Grep",
    "KillBash",
    "KillShell",
    "LS",
    "LSP",
    "ListAgents",
    "ListMcpResources",
    "ListMcpResourcesTool",
    "ListPeers",
    "Monitor",
    "MultiEdit",
    "NotebookEdit",
    "NotebookRead",
    "OfferChromeSetup",
    "PowerShell",
    "Projects",
    "ProposeGoal",
    "PushNotification",
    "REPL",
    "Read",
    "ReadMcpResource",
    "ReadMcpResourceDir",
    "ReadMcpResourceDirTool",
    "ReadMcpResourceTool",
    "ReadNotifications",
    "RefreshMcpTools",
    "RemoteTrigger",
    "ReportFindings",
    "ScheduleWakeup",
    "SendFeedback",
    "SendMessage",
    "SendUserMessage",
    "SetGoal",
    "ShowOnboardingRolePicker",
    "Skill",
    "SlashCommand",
    "StructuredOutput",
    "Task",
    "TaskCreate",
    "TaskGet",
    "TaskList",
    "TaskOutput",
    "TaskStop",
    "TaskUpdate",
    "TodoRead",
    "TodoWrite",
    "ToolSearch",
    "WebFetch",
    "WebSearch",
    "Workflow",
    "Write",
    "propose_skills",
];

/// What a name in a list of tools stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// One tool, or a tool that this version does not know.
    Tool,
    /// All tools whose names begin so: those of an MCP server, or those of all servers.
    Prefix(String),
    /// No tool, with the reason.
    Nothing(String),
}

/// Returns what a name stands for. A name without a tool (`mcp__server`) stands for all tools of
/// the server, as in permission rules.
pub(super) fn name(name: &str, known: &Known<'_>) -> Name {
    if known.tools.contains(&name) || TOOLS.contains(&name) {
        return Name::Tool;
    }
    if name.contains(char::is_whitespace) {
        return Name::Nothing(format!("`{name}` contains a space: separate names with `|`"));
    }
    if let Some(rest) = name.strip_prefix("mcp__") {
        return mcp(rest, known);
    }
    let same = |other: &&str| other.eq_ignore_ascii_case(name);
    let begins_so = name.len() >= 3 && name.is_char_boundary(3);
    if begins_so && name[..3].eq_ignore_ascii_case("mcp") && !name.starts_with("mcp__") {
        let rest = name[3..].trim_matches('_');
        let rest = if rest.is_empty() { "" } else { rest };
        return Name::Nothing(format!(
            "`{name}` is no tool of an MCP server: their names begin with `mcp__{rest}`"
        ));
    }
    if let Some(tool) = known.tools.iter().copied().chain(TOOLS.iter().copied()).find(|o| same(o)) {
        return Name::Nothing(format!("no tool is called `{name}`: the name is `{tool}`"));
    }
    Name::Tool
}

fn mcp(rest: &str, known: &Known<'_>) -> Name {
    let server = rest.strip_suffix("__").unwrap_or(rest);
    let is = |other: &String| other == rest || other == server;
    if !known.servers.iter().any(is) && server.contains("__") {
        // The name of a tool, or of a tool and its server.
        return match known.servers.iter().find(|other| begins_alike(rest, other)) {
            Some(other) => Name::Nothing(format!(
                "no MCP server is called so in `mcp__{rest}`: the name is `{other}`"
            )),
            None => Name::Tool,
        };
    }
    if server.trim_matches('_').is_empty() {
        return Name::Prefix("mcp__".into());
    }
    let same = |other: &&String| other.eq_ignore_ascii_case(server) && *other != server;
    match known.servers.iter().find(same) {
        Some(other) if !known.servers.iter().any(is) => {
            Name::Nothing(format!("no MCP server is called `{server}`: the name is `{other}`"))
        }
        _ => Name::Prefix(format!("mcp__{server}__")),
    }
}

/// Returns whether the server in `server__tool` is this one, in another case.
fn begins_alike(rest: &str, other: &str) -> bool {
    let server = rest.get(..other.len()).zip(rest.get(other.len()..));
    server.is_some_and(|(server, after)| {
        after.starts_with("__") && server != other && server.eq_ignore_ascii_case(other)
    })
}
