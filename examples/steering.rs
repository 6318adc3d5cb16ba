//! Prompts beside each other: a word with a turn that runs, one taken back, and a stream of them.
//!
//! Run: `cargo run -p claude-examples --example steering` (needs the Claude Code CLI and a login;
//! set `CLAUDE_CLI_PATH` to run it against another CLI).
//!
//! Runs unattended: mock.
//!
//! Expected output: what became of each message (`delivered`, `queued after it` or `too late`), how
//! long the turn took to begin and to end, and the answers.

use std::pin::Pin;
use std::task::{Context, Poll};

use claude_sdk::client::SteerOutcome;
use claude_sdk::status::PromptPhase;
use claude_sdk::{Client, Message, Options, Permission, TurnHandle, query_stream};
use futures_core::Stream;

/// Says something to a turn, and tells what became of it.
async fn steer(turn: &TurnHandle, text: &str) -> Result<(), claude_sdk::Error> {
    match turn.steer(text).await? {
        SteerOutcome::Delivered => println!("{text:?}: delivered"),
        // It is a prompt of its own by now, with a turn of its own.
        SteerOutcome::QueuedAfter(after) => {
            println!("{text:?}: queued after it: {}", after.text().await?);
        }
        SteerOutcome::TooLate => println!("{text:?}: too late, and not sent"),
        _ => {}
    }
    Ok(())
}

/// Prompts that are known beforehand; any stream will do.
struct Prompts(std::vec::IntoIter<&'static str>);

impl Stream for Prompts {
    type Item = &'static str;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<&'static str>> {
        Poll::Ready(self.0.next())
    }
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let options = Options::default().on_permission(|_, _| async { Permission::allow() });
    let client = Client::connect(options.clone()).await?;

    let turn = client.send("Use a tool to look around, then tell what you saw.").await?;
    let handle = turn.handle();
    handle.watch().wait_for(|progress| progress.phase == PromptPhase::Running).await;
    let (steered, answer) = tokio::join!(steer(&handle, "And be brief."), turn.text());
    steered?;
    println!("{}", answer?);
    let timings = handle.progress().timings;
    println!("begun after {:?}, done after {:?}", timings.started, timings.result);
    steer(&handle, "One thing more.").await?;

    // Prompts that wait can be taken back.
    let first = client.send("Say one.").await?;
    let second = client.send("Say two.").await?;
    let taken_back = second.handle().cancel().await?;
    println!("the second was {}", if taken_back { "taken back" } else { "under way already" });
    println!("{}", first.text().await?);
    client.close().await?;

    // Many prompts in a session of their own: it ends when the last is answered.
    let prompts = Prompts(vec!["Say three.", "Say four."].into_iter());
    let mut run = query_stream(prompts, options).await?;
    while let Some(message) = run.next().await {
        if let Message::Result(result) = message? {
            println!("{}", result.text());
        }
    }
    Ok(())
}
