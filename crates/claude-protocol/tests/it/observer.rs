//! Observer: which messages it sees, in which order, and that it does not affect others.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use claude_protocol::facts::Interest;
use claude_protocol::{ConnectionOptions, Fact, Observe, Observer};

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
    fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
        let Fact::Message(message) = fact else {
            panic!("told something else: {fact:?}");
        };
        let mut seen = self.0.messages.lock().unwrap();
        seen.push(show(message));
        let count = seen.len();
        drop(seen);
        assert_ne!(Some(count), self.0.panics_at, "on purpose");
    }

    fn interest(&self) -> Interest {
        if self.0.all { Interest::AllMessages } else { Interest::Messages }
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
    options.observers = vec![Observer::new(Looking(seen.clone()))];
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
        assert_eq!(seen, ["started", "init", "noise noise", "result hello"]);
    });
}

#[test]
fn an_observer_of_all_messages_sees_every_message() {
    everywhere(async || {
        let (read, seen) = watched(&Seen { all: true, ..Seen::default() }).await;
        assert_eq!(read, READ, "the reader sees the same");
        assert_eq!(seen, READ);
    });
}

#[test]
fn an_observer_that_panics_is_removed_and_the_others_continue() {
    everywhere(async || {
        let bad = Seen { all: true, panics_at: Some(2), ..Seen::default() };
        let (first, last) = (Seen::default(), Seen::default());
        let mut options = ConnectionOptions::default();
        let all_of_them = [&first, &bad, &last];
        options.observers = all_of_them.map(|seen| Observer::new(Looking(seen.clone()))).into();
        let (connection, cli) = session_with(options, TURN).await;
        assert_eq!(all(connection.send(prompt("hi")).await.unwrap()).await, READ);
        cli.done().await;
        assert_eq!(*bad.messages.lock().unwrap(), ["started", "init"]);
        assert_eq!(bad.dropped.load(Ordering::SeqCst), 1);
        // Once nobody wants all messages any more, the loop does not decode them.
        let rest = ["started", "init", "noise noise", "result hello"];
        assert_eq!(*first.messages.lock().unwrap(), rest);
        assert_eq!(*last.messages.lock().unwrap(), rest);
    });
}

#[test]
fn the_first_connection_takes_the_observer() {
    everywhere(async || {
        let seen = Seen::default();
        let mut options = ConnectionOptions::default();
        options.observers = vec![Observer::new(Looking(seen.clone()))];
        for expected in [4, 4] {
            let (connection, cli) = session_with(options.clone(), TURN).await;
            assert_eq!(all(connection.send(prompt("hi")).await.unwrap()).await, READ);
            cli.done().await;
            assert_eq!(seen.messages.lock().unwrap().len(), expected);
        }
    });
}
