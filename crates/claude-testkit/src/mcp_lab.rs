//! Lab server: an MCP server with one tool of each kind, for tests in this process and over stdio.
//!
//! # Examples
//!
//! ```
//! use claude_mcp::Session;
//!
//! let (server, endless) = claude_testkit::mcp_lab::server();
//! let session = Session::new("lab", server);
//! # drop((session, endless));
//! ```

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use claude_mcp::rmcp::model::ContentBlock;
use claude_mcp::schemars::{self, JsonSchema};
use claude_mcp::{Json, NoArgs, Server, Tool};
use serde::{Deserialize, Serialize};
use tokio::sync::Notify;

/// A PNG of one pixel.
pub const PIXEL: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/// Two numbers.
#[derive(Deserialize, JsonSchema)]
struct Add {
    /// The first.
    a: f64,
    /// The second.
    b: f64,
}

/// How long to take.
#[derive(Deserialize, JsonSchema)]
struct Slow {
    /// In milliseconds.
    ms: u64,
}

/// What is known.
#[derive(Serialize, JsonSchema)]
struct Fact {
    /// The answer.
    answer: u64,
}

/// Counts the calls of the tool that never returns by itself.
#[derive(Debug, Default)]
pub struct Endless {
    begun: Notify,
    dropped: AtomicUsize,
    ended: Notify,
}

impl Endless {
    /// Waits until a call of `endless` has begun.
    pub async fn begun(&self) {
        self.begun.notified().await;
    }

    /// Waits until a call of `endless` was dropped.
    pub async fn dropped(&self) {
        while self.dropped.load(Ordering::SeqCst) == 0 {
            self.ended.notified().await;
        }
    }
}

struct Call(Arc<Endless>);

impl Drop for Call {
    fn drop(&mut self) {
        self.0.dropped.fetch_add(1, Ordering::SeqCst);
        self.0.ended.notify_one();
    }
}

/// Creates the server, and the counter of its endless calls.
#[must_use]
pub fn server() -> (Server, Arc<Endless>) {
    let endless = Arc::new(Endless::default());
    let calls = Arc::clone(&endless);
    let server = Server::builder("lab", "1.2.3")
        .instructions("Tools of the lab.")
        .tool("add", "Adds two numbers.", |args: Add| async move { args.a + args.b })
        .tool("fail", "Fails.", |_: NoArgs| async { Err::<String, _>("the bulb is broken") })
        .tool("panic", "Panics.", |_: NoArgs| async { broken() })
        .tool("image", "Shows a pixel.", |_: NoArgs| async {
            ContentBlock::image(PIXEL, "image/png")
        })
        .tool("fact", "Tells a fact.", |_: NoArgs| async { Json(Fact { answer: 42 }) })
        .add(
            Tool::new("slow", "Takes its time.", |args: Slow| async move {
                tokio::time::sleep(Duration::from_millis(args.ms)).await;
                format!("slept {} ms", args.ms)
            })
            .read_only(true),
        )
        .tool("endless", "Never returns.", move |_: NoArgs| {
            let call = Call(Arc::clone(&calls));
            async move {
                call.0.begun.notify_one();
                std::future::pending::<()>().await;
                drop(call);
            }
        })
        .build();
    (server, endless)
}

#[expect(clippy::panic, reason = "that is what the tool is for")]
fn broken() -> String {
    static FUSE: OnceLock<()> = OnceLock::new();
    match FUSE.set(()) {
        Ok(()) | Err(()) => panic!("the fuse has blown"),
    }
}
