//! Index: what one pass over a session file keeps of each line of the conversation, 64 bytes.

use std::hash::{BuildHasher, RandomState};

use crate::lines::{Place, Tags};

/// No line.
pub(super) const NONE: u32 = u32::MAX;

/// A UUID, or a hash of another text. `NO_ID` if there is none.
pub(super) type Id = [u64; 2];

pub(super) const NO_ID: Id = [0, 0];

/// A line that has an ID.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) id: Id,
    pub(super) parent: Id,
    /// A hash of the ID of the model's answer. 0 if it is none.
    pub(super) answer: u64,
    pub(super) offset: u64,
    pub(super) length: u32,
    pub(super) line: u32,
    /// Whether it is a prompt, a result of tools or an answer.
    pub(super) is_message: bool,
    pub(super) is_sidechain: bool,
    /// Whether it is no message of the user's conversation: context, or of a team.
    pub(super) is_hidden: bool,
}

impl Node {
    pub(super) fn line(&self) -> u64 {
        self.line.into()
    }

    pub(super) fn place(&self) -> Place {
        Place { offset: self.offset, length: self.length.into() }
    }

    /// Returns whether this is the end of a conversation that a user had, not of a subagent.
    pub(super) fn is_main(&self) -> bool {
        self.is_message && !self.is_sidechain && !self.is_hidden
    }
}

/// The lines of a conversation, in the order of the file.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) nodes: Vec<Node>,
    /// The lines that begin anew after a compaction, and the IDs of the lines before it.
    pub(super) compactions: Vec<(u32, Id)>,
    /// The tool calls by their hash, and the lines that contain them.
    pub(super) calls: Vec<(u64, u32)>,
    /// The results of tools by the hash of the call, and the lines that contain them.
    pub(super) results: Vec<(u64, u32)>,
    /// The calls that wait for a decision, or did.
    pub(super) deferred: Vec<u64>,
    hasher: RandomState,
}

impl Index {
    pub(super) fn add(&mut self, line: u64, place: Place, tags: &Tags<'_>) {
        let Some(uuid) = tags.uuid.as_deref() else { return };
        let (Ok(number), Ok(length)) =
            (u32::try_from(self.nodes.len()), u32::try_from(place.length))
        else {
            return;
        };
        if number == NONE {
            return;
        }
        let kind = tags.kind.as_deref();
        let is_answer = kind == Some("assistant");
        let is_message = is_answer || kind == Some("user");
        let parent = tags.parent.as_deref().map_or(NO_ID, |parent| self.id(parent));
        if let Some(before) = tags.logical_parent.as_deref().filter(|_| parent == NO_ID) {
            self.compactions.push((number, self.id(before)));
        }
        // What another agent called or got belongs to its own conversation.
        if is_message && (tags.agent.is_none() || tags.sidechain) {
            let hasher = &self.hasher;
            let of = |call: &std::borrow::Cow<'_, str>| (hasher.hash_one(&**call), number);
            self.calls.extend(tags.links.calls.iter().map(of));
            self.results.extend(tags.links.results.iter().map(of));
        }
        let answer = tags.links.answer.as_deref().filter(|_| is_answer);
        self.nodes.push(Node {
            id: self.id(uuid),
            parent,
            answer: answer.map_or(0, |id| self.hash(id).max(1)),
            offset: place.offset,
            length,
            line: u32::try_from(line).unwrap_or(NONE),
            is_message,
            is_sidechain: tags.sidechain,
            is_hidden: tags.meta || tags.team,
        });
    }

    /// Returns the hash of the ID of a call or an answer. The keys of the hash are random, so nobody
    /// can choose two IDs with one hash.
    pub(super) fn hash(&self, text: &str) -> u64 {
        self.hasher.hash_one(text)
    }

    fn id(&self, text: &str) -> Id {
        match uuid::Uuid::try_parse(text) {
            Ok(uuid) => {
                let (high, low) = uuid.as_u64_pair();
                [high, low.max(1)]
            }
            Err(_) => [self.hasher.hash_one((0, text)), self.hasher.hash_one((1, text)).max(1)],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_takes_64_bytes_at_most() {
        assert!(size_of::<Node>() <= 64, "{}", size_of::<Node>());
    }
}
