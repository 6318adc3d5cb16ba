//! What decoding one line costs: the SDK's types beside plain derives over the same fields.
//!
//! `borrowed` is the bound of the flood ([`raw`]); it owns nothing. One thread, one line at a time,
//! decoded and dropped. Usage: `flood decode`.

use std::hint::black_box;
use std::time::Instant;

use claude_types::Message;

use crate::{Failure, raw};

const ROUNDS: u32 = 200_000;

const LINES: [(&str, &str); 3] = [
    (
        "assistant",
        r#"{"type":"assistant","message":{"id":"msg_0471b4dd07b042ad9609045f","type":"message","role":"assistant","model":"claude-opus-5-5","content":[{"type":"text","text":"one two three four five six"}],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":100,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":1,"service_tier":"standard"}},"parent_tool_use_id":null,"session_id":"8fec5616-0a69-457c-ae06-6b8f58f523a5","uuid":"2a2797fe-630d-43a8-b891-a36be295a1f4"}"#,
    ),
    (
        "stream_event",
        r#"{"type":"stream_event","event":{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"slowly but surely"}},"session_id":"1315c250-ed48-411a-aaa6-bae11d01c468","parent_tool_use_id":null,"uuid":"4d85e58f-c658-4eaa-8d4a-6c6bdb583923","api_message_id":"msg_0471b4dd07b042ad9609045f"}"#,
    ),
    (
        "tool_result",
        r#"{"type":"user","message":{"role":"user","content":[{"tool_use_id":"toolu_f4959cb917594e1aa1cb72a0","type":"tool_result","content":"(Bash completed with no output)","is_error":false}]},"parent_tool_use_id":null,"session_id":"e98c85a5-feab-4b75-bcce-3e7e88e2c417","uuid":"e238ef13-c672-4df8-9c5c-f7b9e637725d"}"#,
    ),
];

/// Prints nanoseconds per line, and the ratio.
pub(crate) fn run() -> Result<(), Failure> {
    println!("line             bytes  borrowed ns  typed ns  ratio");
    for (name, line) in LINES {
        let line = line.as_bytes();
        let borrowed = time(|| drop(black_box(raw::decode(black_box(line)))));
        let typed = time(|| drop(black_box(Message::decode(black_box(line)))));
        let (bytes, ratio) = (line.len(), typed / borrowed);
        println!("{name:<16} {bytes:>5} {borrowed:>12.0} {typed:>9.0} {ratio:>6.2}");
    }
    Ok(())
}

/// The best of five rounds, in nanoseconds: disturbances only ever add.
fn time(mut act: impl FnMut()) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..5 {
        let began = Instant::now();
        for _ in 0..ROUNDS {
            act();
        }
        best = best.min(began.elapsed().as_secs_f64() * 1e9 / f64::from(ROUNDS));
    }
    best
}
