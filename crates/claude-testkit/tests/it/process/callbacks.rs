//! Callbacks: requests of the CLI and the replies of the host. Every tool call ends as decided.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use claude_sdk::hook::{HookEvent, HookMatcher, HookOutput, deny, proceed};
use claude_sdk::types::PreToolUseOutput;
use claude_sdk::{Client, Options, Permission, PermissionRequest, Raw, query};
use serde_json::{Value, json};

use super::stage::{everywhere, options, story};

/// The number of tool calls in one turn.
const MANY: usize = 200;

/// A turn of many tool calls with different inputs.
fn many_tools() -> String {
    let tools: String = (0..MANY).map(|n| format!("tool Bash {{\"n\":{n}}}; ")).collect();
    format!("expect user; {tools} text \"done\"; result")
}

/// The number in the input of a tool call.
fn number(input: Option<&Raw>) -> usize {
    let input: Value = input.unwrap().parse().unwrap();
    input["n"].as_u64().unwrap().try_into().unwrap()
}

/// The items of a turn in which every third call is denied and every fifth is changed.
fn decided(refusal: impl Fn(usize) -> String) -> Vec<String> {
    let mut expected = Vec::new();
    for n in 0..MANY {
        expected.push(format!("use Bash {{\"n\":{n}}}"));
        expected.push(match decision(n) {
            Decision::Deny => format!("output {}", refusal(n)),
            Decision::Change => format!("output ran Bash with {{\"changed\":{n}}}"),
            Decision::Allow => format!("output ran Bash with {{\"n\":{n}}}"),
        });
    }
    expected.extend(["say done".to_owned(), "result done".to_owned()]);
    expected
}

#[derive(Clone, Copy)]
enum Decision {
    Deny,
    Change,
    Allow,
}

fn decision(n: usize) -> Decision {
    match n {
        n if n % 3 == 0 => Decision::Deny,
        n if n % 5 == 0 => Decision::Change,
        _ => Decision::Allow,
    }
}

/// A hook that decides. It leaves what it does not deny or change to rules and to the permission
/// callback.
fn deciding(options: Options) -> Options {
    options.on_hook(
        HookMatcher::new(HookEvent::PreToolUse).matching("Bash"),
        |call, _| async move {
            let n = number(call.tool_input());
            match decision(n) {
                Decision::Deny => deny(format!("no {n}")),
                Decision::Change => {
                    HookOutput::from(PreToolUseOutput::allow_with(json!({ "changed": n })))
                }
                Decision::Allow => proceed(),
            }
        },
    )
}

async fn assert_story(options: Options, expected: &[String]) {
    let mut run = query("go", options.clone()).await.unwrap();
    assert_eq!(story(&mut run).await, expected);
    let client = Client::connect(options).await.unwrap();
    let mut turn = client.send("go").await.unwrap();
    assert_eq!(story(&mut turn).await, expected);
    client.close().await.unwrap();
}

#[test]
fn many_permissions_in_one_turn_are_answered() {
    let expected = decided(|n| format!("no {n}"));
    everywhere(async || {
        let options =
            options(&many_tools()).on_permission(|ask: PermissionRequest, _| async move {
                let n = number(Some(&ask.input));
                match decision(n) {
                    Decision::Deny => Permission::deny(format!("no {n}")),
                    Decision::Change => Permission::allow_with(json!({ "changed": n })),
                    Decision::Allow => Permission::allow(),
                }
            });
        assert_story(options, &expected).await;
    });
}

#[test]
fn many_hooks_in_one_turn_are_answered() {
    let expected = decided(|n| format!("PreToolUse:Bash hook error: no {n}"));
    everywhere(async || {
        let options = deciding(options(&many_tools()).allow_tools(["Bash"]));
        assert_story(options, &expected).await;
    });
}

#[test]
fn hooks_run_before_permissions_and_again_after_the_tool() {
    let expected = decided(|n| format!("PreToolUse:Bash hook error: no {n}"));
    everywhere(async || {
        let asked: Arc<Mutex<Vec<usize>>> = Arc::default();
        let after = Arc::new(AtomicUsize::new(0));
        let (ask, count) = (Arc::clone(&asked), Arc::clone(&after));
        let options = deciding(options(&many_tools()))
            .on_hook(HookMatcher::new(HookEvent::PostToolUse), move |_, _| {
                count.fetch_add(1, Ordering::Relaxed);
                async { proceed() }
            })
            .on_permission(move |request: PermissionRequest, _| {
                ask.lock().unwrap().push(number(Some(&request.input)));
                async { Permission::allow() }
            });
        let mut run = query("go", options).await.unwrap();
        assert_eq!(story(&mut run).await, expected);
        let open = (0..MANY).filter(|n| matches!(decision(*n), Decision::Allow));
        assert_eq!(*asked.lock().unwrap(), open.collect::<Vec<_>>());
        let ran = (0..MANY).filter(|n| !matches!(decision(*n), Decision::Deny)).count();
        assert_eq!(after.load(Ordering::Relaxed), ran);
    });
}

#[test]
fn a_denial_may_interrupt_the_turn_and_the_next_one_works() {
    everywhere(async || {
        let steps = r#"expect user; tool Bash {"n":1}; text "never"; result
            expect user; text "next"; result"#;
        let options = options(steps).on_permission(|_: PermissionRequest, _| async {
            Permission::deny_and_interrupt("stop it")
        });
        let client = Client::connect(options).await.unwrap();
        let mut turn = client.send("go").await.unwrap();
        let expected = story(&mut turn).await;
        assert_eq!(expected.first().unwrap(), "use Bash {\"n\":1}");
        assert_eq!(expected.last().unwrap(), "failure");
        assert!(!expected.contains(&"say never".to_owned()), "{expected:?}");
        assert_eq!(client.send("more").await.unwrap().text().await.unwrap(), "next");
        client.close().await.unwrap();
    });
}

/// Replies do not depend on a reader: the turn is read only after its end.
#[test]
fn requests_are_answered_while_no_consumer_reads() {
    everywhere(async || {
        let asked = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&asked);
        let options = options(&many_tools()).on_permission(move |_: PermissionRequest, _| {
            count.fetch_add(1, Ordering::Relaxed);
            async { Permission::allow() }
        });
        let client = Client::connect(options).await.unwrap();
        let mut turn = client.send("go").await.unwrap();
        client.state().wait_for(claude_sdk::State::is_idle).await.unwrap();
        assert_eq!(asked.load(Ordering::Relaxed), MANY);
        assert_eq!(story(&mut turn).await.len(), 2 * MANY + 2);
    });
}
