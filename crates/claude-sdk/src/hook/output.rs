//! Hook output: the answer of the event, a whole [`HookOutput`], nothing, or an error.
//!
//! A typed hook cannot answer for another event: the CLI would refuse the answer, and treat it as
//! no output.

use std::fmt::Display;

use claude_types::HookOutput;

use super::event::{self, Event};

/// The answer of a hook that has nothing to say.
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Proceed;

/// The output of a hook that has nothing to say.
#[must_use]
pub fn proceed() -> HookOutput {
    HookOutput::new()
}

/// What a generic hook may return: a [`HookOutput`], or a `Result` whose error counts as a failure.
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

/// What a hook of an event may return: what is specific to the event, a [`HookOutput`],
/// [`Proceed`] or `()` for nothing, an `Option` of these, or a `Result` of these whose error counts
/// as a failure.
pub trait IntoOutput<E: Event>: Send {
    /// The output, or why there is none.
    ///
    /// # Errors
    ///
    /// The hook failed.
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
