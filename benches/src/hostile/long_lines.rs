//! Long lines: the cost of lines whose content fits no type, beside reading the same line as plain
//! JSON.
//!
//! Each line repeats one small part. The typed reader and `serde_json::Value` read it in turn, and
//! the best of each counts. A reader that tries a type for each part, and gives up late, takes a
//! multiple of plain JSON.

use std::time::{Duration, Instant};

use claude_types::{Message, Outlined, frame_type};

/// The length of a line.
const LENGTH: usize = 8 << 20;
/// How often each reader reads a line.
const ROUNDS: usize = 5;
/// The most that the typed reader may take, times plain JSON.
const MOST: f64 = 1.5;

/// What a line begins with, what is repeated, and what it ends with.
const LINES: [(&str, &str, &str, &str); 12] = [
    ("numbers", r#"{"type":"user","message":{"content":["#, "0", "]}}"),
    ("objects", r#"{"type":"user","message":{"content":["#, "{}", "]}}"),
    ("lists", r#"{"type":"user","message":{"content":["#, "[]", "]}}"),
    ("unknown blocks", r#"{"type":"user","message":{"content":["#, r#"{"type":"new"}"#, "]}}"),
    ("empty blocks", r#"{"type":"user","message":{"content":["#, r#"{"type":"text"}"#, "]}}"),
    ("calls", r#"{"type":"assistant","message":{"content":["#, r#"{"type":"tool_use"}"#, "]}}"),
    ("denials", r#"{"type":"result","permission_denials":["#, "{}", "]}"),
    ("texts", r#"{"type":"result","errors":["#, r#""""#, "]}"),
    ("map", r#"{"type":"result","modelUsage":{"#, r#""":{}"#, "}}"),
    ("unknown fields", r#"{"type":"result","#, r#""":0"#, "}"),
    ("usage", r#"{"type":"result","usage":{"#, r#""":0"#, "}}"),
    (
        "suggestions",
        r#"{"type":"control_request","request_id":"1","request":{"subtype":"can_use_tool","tool_name":"Bash","input":{},"permission_suggestions":["#,
        "0",
        "]}}",
    ),
];

/// Prints the table. Returns the gates that are missed.
pub(crate) fn measure() -> Vec<String> {
    println!("long lines: one line of {} MiB of each kind, best of {ROUNDS}", LENGTH >> 20);
    println!(
        "{:<16} {:>11} {:>11} {:>7} {:>5}",
        "line", "typed ns/B", "value ns/B", "/value", "most"
    );
    let lines = LINES.iter().map(|(name, head, part, tail)| (*name, repeated(head, part, tail)));
    let lines = lines.chain([("deep", deep())]);
    let missed = lines.filter(|(name, line)| !row(name, line));
    missed.map(|(name, _)| format!("{name} (at most {MOST}x)")).collect()
}

/// Returns a line that repeats a part.
fn repeated(head: &str, part: &str, tail: &str) -> String {
    let mut line = String::with_capacity(LENGTH + 1024);
    line.push_str(head);
    while line.len() < LENGTH {
        line.push_str(part);
        line.push(',');
    }
    line.push_str(part);
    line.push_str(tail);
    line
}

/// Returns a line in which numbers stand below 45 levels of blocks, each with its tag at its end.
fn deep() -> String {
    let begin = r#"[{"tool_use_id":"t","content":"#.repeat(45);
    let end = r#","type":"tool_result"}]"#.repeat(45);
    let head = format!(r#"{{"message":{{"content":{begin}["#);
    repeated(&head, "0", &format!(r#"]{end}}},"type":"user"}}"#))
}

/// Measures a line and prints its row. Returns whether the gate holds.
fn row(name: &str, line: &str) -> bool {
    let (mut typed, mut value) = (Duration::MAX, Duration::MAX);
    for _ in 0..ROUNDS {
        typed = typed.min(time(|| drop(read(line.as_bytes()))));
        value = value.min(time(|| drop(serde_json::from_str::<serde_json::Value>(line))));
    }
    let per_byte = |time: Duration| time.as_secs_f64() * 1e9 / line.len() as f64;
    let ratio = typed.as_secs_f64() / value.as_secs_f64();
    println!(
        "{name:<16} {:>11.1} {:>11.1} {ratio:>7.2} {MOST:>5.1}",
        per_byte(typed),
        per_byte(value)
    );
    ratio <= MOST
}

/// Reads a line as the SDK does.
fn read(line: &[u8]) -> Outlined<Message> {
    match frame_type(line) {
        Some(kind) if kind != "control_request" => Outlined::decode_as(&kind, line),
        _ => {
            drop(Outlined::<claude_types::ControlRequestFrame>::decode(line));
            Outlined::new(Message::Noise(claude_types::Noise::new(b"")))
        }
    }
}

fn time(act: impl FnOnce()) -> Duration {
    let began = Instant::now();
    act();
    began.elapsed()
}
