//! Follows the latest session of a directory: prints its lines, and then those that a CLI appends.
//!
//! Run: `cargo run -p claude-transcripts --example sessions_follow [--once] [DIRECTORY]`. It reads files
//! only: it needs no CLI and no login. With `--once` it ends with the last line.
//!
//! Runs unattended: no, it follows until it is ended.
//!
//! Expected output: the place, length and type of each line.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use claude_transcripts::{FollowItem, Home, Scope};
use claude_types::frame_type;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_once = arguments.iter().any(|argument| argument == "--once");
    arguments.retain(|argument| argument != "--once");
    let directory = arguments.first().map_or(".", String::as_str);

    let home = Home::find()?;
    let page = home.list(&Scope::directory(std::fs::canonicalize(directory)?)).limit(1).run()?;
    let Some(session) = page.sessions.first() else {
        println!("no session of {directory}");
        return Ok(());
    };
    let mut follower = home.open(&session.session_id)?.follow();
    // Nobody sends: receiving is a wait that another thread could end.
    let (_end, ended) = channel::<()>();
    loop {
        while let Some(item) = follower.next()? {
            match item {
                FollowItem::Line { place, bytes, .. } => {
                    let kind = frame_type(&bytes);
                    let kind = kind.as_deref().unwrap_or("damaged");
                    println!("{:>10} {:>8} {kind}", place.offset, place.length);
                }
                FollowItem::Restarted => println!("the file was replaced"),
                FollowItem::Gone => println!("the file was deleted"),
                _ => {}
            }
        }
        let wait = ended.recv_timeout(Duration::from_millis(100));
        if is_once || wait != Err(RecvTimeoutError::Timeout) {
            return Ok(());
        }
    }
}
