//! What one task leaves for another to take.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

/// Many leave, one takes.
#[derive(Debug)]
pub(crate) struct CompletionQueue<T>(Mutex<Inner<T>>);

#[derive(Debug)]
struct Inner<T> {
    left: VecDeque<T>,
    taker: Option<Waker>,
}

impl<T> Default for CompletionQueue<T> {
    fn default() -> Self {
        Self(Mutex::new(Inner { left: VecDeque::new(), taker: None }))
    }
}

impl<T> CompletionQueue<T> {
    /// Leaves something.
    pub(crate) fn push(&self, item: T) {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        inner.left.push_back(item);
        let taker = inner.taker.take();
        drop(inner);
        if let Some(taker) = taker {
            taker.wake();
        }
    }

    /// Takes what was left first, or is woken when there is something.
    pub(crate) fn poll_take(&self, cx: &mut Context<'_>) -> Poll<T> {
        let mut inner = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(item) = inner.left.pop_front() {
            return Poll::Ready(item);
        }
        if !inner.taker.as_ref().is_some_and(|taker| taker.will_wake(cx.waker())) {
            inner.taker = Some(cx.waker().clone());
        }
        Poll::Pending
    }
}
