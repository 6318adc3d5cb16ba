//! Raw reader, the bound: blocking reads, a split at line feeds, and a typed decode that borrows
//! from the line.
//!
//! It has no turns, state, queue or callbacks, and owns no data. Its fields are those that the SDK
//! decodes in the same lines; what the SDK keeps raw is raw here, too.

use std::borrow::Cow;
use std::io::{Read, Write};
use std::process::{Command, Stdio};

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::{Failure, Flood, measure};

const BLOCK: usize = 256 << 10;

/// Reads a complete flood. Returns the number of messages.
pub(crate) fn read(mock: &str, flood: Flood) -> Result<u64, Failure> {
    #[expect(clippy::disallowed_methods, reason = "the bound uses nothing of the SDK")]
    let mut child = Command::new(mock)
        .args(["--output-format", "stream-json", "--verbose", "--input-format", "stream-json"])
        .env_clear()
        .env("MOCK_CLAUDE_FLOOD", measure::order(flood))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut stdin = child.stdin.take().ok_or("no stdin")?;
    let mut stdout = child.stdout.take().ok_or("no stdout")?;
    // The SDK sets the same pipe size. Without it the bound would be slower than the SDK.
    let _ = rustix::pipe::fcntl_setpipe_size(&stdout, 1 << 20);
    stdin.write_all(
        b"{\"type\":\"control_request\",\"request_id\":\"1\",\"request\":{\"subtype\":\"initialize\"}}\n\
          {\"type\":\"user\",\"message\":{\"role\":\"user\",\"content\":\"go\"}}\n",
    )?;
    drop(stdin);
    let messages = split(&mut stdout)?;
    child.wait()?;
    Ok(messages)
}

fn split(stdout: &mut impl Read) -> Result<u64, Failure> {
    let mut buffer = vec![0; 2 * BLOCK];
    let mut filled = 0;
    let mut messages = 0;
    loop {
        if buffer.len() - filled < BLOCK {
            buffer.resize(2 * buffer.len(), 0);
        }
        let read = stdout.read(&mut buffer[filled..filled + BLOCK])?;
        if read == 0 {
            return Ok(messages);
        }
        let scanned = filled;
        filled += read;
        let mut begin = 0;
        for end in memchr::memchr_iter(b'\n', &buffer[scanned..filled]) {
            let end = scanned + end;
            messages += u64::from(decode(&buffer[begin..end])?);
            begin = end + 1;
        }
        buffer.copy_within(begin..filled, 0);
        filled -= begin;
    }
}

/// Decodes a line. Returns whether it was a message.
pub(crate) fn decode(line: &[u8]) -> Result<bool, Failure> {
    let rest = line.strip_prefix(b"{\"type\":\"").unwrap_or_default();
    let kind = &rest[..memchr::memchr(b'"', rest).unwrap_or(0)];
    match kind {
        b"assistant" | b"user" => drop(std::hint::black_box(serde_json::from_slice::<Talk>(line)?)),
        b"stream_event" => drop(std::hint::black_box(serde_json::from_slice::<Event>(line)?)),
        b"control_response" => return Ok(false),
        b"system" => drop(std::hint::black_box(serde_json::from_slice::<News>(line)?)),
        _ => drop(std::hint::black_box(serde_json::from_slice::<Outcome>(line)?)),
    }
    Ok(true)
}

type Text<'l> = Option<Cow<'l, str>>;

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding them is the work")]
struct Talk<'l> {
    #[serde(borrow)]
    message: Content<'l>,
    #[serde(borrow)]
    parent_tool_use_id: Text<'l>,
    #[serde(borrow)]
    session_id: Text<'l>,
    #[serde(borrow)]
    uuid: Text<'l>,
    #[serde(borrow)]
    timestamp: Text<'l>,
    #[serde(borrow)]
    request_id: Text<'l>,
    #[serde(borrow)]
    tool_use_result: Option<&'l RawValue>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding them is the work")]
struct Content<'l> {
    #[serde(borrow)]
    id: Text<'l>,
    #[serde(borrow)]
    role: Text<'l>,
    #[serde(borrow)]
    model: Text<'l>,
    #[serde(borrow)]
    content: Vec<Block<'l>>,
    #[serde(borrow)]
    stop_reason: Text<'l>,
    #[serde(borrow)]
    stop_sequence: Text<'l>,
    #[serde(borrow)]
    usage: Option<Usage<'l>>,
}

/// The union of the fields of the blocks: the cheapest way to decode one.
#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding them is the work")]
struct Block<'l> {
    #[serde(borrow)]
    r#type: Cow<'l, str>,
    #[serde(borrow)]
    text: Text<'l>,
    #[serde(borrow)]
    tool_use_id: Text<'l>,
    #[serde(borrow)]
    content: Text<'l>,
    is_error: Option<bool>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding them is the work")]
struct Usage<'l> {
    input_tokens: Option<u64>,
    output_tokens: Option<u64>,
    cache_creation_input_tokens: Option<u64>,
    cache_read_input_tokens: Option<u64>,
    #[serde(borrow)]
    service_tier: Text<'l>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding them is the work")]
struct Event<'l> {
    #[serde(borrow)]
    event: Piece<'l>,
    #[serde(borrow)]
    session_id: Text<'l>,
    #[serde(borrow)]
    parent_tool_use_id: Text<'l>,
    #[serde(borrow)]
    uuid: Text<'l>,
    #[serde(borrow)]
    api_message_id: Text<'l>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding them is the work")]
struct Piece<'l> {
    #[serde(borrow)]
    r#type: Cow<'l, str>,
    index: Option<u64>,
    #[serde(borrow)]
    delta: Option<Delta<'l>>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding them is the work")]
struct Delta<'l> {
    #[serde(borrow)]
    r#type: Cow<'l, str>,
    #[serde(borrow)]
    text: Text<'l>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding them is the work")]
struct News<'l> {
    #[serde(borrow)]
    subtype: Text<'l>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "decoding them is the work")]
struct Outcome<'l> {
    #[serde(borrow)]
    subtype: Text<'l>,
    is_error: Option<bool>,
}
