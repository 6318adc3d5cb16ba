//! Receiver: the consumer's end of a queue. It takes batches, and returns one message at a time.
//!
//! Most lines arrive here raw (`raw_lines.rs`), and are decoded when they are read. The batch that
//! is partly read is kept here and not in a future, so that dropping a future loses no message.

use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use claude_types::{Lagged, Message, Outlined};
use tokio::sync::Notify;
use tokio::time::Instant;

use super::queue::{Batch, Queue, Rank, Size, Weigh};
use super::raw_lines::RawLines;
use crate::error::ProtocolError;

/// Returns what the place of an item takes, in a queue that grows.
pub(super) const fn place() -> usize {
    2 * size_of::<QueueItem>()
}

/// An unread item of a consumer.
#[derive(Debug, Clone)]
pub(crate) enum QueueItem {
    /// A message that the loop decoded, and its size.
    Message(Outlined<Message>, Size),
    /// Lines that are not decoded yet.
    RawLines(RawLines),
}

impl QueueItem {
    /// Creates an item of a decoded message.
    pub(crate) fn message(message: Outlined<Message>, mut size: Size) -> Self {
        size.memory += place();
        Self::Message(message, size)
    }

    /// Shrinks a buffer that is mostly empty, so that the item does not hold much more memory than
    /// it counts for.
    pub(crate) fn fit(&mut self) {
        if let Self::RawLines(raw) = self {
            raw.fit();
        }
    }
}

impl Weigh for QueueItem {
    fn size(&self) -> Size {
        match self {
            Self::Message(_, size) => *size,
            Self::RawLines(raw) => raw.size(),
        }
    }

    fn rank(&self) -> Rank {
        match self {
            Self::Message(message, _) => match **message {
                Message::Result(_) => Rank::Result,
                // Decoded in the loop because an observer wants all messages.
                Message::StreamEvent(_) => Rank::Delta,
                _ => Rank::Message,
            },
            Self::RawLines(raw) => raw.rank(),
        }
    }

    fn shed(&mut self, rank: Rank, memory: usize) -> (u64, Size) {
        let self_rank = self.rank();
        match self {
            Self::RawLines(raw) => raw.shed(rank, memory),
            Self::Message(_, size) if self_rank == rank && memory > 0 => (1, *size),
            Self::Message(..) => (0, Size::default()),
        }
    }
}

/// The queue of one consumer.
pub(crate) type ConsumerQueue = Queue<QueueItem, ProtocolError, Instant>;

/// Reads one consumer's queue.
#[derive(Debug)]
pub(crate) struct Receiver {
    queue: Arc<ConsumerQueue>,
    batch: VecDeque<QueueItem>,
    drained: Arc<Notify>,
    ended: bool,
}

impl Receiver {
    pub(crate) fn new(queue: Arc<ConsumerQueue>, drained: Arc<Notify>) -> Self {
        Self { queue, batch: VecDeque::new(), drained, ended: false }
    }

    /// Returns the next message. After the end, and after an error, it always returns `None`.
    pub(crate) fn poll_next(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Outlined<Message>, ProtocolError>>> {
        // Take part in tokio's cooperative scheduling: a full queue is always ready, and would keep
        // a `select!` of the user from its other branches.
        let coop = ready!(tokio::task::coop::poll_proceed(cx));
        loop {
            if let Some(message) = self.next_of_batch() {
                self.queue.note_read();
                coop.made_progress();
                return Poll::Ready(Some(Ok(message)));
            }
            if self.ended {
                return Poll::Ready(None);
            }
            let (taken, notify) = self.queue.poll_take(cx, &mut self.batch, Instant::now());
            if notify {
                self.drained.notify_one();
            }
            match ready!(taken) {
                Batch::Batch { lost: 0, .. } => {}
                Batch::Batch { lost, lost_bytes } => {
                    let lagged = Message::Lagged(Lagged::new(lost, lost_bytes));
                    return Poll::Ready(Some(Ok(Outlined::new(lagged))));
                }
                Batch::End(error) => {
                    self.ended = true;
                    return Poll::Ready(error.map(Err));
                }
            }
        }
    }

    fn next_of_batch(&mut self) -> Option<Outlined<Message>> {
        loop {
            if let QueueItem::RawLines(raw) = self.batch.front_mut()? {
                match raw.next() {
                    Some(message) => return Some(message),
                    None => drop(self.batch.pop_front()),
                }
            } else if let Some(QueueItem::Message(message, _)) = self.batch.pop_front() {
                return Some(message);
            }
        }
    }

    /// Drops everything but results, from now on. Signals the loop, which may wait for this
    /// consumer.
    pub(crate) fn keep_results_only(&mut self) {
        self.queue.keep_results_only();
        self.batch.retain(|item| item.rank() == Rank::Result);
        self.drained.notify_one();
    }
}

impl Drop for Receiver {
    fn drop(&mut self) {
        self.queue.abandon();
        self.drained.notify_one();
    }
}
