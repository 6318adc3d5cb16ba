//! Boxed futures: what an `async fn` does is compiled in the crate that polls it, so each program
//! would compile it again. Behind a box it is compiled in this crate, once.

use std::pin::Pin;

/// A future on the heap.
pub(crate) type BoxFuture<'f, T> = Pin<Box<dyn Future<Output = T> + Send + 'f>>;

pub(crate) fn boxed<'f, T>(future: impl Future<Output = T> + Send + 'f) -> BoxFuture<'f, T> {
    Box::pin(future)
}
