//! Message path: each stop of `docs/message-path.md` as a test.

use std::future::poll_fn;
use std::path::Path;

use claude_protocol::{Connection, ConnectionOptions};
use claude_sdk::options::EnvPolicy;
use claude_sdk::transport::memory::{self, MemoryCli};
use claude_sdk::transport::{
    Frame, Launch, LineCodec, LineReader, Read, ReadLines as _, Transport, TransportError,
};
use claude_sdk::{Message, Options, query};
use claude_types::{CommandState, UserApiMessage, UserInput, frame_type};
use serde_json::{Value, json};

/// The line that the CLI writes.
const LINE: &str = r#"{"type":"assistant","message":{"id":"msg_1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"One line."}],"stop_reason":null,"stop_sequence":null},"parent_tool_use_id":null,"session_id":"s","uuid":"u"}"#;

/// A stop of the path: a file, and the function in it that the line passes.
type Stop = (&'static str, &'static str);

/// The stops of the line, in the order of the page; then those of the way back.
const WAY_IN: [Stop; 16] = [
    ("crates/claude-transport/src/process/spawn.rs", "spawn"),
    ("crates/claude-transport/src/lines/reader.rs", "poll_read"),
    ("crates/claude-transport/src/lines/codec.rs", "decode"),
    ("crates/claude-transport/src/lines/line.rs", "cut"),
    ("crates/claude-protocol/src/driver/event_loop.rs", "next_event"),
    ("crates/claude-protocol/src/tables/route.rs", "route"),
    ("crates/claude-types/src/framing/frame_type.rs", "frame_type"),
    ("crates/claude-protocol/src/driver/messages.rs", "on_message"),
    ("crates/claude-protocol/src/tables/turns.rs", "lifecycle"),
    ("crates/claude-protocol/src/delivery/consumers.rs", "deliver_raw"),
    ("crates/claude-protocol/src/delivery/raw_lines.rs", "push"),
    ("crates/claude-protocol/src/delivery/queue.rs", "push"),
    ("crates/claude-protocol/src/delivery/backpressure.rs", "decide"),
    ("crates/claude-protocol/src/delivery/receiver.rs", "poll_next"),
    ("crates/claude-protocol/src/turn/stream.rs", "poll_next"),
    ("crates/claude-sdk/src/query/run.rs", "poll_next"),
];
const WAY_BACK: [Stop; 4] = [
    ("crates/claude-sdk/src/prompt.rs", "into_input"),
    ("crates/claude-protocol/src/turn/send.rs", "send_to"),
    ("crates/claude-protocol/src/driver/event_loop.rs", "on_command"),
    ("crates/claude-protocol/src/tables/outbox.rs", "poll_write"),
];

fn message() -> Message {
    Message::decode(LINE.as_bytes())
}

#[tokio::test]
async fn the_reader_makes_one_frame_of_the_line() {
    let stdout = format!("{LINE}\r\n\n");
    let mut reader = LineReader::new(stdout.as_bytes(), LineCodec::DEFAULT_MAX_LINE);
    let mut frames = Vec::new();
    let read = poll_fn(|cx| reader.poll_read(cx, &mut frames)).await.unwrap();
    assert_eq!(read, Read::Some(stdout.len()));
    let [Frame::Line(line)] = &frames[..] else { panic!("{frames:?}") };
    assert_eq!(line.as_bytes(), LINE.as_bytes(), "without its end, and the blank line is gone");
    assert_eq!(poll_fn(|cx| reader.poll_read(cx, &mut frames)).await.unwrap(), Read::Eof);
    assert_eq!(frames.len(), 1);
}

#[test]
fn the_type_decides_the_route_and_decoding_loses_nothing() {
    assert_eq!(frame_type(LINE.as_bytes()).as_deref(), Some("assistant"));
    let Message::Assistant(reply) = message() else { panic!("{:?}", message()) };
    assert_eq!(reply.text(), "One line.");
    let before: Value = serde_json::from_str(LINE).unwrap();
    assert_eq!(serde_json::to_value(message()).unwrap(), before);
}

/// If a CLI announces its turns, the line travels raw; otherwise the loop decodes it. The reader
/// sees the same message.
#[tokio::test]
async fn the_connection_delivers_it_to_the_turn_of_its_prompt() {
    for announced in [true, false] {
        let (near, far) = memory::pair();
        let cli = tokio::spawn(play(far, announced));
        let opened = Connection::open(Box::new(near), ConnectionOptions::default()).await;
        let connection = opened.unwrap();
        let prompt = UserInput::new(UserApiMessage::new("hi"));
        let mut turn = connection.send(prompt).await.unwrap();
        if announced {
            let started = turn.next().await.unwrap().unwrap();
            assert!(matches!(started, Message::CommandLifecycle(frame)
                if frame.state == CommandState::Started && frame.command_uuid == *turn.uuid()));
        }
        assert_eq!(turn.next().await.unwrap().unwrap(), message(), "announced: {announced}");
        assert!(matches!(turn.next().await, Some(Ok(Message::Result(_)))));
        assert!(turn.next().await.is_none());
        let uuid = turn.uuid().to_string();
        drop(turn);
        connection.close().await.unwrap();
        assert_way_back(&cli.await.unwrap(), Some(&uuid));
    }
}

#[tokio::test]
async fn the_facade_delivers_it_to_the_user() {
    let (far, mut fars) = tokio::sync::mpsc::unbounded_channel();
    let connect = move |_: &Launch| -> Result<Box<dyn Transport>, TransportError> {
        let (near, other) = memory::pair();
        far.send(other).unwrap();
        Ok(Box::new(near))
    };
    let cli = async { play(fars.recv().await.unwrap(), true).await };
    let user = async {
        let mut run = query("hi", Options::default().connector(connect)).await.unwrap();
        let mut seen = Vec::new();
        while let Some(item) = run.next().await {
            seen.push(item.unwrap());
        }
        seen
    };
    let (prompt, seen) = tokio::join!(cli, user);
    assert_eq!(seen.iter().filter(|seen| **seen == message()).count(), 1, "{seen:?}");
    assert_way_back(&prompt, None);
}

#[tokio::test]
async fn it_arrives_from_the_stdout_of_a_child() {
    let options = Options::default()
        .cli_path(env!("CARGO_BIN_EXE_mock-claude"))
        .env_policy(EnvPolicy::Clear)
        .env("MOCK_CLAUDE_STEPS", format!("expect user \"hi\"; send {LINE}; result"));
    let mut run = query("hi", options).await.unwrap();
    let mut seen = 0;
    while let Some(item) = run.next().await {
        seen += usize::from(item.unwrap() == message());
    }
    assert_eq!(seen, 1);
}

/// The stops that the headings name as `file`: `function`.
fn stops(page: &str) -> Vec<(&str, &str)> {
    let headings = page.lines().filter(|line| line.starts_with("### "));
    let spans = headings.flat_map(|line| {
        let parts: Vec<&str> = line.split('`').collect();
        // Odd parts are code spans; a file is followed by ": " and its function.
        let named = parts.windows(3).skip(1).step_by(2).filter(|three| three[1] == ": ");
        named.map(|three| (three[0], three[2])).collect::<Vec<_>>()
    });
    spans.collect()
}

#[test]
fn the_page_names_each_file_and_function_in_order() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = std::fs::read_to_string(root.join("docs/message-path.md")).unwrap();
    let (way_in, way_back) = page.split_once("\n## The way back").unwrap();
    assert_eq!(stops(way_in), WAY_IN);
    assert_eq!(stops(way_back), WAY_BACK);
}

/// Also those that the page names outside of its headings.
#[test]
fn each_function_that_the_page_names_is_defined_in_its_file() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let page = std::fs::read_to_string(root.join("docs/message-path.md")).unwrap();
    let mut checked = 0;
    for (before, rest) in
        page.match_indices("`: `").map(|(at, mark)| page.split_at(at + mark.len()))
    {
        let file = before.trim_end_matches("`: `").rsplit('`').next().unwrap();
        let function = rest.split('`').next().unwrap();
        let source = std::fs::read_to_string(root.join(file)).unwrap();
        let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
        let is_defined = ["(", "<"].iter().any(|end| code.contains(&format!("fn {function}{end}")));
        assert!(is_defined, "{file} defines no `fn {function}`");
        checked += 1;
    }
    assert!(checked > WAY_IN.len() + WAY_BACK.len(), "the page names {checked} functions");
}

/// Checks what the host wrote for the prompt.
fn assert_way_back(prompt: &Value, uuid: Option<&str>) {
    assert_eq!(prompt["type"], "user");
    assert_eq!(prompt["message"], json!({ "role": "user", "content": "hi" }));
    let written = prompt["uuid"].as_str().unwrap();
    assert_eq!(written, uuid.unwrap_or(written), "the turn knows the id of its prompt");
}

/// The end of the CLI: completes the handshake, answers one prompt with the line, and exits when
/// stdin closes. Returns the prompt.
async fn play(mut far: MemoryCli, announces: bool) -> Value {
    let hello = line(&mut far).await;
    assert_eq!(hello["request"]["subtype"], "initialize");
    // A CLI that does not report its version would get a request for it.
    let initialized = json!({ "claude_code_version": "2.1.329" });
    let response =
        json!({ "subtype": "success", "request_id": hello["request_id"], "response": initialized });
    far.send(&json!({ "type": "control_response", "response": response }).to_string()).await;
    let prompt = line(&mut far).await;
    if announces {
        let started = json!({ "type": "command_lifecycle", "command_uuid": prompt["uuid"],
            "state": "started" });
        far.send(&started.to_string()).await;
    }
    far.send(LINE).await;
    far.send(r#"{"type":"result","subtype":"success","is_error":false,"result":"One line."}"#)
        .await;
    assert_eq!(far.next_line().await, None, "stdin ends");
    far.exit(0, "");
    prompt
}

async fn line(far: &mut MemoryCli) -> Value {
    serde_json::from_str(&far.next_line().await.unwrap()).unwrap()
}
