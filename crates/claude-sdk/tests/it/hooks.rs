//! Hooks: they are registered, called, and can use the session that calls them.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use claude_sdk::hook::{HookEvent, HookInput, HookMatcher, HookOutput, deny, proceed};
use claude_sdk::limits::OnFailure;
use claude_sdk::transport::Signal;
use claude_sdk::{Client, Context, Options, query};
use serde_json::{Value, json};

use crate::cli::Cli;
use crate::stage::{Stage, everywhere};

fn call(callback: &Value) -> Value {
    json!({
        "subtype": "hook_callback", "callback_id": callback, "tool_use_id": "toolu_1",
        "input": {
            "hook_event_name": "PreToolUse", "session_id": "s", "cwd": "/", "tool_name": "Bash",
            "transcript_path": "/t.jsonl",
            "tool_input": { "command": "rm -rf /" }, "tool_use_id": "toolu_1",
        },
    })
}

/// The ID with which the first hook of an event is called.
fn callback(request: &Value, event: &str) -> Value {
    request["hooks"][event][0]["hookCallbackIds"][0].clone()
}

/// The CLI compares `mcp__lab` with whole names of tools, so it would never call the hook.
#[test]
fn a_pattern_that_names_a_server_is_registered_for_its_tools() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let tools = cli.handshake().await["hooks"]["PreToolUse"].take();
            let patterns: Vec<_> =
                tools.as_array().unwrap().iter().map(|tool| tool["matcher"].clone()).collect();
            assert_eq!(patterns, ["Edit", "^mcp__lab__"]);
            cli.finish().await;
        });
        let options = options.on_hook(any().matching("Edit|mcp__lab"), async |_, _| proceed());
        Client::connect(options).await.unwrap().close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_hook_that_can_never_be_called_is_refused() {
    for (event, pattern, why) in [
        (HookEvent::PreToolUse, "(", "a group is not closed"),
        (HookEvent::PostToolUse, "bash", "the name is `Bash`"),
        (HookEvent::PermissionRequest, "Bash(ls:*)", "use `Bash`"),
        (HookEvent::from("preToolUse"), "Bash", "the name is `PreToolUse`"),
        (HookEvent::from(" "), "Bash", "an empty name of an event"),
    ] {
        let matcher = HookMatcher::new(event).matching(pattern);
        let options = Options::default().on_hook(matcher, async |_, _| proceed());
        let error = options.validate().unwrap_err().to_string();
        assert!(error.contains(why), "{error}");
    }
}

/// A CLI that calls the hook of `PreToolUse` once. The result is the reply.
async fn calling(mut cli: Cli) {
    let request = cli.handshake().await;
    let prompt = cli.prompt().await;
    cli.init().await;
    let answer = cli.ask("q-1", call(&callback(&request, "PreToolUse"))).await;
    let answer = answer.unwrap_or_else(|error| json!({ "error": error }));
    cli.result(&[&prompt], &answer.to_string()).await;
    cli.finish().await;
}

/// The reply of the hook.
async fn reply(set: impl FnOnce(Options) -> Options) -> Value {
    let (options, stage) = Stage::play(calling);
    let answer = query("x", set(options)).text().await.unwrap();
    stage.done().await;
    serde_json::from_str(&answer).unwrap()
}

fn any() -> HookMatcher {
    HookMatcher::new(HookEvent::PreToolUse)
}

fn decision(answer: &Value) -> (&str, &str) {
    let specific = &answer["hookSpecificOutput"];
    assert_eq!(specific["hookEventName"], "PreToolUse", "{answer}");
    let text = |key: &str| specific[key].as_str().unwrap_or_else(|| panic!("{answer}"));
    (text("permissionDecision"), text("permissionDecisionReason"))
}

#[test]
fn hooks_are_registered_by_event_with_matcher_and_timeout() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let hooks = cli.handshake().await["hooks"].take();
            let tools = &hooks["PreToolUse"];
            assert_eq!(tools[0]["matcher"], "Bash|Write");
            assert_eq!(tools[1].get("matcher"), None);
            assert_ne!(tools[0]["hookCallbackIds"], tools[1]["hookCallbackIds"]);
            assert_ne!(tools[0]["timeout"], tools[1]["timeout"]);
            assert!(hooks["Stop"][0]["hookCallbackIds"][0].is_string());
            cli.finish().await;
        });
        let bash = any().matching("Bash|Write").timeout(Duration::from_secs(7));
        let options = options
            .on_hook(bash, async |_, _| proceed())
            .on_hook(any(), async |_, _| proceed())
            .on_hook(HookMatcher::new(HookEvent::Stop), async |_, _| proceed());
        Client::connect(options).await.unwrap().close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_hook_gets_its_input_and_returns_its_output() {
    everywhere(async || {
        assert_eq!(
            reply(|options| options.on_hook(any(), async |_, _| proceed())).await,
            json!({})
        );
        let answer = reply(|options| {
            options.on_hook(any(), |event, context: Context| async move {
                assert_eq!(context.tool_use_id().unwrap().as_str(), "toolu_1");
                assert_eq!(context.request_id().as_str(), "q-1");
                let HookInput::PreToolUse(call) = event else { panic!("{event:?}") };
                deny(format!("{}: {}", call.tool_name, call.tool_input.get()))
            })
        })
        .await;
        assert_eq!(decision(&answer), ("deny", r#"Bash: {"command":"rm -rf /"}"#));
    });
}

#[test]
fn a_failed_guard_denies() {
    everywhere(async || {
        let failed = reply(|options| {
            options.on_hook(any(), async |_, _| -> Result<HookOutput, String> {
                Err("the policy server is down".into())
            })
        })
        .await;
        assert_eq!(decision(&failed), ("deny", "the policy server is down"));
        let late = reply(|options| {
            options.on_hook(any(), async |_, _| -> HookOutput { panic!("on purpose") })
        })
        .await;
        assert_eq!(decision(&late).0, "deny");
        let early = reply(|options| {
            options
                .on_hook(any(), |_, _| -> std::future::Ready<HookOutput> { panic!("on purpose") })
        })
        .await;
        assert_eq!(decision(&early).0, "deny");
        let slow = reply(|options| {
            let soon = any().timeout(Duration::from_millis(20));
            options.on_hook(soon, async |_, _| std::future::pending::<HookOutput>().await)
        })
        .await;
        assert_eq!(decision(&slow).0, "deny");
    });
}

#[test]
fn a_failed_hook_that_does_not_guard_is_an_error() {
    everywhere(async || {
        let answer = reply(|options| {
            let watcher = any().on_failure(OnFailure::Continue);
            options.on_hook(watcher, async |_, _| -> Result<HookOutput, String> {
                Err("disk full".into())
            })
        })
        .await;
        assert_eq!(answer, json!({ "error": "disk full" }));
    });
}

/// The hook sends a request to the CLI before it replies to the request of the CLI.
#[test]
fn a_hook_may_use_the_session_that_calls_it() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let request = call(&callback(&request, "PreToolUse"));
            let question =
                json!({ "type": "control_request", "request_id": "q-1", "request": request });
            cli.send(question).await;
            let (id, request) = cli.request("set_model").await;
            assert_eq!(request["model"], "opus");
            cli.succeed(&id, json!({})).await;
            assert_eq!(cli.answered("q-1").await, Ok(json!({})));
            cli.result(&[&prompt], "done").await;
            cli.finish().await;
        });
        let seen = Arc::new(Mutex::new(None));
        let see = Arc::clone(&seen);
        let options = options.on_hook(any(), move |_, context: Context| {
            let see = Arc::clone(&see);
            async move {
                let client = context.client().ok_or("the session is gone")?;
                *see.lock().unwrap() = client.session_id().cloned();
                client.set_model("opus").await.map_err(|error| error.to_string())?;
                Ok::<_, String>(proceed())
            }
        });
        let client = Client::connect(options).await.unwrap();
        assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "done");
        assert_eq!(seen.lock().unwrap().as_ref(), client.session_id());
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// A callback holds its session weakly: otherwise the session would never end.
#[test]
fn a_session_with_hooks_ends_with_its_last_client() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.ask("q-1", call(&callback(&request, "PreToolUse"))).await.unwrap();
            cli.answer(&prompt, "done").await;
            cli.eof().await;
            assert_eq!(cli.signal().await, Some(Signal::Terminate));
        });
        let kept = Arc::new(Mutex::new(None));
        let keep = Arc::clone(&kept);
        let options = options.on_hook(any(), move |_, context: Context| {
            // The same if a callback keeps its context.
            *keep.lock().unwrap() = Some(context);
            async { proceed() }
        });
        let client = Client::connect(options).await.unwrap();
        assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "done");
        let context = kept.lock().unwrap().take().unwrap();
        assert!(context.client().is_some());
        drop(client);
        assert!(context.client().is_none());
        stage.done().await;
    });
}

#[test]
fn a_withdrawn_request_drops_the_callback() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            let request = call(&callback(&request, "PreToolUse"));
            let question =
                json!({ "type": "control_request", "request_id": "q-1", "request": request });
            cli.send(question).await;
            // The hook shows that it runs by changing the model.
            let (id, _) = cli.request("set_model").await;
            cli.succeed(&id, json!({})).await;
            cli.send(json!({ "type": "control_cancel_request", "request_id": "q-1" })).await;
            cli.result(&[&prompt], "done").await;
            cli.finish().await;
        });
        let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
        let options = options.on_hook(any(), move |_, context: Context| {
            let sender = sender.clone();
            async move {
                let watcher = context.clone();
                tokio::spawn(async move {
                    watcher.cancelled().await;
                    sender.send("cancelled").unwrap();
                });
                context.client().unwrap().set_model("opus").await.unwrap();
                std::future::pending::<HookOutput>().await
            }
        });
        let client = Client::connect(options).await.unwrap();
        assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "done");
        assert_eq!(receiver.recv().await, Some("cancelled"));
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn options_may_start_many_sessions_and_each_hook_gets_its_own_session() {
    everywhere(async || {
        let (options, stage) = Stage::play(calling);
        let options = options.on_hook(any(), |_, context: Context| async move {
            deny(context.client().unwrap().session_id().unwrap().as_str())
        });
        for _ in 0..2 {
            let client = Client::connect(options.clone()).await.unwrap();
            let answer = client.send("x").await.unwrap().text().await.unwrap();
            let answer: Value = serde_json::from_str(&answer).unwrap();
            assert_eq!(decision(&answer).1, client.session_id().unwrap().as_str());
            client.close().await.unwrap();
        }
        stage.done().await;
    });
}
