//! Late requests: requests of the CLI after its result, of every kind, for every kind of prompt,
//! with and without background work and state frames. Each is answered; then stdin closes, and the
//! CLI exits.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};

use claude_sdk::hook::{HookEvent, HookMatcher, proceed};
use claude_sdk::mcp::Server;
use claude_sdk::{McpServers, Options, Permission, Query, ToolName, query, query_stream};
use futures_core::Stream;

use super::stage::{everywhere, options, story};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Asks {
    Nothing,
    Hook,
    Permission,
    Mcp,
}

#[derive(Debug, Clone, Copy)]
struct Case {
    stream: bool,
    asks: Asks,
    background: bool,
    states: bool,
}

fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for stream in [false, true] {
        for asks in [Asks::Nothing, Asks::Hook, Asks::Permission, Asks::Mcp] {
            for background in [false, true] {
                for states in [false, true] {
                    cases.push(Case { stream, asks, background, states });
                }
            }
        }
    }
    cases
}

impl Case {
    /// The steps of the CLI: with a background agent, a result, then a request and a second result;
    /// otherwise a request before the result.
    fn steps(self) -> String {
        let asks = match self.asks {
            Asks::Nothing => "",
            Asks::Hook => r#"hook Notification {"message":"m","notification_type":"idle_prompt"}"#,
            Asks::Permission => r#"tool Bash {"command":"x"} => "ran""#,
            Asks::Mcp => "tool mcp__math__ping {}",
        };
        if !self.background {
            return format!("expect user\n{asks}\nresult \"first\"");
        }
        let started = r#"send {"type":"system","subtype":"task_started","task_id":"agent","task_type":"local_agent","uuid":"$uuid","session_id":"$session"}"#;
        let ended = r#"send {"type":"system","subtype":"task_notification","task_id":"agent","status":"completed","summary":"","output_file":"","uuid":"$uuid","session_id":"$session"}"#;
        format!("expect user\n{started}\nresult \"first\"\n{asks}\n{ended}\nresult \"second\"")
    }

    fn options(self, asked: &Arc<AtomicUsize>) -> Options {
        let asked = Arc::clone(asked);
        let states = if self.states { "1" } else { "" };
        let options = options(&self.steps()).env("CLAUDE_CODE_SDK_READS_SESSION_STATE", states);
        match self.asks {
            Asks::Nothing => options,
            Asks::Hook => {
                options.on_hook(HookMatcher::new(HookEvent::Notification), move |_, _| {
                    asked.fetch_add(1, Ordering::SeqCst);
                    async { proceed() }
                })
            }
            Asks::Permission => options.on_permission(move |_, _| {
                asked.fetch_add(1, Ordering::SeqCst);
                async { Permission::allow() }
            }),
            Asks::Mcp => {
                let server =
                    Server::builder("math", "1").tool("ping", "Answers.", move |_: None| {
                        asked.fetch_add(1, Ordering::SeqCst);
                        async { "pong" }
                    });
                options
                    .mcp_servers(McpServers::new().server("math", server.build()))
                    .allow_tools([ToolName::mcp("math", "ping")])
            }
        }
    }

    async fn run(self, options: Options) -> Query {
        let run = match self.stream {
            false => query("hi", options).await,
            true => query_stream(One(Some("hi")), options).await,
        };
        run.unwrap_or_else(|error| panic!("{self:?}: {error}"))
    }
}

/// Arguments of a tool that takes none.
#[derive(serde::Deserialize, claude_sdk::mcp::schemars::JsonSchema)]
#[schemars(crate = "claude_sdk::mcp::schemars")]
struct None {}

struct One(Option<&'static str>);

impl Stream for One {
    type Item = &'static str;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<&'static str>> {
        Poll::Ready(self.0.take())
    }
}

#[test]
fn every_late_request_is_answered_before_stdin_closes() {
    everywhere(async || {
        for case in cases() {
            let asked = Arc::new(AtomicUsize::new(0));
            let mut run = case.run(case.options(&asked)).await;
            let story = story(&mut run).await;
            let expected = usize::from(case.asks != Asks::Nothing);
            assert_eq!(asked.load(Ordering::SeqCst), expected, "{case:?}: {story:?}");
            let results: Vec<_> = story
                .iter()
                .filter(|item| item.starts_with("result"))
                .map(String::as_str)
                .collect();
            let all: &[_] = if case.background {
                &["result first", "result second"]
            } else {
                &["result first"]
            };
            assert_eq!(results, all, "{case:?}: {story:?}");
            let failed = story.iter().find(|item| item.starts_with("error") || *item == "failure");
            assert_eq!(failed, Option::None, "{case:?}: {story:?}");
            match case.asks {
                Asks::Permission => assert!(story.contains(&"output ran".into()), "{story:?}"),
                Asks::Mcp => assert!(story.contains(&"output pong".into()), "{story:?}"),
                Asks::Nothing | Asks::Hook => {}
            }
        }
    });
}
