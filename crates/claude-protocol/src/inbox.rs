//! The consumer's end of a queue: batches in, one message at a time out.
//!
//! `stream_event` lines arrive here raw and are decoded when they are asked for. The half-read
//! batch lives here, so that dropping a future loses nothing.

use std::collections::VecDeque;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use claude_types::{Lagged, Message};
use tokio::sync::Notify;
use tokio::time::Instant;

use crate::ProtocolError;
use crate::queue::{Queue, Rank, Taken, Weigh};

/// What waits for a consumer.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    body: Body,
    weight: usize,
}

#[derive(Debug, Clone)]
enum Body {
    Message(Message),
    /// The line of a `stream_event`, an exact copy.
    Delta(Box<[u8]>),
}

impl Item {
    pub(crate) fn message(message: Message, weight: usize) -> Self {
        Self { body: Body::Message(message), weight }
    }

    pub(crate) fn delta(line: &[u8]) -> Self {
        Self { body: Body::Delta(line.into()), weight: line.len() }
    }

    fn into_message(self) -> Message {
        match self.body {
            Body::Message(message) => message,
            Body::Delta(line) => Message::decode_as("stream_event", &line),
        }
    }
}

impl Weigh for Item {
    fn weight(&self) -> usize {
        self.weight
    }

    fn rank(&self) -> Rank {
        match &self.body {
            Body::Delta(_) => Rank::Delta,
            Body::Message(Message::Result(_)) => Rank::Result,
            Body::Message(_) => Rank::Message,
        }
    }
}

/// The queue of one consumer.
pub(crate) type ConsumerQueue = Queue<Item, ProtocolError, Instant>;

/// Reads one consumer's queue.
#[derive(Debug)]
pub(crate) struct Inbox {
    queue: Arc<ConsumerQueue>,
    batch: VecDeque<Item>,
    drained: Arc<Notify>,
    ended: bool,
}

impl Inbox {
    pub(crate) fn new(queue: Arc<ConsumerQueue>, drained: Arc<Notify>) -> Self {
        Self { queue, batch: VecDeque::new(), drained, ended: false }
    }

    /// The next message. After the end, or after an error, `None` for ever.
    pub(crate) fn poll_next(
        &mut self,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Message, ProtocolError>>> {
        loop {
            if let Some(item) = self.batch.pop_front() {
                return Poll::Ready(Some(Ok(item.into_message())));
            }
            if self.ended {
                return Poll::Ready(None);
            }
            let (taken, told) = self.queue.poll_take(cx, &mut self.batch, Instant::now());
            if told {
                self.drained.notify_one();
            }
            match ready!(taken) {
                Taken::Batch { lost: 0, .. } => {}
                Taken::Batch { lost, lost_bytes } => {
                    let lagged = Message::Lagged(Lagged::new(lost, lost_bytes));
                    return Poll::Ready(Some(Ok(lagged)));
                }
                Taken::End(error) => {
                    self.ended = true;
                    return Poll::Ready(error.map(Err));
                }
            }
        }
    }

    /// From now on only results come.
    pub(crate) fn keep_results_only(&mut self) {
        self.queue.keep_results_only();
        self.batch.retain(|item| item.rank() == Rank::Result);
        self.drained.notify_one();
    }
}

impl Drop for Inbox {
    fn drop(&mut self) {
        self.queue.abandon();
        self.drained.notify_one();
    }
}
