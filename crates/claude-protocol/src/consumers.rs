//! Who gets a message: the open turn, whoever sees everything, or whoever takes the unsolicited.
//!
//! Items are staged while a block is handled and pushed once per consumer at its end. Also here:
//! the pace of reading, since it depends on how full the consumers' queues are.

use std::collections::VecDeque;
use std::sync::Arc;

use tokio::time::Instant;

use crate::inbox::{ConsumerQueue, Item};
use crate::pace::{Verdict, judge};
use crate::queue::Weigh;
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
    nap_began: Option<Instant>,
}

/// All consumers of a connection.
#[derive(Debug, Default)]
pub(crate) struct Consumers {
    list: Vec<Consumer>,
    issued: ConsumerId,
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
    pub(crate) fn add(&mut self, queue: Arc<ConsumerQueue>, scope: Scope) -> ConsumerId {
        self.issued += 1;
        let mut staged = Vec::new();
        if scope == Scope::Unsolicited {
            staged.extend(self.unsolicited.drain(..));
            self.unsolicited_bytes = 0;
            queue.push(&mut staged);
        }
        let id = self.issued;
        self.list.push(Consumer { id, scope, queue, staged, nap_began: None });
        id
    }

    /// Stages an item for the given turns and for whoever sees everything. With no turns it is
    /// unsolicited.
    pub(crate) fn deliver(
        &mut self,
        item: Item,
        turns: impl Iterator<Item = ConsumerId> + Clone,
        limits: &Limits,
    ) {
        let unsolicited = turns.clone().next().is_none();
        let wants = |consumer: &Consumer| match consumer.scope {
            Scope::Turn => turns.clone().any(|turn| turn == consumer.id),
            Scope::Everything => true,
            Scope::Unsolicited => unsolicited,
        };
        let mut wanting = self.list.iter_mut().filter(|consumer| wants(consumer)).peekable();
        if wanting.peek().is_none() && unsolicited {
            return self.keep(item, limits);
        }
        while let Some(consumer) = wanting.next() {
            if wanting.peek().is_none() {
                consumer.staged.push(item);
                return;
            }
            consumer.staged.push(item.clone());
        }
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
            consumer.queue.push(&mut consumer.staged);
            consumer.queue.finish(error);
        }
    }

    /// Ends all streams.
    pub(crate) fn finish_all(&mut self, error: Option<&ProtocolError>) {
        for mut consumer in self.list.drain(..) {
            consumer.queue.push(&mut consumer.staged);
            consumer.queue.finish(error.cloned());
        }
    }

    /// Hands over what is staged: one lock and one wake-up for each consumer.
    pub(crate) fn flush(&mut self) {
        for consumer in &mut self.list {
            if !consumer.staged.is_empty() {
                consumer.queue.push(&mut consumer.staged);
            }
            consumer.nap_began = None;
        }
    }

    /// Tells whether the next block may be read. `released`: something waits that only reading
    /// can release.
    pub(crate) fn pace(&mut self, limits: &Limits, released: bool, now: Instant) -> Pace {
        self.list.retain(|consumer| !consumer.queue.level().abandoned);
        let parked = self.list.iter().any(|consumer| consumer.queue.level().parked);
        let mut pace = Pace::Read;
        let mut failed = Vec::new();
        for consumer in &mut self.list {
            let level = consumer.queue.level();
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

impl Consumer {
    /// Joins this consumer's wait to that of the others: the longest counts.
    fn wait(&mut self, limits: &Limits, pace: Pace, until: Option<Instant>, now: Instant) -> Pace {
        self.nap_began.get_or_insert(now);
        self.queue.watch_for(limits.soft / 2);
        match (pace, until) {
            (Pace::Wait(Some(other)), Some(until)) => Pace::Wait(Some(until.max(other))),
            (Pace::Wait(None), _) => pace,
            (_, until) => Pace::Wait(until),
        }
    }
}
