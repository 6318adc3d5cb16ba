//! Index: the nodes of a session file, in one pass, with their connections.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io::Read;

use super::node::{NONE, Node, Role};
use crate::lines::{LineKind, Lines, Links, Place, Tags};

/// The nodes of a file, in its order.
#[derive(Debug, Default)]
pub(super) struct Index {
    pub(super) nodes: Vec<Node>,
    /// The tool calls, and the nodes that contain them.
    pub(super) calls: Vec<(u64, u32)>,
    /// The results of tools, by the call, and the nodes that contain them.
    pub(super) results: Vec<(u64, u32)>,
    /// The nodes that begin anew after a compaction, and the nodes before it.
    pub(super) compactions: HashMap<u32, u32>,
}

impl Index {
    pub(super) fn read<R: Read>(mut lines: Lines<R>) -> std::io::Result<Self> {
        let mut builder = Builder::default();
        while let Some(line) = lines.next()? {
            if line.kind != LineKind::Object {
                continue;
            }
            match Tags::read(line.bytes) {
                Some(tags) => builder.add(line.place, &tags),
                // Not one object, but perhaps two.
                None => {
                    for (place, object) in line.objects() {
                        if let Some(tags) = Tags::read(object) {
                            builder.add(place, &tags);
                        }
                    }
                }
            }
        }
        Ok(builder.finish())
    }
}

#[derive(Default)]
struct Builder {
    index: Index,
    hasher: RandomState,
    by_id: HashMap<u128, u32>,
    /// The IDs of the parents; 0 for none.
    parents: Vec<u128>,
    logical: Vec<(u32, u128)>,
}

impl Builder {
    fn add(&mut self, place: Place, tags: &Tags<'_>) {
        let Some(uuid) = tags.uuid.as_deref() else { return };
        let id = self.id(uuid);
        let Some(mut node) = Node::new(place, tags) else { return };
        let Ok(number) = u32::try_from(self.index.nodes.len()) else { return };
        // A line may be in the file twice. The first one counts.
        if number == NONE || self.by_id.contains_key(&id) {
            return;
        }
        self.by_id.insert(id, number);
        let links = tags.message.filter(|_| node.is_message()).map(Links::read).unwrap_or_default();
        if node.role == Role::Assistant {
            node.answer = links.message.as_deref().map_or(0, |id| self.hash(id));
        }
        // What another agent called or got belongs to its own conversation.
        if tags.agent.is_none() || node.marks.sidechain {
            let calls = links.calls.iter().map(|call| (self.hasher.hash_one(&**call), number));
            self.index.calls.extend(calls);
            let results = links.results.iter().map(|call| (self.hasher.hash_one(&**call), number));
            self.index.results.extend(results);
        }
        let parent = tags.parent.as_deref().map_or(0, |parent| self.id(parent));
        if let Some(before) = tags.logical_parent.as_deref().filter(|_| parent == 0) {
            self.logical.push((number, self.id(before)));
        }
        self.parents.push(parent);
        self.index.nodes.push(node);
    }

    /// Parents may follow their children, so they are looked up at the end.
    fn finish(mut self) -> Index {
        for (node, parent) in self.index.nodes.iter_mut().zip(&self.parents) {
            node.parent = self.by_id.get(parent).copied().unwrap_or(NONE);
        }
        for (number, before) in self.logical {
            if let Some(before) = self.by_id.get(&before) {
                self.index.compactions.insert(number, *before);
            }
        }
        self.index
    }

    fn id(&self, text: &str) -> u128 {
        match uuid::Uuid::try_parse(text) {
            Ok(uuid) => uuid.as_u128().max(1),
            // The keys of the hashes are random, so nobody can choose two IDs with one hash.
            Err(_) => {
                let halves = (self.hasher.hash_one((0, text)), self.hasher.hash_one((1, text)));
                ((u128::from(halves.0) << 64) | u128::from(halves.1)).max(1)
            }
        }
    }

    fn hash(&self, text: &str) -> u64 {
        self.hasher.hash_one(text).max(1)
    }
}
