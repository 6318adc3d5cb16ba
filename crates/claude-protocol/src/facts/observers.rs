//! The observers of a running connection. Each is isolated from the panics of the others.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use claude_types::Message;

use super::fact::Fact;
use super::observer::{Interest, Observe, Observer};
use crate::trace::event;

struct Entry {
    /// `None` only while the entry is being removed.
    observer: Option<Box<dyn Observe>>,
    interest: Interest,
}

impl Entry {
    fn new(observer: Box<dyn Observe>) -> Self {
        let interest = catch_unwind(AssertUnwindSafe(|| observer.interest()));
        Self { observer: Some(observer), interest: interest.unwrap_or(Interest::Messages) }
    }

    /// Tells a fact. Returns `false` if the observer panicked, and must be removed.
    fn tell(&mut self, fact: &Fact<'_>, at: Instant) -> bool {
        let Some(observer) = &mut self.observer else {
            return false;
        };
        if catch_unwind(AssertUnwindSafe(|| observer.fact(fact, at))).is_ok() {
            return true;
        }
        event!("an observer panicked and is removed");
        let observer = self.observer.take();
        // Its `Drop` may panic, too: its state may be inconsistent.
        let _ = catch_unwind(AssertUnwindSafe(|| drop(observer)));
        false
    }
}

/// The observers of a running connection.
#[derive(Default)]
pub(crate) struct Observers {
    entries: Vec<Entry>,
    wants_facts: bool,
    wants_all_messages: bool,
}

impl Observers {
    pub(crate) fn new(observers: &[Observer]) -> Self {
        let entries = observers.iter().filter_map(Observer::take).map(Entry::new).collect();
        let mut observers = Self { entries, ..Self::default() };
        observers.update();
        observers
    }

    fn update(&mut self) {
        let wants = |interest| self.entries.iter().any(|entry| entry.interest == interest);
        self.wants_facts = wants(Interest::Facts);
        self.wants_all_messages = wants(Interest::AllMessages);
    }

    /// Returns whether raw lines must be decoded.
    pub(crate) fn wants_all_messages(&self) -> bool {
        self.wants_all_messages
    }

    /// Returns whether facts other than messages are wanted.
    pub(crate) fn wants_facts(&self) -> bool {
        self.wants_facts
    }

    /// Tells a message to all observers.
    pub(crate) fn message(&mut self, message: &Message, at: Instant) {
        self.each(&Fact::Message(message), at, |_| true);
    }

    /// Tells another fact, which is built only if it is wanted.
    pub(crate) fn tell<'f>(&mut self, at: Instant, fact: impl FnOnce() -> Fact<'f>) {
        if self.wants_facts {
            self.each(&fact(), at, |interest| interest == Interest::Facts);
        }
    }

    fn each(&mut self, fact: &Fact<'_>, at: Instant, wanted: impl Fn(Interest) -> bool) {
        let before = self.entries.len();
        self.entries.retain_mut(|entry| !wanted(entry.interest) || entry.tell(fact, at));
        if self.entries.len() < before {
            self.update();
        }
    }
}

impl fmt::Debug for Observers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observers")
            .field("count", &self.entries.len())
            .field("wants_facts", &self.wants_facts)
            .field("wants_all_messages", &self.wants_all_messages)
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Lost;

    struct Counts(std::sync::mpsc::Sender<()>, Interest);

    impl Observe for Counts {
        fn fact(&mut self, _: &Fact<'_>, _: Instant) {
            self.0.send(()).unwrap();
        }

        fn interest(&self) -> Interest {
            self.1
        }
    }

    #[test]
    fn a_fact_that_nobody_wants_is_not_built() {
        let lost = Fact::Lost(Lost { messages: 1, bytes: 1, is_turn: true });
        for (interest, expected) in [(Interest::Messages, 0), (Interest::Facts, 1)] {
            let (sender, facts) = std::sync::mpsc::channel();
            let mut observers = Observers::new(&[Observer::new(Counts(sender, interest))]);
            let mut built = 0;
            observers.tell(Instant::now(), || {
                built += 1;
                lost
            });
            assert_eq!((built, facts.try_iter().count()), (expected, expected), "{interest:?}");
        }
        Observers::default().tell(Instant::now(), || panic!("nobody observes"));
    }
}
