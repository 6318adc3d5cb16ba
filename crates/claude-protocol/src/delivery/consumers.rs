//! Consumers: delivers each message to the open turn, to full subscriptions, and to the
//! subscription for unsolicited messages.
//!
//! Items are staged while one block of lines is handled, and pushed once per consumer at its end:
//! one lock and one wake-up per block, not per message. Backpressure is applied here, too, because
//! it depends on how full the queues are.

use std::collections::VecDeque;
use std::sync::Arc;

use claude_types::{Lagged, Message, Outlined};
use tokio::time::Instant;

use super::backpressure::{Backpressure, decide};
use super::queue::{Level, Size, Weigh};
use super::raw_lines::{BufferPool, RawKind, RawLines};
use super::receiver::{ConsumerQueue, QueueItem};
use crate::error::ProtocolError;
use crate::facts::Lost;
use crate::limits::Limits;

/// The ID of a consumer in the driver's table.
pub(crate) type ConsumerId = u64;

/// How many unsolicited messages are kept for the first subscription to them.
const UNSOLICITED: usize = 256;

/// The memory of unread results that a subscription keeps even if its hard limit is lower.
const RESULTS: usize = 1 << 20;

/// Which messages a consumer gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The messages of its prompt's turn.
    Turn,
    /// Every message.
    Everything,
    /// Messages that do not belong to any prompt.
    Unsolicited,
}

#[derive(Debug)]
struct Consumer {
    id: ConsumerId,
    scope: Scope,
    queue: Arc<ConsumerQueue>,
    staged: Vec<QueueItem>,
    /// The level of its queue when the read gate was last computed.
    level: Level<Instant>,
    pause_began: Option<Instant>,
}

/// All consumers of a connection.
#[derive(Debug, Default)]
pub(crate) struct Consumers {
    list: Vec<Consumer>,
    issued: ConsumerId,
    buffers: Arc<BufferPool>,
    unsolicited: VecDeque<QueueItem>,
    unsolicited_size: Size,
    /// What was dropped of them.
    unsolicited_lost: Lagged,
    /// What consumers have lost since the loop last asked.
    lost: Vec<Lost>,
}

/// Whether the next block may be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReadGate {
    Open,
    /// Wait until a consumer reads, or until this time.
    Closed(Option<Instant>),
}

impl Consumers {
    /// Adds a consumer. The first one for unsolicited messages gets those that were kept.
    pub(crate) fn add(
        &mut self,
        queue: Arc<ConsumerQueue>,
        scope: Scope,
        now: Instant,
    ) -> ConsumerId {
        self.issued += 1;
        let mut staged = Vec::new();
        if scope == Scope::Unsolicited {
            let lost = std::mem::take(&mut self.unsolicited_lost);
            if lost.messages > 0 {
                let lagged = Outlined::new(Message::Lagged(lost));
                staged.push(QueueItem::message(lagged, Size::default()));
            }
            staged.extend(self.unsolicited.drain(..));
            self.unsolicited_size = Size::default();
            queue.push(&mut staged);
        }
        let (id, level) = (self.issued, queue.level(now));
        self.list.push(Consumer { id, scope, queue, staged, level, pause_began: None });
        id
    }

    /// Stages a decoded message for the given turns, for consumers of everything, and if it is
    /// unsolicited, for consumers of unsolicited messages.
    pub(crate) fn deliver(
        &mut self,
        message: Outlined<Message>,
        size: Size,
        turns: impl Iterator<Item = ConsumerId> + Clone,
        unsolicited: bool,
        limits: &Limits,
    ) {
        let item = QueueItem::message(message, size);
        if unsolicited && self.nobody_takes_unsolicited() {
            self.keep(item.clone(), limits);
        }
        let mut wanting = wanting(&mut self.list, turns, unsolicited);
        if let Some(first) = wanting.next() {
            for other in wanting {
                other.stage(item.clone());
            }
            first.stage(item);
        }
    }

    /// Stages a message for these consumers only. The others have had it already.
    pub(crate) fn deliver_to(
        &mut self,
        message: Outlined<Message>,
        targets: impl Iterator<Item = ConsumerId> + Clone,
    ) {
        let is_target = |consumer: &&mut Consumer| targets.clone().any(|id| id == consumer.id);
        for consumer in self.list.iter_mut().filter(is_target) {
            // No size: the message came from a line that was counted already, and it is the last one.
            consumer.stage(QueueItem::message(message.clone(), Size::default()));
        }
    }

    /// Stages a raw line for the same consumers as [`Consumers::deliver`].
    pub(crate) fn deliver_raw(
        &mut self,
        kind: RawKind,
        line: &[u8],
        turns: impl Iterator<Item = ConsumerId> + Clone,
        unsolicited: bool,
        limits: &Limits,
    ) {
        for consumer in wanting(&mut self.list, turns, unsolicited) {
            consumer.stage_raw(kind, line, &self.buffers);
        }
        if unsolicited && self.nobody_takes_unsolicited() {
            let mut raw = RawLines::default();
            raw.push(kind, line);
            self.keep(QueueItem::RawLines(raw), limits);
        }
    }

    fn nobody_takes_unsolicited(&self) -> bool {
        !self.list.iter().any(|consumer| consumer.scope == Scope::Unsolicited)
    }

    /// Keeps an unsolicited item for the first subscription. Beyond the limits, the oldest items
    /// are dropped, and the subscription is told how many.
    fn keep(&mut self, item: QueueItem, limits: &Limits) {
        self.unsolicited_size += item.size();
        self.unsolicited.push_back(item);
        while self.unsolicited.len() > UNSOLICITED || self.unsolicited_size.memory > limits.soft {
            let Some(oldest) = self.unsolicited.pop_front() else {
                break;
            };
            let size = oldest.size();
            self.unsolicited_size -= size;
            self.unsolicited_lost.messages += 1;
            self.unsolicited_lost.bytes += u64::try_from(size.bytes).unwrap_or(u64::MAX);
        }
    }

    /// Ends one consumer's stream, after the items that are staged for it.
    pub(crate) fn finish(&mut self, id: ConsumerId, error: Option<ProtocolError>) {
        if let Some(at) = self.list.iter().position(|consumer| consumer.id == id) {
            let mut consumer = self.list.swap_remove(at);
            consumer.hand_over();
            consumer.queue.finish(error);
        }
    }

    /// Ends all streams.
    pub(crate) fn finish_all(&mut self, error: Option<&ProtocolError>) {
        for mut consumer in self.list.drain(..) {
            consumer.hand_over();
            consumer.queue.finish(error.cloned());
        }
    }

    /// Pushes the staged items: one lock and one wake-up for each consumer.
    pub(crate) fn flush(&mut self) {
        for consumer in &mut self.list {
            consumer.hand_over();
            consumer.pause_began = None;
        }
    }

    /// Takes what consumers have lost since the last call.
    pub(crate) fn take_lost(&mut self) -> Vec<Lost> {
        std::mem::take(&mut self.lost)
    }

    /// Returns whether the next block may be read. `released`: something waits that only reading
    /// can release.
    pub(crate) fn read_gate(&mut self, limits: &Limits, released: bool, now: Instant) -> ReadGate {
        let mut parked = false;
        self.list.retain_mut(|consumer| {
            consumer.level = consumer.queue.level(now);
            parked |= consumer.level.parked;
            !consumer.level.abandoned
        });
        let mut gate = ReadGate::Open;
        let mut failed = Vec::new();
        for consumer in &mut self.list {
            let level = consumer.level;
            match decide(limits, level, consumer.pause_began, released || parked, now) {
                Backpressure::Read => {}
                Backpressure::Evict(down_to) => {
                    // A turn waits for its result, and gets no other one.
                    let keeps = consumer.scope == Scope::Turn;
                    let results = (!keeps).then(|| down_to.max(RESULTS));
                    let (messages, bytes) = consumer.queue.evict(down_to, results);
                    if messages > 0 {
                        self.lost.push(Lost { messages, bytes, is_turn: keeps });
                    }
                }
                Backpressure::Fail => failed.push((consumer.id, level.unread.memory)),
                Backpressure::Wait => gate = consumer.wait(limits, gate, None, now),
                Backpressure::WaitUntil(until) => {
                    gate = consumer.wait(limits, gate, Some(until), now);
                }
            }
        }
        for (id, bytes) in failed {
            self.finish(id, Some(ProtocolError::Overflow { bytes }));
        }
        gate
    }
}

/// Returns the consumers of a message of the given turns, or of an unsolicited one.
fn wanting(
    list: &mut [Consumer],
    turns: impl Iterator<Item = ConsumerId> + Clone,
    unsolicited: bool,
) -> impl Iterator<Item = &mut Consumer> {
    list.iter_mut().filter(move |consumer| match consumer.scope {
        Scope::Turn => turns.clone().any(|turn| turn == consumer.id),
        Scope::Everything => true,
        Scope::Unsolicited => unsolicited,
    })
}

impl Consumer {
    /// Stages a message. No raw line can be appended to the buffer before it any more, so that
    /// buffer is shrunk.
    fn stage(&mut self, item: QueueItem) {
        if let Some(last) = self.staged.last_mut() {
            last.fit();
        }
        self.staged.push(item);
    }

    /// Pushes the staged items: one lock and one wake-up.
    fn hand_over(&mut self) {
        if let Some(last) = self.staged.last_mut() {
            last.fit();
            self.queue.push(&mut self.staged);
        }
    }

    /// Appends a raw line to the staged buffer, or begins a new one.
    fn stage_raw(&mut self, kind: RawKind, line: &[u8], buffers: &Arc<BufferPool>) {
        match self.staged.last_mut() {
            Some(QueueItem::RawLines(raw)) if raw.has_room(line.len()) => raw.push(kind, line),
            _ => self.staged.push(QueueItem::RawLines(RawLines::with(kind, line, buffers))),
        }
    }

    /// Combines the wait for this consumer with that for the others. The longest wait counts.
    ///
    /// Asks the queue to signal when the consumer has read. If the consumer has read in the
    /// meantime, there is nothing to wait for.
    fn wait(
        &mut self,
        limits: &Limits,
        gate: ReadGate,
        until: Option<Instant>,
        now: Instant,
    ) -> ReadGate {
        if !self.queue.watch_for(limits.soft.min(limits.hard) / 2, limits.hard / 2) {
            return gate;
        }
        self.pause_began.get_or_insert(now);
        match (gate, until) {
            (ReadGate::Closed(Some(other)), Some(until)) => {
                ReadGate::Closed(Some(until.max(other)))
            }
            (ReadGate::Closed(None), _) => gate,
            (_, until) => ReadGate::Closed(until),
        }
    }
}
