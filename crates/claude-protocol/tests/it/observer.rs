//! Who looks on: what it sees, in which order, and that it harms nobody.

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

/// What reaches the turn, whoever looks on.
const READ: [&str; 7] =
    ["started", "init", "delta", "say hello", "user", "noise noise", "result hello"];

#[derive(Clone, Default)]
struct Seen {
    messages: Arc<Mutex<Vec<String>>>,
    all: bool,
    /// Panics at this message.
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

/// Plays the turn; returns what the reader and the observer saw.
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
fn it_sees_what_the_loop_decodes() {
    everywhere(async || {
        let (read, seen) = watched(&Seen::default()).await;
        assert_eq!(read, READ);
        // Of the lines that travel raw, this CLI's loop needs none.
        assert_eq!(seen, ["started", "init", "result hello"]);
    });
}

#[test]
fn it_sees_every_message_if_it_wants() {
    everywhere(async || {
        let (read, seen) = watched(&Seen { all: true, ..Seen::default() }).await;
        assert_eq!(read, READ, "the reader sees the same");
        assert_eq!(seen, ["started", "init", "delta", "say hello", "user", "result hello"]);
    });
}

#[test]
fn one_that_panics_is_switched_off_and_the_session_goes_on() {
    everywhere(async || {
        let seen = Seen { all: true, panics_at: Some(2), ..Seen::default() };
        let (read, messages) = watched(&seen).await;
        assert_eq!(read, READ);
        assert_eq!(messages, ["started", "init"]);
        assert_eq!(seen.dropped.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn the_first_connection_takes_it() {
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
