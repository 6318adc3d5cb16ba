//! Events of the mock, as the examples show them.

use claude_sdk::{Event, Events, Permission, PermissionRequest, query};

use super::stage::{echo, everywhere};

/// The events as lines, with the kind of the agent in front.
async fn lines(mut events: Events) -> Vec<String> {
    let (mut lines, mut agents) = (Vec::new(), Vec::new());
    while let Some(event) = events.next().await {
        let event = event.unwrap();
        let agent = event.parent().map(|id| agents.iter().position(|agent| agent == id).unwrap());
        let margin = agent.map(|agent| format!("{agent}: ")).unwrap_or_default();
        match event {
            Event::Text(text) if text.is_complete() => lines.push(format!("{margin}{text}.")),
            Event::Text(text) => lines.push(format!("{margin}{text}")),
            Event::ToolUse(tool) => {
                lines.push(format!("{margin}[{}] {}", tool.name(), tool.summary()));
                if agent.is_none() {
                    agents.push(tool.id().clone());
                }
            }
            Event::ToolResult(result) => lines.push(format!("{margin}-> {}", result.preview(80))),
            _ => {}
        }
    }
    lines
}

#[test]
fn deltas_and_calls_are_shown() {
    everywhere(async || {
        let options = echo()
            .include_partial_messages(true)
            .on_permission(|_: PermissionRequest, _| async { Permission::allow() });
        let shown = lines(query("use a tool", options).await.unwrap().into_events()).await;
        assert_eq!(shown, ["[Bash] echo hi | tee log", "-> hi", "The tool", " said: hi", "."]);
    });
}

#[test]
fn subagents_are_kept_separate() {
    everywhere(async || {
        let shown = lines(query("ask a subagent", echo()).await.unwrap().into_events()).await;
        let expected = [
            "[Agent] Explore: Look around.",
            "0: [Bash] ls",
            "0: -> a.txt",
            "-> There is one file.",
            "[Agent] Plan: Say what to do next.",
            "1: [Bash] ls",
            "1: -> a.txt",
            "-> Nothing is left to do.",
            "Both agents are done..",
        ];
        assert_eq!(shown, expected);
    });
}
