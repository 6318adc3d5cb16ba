//! Long lines: the loop serves everything else while one of them is decoded, and all lines act in
//! the order in which they came.

use std::sync::{Arc, Mutex, mpsc};
use std::time::Duration;

use claude_protocol::facts::MirrorSink;
use claude_protocol::{ConnectionOptions, Context, PermissionAnswer};
use claude_transport::memory::MemoryCli;
use claude_types::{PermissionAllow, PermissionResult};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::time::timeout;

use crate::script::by_hand;
use crate::show::{all, callback, next, prompt};
use crate::stage::{everywhere, one_blocking_thread};

/// Longer than any line that the loop decodes itself.
const LONG: usize = 1 << 20;

/// A text that begins with `name` and makes its line long.
fn long(name: &str) -> String {
    format!("{name} {}", "x".repeat(LONG))
}

fn question(id: &Value, input: &str) -> String {
    let request =
        json!({ "subtype": "can_use_tool", "tool_name": "Write", "input": { "x": input } });
    json!({ "type": "control_request", "request_id": id, "request": request }).to_string()
}

/// Allows everything, and records the first word of each input.
fn allowing() -> (ConnectionOptions, Arc<Mutex<Vec<String>>>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let mut options = ConnectionOptions::default();
    let names = Arc::clone(&asked);
    options.handlers.permission =
        Some(callback(move |request: claude_types::CanUseToolRequest, _| {
            let input: Value = request.input.parse().unwrap();
            let name = input["x"].as_str().unwrap().split(' ').next().unwrap().to_owned();
            names.lock().unwrap().push(name);
            std::future::ready(Ok(PermissionAnswer::from(PermissionResult::Allow(
                PermissionAllow::new(),
            ))))
        }));
    (options, asked)
}

/// Occupies the only blocking thread until the sender is dropped.
async fn occupy() -> mpsc::Sender<()> {
    let (release, wait) = mpsc::channel::<()>();
    let (started, running) = tokio::sync::oneshot::channel();
    tokio::task::spawn_blocking(move || {
        started.send(()).unwrap();
        // The error is the release.
        let _ = wait.recv();
    });
    running.await.unwrap();
    release
}

/// Counts the callbacks that run.
struct Running(watch::Sender<usize>);

impl Running {
    fn begin(count: &watch::Sender<usize>) -> Self {
        count.send_modify(|running| *running += 1);
        Self(count.clone())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.send_modify(|running| *running -= 1);
    }
}

async fn reply(far: &mut MemoryCli) -> Value {
    serde_json::from_str(&far.next_line().await.unwrap()).unwrap()
}

#[test]
fn prompts_are_sent_while_a_long_line_is_decoded() {
    let lines = [
        question(&json!("q"), &long("input")),
        question(&json!(7), &long("input")),
        format!("\u{1b}[2K{}", question(&json!("q"), &long("input"))),
        json!({ "type": "result", "result": long("text") }).to_string(),
        json!({ "type": "system", "subtype": "status", "x": long("text") }).to_string(),
        json!({ "x": long("text"), "type": "assistant", "message": {} }).to_string(),
        json!({ "type": "control_response", "response": { "x": long("text") } }).to_string(),
        json!({ "type": "control_cancel_request", "x": long("text") }).to_string(),
        json!({ "type": "keep_alive", "x": long("text") }).to_string(),
        long("noise"),
    ];
    for line in lines {
        one_blocking_thread(async || {
            let (options, asked) = allowing();
            let (connection, mut far) = by_hand(options, 4 * LONG).await;
            let mut messages = connection.subscribe().unwrap();
            let release = occupy().await;
            far.send(&line).await;
            far.send("behind").await;
            let turn = connection.send(prompt("go")).await.unwrap();
            let sent = reply(&mut far).await;
            assert_eq!(sent["type"], "user", "{}", &line[..40]);
            let early = timeout(Duration::ZERO, next(&mut messages)).await;
            assert!(early.is_err(), "decoded in the loop: {}", &line[..40]);
            assert!(asked.lock().unwrap().is_empty());
            drop(release);
            while next(&mut messages).await.unwrap() != "noise behind" {}
            drop(turn);
        });
    }
}

/// The transcript of a large output is a long line, too. Nothing of it is decoded.
#[test]
fn a_long_frame_of_the_mirror_holds_nothing_up() {
    one_blocking_thread(async || {
        let (sender, lengths) = mpsc::channel();
        let mut options = ConnectionOptions::default();
        options.mirror = Some(MirrorSink::new(move |frame| sender.send(frame.len()).unwrap()));
        let (connection, mut far) = by_hand(options, 4 * LONG).await;
        let mut messages = connection.subscribe().unwrap();
        let release = occupy().await;
        let frame = json!({ "type": "transcript_mirror", "entries": [long("text")] }).to_string();
        // With the type in front, as the CLI writes it.
        let frame = frame.replacen('{', r#"{"type":"transcript_mirror","#, 1);
        far.send(&frame).await;
        far.send("behind").await;
        assert_eq!(next(&mut messages).await.unwrap(), "noise behind");
        assert_eq!(lengths.try_iter().collect::<Vec<_>>(), [frame.len()]);
        drop((release, connection));
    });
}

#[test]
fn a_withdrawal_behind_a_long_request_finds_it() {
    everywhere(async || {
        let (count, mut running) = watch::channel(0);
        let mut options = ConnectionOptions::default();
        options.handlers.permission = Some(callback(move |_, context: Context| {
            let running = Running::begin(&count);
            async move {
                let _running = running;
                if context.request_id.as_str() != "last" {
                    std::future::pending::<()>().await;
                }
                Err("asked".into())
            }
        }));
        let (connection, mut far) = by_hand(options, 4096).await;
        for (id, input) in [("first", long("input")), ("second", "short".into())] {
            far.send(&question(&json!(id), &input)).await;
            let cancel = json!({ "type": "control_cancel_request", "request_id": id });
            far.send(&cancel.to_string()).await;
        }
        far.send(&question(&json!("last"), &long("input"))).await;
        assert_eq!(reply(&mut far).await["response"]["request_id"], "last");
        running.wait_for(|running| *running == 0).await.unwrap();
        drop(connection);
    });
}

#[test]
fn requests_are_asked_in_their_order() {
    everywhere(async || {
        let (options, asked) = allowing();
        let (connection, mut far) = by_hand(options, 4096).await;
        let names = ["a", "b", "c", "d", "e"];
        for (number, name) in names.iter().enumerate() {
            let input = if number % 2 == 0 { long(name) } else { (*name).to_owned() };
            far.send(&question(&json!(name), &input)).await;
            assert_eq!(reply(&mut far).await["response"]["request_id"], *name);
        }
        assert_eq!(*asked.lock().unwrap(), names);
        drop(connection);
    });
}

#[test]
fn frames_around_a_long_one_on_the_same_line_act_in_order() {
    everywhere(async || {
        let (options, asked) = allowing();
        let (connection, mut far) = by_hand(options, 4096).await;
        let mut messages = connection.subscribe().unwrap();
        let line =
            ["50%\r", &question(&json!("a"), "a"), &question(&json!(7), &long("b"))].concat();
        far.send(&format!("{line} done")).await;
        far.send("behind").await;
        assert_eq!(reply(&mut far).await["response"]["request_id"], "a");
        assert_eq!(reply(&mut far).await["response"]["request_id"], 7);
        assert_eq!(next(&mut messages).await.unwrap(), "noise 50%\r");
        assert_eq!(next(&mut messages).await.unwrap(), "noise  done");
        assert_eq!(next(&mut messages).await.unwrap(), "noise behind");
        let mut asked = asked.lock().unwrap().clone();
        asked.sort();
        assert_eq!(asked, ["a", "b"]);
    });
}

#[test]
fn a_long_result_right_before_the_exit_is_delivered() {
    for end in ["\n", ""] {
        everywhere(async || {
            let (connection, mut far) = by_hand(ConnectionOptions::default(), 4096).await;
            let turn = connection.send(prompt("go")).await.unwrap();
            let sent = reply(&mut far).await;
            let uuid = sent["uuid"].as_str().unwrap();
            let started =
                json!({ "type": "command_lifecycle", "command_uuid": uuid, "state": "started" });
            far.send(&started.to_string()).await;
            let result = json!({ "type": "result", "subtype": "success", "is_error": false,
                "result": "x".repeat(LONG), "user_message_uuid": uuid });
            far.send_bytes(format!("{result}{end}").as_bytes()).await;
            far.exit(0, "");
            drop(far);
            let items = all(turn).await;
            let last = items.last().unwrap();
            assert!(last.starts_with("result xxx"), "{}", &last[..60.min(last.len())]);
        });
    }
}
