//! Sessions of the mock: resumed, continued and forked ones, and calls that a hook has deferred.

use std::sync::{Arc, Mutex};

use claude_sdk::hook::{HookEvent, HookMatcher, HookOutput};
use claude_sdk::types::Message;
use claude_sdk::{Client, Error, Options, Permission, PermissionRequest, query};
use claude_testkit::connector;
use serde_json::{Value, json};
use tokio::sync::Notify;

/// A call, and what follows it.
const CALL: &str =
    r#"expect user; tool Bash {"command": "mkdir a"} => "made"; text "Done."; result"#;

/// The calls that callbacks were asked about. They wait until somebody reads the messages.
#[derive(Clone, Default)]
struct Asked {
    ids: Arc<Mutex<Vec<String>>>,
    reader: Arc<Notify>,
}

impl Asked {
    fn ids(&self) -> Vec<String> {
        self.ids.lock().unwrap().clone()
    }

    async fn ask(self, id: String) {
        self.ids.lock().unwrap().push(id);
        self.reader.notified().await;
        self.reader.notify_one();
    }
}

/// Answers calls with this decision.
fn deciding(options: Options, decision: &'static str) -> (Options, Asked) {
    let asked = Asked::default();
    let asking = asked.clone();
    let options = options.on_hook(HookMatcher::new(HookEvent::PreToolUse), move |input, _| {
        let input: Value = serde_json::to_value(&input).unwrap();
        let call = asking.clone().ask(input["tool_use_id"].as_str().unwrap().to_owned());
        async move {
            call.await;
            let specific = json!({
                "hookEventName": "PreToolUse",
                "permissionDecision": decision,
                "permissionDecisionReason": "as the test wants",
            });
            serde_json::from_value::<HookOutput>(json!({ "hookSpecificOutput": specific })).unwrap()
        }
    });
    (options, asked)
}

/// Runs a query with callbacks that do not wait.
async fn run((options, asked): (Options, Asked)) -> (Value, Vec<String>) {
    asked.reader.notify_one();
    let result = query("go", options).result().await.unwrap();
    (serde_json::to_value(&result).unwrap(), asked.ids())
}

/// Parks a call. Returns the ID of its session and its own.
async fn parked() -> (String, String) {
    let (result, ids) = run(deciding(Options::default().connector(connector(CALL)), "defer")).await;
    assert_eq!(result["stop_reason"], "tool_deferred");
    assert_eq!(result["terminal_reason"], "tool_deferred");
    assert_eq!(
        result["deferred_tool_use"],
        json!({"id": ids[0], "name": "Bash", "input": {"command": "mkdir a"}})
    );
    (result["session_id"].as_str().unwrap().to_owned(), ids[0].clone())
}

/// Resumes a session without a prompt, and returns the messages up to the result.
async fn replay((options, asked): (Options, Asked)) -> (Vec<Value>, Vec<String>) {
    let client = Client::connect(options).await.unwrap();
    let mut messages = client.messages().unwrap();
    asked.reader.notify_one();
    let mut seen = Vec::new();
    while let Some(message) = messages.next().await {
        let message = message.unwrap();
        let is_result = matches!(message, Message::Result(_));
        seen.push(serde_json::to_value(&message).unwrap());
        if is_result {
            break;
        }
    }
    client.close().await.unwrap();
    (seen, asked.ids())
}

fn resumed(session: &str) -> Options {
    Options::default().connector(connector(CALL)).resume(session)
}

#[tokio::test]
async fn a_deferred_call_is_asked_about_again_when_its_session_is_resumed() {
    let (session, call) = parked().await;
    let (seen, ids) = replay(deciding(resumed(&session), "defer")).await;
    let last = seen.last().unwrap();
    assert_eq!(
        (&last["stop_reason"], last.get("terminal_reason")),
        (&"tool_deferred".into(), None)
    );
    assert_eq!(ids, std::slice::from_ref(&call));
    let (seen, ids) = replay(deciding(resumed(&session), "allow")).await;
    assert_eq!(ids, std::slice::from_ref(&call));
    let result = seen.iter().find(|message| message["type"] == "user").unwrap();
    let result = &result["message"]["content"][0];
    assert_eq!(
        (&result["tool_use_id"], &result["content"]),
        (&call.clone().into(), &"made".into())
    );
    assert_eq!(seen.last().unwrap()["result"], "Done.");
    // The call has run, so it is not parked any more.
    let (_, ids) = run(deciding(resumed(&session), "allow")).await;
    assert!(ids.len() == 1 && ids[0] != call, "only the call of the prompt");
}

#[tokio::test]
async fn a_deferred_call_can_be_denied_later() {
    let (session, _) = parked().await;
    let (seen, _) = replay(deciding(resumed(&session), "deny")).await;
    let result = seen.iter().find(|message| message["type"] == "user").unwrap();
    assert_eq!(result["message"]["content"][0]["is_error"], true);
    let last = seen.last().unwrap();
    let denials = last["permission_denials"].as_array().unwrap().len();
    assert_eq!((&last["result"], denials), (&"Done.".into(), 1));
}

#[tokio::test]
async fn without_a_hook_the_permission_callback_decides_about_a_deferred_call() {
    let (session, call) = parked().await;
    let asked = Asked::default();
    let asking = asked.clone();
    let options = resumed(&session).on_permission(move |request: PermissionRequest, _| {
        let id = request.tool_use_id.as_ref().unwrap().to_string();
        let call = asking.clone().ask(id);
        async {
            call.await;
            Permission::allow()
        }
    });
    let (seen, ids) = replay((options, asked)).await;
    assert_eq!((ids, &seen.last().unwrap()["result"]), (vec![call], &"Done.".into()));
}

#[tokio::test]
async fn a_prompt_after_a_deferred_call_drops_it() {
    let (options, asked) = deciding(Options::default().connector(connector(CALL)), "defer");
    asked.reader.notify_one();
    let client = Client::connect(options).await.unwrap();
    client.send("go").await.unwrap().result().await.unwrap();
    let session = client.send("go on").await.unwrap().result().await.unwrap().session_id.unwrap();
    client.close().await.unwrap();
    let (_, ids) = run(deciding(resumed(session.as_str()), "allow")).await;
    assert!(ids.len() == 1 && ids != asked.ids(), "only the call of the prompt");
}

#[tokio::test]
async fn an_unknown_session_cannot_be_resumed() {
    let unknown = "11111111-1111-4111-8111-999999999999";
    let error = query("go", resumed(unknown)).result().await.unwrap_err();
    let text = format!("{:?}", claude_sdk::Report::from(error));
    assert!(text.contains("No conversation found with session ID"), "{text}");
    let known = format!("session {unknown}; {CALL}");
    let options = Options::default().connector(connector(&known)).resume(unknown);
    let result = query("go", options.clone()).result().await.unwrap();
    assert_eq!(result.session_id.unwrap().as_str(), unknown);
    let forked = query("go", options.fork_session(true)).result().await.unwrap();
    assert_ne!(forked.session_id.unwrap().as_str(), unknown);
}

#[tokio::test]
async fn the_id_of_a_session_cannot_be_used_twice() {
    let options = Options::default().connector(connector(CALL));
    let id = query("go", options.clone()).result().await.unwrap().session_id.unwrap();
    let error = query("go", options.clone().session_id(id.as_str())).result().await.unwrap_err();
    let Error::Exited { stderr, .. } = &error else { panic!("{error:?}") };
    assert!(stderr.contains("is already in use"), "{stderr}");
    let continued = query("go", options.continue_latest(true)).result().await.unwrap();
    assert_eq!(continued.session_id, Some(id));
}
