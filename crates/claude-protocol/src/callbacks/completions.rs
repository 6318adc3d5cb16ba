//! Completion queue: many producers, one consumer, which is woken when an item arrives.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

/// A queue with many producers and one consumer.
#[derive(Debug)]
pub(crate) struct CompletionQueue<T>(Mutex<Inner<T>>);

#[derive(Debug)]
struct Inner<T> {
    items: VecDeque<T>,
    consumer: Option<Waker>,
}

impl<T> Default for CompletionQueue<T> {
    fn default() -> Self {
        Self(Mutex::new(Inner { items: VecDeque::new(), consumer: None }))
    }
}

impl<T> CompletionQueue<T> {
    /// Appends an item and wakes the consumer.
    pub(crate) fn push(&self, item: T) {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.items.push_back(item);
        let consumer = inner.consumer.take();
        // Wake outside the lock: the waker is code of the runtime.
        drop(inner);
        if let Some(consumer) = consumer {
            consumer.wake();
        }
    }

    /// Takes the oldest item, or registers to be woken when there is one.
    pub(crate) fn poll_take(&self, cx: &mut Context<'_>) -> Poll<T> {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(item) = inner.items.pop_front() {
            return Poll::Ready(item);
        }
        if !inner.consumer.as_ref().is_some_and(|consumer| consumer.will_wake(cx.waker())) {
            inner.consumer = Some(cx.waker().clone());
        }
        Poll::Pending
    }
}
