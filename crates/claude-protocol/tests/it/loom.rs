//! Model checks of the queue, its waker and the wake flag: every interleaving of two threads.
//!
//! A lost wake-up shows as a deadlock, which the model reports.

use std::collections::VecDeque;
use std::sync::Arc as StdArc;
use std::task::{Context, Poll, Wake, Waker};

use loom::sync::atomic::{AtomicBool, Ordering};
use loom::sync::{Arc, Notify};
use loom::thread;

#[path = "../../src/delivery/wake_flag.rs"]
pub(crate) mod wake_flag;

#[path = "../../src/delivery/queue.rs"]
pub(crate) mod queue;

mod sync {
    pub(crate) use loom::sync::Mutex;
    pub(crate) use loom::sync::atomic::AtomicBool;
}

use queue::{Batch, Queue, Rank, Size, Weigh};
use wake_flag::WakeFlag;

#[derive(Debug, Clone, PartialEq, Eq)]
struct QueueItem(Rank, usize);

impl Weigh for QueueItem {
    fn size(&self) -> Size {
        Size { bytes: 10, memory: 10 }
    }

    fn rank(&self) -> Rank {
        self.0
    }
}

fn item(number: usize) -> QueueItem {
    QueueItem(Rank::Message, number)
}

type TestQueue = Queue<QueueItem, &'static str, u32>;

/// A parked thread.
struct Parked(Notify);

impl Wake for Parked {
    fn wake(self: StdArc<Self>) {
        self.0.notify();
    }
}

/// A consumer on its own thread.
struct Consumer {
    queue: Arc<TestQueue>,
    parked: StdArc<Parked>,
    read: VecDeque<QueueItem>,
    lost: u64,
    /// The producer asked for a notification and got it.
    notified: bool,
}

impl Consumer {
    fn new(queue: &Arc<TestQueue>) -> Self {
        Self {
            queue: Arc::clone(queue),
            parked: StdArc::new(Parked(Notify::new())),
            read: VecDeque::new(),
            lost: 0,
            notified: false,
        }
    }

    fn poll(&mut self) -> Poll<Batch<&'static str>> {
        let waker = Waker::from(StdArc::clone(&self.parked));
        let mut batch = VecDeque::new();
        let (taken, notified) =
            self.queue.poll_take(&mut Context::from_waker(&waker), &mut batch, 1);
        self.read.append(&mut batch);
        self.notified |= notified;
        taken
    }

    /// Waits for a batch or the end.
    fn take(&mut self) -> Batch<&'static str> {
        loop {
            match self.poll() {
                Poll::Ready(taken) => return taken,
                Poll::Pending => self.parked.0.wait(),
            }
        }
    }

    /// Reads to the end.
    fn finish(mut self) -> (Vec<usize>, u64, Option<&'static str>) {
        loop {
            match self.take() {
                Batch::Batch { lost, .. } => self.lost += lost,
                Batch::End(error) => {
                    return (self.read.iter().map(|item| item.1).collect(), self.lost, error);
                }
            }
        }
    }
}

fn queue() -> Arc<TestQueue> {
    Arc::new(Queue::new(0))
}

#[test]
fn no_wake_up_is_lost_and_the_order_is_kept() {
    loom::model(|| {
        let queue = queue();
        let consumer = Consumer::new(&queue);
        let reading = thread::spawn(move || consumer.finish());
        queue.push(&mut vec![item(1), item(2)]);
        queue.push(&mut vec![item(3)]);
        queue.finish(Some("over"));
        assert_eq!(reading.join().unwrap(), (vec![1, 2, 3], 0, Some("over")));
    });
}

#[test]
fn closing_the_queue_wakes_the_consumer() {
    loom::model(|| {
        let queue = queue();
        let consumer = Consumer::new(&queue);
        let reading = thread::spawn(move || consumer.finish());
        queue.finish(None);
        queue.finish(Some("a second end"));
        assert_eq!(reading.join().unwrap(), (vec![], 0, None));
    });
}

/// The end of a scope cuts a queue that the loop still fills.
#[test]
fn a_queue_that_is_cut_ends_with_the_error() {
    loom::model(|| {
        let queue = queue();
        let consumer = Consumer::new(&queue);
        let reading = thread::spawn(move || consumer.finish());
        let filled = Arc::clone(&queue);
        let filling = thread::spawn(move || filled.push(&mut vec![item(1)]));
        queue.cut("cut");
        queue.finish(None);
        filling.join().unwrap();
        let (read, lost, end) = reading.join().unwrap();
        assert!(read.is_empty() || read == [1], "{read:?}");
        assert_eq!((lost, end), (0, Some("cut")));
        assert!(queue.level(0).abandoned);
    });
}

#[test]
fn two_producers_lose_nothing() {
    loom::model(|| {
        let queue = queue();
        let mut consumer = Consumer::new(&queue);
        let producers = [1, 2].map(|number| {
            let queue = Arc::clone(&queue);
            thread::spawn(move || queue.push(&mut vec![item(number)]))
        });
        while consumer.read.len() < 2 {
            consumer.take();
        }
        for producer in producers {
            producer.join().unwrap();
        }
        let mut read: Vec<_> = consumer.read.iter().map(|item| item.1).collect();
        read.sort_unstable();
        assert_eq!(read, [1, 2]);
    });
}

#[test]
fn an_item_pushed_during_a_drop_is_not_kept() {
    loom::model(|| {
        let queue = queue();
        let leaving = Arc::clone(&queue);
        let left = thread::spawn(move || leaving.abandon());
        queue.push(&mut vec![item(1)]);
        left.join().unwrap();
        queue.push(&mut vec![item(2)]);
        let level = queue.level(1);
        assert_eq!((level.unread, level.abandoned, level.parked), (Size::default(), true, false));
    });
}

#[test]
fn a_waiting_producer_is_always_notified() {
    loom::model(|| {
        let queue = queue();
        queue.push(&mut vec![item(1)]);
        let mut consumer = Consumer::new(&queue);
        let reading = thread::spawn(move || {
            // The consumer takes one batch and then waits for more.
            while consumer.poll().is_ready() {}
            consumer
        });
        let waits = queue.watch_for(0, 0);
        let consumer = reading.join().unwrap();
        assert_eq!(consumer.notified, waits, "only a waiting producer is notified");
    });
}

#[test]
fn evicted_items_are_counted_exactly() {
    loom::model(|| {
        let queue = queue();
        queue.push(&mut vec![QueueItem(Rank::Delta, 1), QueueItem(Rank::Result, 2), item(3)]);
        let consumer = Consumer::new(&queue);
        let reading = thread::spawn(move || consumer.finish());
        queue.evict(10, None);
        queue.finish(None);
        let (read, lost, _) = reading.join().unwrap();
        assert!(read.contains(&2), "a turn never loses its result");
        assert_eq!(read.len() as u64 + lost, 3);
    });
}

#[test]
fn results_only_keeps_every_result() {
    loom::model(|| {
        let queue = queue();
        let consumer = Consumer::new(&queue);
        let narrowed = Arc::clone(&queue);
        let reading = thread::spawn(move || {
            narrowed.keep_results_only();
            consumer.finish()
        });
        queue.push(&mut vec![item(1), QueueItem(Rank::Result, 2)]);
        queue.finish(None);
        assert_eq!(reading.join().unwrap(), (vec![2], 0, None));
    });
}

#[test]
fn a_second_waker_replaces_the_first() {
    loom::model(|| {
        let queue = queue();
        // The same consumer, polled from one task and then from another.
        assert!(Consumer::new(&queue).poll().is_pending());
        let consumer = Consumer::new(&queue);
        let reading = thread::spawn(move || consumer.finish());
        queue.push(&mut vec![item(1)]);
        queue.finish(None);
        assert_eq!(reading.join().unwrap().0, [1]);
    });
}

/// Waits as the loop does until a source is ready. The source is polled only if its wake flag is
/// set.
fn wait_for(source: &AtomicBool, wake_flag: &WakeFlag) {
    let parked = StdArc::new(Parked(Notify::new()));
    let task = Waker::from(StdArc::clone(&parked));
    loop {
        if wake_flag.take(&task) && source.load(Ordering::Acquire) {
            return;
        }
        parked.0.wait();
    }
}

#[test]
fn a_source_that_wakes_sets_the_flag() {
    loom::model(|| {
        let source = Arc::new(AtomicBool::new(false));
        let wake_flag = StdArc::new(WakeFlag::new());
        let ringing = thread::spawn({
            let (source, waker) = (Arc::clone(&source), Waker::from(StdArc::clone(&wake_flag)));
            move || {
                source.store(true, Ordering::Release);
                waker.wake();
            }
        });
        wait_for(&source, &wake_flag);
        ringing.join().unwrap();
    });
}

#[test]
fn a_wake_flag_that_was_not_woken_is_not_set() {
    loom::model(|| {
        let wake_flag = WakeFlag::new();
        assert!(wake_flag.take(Waker::noop()), "nothing was asked yet");
        assert!(!wake_flag.take(Waker::noop()));
        wake_flag.set();
        assert!(wake_flag.take(Waker::noop()));
        assert!(!wake_flag.take(Waker::noop()));
    });
}
