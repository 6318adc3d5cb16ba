//! Limits: what a user sets for a budget: thresholds, prices, and the action when one is exceeded.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::BudgetEvent;
use crate::usage::{BudgetItem, Price, number};

/// Called with what happens to a budget.
pub(crate) type OnEvent = Arc<dyn Fn(BudgetEvent) + Send + Sync>;

/// A soft line, which warns, and a hard one, which stops. Either may be missing.
///
/// A number alone is a hard line, two are a soft and a hard one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Threshold<T> {
    /// Warned when this much is used.
    pub soft: Option<T>,
    /// Stopped when more than this is used.
    pub hard: Option<T>,
}

impl<T> Threshold<T> {
    /// A line that only warns.
    #[must_use]
    pub fn soft(soft: T) -> Self {
        Self { soft: Some(soft), hard: None }
    }

    /// A line that only stops.
    #[must_use]
    pub fn hard(hard: T) -> Self {
        Self { soft: None, hard: Some(hard) }
    }

    fn map<U>(self, to: impl Fn(T) -> U) -> Threshold<U> {
        Threshold { soft: self.soft.map(&to), hard: self.hard.map(&to) }
    }
}

impl<T> From<T> for Threshold<T> {
    fn from(hard: T) -> Self {
        Self::hard(hard)
    }
}

impl<T> From<(T, T)> for Threshold<T> {
    fn from((soft, hard): (T, T)) -> Self {
        Self { soft: Some(soft), hard: Some(hard) }
    }
}

/// What happens when a hard line is passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum BudgetAction {
    /// What runs is interrupted. If that does not stop it within
    /// [`Deadlines::interrupt`](crate::limits::Deadlines), whoever waits is told all the same, and the
    /// session is left as it is.
    #[default]
    InterruptOutcome,
    /// The same, and a session that an interrupt does not stop is closed: its stdin ends, then
    /// TERM, then KILL, as [`Client::close`](crate::Client::close) does it.
    Close,
}

/// What a session may consume, watched over by this side.
///
/// It counts from the start of the process, over all turns, subagents included; what a resumed
/// session had consumed before is not counted. When a hard line is passed, what runs is
/// interrupted, [`Turn::result`](crate::Turn::result), `text()` and the streams end with
/// [`Error::Budget`](crate::Error::Budget), and no further prompt is sent. A run that ends well at
/// the same moment keeps its answer.
///
/// Tokens, turns and tool calls are counted while they come. Dollars are known when a result comes;
/// with [`Budget::price`], also before.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use claude_sdk::{Budget, Options};
///
/// let budget = Budget::new()
///     .usd((0.8, 1.0))
///     .tool_calls(50)
///     .wall_clock(Duration::from_secs(600))
///     .on_event(|event| eprintln!("{event:?}"));
/// let options = Options::default().budget(budget);
/// assert!(options.validate().is_ok());
/// ```
#[derive(Clone, Default)]
pub struct Budget {
    pub(super) usd: Option<Threshold<f64>>,
    pub(super) tokens: Option<Threshold<u64>>,
    pub(super) turns: Option<Threshold<u64>>,
    pub(super) tool_calls: Option<Threshold<u64>>,
    pub(super) subagents: Option<Threshold<u64>>,
    pub(super) wall_clock: Option<Threshold<Duration>>,
    pub(super) action: BudgetAction,
    pub(super) on_event: Option<OnEvent>,
    prices: Vec<(String, Price)>,
}

impl Budget {
    /// A budget without any line.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// US dollars, as the CLI reckons them.
    #[must_use]
    pub fn usd(mut self, line: impl Into<Threshold<f64>>) -> Self {
        self.usd = Some(line.into());
        self
    }

    /// Tokens of all kinds: in, out, read from and written to the prompt cache.
    #[must_use]
    pub fn tokens(mut self, line: impl Into<Threshold<u64>>) -> Self {
        self.tokens = Some(line.into());
        self
    }

    /// Answers of the model in the main thread: one for each round of tools, and one more.
    #[must_use]
    pub fn turns(mut self, line: impl Into<Threshold<u64>>) -> Self {
        self.turns = Some(line.into());
        self
    }

    /// Tool calls, those of subagents included.
    #[must_use]
    pub fn tool_calls(mut self, line: impl Into<Threshold<u64>>) -> Self {
        self.tool_calls = Some(line.into());
        self
    }

    /// Subagents that are started; 0 allows none.
    #[must_use]
    pub fn subagents(mut self, line: impl Into<Threshold<u64>>) -> Self {
        self.subagents = Some(line.into());
        self
    }

    /// Time since the CLI was ready, whether it works or not.
    #[must_use]
    pub fn wall_clock(mut self, line: impl Into<Threshold<Duration>>) -> Self {
        self.wall_clock = Some(line.into());
        self
    }

    /// What tokens of a model cost, so that dollars are counted before a result tells them. The
    /// name is that of the model, or its beginning; the first one that fits counts.
    #[must_use]
    pub fn price(mut self, model: impl Into<String>, price: Price) -> Self {
        self.prices.push((model.into(), price));
        self
    }

    /// What happens when a hard line is passed. The default is [`BudgetAction::InterruptOutcome`].
    #[must_use]
    pub fn when_exceeded(mut self, action: BudgetAction) -> Self {
        self.action = action;
        self
    }

    /// Called, on a task of its own, when a soft line is reached and when a hard one is passed.
    /// A panic in it does no harm.
    #[must_use]
    pub fn on_event(mut self, callback: impl Fn(BudgetEvent) + Send + Sync + 'static) -> Self {
        self.on_event = Some(Arc::new(callback));
        self
    }

    pub(crate) fn prices(&self) -> Vec<(String, Price)> {
        self.prices.clone()
    }

    /// Tells whether it can be kept only by looking at every message.
    pub(crate) fn needs_all(&self) -> bool {
        let counted = [self.tokens, self.turns, self.tool_calls];
        counted.iter().any(Option::is_some) || (self.usd.is_some() && !self.prices.is_empty())
    }

    /// The lines on what is counted, in the units of the items.
    pub(super) fn counted(&self) -> Vec<(BudgetItem, Threshold<f64>)> {
        let lines = [
            (BudgetItem::Usd, self.usd),
            (BudgetItem::Tokens, self.tokens.map(|line| line.map(number))),
            (BudgetItem::Turns, self.turns.map(|line| line.map(number))),
            (BudgetItem::ToolCalls, self.tool_calls.map(|line| line.map(number))),
            (BudgetItem::Subagents, self.subagents.map(|line| line.map(number))),
        ];
        lines.into_iter().filter_map(|(item, line)| Some((item, line?))).collect()
    }

    /// What makes no sense.
    pub(crate) fn problem(&self) -> Option<String> {
        let time = self.wall_clock.map(|line| line.map(|time| time.as_secs_f64()));
        let time = time.map(|line| (BudgetItem::WallClock, line));
        for (item, line) in self.counted().into_iter().chain(time) {
            let invalid = |value: &f64| !value.is_finite() || *value < 0.0;
            if let Some(value) = line.soft.iter().chain(&line.hard).find(|value| invalid(value)) {
                return Some(format!("a budget of {value} {item} makes no sense"));
            }
            if let (Some(soft), Some(hard)) = (line.soft, line.hard)
                && soft > hard
            {
                return Some(format!(
                    "the budget of {item} warns at {soft}, behind its end {hard}"
                ));
            }
        }
        let invalid = self.prices.iter().any(|(_, price)| price.is_invalid());
        invalid.then(|| "a price is a number of dollars, and not below zero".to_owned())
    }
}

/// Leaves the callback out.
impl fmt::Debug for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Budget")
            .field("usd", &self.usd)
            .field("tokens", &self.tokens)
            .field("turns", &self.turns)
            .field("tool_calls", &self.tool_calls)
            .field("subagents", &self.subagents)
            .field("wall_clock", &self.wall_clock)
            .field("action", &self.action)
            .field("prices", &self.prices)
            .finish_non_exhaustive()
    }
}
