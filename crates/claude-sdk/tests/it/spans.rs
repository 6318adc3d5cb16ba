//! Spans of the feature `tracing`: their tree, their ends, their usage, and what is not in them.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::{Arc, Mutex, OnceLock};

use claude_sdk::hook::{PreToolUse, PreToolUseOutput};
use claude_sdk::mcp::{NoArgs, Server};
use claude_sdk::{Client, Options, Permission};
use serde_json::json;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};
use tracing_core::span::Current;

mod recorded;

use crate::cli::{Cli, Prompt};
use crate::stage::Stage;

thread_local! {
    /// The spans that this thread is in.
    static ENTERED: RefCell<Vec<Id>> = const { RefCell::new(Vec::new()) };
}

#[derive(Default)]
struct Node {
    name: &'static str,
    metadata: Option<&'static Metadata<'static>>,
    parent: Option<u64>,
    follows: Vec<u64>,
    fields: BTreeMap<String, String>,
    handles: usize,
}

impl Visit for Node {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.fields.insert(field.name().into(), format!("{value:?}").trim_matches('"').to_owned());
    }
}

/// All spans and events, in the order in which they began.
#[derive(Clone, Default)]
struct Forest(Arc<Mutex<(Vec<Node>, Vec<Node>)>>);

impl Subscriber for Forest {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "claude_sdk" || metadata.target().starts_with("it::")
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let contextual = || ENTERED.with_borrow(|entered| entered.last().map(Id::into_u64));
        let parent = match attributes.parent() {
            Some(parent) => Some(parent.into_u64()),
            None if attributes.is_root() => None,
            None => contextual(),
        };
        let metadata = attributes.metadata();
        let mut node = Node {
            name: metadata.name(),
            metadata: Some(metadata),
            parent,
            handles: 1,
            ..Node::default()
        };
        attributes.record(&mut node);
        let mut all = self.0.lock().unwrap();
        all.0.push(node);
        Id::from_u64(all.0.len() as u64)
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        values.record(&mut self.0.lock().unwrap().0[index(id.into_u64())]);
    }

    fn record_follows_from(&self, id: &Id, from: &Id) {
        self.0.lock().unwrap().0[index(id.into_u64())].follows.push(from.into_u64());
    }

    fn event(&self, event: &Event<'_>) {
        let mut node = Node::default();
        event.record(&mut node);
        self.0.lock().unwrap().1.push(node);
    }

    fn enter(&self, id: &Id) {
        ENTERED.with_borrow_mut(|entered| entered.push(id.clone()));
    }

    fn exit(&self, id: &Id) {
        ENTERED.with_borrow_mut(|entered| {
            let last = entered.iter().rposition(|entered| entered == id);
            last.map(|at| entered.remove(at));
        });
    }

    fn clone_span(&self, id: &Id) -> Id {
        self.0.lock().unwrap().0[index(id.into_u64())].handles += 1;
        id.clone()
    }

    fn try_close(&self, id: Id) -> bool {
        let mut all = self.0.lock().unwrap();
        let node = &mut all.0[index(id.into_u64())];
        node.handles -= 1;
        node.handles == 0
    }

    fn current_span(&self) -> Current {
        let Some(id) = ENTERED.with_borrow(|entered| entered.last().cloned()) else {
            return Current::none();
        };
        let metadata = self.0.lock().unwrap().0[index(id.into_u64())].metadata.unwrap();
        Current::new(id, metadata)
    }
}

fn index(id: u64) -> usize {
    usize::try_from(id).unwrap() - 1
}

impl Forest {
    /// The tree, one span a line, with some of its fields.
    fn tree(&self, fields: &[&str]) -> Vec<String> {
        let all = self.0.lock().unwrap();
        let depth =
            |node: &Node| std::iter::successors(node.parent, |id| all.0[index(*id)].parent).count();
        let shown = |node: &Node| {
            let name = node.fields.get("otel.name").map_or(node.name, String::as_str);
            let values = fields.iter().filter_map(|field| node.fields.get(*field));
            let values: Vec<_> = values.map(String::as_str).collect();
            format!("{}{name} {}", "  ".repeat(depth(node)), values.join(" ")).trim_end().to_owned()
        };
        all.0.iter().map(shown).collect()
    }

    /// The names of the spans that have not ended.
    fn open(&self) -> Vec<&'static str> {
        let all = self.0.lock().unwrap();
        all.0.iter().filter(|node| node.handles > 0).map(|node| node.name).collect()
    }

    fn sum(&self, field: &str) -> f64 {
        let all = self.0.lock().unwrap();
        let turns = all.0.iter().filter(|node| node.name == "invoke_agent");
        turns.filter_map(|node| node.fields.get(field)?.parse::<f64>().ok()).sum()
    }

    fn everything(&self) -> String {
        let all = self.0.lock().unwrap();
        let nodes = all.0.iter().chain(&all.1);
        nodes.map(|node| format!("{} {:?}\n", node.name, node.fields)).collect()
    }

    fn field_names(&self) -> BTreeSet<String> {
        let all = self.0.lock().unwrap();
        all.0
            .iter()
            .filter_map(|node| node.metadata)
            .filter(|it| it.target() == "claude_sdk")
            .flat_map(|it| {
                it.fields().iter().map(|field| field.name().to_owned()).collect::<Vec<_>>()
            })
            .collect()
    }
}

/// Runs a test on one thread under a subscriber. Nothing of it is open afterwards.
fn traced(test: impl AsyncFn(Forest)) -> Forest {
    // With one subscriber alone, `tracing` asks that of the thread that reaches a span first. It may be
    // a thread of another test, which has none, and then the span is disabled for all threads.
    static ANOTHER: OnceLock<tracing::Dispatch> = OnceLock::new();
    ANOTHER.get_or_init(|| tracing::Dispatch::new(Forest::default()));
    let forest = Forest::default();
    tracing::subscriber::with_default(forest.clone(), || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .start_paused(true)
            .build()
            .unwrap();
        runtime.block_on(test(forest.clone()));
    });
    assert_eq!(forest.open(), [""; 0], "all spans have ended");
    forest
}

const ASK: &str = r#"{"subtype":"can_use_tool","tool_name":"Bash","input":{"command":"CANARY"},"tool_use_id":"t1"}"#;

async fn one_tool(mut cli: Cli) {
    cli.handshake().await;
    let prompt = cli.prompt().await;
    cli.send(
        json!({ "type": "command_lifecycle", "command_uuid": prompt.uuid, "state": "started" }),
    )
    .await;
    cli.init().await;
    cli.text(r#"{"type":"assistant","parent_tool_use_id":null,"message":{"role":"assistant","id":"m","content":[{"type":"tool_use","id":"t1","name":"Bash","input":{"command":"CANARY"}}]}}"#).await;
    let asked: serde_json::Value = serde_json::from_str(ASK).unwrap();
    cli.ask("p1", asked).await.unwrap();
    cli.text(r#"{"type":"user","parent_tool_use_id":null,"message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"CANARY"}]}}"#).await;
    cli.say("CANARY").await;
    cli.end(&[&prompt], json!({ "subtype": "success", "is_error": false, "result": "CANARY",
        "stop_reason": "end_turn", "total_cost_usd": 0.25,
        "modelUsage": { "fake": { "inputTokens": 10, "outputTokens": 5, "cacheReadInputTokens": 100, "cacheCreationInputTokens": 1000, "costUSD": 0.25 } },
        "usage": { "input_tokens": 10, "output_tokens": 5, "cache_read_input_tokens": 100, "cache_creation_input_tokens": 1000 } })).await;
    cli.finish().await;
}

async fn ask_once(options: Options) {
    let options = options.cwd("/CANARY").env("CANARY", "CANARY").system_prompt("CANARY");
    let options = options.on_permission(async |_, _| {
        let _mine = tracing::info_span!("looking_it_up").entered();
        Permission::allow()
    });
    let client = Client::connect(options).await.unwrap();
    let caller = tracing::info_span!("request");
    let turn = tracing::Instrument::instrument(client.send("CANARY"), caller).await.unwrap();
    turn.text().await.unwrap();
    client.close().await.unwrap();
}

#[test]
fn a_turn_is_below_its_caller_and_the_spans_of_a_callback_below_their_tool() {
    let forest = traced(async |_| {
        let (options, stage) = Stage::play(one_tool);
        ask_once(options).await;
        stage.done().await;
    });
    let fields = ["claude_sdk.decision", "claude_sdk.outcome", "claude_sdk.end"];
    assert_eq!(
        forest.tree(&fields),
        [
            "claude.session exited",
            "request",
            "  invoke_agent claude-code ok",
            "    execute_tool Bash",
            "      claude.permission allow",
            "        looking_it_up",
        ]
    );
    let all = forest.0.lock().unwrap();
    assert_eq!(all.0[2].follows, [1], "the turn follows from the session");
    assert_eq!(all.0[2].fields["gen_ai.usage.input_tokens"], "1110", "cached tokens are input");
    assert_eq!(all.0[2].fields["gen_ai.conversation.id"], crate::cli::SESSION);
}

#[test]
fn no_content_is_in_a_span() {
    let forest = traced(async |_| {
        let (options, stage) = Stage::play(one_tool);
        ask_once(options).await;
        stage.done().await;
    });
    let everything = forest.everything();
    assert!(everything.contains("Bash") && !everything.contains("CANARY"), "{everything}");
}

#[test]
fn without_a_span_of_the_caller_a_turn_is_below_the_session() {
    let forest = traced(async |_| {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.answer(&prompt, "Hello.").await;
            cli.finish().await;
        });
        let client = Client::connect(options.main_agent("reviewer")).await.unwrap();
        client.send("Hi.").await.unwrap().text().await.unwrap();
        client.close().await.unwrap();
        stage.done().await;
    });
    assert_eq!(forest.tree(&[]), ["claude.session", "  invoke_agent reviewer"]);
}

#[test]
fn merged_prompts_share_a_result_and_one_of_them_has_its_usage() {
    let forest = traced(async |_| {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompts: [Prompt; 2] = [cli.prompt().await, cli.prompt().await];
            for prompt in &prompts {
                cli.send(json!({ "type": "command_lifecycle", "command_uuid": prompt.uuid,
                    "state": "started" }))
                    .await;
            }
            cli.init().await;
            cli.end(
                &[&prompts[0], &prompts[1]],
                json!({ "subtype": "success", "is_error": false,
                "result": "x", "total_cost_usd": 1.0,
                "modelUsage": { "fake": { "inputTokens": 7, "outputTokens": 5, "costUSD": 1.0 } },
                "usage": { "input_tokens": 7, "output_tokens": 5 } }),
            )
            .await;
            cli.finish().await;
        });
        let client = Client::connect(options).await.unwrap();
        let first = client.send("a").await.unwrap();
        let second = client.send("b").await.unwrap();
        first.text().await.unwrap();
        second.text().await.unwrap();
        assert_eq!(client.ledger().total.tokens.input, 7);
        client.close().await.unwrap();
        stage.done().await;
    });
    assert_eq!(
        (forest.sum("gen_ai.usage.input_tokens"), forest.sum("gen_ai.usage.output_tokens")),
        (7.0, 5.0)
    );
    let folded = forest.tree(&["claude_sdk.folded_into"]);
    assert_eq!(folded.iter().filter(|span| span.contains("claude-code ")).count(), 1, "{folded:?}");
}

#[test]
fn a_killed_cli_ends_its_spans_as_failed() {
    let forest = traced(async |_| {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.send(json!({ "type": "command_lifecycle", "command_uuid": prompt.uuid, "state": "started" })).await;
            cli.text(r#"{"type":"assistant","parent_tool_use_id":null,"message":{"role":"assistant","id":"m","content":[{"type":"tool_use","id":"t1","name":"Bash","input":{}}]}}"#).await;
            cli.exit(3, "gone");
        });
        let client = Client::connect(options).await.unwrap();
        client.send("a").await.unwrap().text().await.unwrap_err();
        drop(client);
        stage.done().await;
    });
    let tree = forest.tree(&["error.type", "claude_sdk.end"]);
    assert_eq!(
        tree,
        [
            "claude.session process error",
            "  invoke_agent claude-code process",
            "    execute_tool Bash lost",
        ]
    );
}

#[test]
fn an_interrupt_is_no_error_and_a_refused_login_is_one_without_its_text() {
    for (fields, expected) in [
        (
            json!({ "subtype": "error_during_execution", "is_error": true, "terminal_reason": "aborted_streaming" }),
            "cancelled",
        ),
        (
            json!({ "subtype": "success", "is_error": true, "api_error_status": 401, "result": "CANARY" }),
            "auth ERROR auth auth",
        ),
        (
            json!({ "subtype": "success", "is_error": true, "api_error_status": 529, "result": "CANARY" }),
            "api ERROR network network",
        ),
    ] {
        let fields = &fields;
        let forest = traced(async |_| {
            let fields = fields.clone();
            let (options, stage) = Stage::play(move |mut cli: Cli| {
                let fields = fields.clone();
                async move {
                    cli.handshake().await;
                    let prompt = cli.prompt().await;
                    cli.init().await;
                    cli.end(&[&prompt], fields).await;
                    cli.finish().await;
                }
            });
            let client = Client::connect(options).await.unwrap();
            let _ = client.send("a").await.unwrap().text().await;
            let _ = client.close().await;
            stage.done().await;
        });
        let tree = forest.tree(&[
            "claude_sdk.outcome",
            "otel.status_code",
            "error.type",
            "otel.status_description",
        ]);
        assert_eq!(tree[1], format!("  invoke_agent claude-code {expected}"));
        assert!(!forest.everything().contains("CANARY"));
    }
}

#[test]
fn the_source_of_the_trace_context_is_asked_in_the_span_of_the_session() {
    let forest = traced(async |_| {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            cli.finish().await;
        });
        let options = options.trace_context_from(|| {
            drop(tracing::info_span!("asked"));
            Some(("00-source-01".into(), None))
        });
        drop(Client::connect(options).await.unwrap());
        let launch = stage.launch();
        let parent = launch.env.changes().find(|(name, _)| *name == "TRACEPARENT").unwrap().1;
        assert_eq!(parent, Some("00-source-01".as_ref()));
        stage.done().await;
    });
    assert_eq!(forest.tree(&[]), ["claude.session", "  asked"]);
}

/// A callback of a hook and a tool of an MCP server run in their spans, which are below their call.
#[test]
fn hooks_and_mcp_tools_run_below_their_call() {
    const CALL: &str = r#"{"type":"assistant","parent_tool_use_id":null,"message":{"role":"assistant","id":"m","content":[{"type":"tool_use","id":"t1","name":"mcp__lab__look","input":{}}]}}"#;
    let forest = traced(async |_| {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            let request = cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            cli.text(CALL).await;
            let callback = &request["hooks"]["PreToolUse"][0]["hookCallbackIds"][0];
            cli.ask(
                "h1",
                json!({
                    "subtype": "hook_callback", "callback_id": callback, "tool_use_id": "t1",
                    "input": {
                        "hook_event_name": "PreToolUse", "session_id": "s", "cwd": "/",
                        "transcript_path": "/t.jsonl", "tool_name": "mcp__lab__look",
                        "tool_input": {}, "tool_use_id": "t1",
                    },
                }),
            )
            .await
            .unwrap();
            let call = json!({
                "jsonrpc": "2.0", "id": 1, "method": "tools/call",
                "params": {
                    "name": "look", "arguments": {},
                    "_meta": { "claudecode/toolUseId": "t1" },
                },
            });
            let call = json!({ "subtype": "mcp_message", "server_name": "lab", "message": call });
            cli.ask("m1", call).await.unwrap();
            cli.result(&[&prompt], "done").await;
            cli.finish().await;
        });
        let server = Server::builder("lab", "1")
            .tool("look", "Looks.", |_: NoArgs| async {
                let _mine = tracing::info_span!("looking").entered();
                "seen"
            })
            .build();
        let options = options.mcp_server("lab", server).on(PreToolUse::any(), |_, _| async {
            let _mine = tracing::info_span!("guarding").entered();
            PreToolUseOutput::new()
        });
        let client = Client::connect(options).await.unwrap();
        client.send("Hi.").await.unwrap().text().await.unwrap();
        client.close().await.unwrap();
        stage.done().await;
    });
    assert_eq!(
        forest.tree(&["claude_sdk.hook.event", "mcp.method.name"]),
        [
            "claude.session",
            "  invoke_agent claude-code",
            "    execute_tool mcp__lab__look",
            "      claude.hook PreToolUse",
            "        guarding",
            "      tools/call look tools/call",
            "        looking",
        ]
    );
}
