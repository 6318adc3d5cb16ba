//! Secrets: one text in every option that may hold a secret is in no `Debug`, error, log or panic,
//! and in no argument.

use std::fmt::{Debug, Write as _};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex};

use claude_sdk::options::{Credentials, Secret};
use claude_sdk::transport::{Launch, Transport, TransportError};
use claude_sdk::types::{AgentDefinition, McpServerConfig, SandboxSettings};
use claude_sdk::{Client, McpServers, Options, Prompt, SystemPrompt, query};
use serde_json::json;

#[cfg(feature = "tracing")]
use crate::cli::Cli;
#[cfg(feature = "tracing")]
use crate::stage::Stage;
use crate::stage::everywhere;

const SECRET: &str = "sk-ant-CANARY";

/// A connector that records the launch, and fails.
#[derive(Clone, Default)]
struct Recorder(Arc<Mutex<Vec<Launch>>>);

impl claude_sdk::transport::Connector for Recorder {
    fn connect(&self, launch: &Launch) -> Result<Box<dyn Transport>, TransportError> {
        self.0.lock().unwrap().push(launch.clone());
        Err(TransportError::NoRuntime)
    }
}

/// Sets the secret in every option that may hold one, except in those that exclude each other.
fn loaded(options: Options) -> Options {
    let server = |name: &str| {
        let mut server = McpServerConfig::stdio("/bin/server", [SECRET]);
        if let McpServerConfig::Stdio(stdio) = &mut server {
            stdio.env = Some([("TOKEN".to_owned(), SECRET.to_owned())].into());
        }
        McpServers::new().external(name, server)
    };
    options
        .env("TOKEN", SECRET)
        .system_prompt(SECRET)
        .plan_mode_instructions(SECRET)
        .output_schema(json!({ "type": "object", "description": SECRET }))
        .settings(json!({ "env": { "TOKEN": SECRET } }).to_string())
        .sandbox(SandboxSettings::new().excluded_commands(vec![SECRET.into()]))
        .agents([("reviewer", AgentDefinition::new(SECRET, SECRET))])
        .title(SECRET)
        .mcp_servers(server("files"))
        .trace_context(SECRET, SECRET)
}

/// The options with each kind of credentials, and each form of the system prompt.
fn all() -> Vec<Options> {
    let secret = || Secret::new(SECRET);
    let mut all: Vec<_> = [
        Credentials::Inherit,
        Credentials::ApiKey(secret()),
        Credentials::OAuthToken(secret()),
        Credentials::Helper(format!("echo {SECRET}")),
    ]
    .into_iter()
    .map(|credentials| loaded(Options::default()).credentials(credentials))
    .collect();
    for prompt in [SystemPrompt::Append(SECRET.into()), SystemPrompt::blocks([SECRET])] {
        all.push(loaded(Options::default()).system_prompt(prompt));
    }
    all
}

#[track_caller]
fn assert_silent(shown: impl Debug) {
    let shown = format!("{shown:?} {shown:#?}");
    assert!(!shown.contains("CANARY"), "{shown}");
}

/// An error with everything that it can be written as.
#[track_caller]
fn assert_silent_error(error: &claude_sdk::Error) {
    let causes = std::iter::successors(std::error::Error::source(error), |cause| cause.source());
    let mut shown = format!("{error} {error:#} {} {:?}", error.hint(), error.kind());
    for cause in causes {
        write!(shown, "{cause} {cause:?}").unwrap();
    }
    shown.push_str(&serde_json::to_string(error).unwrap());
    assert_silent((error, shown));
}

#[test]
fn no_secret_is_in_debug_arguments_or_errors() {
    everywhere(async || {
        for options in all() {
            let managed = json!({ "env": { "TOKEN": SECRET } }).to_string();
            let options = options.managed_settings(managed);
            options.validate().unwrap();
            let recorder = Recorder::default();
            let options = options.connector(recorder.clone());
            assert_silent(&options);
            assert_silent((query(SECRET, options.clone()), Prompt::from(SECRET)));
            assert_silent_error(&Client::connect(options.clone()).await.unwrap_err());
            assert_silent_error(&query(SECRET, options.clone()).text().await.unwrap_err());
            let launches = recorder.0.lock().unwrap();
            let launch = launches.first().expect("nothing was started");
            assert_silent(launch);
            assert_silent((&launch.args, &launch.env, &launch.files));
            // Positive control: the secret is in the file and in the environment.
            let content = String::from_utf8(launch.files[0].content.clone()).unwrap();
            assert!(content.contains("CANARY"), "{content}");
            assert!(launch.env.changes().any(|(_, value)| value.is_some_and(|v| v == SECRET)));
        }
    });
}

/// Options that are refused may not quote the secret that they are refused for.
#[test]
fn no_secret_is_in_an_error_about_options() {
    let key = || Credentials::ApiKey(Secret::new(format!("{SECRET}\n")));
    let own = || Credentials::ApiKey(Secret::new(SECRET));
    for refused in [
        Options::default().credentials(key()),
        Options::default().credentials(own()).env("ANTHROPIC_AUTH_TOKEN", SECRET),
        Options::default()
            .credentials(own())
            .settings(json!({ "apiKeyHelper": SECRET }).to_string()),
        Options::default().credentials(Credentials::Helper(format!("{SECRET}\0"))),
        Options::default().env("TOKEN", format!("{SECRET}\0")),
        Options::default().managed_settings(format!("[\"{SECRET}\"]")),
        Options::default().extra_arg("settings", json!({ "a": SECRET }).to_string().as_str()),
        Options::default().extra_arg("workload", format!("{SECRET}\0").as_str()),
        Options::default().mcp_config(json!({ "a": SECRET }).to_string()),
        Options::default().trace_context(format!("{SECRET}\0"), None),
    ] {
        assert_silent_error(&refused.validate().unwrap_err());
    }
}

#[test]
fn no_secret_is_in_a_panic() {
    for options in all() {
        let shown = Arc::new(Mutex::new(String::new()));
        let seen = Arc::clone(&shown);
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            write!(seen.lock().unwrap(), "{info}").unwrap();
        }));
        let held = AssertUnwindSafe(&options);
        let panicked = std::panic::catch_unwind(move || panic!("with {:?}", *held));
        std::panic::set_hook(before);
        panicked.unwrap_err();
        let shown = shown.lock().unwrap();
        assert!(shown.contains("Options"), "{shown}");
        assert_silent(&*shown);
    }
}

/// A session that fails in the middle, with every event and span that is emitted.
#[cfg(feature = "tracing")]
#[test]
fn no_secret_is_in_a_log() {
    use tracing::field::{Field, Visit};
    use tracing::{Event, Metadata, Subscriber, span};

    #[derive(Clone, Default)]
    struct Log(Arc<Mutex<String>>);

    impl Visit for Log {
        fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
            writeln!(self.0.lock().unwrap(), "{field}={value:?}").unwrap();
        }
    }

    impl Subscriber for Log {
        fn enabled(&self, _: &Metadata<'_>) -> bool {
            true
        }
        fn event(&self, event: &Event<'_>) {
            event.record(&mut self.clone());
        }
        fn new_span(&self, attributes: &span::Attributes<'_>) -> span::Id {
            attributes.record(&mut self.clone());
            span::Id::from_u64(1)
        }
        fn record(&self, _: &span::Id, values: &span::Record<'_>) {
            values.record(&mut self.clone());
        }
        fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
        fn enter(&self, _: &span::Id) {}
        fn exit(&self, _: &span::Id) {}
    }

    let log = Log::default();
    // One subscriber alone would be enabled or not by the thread that reaches an event first.
    let _another = tracing::Dispatch::new(Log::default());
    tracing::subscriber::with_default(log.clone(), || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.unwrap().block_on(async {
            let (options, stage) = Stage::play(async |mut cli: Cli| {
                cli.handshake().await;
                let (id, _) = cli.request("mcp_set_servers").await;
                cli.succeed(&id, json!({ "added": [], "removed": [], "errors": {} })).await;
                let prompt = cli.prompt().await;
                cli.text("not a frame").await;
                cli.succeed("unknown", json!({})).await;
                cli.send(json!({ "type": "nonsense" })).await;
                cli.end(
                    &[&prompt],
                    json!({ "is_error": true, "subtype": "error_during_execution" }),
                )
                .await;
                cli.exit(1, "it broke");
            });
            let credentials = Credentials::ApiKey(Secret::new(SECRET));
            let options = loaded(options).credentials(credentials);
            let client = Client::connect(options).await.unwrap();
            client.send(SECRET).await.unwrap().text().await.unwrap_err();
            client.close().await.ok();
            stage.done().await;
        });
    });
    let shown = log.0.lock().unwrap();
    // Positive control: the line that is no frame, the response to no request, and the end.
    assert!(shown.contains("no request of this side"), "{shown}");
    assert!(shown.contains("the connection is over"), "{shown}");
    assert_silent(&*shown);
}
