//! Raw lines: undecoded lines, one after another in one buffer.
//!
//! The loop does not need the body of most lines: text, tool results and deltas in a running turn.
//! They are decoded where they are read. Decoding them in the loop was measured, too: the parts of
//! a message are then allocated on one thread and freed on another, and with the system's allocator
//! the lock that this takes cost more than the decoding (`docs/design.md`). The buffer is a copy,
//! so unread lines do not keep the whole block alive from which they were read.

use std::ops::Range;
use std::sync::{Arc, Mutex};

use claude_types::{LinePart, Message, Noise, Outlined, line_parts};

use super::queue::{Rank, Size, Weigh};
use super::receiver::place;

/// How many bytes one buffer holds at most. A single longer line has a buffer of its own.
const FULL: usize = 64 << 10;

/// The type of a raw line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RawKind {
    Assistant,
    User,
    StreamEvent,
}

impl RawKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Assistant => "assistant",
            Self::User => "user",
            Self::StreamEvent => "stream_event",
        }
    }

    fn rank(self) -> Rank {
        match self {
            Self::StreamEvent => Rank::Delta,
            Self::Assistant | Self::User => Rank::Message,
        }
    }
}

/// How many buffers are kept for reuse, and how many bytes each may have.
const KEPT: (usize, usize) = (8, 256 << 10);

/// A pool of buffers that have been read. The system allocates buffers of this size from fresh
/// pages each time, which costs more than copying the lines.
#[derive(Debug, Default)]
pub(crate) struct BufferPool(Mutex<Vec<Vec<u8>>>);

impl BufferPool {
    fn take(&self, room: usize) -> Vec<u8> {
        let kept = self.with(|kept| {
            let at = kept.iter().position(|buffer| buffer.capacity() >= room)?;
            Some(kept.swap_remove(at))
        });
        kept.unwrap_or_else(|| Vec::with_capacity(room))
    }

    fn give(&self, mut buffer: Vec<u8>) {
        if (FULL..=KEPT.1).contains(&buffer.capacity()) {
            buffer.clear();
            self.with(|kept| {
                // Prefer this buffer to the oldest one: it may be larger, and then fits more lines.
                if kept.len() >= KEPT.0 {
                    kept.remove(0);
                }
                kept.push(buffer);
            });
        }
    }

    fn with<R>(&self, act: impl FnOnce(&mut Vec<Vec<u8>>) -> R) -> R {
        // No code under this lock panics, so the lock is never poisoned.
        act(&mut self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }
}

/// Raw lines in the order in which they arrived.
#[derive(Debug, Clone, Default)]
pub(crate) struct RawLines {
    bytes: Vec<u8>,
    lines: Vec<(RawKind, usize)>,
    /// How many lines have been taken, and the offset of the next one.
    taken: (usize, usize),
    /// The further messages of a line that held more than one frame, the last one first.
    parts: Vec<Outlined<Message>>,
    buffers: Arc<BufferPool>,
}

impl Drop for RawLines {
    fn drop(&mut self) {
        self.buffers.give(std::mem::take(&mut self.bytes));
    }
}

impl RawLines {
    /// Creates a buffer with its first line. It is allocated once and never grows.
    pub(crate) fn with(kind: RawKind, line: &[u8], buffers: &Arc<BufferPool>) -> Self {
        let mut raw = Self {
            bytes: buffers.take(FULL.max(line.len())),
            lines: Vec::new(),
            taken: (0, 0),
            parts: Vec::new(),
            buffers: Arc::clone(buffers),
        };
        raw.push(kind, line);
        raw
    }

    /// Returns whether a line of this length fits in.
    pub(crate) fn has_room(&self, length: usize) -> bool {
        self.bytes.len() + length <= FULL
    }

    /// Appends a line.
    pub(crate) fn push(&mut self, kind: RawKind, line: &[u8]) {
        self.bytes.extend_from_slice(line);
        self.lines.push((kind, self.bytes.len()));
    }

    /// Replaces a buffer that is less than a quarter full by an exact copy, and returns it to the
    /// pool: unread lines must not hold much more memory than they count for.
    pub(crate) fn fit(&mut self) {
        if self.bytes.len() < self.bytes.capacity() / 4 {
            let exact = self.bytes.as_slice().to_vec();
            self.buffers.give(std::mem::replace(&mut self.bytes, exact));
        }
    }

    /// Takes and decodes the next line.
    pub(crate) fn next(&mut self) -> Option<Outlined<Message>> {
        if let Some(part) = self.parts.pop() {
            return Some(part);
        }
        let (number, begin) = self.taken;
        let (kind, end) = *self.lines.get(number)?;
        self.taken = (number + 1, end);
        let line = &self.bytes[begin..end];
        let message = Outlined::decode_as(kind.as_str(), line);
        if !matches!(&*message, Message::Noise(_)) {
            return Some(message);
        }
        // The loop passes on a line that looks like one frame. Only now it is clear that it is not.
        self.parts = line_parts(line).map(decode_part).collect();
        self.parts.reverse();
        self.parts.pop()
    }

    /// Returns the lines that have not been taken, with their ranges.
    fn left(&self) -> impl Iterator<Item = (RawKind, Range<usize>)> {
        let (number, mut begin) = self.taken;
        self.lines[number..].iter().map(move |&(kind, end)| {
            let place = begin..end;
            begin = end;
            (kind, place)
        })
    }
}

fn decode_part(part: LinePart<'_>) -> Outlined<Message> {
    Outlined::new(match part {
        LinePart::Frame(frame) => Message::decode(frame),
        LinePart::Noise(noise) => Message::Noise(Noise::new(noise)),
    })
}

impl Weigh for RawLines {
    fn size(&self) -> Size {
        let places = self.lines.capacity() * size_of::<(RawKind, usize)>();
        Size {
            bytes: self.bytes.len() - self.taken.1,
            memory: place() + places + self.bytes.capacity(),
        }
    }

    fn rank(&self) -> Rank {
        self.left().map(|(kind, _)| kind.rank()).max().unwrap_or(Rank::Delta)
    }

    fn shed(&mut self, rank: Rank, memory: usize) -> (u64, Size) {
        let mut kept = Self::default();
        kept.buffers = Arc::clone(&self.buffers);
        let (mut parts, mut shed) = (0, 0);
        for (kind, place) in self.left() {
            if shed < memory && kind.rank() == rank {
                parts += 1;
                shed += place.len();
            } else {
                kept.push(kind, &self.bytes[place]);
            }
        }
        let before = self.size();
        if parts == 0 {
            return (0, Size::default());
        }
        if kept.lines.is_empty() {
            return (parts, before);
        }
        // An exact copy: the buffer may be returned, and what is left takes what it counts for.
        kept.bytes.shrink_to_fit();
        kept.lines.shrink_to_fit();
        let after = kept.size();
        *self = kept;
        let bytes = before.bytes - after.bytes;
        (parts, Size { bytes, memory: before.memory.saturating_sub(after.memory) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mixed() -> RawLines {
        let mut raw = RawLines::default();
        raw.push(
            RawKind::StreamEvent,
            br#"{"type":"stream_event","event":{"type":"message_stop"}}"#,
        );
        raw.push(RawKind::Assistant, br#"{"type":"assistant","message":{"content":[]}}"#);
        raw.push(RawKind::User, br#"{"type":"user","message":{"content":"x"}}"#);
        raw
    }

    #[test]
    fn returns_its_lines_in_order() {
        let mut raw = mixed();
        assert!(matches!(*raw.next().unwrap(), Message::StreamEvent(_)));
        assert!(matches!(*raw.next().unwrap(), Message::Assistant(_)));
        assert!(matches!(*raw.next().unwrap(), Message::User(_)));
        assert_eq!(raw.size().bytes, 0);
        assert!(raw.next().is_none());
    }

    #[test]
    fn a_line_with_more_than_its_frame_is_cut() {
        let mut raw = mixed();
        raw.push(RawKind::User, br#"{"type":"user","message":{"content":"x"}},{"type":"user"}"#);
        raw.push(RawKind::User, br#"{"type":"user","message":{"content":"y"}}"#);
        raw.push(RawKind::User, br#"{"type":"user","message":"#);
        let kinds = std::iter::from_fn(|| raw.next()).skip(3).map(|message| match &*message {
            Message::User(_) => "user",
            Message::Noise(noise) => {
                if noise.text.starts_with(',') {
                    "behind"
                } else {
                    "noise"
                }
            }
            _ => "other",
        });
        assert_eq!(kinds.collect::<Vec<_>>(), ["user", "behind", "user", "noise"]);
    }

    #[test]
    fn few_lines_do_not_hold_a_large_buffer() {
        let buffers = Arc::default();
        let mut raw = RawLines::with(RawKind::User, br#"{"type":"user","message":{}}"#, &buffers);
        raw.fit();
        assert_eq!(raw.bytes.capacity(), raw.size().bytes);
        assert_eq!(buffers.with(|kept| kept.len()), 1, "the buffer is reused");
        assert!(raw.next().is_some());
    }

    #[test]
    fn drops_the_oldest_of_a_rank_and_no_more_than_needed() {
        let mut raw = mixed();
        let mut left = raw.size();
        let (parts, shed) = raw.shed(Rank::Message, 1);
        left -= shed;
        assert_eq!((parts, left), (1, raw.size()));
        assert!(matches!(*raw.next().unwrap(), Message::StreamEvent(_)));
        assert!(matches!(*raw.next().unwrap(), Message::User(_)));
        assert_eq!(raw.shed(Rank::Result, usize::MAX), (0, Size::default()));
    }
}
