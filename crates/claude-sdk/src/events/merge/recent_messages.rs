//! Recent messages: finds messages that were seen before, so that each is used once.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;

use claude_types::MessageUuid;
use serde::Serialize;

/// The number of messages that are kept. A repeated message follows soon after the first one.
const MEMORY: usize = 256;

/// The hashes of the last messages.
#[derive(Debug)]
pub(crate) struct RecentMessages {
    ring: Vec<u64>,
    next: usize,
}

impl RecentMessages {
    pub(crate) fn new() -> Self {
        Self { ring: Vec::new(), next: 0 }
    }

    /// Records a message. Returns whether it was seen before: the same ID with the same content.
    /// False for a message without an ID.
    pub(crate) fn before(&mut self, uuid: Option<&MessageUuid>, content: &impl Serialize) -> bool {
        let Some(uuid) = uuid else { return false };
        let mark = hash(&(uuid, content));
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

/// Returns a hash of a value as JSON.
pub(super) fn hash(value: &impl Serialize) -> u64 {
    struct Writer(DefaultHasher);

    impl io::Write for Writer {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.write(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let mut writer = Writer(DefaultHasher::new());
    // A value that cannot be written is compared by what was written before.
    if serde_json::to_writer(&mut writer, value).is_err() {
        0.hash(&mut writer.0);
    }
    writer.0.finish()
}
