//! Observer: which messages it sees, in which order, and that it does not affect others.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use claude_protocol::{ConnectionOptions, Observe, Observer};
use claude_types::Message;

use crate::script::session_with;
use crate::show::{all, prompt, show};
use crate::stage::everywhere;

const TURN: &str = r#"
    -> prompt $a hi
    <- started $a
    <- init
    <- delta hel
    <- say hello
    <- {"type":"user","message":{"role":"user","content":"x"}}
    <- raw noise
    <- result $a hello
"#;

/// What the turn receives, with or without an observer.
const READ: [&str; 7] =
    ["started", "init", "delta", "say hello", "user", "noise noise", "result hello"];

#[derive(Clone, Default)]
struct Seen {
    messages: Arc<Mutex<Vec<String>>>,
    all: bool,
    /// The number of the message at which the observer panics.
    panics_at: Option<usize>,
    dropped: Arc<AtomicUsize>,
}

struct Looking(Seen);

impl Observe for Looking {
    fn message(&mut self, message: &Message) {
        let mut seen = self.0.messages.lock().unwrap();
        seen.push(show(message));
        let count = seen.len();
        drop(seen);
        assert_ne!(Some(count), self.0.panics_at, "on purpose");
    }

    fn wants_all(&self) -> bool {
        self.0.all
    }
}

impl Drop for Looking {
    fn drop(&mut self) {
        self.0.dropped.fetch_add(1, Ordering::SeqCst);
    }
}

/// Runs the turn. Returns what the reader and the observer saw.
async fn watched(seen: &Seen) -> (Vec<String>, Vec<String>) {
    let mut options = ConnectionOptions::default();
    options.observer = Some(Observer::new(Looking(seen.clone())));
    let (connection, cli) = session_with(options, TURN).await;
    let read = all(connection.send(prompt("hi")).await.unwrap()).await;
    cli.done().await;
    let seen = seen.messages.lock().unwrap().clone();
    (read, seen)
}

#[test]
fn an_observer_sees_the_messages_that_the_loop_decodes() {
    everywhere(async || {
        let (read, seen) = watched(&Seen::default()).await;
        assert_eq!(read, READ);
        // The loop does not decode the raw lines of this turn.
        assert_eq!(seen, ["started", "init", "result hello"]);
    });
}

#[test]
fn an_observer_of_all_messages_sees_every_message() {
    everywhere(async || {
        let (read, seen) = watched(&Seen { all: true, ..Seen::default() }).await;
        assert_eq!(read, READ, "the reader sees the same");
        assert_eq!(seen, ["started", "init", "delta", "say hello", "user", "result hello"]);
    });
}

#[test]
fn an_observer_that_panics_is_disabled_and_the_session_continues() {
    everywhere(async || {
        let seen = Seen { all: true, panics_at: Some(2), ..Seen::default() };
        let (read, messages) = watched(&seen).await;
        assert_eq!(read, READ);
        assert_eq!(messages, ["started", "init"]);
        assert_eq!(seen.dropped.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn the_first_connection_takes_the_observer() {
    everywhere(async || {
        let seen = Seen::default();
        let mut options = ConnectionOptions::default();
        options.observer = Some(Observer::new(Looking(seen.clone())));
        for expected in [3, 3] {
            let (connection, cli) = session_with(options.clone(), TURN).await;
            assert_eq!(all(connection.send(prompt("hi")).await.unwrap()).await, READ);
            cli.done().await;
            assert_eq!(seen.messages.lock().unwrap().len(), expected);
        }
    });
}
