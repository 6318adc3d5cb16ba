//! Session IDs: the IDs that a session had, in order. All handles of a session share them.
//!
//! The CLI can change the ID: `/clear` begins a new conversation under a new one. IDs are only
//! appended, so that a reference to one stays valid.

use std::sync::{Mutex, OnceLock, PoisonError};

use claude_types::{Message, SessionId, SystemMessage};

use crate::trace;

/// The number of IDs in one block.
const BLOCK: usize = 32;

/// The number of changes that are recorded. Later ones are ignored: no session has so many.
const MOST: usize = 16_384;

/// The IDs of a session. The last one is the ID of the conversation.
#[derive(Debug, Default)]
pub(crate) struct SessionIds {
    first: OnceLock<SessionId>,
    later: OnceLock<Box<Block>>,
    /// The ID before the last reset. Messages may still contain it.
    retired: Mutex<Retired>,
}

#[derive(Debug, Default)]
struct Retired {
    id: Option<SessionId>,
    changes: usize,
    resets: u64,
}

#[derive(Debug, Default)]
struct Block {
    ids: [OnceLock<SessionId>; BLOCK],
    next: OnceLock<Box<Self>>,
}

impl SessionIds {
    /// Returns the ID of the conversation, if it is known.
    pub(crate) fn latest(&self) -> Option<&SessionId> {
        let mut latest = self.first.get()?;
        let mut block = self.later.get();
        while let Some(this) = block {
            latest = this.ids.iter().rev().find_map(OnceLock::get).unwrap_or(latest);
            block = this.next.get();
        }
        Some(latest)
    }

    /// Sets the ID of the conversation.
    pub(crate) fn set(&self, id: &SessionId) {
        let mut retired = self.retired();
        self.append(&mut retired, id);
    }

    /// Returns how many times the CLI has reset the conversation.
    pub(crate) fn resets(&self) -> u64 {
        self.retired().resets
    }

    /// Reads the ID from a message, if it contains the ID of the session.
    pub(crate) fn observe(&self, message: &Message) {
        match message {
            Message::ConversationReset(reset) => {
                let mut retired = self.retired();
                retired.resets += 1;
                if self.latest() != Some(&reset.new_conversation_id) {
                    retired.id = self.latest().cloned();
                }
                self.append(&mut retired, &reset.new_conversation_id);
            }
            Message::System(SystemMessage::Init(init)) => self.named(init.session_id.as_ref()),
            Message::Result(result) => self.named(result.session_id.as_ref()),
            _ => {}
        }
    }

    /// Takes the ID that a message of the session contains.
    fn named(&self, id: Option<&SessionId>) {
        let Some(id) = id.filter(|id| self.latest() != Some(id)) else { return };
        let mut retired = self.retired();
        if retired.id.as_ref() != Some(id) {
            self.append(&mut retired, id);
        }
    }

    fn append(&self, retired: &mut Retired, id: &SessionId) {
        if self.latest() == Some(id) || id.as_str().is_empty() {
            return;
        }
        if retired.changes == MOST {
            return;
        }
        retired.changes += 1;
        if retired.changes == MOST {
            trace::warning!("the ID of the session changed {MOST} times: no more are recorded");
        }
        if self.first.set(id.clone()).is_ok() {
            return;
        }
        let mut block = self.later.get_or_init(Box::default);
        while let Some(next) = block.next.get() {
            block = next;
        }
        // The lock is held, so a free place stays free.
        let place = block.ids.iter().find(|place| place.get().is_none());
        let place = place.unwrap_or_else(|| &block.next.get_or_init(Box::default).ids[0]);
        // Ignore the result: the place is free.
        let _ = place.set(id.clone());
    }

    fn retired(&self) -> std::sync::MutexGuard<'_, Retired> {
        self.retired.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn see(ids: &SessionIds, line: &str) {
        let message = Message::decode(line.as_bytes());
        assert!(!matches!(message, Message::Undecoded(_) | Message::Unknown(_)), "{message:?}");
        ids.observe(&message);
    }

    fn init(ids: &SessionIds, id: &str) {
        see(ids, &format!(r#"{{"type":"system","subtype":"init","session_id":"{id}"}}"#));
    }

    fn reset(ids: &SessionIds, id: &str) {
        see(ids, &format!(r#"{{"type":"conversation_reset","new_conversation_id":"{id}"}}"#));
    }

    fn latest(ids: &SessionIds) -> Option<&str> {
        ids.latest().map(SessionId::as_str)
    }

    #[test]
    fn an_unknown_id_is_read_from_the_first_message_that_contains_it() {
        let ids = SessionIds::default();
        assert_eq!(latest(&ids), None);
        init(&ids, "a");
        assert_eq!(latest(&ids), Some("a"));
    }

    /// The real CLI names a third ID in the `init` after a reset, and saves the session under it.
    #[test]
    fn a_reset_changes_the_id_and_the_next_init_corrects_it() {
        let ids = SessionIds::default();
        ids.set(&"a".into());
        let before = ids.latest();
        reset(&ids, "b");
        assert_eq!(latest(&ids), Some("b"));
        init(&ids, "c");
        assert_eq!(latest(&ids), Some("c"));
        assert_eq!(before.map(SessionId::as_str), Some("a"), "a reference stays valid");
    }

    #[test]
    fn a_late_message_of_the_conversation_before_changes_nothing() {
        let ids = SessionIds::default();
        ids.set(&"a".into());
        reset(&ids, "b");
        see(&ids, r#"{"type":"result","subtype":"success","is_error":false,"session_id":"a"}"#);
        init(&ids, "a");
        assert_eq!(latest(&ids), Some("b"));
        // The CLI can go back to it by another reset.
        reset(&ids, "a");
        init(&ids, "a");
        assert_eq!(latest(&ids), Some("a"));
    }

    #[test]
    fn a_resumed_session_may_get_another_id() {
        let ids = SessionIds::default();
        ids.set(&"a".into());
        init(&ids, "b");
        assert_eq!(latest(&ids), Some("b"));
        see(&ids, r#"{"type":"system","subtype":"init"}"#);
        assert_eq!(latest(&ids), Some("b"));
    }

    #[test]
    fn many_changes_are_bounded() {
        let ids = SessionIds::default();
        for change in 0..MOST + 10 {
            ids.set(&change.to_string().into());
            if change == 100 {
                assert_eq!(latest(&ids), Some("100"));
            }
        }
        assert_eq!(latest(&ids), Some((MOST - 1).to_string().as_str()));
    }
}
