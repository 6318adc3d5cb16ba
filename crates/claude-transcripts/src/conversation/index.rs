//! Index: the nodes of a session file, in one pass, with their connections.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher;
use std::io::Read;

use serde::de::IgnoredAny;

use super::bridge::bridge;
use super::node::{NONE, Node, Role};
use crate::lines::{Line, Lines, Place, Tags};

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
            let Some((place, rest)) = without_space(&line) else { continue };
            if let Some(tags) = Tags::read(rest) {
                builder.add(place, &tags);
            } else if let Some(object) = first_object(rest)
                && let Some(tags) = Tags::read(object)
            {
                let place = Place { length: object.len() as u64, ..place };
                builder.add(place, &tags);
            }
        }
        Ok(builder.finish())
    }
}

/// Returns a line that begins with `{`, without white space around it.
fn without_space<'l>(line: &Line<'l>) -> Option<(Place, &'l [u8])> {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\r');
    let before = line.bytes.iter().take_while(|byte| is_space(byte)).count();
    let behind = line.bytes.iter().rev().take_while(|byte| is_space(byte)).count();
    let rest = line.bytes.get(before..line.bytes.len() - behind)?;
    let place = Place { offset: line.place.offset + before as u64, length: rest.len() as u64 };
    (rest.first() == Some(&b'{')).then_some((place, rest))
}

/// Returns the object at the beginning. The CLI passes over all that follows on the line, also a
/// second object (seen).
fn first_object(line: &[u8]) -> Option<&[u8]> {
    let mut values = serde_json::Deserializer::from_slice(line).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    line.get(..values.byte_offset())
}

#[derive(Default)]
struct Builder {
    index: Index,
    hasher: RandomState,
    by_id: HashMap<u128, u32>,
    /// The IDs of the parents; 0 for none.
    parents: Vec<u128>,
    /// The parents of lines that begin anew after a compaction.
    logical: HashMap<u32, u128>,
    /// Of lines that a later one replaced: how many calls and results there were before that.
    replaced: HashMap<u32, (usize, usize)>,
}

impl Builder {
    fn add(&mut self, place: Place, tags: &Tags<'_>) {
        let Some(uuid) = tags.uuid.as_deref() else { return };
        let id = self.id(uuid);
        let Some(mut node) = Node::new(place, tags) else { return };
        let Ok(number) = u32::try_from(self.index.nodes.len()) else { return };
        if number == NONE {
            return;
        }
        // Of several lines with one ID the last one counts, in the place of the first.
        let number = *self.by_id.entry(id).or_insert(number);
        if (number as usize) < self.index.nodes.len() {
            let before = (self.index.calls.len(), self.index.results.len());
            self.replaced.insert(number, before);
        }
        let links = &tags.links;
        if node.role == Role::Assistant {
            node.answer = links.answer.as_deref().map_or(0, |id| self.hash(id));
        }
        // What another agent called or got belongs to its own conversation.
        if node.is_message() && (tags.agent.is_none() || node.marks.sidechain) {
            let calls = links.calls.iter().map(|call| (self.hasher.hash_one(&**call), number));
            self.index.calls.extend(calls);
            let results = links.results.iter().map(|call| (self.hasher.hash_one(&**call), number));
            self.index.results.extend(results);
        }
        let parent = tags.parent.as_deref().filter(|parent| !parent.is_empty());
        let parent = parent.map_or(0, |parent| self.id(parent));
        self.logical.remove(&number);
        if let Some(before) = tags.logical_parent.as_deref().filter(|_| parent == 0) {
            self.logical.insert(number, self.id(before));
        }
        match self.index.nodes.get_mut(number as usize) {
            Some(earlier) => {
                *earlier = node;
                self.parents[number as usize] = parent;
            }
            None => {
                self.parents.push(parent);
                self.index.nodes.push(node);
            }
        }
    }

    /// Parents may follow their children, so they are looked up at the end.
    fn finish(mut self) -> Index {
        let mut missing = Vec::new();
        for (at, parent) in self.parents.iter().enumerate() {
            let found = self.by_id.get(parent).copied().unwrap_or(NONE);
            self.index.nodes[at].parent = found;
            if *parent != 0 && found == NONE {
                missing.extend(u32::try_from(at));
            }
        }
        bridge(&mut self.index.nodes, &missing);
        let replaced = |at: &u32| self.replaced.get(at).copied().unwrap_or_default();
        let mut position = 0..;
        self.index.calls.retain(|(_, at)| position.next() >= Some(replaced(at).0));
        let mut position = 0..;
        self.index.results.retain(|(_, at)| position.next() >= Some(replaced(at).1));
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
