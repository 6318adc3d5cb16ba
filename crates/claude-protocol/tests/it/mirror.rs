//! Mirror: that the sink gets the bytes of each frame in order, and that no consumer gets any.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use claude_protocol::ConnectionOptions;
use claude_protocol::facts::{Interest, MirrorSink};
use claude_protocol::{Fact, Observe, Observer};

use crate::script::session_with;
use crate::show::{all, prompt};
use crate::stage::everywhere;

/// Frames of the mirror between the messages of a turn: with an odd spacing, the type at the end, an
/// entry that looks like a result, behind an escape sequence, and after the end of stdin.
const TURN: &str = r#"
    -> prompt $a hi
    <- raw {"type":"transcript_mirror","filePath":"/a.jsonl","entries":[{"type":"result"}]}
    <- started $a
    <- init
    <- raw { "type" : "transcript_mirror" , "entries" : [1,] }
    <- say hello
    <- raw {"entries":[{"type":"assistant"}],"type":"transcript_mirror"}
    <- raw ESC{"type":"transcript_mirror","entries":[]}
    <- result $a hello
    -> eof
    <- raw {"type":"transcript_mirror","entries":["late"]}
    <- exit 0
"#;

fn turn() -> String {
    TURN.replace("ESC", "\u{1b}[2K")
}

const FRAMES: [&str; 5] = [
    r#"{"type":"transcript_mirror","filePath":"/a.jsonl","entries":[{"type":"result"}]}"#,
    r#"{ "type" : "transcript_mirror" , "entries" : [1,] }"#,
    r#"{"entries":[{"type":"assistant"}],"type":"transcript_mirror"}"#,
    r#"{"type":"transcript_mirror","entries":[]}"#,
    r#"{"type":"transcript_mirror","entries":["late"]}"#,
];

const READ: [&str; 5] = ["started", "init", "say hello", "noise \u{1b}[2K", "result hello"];

#[derive(Clone, Default)]
struct Frames(Arc<Mutex<Vec<String>>>);

impl Frames {
    fn sink(&self) -> MirrorSink {
        let frames = Arc::clone(&self.0);
        MirrorSink::new(move |frame| {
            frames.lock().unwrap().push(String::from_utf8(frame.to_vec()).unwrap());
        })
    }

    fn seen(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

#[test]
fn the_sink_gets_each_frame_and_consumers_get_none() {
    everywhere(async || {
        let frames = Frames::default();
        let mut options = ConnectionOptions::default();
        options.mirror = Some(frames.sink());
        let (connection, cli) = session_with(options, &turn()).await;
        let others = connection.unsolicited().unwrap();
        let read = all(connection.send(prompt("hi")).await.unwrap()).await;
        connection.close().await.unwrap();
        cli.done().await;
        assert_eq!(read, READ);
        assert_eq!(all(others).await, [""; 0], "nothing is unsolicited");
        assert_eq!(frames.seen(), FRAMES);
    });
}

#[test]
fn without_a_sink_the_frames_are_dropped() {
    everywhere(async || {
        let (connection, cli) = session_with(ConnectionOptions::default(), &turn()).await;
        let others = connection.unsolicited().unwrap();
        assert_eq!(all(connection.send(prompt("hi")).await.unwrap()).await, READ);
        connection.close().await.unwrap();
        cli.done().await;
        assert_eq!(all(others).await, [""; 0]);
    });
}

#[test]
fn a_sink_that_panics_is_reported_once_and_not_called_again() {
    everywhere(async || {
        let frames = Frames::default();
        let mut options = ConnectionOptions::default();
        let calls = Arc::clone(&frames.0);
        options.mirror = Some(MirrorSink::new(move |frame| {
            calls.lock().unwrap().push(String::from_utf8_lossy(frame).into_owned());
            assert!(!frame.ends_with(b"\"}]}"), "on purpose");
        }));
        let (connection, cli) = session_with(options, &turn()).await;
        let others = connection.unsolicited().unwrap();
        assert_eq!(all(connection.send(prompt("hi")).await.unwrap()).await, READ);
        connection.close().await.unwrap();
        cli.done().await;
        assert_eq!(frames.seen(), FRAMES[..1]);
        // The turn had not begun yet.
        let [report] = &all(others).await[..] else { panic!("one report") };
        assert!(report.contains("mirror_error"), "{report}");
    });
}

/// An observer of all messages makes the loop decode messages. Frames of the mirror stay as they are.
#[test]
fn a_frame_is_neither_decoded_for_observers_nor_hidden_from_them() {
    struct Lines(Arc<AtomicBool>);
    impl Observe for Lines {
        fn fact(&mut self, fact: &Fact<'_>, _: std::time::Instant) {
            match fact {
                Fact::Message(message) => assert!(!format!("{message:?}").contains("Mirror")),
                Fact::Line(line) if line.kind == "transcript_mirror" => {
                    self.0.store(true, Ordering::SeqCst);
                }
                _ => {}
            }
        }

        fn interest(&self) -> Interest {
            Interest::Facts
        }
    }
    everywhere(async || {
        let seen = Arc::new(AtomicBool::new(false));
        let mut options = ConnectionOptions::default();
        options.observers = vec![Observer::new(Lines(Arc::clone(&seen)))];
        let (connection, cli) = session_with(options, &turn()).await;
        assert_eq!(all(connection.send(prompt("hi")).await.unwrap()).await, READ);
        connection.close().await.unwrap();
        cli.done().await;
        assert!(seen.load(Ordering::SeqCst));
    });
}
