//! Deferred kill: sends SIGKILL to dropped children after their drop grace.
//!
//! One plain thread serves all children of the program, so that a drop works without a runtime. The first drop of
//! a running child starts it. It does not wait for the exit: the thread of the child does.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use super::child::{Child, SMALL_STACK};
use crate::launch::Signal;
use crate::lines::lock;

static INBOX: Mutex<Option<Sender<Pending>>> = Mutex::new(None);

/// A child that is killed at its deadline, unless it is over by then.
struct Pending {
    child: Arc<Child>,
    deadline: Instant,
}

/// Kills `child` after `grace`.
///
/// Kills it at once if the thread cannot be started, and never if the deadline is beyond the range of the clock.
pub(super) fn kill_after(child: Arc<Child>, grace: Duration) {
    let Some(deadline) = Instant::now().checked_add(grace) else {
        return;
    };
    let mut inbox = lock(&INBOX);
    if inbox.is_none() {
        *inbox = start();
    }
    let pending = Pending { child, deadline };
    let refused = match &*inbox {
        Some(inbox) => inbox.send(pending).err().map(|error| error.0),
        None => Some(pending),
    };
    if let Some(refused) = refused {
        refused.child.signal(Signal::Kill);
    }
}

fn start() -> Option<Sender<Pending>> {
    let (sender, receiver) = mpsc::channel();
    let thread = thread::Builder::new().name("claude-kill".into()).stack_size(SMALL_STACK);
    thread.spawn(move || run(&receiver)).ok().map(|_| sender)
}

fn run(inbox: &Receiver<Pending>) {
    let mut waiting: Vec<Pending> = Vec::new();
    loop {
        let now = Instant::now();
        waiting.retain(|pending| is_kept(pending, now));
        match receive(inbox, waiting.iter().map(|pending| pending.deadline).min(), now) {
            Ok(pending) => waiting.push(pending),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

/// Kills the child if its deadline is over. Returns whether the child has to be kept.
fn is_kept(pending: &Pending, now: Instant) -> bool {
    if pending.deadline <= now {
        pending.child.signal(Signal::Kill);
        return false;
    }
    !pending.child.is_over()
}

fn receive(
    inbox: &Receiver<Pending>,
    deadline: Option<Instant>,
    now: Instant,
) -> Result<Pending, RecvTimeoutError> {
    match deadline {
        Some(deadline) => inbox.recv_timeout(deadline - now),
        None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
    }
}
