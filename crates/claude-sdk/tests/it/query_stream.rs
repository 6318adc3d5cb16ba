//! Query streams: queries with many prompts.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use claude_sdk::hook::{HookEvent, HookMatcher, proceed};
use claude_sdk::{Message, Query, query_stream};
use futures_core::Stream;
use serde_json::json;
use tokio::sync::mpsc;

use crate::cli::Cli;
use crate::stage::{Stage, everywhere, paused};

/// A stream of prompts that the test sends.
struct Prompts(mpsc::UnboundedReceiver<&'static str>);

impl Stream for Prompts {
    type Item = &'static str;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<&'static str>> {
        self.0.poll_recv(cx)
    }
}

fn prompts(texts: &[&'static str]) -> Prompts {
    let (feed, prompts) = mpsc::unbounded_channel();
    texts.iter().for_each(|text| feed.send(*text).unwrap());
    Prompts(prompts)
}

/// The texts of all results, to the end of the stream.
async fn results(run: &mut Query) -> Vec<String> {
    let mut results = Vec::new();
    while let Some(message) = run.next().await {
        if let Message::Result(result) = message.unwrap() {
            results.push(result.text().to_owned());
        }
    }
    results
}

#[test]
fn each_prompt_is_answered_and_then_stdin_closes() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let mut run = query_stream(prompts(&["one", "two", "three"]), options).await.unwrap();
        assert_eq!(results(&mut run).await, ["echo: one", "echo: two", "echo: three"]);
        stage.done().await;
    });
}

#[test]
fn collecting_returns_the_last_result() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let last = query_stream(prompts(&["one", "two"]), options.clone()).text().await.unwrap();
        assert_eq!(last, "echo: two");
        let last = query_stream(prompts(&["one", "two"]), options).result().await.unwrap();
        assert_eq!(last.text(), "echo: two");
        stage.done().await;
    });
}

#[test]
fn without_prompts_stdin_closes_at_once() {
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let hook = HookMatcher::new(HookEvent::PreToolUse);
        let options = options.on_hook(hook, |_, _| async { proceed() });
        let mut run = query_stream(prompts(&[]), options.clone()).await.unwrap();
        assert!(results(&mut run).await.is_empty());
        let error = query_stream(prompts(&[]), options).text().await.unwrap_err();
        assert_eq!(error.to_string(), "the turn ended without a result");
        stage.done().await;
    });
}

#[test]
fn a_late_prompt_is_sent_in_the_same_session() {
    paused(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let (feed, late) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            for text in ["one", "two"] {
                tokio::time::sleep(Duration::from_secs(3600)).await;
                feed.send(text).unwrap();
            }
        });
        let mut run = query_stream(Prompts(late), options).await.unwrap();
        assert_eq!(results(&mut run).await, ["echo: one", "echo: two"]);
        assert_eq!(stage.started(), 1);
        stage.done().await;
    });
}

#[test]
fn a_panic_in_the_stream_ends_it() {
    struct Panics(bool);
    impl Stream for Panics {
        type Item = &'static str;
        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<&'static str>> {
            assert!(!std::mem::replace(&mut self.0, true), "as planned");
            Poll::Ready(Some("one"))
        }
    }
    everywhere(async || {
        let (options, stage) = Stage::play(Cli::serve);
        let mut run = query_stream(Panics(false), options).await.unwrap();
        assert_eq!(results(&mut run).await, ["echo: one"]);
        stage.done().await;
    });
}

/// Reports when it is dropped.
struct Endless(Arc<AtomicBool>);

impl Stream for Endless {
    type Item = &'static str;
    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<&'static str>> {
        Poll::Pending
    }
}

impl Drop for Endless {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

#[test]
fn dropping_the_query_drops_the_prompts_and_ends_the_cli() {
    everywhere(async || {
        let (options, stage) = Stage::play(|mut cli: Cli| async move {
            cli.handshake().await;
            cli.eof().await;
        });
        let dropped = Arc::new(AtomicBool::new(false));
        drop(query_stream(Endless(Arc::clone(&dropped)), options).await.unwrap());
        stage.done().await;
        while !dropped.load(Ordering::SeqCst) {
            tokio::task::yield_now().await;
        }
    });
}

#[test]
fn without_state_frames_queued_prompts_keep_stdin_open() {
    paused(async || {
        // An old CLI: no states, no announcements, no UUIDs; a hook between the two results.
        let (options, stage) = Stage::play(|mut cli: Cli| async move {
            cli.handshake().await;
            let [_one, _two] = [cli.prompt().await, cli.prompt().await];
            for (text, id) in [("first", "h1"), ("second", "h2")] {
                // Long enough for stdin to be closed between the turns by mistake.
                tokio::time::sleep(Duration::from_secs(1)).await;
                cli.init().await;
                let hook = json!({ "subtype": "hook_callback", "callback_id": "hook_0",
                    "input": { "hook_event_name": "PreToolUse", "session_id": "s",
                        "transcript_path": "/t", "cwd": "/", "tool_name": "Bash",
                        "tool_input": {}, "tool_use_id": "t" }, "tool_use_id": "t" });
                cli.ask(id, hook).await.expect("the hook answers");
                cli.say(text).await;
                let result = json!({ "type": "result", "subtype": "success", "is_error": false,
                    "result": text });
                cli.send(result).await;
            }
            cli.finish().await;
        });
        let hook = HookMatcher::new(HookEvent::PreToolUse);
        let options = options.on_hook(hook, |_, _| async { proceed() });
        let mut run = query_stream(prompts(&["one", "two"]), options).await.unwrap();
        assert_eq!(results(&mut run).await, ["first", "second"]);
        stage.done().await;
    });
}
