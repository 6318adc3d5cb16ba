//! Guards fail closed: if a callback panics, returns an error or never ends, the command does not
//! run.

use std::time::Duration;

use claude_sdk::hook::{HookEvent, HookMatcher, HookOutput, deny, proceed};
use claude_sdk::limits::OnFailure;
use claude_sdk::mcp::{NoArgs, Server};
use claude_sdk::{McpServers, Options, Permission, PermissionRequest, ToolName, query};
use claude_testkit::fake_api::Turn;
use serde_json::json;

use super::lab::{Lab, expect};

async fn lab() -> Option<Lab> {
    Lab::new([Turn::tool("Bash", json!({ "command": "touch trace" })), Turn::text("Done.")]).await
}

/// Runs a query to its result. Returns whether the command ran.
async fn ran(lab: &Lab, options: Options) -> bool {
    let result = expect(query("touch it", options).result().await);
    assert_eq!(result.text(), "Done.");
    lab.left_trace("trace")
}

fn guard() -> HookMatcher {
    HookMatcher::new(HookEvent::PreToolUse).matching("Bash")
}

#[tokio::test]
async fn a_permission_callback_that_panics_denies() {
    let Some(lab) = lab().await else { return };
    let options = lab.options().on_permission(|_: PermissionRequest, _| async {
        panic!("on purpose");
        #[expect(unreachable_code, reason = "tells the type")]
        Permission::allow()
    });
    assert!(!ran(&lab, options).await);
}

#[tokio::test]
async fn a_permission_callback_that_returns_an_error_denies() {
    let Some(lab) = lab().await else { return };
    let options = lab
        .options()
        .on_permission(|_: PermissionRequest, _| async { Err::<Permission, _>("no idea") });
    assert!(!ran(&lab, options).await);
}

#[tokio::test]
async fn a_hook_that_panics_denies() {
    let Some(lab) = lab().await else { return };
    let options = lab
        .options()
        .allow_tools(["Bash"])
        .on_hook(guard(), |_, _| async { panic!("on purpose") as HookOutput });
    assert!(!ran(&lab, options).await);
}

#[tokio::test]
async fn a_hook_that_returns_an_error_denies() {
    let Some(lab) = lab().await else { return };
    let options = lab
        .options()
        .allow_tools(["Bash"])
        .on_hook(guard(), |_, _| async { Err::<HookOutput, _>("no idea") });
    assert!(!ran(&lab, options).await);
}

#[tokio::test]
async fn a_hook_denies_at_its_deadline() {
    let Some(lab) = lab().await else { return };
    let options = lab
        .options()
        .allow_tools(["Bash"])
        .on_hook(guard().timeout(Duration::from_millis(300)), |_, _| async {
            std::future::pending::<HookOutput>().await
        });
    assert!(!ran(&lab, options).await);
}

#[tokio::test]
async fn a_failed_hook_that_continues_on_failure_lets_the_tool_run() {
    let Some(lab) = lab().await else { return };
    let matcher = guard().on_failure(OnFailure::Continue);
    let options = lab
        .options()
        .allow_tools(["Bash"])
        .on_hook(matcher, |_, _| async { Err::<HookOutput, _>("no idea") });
    assert!(ran(&lab, options).await);
}

/// A pattern that names a server is asked about its tools, as a rule is. The CLI itself compares such
/// a name with whole names of tools.
#[tokio::test]
async fn a_guard_for_a_server_is_asked_about_its_tools() {
    let tool = ToolName::mcp("lab", "touch");
    for pattern in ["mcp__lab", "mcp__lab__", "Edit|mcp__lab", "mcp__", "^mcp__(?=lab)", "Bash"] {
        let turns = [Turn::tool(tool.as_str(), json!({})), Turn::text("Done.")];
        let Some(lab) = Lab::new(turns).await else { return };
        let trace = lab.file("trace");
        let server = Server::builder("lab", "1.0.0")
            .tool("touch", "Creates a file.", move |_: NoArgs| {
                let written = std::fs::write(&trace, "").map_err(|error| error.to_string());
                async move { written }
            })
            .build();
        let options = lab
            .options()
            .mcp_servers(McpServers::new().server("lab", server))
            .allow_tools([ToolName::server("lab")])
            .on_hook(HookMatcher::new(HookEvent::PreToolUse).matching(pattern), |_, _| async {
                deny("guarded")
            });
        // Positive control: a guard for another tool is not asked.
        assert_eq!(ran(&lab, options).await, pattern == "Bash", "{pattern}");
    }
}

/// Positive control: without a failure the same command runs.
#[tokio::test]
async fn a_hook_without_a_decision_lets_the_tool_run() {
    let Some(lab) = lab().await else { return };
    let options = lab.options().allow_tools(["Bash"]).on_hook(guard(), |_, _| async { proceed() });
    assert!(ran(&lab, options).await);
}

#[tokio::test]
async fn without_a_permission_callback_the_tool_does_not_run() {
    let Some(lab) = lab().await else { return };
    let options = lab.options();
    assert!(!ran(&lab, options).await);
}
