//! Hooks: callbacks at fixed points of a run.
//!
//! [`Options::on`] takes a hook of one event, with the input and output of that event:
//! `hook::PreToolUse::matching("Bash")`. [`Options::on_hook`] is the generic form, for any event,
//! also one that this version does not know.
//!
//! What a hook is told and answers is in `claude-types` (its `hook.rs` has the usual answers);
//! here is how a closure becomes one. Read `hook/typed.rs` next.

use std::fmt;
use std::time::Duration;

use claude_protocol::{CallbackError, Hook as Registration};
use claude_types::{HookEvent, HookInput, HookOutput};

use crate::callback::Entry;
use crate::session::Session;
use crate::{Context, OnFailure, Options};

mod event;
mod output;
mod typed;

pub use event::Event;
pub use output::{IntoHookOutput, IntoOutput, Proceed, proceed};
pub use typed::{Hook, Matcher};

/// The events, what their hooks are told, and what they may answer.
macro_rules! events {
    ($($event:ident: $input:ident, $doc:literal;)*) => {
        pub use claude_types::{$($input),*};
        pub use event::{$($event),*};
    };
}
claude_types::for_each_hook_event!(events);

macro_rules! outputs {
    ($($event:ident: $output:ident;)*) => {
        pub use claude_types::{$($output),*};
    };
}
claude_types::for_each_hook_output!(outputs);

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

impl Options {
    /// Calls this closure at an event, and at no other: an input that cannot be read, or that is
    /// about another event, counts as a failure of the hook and does not reach the closure.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::types::{PostToolUseOutput, PreToolUseOutput};
    /// use claude_sdk::{HookEvent, HookInput, HookMatcher, HookOutput, Options, deny, proceed};
    ///
    /// let guard = HookMatcher::new(HookEvent::PreToolUse).matching("Bash");
    /// let watch = HookMatcher::new(HookEvent::PostToolUse);
    /// let options = Options::default()
    ///     .on_hook(guard, |event, _context| async move {
    ///         let HookInput::PreToolUse(call) = event else { return deny("what is this?") };
    ///         let input = call.tool_input.get();
    ///         if input.contains("rm -rf") {
    ///             deny("no deleting")
    ///         } else if input.contains("git push") {
    ///             HookOutput::from(PreToolUseOutput::ask("others will see it"))
    ///         } else {
    ///             proceed()
    ///         }
    ///     })
    ///     .on_hook(watch, |event, _context| async move {
    ///         // What several events have needs no match.
    ///         println!("{} is done", event.tool_name().unwrap_or("a tool"));
    ///         HookOutput::from(PostToolUseOutput::context("remember the tests"))
    ///     });
    /// ```
    #[must_use]
    pub fn on_hook<F, Fut, O>(mut self, matcher: HookMatcher, callback: F) -> Self
    where
        F: Fn(HookInput, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = O> + Send + 'static,
        O: IntoHookOutput,
    {
        let entry = Entry::new(move |input, context| {
            let output = callback(input, context);
            async move { output.await.into_hook_output().map_err(CallbackError::from) }
        });
        self.hooks.push(HookEntry { matcher, entry });
        self
    }
}
