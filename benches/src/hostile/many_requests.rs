//! Many requests: the cost of one request of the CLI while many are open, beside a tenth of them.
//!
//! A session over memory gets many requests at once. If one costs more the more are open, the ratio
//! grows with their number.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use claude_benches::Failure;
use claude_sdk::mcp::Server;
use claude_sdk::transport::memory::{self, MemoryCli, MemoryHost};
use claude_sdk::transport::{Connector, Launch, Transport, TransportError};
use claude_sdk::{Client, Options, Permission};
use serde_json::{Value, json};
use tokio::runtime::Builder;
use tokio::sync::Semaphore;

/// How many requests are open at once.
const MANY: usize = 50_000;
/// How often each number is measured.
const ROUNDS: usize = 3;
/// The most that a request may cost, times the cost among a tenth of them. It would be 10 if each
/// request were compared with all others; caches alone make it 1.5.
const MOST: f64 = 2.5;

/// A kind of request.
#[derive(Clone, Copy)]
enum Kind {
    /// Permission requests that are all open before the first is answered.
    Permission,
    /// Notifications for an MCP server in this process.
    Notification,
    /// Calls of a tool of that server.
    ToolCall,
}

/// Prints the table. Returns the gates that are missed.
pub(crate) fn measure() -> Result<Vec<String>, Failure> {
    println!();
    println!("many requests: {} and {MANY} at once, best of {ROUNDS}", MANY / 10);
    println!("{:<16} {:>11} {:>11} {:>7} {:>5}", "request", "few us", "many us", "/few", "most");
    let kinds = [
        ("permission", Kind::Permission),
        ("notification", Kind::Notification),
        ("tools/call", Kind::ToolCall),
    ];
    let mut missed = Vec::new();
    for (name, kind) in kinds {
        let (few, many) = (best(kind, MANY / 10)?, best(kind, MANY)?);
        let ratio = many / few;
        println!("{name:<16} {few:>11.1} {many:>11.1} {ratio:>7.2} {MOST:>5.1}");
        if ratio > MOST {
            missed.push(format!("{name} among many (at most {MOST}x)"));
        }
    }
    Ok(missed)
}

/// Returns the microseconds that one of this many requests takes.
fn best(kind: Kind, count: usize) -> Result<f64, Failure> {
    let mut best = Duration::MAX;
    for _ in 0..ROUNDS {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        best = best.min(runtime.block_on(session(kind, count))?);
    }
    #[expect(clippy::cast_precision_loss, reason = "thousands of requests")]
    let count = count as f64;
    Ok(best.as_secs_f64() * 1e6 / count)
}

/// Sends this many requests at once, and reads the replies. Returns the time that it took.
async fn session(kind: Kind, count: usize) -> Result<Duration, Failure> {
    // One for each question that is asked, and for each that may be answered.
    static ASKED: Semaphore = Semaphore::const_new(0);
    static ALLOWED: Semaphore = Semaphore::const_new(0);
    let (near, mut far) = memory::pair();
    let handshake = tokio::spawn(async move {
        let initialize: Value = serde_json::from_str(&far.next_line().await.unwrap_or_default())?;
        let response = json!({ "subtype": "success", "request_id": initialize["request_id"],
            "response": { "hooks_applied": true, "current_permission_mode": "default" } });
        far.send(&json!({ "type": "control_response", "response": response }).to_string()).await;
        Ok::<_, serde_json::Error>(far)
    });
    let server =
        Server::builder("bench", "1").tool("wait", "Waits.", async |_: Value| "done").build();
    let options = Options::default()
        .connector(Near(Mutex::new(Some(near))))
        .skip_version_check(true)
        .mcp_server("bench", server)
        .on_permission(async |_, _| {
            ASKED.add_permits(1);
            // The semaphore is not closed.
            if let Ok(permit) = ALLOWED.acquire().await {
                permit.forget();
            }
            Permission::allow()
        });
    let client = Client::connect(options).await?;
    let far = handshake.await??;
    let lines: String = (0..count).map(|id| format!("{}\n", request(kind, id))).collect();
    let begun = Instant::now();
    let replies = tokio::spawn(exchange(far, lines, count));
    if matches!(kind, Kind::Permission) {
        ASKED.acquire_many(u32::try_from(count)?).await?.forget();
        ALLOWED.add_permits(count);
    }
    let far = replies.await??;
    let took = begun.elapsed();
    drop((client, far));
    Ok(took)
}

/// Writes all lines, and reads as many replies.
async fn exchange(
    mut far: MemoryCli,
    lines: String,
    count: usize,
) -> Result<MemoryCli, std::io::Error> {
    far.send_bytes(lines.as_bytes()).await;
    let mut left = count;
    while left > 0 {
        let line = far.next_line().await;
        let line = line.ok_or_else(|| std::io::Error::other("the session ended early"))?;
        left -= usize::from(line.contains("control_response"));
    }
    Ok(far)
}

fn request(kind: Kind, id: usize) -> Value {
    let body = match kind {
        Kind::Permission => json!({ "subtype": "can_use_tool", "tool_name": "Bash", "input": {} }),
        Kind::Notification => {
            let message = json!({ "jsonrpc": "2.0", "method": "notifications/cancelled",
                "params": { "requestId": id } });
            json!({ "subtype": "mcp_message", "server_name": "bench", "message": message })
        }
        Kind::ToolCall => {
            let params = json!({ "name": "wait", "arguments": {} });
            let message =
                json!({ "jsonrpc": "2.0", "id": id, "method": "tools/call", "params": params });
            json!({ "subtype": "mcp_message", "server_name": "bench", "message": message })
        }
    };
    json!({ "type": "control_request", "request_id": format!("q{id}"), "request": body })
}

/// A connector that hands out one end of a memory pair.
struct Near(Mutex<Option<MemoryHost>>);

impl Connector for Near {
    fn connect(&self, _: &Launch) -> Result<Box<dyn Transport>, TransportError> {
        let near = self.0.lock().ok().and_then(|mut near| near.take());
        let gone = || std::io::Error::other("the end was taken");
        let near = near.ok_or_else(|| TransportError::Files { source: gone() })?;
        Ok(Box::new(near))
    }
}
