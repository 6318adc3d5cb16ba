//! Limits: what a user sets for a budget: thresholds, prices, and the action when one is exceeded.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::BudgetEvent;
use super::account::Account;
use crate::usage::{BudgetItem, Price, number};

/// The callback for the events of a budget.
pub(crate) type OnEvent = Arc<dyn Fn(BudgetEvent) + Send + Sync>;

/// A soft threshold, which warns, and a hard one, which stops the run. Either may be missing.
///
/// A number converts to a hard threshold, and a pair to a soft and a hard one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Threshold<T> {
    /// A warning is reported when this much is used.
    pub soft: Option<T>,
    /// The run is stopped when more than this is used.
    pub hard: Option<T>,
}

impl<T> Threshold<T> {
    /// Creates a threshold that only warns.
    #[must_use]
    pub fn soft(soft: T) -> Self {
        Self { soft: Some(soft), hard: None }
    }

    /// Creates a threshold that only stops the run.
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

/// What happens when a hard threshold is exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum BudgetAction {
    /// The running turn is interrupted.
    ///
    /// If it does not stop within [`Deadlines::interrupt`](crate::limits::Deadlines) (5 s by
    /// default), callers get [`Error::Budget`](crate::Error::Budget) nevertheless, and the session
    /// stays open.
    #[default]
    Interrupt,
    /// The running turn is interrupted. If it does not stop within
    /// [`Deadlines::interrupt`](crate::limits::Deadlines) (5 s by default), the session is closed,
    /// as [`Client::close`](crate::Client::close) does.
    Close,
}

/// Limits on what a session may consume, checked by this SDK.
///
/// Everything counts from the start of the process, over all turns and subagents. What a resumed
/// session had consumed before does not count.
///
/// # When a hard threshold is exceeded
///
/// - The running turn is interrupted, and no further prompt is sent.
/// - [`Turn::result`](crate::Turn::result), `text()` and the streams end with
///   [`Error::Budget`](crate::Error::Budget). A run that succeeds at the same moment keeps its
///   answer.
/// - [`Budget::when_exceeded`] sets what happens if the interrupt does not stop the turn.
///
/// With [`Budget::shared`], it holds for any number of sessions together.
///
/// Tokens, turns and tool calls are counted while they arrive. Dollars are known when a result
/// arrives; with [`Budget::price`], also before.
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
    account: Option<Arc<Account>>,
}

impl Budget {
    /// Creates a budget without thresholds.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the threshold for US dollars, as the CLI computes them.
    #[must_use]
    pub fn usd(mut self, threshold: impl Into<Threshold<f64>>) -> Self {
        self.usd = Some(threshold.into());
        self
    }

    /// Sets the threshold for tokens of all kinds: input, output, read from and written to the
    /// prompt cache.
    #[must_use]
    pub fn tokens(mut self, threshold: impl Into<Threshold<u64>>) -> Self {
        self.tokens = Some(threshold.into());
        self
    }

    /// Sets the threshold for answers of the model in the main thread: one for each round of tool
    /// calls, and the final one.
    #[must_use]
    pub fn turns(mut self, threshold: impl Into<Threshold<u64>>) -> Self {
        self.turns = Some(threshold.into());
        self
    }

    /// Sets the threshold for tool calls, those of subagents included.
    #[must_use]
    pub fn tool_calls(mut self, threshold: impl Into<Threshold<u64>>) -> Self {
        self.tool_calls = Some(threshold.into());
        self
    }

    /// Sets the threshold for subagents that are started. 0 allows none.
    #[must_use]
    pub fn subagents(mut self, threshold: impl Into<Threshold<u64>>) -> Self {
        self.subagents = Some(threshold.into());
        self
    }

    /// Sets the threshold for the time since the handshake was done, idle time included.
    #[must_use]
    pub fn wall_clock(mut self, threshold: impl Into<Threshold<Duration>>) -> Self {
        self.wall_clock = Some(threshold.into());
        self
    }

    /// Makes all sessions with this budget and its clones use one account, with what they have used
    /// together.
    ///
    /// When a hard threshold is exceeded, every session with the budget is stopped as a single one
    /// would be, and no other starts: a start and a prompt fail with
    /// [`Error::Budget`](crate::Error::Budget), in which `shared` is `true`. What the sessions use
    /// while they are being stopped still counts.
    ///
    /// Each event is reported once, by the session that has caused it.
    /// [`Budget::wall_clock`] is not shared: it is the time of each session, and stops only that one.
    ///
    /// Call it last: a clone can be given other thresholds, which are compared with the same sums.
    /// Options and their clones share the account, too, so it can cover any number of queries.
    ///
    /// # Examples
    ///
    /// ```no_run
    /// # async fn run() -> Result<(), claude_sdk::Error> {
    /// use claude_sdk::{Budget, Error, Options, query};
    ///
    /// let options = Options::default().budget(Budget::new().usd(5.0).shared());
    /// for file in ["a.rs", "b.rs", "c.rs"] {
    ///     match query(format!("Review {file}."), options.clone()).text().await {
    ///         Err(Error::Budget { shared: true, .. }) => break,
    ///         answer => println!("{}", answer?),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn shared(mut self) -> Self {
        self.account = Some(Arc::default());
        self
    }

    /// Returns the account of a shared budget.
    pub(crate) fn account(&self) -> Option<&Arc<Account>> {
        self.account.as_ref()
    }

    /// Sets what tokens of a model cost, so that dollars are counted before a result reports them.
    ///
    /// `model` is the name of the model, or its beginning. The first price that matches counts.
    #[must_use]
    pub fn price(mut self, model: impl Into<String>, price: Price) -> Self {
        self.prices.push((model.into(), price));
        self
    }

    /// Sets what happens when a hard threshold is exceeded. By default the running turn is
    /// interrupted, and the session stays open.
    #[must_use]
    pub fn when_exceeded(mut self, action: BudgetAction) -> Self {
        self.action = action;
        self
    }

    /// Sets the callback for when a soft threshold is reached, and when a hard one is exceeded.
    ///
    /// It is called in a task of its own, one event after another. A panic in it is ignored.
    #[must_use]
    pub fn on_event(mut self, callback: impl Fn(BudgetEvent) + Send + Sync + 'static) -> Self {
        self.on_event = Some(Arc::new(callback));
        self
    }

    /// Returns what tells it apart from others while it exists, besides what `Debug` shows.
    pub(crate) fn identity(&self) -> (Option<usize>, Option<usize>) {
        let callback = self.on_event.as_ref();
        let callback = callback.map(|callback| Arc::as_ptr(callback).cast::<()>().addr());
        (callback, self.account.as_ref().map(|account| Arc::as_ptr(account).addr()))
    }

    pub(crate) fn prices(&self) -> Vec<(String, Price)> {
        self.prices.clone()
    }

    /// Returns whether every message must be counted to check the budget.
    pub(crate) fn needs_all(&self) -> bool {
        let counted = [self.tokens, self.turns, self.tool_calls];
        counted.iter().any(Option::is_some) || (self.usd.is_some() && !self.prices.is_empty())
    }

    /// Returns the thresholds for what is counted, in the units of the items.
    pub(super) fn counted(&self) -> Vec<(BudgetItem, Threshold<f64>)> {
        let thresholds = [
            (BudgetItem::Usd, self.usd),
            (BudgetItem::Tokens, self.tokens.map(|threshold| threshold.map(number))),
            (BudgetItem::Turns, self.turns.map(|threshold| threshold.map(number))),
            (BudgetItem::ToolCalls, self.tool_calls.map(|threshold| threshold.map(number))),
            (BudgetItem::Subagents, self.subagents.map(|threshold| threshold.map(number))),
        ];
        thresholds.into_iter().filter_map(|(item, threshold)| Some((item, threshold?))).collect()
    }

    /// Returns what is invalid about the budget.
    pub(crate) fn problem(&self) -> Option<String> {
        let time = self.wall_clock.map(|threshold| threshold.map(|time| time.as_secs_f64()));
        let time = time.map(|threshold| (BudgetItem::WallClock, threshold));
        for (item, threshold) in self.counted().into_iter().chain(time) {
            let invalid = |value: &f64| !value.is_finite() || *value < 0.0;
            if let Some(value) =
                threshold.soft.iter().chain(&threshold.hard).find(|value| invalid(value))
            {
                return Some(format!(
                    "the budget for {item} must be a finite number of at least 0, got {value}"
                ));
            }
            if let (Some(soft), Some(hard)) = (threshold.soft, threshold.hard)
                && soft > hard
            {
                return Some(format!(
                    "the soft threshold for {item} must not exceed {hard}, got {soft}"
                ));
            }
        }
        let invalid = self.prices.iter().any(|(_, price)| price.is_invalid());
        invalid.then(|| "a price must be a finite number of dollars of at least 0".to_owned())
    }
}

/// Omits the callback.
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
            .field("shared", &self.account.is_some())
            .finish_non_exhaustive()
    }
}
