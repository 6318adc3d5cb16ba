//! Plugins: one keeps secrets out of prompts, one writes down what passes, and one reads messages
//! of a kind that only this program knows.
//!
//! Run: `cargo run -p claude-examples --example plugins` (needs the Claude Code CLI and a login;
//! set `CLAUDE_CLI_PATH` to run it against another CLI, such as the `mock-claude` of this project).
//!
//! Runs unattended: mock.
//!
//! Expected output: the journal of one answer, and a refusal.

use std::sync::Mutex;

use claude_sdk::plugin::{MessageFilter, Plugin, PluginContext, PluginFuture};
use claude_sdk::{Client, Error, Message, Options, Outcome, Prompt, ResultMessage};
use serde::Deserialize;

/// Refuses prompts that hold a key, and asks for short answers.
struct Discreet;

impl Plugin for Discreet {
    fn name(&self) -> &str {
        "discreet"
    }

    fn before_query<'p>(
        &'p self,
        prompt: &'p mut Prompt,
        _context: &'p PluginContext,
    ) -> PluginFuture<'p> {
        Box::pin(async move {
            if prompt.text().contains("sk-ant-") {
                return Err("it holds a key".into());
            }
            prompt.append("Answer in one sentence.");
            Ok(())
        })
    }
}

/// Writes down what comes back.
struct Journal;

impl Plugin for Journal {
    fn name(&self) -> &str {
        "journal"
    }

    fn on_message(&self, message: &mut Message, _context: &PluginContext) -> MessageFilter {
        if let Some(text) = message.text() {
            println!("journal: {text}");
        }
        MessageFilter::Keep
    }

    fn after_query(&self, result: &ResultMessage, context: &PluginContext) {
        let session = context.session_id().is_some();
        println!("journal: {:?}, session known: {session}", Outcome::of(result));
    }

    fn on_error(&self, error: &Error, _context: &PluginContext) {
        println!("journal: {error}");
    }
}

/// What some program between this one and the CLI may write into the stream.
#[derive(Deserialize)]
struct Progress {
    percent: u8,
}

/// Takes such messages out of the stream.
#[derive(Default)]
struct ProgressBar(Mutex<u8>);

impl Plugin for ProgressBar {
    fn name(&self) -> &str {
        "progress bar"
    }

    fn on_message(&self, message: &mut Message, _context: &PluginContext) -> MessageFilter {
        match message.custom::<Progress>("acme_progress") {
            Some(Ok(progress)) => {
                if let Ok(mut percent) = self.0.lock() {
                    *percent = progress.percent;
                }
                MessageFilter::Drop
            }
            _ => MessageFilter::Keep,
        }
    }
}

#[tokio::main]
async fn main() -> Result<(), claude_sdk::Report> {
    let options =
        Options::default().plugin(Discreet).plugin(Journal).plugin(ProgressBar::default());
    let client = Client::connect(options).await?;

    client.send("What is the capital of France?").await?.text().await?;

    // Nothing of it leaves this program, and the session goes on.
    match client.send("Is sk-ant-123 a good key?").await {
        Ok(_) => println!("the prompt was sent"),
        Err(error) => println!("refused: {error}. {}", error.hint()),
    }
    client.close().await?;
    Ok(())
}
