//! Hook matcher: for which event and which tools a hook is called, and with which deadline.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{CallbackError, Hook as Registration, OnFailure};
use claude_types::{HookEvent, HookInput, HookOutput};

use super::IntoHookOutput;
use super::pattern::{Known, select};
use crate::callbacks::{Context, Entry};
use crate::session::Session;

/// Selects when a hook is called, for [`Options::on_hook`](crate::Options::on_hook).
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_sdk::Options;
/// use claude_sdk::hook::{HookEvent, HookMatcher, deny};
///
/// let matcher = HookMatcher::new(HookEvent::PreToolUse)
///     .matching("Bash|Write")
///     .timeout(Duration::from_secs(10));
/// let options = Options::default().on_hook(matcher, |_, _| async { deny("read-only session") });
/// ```
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
    /// Matches every occurrence of an event.
    pub fn new(event: HookEvent) -> Self {
        Self {
            event,
            pattern: None,
            timeout: None,
            on_failure: OnFailure::default(),
            background: false,
        }
    }

    /// Sets a pattern of the CLI, such as `Bash|Write`.
    ///
    /// By default, every occurrence matches.
    ///
    /// The CLI compares the pattern with the tool name or, for events without a tool, with another
    /// field, such as the source of a session start or the trigger of a compaction. It ignores the
    /// pattern if the event has no such field, such as `UserPromptSubmit` and `Stop`.
    ///
    /// # Patterns
    ///
    /// - Letters, digits, `_`, `-`, spaces, `|` and `,` form a list of names, which must be equal,
    ///   including case.
    /// - In a list of tools, `mcp__server` stands for all tools of that MCP server, as in rules,
    ///   and `mcp__` for the tools of all servers.
    /// - Any other pattern is a regular expression of JavaScript, which may match anywhere in the
    ///   name: `^Bash` also matches `BashOutput`.
    ///
    /// The start fails with [`Error::Options`](crate::Error::Options) if a pattern, or one of its
    /// alternatives, can match nothing: an invalid expression, a rule (`Bash(ls:*)`), a name of a
    /// tool in another case. The CLI would not report it, and the hook would never be called.
    /// A name that this version does not know is accepted.
    pub fn matching(mut self, pattern: impl Into<String>) -> Self {
        self.pattern = Some(pattern.into());
        self
    }

    /// Sets the deadline of the callback.
    ///
    /// The default is [`Deadlines::hook`](crate::limits::Deadlines::hook), 60 s.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// Sets what happens if the callback panics, returns an error or exceeds its deadline.
    ///
    /// The default is [`OnFailure::Block`]: the action is denied, if hooks of the event can deny
    /// it. Hooks of an event that this version does not know count as able to.
    pub fn on_failure(mut self, on_failure: OnFailure) -> Self {
        self.on_failure = on_failure;
        self
    }

    /// Makes the hook asynchronous: the CLI does not wait for it.
    ///
    /// The SDK replies to the CLI at once, and the callback runs concurrently until it returns or
    /// its deadline passes.
    ///
    /// The output of the callback is discarded, so it can neither decide about the event nor add
    /// context. The callback does not keep a query open: its future is dropped when the session
    /// ends.
    pub fn in_background(mut self) -> Self {
        self.background = true;
        self
    }
}

/// Returns the output of a `PreToolUse` hook that denies the tool call.
///
/// The model is given the reason.
#[must_use]
pub fn deny(reason: impl Into<String>) -> HookOutput {
    claude_types::PreToolUseOutput::deny(reason).into()
}

/// A registered hook: when it is called, and the callback.
#[derive(Clone)]
pub(crate) struct HookEntry {
    matcher: HookMatcher,
    entry: Entry<HookInput, HookOutput>,
}

impl HookEntry {
    /// Returns what tells the callback apart from others while it exists.
    pub(crate) fn identity(&self) -> usize {
        self.entry.identity()
    }

    pub(super) fn new(matcher: HookMatcher, entry: Entry<HookInput, HookOutput>) -> Self {
        Self { matcher, entry }
    }

    /// Creates a generic hook, whose callback handles the inputs of all events.
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

    /// Returns the reason why the hook could never be called.
    pub(crate) fn problem(&self, known: &Known<'_>) -> Option<String> {
        let HookMatcher { event, pattern, .. } = &self.matcher;
        if let HookEvent::Other(name) = event {
            let same = |other: &&HookEvent| other.as_str().eq_ignore_ascii_case(name.trim());
            if let Some(other) = HookEvent::ALL.iter().find(same) {
                return Some(format!("no hook event is called `{name}`: the name is `{other}`"));
            }
            if name.trim().is_empty() {
                return Some("`on_hook` does not accept an empty name of an event".into());
            }
        }
        let pattern = pattern.as_ref()?;
        let why = select(event, pattern, known).err()?;
        Some(format!("the pattern `{pattern}` of a hook for `{event}` is invalid: {why}"))
    }

    /// Returns the registrations of this hook. A pattern that the CLI reads in another way than
    /// rules becomes several patterns, of which at most one fits.
    pub(crate) fn hooks(&self, session: &Session, known: &Known<'_>) -> Vec<Registration> {
        let callback = self.entry.callback(session);
        let HookMatcher { event, pattern, .. } = &self.matcher;
        let patterns = match pattern {
            None => vec![None],
            Some(pattern) => match select(event, pattern, known) {
                Ok(patterns) => patterns.into_iter().map(Some).collect(),
                // Validation has refused such a pattern, so this is not reached.
                Err(_) => vec![Some(pattern.clone())],
            },
        };
        let register = |pattern| {
            let mut hook = Registration::new(event.clone(), Arc::clone(&callback));
            hook.matcher = pattern;
            hook.timeout = self.matcher.timeout;
            hook.on_failure = self.matcher.on_failure;
            hook.background = self.matcher.background;
            hook
        };
        patterns.into_iter().map(register).collect()
    }
}

impl fmt::Debug for HookEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.matcher.fmt(f)
    }
}
