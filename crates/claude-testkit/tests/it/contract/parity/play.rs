//! Play: runs a case with the SDK, on the mock or on the real CLI.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use claude_sdk::hook::{HookEvent, HookMatcher, HookOutput};
use claude_sdk::limits::OnFailure;
use claude_sdk::options::Tools;
use claude_sdk::types::{PermissionUpdate, Raw};
use claude_sdk::{
    Client, Message, Options, Permission, PermissionMode, PermissionRequest, Prompt, ToolName,
};
use claude_testkit::fake_api::{Script, Turn};
use claude_testkit::{connector, mcp_lab};
use serde_json::{Value, json};
use tokio::sync::watch;

use super::case::{Case, Process};
use super::view::{self, Seen};
use crate::contract::lab::Lab;

/// The longest that a program waits for a message.
const PATIENCE: Duration = Duration::from_secs(40);

/// What has been seen so far, and how much of it.
#[derive(Clone)]
struct Log {
    seen: Arc<Mutex<Seen>>,
    /// The number of results, of permission requests, and of other messages.
    counts: Arc<watch::Sender<Counts>>,
    /// The working directory.
    work: Arc<str>,
    /// Whether the messages are read.
    is_read: Arc<watch::Sender<bool>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    results: usize,
    asked: usize,
    messages: usize,
}

impl Log {
    fn call(&self, line: &str) {
        let line = line.replace(&*self.work, "/work");
        self.seen.lock().unwrap().calls.push(line);
    }

    fn outcome(&self, line: String) {
        self.seen.lock().unwrap().outcomes.push(line);
    }

    fn message(&self, message: &Message) {
        let Some(line) = view::message(message) else { return };
        let is_result = line.starts_with("result");
        let mut seen = self.seen.lock().unwrap();
        // How many there are depends on the speed of the model.
        let repeats = line == "thinking_tokens" && seen.messages.last() == Some(&line);
        if !repeats {
            seen.messages.push(line);
        }
        drop(seen);
        self.counts.send_modify(|counts| {
            counts.messages += 1;
            counts.results += usize::from(is_result);
        });
    }

    async fn until(&self, what: &str, done: impl Fn(Counts) -> bool) {
        let mut counts = self.counts.subscribe();
        let waited = tokio::time::timeout(PATIENCE, counts.wait_for(|counts| done(*counts)));
        if !matches!(waited.await, Ok(Ok(_))) {
            self.outcome(format!("waited in vain for {what}"));
        }
    }

    async fn read(&self) {
        let _ = self.is_read.subscribe().wait_for(|is_read| *is_read).await;
    }
}

/// Runs a case to its end.
pub(super) async fn play(case: &Case, on_mock: bool) -> Seen {
    let seen = Arc::new(Mutex::new(Seen::default()));
    let lab = Lab::new([]).await.expect("a CLI");
    std::fs::write(lab.file("notes.txt"), "a note\n").unwrap();
    let mut session = None;
    for process in &case.processes {
        let log = Log {
            seen: Arc::clone(&seen),
            work: lab.file("").to_string_lossy().trim_end_matches('/').into(),
            counts: Arc::new(watch::Sender::new(Counts::default())),
            is_read: Arc::new(watch::Sender::new(false)),
        };
        let mut options = options(&lab, process, session.as_deref());
        if on_mock {
            options = options.connector(connector(&process.steps()));
        }
        let options = callbacks(options, process, &log);
        run(&lab, options, process, &log, &mut session).await;
    }
    std::mem::take(&mut *seen.lock().unwrap())
}

fn options(lab: &Lab, process: &Process, session: Option<&str>) -> Options {
    let mut options = lab.options();
    for (name, value) in &process.options {
        let list = || value.split(',').map(str::trim).filter(|one| !one.is_empty());
        options = match &**name {
            "mode" => options.permission_mode(PermissionMode::from(value.as_str())),
            "partial" => options.include_partial_messages(true),
            "states" => options.include_session_state(true),
            "allow" => options.allow_tools(list()),
            "disallow" => options.disallow_tools(list()),
            "tools" => options.tools(Tools::Only(list().map(str::to_owned).collect())),
            "turns" => options.max_turns(value.parse().unwrap()),
            "budget" => options.max_budget_usd(value.parse().unwrap()),
            "schema" => options.output_schema(serde_json::from_str::<Raw>(value).unwrap()),
            // The CLI refuses it to root, unless it is told that it is in a sandbox.
            "bypass" => options.allow_bypass(true).env("IS_SANDBOX", "1"),
            "checkpoints" => options.file_checkpointing(true),
            "text" => options.forward_subagent_text(true),
            "resume" if value.is_empty() => options.resume(session.expect("a session")),
            "resume" => options.resume(value),
            "same" => options.session_id(session.expect("a session")),
            "continue" => options.continue_latest(true),
            "fork" => options.fork_session(true),
            "session" => options.session_id(value.as_str()),
            "transient" => options.persist_session(false),
            "model" => options.model(value),
            "flag" => {
                let (flag, value) = value.split_once(' ').unwrap_or((value, ""));
                options.extra_arg(flag, (!value.is_empty()).then_some(value))
            }
            name => panic!("{name}: no such option"),
        };
    }
    if process.has_server {
        options = options.mcp_server("lab", mcp_lab::server().0);
        if process.permission.is_none() {
            options = options.allow_tools([ToolName::server("lab")]);
        }
    }
    options
}

fn callbacks(mut options: Options, process: &Process, log: &Log) -> Options {
    for (event, matcher, answer) in &process.hooks {
        let mut hook = HookMatcher::new(HookEvent::from(event.as_str()));
        if let Some(matcher) = matcher {
            hook = hook.matching(matcher);
        }
        let answer = match answer.strip_prefix("lenient ") {
            Some(answer) => {
                hook = hook.on_failure(OnFailure::Continue);
                answer.to_owned()
            }
            None => answer.clone(),
        };
        let log = log.clone();
        options = options.on_hook(hook, move |input, _| {
            let (log, answer) = (log.clone(), answer.clone());
            log.call(&view::hook(&serde_json::to_value(&input).unwrap()));
            async move {
                log.read().await;
                match &*answer {
                    "fails" => Err("the policy server is down".to_owned()),
                    "panics" => panic!("on purpose"),
                    answer => Ok(serde_json::from_str::<HookOutput>(answer).unwrap()),
                }
            }
        });
    }
    let Some(decision) = process.permission.clone() else { return options };
    let log = log.clone();
    options.on_permission(move |request: PermissionRequest, _| {
        let (log, decision) = (log.clone(), decision.clone());
        log.call(&view::ask(&serde_json::to_value(&request).unwrap()));
        log.counts.send_modify(|counts| counts.asked += 1);
        async move {
            log.read().await;
            decide(&decision, &request).await
        }
    })
}

async fn decide(decision: &str, request: &PermissionRequest) -> Result<Permission, String> {
    let (word, rest) = decision.split_once(' ').unwrap_or((decision, ""));
    Ok(match word {
        "allow" => Permission::allow(),
        "change" => Permission::allow_with(serde_json::from_str::<Value>(rest).unwrap()),
        "rule" => {
            Permission::allow_updating(request.input.clone(), [PermissionUpdate::allow([rest])])
        }
        "mode" => {
            let mode = PermissionMode::from(rest);
            Permission::allow_updating(request.input.clone(), [PermissionUpdate::mode(mode)])
        }
        "deny" => Permission::deny(rest),
        "interrupt" => Permission::deny_and_interrupt(rest),
        "fails" => return Err("no idea".to_owned()),
        "panics" => panic!("on purpose"),
        "holds" => std::future::pending().await,
        word => panic!("{word}: no such decision"),
    })
}

async fn run(
    lab: &Lab,
    options: Options,
    process: &Process,
    log: &Log,
    session: &mut Option<String>,
) {
    let client = match Client::connect(options).await {
        Ok(client) => client,
        Err(error) => {
            let text = format!("{:?}", claude_sdk::Report::from(error));
            let known = [
                "No conversation found",
                "is already in use",
                "unknown option",
                "not a valid JSON Schema",
                "does not match any session title",
                "is invalid",
            ];
            let found = known.iter().find(|known| text.contains(**known));
            let found = found.map_or(text.as_str(), |found| *found);
            return log.outcome(format!("does not start: {found}"));
        }
    };
    let mut messages = client.messages().unwrap();
    log.is_read.send_replace(true);
    let reading = log.clone();
    let reader = tokio::spawn(async move {
        let mut id = None;
        while let Some(Ok(message)) = messages.next().await {
            if let Message::Result(result) = &message {
                id = result.session_id.as_ref().map(ToString::to_string);
            }
            reading.message(&message);
        }
        id
    });
    let mut turn = 0;
    for (action, rest) in &process.actions {
        match &**action {
            "prompt" | "named" => lab.api.replace(script(process.answers(turn))),
            "send" => process.answers(turn).into_iter().for_each(|turn| lab.api.push(turn)),
            // The CLI asks for a summary.
            "command" => lab.api.replace(script(vec![Turn::text("A summary.").repeat(2)])),
            _ => {}
        }
        turn += usize::from(matches!(&**action, "prompt" | "send"));
        act(&client, log, action, rest).await;
    }
    let closed = client.close().await;
    if let Err(error) = closed {
        log.outcome(format!("close: {error}"));
    }
    let before = session.take();
    let id = reader.await.unwrap();
    if before.is_some() && id.is_some() {
        let is_same = before == id;
        log.outcome(format!("the session is {}", if is_same { "the same" } else { "another" }));
    }
    *session = id.or(before);
}

/// Requests without tools get the same answers, and what comes after the turn is what the mock says.
fn script(turns: Vec<Turn>) -> Script {
    Script::new(turns).answer_all().exhausted(Turn::text("I went on."))
}

async fn act(client: &Client, log: &Log, action: &str, rest: &str) {
    let before = *log.counts.borrow();
    let text = || serde_json::from_str::<String>(rest).expect("a text");
    match action {
        "prompt" | "send" | "command" => {
            let results = before.results;
            if let Err(error) = client.send(text()).await {
                return log.outcome(format!("send: {error}"));
            }
            if action != "send" {
                log.until("the result", |counts| counts.results > results).await;
            }
        }
        // A prompt with an ID that another prompt may have, too.
        "named" => {
            let mut prompt = Prompt::from(text());
            prompt.input_mut().uuid = Some("11111111-2222-4333-8444-555555555555".into());
            let turn = client.send(prompt).await.unwrap();
            let outcome = turn.result().await;
            let outcome = outcome.map(|result| result.result).map_err(|error| error.to_string());
            log.outcome(format!("named: {outcome:?}"));
            client.idle().await.unwrap();
        }
        "reset" => {
            let before_reset = before.results;
            let before = client.session_id().cloned();
            client.idle().await.unwrap();
            let outcome = client.reset().await;
            let now = client.session_id().cloned();
            let is_new = now != before && outcome.as_ref().ok() == now.as_ref();
            let outcome = outcome.map(drop).map_err(|error| error.to_string());
            log.outcome(format!("reset: {outcome:?}, a new ID: {is_new}"));
            // Its result is read by another task.
            log.until("the result", |counts| counts.results > before_reset).await;
        }
        "results" => {
            let count: usize = rest.parse().unwrap();
            log.until("results", |counts| counts.results >= count).await;
        }
        "asked" => log.until("a permission request", |counts| counts.asked > 0).await,
        "messages" => {
            let seen = Arc::clone(&log.seen);
            let rest = rest.to_owned();
            log.until("a message", move |_| {
                seen.lock().unwrap().messages.iter().any(|line| line.contains(&*rest))
            })
            .await;
        }
        "interrupt" => {
            let outcome = client.interrupt().await;
            log.outcome(format!("interrupt: {outcome:?}"));
        }
        "mode" => {
            let outcome = client.set_permission_mode(PermissionMode::from(rest)).await;
            log.outcome(format!("mode {rest}: {:?}", outcome.map_err(|error| error.to_string())));
        }
        "model" => {
            let outcome = client.set_model(rest).await;
            log.outcome(format!("model {rest}: {:?}", outcome.map_err(|error| error.to_string())));
        }
        "request" => {
            let (subtype, fields) = rest.split_once(' ').unwrap_or((rest, "{}"));
            let fields: Value = serde_json::from_str(fields).unwrap();
            let outcome = client.request_raw(subtype.to_owned(), fields).await;
            let line = match outcome {
                Ok(answer) => {
                    let answer: Value = serde_json::from_str(answer.get()).unwrap_or(json!(null));
                    let names = answer.as_object().into_iter().flatten();
                    let names: Vec<_> = names.map(|(name, _)| name.as_str()).collect();
                    format!("answered {}", essence(subtype, &answer, &names))
                }
                Err(error) => format!("{error}"),
            };
            log.outcome(format!("request {subtype}: {line}"));
        }
        action => panic!("{action}: no such action"),
    }
}

/// What of a response counts: short ones in full, of long ones the fields that every one has.
fn essence(subtype: &str, answer: &Value, names: &[&str]) -> String {
    match subtype {
        "mcp_status" => {
            let servers = answer["mcpServers"].as_array().into_iter().flatten();
            let server = |server: &Value| format!("{} {}", server["name"], server["status"]);
            servers.map(server).collect::<Vec<_>>().join(", ")
        }
        "read_file" => answer["contents"].to_string(),
        "get_context_usage" => format!("totalTokens={}", answer["totalTokens"].is_u64()),
        "get_usage" => format!("session={}", answer["session"].is_object()),
        "reload_plugins" => format!("commands={}", answer["commands"].is_array()),
        "reload_skills" => format!("skills={}", answer["skills"].is_array()),
        "get_session_cost" => format!("text={}", answer["text"].is_string()),
        "list_models" => format!("models={}", answer["models"].is_array()),
        "get_settings" => format!("applied={}", answer["applied"].is_object()),
        "reload_output_styles" => {
            format!("styles={}", answer["available_output_styles"].is_array())
        }
        "list_permission_rules" => format!("state={}", answer["state"].is_object()),
        "get_binary_version" => format!("version={}", answer["version"].is_string()),
        _ if names.is_empty() => "nothing".to_owned(),
        _ => answer.to_string(),
    }
}
