//! Thinking: whether and how the model thinks before it answers. `launch/args.rs` sets the flags.

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
#[must_use = "a value has no effect unless it is set in the options"]
pub struct Thinking {
    amount: Amount,
    display: Option<ThinkingDisplay>,
}

/// How much the model thinks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Amount {
    Adaptive,
    Budget(u32),
    None,
}

impl Thinking {
    /// Lets the model decide how much it thinks.
    ///
    /// Becomes `--thinking adaptive`.
    pub fn adaptive() -> Self {
        Self::new(Amount::Adaptive)
    }

    /// Limits thinking to this many tokens.
    ///
    /// Becomes `--max-thinking-tokens`.
    pub fn budget(tokens: u32) -> Self {
        Self::new(Amount::Budget(tokens))
    }

    /// Disables thinking.
    ///
    /// Becomes `--thinking disabled`.
    pub fn disabled() -> Self {
        Self::new(Amount::None)
    }

    fn new(amount: Amount) -> Self {
        Self { amount, display: None }
    }

    /// Sets how thinking is shown.
    ///
    /// Has no effect if thinking is disabled. Becomes `--thinking-display`.
    pub fn display(mut self, display: ThinkingDisplay) -> Self {
        self.display = Some(display);
        self
    }

    pub(crate) fn amount(&self) -> Amount {
        self.amount
    }

    /// Returns how thinking is shown; `None` if it is disabled or not set.
    pub(crate) fn shown(&self) -> Option<&ThinkingDisplay> {
        self.display.as_ref().filter(|_| self.amount != Amount::None)
    }
}
