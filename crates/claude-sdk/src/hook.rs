//! Hooks: callbacks at fixed points of a run. This is the generic form, for any event.
//!
//! What a hook is told and answers is in `claude-types` (its `hook.rs` has the usual answers);
//! here is how a closure becomes one.

use std::fmt::{self, Display};
use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{Callback, CallbackError, Hook};
use claude_types::{HookEvent, HookInput, HookOutput, PreToolUseOutput};

use crate::session::Session;
use crate::{Context, OnFailure, Options};

/// When a hook is called.
#[derive(Debug, Clone)]
#[must_use = "a matcher does nothing unless it is registered"]
pub struct HookMatcher {
    event: HookEvent,
    pattern: Option<String>,
    timeout: Option<Duration>,
    on_failure: OnFailure,
}

impl HookMatcher {
    /// Every occurrence of an event.
    pub fn new(event: HookEvent) -> Self {
        Self { event, pattern: None, timeout: None, on_failure: OnFailure::default() }
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
}

/// The output of a hook that has nothing to say.
#[must_use]
pub fn proceed() -> HookOutput {
    HookOutput::new()
}

/// The output of a `PreToolUse` hook that forbids the tool call; the model is told why.
#[must_use]
pub fn deny(why: impl Into<String>) -> HookOutput {
    PreToolUseOutput::deny(why).into()
}

/// What a hook may return: a [`HookOutput`], or a `Result` whose error counts as a failure.
///
/// What is specific to an event becomes one by `HookOutput::from`.
pub trait IntoHookOutput: Send {
    /// The output, or why there is none.
    ///
    /// # Errors
    ///
    /// The callback failed.
    fn into_hook_output(self) -> Result<HookOutput, String>;
}

impl IntoHookOutput for HookOutput {
    fn into_hook_output(self) -> Result<HookOutput, String> {
        Ok(self)
    }
}

impl<E: Display + Send> IntoHookOutput for Result<HookOutput, E> {
    fn into_hook_output(self) -> Result<HookOutput, String> {
        self.map_err(|error| error.to_string())
    }
}

type Bind = dyn Fn(Session) -> Callback<HookInput, HookOutput> + Send + Sync;

/// A registered hook, not yet bound to a session.
#[derive(Clone)]
pub(crate) struct HookEntry {
    matcher: HookMatcher,
    bind: Arc<Bind>,
}

impl HookEntry {
    pub(crate) fn hook(&self, session: &Session) -> Hook {
        let mut hook = Hook::new(self.matcher.event.clone(), (self.bind)(session.clone()));
        hook.matcher = self.matcher.pattern.clone();
        hook.timeout = self.matcher.timeout;
        hook.on_failure = self.matcher.on_failure;
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
        let callback = Arc::new(callback);
        let bind = move |session: Session| -> Callback<HookInput, HookOutput> {
            let callback = Arc::clone(&callback);
            Arc::new(move |input, context| {
                let output = callback(input, Context::new(context, session.clone()));
                Box::pin(
                    async move { output.await.into_hook_output().map_err(CallbackError::from) },
                )
            })
        };
        self.hooks.push(HookEntry { matcher, bind: Arc::new(bind) });
        self
    }
}
