//! Lists the sessions of the current directory, the latest first.
//!
//! Run: `cargo run -p claude-transcripts --example sessions_list [DIRECTORY]`. It reads files only: it
//! needs no CLI and no login.
//!
//! Runs unattended: no CLI.
//!
//! Expected output: a line for each session: its ID, how old it is, and its title or first prompt.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example prints")]

use std::error::Error;
use std::path::PathBuf;

use claude_transcripts::{Home, Scope};

fn main() -> Result<(), Box<dyn Error>> {
    let directory = match std::env::args_os().nth(1) {
        Some(directory) => PathBuf::from(directory),
        None => std::env::current_dir()?,
    };
    let list = Home::find()?.list(&Scope::directory(&directory)).run()?;
    if list.sessions.is_empty() {
        println!("no sessions in {}", directory.display());
    }
    for session in &list.sessions {
        let hours = session.last_modified.elapsed().unwrap_or_default().as_secs() / 3600;
        let age = if hours < 48 { format!("{hours} h") } else { format!("{} d", hours / 24) };
        let summary: String = session.summary.chars().take(60).collect();
        println!("{}  {age:>6}  {}", session.session_id, summary.replace('\n', " "));
    }
    for problem in &list.skipped {
        eprintln!("{problem}");
    }
    Ok(())
}
