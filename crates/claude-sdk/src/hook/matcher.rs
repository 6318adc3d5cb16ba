//! Hook matcher: at which event, for which tools and under which conditions a hook is called.

use std::fmt;
use std::time::Duration;

use claude_protocol::{CallbackError, Hook as Registration, OnFailure};
use claude_types::{HookEvent, HookInput, HookOutput};

use super::IntoHookOutput;
use crate::callbacks::{Context, Entry};
use crate::session::Session;

/// When a hook is called.
#[derive(Debug, Clone)]
#[must_use = "a matcher does nothing unless it is registered"]
pub struct HookMatcher {
    event: HookEvent,
    pattern: Option<String>,
    timeout: Option<Duration>,
    on_failure: OnFailure,
    background: bool,
}

impl HookMatcher {
    /// Every occurrence of an event.
    pub fn new(event: HookEvent) -> Self {
        Self {
            event,
            pattern: None,
            timeout: None,
            on_failure: OnFailure::default(),
            background: false,
        }
    }

    /// Only for these tools (or sources, triggers ...), as a pattern of the CLI: `Bash|Write`.
    pub fn matching(mut self, pattern: impl Into<String>) -> Self {
        self.pattern = Some(pattern.into());
        self
    }

    /// How long the callback may take. The default is 60 s.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// What happens when the callback panics, errs or takes too long. By default a guard says no.
    pub fn on_failure(mut self, on_failure: OnFailure) -> Self {
        self.on_failure = on_failure;
        self
    }

    /// Lets the CLI go on at once, and the callback beside it, for as long as its time lasts. What
    /// it returns goes nowhere: it can neither decide nor add anything. It is dropped with the
    /// session, and does not keep a query open.
    pub fn in_background(mut self) -> Self {
        self.background = true;
        self
    }
}

/// The output of a `PreToolUse` hook that forbids the tool call; the model is told why.
#[must_use]
pub fn deny(why: impl Into<String>) -> HookOutput {
    claude_types::PreToolUseOutput::deny(why).into()
}

/// A registered hook.
#[derive(Clone)]
pub(crate) struct HookEntry {
    matcher: HookMatcher,
    entry: Entry<HookInput, HookOutput>,
}

impl HookEntry {
    pub(super) fn new(matcher: HookMatcher, entry: Entry<HookInput, HookOutput>) -> Self {
        Self { matcher, entry }
    }

    /// A hook of any event, which decides what it does with the input.
    pub(crate) fn of_any_event<F, Fut, O>(matcher: HookMatcher, callback: F) -> Self
    where
        F: Fn(HookInput, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = O> + Send + 'static,
        O: IntoHookOutput,
    {
        let entry = Entry::new(move |input, context| {
            let output = callback(input, context);
            async move { output.await.into_hook_output().map_err(CallbackError::from) }
        });
        Self::new(matcher, entry)
    }

    pub(crate) fn hook(&self, session: &Session) -> Registration {
        let mut hook = Registration::new(self.matcher.event.clone(), self.entry.callback(session));
        hook.matcher = self.matcher.pattern.clone();
        hook.timeout = self.matcher.timeout;
        hook.on_failure = self.matcher.on_failure;
        hook.background = self.matcher.background;
        hook
    }
}

impl fmt::Debug for HookEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.matcher.fmt(f)
    }
}
