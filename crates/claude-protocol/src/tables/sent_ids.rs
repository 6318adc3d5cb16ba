//! Sent IDs: the prompts that the CLI knows, because this connection has sent them.
//!
//! A CLI that reads the ID of a prompt for the second time ignores the prompt without a word, also if
//! the first one was cancelled, and after `/clear` (seen with 2.1.332). A prompt that was delivered
//! to an earlier process of the session is reported as completed instead: see `turns.rs`.

use std::collections::VecDeque;
use std::hash::{BuildHasher, RandomState};

use claude_types::MessageUuid;

/// How many IDs are known. Of more, the oldest are forgotten.
const MOST: usize = 4096;

/// The IDs of the prompts that were sent last, as keyed hashes.
#[derive(Debug, Default)]
pub(crate) struct SentIds {
    key: RandomState,
    hashes: VecDeque<u64>,
}

impl SentIds {
    /// Returns whether a prompt with this ID was sent.
    pub(crate) fn has(&self, id: &MessageUuid) -> bool {
        self.hashes.contains(&self.hash(id))
    }

    /// Records the ID of a prompt that is sent.
    pub(crate) fn add(&mut self, id: &MessageUuid) {
        if self.hashes.len() == MOST {
            self.hashes.pop_front();
        }
        self.hashes.push_back(self.hash(id));
    }

    fn hash(&self, id: &MessageUuid) -> u64 {
        self.key.hash_one(id.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ids_that_were_sent_last_are_known() {
        let mut ids = SentIds::default();
        let id = |number: usize| MessageUuid::from(number.to_string());
        for number in 0..=MOST {
            assert!(!ids.has(&id(number)));
            ids.add(&id(number));
        }
        assert!(ids.has(&id(1)) && ids.has(&id(MOST)));
        assert!(!ids.has(&id(0)), "the oldest is forgotten");
        assert_eq!(ids.hashes.len(), MOST);
    }
}
