//! State: the state follows what the real CLI does: tools, questions, agents.

use std::time::Duration;

use claude_sdk::types::{AgentDefinition, TaskStatus, TaskType};
use claude_sdk::{Client, Message, Options, Permission, PermissionRequest, State, SystemMessage};
use claude_testkit::fake_api::Turn;
use serde_json::json;
use tokio::time::timeout;

use super::lab::{Lab, expect};

const MOMENT: Duration = Duration::from_millis(300);
const HANG: Duration = Duration::from_secs(60);

/// The states from now on, up to the first idle one.
async fn states(mut state: claude_sdk::status::StateWatch) -> Vec<String> {
    let mut seen = Vec::new();
    loop {
        let now = expect(state.changed().await);
        seen.push(now.to_string());
        if now.is_idle() {
            return seen;
        }
    }
}

fn in_order(all: &[String], expected: &[&str]) -> bool {
    let mut all = all.iter();
    expected.iter().all(|wanted| all.any(|one| one == wanted))
}

#[tokio::test]
async fn the_state_follows_a_turn_with_a_tool_and_a_question() {
    let tool = Turn::tool("Bash", json!({ "command": "sleep 1; touch trace" }));
    let turns = [tool.initial_delay(MOMENT), Turn::text("Done.").initial_delay(MOMENT)];
    let Some(lab) = Lab::new(turns).await else { return };
    let options = lab.options().on_permission(|_: PermissionRequest, _| async {
        tokio::time::sleep(MOMENT).await;
        Permission::allow()
    });
    let client = expect(Client::connect(options).await);
    assert!(client.state().get().is_idle());
    let (watch, mut messages) = (client.state(), expect(client.messages()));
    let seen = tokio::spawn(states(watch));
    assert_eq!(expect(expect(client.send("go").await).text().await), "Done.");
    let seen = timeout(HANG, seen).await.expect("it never became idle").unwrap();
    let question = "an answer about the tool `Bash`";
    let expected = ["the model", question, "the tool `Bash`", "the model", "nothing"];
    assert!(in_order(&seen, &expected), "{seen:?}");
    assert!(lab.left_trace("trace"));
    expect(client.close().await);
    while let Some(message) = messages.next().await {
        let message = expect(message);
        let is_frame = matches!(message, Message::System(SystemMessage::SessionStateChanged(_)));
        assert!(!is_frame, "nobody asked to see it: {message:?}");
    }
}

/// A background subagent that takes this time.
fn background(takes: Duration) -> [Turn; 5] {
    let input = json!({
        "description": "work on", "prompt": "Look around.",
        "subagent_type": "helper", "run_in_background": true,
    });
    [
        Turn::tool("Bash", json!({ "command": "touch trace" }))
            .when("HELPERPROMPT")
            .initial_delay(takes),
        Turn::text("It is done.").when("HELPERPROMPT"),
        Turn::tool("Agent", input),
        Turn::text("Launched."),
        Turn::text("The agent is done."),
    ]
}

fn with_helper(options: Options) -> Options {
    let helper = AgentDefinition::new("helps", "You are HELPERPROMPT.").tools(vec!["Bash".into()]);
    options.allow_tools(["Agent", "Task", "Bash"]).agents([("helper", helper)])
}

#[tokio::test]
async fn idle_waits_for_a_background_agent() {
    let Some(lab) = Lab::new(background(Duration::from_secs(2))).await else { return };
    let client = expect(Client::connect(with_helper(lab.options())).await);
    let turn = expect(client.send("go").await);
    assert_eq!(expect(turn.text().await), "Launched.");
    let state = client.state().get();
    assert!(matches!(state, State::Background { agents: 1, .. }), "{state:?}");
    let live = client.tasks().get();
    let task = live.live().next().expect("the agent is no task");
    assert_eq!((&task.kind, &*task.description), (&Some(TaskType::LocalAgent), "work on"));
    let id = task.id.clone();
    assert!(!lab.left_trace("trace"));
    expect(client.idle().within(HANG).await);
    assert!(lab.left_trace("trace"), "it was waited for");
    let tree = client.tasks().get();
    let task = tree.find(&id).expect("it is forgotten");
    assert_eq!((&task.status, task.is_live()), (&TaskStatus::Completed, false));
    assert!(task.usage.as_ref().and_then(|usage| usage.tool_uses) >= Some(1), "{task:?}");
    // The end of the agent causes one more turn.
    assert!(lab.api.requests().len() >= 5);
    expect(client.close().await);
}

#[tokio::test]
async fn a_stopped_agent_has_ended() {
    let Some(lab) = Lab::new(background(Duration::from_secs(600))).await else { return };
    let client = expect(Client::connect(with_helper(lab.options())).await);
    expect(expect(client.send("go").await).text().await);
    let tasks = client.tasks();
    let id = tasks.get().live().next().expect("the agent is no task").id.clone();
    expect(tasks.stop(&id).await);
    let ended = expect(tasks.join().only([id]).within(HANG).await);
    assert!(matches!(ended[0].status, TaskStatus::Killed | TaskStatus::Stopped), "{ended:?}");
    expect(client.idle().within(HANG).await);
    expect(client.close().await);
}
