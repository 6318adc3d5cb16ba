//! Typed hooks: hooks of one event, with the input and output types of that event.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{CallbackError, OnFailure};

use super::event::Event;
use super::output::IntoOutput;
use super::{HookEntry, HookMatcher};
use crate::callbacks::{Closure, Context, Entry};

/// Selects when a typed hook is called, for [`Options::on`](crate::Options::on).
///
/// It is created by the type of the event: `hook::PreToolUse::matching("Bash")`.
#[must_use = "a matcher does nothing unless it is registered"]
pub struct Matcher<E> {
    matcher: HookMatcher,
    event: PhantomData<fn() -> E>,
}

impl<E: Event> Matcher<E> {
    pub(super) fn new(matcher: HookMatcher) -> Self {
        Self { matcher, event: PhantomData }
    }

    /// Sets the deadline of the hook.
    ///
    /// The default is [`Deadlines::hook`](crate::limits::Deadlines::hook), 60 s.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self::new(self.matcher.timeout(timeout))
    }

    /// Sets what happens if the hook panics, returns an error or exceeds its deadline.
    ///
    /// The default is [`OnFailure::Block`]: the action is denied, if hooks of the event can deny
    /// it. Hooks of an event that this version does not know count as able to.
    pub fn on_failure(self, on_failure: OnFailure) -> Self {
        Self::new(self.matcher.on_failure(on_failure))
    }

    /// Makes the hook asynchronous: the CLI does not wait for it, and its output is discarded.
    ///
    /// See [`HookMatcher::in_background`].
    pub fn in_background(self) -> Self {
        Self::new(self.matcher.in_background())
    }
}

impl<E> Clone for Matcher<E> {
    fn clone(&self) -> Self {
        Self { matcher: self.matcher.clone(), event: PhantomData }
    }
}

impl<E> fmt::Debug for Matcher<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.matcher.fmt(f)
    }
}

/// A typed hook that has its own state, for [`Options::on_handler`](crate::Options::on_handler).
///
/// # Examples
///
/// ```
/// use std::sync::atomic::{AtomicUsize, Ordering};
///
/// use claude_sdk::hook::{self, Hook, IntoOutput, PreToolUseInput, PreToolUseOutput};
/// use claude_sdk::{Context, Options};
///
/// /// Allows a number of tool calls.
/// struct Budget(AtomicUsize);
///
/// impl Hook<hook::PreToolUse> for Budget {
///     async fn call(
///         &self,
///         _: PreToolUseInput,
///         _: Context,
///     ) -> impl IntoOutput<hook::PreToolUse> {
///         let left = |left: usize| left.checked_sub(1);
///         let spent = self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, left).is_err();
///         spent.then(|| PreToolUseOutput::deny("all allowed calls are used up"))
///     }
/// }
///
/// let options =
///     Options::default().on_handler(hook::PreToolUse::any(), Budget(AtomicUsize::new(10)));
/// ```
pub trait Hook<E: Event>: Send + Sync + 'static {
    /// Handles one occurrence of the event. Calls may run concurrently.
    fn call(
        &self,
        input: E::Input,
        context: Context,
    ) -> impl Future<Output = impl IntoOutput<E>> + Send;
}

impl<E, F, Fut, O> Hook<E> for Closure<F>
where
    E: Event,
    F: Fn(E::Input, Context) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = O> + Send,
    O: IntoOutput<E>,
{
    fn call(
        &self,
        input: E::Input,
        context: Context,
    ) -> impl Future<Output = impl IntoOutput<E>> + Send {
        (self.0)(input, context)
    }
}

/// Creates the entry of a typed hook.
pub(crate) fn hook_entry<E: Event>(matcher: Matcher<E>, handler: impl Hook<E>) -> HookEntry {
    let handler = Arc::new(handler);
    let entry = Entry::new(move |input, context| {
        let handler = Arc::clone(&handler);
        async move {
            let Some(input) = E::input(input) else {
                return Err(CallbackError::from("the hook was called for another event"));
            };
            let output = handler.call(input, context).await;
            output.into_output().map_err(CallbackError::from)
        }
    });
    HookEntry::new(matcher.matcher, entry)
}
