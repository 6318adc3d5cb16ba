//! The queue on one thread: what is evicted first, when a producer is notified, and when a consumer
//! counts as active.
//!
//! The queue uses the locks of the model checker here (see `loom.rs`), so each test is a model.

use std::collections::VecDeque;
use std::task::{Context, Poll, Waker};

use crate::loom::queue::{Batch, Queue, Rank, Size, Weigh};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Item(Rank, u8);

impl Weigh for Item {
    fn size(&self) -> Size {
        Size { bytes: 10, memory: 100 }
    }

    fn rank(&self) -> Rank {
        self.0
    }
}

type TestQueue = Queue<Item, &'static str, u32>;

fn poll(queue: &TestQueue, now: u32) -> (Poll<Batch<&'static str>>, Vec<u8>, bool) {
    let mut batch = VecDeque::new();
    let (taken, notified) =
        queue.poll_take(&mut Context::from_waker(Waker::noop()), &mut batch, now);
    (taken, batch.iter().map(|item| item.1).collect(), notified)
}

fn filled() -> TestQueue {
    let queue = Queue::new(0);
    let (delta, message, result) = (Rank::Delta, Rank::Message, Rank::Result);
    queue.push(&mut vec![Item(result, 1), Item(message, 2), Item(delta, 3), Item(message, 4)]);
    queue
}

fn batch(lost: u64) -> Poll<Batch<&'static str>> {
    Poll::Ready(Batch::Batch { lost, lost_bytes: lost * 10 })
}

#[test]
fn deltas_are_evicted_first_then_the_oldest_and_results_last() {
    ::loom::model(|| {
        for (down_to, results, kept) in [
            (400, Some(400), &[1, 2, 3, 4][..]),
            (300, Some(300), &[1, 2, 4]),
            (200, Some(200), &[1, 4]),
            (0, Some(100), &[1]),
            (0, Some(99), &[]),
            // A turn keeps its result.
            (0, None, &[1]),
        ] {
            let queue = filled();
            queue.evict(down_to, results);
            let unread = Size { bytes: kept.len() * 10, memory: kept.len() * 100 };
            assert_eq!(queue.level(0).unread, unread);
            let lost = 4 - kept.len() as u64;
            assert_eq!(poll(&queue, 0), (batch(lost), kept.to_vec(), false));
        }
    });
}

#[test]
fn a_loss_is_reported_even_if_nothing_is_left() {
    ::loom::model(|| {
        let queue: TestQueue = Queue::new(0);
        queue.push(&mut vec![Item(Rank::Delta, 1)]);
        queue.evict(0, None);
        queue.finish(None);
        assert_eq!(poll(&queue, 0).0, batch(1));
        assert_eq!(poll(&queue, 0).0, Poll::Ready(Batch::End(None)));
    });
}

#[test]
fn a_consumer_with_a_taken_batch_counts_as_active() {
    ::loom::model(|| {
        let queue = filled();
        assert!(poll(&queue, 5).0.is_ready());
        assert_eq!(queue.level(8).read_at, 5);
        queue.note_read();
        assert_eq!(queue.level(9).read_at, 9);
        assert_eq!(queue.level(10).read_at, 9);
    });
}

#[test]
fn a_waiting_producer_is_notified_once_and_only_if_it_had_to_wait() {
    ::loom::model(|| {
        let queue = filled();
        assert!(!queue.watch_for(40, 400));
        assert!(!poll(&queue, 0).2);
        assert!(!queue.watch_for(0, 400), "it is empty by now");
        queue.push(&mut vec![Item(Rank::Message, 5)]);
        assert!(queue.watch_for(0, 400));
        assert!(poll(&queue, 0).2);
        assert!(!poll(&queue, 0).2);
    });
}

#[test]
fn an_abandoned_queue_keeps_nothing() {
    ::loom::model(|| {
        let queue = filled();
        queue.abandon();
        queue.push(&mut vec![Item(Rank::Result, 5)]);
        let level = queue.level(0);
        assert!(level.abandoned);
        assert_eq!(level.unread, Size::default());
    });
}
