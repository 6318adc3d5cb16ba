//! Recent messages: finds messages that were seen before, so that each is used once.

use std::hash::{DefaultHasher, Hash, Hasher};

use claude_types::MessageUuid;

/// How many messages are remembered. A message that is repeated is repeated soon.
const MEMORY: usize = 256;

/// The last messages, by their ids.
#[derive(Debug)]
pub(crate) struct RecentMessages {
    ring: Vec<u64>,
    next: usize,
}

impl RecentMessages {
    pub(crate) fn new() -> Self {
        Self { ring: Vec::new(), next: 0 }
    }

    /// Remembers a message; tells whether it has come before. One without an id never has.
    pub(crate) fn before(&mut self, uuid: Option<&MessageUuid>) -> bool {
        let Some(uuid) = uuid else { return false };
        let mut hasher = DefaultHasher::new();
        uuid.hash(&mut hasher);
        let mark = hasher.finish();
        if self.ring.contains(&mark) {
            return true;
        }
        match self.ring.get_mut(self.next) {
            Some(place) => *place = mark,
            None => self.ring.push(mark),
        }
        self.next = (self.next + 1) % MEMORY;
        false
    }

    /// Forgets all: ids are compared within a turn only.
    pub(crate) fn forget(&mut self) {
        self.ring.clear();
        self.next = 0;
    }
}
