//! Who gets a message: the open turn, whoever sees everything, or whoever takes the unsolicited.
//!
//! Items are staged while a block is handled and pushed once per consumer at its end. Also here:
//! the pace of reading, since it depends on how full the consumers' queues are.

use std::collections::VecDeque;
use std::sync::Arc;

use claude_types::Message;
use tokio::time::Instant;

use crate::inbox::{ConsumerQueue, Item};
use crate::pace::{Verdict, judge};
use crate::queue::{Level, Weigh};
use crate::run::{Buffers, RawKind, Run};
use crate::turns::ConsumerId;
use crate::{Limits, ProtocolError};

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
    staged: Vec<Item>,
    /// When it was looked at last.
    level: Level<Instant>,
    nap_began: Option<Instant>,
}

/// All consumers of a connection.
#[derive(Debug, Default)]
pub(crate) struct Consumers {
    list: Vec<Consumer>,
    issued: ConsumerId,
    buffers: Arc<Buffers>,
    unsolicited: VecDeque<Item>,
    unsolicited_bytes: usize,
}

/// Whether reading may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pace {
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
        self.list.push(Consumer { id, scope, queue, staged, level, nap_began: None });
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
        let item = Item::Message(message, weight);
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
            consumer.stage(Item::Message(message.clone(), 0));
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
            let mut run = Run::default();
            run.push(kind, line);
            self.keep(Item::Run(run), limits);
        }
    }

    fn nobody_takes_unsolicited(&self) -> bool {
        !self.list.iter().any(|consumer| consumer.scope == Scope::Unsolicited)
    }

    /// Keeps an unsolicited item until somebody asks; the oldest go first.
    fn keep(&mut self, item: Item, limits: &Limits) {
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

    /// Hands over what is staged: one lock and one wake-up for each consumer.
    pub(crate) fn flush(&mut self) {
        for consumer in &mut self.list {
            consumer.hand_over();
            consumer.nap_began = None;
        }
    }

    /// Tells whether the next block may be read. `released`: something waits that only reading
    /// can release.
    pub(crate) fn pace(&mut self, limits: &Limits, released: bool, now: Instant) -> Pace {
        let mut parked = false;
        self.list.retain_mut(|consumer| {
            consumer.level = consumer.queue.level(now);
            parked |= consumer.level.parked;
            !consumer.level.abandoned
        });
        let mut pace = Pace::Read;
        let mut failed = Vec::new();
        for consumer in &mut self.list {
            let level = consumer.level;
            match judge(limits, level, consumer.nap_began, released || parked, now) {
                Verdict::Read => {}
                Verdict::Evict(down_to) => consumer.queue.evict(down_to),
                Verdict::Fail => failed.push((consumer.id, level.bytes)),
                Verdict::Wait => pace = consumer.wait(limits, pace, None, now),
                Verdict::WaitUntil(until) => pace = consumer.wait(limits, pace, Some(until), now),
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
    fn stage(&mut self, item: Item) {
        if let Some(last) = self.staged.last_mut() {
            last.fit();
        }
        self.staged.push(item);
    }

    /// Hands over what is staged: one lock and one wake-up.
    fn hand_over(&mut self) {
        if let Some(last) = self.staged.last_mut() {
            last.fit();
            self.queue.push(&mut self.staged);
        }
    }

    /// Appends a raw line to the run that is being staged.
    fn stage_raw(&mut self, kind: RawKind, line: &[u8], buffers: &Arc<Buffers>) {
        match self.staged.last_mut() {
            Some(Item::Run(run)) if run.has_room(line.len()) => run.push(kind, line),
            _ => self.staged.push(Item::Run(Run::with(kind, line, buffers))),
        }
    }

    /// Joins this consumer's wait to that of the others: the longest counts.
    fn wait(&mut self, limits: &Limits, pace: Pace, until: Option<Instant>, now: Instant) -> Pace {
        if !self.queue.watch_for(limits.soft.min(limits.hard) / 2) {
            return pace;
        }
        self.nap_began.get_or_insert(now);
        match (pace, until) {
            (Pace::Wait(Some(other)), Some(until)) => Pace::Wait(Some(until.max(other))),
            (Pace::Wait(None), _) => pace,
            (_, until) => Pace::Wait(until),
        }
    }
}
