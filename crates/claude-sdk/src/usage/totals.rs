//! Totals: adds up results. Pure: messages in, sums out.
//!
//! A result contains two numbers: what was consumed since the result before
//! (`model_usage_since_last_result`), and since the conversation began (`modelUsage`). A resumed
//! session continues the second, and `/clear` sets it to zero. The first is added up; the sum is
//! compared with the second. CLIs that send only the second are read by differences.

use std::collections::{BTreeMap, VecDeque};

use claude_types::{
    Message, ModelUsage, ResultMessage, SystemMessage, TaskId, TaskType, TaskUsage, ToolUseId,
};

use super::estimate::{Estimate, Growth};
use super::{Ledger, Price, Spend, SubagentSpend, Tokens, TurnSpend};

/// The number of turns that are kept.
const TURNS: usize = 256;
/// The number of subagents that are kept.
const AGENTS: usize = 256;

type Models = BTreeMap<String, Spend>;

/// The sums of one session.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    sums: Ledger,
    /// The numbers of the last result by model, since the conversation began.
    cumulative: Models,
    /// The cost of the last result, since the conversation began.
    cumulative_cost: f64,
    /// Whether the numbers of the CLI start at zero. In a resumed session they do only after the
    /// first result.
    from_zero: bool,
    /// The value at which the numbers of the CLI started.
    base: Spend,
    /// Whether messages other than results are counted, too.
    sees_all: bool,
    prices: Vec<(String, Price)>,
    estimate: Estimate,
}

impl Totals {
    /// Creates empty sums. `resumed`: the CLI continues the numbers of an earlier process.
    pub(crate) fn new(resumed: bool, sees_all: bool, prices: Vec<(String, Price)>) -> Self {
        Self { from_zero: !resumed, sees_all, prices, ..Self::default() }
    }

    /// Adds what a message contains.
    pub(crate) fn enter(&mut self, message: &Message) {
        match message {
            Message::Result(result) => self.result(result),
            // The CLI counts from zero again; the sums of this side do not.
            Message::ConversationReset(_) => self.reset(),
            Message::System(SystemMessage::TaskStarted(task)) => {
                if let Some(TaskType::LocalAgent | TaskType::RemoteAgent) = &task.task_type {
                    self.agent_started(&task.task_id, task.tool_use_id.as_ref());
                }
            }
            Message::System(SystemMessage::TaskProgress(task)) => {
                self.agent_reported(&task.task_id, task.usage.as_ref());
            }
            Message::System(SystemMessage::TaskNotification(task)) => {
                self.agent_reported(&task.task_id, task.usage.as_ref());
            }
            _ if self.sees_all => {
                let prices = &self.prices;
                let grown =
                    self.estimate.message(message, |model, tokens| cost(prices, model, tokens));
                if let Some(Growth { parent: Some(parent), tokens }) = grown {
                    self.agent_grew(&parent, tokens);
                }
            }
            _ => {}
        }
    }

    /// Returns the current sums.
    pub(crate) fn snapshot(&self) -> Ledger {
        let (pending, tool_calls) = (self.estimate.pending(), self.estimate.tool_calls);
        Ledger { pending, tool_calls, ..self.sums.clone() }
    }

    /// Returns what the session has consumed, with the estimate since the last result.
    pub(crate) fn spent(&self) -> Spend {
        let mut spent = self.sums.total;
        spent += self.estimate.pending();
        spent
    }

    /// Returns how often the model was called in the main thread, with the estimate since the last
    /// result.
    pub(crate) fn model_turns(&self) -> u64 {
        self.sums.model_turns.saturating_add(self.estimate.model_turns)
    }

    pub(crate) fn tool_calls(&self) -> u64 {
        self.estimate.tool_calls
    }

    pub(crate) fn subagents(&self) -> u64 {
        self.sums.subagent_count
    }

    fn reset(&mut self) {
        self.cumulative.clear();
        self.cumulative_cost = 0.0;
        self.from_zero = true;
        self.base = Spend::default();
        self.sums.drift = super::Drift::default();
    }

    fn result(&mut self, result: &ResultMessage) {
        let cumulative = result.model_usage.as_ref().map(models).unwrap_or_default();
        let cumulative_cost = result.total_cost_usd.unwrap_or_default();
        let (models, spent) = self.turn(result, &cumulative, cumulative_cost);
        let seen = self.sees_all.then(|| self.estimate.pending().tokens);
        let (main, subagents) = self.shares(result, spent.tokens);

        let tokens = cumulative.values().copied().sum::<Spend>().tokens;
        let reported = Spend { tokens, cost_usd: cumulative_cost };
        if !std::mem::replace(&mut self.from_zero, true) {
            self.base = reported - spent;
            self.sums.carried = self.base;
        }
        let drift = &mut self.sums.drift;
        drift.counted += spent;
        drift.reported = match result.model_usage {
            Some(_) => reported - self.base,
            // Without model usage, there are no tokens to compare with.
            None => Spend { tokens: drift.counted.tokens, cost_usd: cumulative_cost },
        };

        // A result without totals does not change the totals of the results before it.
        if result.model_usage.is_some() {
            self.cumulative = cumulative;
        }
        if result.total_cost_usd.is_some() {
            self.cumulative_cost = cumulative_cost;
        }
        self.estimate.settle();
        self.add(
            result,
            TurnSpend { spent, models, main, subagents, seen, ..TurnSpend::default() },
        );
    }

    /// Returns what the turn consumed, by model and in total.
    fn turn(&self, result: &ResultMessage, cumulative: &Models, cost: f64) -> (Models, Spend) {
        if let Some(since) = &result.model_usage_since_last_result {
            let since = models(since);
            let spent = since.values().copied().sum();
            return (since, spent);
        }
        let usage = result.usage.as_ref().map(Tokens::from).unwrap_or_default();
        if !self.from_zero {
            // What the process before had consumed is not known, so only the usage of the main
            // thread counts.
            return (Models::new(), Spend { tokens: usage, cost_usd: 0.0 });
        }
        let cost_usd = if cost < self.cumulative_cost { cost } else { cost - self.cumulative_cost };
        if cumulative.is_empty() {
            return (Models::new(), Spend { tokens: usage, cost_usd });
        }
        let since = difference(cumulative, &self.cumulative);
        let spent = since.values().copied().sum();
        (since, spent)
    }

    /// Returns what the main thread and the subagents consumed. The usage of a result is that of
    /// the main thread, but it is zero if the turn was interrupted, out of budget, or compacted.
    fn shares(&self, result: &ResultMessage, spent: Tokens) -> (Tokens, Tokens) {
        let usage = result.usage.as_ref().map(Tokens::from).unwrap_or_default();
        let main = if usage.is_zero() { spent - self.estimate.subagents } else { usage };
        // After an interrupt, the usage of the next turn can contain that of both turns. So limit
        // the main thread to `spent`.
        let subagents = spent - main;
        (spent - subagents, subagents)
    }

    fn add(&mut self, result: &ResultMessage, turn: TurnSpend) {
        let sums = &mut self.sums;
        sums.total += turn.spent;
        sums.subagents += turn.subagents;
        for (model, spent) in &turn.models {
            *sums.models.entry(model.clone()).or_default() += *spent;
        }
        let single = || result.user_message_uuid.clone().into_iter().collect();
        let turn = TurnSpend {
            result_index: result.result_index,
            prompts: result.user_message_uuids.clone().unwrap_or_else(single),
            model_turns: result.num_turns.unwrap_or_default(),
            failed: result.is_failure(),
            ..turn
        };
        sums.model_turns = sums.model_turns.saturating_add(turn.model_turns);
        sums.turn_count += 1;
        push(&mut sums.turns, turn, TURNS);
    }

    fn agent_started(&mut self, task: &TaskId, call: Option<&ToolUseId>) {
        let known = self.sums.agents.iter_mut().find(|agent| {
            agent.task_id.as_ref() == Some(task)
                || (agent.task_id.is_none() && call.is_some() && agent.tool_use_id.as_ref() == call)
        });
        if let Some(agent) = known {
            // A subagent can be reported again when it continues, or its messages may have arrived
            // first.
            agent.task_id = Some(task.clone());
            return;
        }
        self.sums.subagent_count += 1;
        let agent = SubagentSpend {
            task_id: Some(task.clone()),
            tool_use_id: call.cloned(),
            ..SubagentSpend::default()
        };
        push(&mut self.sums.agents, agent, AGENTS);
    }

    fn agent_reported(&mut self, task: &TaskId, usage: Option<&TaskUsage>) {
        let agents = &mut self.sums.agents;
        let agent = agents.iter_mut().rev().find(|agent| agent.task_id.as_ref() == Some(task));
        if let (Some(agent), Some(usage)) = (agent, usage) {
            agent.reported_tokens = usage.total_tokens.or(agent.reported_tokens);
            agent.tool_uses = usage.tool_uses.or(agent.tool_uses);
        }
    }

    fn agent_grew(&mut self, call: &ToolUseId, tokens: Tokens) {
        let agents = &mut self.sums.agents;
        let known = agents.iter_mut().rev().find(|agent| agent.tool_use_id.as_ref() == Some(call));
        if let Some(agent) = known {
            agent.seen += tokens;
            return;
        }
        self.sums.subagent_count += 1;
        let tool_use_id = Some(call.clone());
        let agent = SubagentSpend { tool_use_id, seen: tokens, ..SubagentSpend::default() };
        push(&mut self.sums.agents, agent, AGENTS);
    }
}

fn models(usage: &BTreeMap<String, ModelUsage>) -> Models {
    usage.iter().map(|(model, usage)| (model.clone(), Spend::from(usage))).collect()
}

/// Returns the increase of each model. A model with less than before counts from zero.
fn difference(now: &Models, before: &Models) -> Models {
    let since = |(model, now): (&String, &Spend)| {
        let before = before.get(model).copied().unwrap_or_default();
        let shrunk = now.tokens.total() < before.tokens.total();
        let spent = if shrunk { *now } else { *now - before };
        (spent != Spend::default()).then(|| (model.clone(), spent))
    };
    now.iter().filter_map(since).collect()
}

fn cost(prices: &[(String, Price)], model: &str, tokens: Tokens) -> f64 {
    let price = prices.iter().find(|(name, _)| model.starts_with(name.as_str()));
    price.map(|(_, price)| price.of(tokens)).unwrap_or_default()
}

fn push<T>(queue: &mut VecDeque<T>, item: T, most: usize) {
    if queue.len() >= most {
        queue.pop_front();
    }
    queue.push_back(item);
}
