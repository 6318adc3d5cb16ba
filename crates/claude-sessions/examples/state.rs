//! State that sessions share: a counter that loses no update, and a task that watches it.
//!
//! Run: `cargo run -p claude-sessions --example state`. It needs no CLI and no login.
//!
//! Runs unattended: no CLI.
//!
//! Expected output: values that grow, at last 20.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::error::Error;
use std::sync::Arc;

use claude_sessions::stores::MemoryStore;
use claude_sessions::{State, StateScope};
use futures_util::StreamExt;
use serde::{Deserialize, Serialize};

/// Any type of serde.
#[derive(Debug, Default, Serialize, Deserialize)]
struct Progress {
    done: u32,
    last: String,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // A database in a program of yours: then sessions of all machines share the state.
    let records = Arc::new(MemoryStore::new());
    let scope = StateScope::Project("-home-me-app".into());
    let state = || State::<Progress>::new(records.clone(), &scope, "migration");

    let workers = ["ada", "grace"].map(|name| {
        let state = state();
        tokio::spawn(async move {
            for _ in 0..10 {
                let change = |now: Option<Progress>| Progress {
                    done: now.unwrap_or_default().done + 1,
                    last: name.to_owned(),
                };
                state.update(change).await?;
            }
            Ok::<_, claude_sessions::ports::StoreError>(())
        })
    });
    let watched = state();
    let mut changes = std::pin::pin!(watched.watch());
    while let Some(value) = changes.next().await.transpose()? {
        if let Some(Progress { done, last }) = value {
            println!("{done} done, the last by {last}");
            if done == 20 {
                break;
            }
        }
    }
    for worker in workers {
        worker.await??;
    }
    Ok(())
}
