//! Typed hooks: hooks of one event, with its own input and output.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{CallbackError, OnFailure};

use super::event::Event;
use super::output::IntoOutput;
use super::{HookEntry, HookMatcher};
use crate::callbacks::{Closure, Context, Entry};

/// When a hook of an event is called. Made by the event: `hook::PreToolUse::matching("Bash")`.
#[must_use = "a matcher does nothing unless it is registered"]
pub struct Matcher<E> {
    matcher: HookMatcher,
    event: PhantomData<fn() -> E>,
}

impl<E: Event> Matcher<E> {
    pub(super) fn new(matcher: HookMatcher) -> Self {
        Self { matcher, event: PhantomData }
    }

    /// How long the hook may take. The default is 60 s.
    pub fn timeout(self, timeout: Duration) -> Self {
        Self::new(self.matcher.timeout(timeout))
    }

    /// What happens when the hook panics, errs or takes too long. By default a guard says no.
    pub fn on_failure(self, on_failure: OnFailure) -> Self {
        Self::new(self.matcher.on_failure(on_failure))
    }

    /// Lets the CLI go on at once, and the hook beside it; see [`HookMatcher::in_background`].
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

/// A hook as a type, for state of its own.
///
/// # Examples
///
/// ```
/// use std::sync::atomic::{AtomicUsize, Ordering};
///
/// use claude_sdk::hook::{self, Hook, IntoOutput, PreToolUseInput, PreToolUseOutput};
/// use claude_sdk::{Context, Options};
///
/// /// Lets so many calls pass.
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
///         spent.then(|| PreToolUseOutput::deny("no calls are left"))
///     }
/// }
///
/// let options =
///     Options::default().on_handler(hook::PreToolUse::any(), Budget(AtomicUsize::new(10)));
/// ```
pub trait Hook<E: Event>: Send + Sync + 'static {
    /// Is called with what has happened.
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

/// The registered hook of an event.
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
