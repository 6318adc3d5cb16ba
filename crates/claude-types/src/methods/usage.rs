//! Usage: sums of the tokens and costs of answers, turns and models.
//!
//! Make sure that the values may be added:
//!
//! - Frames of one answer have the same `message.id`, and each of them contains the usage.
//! - The numbers in `modelUsage` are totals since the start of the session.
//! - The usage of a streamed assistant message is that of its start.
//!
//! The documentation of each field says what it counts.

use std::iter::Sum;
use std::ops::AddAssign;

use crate::generated::{CacheCreation, ModelUsage, OutputTokensDetails, ServerToolUsage, Usage};
use crate::values::Maybe;

impl Usage {
    /// Returns all input tokens: new ones, and those written to and read from the prompt cache.
    #[must_use]
    pub fn total_input_tokens(&self) -> u64 {
        let parts =
            [&self.input_tokens, &self.cache_creation_input_tokens, &self.cache_read_input_tokens];
        parts.into_iter().filter_map(Maybe::value).sum()
    }

    /// Returns all input and output tokens.
    #[must_use]
    pub fn total_tokens(&self) -> u64 {
        self.total_input_tokens() + self.output_tokens.unwrap_or_default()
    }
}

impl AddAssign<&Usage> for Usage {
    /// Adds the counts, and appends the iterations.
    ///
    /// Fields that are not counts (tier, region, speed, credit) do not change.
    fn add_assign(&mut self, other: &Self) {
        add_maybe(&mut self.input_tokens, &other.input_tokens);
        add(&mut self.output_tokens, other.output_tokens);
        add_maybe(&mut self.cache_creation_input_tokens, &other.cache_creation_input_tokens);
        add_maybe(&mut self.cache_read_input_tokens, &other.cache_read_input_tokens);
        nested(&mut self.cache_creation, &other.cache_creation, |sum: &mut CacheCreation, more| {
            add(&mut sum.ephemeral_5m_input_tokens, more.ephemeral_5m_input_tokens);
            add(&mut sum.ephemeral_1h_input_tokens, more.ephemeral_1h_input_tokens);
        });
        nested(
            &mut self.output_tokens_details,
            &other.output_tokens_details,
            |sum: &mut OutputTokensDetails, more| {
                add_maybe(&mut sum.thinking_tokens, &more.thinking_tokens);
            },
        );
        nested(
            &mut self.server_tool_use,
            &other.server_tool_use,
            |sum: &mut ServerToolUsage, more| {
                add(&mut sum.web_search_requests, more.web_search_requests);
                add(&mut sum.web_fetch_requests, more.web_fetch_requests);
            },
        );
        match (&mut self.iterations, &other.iterations) {
            (Maybe::Value(sum), Maybe::Value(more)) => sum.extend_from_slice(more),
            (sum, more @ Maybe::Value(_)) => *sum = more.clone(),
            _ => {}
        }
    }
}

impl<'u> Sum<&'u Usage> for Usage {
    fn sum<I: Iterator<Item = &'u Usage>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, more| {
            sum += more;
            sum
        })
    }
}

impl ModelUsage {
    /// Returns all input tokens: new ones, and those written to and read from the prompt cache.
    #[must_use]
    pub fn total_input_tokens(&self) -> u64 {
        let parts =
            [self.input_tokens, self.cache_creation_input_tokens, self.cache_read_input_tokens];
        parts.into_iter().flatten().sum()
    }

    /// Returns all input and output tokens.
    #[must_use]
    pub fn total_tokens(&self) -> u64 {
        self.total_input_tokens() + self.output_tokens.unwrap_or_default()
    }
}

impl AddAssign<&ModelUsage> for ModelUsage {
    /// Adds the counts and the cost. Other fields (window, provider, names) do not change.
    fn add_assign(&mut self, other: &Self) {
        add(&mut self.input_tokens, other.input_tokens);
        add(&mut self.output_tokens, other.output_tokens);
        add(&mut self.cache_read_input_tokens, other.cache_read_input_tokens);
        add(&mut self.cache_creation_input_tokens, other.cache_creation_input_tokens);
        add(
            &mut self.cache_creation_ephemeral_5m_input_tokens,
            other.cache_creation_ephemeral_5m_input_tokens,
        );
        add(
            &mut self.cache_creation_ephemeral_1h_input_tokens,
            other.cache_creation_ephemeral_1h_input_tokens,
        );
        add(&mut self.thinking_tokens, other.thinking_tokens);
        add(&mut self.web_search_requests, other.web_search_requests);
        if let Some(cost) = other.cost_usd {
            *self.cost_usd.get_or_insert_default() += cost;
        }
    }
}

impl<'u> Sum<&'u ModelUsage> for ModelUsage {
    fn sum<I: Iterator<Item = &'u ModelUsage>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, more| {
            sum += more;
            sum
        })
    }
}

fn add(sum: &mut Option<u64>, more: Option<u64>) {
    if let Some(more) = more {
        let sum = sum.get_or_insert_default();
        *sum = sum.saturating_add(more);
    }
}

fn add_maybe(sum: &mut Maybe<u64>, more: &Maybe<u64>) {
    if let Some(more) = more.value() {
        *sum = Maybe::Value(sum.value().copied().unwrap_or_default().saturating_add(*more));
    }
}

fn nested<T: Clone>(sum: &mut Maybe<Box<T>>, more: &Maybe<Box<T>>, add: impl Fn(&mut T, &T)) {
    match (sum, more) {
        (Maybe::Value(sum), Maybe::Value(more)) => add(sum, more),
        (sum, more @ Maybe::Value(_)) => *sum = more.clone(),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usage(json: &str) -> Usage {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn counts_are_added_and_other_fields_do_not_change() {
        let parts = [
            usage(
                r#"{"input_tokens":3,"output_tokens":5,"cache_read_input_tokens":100,"speed":"fast"}"#,
            ),
            usage(
                r#"{"input_tokens":null,"output_tokens":7,"cache_creation":{"ephemeral_5m_input_tokens":9}}"#,
            ),
            usage(
                r#"{"cache_creation":{"ephemeral_5m_input_tokens":1,"ephemeral_1h_input_tokens":2}}"#,
            ),
        ];
        let sum: Usage = parts.iter().sum();
        assert_eq!((sum.total_input_tokens(), sum.total_tokens()), (103, 115));
        let cache = sum.cache_creation.value().unwrap();
        assert_eq!(cache.ephemeral_5m_input_tokens, Some(10));
        assert_eq!(cache.ephemeral_1h_input_tokens, Some(2));
    }

    #[test]
    fn costs_of_models_are_added() {
        let model = |cost| {
            let (input_tokens, output_tokens) = (Some(2), Some(1));
            ModelUsage {
                cost_usd: Some(cost),
                input_tokens,
                output_tokens,
                ..ModelUsage::default()
            }
        };
        let sum: ModelUsage = [model(0.25), model(0.5)].iter().sum();
        assert_eq!((sum.cost_usd, sum.total_tokens()), (Some(0.75), 6));
    }

    #[test]
    fn a_sum_never_overflows() {
        let of = |tokens| ModelUsage { input_tokens: Some(tokens), ..ModelUsage::default() };
        let mut sum = of(u64::MAX);
        sum += &of(1);
        assert_eq!(sum.input_tokens, Some(u64::MAX));
    }
}
