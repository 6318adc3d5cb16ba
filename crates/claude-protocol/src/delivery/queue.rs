//! Queue: connects the loop to one consumer.
//!
//! It is filled and emptied in batches: one lock and one wake-up for each block that was read, not
//! for each message. It depends on neither messages nor a runtime, so the same file is
//! model-checked with loom (`tests/it/loom.rs`). How long the loop waits for a consumer is decided
//! in `backpressure.rs`.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll, Waker};

use super::sync::{AtomicBool, Mutex};

/// An item of a queue: its size, and when it may be dropped.
pub(crate) trait Weigh {
    /// Returns the size of the item.
    fn size(&self) -> Size;
    /// Returns the rank. For an item of several parts, the highest rank of its parts.
    fn rank(&self) -> Rank;
    /// Drops parts of a rank, the oldest first, until so much memory is free. Returns how many
    /// parts were dropped, and their size. An item of one part is dropped as a whole.
    fn shed(&mut self, rank: Rank, memory: usize) -> (u64, Size) {
        if self.rank() == rank && memory > 0 { (1, self.size()) } else { (0, Size::default()) }
    }
}

/// The size of an item. Its lines decide how fast is read, and its memory how much is kept: a short
/// line can stand for a large message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Size {
    /// The length of its lines.
    pub(crate) bytes: usize,
    /// The memory that it takes, with its place in the queue.
    pub(crate) memory: usize,
}

impl std::ops::AddAssign for Size {
    fn add_assign(&mut self, other: Self) {
        self.bytes += other.bytes;
        self.memory += other.memory;
    }
}

impl std::ops::SubAssign for Size {
    fn sub_assign(&mut self, other: Self) {
        self.bytes -= other.bytes;
        self.memory -= other.memory;
    }
}

/// The order in which items are dropped if a consumer does not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// Dropped first: a later message contains the same text.
    Delta,
    /// Dropped next, the oldest first.
    Message,
    /// Dropped last, and never from the queue of a turn.
    Result,
}

/// What [`Queue::poll_take`] returns.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Batch<E> {
    /// A batch of items. Before it, this many items and bytes were dropped.
    Batch {
        /// Items lost since the last batch.
        lost: u64,
        /// Their bytes.
        lost_bytes: u64,
    },
    /// The end. The error, if any, is returned only once.
    End(Option<E>),
}

/// The level of a queue, as the producer sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Level<T> {
    /// The size of the unread items.
    pub(crate) unread: Size,
    /// The consumer has polled the empty queue, and waits for the next item.
    pub(crate) parked: bool,
    /// The consumer was dropped.
    pub(crate) abandoned: bool,
    /// When the consumer last read something.
    pub(crate) read_at: T,
}

/// A queue of items for one consumer. `T` is a point in time.
#[derive(Debug)]
pub(crate) struct Queue<I, E, T> {
    inner: Mutex<Inner<I, E, T>>,
    /// The consumer has read from the batch that it took, since the last call of `level`.
    reading: AtomicBool,
}

#[derive(Debug)]
struct Inner<I, E, T> {
    items: VecDeque<I>,
    unread: Size,
    lost: u64,
    lost_bytes: u64,
    end: Option<Option<E>>,
    waker: Option<Waker>,
    read_at: T,
    watched: bool,
    results_only: bool,
    abandoned: bool,
}

impl<I: Weigh, E, T: Copy> Queue<I, E, T> {
    /// Creates an empty queue.
    pub(crate) fn new(now: T) -> Self {
        Self {
            inner: Mutex::new(Inner {
                items: VecDeque::new(),
                unread: Size::default(),
                lost: 0,
                lost_bytes: 0,
                end: None,
                waker: None,
                read_at: now,
                watched: false,
                results_only: false,
                abandoned: false,
            }),
            reading: AtomicBool::new(false),
        }
    }

    /// Appends a batch and wakes the consumer once. The waker is called outside the lock.
    pub(crate) fn push(&self, batch: &mut Vec<I>) {
        let waker = self.with(|inner| {
            for item in batch.drain(..) {
                if inner.abandoned || (inner.results_only && item.rank() != Rank::Result) {
                    continue;
                }
                inner.unread += item.size();
                inner.items.push_back(item);
            }
            if inner.items.is_empty() { None } else { inner.waker.take() }
        });
        wake(waker);
    }

    /// Ends the queue. Unread items can still be read. Only the first call has an effect.
    pub(crate) fn finish(&self, error: Option<E>) {
        let waker = self.with(|inner| {
            if inner.end.is_none() {
                inner.end = Some(error);
            }
            inner.waker.take()
        });
        wake(waker);
    }

    /// Ends the queue with an error, and drops its unread items. A queue that had ended stays as it
    /// is.
    pub(crate) fn cut(&self, error: E) {
        let (items, waker) = self.with(|inner| {
            if inner.end.is_some() {
                return (VecDeque::new(), None);
            }
            inner.end = Some(Some(error));
            // No more items are kept, and the producer removes the consumer.
            inner.abandoned = true;
            inner.unread = Size::default();
            (inner.lost, inner.lost_bytes) = (0, 0);
            (std::mem::take(&mut inner.items), inner.waker.take())
        });
        drop(items);
        wake(waker);
    }

    /// Records that the consumer reads from its batch. A consumer that takes a large batch and
    /// reads it slowly is not stale. It is called for each message, so it takes no lock.
    pub(crate) fn note_read(&self) {
        self.reading.store(true, Ordering::Relaxed);
    }

    /// Returns the level of the queue.
    pub(crate) fn level(&self, now: T) -> Level<T> {
        self.with(|inner| {
            if self.reading.swap(false, Ordering::Relaxed) {
                inner.read_at = now;
            }
            Level {
                unread: inner.unread,
                parked: inner.waker.is_some() && inner.items.is_empty(),
                abandoned: inner.abandoned,
                read_at: inner.read_at,
            }
        })
    }

    /// Asks the next [`Queue::poll_take`] to report that it has read. Returns `false` if no more
    /// than so many bytes and so much memory are unread by now: then there is nothing to wait for.
    pub(crate) fn watch_for(&self, low_mark: usize, memory: usize) -> bool {
        self.with(|inner| {
            inner.watched = inner.unread.bytes > low_mark || inner.unread.memory > memory;
            inner.watched
        })
    }

    /// Drops the oldest items, deltas first, down to so much memory. Results are dropped if there
    /// is a limit for them, and only down to that one. Returns how many messages and bytes were
    /// dropped.
    pub(crate) fn evict(&self, down_to: usize, results: Option<usize>) -> (u64, u64) {
        self.with(|inner| {
            let before = (inner.lost, inner.lost_bytes);
            inner.evict(Rank::Delta, down_to);
            inner.evict(Rank::Message, down_to);
            if let Some(down_to) = results {
                inner.evict(Rank::Result, down_to);
            }
            (inner.lost - before.0, inner.lost_bytes - before.1)
        })
    }

    /// Takes all unread items. The second value is `true` if the producer asked for a signal.
    pub(crate) fn poll_take(
        &self,
        cx: &mut Context<'_>,
        into: &mut VecDeque<I>,
        now: T,
    ) -> (Poll<Batch<E>>, bool) {
        self.with(|inner| {
            inner.read_at = now;
            if inner.items.is_empty() && inner.lost == 0 {
                if let Some(end) = &mut inner.end {
                    return (Poll::Ready(Batch::End(end.take())), false);
                }
                // Signal also if nothing was read: the consumer now waits for the producer, so the
                // producer must not wait for the consumer.
                let was_watched = std::mem::take(&mut inner.watched);
                inner.waker = Some(cx.waker().clone());
                return (Poll::Pending, was_watched);
            }
            std::mem::swap(&mut inner.items, into);
            inner.unread = Size::default();
            let taken = Batch::Batch {
                lost: std::mem::take(&mut inner.lost),
                lost_bytes: std::mem::take(&mut inner.lost_bytes),
            };
            (Poll::Ready(taken), std::mem::take(&mut inner.watched))
        })
    }

    /// Keeps only results from now on, and drops all other unread items.
    pub(crate) fn keep_results_only(&self) {
        self.with(|inner| {
            inner.results_only = true;
            inner.items.retain(|item| item.rank() == Rank::Result);
            inner.unread = Size::default();
            for item in &inner.items {
                inner.unread += item.size();
            }
            (inner.lost, inner.lost_bytes) = (0, 0);
        });
    }

    /// Records that the consumer was dropped. No items are kept any more.
    pub(crate) fn abandon(&self) {
        let items = self.with(|inner| {
            inner.abandoned = true;
            inner.waker = None;
            inner.unread = Size::default();
            std::mem::take(&mut inner.items)
        });
        // Drop the items outside the lock: there may be many, and the producer would wait.
        drop(items);
    }

    fn with<R>(&self, act: impl FnOnce(&mut Inner<I, E, T>) -> R) -> R {
        // No code that can panic runs under this lock, so it is never poisoned.
        let mut inner = match self.inner.lock() {
            Ok(inner) => inner,
            Err(poisoned) => poisoned.into_inner(),
        };
        act(&mut inner)
    }
}

impl<I: Weigh, E, T> Inner<I, E, T> {
    fn evict(&mut self, rank: Rank, down_to: usize) {
        if self.unread.memory <= down_to {
            return;
        }
        let Self { items, unread, lost, lost_bytes, .. } = self;
        items.retain_mut(|item| {
            let size = item.size();
            let (parts, shed) = item.shed(rank, unread.memory.saturating_sub(down_to));
            *unread -= shed;
            *lost += parts;
            *lost_bytes += u64::try_from(shed.bytes).unwrap_or(u64::MAX);
            parts == 0 || shed.memory < size.memory
        });
    }
}

fn wake(waker: Option<Waker>) {
    if let Some(waker) = waker {
        waker.wake();
    }
}
