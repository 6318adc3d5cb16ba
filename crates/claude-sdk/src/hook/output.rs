//! Hook output: the types that a hook may return, and their conversion to a [`HookOutput`].
//!
//! A typed hook cannot return the output of another event: the CLI would refuse it, and continue as
//! if the hook had returned nothing.

use std::fmt::Display;

use claude_types::HookOutput;

use super::event::{self, Event};

/// The output of a typed hook that neither decides about the event nor adds context.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Proceed;

/// Returns the output of a hook that neither decides about the event nor adds context.
#[must_use]
pub fn proceed() -> HookOutput {
    HookOutput::new()
}

/// A value that a generic hook may return: a [`HookOutput`], or a `Result` of it.
///
/// Use `HookOutput::from` to convert the output of an event. An `Err` counts as a failure of the
/// hook, see [`HookMatcher::on_failure`](super::HookMatcher::on_failure).
pub trait IntoHookOutput: Send {
    /// Converts the value to a hook output.
    ///
    /// # Errors
    ///
    /// Returns the text of the error if the value is an `Err`.
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

/// A value that a typed hook may return:
///
/// - the output of its event, such as [`PreToolUseOutput`](super::PreToolUseOutput), or a
///   [`HookOutput`];
/// - [`Proceed`] or `()`, to neither decide about the event nor add context;
/// - an `Option` of these, whose `None` is the same as `()`;
/// - a `Result` of these. An `Err` counts as a failure of the hook, see
///   [`Matcher::on_failure`](super::Matcher::on_failure).
pub trait IntoOutput<E: Event>: Send {
    /// Converts the value to a hook output.
    ///
    /// # Errors
    ///
    /// Returns the text of the error if the value is an `Err`.
    fn into_output(self) -> Result<HookOutput, String>;
}

impl<E: Event> IntoOutput<E> for HookOutput {
    fn into_output(self) -> Result<HookOutput, String> {
        Ok(self)
    }
}

impl<E: Event> IntoOutput<E> for Proceed {
    fn into_output(self) -> Result<HookOutput, String> {
        Ok(proceed())
    }
}

impl<E: Event> IntoOutput<E> for () {
    fn into_output(self) -> Result<HookOutput, String> {
        Ok(proceed())
    }
}

impl<E: Event, O: IntoOutput<E>> IntoOutput<E> for Option<O> {
    fn into_output(self) -> Result<HookOutput, String> {
        self.map_or_else(|| Ok(proceed()), IntoOutput::into_output)
    }
}

impl<E: Event, O: IntoOutput<E>, F: Display + Send> IntoOutput<E> for Result<O, F> {
    fn into_output(self) -> Result<HookOutput, String> {
        self.map_err(|error| error.to_string())?.into_output()
    }
}

macro_rules! specific {
    ($($event:ident: $output:ident;)*) => {$(
        impl IntoOutput<event::$event> for claude_types::$output {
            fn into_output(self) -> Result<HookOutput, String> {
                Ok(self.into())
            }
        }
    )*};
}

claude_types::for_each_hook_output!(specific);
