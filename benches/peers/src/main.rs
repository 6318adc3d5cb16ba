//! Peers: reads a flood of the mock CLI with other SDKs, one per process, as `flood` reads it with
//! this one.
//!
//! Usage: `peers NAME MOCK`, with the order of the flood in `MOCK_CLAUDE_FLOOD`. Each reader makes
//! one streamed query on the default runtime and drops every message. Prints the cost as JSON.

use std::collections::HashMap;
use std::time::Instant;

use futures::StreamExt as _;
use rustix::time::{ClockId, clock_gettime};

type Failure = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let args: Vec<String> = std::env::args().collect();
    let [_, name, mock] = &args[..] else { return Err("usage: peers NAME MOCK".into()) };
    let (began, before) = (Instant::now(), cpu());
    let messages = match name.as_str() {
        "claude-agent-sdk-rs" => agent_sdk_rs(mock).await?,
        "claude-code-client-sdk" => code_client_sdk(mock).await?,
        "claude-codes" => codes(mock).await?,
        _ => return Err("unknown peer".into()),
    };
    let (wall, cpu, rss) = (began.elapsed().as_secs_f64(), cpu() - before, peak_rss()?);
    println!(
        "{}",
        serde_json::json!({ "messages": messages, "wall": wall, "cpu": cpu, "rss": rss })
    );
    Ok(())
}

async fn agent_sdk_rs(mock: &str) -> Result<u64, Failure> {
    use claude_agent_sdk_rs::{ClaudeAgentOptions, UserContentBlock, query_stream_with_content};

    let mut options = ClaudeAgentOptions::builder().cli_path(mock).build();
    options.skip_version_check = true;
    // Its default ends a session after 10 MiB.
    options.max_buffer_size = Some(usize::MAX);
    // A prompt of type text is not written as a line of JSON.
    let prompt = vec![UserContentBlock::text("go")];
    let mut messages = query_stream_with_content(prompt, Some(options)).await?;
    let mut count = 0;
    while let Some(message) = messages.next().await {
        drop(std::hint::black_box(message?));
        count += 1;
    }
    Ok(count)
}

async fn code_client_sdk(mock: &str) -> Result<u64, Failure> {
    use claude_code::{ClaudeAgentOptions, InputPrompt, query_stream};

    let options = ClaudeAgentOptions {
        cli_path: Some(mock.into()),
        env: HashMap::from([("CLAUDE_AGENT_SDK_SKIP_VERSION_CHECK".to_owned(), "1".to_owned())]),
        ..ClaudeAgentOptions::default()
    };
    let mut messages =
        query_stream(InputPrompt::Text("go".to_owned()), Some(options), None).await?;
    let mut count = 0;
    while let Some(message) = messages.next().await {
        drop(std::hint::black_box(message?));
        count += 1;
    }
    Ok(count)
}

async fn codes(mock: &str) -> Result<u64, Failure> {
    use claude_codes::{AsyncClient, ClaudeCliBuilder};

    let builder = ClaudeCliBuilder::new().command(mock);
    let mut client = AsyncClient::from_builder(builder).await?;
    let mut messages = client.query_stream("go").await?;
    let mut count = 0;
    while let Some(message) = messages.next().await {
        drop(std::hint::black_box(message?));
        count += 1;
    }
    Ok(count)
}

/// Returns the seconds of CPU of this process so far, user and system.
fn cpu() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}

/// Returns the peak memory of this process, in MiB.
fn peak_rss() -> Result<f64, Failure> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).ok_or("no VmHWM")?;
    let kib: f64 = line.split_whitespace().nth(1).ok_or("no value of VmHWM")?.parse()?;
    Ok(kib / 1024.0)
}
