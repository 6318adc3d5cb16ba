//! Spend: tokens and dollars as values that can be added and subtracted.

use std::ops::{AddAssign, Sub};

use claude_types::{ModelUsage, Usage};

/// Token counts, by kind of price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Tokens {
    /// Input tokens that were not in the prompt cache.
    pub input: u64,
    /// Output tokens.
    pub output: u64,
    /// Tokens that were read from the prompt cache.
    pub cache_read: u64,
    /// Tokens that were written to the prompt cache.
    pub cache_creation: u64,
}

impl Tokens {
    /// Returns the sum of all counts.
    #[must_use]
    pub fn total(&self) -> u64 {
        let parts = [self.input, self.output, self.cache_read, self.cache_creation];
        parts.into_iter().fold(0, u64::saturating_add)
    }

    /// Returns whether all counts are zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the larger number of each field.
    pub(crate) fn max(self, other: Self) -> Self {
        self.each(other, u64::max)
    }

    fn each(self, other: Self, join: impl Fn(u64, u64) -> u64) -> Self {
        Self {
            input: join(self.input, other.input),
            output: join(self.output, other.output),
            cache_read: join(self.cache_read, other.cache_read),
            cache_creation: join(self.cache_creation, other.cache_creation),
        }
    }
}

impl AddAssign for Tokens {
    fn add_assign(&mut self, other: Self) {
        *self = self.each(other, u64::saturating_add);
    }
}

/// Returns the difference. No field becomes negative.
impl Sub for Tokens {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.each(other, u64::saturating_sub)
    }
}

impl From<&Usage> for Tokens {
    fn from(usage: &Usage) -> Self {
        let of = |field: &claude_types::Maybe<u64>| field.value().copied().unwrap_or_default();
        Self {
            input: of(&usage.input_tokens),
            output: usage.output_tokens.unwrap_or_default(),
            cache_read: of(&usage.cache_read_input_tokens),
            cache_creation: of(&usage.cache_creation_input_tokens),
        }
    }
}

/// Tokens and their cost.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
#[non_exhaustive]
pub struct Spend {
    /// The tokens.
    pub tokens: Tokens,
    /// The cost in US dollars, as the CLI computes it. With a subscription, this amount is not
    /// billed.
    pub cost_usd: f64,
}

impl AddAssign for Spend {
    fn add_assign(&mut self, other: Self) {
        self.tokens += other.tokens;
        self.cost_usd += other.cost_usd;
    }
}

/// Returns the difference. Neither part becomes negative.
impl Sub for Spend {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        let cost_usd = (self.cost_usd - other.cost_usd).max(0.0);
        Self { tokens: self.tokens - other.tokens, cost_usd }
    }
}

impl From<&ModelUsage> for Spend {
    fn from(usage: &ModelUsage) -> Self {
        let tokens = Tokens {
            input: usage.input_tokens.unwrap_or_default(),
            output: usage.output_tokens.unwrap_or_default(),
            cache_read: usage.cache_read_input_tokens.unwrap_or_default(),
            cache_creation: usage.cache_creation_input_tokens.unwrap_or_default(),
        };
        Self { tokens, cost_usd: usage.cost_usd.unwrap_or_default() }
    }
}

impl std::iter::Sum for Spend {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, more| {
            sum += more;
            sum
        })
    }
}
