//! Which prompt a message belongs to. Pure bookkeeping: no IO, no queues.
//!
//! A message belongs to the open turn, from the turn's first frame to its result. Ids are looked
//! at only where they decide: at `command_lifecycle`, which opens a turn or cancels a prompt, and
//! at the result, which ends it. One turn may answer several prompts, and a prompt may get none.
//!
//! CLIs before 2.1.250 neither name prompts nor announce them. Then prompts are taken in order, a
//! result that something else caused answers none of them, and once such a CLI has been idle for a
//! while, the prompts that are left were merged into the turn that ended last ([`MERGED`]).

use std::collections::VecDeque;
use std::sync::Arc;

use claude_types::Message;
use tokio::time::Instant;

use super::backpressure::{Backpressure, decide};
use super::queue::{Level, Weigh};
use super::raw_lines::{BufferPool, RawKind, RawLines};
use super::receiver::{ConsumerQueue, QueueItem};
use crate::error::ProtocolError;
use crate::limits::Limits;

/// Names a consumer in the driver's table.
pub(crate) type ConsumerId = u64;

/// How many unsolicited messages are kept until somebody asks for them.
const UNSOLICITED: usize = 256;

/// What a consumer gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The messages of its prompt's turn.
    Turn,
    /// Every message.
    Everything,
    /// What no prompt of ours caused.
    Unsolicited,
}

#[derive(Debug)]
struct Consumer {
    id: ConsumerId,
    scope: Scope,
    queue: Arc<ConsumerQueue>,
    staged: Vec<QueueItem>,
    /// When it was looked at last.
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
    unsolicited_bytes: usize,
}

/// Whether reading may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReadGate {
    Read,
    /// Not before something changes, or this time.
    Wait(Option<Instant>),
}

impl Consumers {
    /// Adds a consumer. The first one for the unsolicited gets what was kept.
    pub(crate) fn add(
        &mut self,
        queue: Arc<ConsumerQueue>,
        scope: Scope,
        now: Instant,
    ) -> ConsumerId {
        self.issued += 1;
        let mut staged = Vec::new();
        if scope == Scope::Unsolicited {
            staged.extend(self.unsolicited.drain(..));
            self.unsolicited_bytes = 0;
            queue.push(&mut staged);
        }
        let (id, level) = (self.issued, queue.level(now));
        self.list.push(Consumer { id, scope, queue, staged, level, pause_began: None });
        id
    }

    /// Stages a decoded message for the given turns, for whoever sees everything, and if it is
    /// unsolicited for whoever takes that.
    pub(crate) fn deliver(
        &mut self,
        message: Message,
        weight: usize,
        turns: impl Iterator<Item = ConsumerId> + Clone,
        unsolicited: bool,
        limits: &Limits,
    ) {
        let item = QueueItem::Message(message, weight);
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

    /// Stages a message that only these consumers have not had yet.
    pub(crate) fn deliver_to(
        &mut self,
        message: Message,
        whose: impl Iterator<Item = ConsumerId> + Clone,
    ) {
        let is_theirs = |consumer: &&mut Consumer| whose.clone().any(|id| id == consumer.id);
        for consumer in self.list.iter_mut().filter(is_theirs) {
            consumer.stage(QueueItem::Message(message.clone(), 0));
        }
    }

    /// Stages a raw line likewise.
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
            let mut run = RawLines::default();
            run.push(kind, line);
            self.keep(QueueItem::RawLines(run), limits);
        }
    }

    fn nobody_takes_unsolicited(&self) -> bool {
        !self.list.iter().any(|consumer| consumer.scope == Scope::Unsolicited)
    }

    /// Keeps an unsolicited item until somebody asks; the oldest go first.
    fn keep(&mut self, item: QueueItem, limits: &Limits) {
        self.unsolicited_bytes += item.weight();
        self.unsolicited.push_back(item);
        while self.unsolicited.len() > UNSOLICITED || self.unsolicited_bytes > limits.soft {
            let Some(oldest) = self.unsolicited.pop_front() else {
                break;
            };
            self.unsolicited_bytes -= oldest.weight();
        }
    }

    /// Ends one consumer's stream, after what is staged for it.
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

    /// WorkerPool over what is staged: one lock and one wake-up for each consumer.
    pub(crate) fn flush(&mut self) {
        for consumer in &mut self.list {
            consumer.hand_over();
            consumer.pause_began = None;
        }
    }

    /// Tells whether the next block may be read. `released`: something waits that only reading
    /// can release.
    pub(crate) fn read_gate(&mut self, limits: &Limits, released: bool, now: Instant) -> ReadGate {
        let mut parked = false;
        self.list.retain_mut(|consumer| {
            consumer.level = consumer.queue.level(now);
            parked |= consumer.level.parked;
            !consumer.level.abandoned
        });
        let mut pace = ReadGate::Read;
        let mut failed = Vec::new();
        for consumer in &mut self.list {
            let level = consumer.level;
            match decide(limits, level, consumer.pause_began, released || parked, now) {
                Backpressure::Read => {}
                Backpressure::Evict(down_to) => consumer.queue.evict(down_to),
                Backpressure::Fail => failed.push((consumer.id, level.bytes)),
                Backpressure::Wait => pace = consumer.wait(limits, pace, None, now),
                Backpressure::WaitUntil(until) => {
                    pace = consumer.wait(limits, pace, Some(until), now)
                }
            }
        }
        for (id, bytes) in failed {
            self.finish(id, Some(ProtocolError::Overflow { bytes }));
        }
        pace
    }
}

/// The consumers that get what belongs to the given turns, or to none.
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
    /// Stages a message, behind which a run goes no further.
    fn stage(&mut self, item: QueueItem) {
        if let Some(last) = self.staged.last_mut() {
            last.fit();
        }
        self.staged.push(item);
    }

    /// WorkerPool over what is staged: one lock and one wake-up.
    fn hand_over(&mut self) {
        if let Some(last) = self.staged.last_mut() {
            last.fit();
            self.queue.push(&mut self.staged);
        }
    }

    /// Appends a raw line to the run that is being staged.
    fn stage_raw(&mut self, kind: RawKind, line: &[u8], buffers: &Arc<BufferPool>) {
        match self.staged.last_mut() {
            Some(QueueItem::RawLines(run)) if run.has_room(line.len()) => run.push(kind, line),
            _ => self.staged.push(QueueItem::RawLines(RawLines::with(kind, line, buffers))),
        }
    }

    /// Joins this consumer's wait to that of the others: the longest counts.
    fn wait(
        &mut self,
        limits: &Limits,
        pace: ReadGate,
        until: Option<Instant>,
        now: Instant,
    ) -> ReadGate {
        if !self.queue.watch_for(limits.soft.min(limits.hard) / 2) {
            return pace;
        }
        self.pause_began.get_or_insert(now);
        match (pace, until) {
            (ReadGate::Wait(Some(other)), Some(until)) => ReadGate::Wait(Some(until.max(other))),
            (ReadGate::Wait(None), _) => pace,
            (_, until) => ReadGate::Wait(until),
        }
    }
}
