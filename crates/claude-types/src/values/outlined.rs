//! Outlined drop: a value whose drop code is compiled in this crate only.
//!
//! Release builds share no code for dropping values: the compiler generates it anew in each crate,
//! and in each unit of a crate, that owns a value of the type. For a [`Message`](crate::Message),
//! which contains some hundred types, that is more code than what the crate does with it. An
//! [`Outlined`] value is dropped by a call into this crate.

use std::fmt;
use std::mem::{self, ManuallyDrop};
use std::ops::{Deref, DerefMut};

use crate::generated::{
    CanUseToolRequest, ControlRequestFrame, ElicitationRequest, HookCallbackRequest,
    McpMessageRequest, Message, ResultMessage, UserDialogRequest,
};
use crate::wire::Wire;

/// A type that can be [`Outlined`]. It is implemented in this crate only.
///
/// # Examples
///
/// ```
/// use claude_types::{Message, Outline, Outlined};
///
/// fn keep<T: Outline>(queue: &mut Vec<Outlined<T>>, value: T) {
///     queue.push(Outlined::new(value));
/// }
/// let mut queue = Vec::new();
/// keep(&mut queue, Message::decode(br#"{"type":"keep_alive"}"#));
/// assert_eq!(queue.len(), 1);
/// ```
pub trait Outline: Sized {
    /// Takes the value, and leaves one that owns nothing in its place.
    #[doc(hidden)]
    fn take(place: &mut Self) -> Self;

    /// Drops the value.
    #[doc(hidden)]
    fn drop_outlined(self);
}

/// A value whose drop code is compiled in `claude-types` only.
///
/// For code that passes values on without looking at all of them, such as a queue of messages. It
/// keeps the code that drops a message out of the crate that has the queue.
///
/// # Examples
///
/// ```
/// use claude_types::{Message, Outlined};
///
/// let message = Outlined::decode_as("keep_alive", br#"{"type":"keep_alive"}"#);
/// assert!(matches!(*message, Message::Unknown(_)));
/// let message: Message = message.into_inner();
/// ```
pub struct Outlined<T: Outline>(ManuallyDrop<T>);

impl<T: Outline> Outlined<T> {
    /// Wraps a value.
    #[inline]
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(ManuallyDrop::new(value))
    }

    /// Takes a value out of its place, and leaves one there that owns nothing.
    #[inline]
    #[must_use]
    pub fn take(place: &mut T) -> Self {
        Self::new(T::take(place))
    }

    /// Returns the value.
    #[inline]
    #[must_use]
    pub fn into_inner(mut self) -> T {
        let value = T::take(&mut self.0);
        // What is left owns nothing.
        mem::forget(self);
        value
    }
}

impl Outlined<Message> {
    /// Returns the result, or `None` if it is another message.
    #[must_use]
    pub fn into_result(self) -> Option<Box<ResultMessage>> {
        match self.into_inner() {
            Message::Result(result) => Some(result),
            _ => None,
        }
    }
}

impl<T: Outline> Drop for Outlined<T> {
    #[inline]
    fn drop(&mut self) {
        T::take(&mut self.0).drop_outlined();
    }
}

impl<T: Outline> Deref for Outlined<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Outline> DerefMut for Outlined<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: Outline + Clone> Clone for Outlined<T> {
    #[inline]
    fn clone(&self) -> Self {
        Self::new(T::clone(self))
    }
}

impl<T: Outline + fmt::Debug> fmt::Debug for Outlined<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        T::fmt(self, f)
    }
}

macro_rules! outline {
    ($($name:ident),* $(,)?) => {$(
        impl Outline for $name {
            #[inline]
            fn take(place: &mut Self) -> Self {
                mem::replace(place, <Self as Wire>::VACANT)
            }

            #[inline(never)]
            fn drop_outlined(self) {}
        }
    )*};
}

outline! {
    CanUseToolRequest, ControlRequestFrame, ElicitationRequest, HookCallbackRequest,
    McpMessageRequest, Message, UserDialogRequest,
}
