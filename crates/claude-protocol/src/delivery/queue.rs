//! The queue between the connection and one consumer.
//!
//! Filled and drained in batches: one lock and one wake-up for each block that was read, not for
//! each message. It knows bytes and ranks, not messages, and it knows no runtime: the same file is
//! model-checked with loom (`tests/it/loom.rs`). Who waits for whom is decided in `pace.rs`.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::task::{Context, Poll, Waker};

use super::sync::{AtomicBool, Mutex};

/// What the queue must know of an item.
pub(crate) trait Weigh {
    /// The bytes it stands for.
    fn weight(&self) -> usize;
    /// When it may be lost; that of its most precious part, if it has several.
    fn rank(&self) -> Rank;
    /// Gives up parts of a rank, the oldest first, until so many bytes are free. Returns how many
    /// parts and bytes went. An item that is one part goes whole.
    fn shed(&mut self, rank: Rank, bytes: usize) -> (u64, usize) {
        if self.rank() == rank && bytes > 0 { (1, self.weight()) } else { (0, 0) }
    }
}

/// When an item may be lost, should its consumer stop reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    /// First: a later message holds the same text.
    Delta,
    /// Then, the oldest first.
    Message,
    /// Never.
    Result,
}

/// What a consumer finds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Batch<E> {
    /// There is a batch; before it, this many items and bytes were lost.
    Batch {
        /// Items lost since the last batch.
        lost: u64,
        /// Their bytes.
        lost_bytes: u64,
    },
    /// The end, told once: with an error or without.
    End(Option<E>),
}

/// What the producer sees after a push.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Level<T> {
    /// Bytes waiting.
    pub(crate) bytes: usize,
    /// The consumer waits for the next item.
    pub(crate) parked: bool,
    /// The consumer is gone.
    pub(crate) abandoned: bool,
    /// When the consumer last took something.
    pub(crate) read_at: T,
}

/// A queue of items for one consumer. `T` is a point in time.
#[derive(Debug)]
pub(crate) struct Queue<I, E, T> {
    inner: Mutex<Inner<I, E, T>>,
    /// The consumer has read in what it took, since somebody looked last.
    reading: AtomicBool,
}

#[derive(Debug)]
struct Inner<I, E, T> {
    items: VecDeque<I>,
    bytes: usize,
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
    /// An empty queue.
    pub(crate) fn new(now: T) -> Self {
        Self {
            inner: Mutex::new(Inner {
                items: VecDeque::new(),
                bytes: 0,
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

    /// Appends a batch and wakes the consumer, once.
    pub(crate) fn push(&self, batch: &mut Vec<I>) {
        let waker = self.with(|inner| {
            for item in batch.drain(..) {
                if inner.abandoned || (inner.results_only && item.rank() != Rank::Result) {
                    continue;
                }
                inner.bytes += item.weight();
                inner.items.push_back(item);
            }
            if inner.items.is_empty() { None } else { inner.waker.take() }
        });
        wake(waker);
    }

    /// Ends the queue. What waits can still be read. Only the first call counts.
    pub(crate) fn finish(&self, error: Option<E>) {
        let waker = self.with(|inner| {
            if inner.end.is_none() {
                inner.end = Some(error);
            }
            inner.waker.take()
        });
        wake(waker);
    }

    /// Says that the consumer reads on in what it took. One that takes a lot and reads it slowly
    /// is not gone. Cheap: it is called for each message.
    pub(crate) fn note_read(&self) {
        self.reading.store(true, Ordering::Relaxed);
    }

    /// How full the queue is.
    pub(crate) fn level(&self, now: T) -> Level<T> {
        self.with(|inner| {
            if self.reading.swap(false, Ordering::Relaxed) {
                inner.read_at = now;
            }
            Level {
                bytes: inner.bytes,
                parked: inner.waker.is_some() && inner.items.is_empty(),
                abandoned: inner.abandoned,
                read_at: inner.read_at,
            }
        })
    }

    /// Asks the next [`Queue::poll_take`] to say so, unless no more than this many bytes wait by
    /// now. Returns whether there is something to wait for.
    pub(crate) fn watch_for(&self, low_mark: usize) -> bool {
        self.with(|inner| {
            inner.watched = inner.bytes > low_mark;
            inner.watched
        })
    }

    /// Drops the oldest items, deltas first and results never, down to a number of bytes.
    pub(crate) fn evict(&self, down_to: usize) {
        self.with(|inner| {
            for rank in [Rank::Delta, Rank::Message] {
                inner.evict(rank, down_to);
            }
        });
    }

    /// Takes everything that waits. The second value says that the producer asked to be told.
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
                // A consumer that waits must not meet a producer that waits for it.
                let was_watched = std::mem::take(&mut inner.watched);
                inner.waker = Some(cx.waker().clone());
                return (Poll::Pending, was_watched);
            }
            std::mem::swap(&mut inner.items, into);
            inner.bytes = 0;
            let taken = Batch::Batch {
                lost: std::mem::take(&mut inner.lost),
                lost_bytes: std::mem::take(&mut inner.lost_bytes),
            };
            (Poll::Ready(taken), std::mem::take(&mut inner.watched))
        })
    }

    /// From now on only results are kept; what waits and is none is dropped.
    pub(crate) fn keep_results_only(&self) {
        self.with(|inner| {
            inner.results_only = true;
            inner.items.retain(|item| item.rank() == Rank::Result);
            inner.bytes = inner.items.iter().map(Weigh::weight).sum();
            (inner.lost, inner.lost_bytes) = (0, 0);
        });
    }

    /// The consumer is gone: nothing is kept any more.
    pub(crate) fn abandon(&self) {
        let items = self.with(|inner| {
            inner.abandoned = true;
            inner.waker = None;
            inner.bytes = 0;
            std::mem::take(&mut inner.items)
        });
        // Dropped outside the lock.
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
        if self.bytes <= down_to {
            return;
        }
        let Self { items, bytes, lost, lost_bytes, .. } = self;
        items.retain_mut(|item| {
            let weight = item.weight();
            let (parts, shed) = item.shed(rank, bytes.saturating_sub(down_to));
            *bytes -= shed;
            *lost += parts;
            *lost_bytes += u64::try_from(shed).unwrap_or(u64::MAX);
            shed < weight
        });
    }
}

fn wake(waker: Option<Waker>) {
    if let Some(waker) = waker {
        waker.wake();
    }
}
