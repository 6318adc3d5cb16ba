//! Thinking: how the model thinks before it answers. The flags are in `launch/args.rs`.

use claude_types::ThinkingDisplay;

/// Whether and how the model thinks before it answers.
///
/// # Examples
///
/// ```
/// use claude_sdk::types::ThinkingDisplay;
/// use claude_sdk::{Options, Thinking};
///
/// let bounded = Options::default().thinking(Thinking::budget(8000));
/// let shown = Thinking::adaptive().display(ThinkingDisplay::Summarized);
/// let options = Options::default().thinking(shown);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "it changes nothing before it is set in the options"]
pub struct Thinking {
    amount: Amount,
    display: Option<ThinkingDisplay>,
}

/// How much it thinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Amount {
    Adaptive,
    Budget(u32),
    None,
}

impl Thinking {
    /// As much as the model finds right.
    pub fn adaptive() -> Self {
        Self::new(Amount::Adaptive)
    }

    /// Always, with so many tokens at most.
    pub fn budget(tokens: u32) -> Self {
        Self::new(Amount::Budget(tokens))
    }

    /// Not at all.
    pub fn disabled() -> Self {
        Self::new(Amount::None)
    }

    fn new(amount: Amount) -> Self {
        Self { amount, display: None }
    }

    /// How it is shown. Where there is none, this says nothing.
    pub fn display(mut self, display: ThinkingDisplay) -> Self {
        self.display = Some(display);
        self
    }

    pub(crate) fn amount(&self) -> Amount {
        self.amount
    }

    /// How it is shown, where there is something to show.
    pub(crate) fn shown(&self) -> Option<&ThinkingDisplay> {
        self.display.as_ref().filter(|_| self.amount != Amount::None)
    }
}
