//! Permissions: each way to allow or deny, and each way to fail.

use std::sync::atomic::{AtomicUsize, Ordering};

use claude_sdk::callbacks::IntoPermission;
use claude_sdk::types::PermissionUpdate;
use claude_sdk::{
    Client, Context, Options, Permission, PermissionHandler, PermissionMode, PermissionRequest,
    query,
};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere};

fn question(input: Value) -> Value {
    json!({
        "subtype": "can_use_tool", "tool_name": "Bash", "tool_use_id": "toolu_1", "input": input,
        "permission_suggestions": [{
            "type": "setMode", "mode": "acceptEdits", "destination": "session",
        }],
    })
}

/// A CLI that sends one request. The result is the reply.
async fn asking(mut cli: Cli) {
    cli.handshake().await;
    let prompt = cli.prompt().await;
    cli.init().await;
    let answer = cli.ask("q-1", question(json!({ "command": "ls" }))).await;
    let answer = answer.unwrap_or_else(|error| panic!("a guard must not answer with {error}"));
    cli.result(&[&prompt], &answer.to_string()).await;
    cli.finish().await;
}

/// The reply to the request.
async fn reply(set: impl FnOnce(Options) -> Options) -> Value {
    let (options, stage) = Stage::play(asking);
    let answer = query("x", set(options)).text().await.unwrap();
    let args = stage.args();
    let at = args.iter().position(|arg| arg == "--permission-prompt-tool").unwrap();
    assert_eq!(args[at + 1], "stdio");
    stage.done().await;
    serde_json::from_str(&answer).unwrap()
}

#[test]
fn a_closure_allows_or_denies() {
    everywhere(async || {
        let allowed =
            reply(|options| options.on_permission(async |_, _| Permission::allow())).await;
        // The input is always included: some CLIs fail without it.
        let expected = json!({ "behavior": "allow", "updatedInput": { "command": "ls" } });
        assert_eq!(allowed, expected);

        let denied = reply(|options| {
            options.on_permission(|ask, _| async move {
                Permission::deny(format!("no {} {}", ask.tool_name, ask.input.get()))
            })
        })
        .await;
        let expected = json!({ "behavior": "deny", "message": r#"no Bash {"command":"ls"}"# });
        assert_eq!(denied, expected);
    });
}

#[test]
fn an_allow_may_change_the_input_and_the_rules() {
    everywhere(async || {
        let changed = reply(|options| {
            options.on_permission(|ask: PermissionRequest, _| async move {
                let mut input: Value = ask.input.parse().unwrap();
                input["command"] = "ls -l".into();
                let rules: Vec<PermissionUpdate> = ask.permission_suggestions.unwrap();
                Permission::allow_updating(input, rules)
            })
        })
        .await;
        assert_eq!(changed["behavior"], "allow");
        assert_eq!(changed["updatedInput"], json!({ "command": "ls -l" }));
        assert_eq!(changed["updatedPermissions"][0]["mode"], "acceptEdits");
    });
}

#[test]
fn a_denial_may_interrupt_the_turn() {
    everywhere(async || {
        let answer = reply(|options| {
            options.on_permission(async |_, _| Permission::deny_and_interrupt("stop"))
        })
        .await;
        let expected = json!({ "behavior": "deny", "message": "stop", "interrupt": true });
        assert_eq!(answer, expected);
    });
}

#[test]
fn updates_may_keep_the_input_of_the_model() {
    everywhere(async || {
        let answer = reply(|options| {
            options.on_permission(|request, _| async move {
                Permission::allow_updating(&request.input, [PermissionUpdate::allow(["Bash"])])
            })
        })
        .await;
        assert_eq!(answer["behavior"], "allow");
        assert_eq!(answer["updatedInput"], json!({ "command": "ls" }));
        assert_eq!(answer["updatedPermissions"][0]["rules"][0]["toolName"], "Bash");
    });
}

#[test]
fn an_unserializable_input_with_updates_denies() {
    everywhere(async || {
        let answer = reply(|options| {
            options.on_permission(async |_, _| {
                // JSON objects have strings as keys.
                Permission::allow_updating(std::collections::BTreeMap::from([((1, 2), 3)]), [])
            })
        })
        .await;
        assert_eq!(answer["behavior"], "deny");
    });
}

#[test]
fn an_error_denies_with_its_text() {
    everywhere(async || {
        let answer = reply(|options| {
            options.on_permission(async |_, _| -> Result<Permission, String> {
                Err("the policy server is down".into())
            })
        })
        .await;
        let expected = json!({ "behavior": "deny", "message": "the policy server is down" });
        assert_eq!(answer, expected);
    });
}

#[test]
fn an_unserializable_input_denies() {
    everywhere(async || {
        let answer = reply(|options| {
            options.on_permission(async |_, _| {
                // Keys of JSON objects must be strings.
                Permission::allow_with(std::collections::BTreeMap::from([(vec![1], 1)]))
            })
        })
        .await;
        assert_eq!(answer["behavior"], "deny");
        let message = answer["message"].as_str().unwrap();
        assert!(message.starts_with("failed to serialize the changed input"), "{message}");
    });
}

#[test]
fn a_panic_denies() {
    everywhere(async || {
        let late = reply(|options| {
            options.on_permission(async |_, _| -> Permission { panic!("on purpose") })
        });
        assert_eq!(late.await["behavior"], "deny");
        let early = reply(|options| {
            options.on_permission(|_, _| -> std::future::Ready<Permission> { panic!("on purpose") })
        });
        assert_eq!(early.await["behavior"], "deny");
    });
}

/// Leaves every request to another party. Reports the request and its withdrawal.
struct Outside {
    asked: mpsc::UnboundedSender<Context>,
}

impl PermissionHandler for Outside {
    async fn decide(&self, _: PermissionRequest, context: Context) -> impl IntoPermission {
        self.asked.send(context).unwrap();
        Permission::answered_externally()
    }
}

#[test]
fn an_externally_answered_request_gets_no_reply() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let request = question(json!({ "command": "ls" }));
            cli.send(json!({ "type": "control_request", "request_id": "q-1", "request": request }))
                .await;
            // The next line is not a reply.
            let (id, _) = cli.request("set_model").await;
            cli.send(json!({ "type": "control_cancel_request", "request_id": "q-1" })).await;
            cli.succeed(&id, json!({})).await;
            let (id, _) = cli.request("set_permission_mode").await;
            cli.succeed(&id, json!({})).await;
            cli.finish().await;
        });
        let (asked, mut questions) = mpsc::unbounded_channel();
        let options = options.on_permission_handler(Outside { asked });
        let client = Client::connect(options).await.unwrap();
        let context = questions.recv().await.unwrap();
        assert_eq!(context.request_id().as_str(), "q-1");
        client.set_model("opus").await.unwrap();
        context.cancelled().await;
        client.set_permission_mode(PermissionMode::Plan).await.unwrap();
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn the_end_of_a_session_does_not_wait_for_an_external_answer() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let request = question(json!({}));
            cli.send(json!({ "type": "control_request", "request_id": "q-1", "request": request }))
                .await;
            cli.finish().await;
        });
        let (asked, mut questions) = mpsc::unbounded_channel();
        let options = options.on_permission_handler(Outside { asked });
        let client = Client::connect(options).await.unwrap();
        let context = questions.recv().await.unwrap();
        client.close().await.unwrap();
        context.cancelled().await;
        stage.done().await;
    });
}

struct EverySecond {
    asked: AtomicUsize,
}

impl PermissionHandler for EverySecond {
    async fn decide(&self, request: PermissionRequest, context: Context) -> impl IntoPermission {
        assert_eq!(context.request_id().as_str(), format!("q-{}", self.asked()));
        assert_eq!(context.tool_use_id(), request.tool_use_id.as_ref());
        let number = self.asked.fetch_add(1, Ordering::SeqCst);
        if number % 2 == 1 { Permission::allow() } else { Permission::deny("not yet") }
    }
}

impl EverySecond {
    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

#[test]
fn a_handler_type_keeps_its_state() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let mut behaviors = Vec::new();
            for number in 0..4 {
                let id = format!("q-{number}");
                let answer = cli.ask(&id, question(json!({}))).await.unwrap();
                behaviors.push(answer["behavior"].as_str().unwrap().to_owned());
            }
            cli.result(&[&prompt], &behaviors.join(" ")).await;
            cli.finish().await;
        });
        let options = options.on_permission_handler(EverySecond { asked: AtomicUsize::new(0) });
        let client = Client::connect(options).await.unwrap();
        let text = client.send("x").await.unwrap().text().await.unwrap();
        assert_eq!(text, "deny allow deny allow");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn the_last_handler_replaces_earlier_ones() {
    everywhere(async || {
        let answer = reply(|options| {
            options
                .on_permission(async |_, _| Permission::allow())
                .on_permission(async |_, _| Permission::deny("the second"))
        })
        .await;
        assert_eq!(answer["message"], "the second");
    });
}

/// stdin stays open as long as the CLI may send requests.
#[test]
fn stdin_stays_open_until_the_run_is_over() {
    everywhere(async || {
        let (options, stage) = Stage::play(asking);
        let options = options.on_permission(async |_, _| {
            tokio::task::yield_now().await;
            Permission::allow()
        });
        let run = query("x", options).await.unwrap();
        assert!(!run.run_to_end().await.unwrap().is_failure());
        stage.done().await;
    });
}

/// A callback can be tested without a session.
#[test]
fn decisions_can_be_read_and_compared() {
    use claude_sdk::types::{PermissionMode, PermissionResult, PermissionUpdate};
    use claude_sdk::{Context, PermissionRequest};

    let mut ask = PermissionRequest::new("Bash", json!({ "command": "ls" }));
    ask.permission_suggestions = Some(vec![
        PermissionUpdate::mode(PermissionMode::AcceptEdits),
        PermissionUpdate::allow(["Bash"]),
        PermissionUpdate::deny(["Write"]),
        PermissionUpdate::add_directories(["/srv"]),
        PermissionUpdate::remove(claude_sdk::types::PermissionBehavior::Deny, ["Write"]),
        serde_json::from_value(json!({ "type": "from_the_future" })).unwrap(),
    ]);
    let narrow = [PermissionUpdate::allow(["Bash"]), PermissionUpdate::add_directories(["/srv"])];
    assert_eq!(ask.suggested_rules(), narrow);
    let always = Permission::allow_updating(&ask.input, ask.suggested_rules());
    assert!(always.is_allowed());
    let Some(PermissionResult::Allow(allow)) = always.result() else { panic!("{always:?}") };
    assert_eq!(allow.updated_permissions.as_deref(), Some(&narrow[..]));
    assert_eq!(always, Permission::allow_updating(json!({ "command": "ls" }), narrow));
    assert_ne!(always, Permission::allow());
    assert_eq!(Permission::deny("no"), Permission::deny("no"));
    assert_ne!(Permission::deny("no"), Permission::deny_and_interrupt("no"));
    assert_eq!(Permission::answered_externally().result(), None);
    assert!(Context::detached().client().is_none());
}
