//! Recent messages: finds messages that were seen before, so that each is used once.

use std::hash::{DefaultHasher, Hash, Hasher};

use claude_types::MessageUuid;

/// The number of messages that are kept. A repeated message follows soon after the first one.
const MEMORY: usize = 256;

/// The hashes of the IDs of the last messages.
#[derive(Debug)]
pub(crate) struct RecentMessages {
    ring: Vec<u64>,
    next: usize,
}

impl RecentMessages {
    pub(crate) fn new() -> Self {
        Self { ring: Vec::new(), next: 0 }
    }

    /// Records a message. Returns whether it was seen before; false for a message without an ID.
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

    /// Removes all messages: IDs are compared within one turn only.
    pub(crate) fn forget(&mut self) {
        self.ring.clear();
        self.next = 0;
    }
}
