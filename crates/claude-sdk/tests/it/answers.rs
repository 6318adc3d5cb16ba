//! Answers: the final text of a turn, wherever it is read, and the ID that the session has then.

use std::sync::{Arc, Mutex};

use claude_sdk::plugin::{MessageFilter, Plugin, PluginContext};
use claude_sdk::{Client, Error, Event, Message, Options, ResultMessage, query, query_stream};
use serde_json::{Value, json};

use crate::cli::{Cli, Prompt, SESSION};
use crate::stage::{Stage, everywhere};

const ANSWER: &str = "The answer is 42.";
const NEW: &str = "11111111-1111-4111-8111-111111111111";

/// Ways to lose words: the CLI's result contains less than the model said.
#[derive(Clone, Copy, Debug)]
enum Play {
    ToolLast,
    CutOff,
    Blocks,
}

const PLAYS: [Play; 3] = [Play::ToolLast, Play::CutOff, Play::Blocks];

async fn user(cli: &mut Cli, synthetic: bool, content: Value) {
    let message = json!({ "role": "user", "content": content });
    cli.send(json!({ "type": "user", "isSynthetic": synthetic, "message": message })).await;
}

async fn blocks(cli: &mut Cli, content: Value) {
    let message = json!({ "role": "assistant", "model": "fake", "id": "msg", "content": content });
    cli.send(json!({ "type": "assistant", "message": message })).await;
}

/// Writes a turn whose answer is [`ANSWER`], in a way in which the result does not contain it.
async fn turn(cli: &mut Cli, prompt: &Prompt, play: Play) {
    cli.init().await;
    let text = match play {
        Play::ToolLast => {
            cli.say(ANSWER).await;
            let call = json!({ "type": "tool_use", "id": "toolu_1", "name": "Bash", "input": {} });
            blocks(cli, json!([call])).await;
            let output = json!({ "type": "tool_result", "tool_use_id": "toolu_1", "content": "" });
            user(cli, false, json!([output])).await;
            ""
        }
        Play::CutOff => {
            cli.say("The answer ").await;
            let note = "Output token limit hit. Resume directly.";
            user(cli, true, json!([{ "type": "text", "text": note }])).await;
            cli.say("is 42.").await;
            "is 42."
        }
        Play::Blocks => {
            let text = |text: &str| json!({ "type": "text", "text": text });
            let thinking = json!({ "type": "thinking", "thinking": "Hm." });
            blocks(cli, json!([text("The answer "), thinking, text("is "), text("42.")])).await;
            "42."
        }
    };
    cli.result(&[prompt], text).await;
}

/// A CLI that plays one turn after another.
fn playing(play: Play) -> (Options, Stage) {
    Stage::play(move |mut cli: Cli| async move {
        cli.handshake().await;
        while let Some(line) = cli.line().await {
            let prompt = Cli::read_prompt(&line);
            turn(&mut cli, &prompt, play).await;
        }
        cli.exit(0, "");
    })
}

#[test]
fn the_whole_answer_is_returned_wherever_it_is_read() {
    everywhere(async || {
        for play in PLAYS {
            let (options, stage) = playing(play);
            let ask = || query("x", options.clone());
            assert_eq!(ask().text().await.unwrap(), ANSWER, "{play:?}");
            assert_eq!(ask().result().await.unwrap().text(), ANSWER, "{play:?}");
            assert_eq!(ask().await.unwrap().run_to_end().await.unwrap().text(), ANSWER);
            let prompts = tokio_stream(["a", "b"]);
            assert_eq!(query_stream(prompts, options.clone()).text().await.unwrap(), ANSWER);

            let client = Client::connect(options.clone()).await.unwrap();
            let send = || client.send("x");
            assert_eq!(send().await.unwrap().text().await.unwrap(), ANSWER, "{play:?}");
            assert_eq!(send().await.unwrap().result().await.unwrap().text(), ANSWER, "{play:?}");
            let (mut turn, mut last) = (send().await.unwrap(), None);
            while let Some(message) = turn.next().await {
                if let Message::Result(result) = message.unwrap() {
                    last = result.result.clone();
                }
            }
            assert_ne!(last.as_deref(), Some(ANSWER), "a stream delivers what the CLI wrote");
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

/// A stream of these prompts.
fn tokio_stream(
    prompts: [&'static str; 2],
) -> impl futures_core::Stream<Item = &'static str> + Send {
    let mut prompts = prompts.into_iter();
    Prompts(std::iter::from_fn(move || prompts.next()))
}

struct Prompts<I>(I);

impl<I: Iterator + Unpin> futures_core::Stream for Prompts<I> {
    type Item = I::Item;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        _cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<I::Item>> {
        std::task::Poll::Ready(self.0.next())
    }
}

#[test]
fn the_result_of_an_event_stream_contains_the_whole_answer() {
    everywhere(async || {
        for play in PLAYS {
            let (options, stage) = playing(play);
            let client = Client::connect(options).await.unwrap();
            let all = client.events().unwrap();
            let of_turn = client.send("x").await.unwrap().into_events();
            for mut events in [of_turn, all] {
                let result = loop {
                    if let Event::Result(result) = events.next().await.unwrap().unwrap() {
                        break result;
                    }
                };
                assert_eq!(result.text(), ANSWER, "{play:?}");
            }
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

#[cfg(feature = "json")]
#[test]
fn a_typed_answer_that_was_cut_is_put_together() {
    #[derive(Debug, PartialEq, serde::Deserialize, claude_sdk::schemars::JsonSchema)]
    #[schemars(crate = "claude_sdk::schemars")]
    struct Sum {
        sum: u32,
        terms: Vec<u32>,
    }
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            cli.say(r#"{"sum": 42, "te"#).await;
            let note = "Output token limit hit. Resume directly.";
            user(&mut cli, true, json!([{ "type": "text", "text": note }])).await;
            cli.say(r#"rms": [40, 2]}"#).await;
            cli.result(&[&prompt], r#"rms": [40, 2]}"#).await;
            cli.finish().await;
        });
        let sum: Sum = query("x", options).json().await.unwrap();
        assert_eq!(sum, Sum { sum: 42, terms: vec![40, 2] });
        stage.done().await;
    });
}

#[test]
fn a_run_that_failed_keeps_what_was_said() {
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            cli.say("I look.").await;
            let failed = json!({
                "subtype": "error_max_turns", "is_error": true, "terminal_reason": "max_turns",
                "errors": ["Reached maximum number of turns (1)"],
            });
            cli.end(&[&prompt], failed).await;
            cli.finish().await;
        });
        let error = query("x", options).text().await.unwrap_err();
        assert!(matches!(error, Error::Run(_)), "{error:?}");
        assert_eq!(error.to_string(), "the run failed: Reached maximum number of turns (1)");
        assert_eq!(error.result().unwrap().text(), "I look.");
        stage.done().await;
    });
}

/// The text of a result, and the ID of the session.
type Seen = (String, Option<String>);

/// Records the text of each result and the ID of the session. It changes messages: results cannot
/// be changed.
#[derive(Clone, Default)]
struct Watcher(Arc<Mutex<Vec<Seen>>>);

impl Plugin for Watcher {
    fn name(&self) -> &str {
        "watcher"
    }

    fn on_message(&self, message: &mut Message, _context: &PluginContext) -> MessageFilter {
        if let Message::Assistant(reply) = message {
            for block in &mut reply.message.content {
                if let claude_sdk::ContentBlock::Text(block) = block {
                    block.text = block.text.replace("42", "[number]");
                }
            }
        }
        MessageFilter::Keep
    }

    fn after_query(&self, result: &ResultMessage, context: &PluginContext) {
        let id = context.session_id().map(ToString::to_string);
        self.0.lock().unwrap().push((result.text().to_owned(), id));
    }
}

#[test]
fn plugins_see_the_whole_answer_before_they_changed_it() {
    everywhere(async || {
        for play in PLAYS {
            let (options, stage) = playing(play);
            let watcher = Watcher::default();
            let ask = query("x", options.plugin(watcher.clone()));
            assert_eq!(ask.text().await.unwrap(), ANSWER, "{play:?}");
            let seen = watcher.0.lock().unwrap().clone();
            assert_eq!(seen.len(), 1);
            assert_eq!(seen[0].0, ANSWER, "{play:?}");
            stage.done().await;
        }
    });
}

/// A CLI that clears the conversation at its second prompt, as the real one does.
async fn clearing(mut cli: Cli) {
    cli.handshake().await;
    let mut id = SESSION;
    let mut number = 0;
    while let Some(line) = cli.line().await {
        let prompt = Cli::read_prompt(&line);
        number += 1;
        if prompt.text == "/clear" {
            cli.send(json!({
                "type": "conversation_reset", "new_conversation_id": NEW, "trigger": "clear",
                "session_id": id,
            }))
            .await;
            id = NEW;
        }
        cli.send(json!({
            "type": "system", "subtype": "init", "session_id": id, "permissionMode": "default",
            "model": "fake", "tools": [],
        }))
        .await;
        let text = format!("answer {number}");
        let fields = json!({
            "subtype": "success", "is_error": false, "session_id": id,
            "result": if prompt.text == "/clear" { "" } else { &text },
        });
        cli.end(&[&prompt], fields).await;
    }
    cli.exit(0, "");
}

#[test]
fn after_clear_all_handles_have_the_new_id() {
    everywhere(async || {
        let (options, stage) = Stage::play(clearing);
        let watcher = Watcher::default();
        let client = Client::connect(options.plugin(watcher.clone())).await.unwrap();
        let clone = client.clone();
        let before = client.session_id().unwrap().clone();
        for prompt in ["Hi", "/clear", "Hi again"] {
            client.send(prompt).await.unwrap().text().await.unwrap();
        }
        assert_ne!(before.as_str(), NEW);
        for client in [&client, &clone] {
            assert_eq!(client.session_id().unwrap().as_str(), NEW);
        }
        let seen = watcher.0.lock().unwrap().clone();
        let ids: Vec<_> = seen.iter().map(|(_, id)| id.as_deref().unwrap()).collect();
        assert_eq!(ids[1..], [NEW, NEW]);
        client.close().await.unwrap();

        let (options, of_query) = Stage::play(clearing);
        let mut run = query_stream(tokio_stream(["Hi", "/clear"]), options).await.unwrap();
        while let Some(message) = run.next().await {
            message.unwrap();
        }
        assert_eq!(run.session_id().unwrap().as_str(), NEW);
        of_query.done().await;
        stage.done().await;
    });
}

#[test]
fn a_client_that_continues_the_latest_session_learns_its_id() {
    everywhere(async || {
        for continued in [|o: Options| o.continue_latest(true), |o: Options| o.resume("a title")] {
            let (options, stage) = Stage::play(Cli::serve);
            let client = Client::connect(continued(options)).await.unwrap();
            assert_eq!(client.session_id(), None);
            client.send("x").await.unwrap().result().await.unwrap();
            assert_eq!(client.session_id().unwrap().as_str(), SESSION);
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

/// A resumed session whose ID the CLI changes, as older versions do.
#[test]
fn a_resumed_session_may_get_another_id() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let client = Client::connect(options.resume(NEW)).await.unwrap();
        assert_eq!(client.session_id().unwrap().as_str(), NEW);
        client.send("x").await.unwrap().result().await.unwrap();
        assert_eq!(client.session_id().unwrap().as_str(), SESSION);
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_callback_learns_the_id_after_clear() {
    everywhere(async || {
        let ids = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&ids);
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.send(json!({ "type": "conversation_reset", "new_conversation_id": NEW })).await;
            cli.ask(
                "ask",
                json!({
                    "subtype": "can_use_tool", "tool_name": "Bash", "input": {},
                    "tool_use_id": "toolu_1",
                }),
            )
            .await
            .unwrap();
            cli.answer(&prompt, "done").await;
            cli.finish().await;
        });
        let options = options.on_permission(move |_, context| {
            let id = context.client().and_then(|client| client.session_id().cloned());
            seen.lock().unwrap().push(id.map(|id| id.to_string()));
            async { claude_sdk::Permission::deny("no") }
        });
        query("x", options).text().await.unwrap();
        assert_eq!(*ids.lock().unwrap(), [Some(NEW.to_owned())]);
        stage.done().await;
    });
}

/// A prompt that the CLI did not send to the model: what the real CLI writes for a blank prompt.
#[test]
fn a_notice_of_the_cli_is_not_an_answer() {
    const NOTICE: &str = "Blank prompt \u{2014} nothing was sent to the model.";
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            while let Some(line) = cli.line().await {
                let prompt = Cli::read_prompt(&line);
                cli.init().await;
                let mut fields = json!({
                    "subtype": "success", "is_error": false, "num_turns": 0, "result": NOTICE,
                });
                match prompt.text.as_str() {
                    "/cost" => fields["local_command"] = "cost".into(),
                    "/old" => {
                        let text = format!("<local-command-stdout>{NOTICE}</local-command-stdout>");
                        user(&mut cli, false, text.into()).await;
                    }
                    "/clear" => fields["result"] = "".into(),
                    _ => {}
                }
                cli.end(&[&prompt], fields).await;
            }
            cli.exit(0, "");
        });
        let client = Client::connect(options.clone()).await.unwrap();
        let text = async |prompt: &str| client.send(prompt).await.unwrap().text().await;
        let error = text("  ").await.unwrap_err();
        assert!(error.to_string().ends_with(NOTICE) && !error.is_retryable(), "{error}");
        assert_eq!(error.kind(), claude_sdk::ErrorKind::Config);
        for command in ["/cost", "/old"] {
            assert_eq!(text(command).await.unwrap(), NOTICE, "{command}");
        }
        assert_eq!(text("/clear").await.unwrap(), "");
        client.close().await.unwrap();
        query(" ", options.clone()).text().await.unwrap_err();
        #[cfg(feature = "json")]
        query(" ", options).json::<u32>().await.unwrap_err();
        stage.done().await;
    });
}

#[test]
fn a_server_that_cannot_start_is_a_warning_with_its_command() {
    use claude_sdk::types::McpServerConfig;
    use claude_sdk::version::Warning;

    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let (id, _) = cli.request("mcp_set_servers").await;
            let errors = json!({ "web": "connection refused" });
            cli.succeed(&id, json!({ "added": ["tools"], "removed": [], "errors": errors })).await;
            let prompt = cli.prompt().await;
            cli.send(json!({
                "type": "system", "subtype": "init", "session_id": SESSION,
                "permissionMode": "default", "model": "fake", "tools": [],
                "mcp_servers": [
                    { "name": "tools", "status": "failed" },
                    { "name": "web", "status": "needs-auth" },
                    { "name": "of_settings", "status": "failed" },
                    { "name": "fine", "status": "connected" },
                ],
            }))
            .await;
            cli.result(&[&prompt], "done").await;
            cli.finish().await;
        });
        let options = options.mcp_servers(
            claude_sdk::McpServers::new()
                .external("tools", McpServerConfig::stdio("serverr", ["--key=SECRET"]))
                .external("web", McpServerConfig::http("https://u:SECRET@host/mcp?k=SECRET")),
        );
        let client = Client::connect(options).await.unwrap();
        let text = |client: &Client| {
            let all: Vec<_> = client.warnings().iter().map(ToString::to_string).collect();
            assert!(!all.concat().contains("SECRET"), "{all:?}");
            all
        };
        let about = |server: &str, rest: &str| {
            format!("the MCP server `{server}` is not ready, so its tools are missing{rest}")
        };
        assert_eq!(text(&client), [about("web", " (`https://host/mcp`): connection refused")]);
        client.send("x").await.unwrap().text().await.unwrap();
        assert_eq!(
            text(&client),
            [
                about("tools", " (`serverr`): failed"),
                about("web", " (`https://host/mcp`): connection refused"),
                about("of_settings", ": failed"),
            ],
        );
        let first = client.warnings().remove(0);
        assert!(matches!(first, Warning::McpServerNotReady { .. }), "{first:?}");
        client.close().await.unwrap();
        stage.done().await;
    });
}
