//! A store of your own: two methods, an adapter, and the checks that say whether it is right.
//!
//! Run: `cargo run -p claude-sessions --example own_store`. It needs no CLI and no login.
//!
//! Runs unattended: no CLI.
//!
//! Expected output: a line for each check: passed, or skipped because this store cannot do it.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Mutex, PoisonError};

use claude_sessions::conformance::Suite;
use claude_sessions::ports::{Entry, SessionKey, StoreFuture};
use claude_sessions::stores::{Plain, PlainStore};

/// Keeps each log in a map. A store of yours writes to a database, a bucket, a queue.
#[derive(Default)]
struct Shelf {
    logs: Mutex<HashMap<SessionKey, Vec<Entry>>>,
}

impl PlainStore for Shelf {
    fn append<'a>(&'a self, key: &'a SessionKey, entries: &'a [Entry]) -> StoreFuture<'a, ()> {
        Box::pin(async move {
            let mut logs = self.logs.lock().unwrap_or_else(PoisonError::into_inner);
            logs.entry(key.clone()).or_default().extend_from_slice(entries);
            Ok(())
        })
    }

    fn load<'a>(&'a self, key: &'a SessionKey) -> StoreFuture<'a, Option<Vec<Entry>>> {
        Box::pin(async move {
            Ok(self.logs.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned())
        })
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // Called for each check, for an empty store.
    let report = Suite::store(|| async { Plain::new(Shelf::default()) }).run().await;
    print!("{report}");
    match report.failed().count() {
        0 => Ok(()),
        failed => Err(format!("{failed} checks failed").into()),
    }
}
