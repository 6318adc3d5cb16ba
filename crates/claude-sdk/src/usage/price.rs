//! Price: what tokens of a model cost.

use super::Tokens;

/// What a million tokens of a model cost, in US dollars.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Price {
    /// Input tokens that are not in the prompt cache.
    pub input: f64,
    /// Output tokens.
    pub output: f64,
    /// Tokens that are read from the prompt cache.
    pub cache_read: f64,
    /// Tokens that are written to the prompt cache.
    pub cache_creation: f64,
}

impl Price {
    /// Creates a price from the price of a million input and a million output tokens.
    ///
    /// Reading the prompt cache is set to 0.1 times the price of input, writing it to 1.25 times.
    /// The fields can be changed.
    #[must_use]
    pub fn per_million(input: f64, output: f64) -> Self {
        Self { input, output, cache_read: input * 0.1, cache_creation: input * 1.25 }
    }

    pub(crate) fn is_invalid(&self) -> bool {
        let parts = [self.input, self.output, self.cache_read, self.cache_creation];
        parts.iter().any(|part| !part.is_finite() || *part < 0.0)
    }

    pub(crate) fn of(&self, tokens: Tokens) -> f64 {
        let parts = [
            (tokens.input, self.input),
            (tokens.output, self.output),
            (tokens.cache_read, self.cache_read),
            (tokens.cache_creation, self.cache_creation),
        ];
        parts.into_iter().map(|(count, price)| number(count) * price / 1e6).sum()
    }
}

/// Converts a count to the unit in which all thresholds are compared.
pub(crate) fn number(count: u64) -> f64 {
    // Exact up to 2^53.
    count as f64
}
