//! Facts: that observers are told what happened once, in order, and with its outcome.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use claude_protocol::facts::{AnswerOutcome, Topic};
use claude_protocol::{
    ConnectionOptions, Fact, Hook, McpServer, Observe, Observer, PermissionAnswer, UserAnswer,
};
use claude_types::{
    CanUseToolRequest, HookEvent, HookInput, HookOutput, Message, PermissionResult, Raw,
    SetModelRequest,
};

use crate::script::session_with;
use crate::show::{all, callback, prompt, show};
use crate::stage::{everywhere, paused, threads};

/// The facts, as short texts.
#[derive(Clone, Default)]
pub(crate) struct Facts(Arc<Mutex<Vec<String>>>);

impl Facts {
    /// Returns the facts that begin with one of these words.
    pub(crate) fn only(&self, words: &[&str]) -> Vec<String> {
        let facts = self.0.lock().unwrap();
        let begins = |fact: &&String| words.iter().any(|word| fact.split(' ').next() == Some(word));
        facts.iter().filter(begins).cloned().collect()
    }

    pub(crate) fn observing(&self) -> ConnectionOptions {
        let mut options = ConnectionOptions::default();
        options.observers = vec![Observer::new(self.clone())];
        options
    }
}

impl Observe for Facts {
    fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
        let text = match fact {
            Fact::Started(started) => format!("started {}", started.is_replacement),
            Fact::Sent(sent) => format!("sent {}", sent.text().unwrap_or_default()),
            Fact::Unanswered(unanswered) => format!("unanswered {}", unanswered.error),
            Fact::Line(line) => format!("line {}", line.kind),
            Fact::Message(message) => format!("message {}", show(message)),
            Fact::Called(call) => {
                let input = call.input.map_or("-", |input| input.get());
                format!("called {} {} {} {input}", call.call, call.tool, call.parent.unwrap_or("-"))
            }
            Fact::Returned(call) => {
                format!("returned {} {} {:?}", call.call, call.tool, call.outcome)
            }
            Fact::Asked(asked) => {
                let call = asked.tool_use_id.unwrap_or("-");
                format!("asked {} {call} {}", asked.request, topic(&asked.topic))
            }
            Fact::Answered(answered) => {
                format!("answered {} {:?}", answered.request, answered.outcome)
            }
            Fact::State(state) => format!("state {state}"),
            Fact::Stalled(stall) => format!("stalled {:?}", stall.silent_for),
            Fact::Tasks(tasks) => format!("tasks {}", tasks.live().count()),
            Fact::Requested(request) => {
                format!("requested {} {}", request.subtype, request.error.is_none())
            }
            Fact::Lost(lost) => format!("lost {} {}", lost.messages, lost.is_turn),
            Fact::Ended(ended) => format!("ended {}", ended.error.is_none()),
            other => panic!("{other:?}"),
        };
        self.0.lock().unwrap().push(text);
    }
}

fn topic(topic: &Topic<'_>) -> String {
    match topic {
        Topic::Permission { tool } => format!("permission {tool}"),
        Topic::Hook { event, tool } => format!("hook {event} {}", tool.unwrap_or("-")),
        Topic::Mcp { server, method, tool } => {
            format!("mcp {server} {} {}", method.unwrap_or("-"), tool.unwrap_or("-"))
        }
        other => format!("{other:?}").to_lowercase(),
    }
}

const HOOK: &str = r#"{"subtype":"hook_callback","callback_id":"hook-0","tool_use_id":"t1","input":{"session_id":"s","transcript_path":"","cwd":"/","hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"ls"}}}"#;
const ASK: &str =
    r#"{"subtype":"can_use_tool","tool_name":"Bash","input":{"command":"ls"},"tool_use_id":"t1"}"#;
const CALL: &str = r#"{"subtype":"mcp_message","server_name":"lab","message":{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"add","_meta":{"claudecode/toolUseId":"t1"}}}}"#;

/// A turn with one tool, about which the CLI asks everything.
fn one_tool() -> String {
    format!(
        r#"
    -> prompt $a go
    <- started $a
    <- init
    <- {{"type":"assistant","parent_tool_use_id":null,"message":{{"id":"m","content":[{{"type":"text","text":"\"type\":\"tool_use\""}},{{"type":"tool_use","id":"t1","name":"Bash","input":{{"command":"ls"}}}}]}}}}
    <- ask h1 {HOOK}
    -> answer h1 {{}}
    <- ask p1 {ASK}
    -> answer p1 {{"behavior":"allow","updatedInput":{{"command":"ls"}}}}
    <- ask m1 {CALL}
    -> {{"type":"control_response"}}
    <- {{"type":"user","parent_tool_use_id":null,"message":{{"content":[{{"type":"tool_result","tool_use_id":"t1","content":"\"is_error\":true"}}]}}}}
    <- say done
    <- result $a done
    "#
    )
}

fn agreeable(facts: &Facts) -> ConnectionOptions {
    let mut options = facts.observing();
    options.handlers.permission =
        Some(callback(|_, _| async { Ok(PermissionResult::allow().into()) }));
    let pass = callback(|_: HookInput, _| async { Ok(HookOutput::default()) });
    options.handlers.hooks = vec![Hook::new(HookEvent::PreToolUse, pass)];
    let answer = callback(|_: Raw, _| async {
        Ok(Raw::from_text(r#"{"jsonrpc":"2.0","id":7,"result":{}}"#).unwrap())
    });
    options.handlers.mcp = vec![McpServer::new("lab", answer)];
    options
}

#[test]
fn the_facts_about_a_tool_come_in_the_order_of_the_wire() {
    everywhere(async || {
        let facts = Facts::default();
        let (connection, cli) = session_with(agreeable(&facts), &one_tool()).await;
        all(connection.send(prompt("go")).await.unwrap()).await;
        cli.done().await;
        assert_eq!(
            facts.only(&["started", "sent", "called", "asked", "answered", "returned", "message"]),
            [
                "started false",
                "sent go",
                "message started",
                "message init",
                r#"called t1 Bash - {"command":"ls"}"#,
                "asked h1 t1 hook PreToolUse Bash",
                "answered h1 Given",
                "asked p1 t1 permission Bash",
                "answered p1 Allowed",
                "asked m1 t1 mcp lab tools/call add",
                "answered m1 Given",
                "returned t1 Bash Success",
                "message result done",
            ]
        );
    });
}

#[test]
fn a_turn_is_reported_once_whether_nobody_reads_it_or_several() {
    everywhere(async || {
        let mut all_facts = Vec::new();
        for readers in [0, 3] {
            let facts = Facts::default();
            let (connection, cli) = session_with(agreeable(&facts), &one_tool()).await;
            let readers: Vec<_> = (0..readers).map(|_| connection.subscribe().unwrap()).collect();
            let turn = connection.send(prompt("go")).await.unwrap();
            if readers.is_empty() {
                drop(turn);
            }
            // Keep the far end: without it, the CLI would be gone.
            let _cli = cli.done().await;
            connection.close().await.unwrap();
            all_facts.push(facts.only(&["sent", "line", "called", "returned", "message", "ended"]));
        }
        assert_eq!(all_facts[0], all_facts[1]);
        let results = all_facts[0].iter().filter(|fact| *fact == "message result done");
        assert_eq!(results.count(), 1);
        assert_eq!(all_facts[0].last().unwrap(), "ended true");
    });
}

/// Runs a session in which the CLI asks once. Returns the facts about it.
async fn asked_once(
    options: impl FnOnce(&mut ConnectionOptions),
    ask: &str,
    script: &str,
) -> Vec<String> {
    let facts = Facts::default();
    let mut all = facts.observing();
    options(&mut all);
    let (connection, cli) = session_with(all, &format!("==\n<- ask p1 {ask}\n{script}")).await;
    cli.meet().await;
    cli.done().await;
    let _ = connection.close().await;
    facts.only(&["asked", "answered"])
}

async fn decided(
    answer: impl Fn() -> Result<PermissionAnswer, claude_protocol::CallbackError>
    + Send
    + Sync
    + 'static,
    script: &str,
) -> Vec<String> {
    let decide = move |_: CanUseToolRequest, _| std::future::ready(answer());
    asked_once(|options| options.handlers.permission = Some(callback(decide)), ASK, script).await
}

fn outcome(outcome: AnswerOutcome) -> [String; 2] {
    ["asked p1 t1 permission Bash".into(), format!("answered p1 {outcome:?}")]
}

#[test]
fn each_question_is_settled_once_with_its_outcome() {
    everywhere(async || {
        let any = r#"-> {"type":"control_response"}"#;
        let allow = || Ok(PermissionResult::allow().into());
        assert_eq!(decided(allow, any).await, outcome(AnswerOutcome::Allowed));
        let deny = || Ok(PermissionResult::deny("no").into());
        assert_eq!(decided(deny, any).await, outcome(AnswerOutcome::Denied));
        assert_eq!(decided(|| panic!("on purpose"), any).await, outcome(AnswerOutcome::Panicked));
        assert_eq!(decided(|| Err("no".into()), any).await, outcome(AnswerOutcome::Failed));
        let nobody = asked_once(|_| (), ASK, any).await;
        assert_eq!(nobody, outcome(AnswerOutcome::Unhandled));
    });
}

#[test]
fn another_party_a_withdrawal_and_the_end_settle_a_question_too() {
    everywhere(async || {
        let pending = || {
            let wait = |_: CanUseToolRequest, _| std::future::pending();
            callback::<_, PermissionAnswer, _>(wait)
        };
        let waits = |options: &mut ConnectionOptions| options.handlers.permission = Some(pending());
        let withdrawn = asked_once(waits, ASK, "<- withdraw p1\n <- ask q {}\n -> {}").await;
        assert_eq!(withdrawn[..2], outcome(AnswerOutcome::Withdrawn));
        let lost = asked_once(waits, ASK, "<- exit 1 gone").await;
        assert_eq!(lost, outcome(AnswerOutcome::Lost));
    });
    paused(async || {
        let external = decided(|| Ok(UserAnswer::External), ".. 1s").await;
        assert_eq!(external, outcome(AnswerOutcome::External));
        let slow = callback(|_: HookInput, _| std::future::pending());
        let mut hook = Hook::new(HookEvent::PreToolUse, slow);
        hook.timeout = Some(Duration::from_secs(3));
        let ask = |options: &mut ConnectionOptions| options.handlers.hooks = vec![hook];
        let late = asked_once(ask, HOOK, r#"-> {"type":"control_response"}"#).await;
        assert_eq!(late, ["asked p1 t1 hook PreToolUse Bash", "answered p1 TimedOut"]);
    });
}

#[test]
fn a_call_without_a_result_is_lost_with_its_turn() {
    everywhere(async || {
        let facts = Facts::default();
        let script = "
            -> prompt $a go
            <- started $a
            <- init
            <- call t1 Agent
            <- in t1 s1 Read
            <- call t2 Bash
            <- return t1
            <- result $a done
            <- exit 0
        ";
        let (connection, cli) = session_with(facts.observing(), script).await;
        all(connection.send(prompt("go")).await.unwrap()).await;
        cli.done().await;
        let _ = connection.close().await;
        assert_eq!(
            facts.only(&["called", "returned"]),
            [
                "called t1 Agent - {}",
                "called s1 Read t1 {}",
                "called t2 Bash - {}",
                "returned t1 Agent Success",
                "returned t2 Bash Lost",
                "returned s1 Read Lost",
            ]
        );
    });
}

#[test]
fn states_that_follow_each_other_are_all_reported() {
    paused(async || {
        let facts = Facts::default();
        let script = format!("{}\n<- idle\n<- exit 0", one_tool());
        let (connection, cli) = session_with(agreeable(&facts), &script).await;
        all(connection.send(prompt("go")).await.unwrap()).await;
        cli.done().await;
        let _ = connection.close().await;
        let states = facts.only(&["state"]);
        let end = "state nothing: the session is over".to_owned();
        assert_eq!((&states[0], states.last()), (&"state the start".to_owned(), Some(&end)));
        assert!(states.windows(2).all(|two| two[0] != two[1]), "{states:?}");
        for passed in ["the model", "the tool `Bash`", "an answer about the tool `Bash`"] {
            assert!(states.contains(&format!("state {passed}")), "{passed}: {states:?}");
        }
    });
}

#[test]
fn requests_of_this_side_are_reported_with_their_outcome() {
    everywhere(async || {
        let facts = Facts::default();
        let script = "
            -> request $m set_model {}
            <- success $m {}
            -> request $n set_model {}
            <- error $n 400 no
            -> request $o set_model {}
            <- exit 1 gone
        ";
        let (connection, cli) = session_with(facts.observing(), script).await;
        for _ in 0..3 {
            let _ = connection.request(&SetModelRequest::new()).await;
        }
        cli.done().await;
        assert_eq!(
            facts.only(&["requested"]),
            [
                "requested initialize true",
                "requested set_model true",
                "requested set_model false",
                "requested set_model false",
            ]
        );
    });
}

#[test]
fn what_a_consumer_loses_is_reported() {
    threads(async || {
        let facts = Facts::default();
        let mut options = facts.observing();
        options.limits.soft = 1 << 10;
        options.limits.hard = 4 << 10;
        options.limits.stale = Duration::ZERO;
        let text = "x".repeat(512);
        let says = format!("<- say {text}\n").repeat(64);
        let script = format!("-> prompt $a go\n<- started $a\n{says}\n<- result $a done\n");
        let (connection, cli) = session_with(options, &script).await;
        let _unread = connection.subscribe().unwrap();
        let turn = connection.send(prompt("go")).await.unwrap();
        cli.done().await;
        connection.state().wait_for(|_| !facts.only(&["lost"]).is_empty()).await.unwrap();
        assert!(facts.only(&["lost"]).iter().any(|fact| fact.ends_with("false")));
        drop(turn);
    });
}

/// Feeds a recording to a session, and compares the facts about tools with what the types decode.
async fn same_tools(name: &str, recording: &str) {
    let facts = Facts::default();
    let script: String = recording.lines().map(|line| format!("<- raw {line}\n")).collect();
    let (connection, cli) =
        session_with(facts.observing(), &format!("==\n{script}<- exit 0")).await;
    cli.meet().await;
    cli.done().await;
    let _ = connection.close().await;
    let (mut called, mut returned) = (Vec::new(), Vec::new());
    for line in recording.lines() {
        let message = Message::decode(line.as_bytes());
        for call in message.tool_uses() {
            called.push(format!("called {} {}", call.id, call.name));
        }
        for result in message.tool_results() {
            let outcome = if result.is_error == Some(true) { "Error" } else { "Success" };
            if called.iter().any(|fact| fact.contains(result.tool_use_id.as_str())) {
                returned.push(format!("{} {outcome}", result.tool_use_id));
            }
        }
    }
    let first =
        |fact: String, words: usize| fact.split(' ').take(words).collect::<Vec<_>>().join(" ");
    let seen_calls: Vec<_> =
        facts.only(&["called"]).into_iter().map(|fact| first(fact, 3)).collect();
    assert_eq!(seen_calls, called, "{name}");
    let ends: Vec<_> = facts
        .only(&["returned"])
        .into_iter()
        .map(|fact| {
            let words: Vec<_> = fact.split(' ').collect();
            (format!("{} {}", words[1], words[words.len() - 1]), words[words.len() - 1] == "Lost")
        })
        .collect();
    assert_eq!(ends.len(), called.len(), "{name}: each call ends once");
    let with_result: Vec<_> =
        ends.into_iter().filter(|(_, lost)| !lost).map(|(end, _)| end).collect();
    assert_eq!(with_result, returned, "{name}");
}

#[test]
fn each_tool_of_every_recording_begins_and_ends_once() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../claude-types/tests/recordings");
    paused(async || {
        let mut count = 0;
        for file in std::fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "jsonl") {
                let recording = std::fs::read_to_string(&path).unwrap();
                same_tools(&path.display().to_string(), &recording).await;
                count += 1;
            }
        }
        assert!(count > 150, "{count} recordings");
    });
}
