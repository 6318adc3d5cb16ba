//! What must never be shown: prompts, settings, values of variables.

use std::collections::BTreeMap;

use claude_types::{HookEvent, McpHttpServer, McpServerConfig, McpStdioServer, SandboxSettings};

use crate::callbacks::{Context, Permission};
use crate::hook::{HookMatcher, proceed};
use crate::mcp_servers::McpServers;
use crate::options::{Options, SystemPrompt};
use crate::prompt::Prompt;

const SECRET: &str = "sk-ant-secret";

/// Servers that hold it wherever a server can: in a command, an argument, a variable, an address
/// and a header.
fn servers() -> McpServers {
    let map = || BTreeMap::from([(SECRET.to_owned(), SECRET.to_owned())]);
    let files = McpStdioServer::new(SECRET).args(vec![SECRET.into()]).env(map());
    let web = McpHttpServer::new(format!("https://{SECRET}.example.com")).headers(map());
    McpServers::new()
        .external("files", files.into())
        .external("web", web.into())
        .external("old", McpServerConfig::sse(SECRET))
}

fn options() -> Options {
    Options::default()
        .mcp_servers(servers())
        .env("ANTHROPIC_API_KEY", SECRET)
        .settings(format!(r#"{{"apiKeyHelper":"{SECRET}"}}"#))
        .sandbox(SandboxSettings::new().excluded_commands(vec![SECRET.into()]))
        .system_prompt(SECRET)
        .extra_arg("token", SECRET)
        .on_permission(|_, _| async { Permission::deny(SECRET) })
        .on_hook(HookMatcher::new(HookEvent::Stop), |_, _: Context| async { proceed() })
}

#[test]
fn options_do_not_show_them() {
    let shown = format!("{:#?}", options());
    assert!(!shown.contains(SECRET), "{shown}");
    // And yet they show what helps.
    assert!(shown.contains("ANTHROPIC_API_KEY") && shown.contains("Stop"), "{shown}");
}

#[test]
fn nor_do_mcp_servers() {
    assert_eq!(format!("{:?}", servers()), r#"{"files", "old", "web"}"#);
    assert!(format!("{:?}", options()).contains(r#"mcp: {"files", "old", "web"}"#));
}

#[test]
fn nor_do_prompts() {
    for prompt in [
        SystemPrompt::Text(SECRET.into()),
        SystemPrompt::Append(SECRET.into()),
        SystemPrompt::File(SECRET.into()),
    ] {
        assert!(!format!("{prompt:?}").contains(SECRET));
    }
    assert!(!format!("{:?}", Prompt::from(SECRET)).contains(SECRET));
    let shown = format!("{:?}", crate::query(SECRET, options()));
    assert!(!shown.contains(SECRET), "{shown}");
}

#[test]
fn nor_do_complaints_about_options() {
    let nul = format!("{SECRET}\0");
    let complaint = Options::default().env("TOKEN", nul).validate().unwrap_err();
    for shown in [
        complaint.to_string(),
        format!("{complaint:?}"),
        serde_json::to_string(&complaint).unwrap(),
    ] {
        assert!(shown.contains("TOKEN") && !shown.contains(SECRET), "{shown}");
    }
}
