//! Plugins: what they see, in which order, and that they do not break the session.

use std::sync::{Arc, Mutex};

use claude_sdk::error::Precondition;
use claude_sdk::plugin::{MessageFilter, Plugin, PluginContext, PluginFuture};
use claude_sdk::{Client, Error, Message, Options, Prompt, ResultMessage, query};
use serde::Deserialize;
use serde_json::json;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere};

type Log = Arc<Mutex<Vec<String>>>;

/// Records what it sees.
struct Recorder {
    name: &'static str,
    log: Log,
}

impl Recorder {
    fn new(name: &'static str, log: &Log) -> Self {
        Self { name, log: Arc::clone(log) }
    }

    fn write(&self, what: &str) {
        self.log.lock().unwrap().push(format!("{}: {what}", self.name));
    }
}

impl Plugin for Recorder {
    fn name(&self) -> &str {
        self.name
    }

    fn before_query<'p>(
        &'p self,
        prompt: &'p mut Prompt,
        _context: &'p PluginContext,
    ) -> PluginFuture<'p> {
        Box::pin(async move {
            // Lets other tasks run.
            tokio::task::yield_now().await;
            self.write(&format!("before {}", prompt.text()));
            prompt.append(self.name);
            Ok(())
        })
    }

    fn on_message(&self, message: &mut Message, _context: &PluginContext) -> MessageFilter {
        if let Message::Assistant(reply) = message {
            self.write(&format!("message {}", reply.text()));
        }
        MessageFilter::Keep
    }

    fn after_query(&self, result: &ResultMessage, _context: &PluginContext) {
        self.write(&format!("after {}", result.text()));
    }

    fn on_error(&self, error: &Error, _context: &PluginContext) {
        self.write(&format!("error {error}"));
    }
}

/// Panics in one method.
struct Broken(&'static str);

impl Broken {
    fn break_in(&self, method: &str) {
        assert_ne!(self.0, method, "broken on purpose");
    }
}

impl Plugin for Broken {
    fn name(&self) -> &str {
        "broken"
    }

    fn before_query<'p>(
        &'p self,
        _prompt: &'p mut Prompt,
        _context: &'p PluginContext,
    ) -> PluginFuture<'p> {
        self.break_in("before");
        Box::pin(async move {
            self.break_in("before, later");
            if self.0 == "refuse" { Err("no such prompt, please".into()) } else { Ok(()) }
        })
    }

    fn on_message(&self, _message: &mut Message, _context: &PluginContext) -> MessageFilter {
        self.break_in("message");
        MessageFilter::Keep
    }

    fn after_query(&self, _result: &ResultMessage, _context: &PluginContext) {
        self.break_in("after");
    }

    fn on_error(&self, _error: &Error, _context: &PluginContext) {
        self.break_in("error");
    }
}

fn taken(log: &Log) -> Vec<String> {
    std::mem::take(&mut *log.lock().unwrap())
}

/// A CLI that echoes the prompt.
async fn echo(mut cli: Cli) {
    cli.handshake().await;
    while let Some(line) = cli.line().await {
        match line["type"].as_str() {
            Some("user") => {
                let blocks = line["message"]["content"].as_array().unwrap();
                let texts: Vec<_> = blocks.iter().map(|b| b["text"].as_str().unwrap()).collect();
                cli.init().await;
                cli.say("well").await;
                let uuids = json!([line["uuid"]]);
                let fields = json!({
                    "subtype": "success", "is_error": false, "result": texts.join("+"),
                    "user_message_uuids": uuids,
                });
                cli.end(&[], fields).await;
            }
            _ => cli.succeed(line["request_id"].as_str().unwrap(), json!({})).await,
        }
    }
    cli.exit(0, "");
}

const ROUND: [&str; 6] = [
    "a: before x",
    "b: before xa",
    "b: message well",
    "a: message well",
    "b: after x+a+b",
    "a: after x+a+b",
];

#[test]
fn plugins_see_prompts_in_order_and_messages_in_reverse() {
    everywhere(async || {
        let log = Log::default();
        let (options, stage) = Stage::play(echo);
        let options = options.plugin(Recorder::new("a", &log)).plugin(Recorder::new("b", &log));
        assert_eq!(query("x", options.clone()).text().await.unwrap(), "x+a+b");
        assert_eq!(taken(&log), ROUND);

        let mut run = query("x", options.clone()).await.unwrap();
        while let Some(message) = run.next().await {
            message.unwrap();
        }
        assert_eq!(taken(&log), ROUND);

        let client = Client::connect(options.clone()).await.unwrap();
        assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "x+a+b");
        assert_eq!(taken(&log), ROUND);
        // A caller that reads only the result gets no messages.
        let unread = [ROUND[0], ROUND[1], ROUND[4], ROUND[5]];
        client.send("x").await.unwrap().result().await.unwrap();
        assert_eq!(taken(&log), unread);
        query("x", options).result().await.unwrap();
        assert_eq!(taken(&log), unread);
        client.close().await.unwrap();
        assert!(taken(&log).is_empty());
        stage.done().await;
    });
}

#[test]
fn a_refused_prompt_is_not_sent_and_the_session_continues() {
    /// Refuses prompts with this word.
    struct Guard;
    impl Plugin for Guard {
        fn name(&self) -> &str {
            "guard"
        }
        fn before_query<'p>(
            &'p self,
            prompt: &'p mut Prompt,
            context: &'p PluginContext,
        ) -> PluginFuture<'p> {
            assert!(context.session_id().is_some());
            let refused = prompt.text().contains("secret");
            Box::pin(async move { if refused { Err("it tells a secret".into()) } else { Ok(()) } })
        }
    }
    everywhere(async || {
        let log = Log::default();
        let (options, stage) = Stage::play(echo);
        let options = options.plugin(Recorder::new("a", &log)).plugin(Guard);
        // No CLI is started for a refused prompt.
        let refused = query("a secret", options.clone()).text().await.unwrap_err();
        assert_eq!(stage.started(), 0);
        let Error::Precondition(Precondition::Plugin { plugin, source }) = &refused else {
            panic!("{refused:?}")
        };
        assert_eq!((plugin.as_str(), source.to_string().as_str()), ("guard", "it tells a secret"));
        assert_eq!(refused.to_string(), "the plugin `guard` refused the prompt");
        let expected = ["a: before a secret", "a: error the plugin `guard` refused the prompt"];
        assert_eq!(taken(&log), expected);

        let client = Client::connect(options).await.unwrap();
        client.send("a secret").await.unwrap_err();
        assert_eq!(taken(&log), expected);
        assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "x+a");
        client.close().await.unwrap();
        stage.done().await;
    });
}

#[test]
fn a_plugin_that_panics_does_not_affect_others() {
    everywhere(async || {
        for method in ["message", "after", "error"] {
            let log = Log::default();
            let (options, stage) = Stage::play(echo);
            let options = options
                .plugin(Recorder::new("a", &log))
                .plugin(Broken(method))
                .plugin(Recorder::new("b", &log));
            let client = Client::connect(options).await.unwrap();
            assert_eq!(client.send("x").await.unwrap().text().await.unwrap(), "x+a+b", "{method}");
            assert_eq!(taken(&log), ROUND, "{method}");
            client.close().await.unwrap();
            client.send("x").await.unwrap_err();
            let expected = "error the session is closed: it was closed by this program";
            assert_eq!(
                taken(&log)[2..],
                [format!("b: {expected}"), format!("a: {expected}")],
                "{method}"
            );
            stage.done().await;
        }
    });
}

/// The plugin may have been there to check the prompt.
#[test]
fn a_panic_in_before_query_refuses_the_prompt() {
    everywhere(async || {
        for method in ["before", "before, later", "refuse"] {
            let (options, stage) = Stage::play(echo);
            let client = Client::connect(options.plugin(Broken(method))).await.unwrap();
            for _ in 0..2 {
                let error = client.send("x").await.unwrap_err();
                assert!(
                    matches!(error, Error::Precondition(Precondition::Plugin { .. })),
                    "{error:?}"
                );
            }
            client.set_model("opus").await.unwrap();
            client.close().await.unwrap();
            stage.done().await;
        }
    });
}

#[test]
fn errors_of_starts_and_failed_runs_are_reported_once() {
    everywhere(async || {
        let log = Log::default();
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.request("initialize").await;
            cli.exit(1, "boom");
        });
        let options = options.plugin(Recorder::new("a", &log));
        Client::connect(options.clone()).await.unwrap_err();
        let expected =
            "a: error the CLI exited with exit code 1 before the handshake (`claude`): boom";
        assert_eq!(taken(&log), [expected]);
        query("x", options.clone()).text().await.unwrap_err();
        assert_eq!(taken(&log), ["a: before x", expected]);
        let invalid = options.fork_session(true);
        Client::connect(invalid).await.unwrap_err();
        assert_eq!(taken(&log).len(), 1);
        stage.done().await;

        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            let fields = json!({ "is_error": true, "terminal_reason": "max_turns" });
            cli.end(&[&prompt], fields).await;
            cli.finish().await;
        });
        query("x", options.plugin(Recorder::new("a", &log))).text().await.unwrap_err();
        let expected = ["a: before x", "a: after ", "a: error the run failed: no reason given"];
        assert_eq!(taken(&log), expected);
        stage.done().await;
    });
}

/// Changes answers and drops partial ones.
struct Censor;

impl Plugin for Censor {
    fn name(&self) -> &str {
        "censor"
    }

    fn on_message(&self, message: &mut Message, _context: &PluginContext) -> MessageFilter {
        match message {
            Message::Assistant(reply) => {
                reply.message.content = vec!["hidden".into()];
                MessageFilter::Keep
            }
            // Dropping all messages does not end a turn early.
            _ => MessageFilter::Drop,
        }
    }
}

async fn seen(mut next: impl AsyncFnMut() -> Option<Result<Message, Error>>) -> Vec<String> {
    let mut seen = Vec::new();
    while let Some(message) = next().await {
        seen.push(message.unwrap().text().unwrap_or_default().into_owned());
    }
    seen
}

#[test]
fn messages_can_be_changed_and_dropped_and_results_cannot() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let options = options.plugin(Censor);
        let mut run = query("x", options.clone()).await.unwrap();
        assert_eq!(seen(async || run.next().await).await, ["hidden", "echo: x"]);
        let client = Client::connect(options).await.unwrap();
        let mut all = client.messages().unwrap();
        let mut turn = client.send("x").await.unwrap();
        assert_eq!(seen(async || turn.next().await).await, ["hidden", "echo: x"]);
        client.close().await.unwrap();
        assert_eq!(seen(async || all.next().await).await, ["hidden", "echo: x"]);
        stage.done().await;
    });
}

#[test]
fn a_plugin_reads_messages_of_its_own_kind() {
    #[derive(Deserialize)]
    struct Progress {
        percent: u8,
    }
    /// Takes progress messages out of the stream.
    struct Bar(Arc<Mutex<Vec<u8>>>);
    impl Plugin for Bar {
        fn name(&self) -> &str {
            "bar"
        }
        fn on_message(&self, message: &mut Message, _context: &PluginContext) -> MessageFilter {
            match message.custom::<Progress>("acme_progress") {
                Some(Ok(progress)) => {
                    self.0.lock().unwrap().push(progress.percent);
                    MessageFilter::Drop
                }
                _ => MessageFilter::Keep,
            }
        }
    }
    everywhere(async || {
        let (options, stage) = Stage::play(async |mut cli: Cli| {
            cli.handshake().await;
            let prompt = cli.prompt().await;
            cli.init().await;
            for percent in [json!(10), json!("odd"), json!(90)] {
                cli.send(json!({ "type": "acme_progress", "percent": percent })).await;
            }
            cli.send(json!({ "type": "system", "subtype": "acme_progress", "percent": 95 })).await;
            cli.answer(&prompt, "done").await;
            cli.finish().await;
        });
        let percents = Arc::default();
        let mut run = query("x", options.plugin(Bar(Arc::clone(&percents)))).await.unwrap();
        let mut unknown = 0;
        while let Some(message) = run.next().await {
            unknown += usize::from(matches!(message.unwrap(), Message::Unknown(_)));
        }
        assert_eq!((&*percents.lock().unwrap(), unknown), (&vec![10, 90, 95], 1));
        stage.done().await;
    });
}

#[test]
fn options_show_the_names_of_plugins() {
    let log = Log::default();
    let options = Options::default().plugin(Recorder::new("a", &log)).plugin(Censor);
    let shown = format!("{options:?}");
    assert!(shown.contains("plugins: [a, censor]"), "{shown}");
}
