//! Typed hooks: hooks by the type of their event.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use claude_sdk::hook::HookOutput;
use claude_sdk::hook::{
    self, Event, Hook, IntoOutput, PostToolUseInput, PreToolUseInput, PreToolUseOutput, Proceed,
};
use claude_sdk::limits::OnFailure;
use claude_sdk::types::{BashInput, DecodeError, HookEvent};
use claude_sdk::{Client, Context, Options, query};
use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};

use crate::cli::Cli;
use crate::stage::{Stage, everywhere, paused};

fn input(event: &str) -> Value {
    json!({
        "hook_event_name": event, "session_id": "s", "transcript_path": "/t", "cwd": "/",
        "tool_name": "Bash", "tool_input": { "command": "sudo ls" }, "tool_response": "out",
        "name": "tree", "prompt": "hi", "from_model": "a", "to_model": "b", "mcp_server_name": "lab",
        "message": "Your name?", "action": "accept", "task_id": "1", "task_subject": "milk",
        "command_name": "init", "error": "no", "source": "user_settings", "trigger": "manual",
    })
}

/// A CLI that calls the only hook of each event. The result contains the replies.
async fn calling(mut cli: Cli) {
    let request = cli.handshake().await;
    let prompt = cli.prompt().await;
    cli.init().await;
    let mut replies = json!({});
    for (event, hooks) in request["hooks"].as_object().unwrap() {
        let call = json!({
            "subtype": "hook_callback", "callback_id": hooks[0]["hookCallbackIds"][0],
            "tool_use_id": "toolu_1", "input": input(event),
        });
        let answer = cli.ask(event, call).await;
        replies[event] = answer.unwrap_or_else(|error| json!({ "error": error }));
    }
    cli.result(&[&prompt], &replies.to_string()).await;
    cli.finish().await;
}

async fn replies(set: impl FnOnce(Options) -> Options) -> Value {
    let (options, stage) = Stage::play(calling);
    let answer = query("x", set(options)).text().await.unwrap();
    stage.done().await;
    serde_json::from_str(&answer).unwrap()
}

async fn audit(done: PostToolUseInput, context: Context) -> HookOutput {
    assert!(context.client().is_some());
    HookOutput::new().system_message(format!(
        "{} said {}",
        done.tool_name,
        done.tool_response.unwrap().get()
    ))
}

#[test]
fn inputs_and_outputs_have_the_types_of_the_event() {
    everywhere(async || {
        let replies = replies(|options| {
            options
                .on(hook::PreToolUse::matching("Bash"), |call, _| async move {
                    let bash = call.input_as::<BashInput>()?;
                    let root = bash.command.starts_with("sudo");
                    Ok::<_, DecodeError>(root.then(|| PreToolUseOutput::deny("not as root")))
                })
                .on(hook::PostToolUse::any(), audit)
                .on(hook::UserPromptSubmit::any(), |prompt, _| async move {
                    assert_eq!(prompt.prompt.as_str(), "hi");
                    Proceed::default()
                })
                .on(hook::Stop::any(), async |_, _| {})
                .on(hook::WorktreeCreate::any(), |wanted, _| async move {
                    hook::WorktreeCreateOutput::new(format!("/trees/{}", wanted.name))
                })
        })
        .await;
        assert_eq!(
            replies,
            json!({
                "PreToolUse": { "hookSpecificOutput": {
                    "hookEventName": "PreToolUse", "permissionDecision": "deny",
                    "permissionDecisionReason": "not as root",
                } },
                "PostToolUse": { "systemMessage": "Bash said \"out\"" },
                "UserPromptSubmit": {},
                "Stop": {},
                "WorktreeCreate": { "hookSpecificOutput": {
                    "hookEventName": "WorktreeCreate", "worktreePath": "/trees/tree",
                } },
            })
        );
    });
}

struct Counter(Arc<AtomicUsize>);

impl Hook<hook::PreToolUse> for Counter {
    async fn call(&self, call: PreToolUseInput, _: Context) -> impl IntoOutput<hook::PreToolUse> {
        let number = self.0.fetch_add(1, Ordering::SeqCst);
        PreToolUseOutput::context(format!("{} {number}", call.tool_name))
    }
}

#[test]
fn a_hook_may_be_a_type() {
    everywhere(async || {
        let calls = Arc::new(AtomicUsize::new(7));
        let counter = Counter(Arc::clone(&calls));
        let replies = replies(|options| options.on_handler(hook::PreToolUse::any(), counter)).await;
        assert_eq!(replies["PreToolUse"]["hookSpecificOutput"]["additionalContext"], "Bash 7");
        assert_eq!(calls.load(Ordering::SeqCst), 8);
    });
}

/// Hooks of every event are registered with their settings.
#[test]
fn every_event_has_a_type_and_is_registered_with_its_matcher_and_timeout() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let hooks = cli.handshake().await["hooks"].take();
            for event in HookEvent::ALL {
                assert!(hooks[event.as_str()][0]["hookCallbackIds"][0].is_string(), "{event}");
            }
            assert_eq!(hooks["PreToolUse"][0]["matcher"], "Bash|Write");
            // Our deadline comes first, so that a guard can still deny.
            assert_eq!(hooks["PreToolUse"][0]["timeout"], 12.0);
            assert_eq!(hooks["PreToolUse"][0]["onFailure"], "block");
            assert_eq!(hooks["Stop"][0].get("onFailure"), None);
            assert_eq!(hooks["PreCompact"][0].get("onFailure"), None);
            cli.finish().await;
        });
        let bash = hook::PreToolUse::matching("Bash|Write").timeout(Duration::from_secs(7));
        let lenient = hook::PreCompact::any().on_failure(OnFailure::Continue);
        let mut options = options.on(bash, async |_, _| {}).on(lenient, async |_, _| {});
        macro_rules! others {
            ($($event:ident: $input:ident, $doc:literal;)*) => {$(
                assert_eq!(hook::$event::event(), HookEvent::$event);
                options = options.on(hook::$event::any(), async |_, _| {});
            )*};
        }
        claude_types::for_each_hook_event!(others);
        Client::connect(options).await.unwrap().close().await.unwrap();
        stage.done().await;
    });
}

/// The generic form can return an output for another event, which the CLI would ignore.
#[test]
fn an_output_for_another_event_is_a_failure() {
    everywhere(async || {
        fn wrong() -> HookOutput {
            hook::PostToolUseOutput::context("x").into()
        }
        let failed = replies(|options| {
            options
                .on(hook::PreToolUse::any(), async |_, _| wrong())
                .on(hook::Stop::any(), async |_, _| wrong())
        })
        .await;
        let decision = &failed["PreToolUse"]["hookSpecificOutput"]["permissionDecision"];
        assert_eq!(decision, "deny", "{failed}");
        assert!(failed["Stop"]["error"].as_str().unwrap().contains("PostToolUse"), "{failed}");
    });
}

#[test]
fn a_failed_guard_of_any_event_blocks() {
    everywhere(async || {
        macro_rules! failing {
            ($options:ident $($event:ident)*) => {
                $options$(.on(hook::$event::any(), async |_, _| Err::<(), _>("down")))*
            };
        }
        let replies = replies(|options| {
            failing!(options PreToolUse PermissionRequest PreModelSwitch UserPromptSubmit
                UserPromptExpansion PreCompact ConfigChange TaskCreated Elicitation
                ElicitationResult Stop SubagentStop TaskCompleted PostToolUse)
        })
        .await;
        let specific = |event: &str| replies[event]["hookSpecificOutput"].clone();
        for event in ["PreToolUse", "PreModelSwitch"] {
            assert_eq!(specific(event)["permissionDecision"], "deny", "{event}");
            assert_eq!(specific(event)["permissionDecisionReason"], "down", "{event}");
        }
        assert_eq!(specific("PermissionRequest")["decision"]["behavior"], "deny");
        for event in [
            "UserPromptSubmit",
            "UserPromptExpansion",
            "PreCompact",
            "ConfigChange",
            "TaskCreated",
            "Elicitation",
            "ElicitationResult",
        ] {
            assert_eq!(replies[event], json!({ "decision": "block", "reason": "down" }), "{event}");
        }
        // For these events a block would make the model continue, or the action has already
        // happened.
        for event in ["Stop", "SubagentStop", "TaskCompleted", "PostToolUse"] {
            assert_eq!(replies[event], json!({ "error": "down" }), "{event}");
        }
    });
}

#[test]
fn a_background_hook_does_not_delay_the_cli() {
    everywhere(async || {
        let (go, mut gone) = mpsc::unbounded_channel();
        let (begun, begins) = oneshot::channel();
        let begun = Arc::new(std::sync::Mutex::new(Some(begun)));
        let replies = replies(|options| {
            let matcher = hook::PostToolUse::any().timeout(Duration::from_secs(9)).in_background();
            options.on(matcher, move |_, context: Context| {
                let (go, begun) = (go.clone(), Arc::clone(&begun));
                async move {
                    let _ended = scopeguard(go);
                    if let Some(begun) = begun.lock().unwrap().take() {
                        let _ = begun.send(context);
                    }
                    std::future::pending::<()>().await;
                }
            })
        })
        .await;
        assert_eq!(replies["PostToolUse"], json!({ "async": true, "asyncTimeout": 9000 }));
        // The hook began, and it was dropped with the session.
        begins.await.unwrap().cancelled().await;
        gone.recv().await.unwrap();
    });
}

#[test]
fn a_background_hook_is_dropped_at_its_deadline() {
    paused(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            let call = json!({
                "subtype": "hook_callback", "tool_use_id": "t", "input": input("PostToolUse"),
                "callback_id": request["hooks"]["PostToolUse"][0]["hookCallbackIds"][0],
            });
            assert_eq!(cli.ask("q-1", call).await.unwrap()["async"], true);
            cli.finish().await;
        });
        let (go, mut gone) = mpsc::unbounded_channel();
        let matcher = hook::PostToolUse::any().timeout(Duration::from_secs(9)).in_background();
        let options = options.on(matcher, move |_, _| {
            let go = go.clone();
            async move {
                let _ended = scopeguard(go);
                std::future::pending::<()>().await;
            }
        });
        let client = Client::connect(options).await.unwrap();
        let began = tokio::time::Instant::now();
        gone.recv().await.unwrap();
        assert!(began.elapsed() >= Duration::from_secs(8), "{:?}", began.elapsed());
        client.close().await.unwrap();
        stage.done().await;
    });
}

/// Reports when it is dropped.
fn scopeguard(go: mpsc::UnboundedSender<()>) -> impl Send {
    struct Guard(mpsc::UnboundedSender<()>);
    impl Drop for Guard {
        fn drop(&mut self) {
            let _ = self.0.send(());
        }
    }
    Guard(go)
}
