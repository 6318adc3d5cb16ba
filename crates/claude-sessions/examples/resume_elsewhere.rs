//! Begins a session on one machine and goes on with it on another one.
//!
//! Both machines are this one, with two configuration folders of the CLI. They share a store only; here
//! it is in memory, in a program of yours it is a database.
//!
//! Run: `cargo run -p claude-sessions --example resume_elsewhere` (needs the Claude Code CLI and an API
//! key in `ANTHROPIC_API_KEY`; a login is in another configuration folder).
//!
//! Runs unattended: real CLI.
//!
//! Expected output: what the second machine has opened, before it sends anything, and the answer.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use std::path::Path;

use claude_sdk::Options;
use claude_sessions::Sessions;
use claude_sessions::stores::MemoryStore;

/// Where the store has the session: a name of ours, as both machines have other folders.
const PROJECT: &str = "notes";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let store = MemoryStore::new();

    let here = tempfile::tempdir()?;
    let sessions = Sessions::in_store(store.clone())?.home(here.path());
    let opened = sessions.create().project(PROJECT).open(machine(here.path())).await?;
    let id = opened.proof().session.clone();
    opened.client().send("My favourite number is 7.").await?.text().await?;
    let report = opened.close().await?;
    println!("stored: {} lines, complete: {}", report.stored, report.is_stored());

    let there = tempfile::tempdir()?;
    let sessions = Sessions::in_store(store)?.home(there.path());
    let opened = sessions.resume(id).project(PROJECT).open(machine(there.path())).await?;
    let proof = opened.proof();
    println!("opened: {} messages, from {:?}", proof.messages, proof.source);
    let answer = opened.client().send("Which number is my favourite?").await?.text().await?;
    println!("answer: {answer}");
    opened.close().await?;
    Ok(())
}

/// The options of a machine: its configuration folder.
fn machine(config: &Path) -> Options {
    Options::default().env("CLAUDE_CONFIG_DIR", config.display().to_string())
}
