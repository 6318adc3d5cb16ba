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

/// How many turns are kept.
const TURNS: usize = 256;
/// How many subagents are kept.
const AGENTS: usize = 256;

type Models = BTreeMap<String, Spend>;

/// The sums of one session.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    sums: Ledger,
    /// What the last result said by model, since the conversation began.
    cumulative: Models,
    /// The same in dollars, where no model says it.
    cumulative_cost: f64,
    /// Whether the numbers of the CLI begin at zero: not before the first result of a resumed one.
    from_zero: bool,
    /// What these numbers began with.
    base: Spend,
    /// Whether messages are seen beside results.
    sees_all: bool,
    prices: Vec<(String, Price)>,
    estimate: Estimate,
}

impl Totals {
    /// An empty book. `resumed`: the CLI goes on with numbers of an earlier process.
    pub(crate) fn new(resumed: bool, sees_all: bool, prices: Vec<(String, Price)>) -> Self {
        Self { from_zero: !resumed, sees_all, prices, ..Self::default() }
    }

    /// Enters what a message tells.
    pub(crate) fn enter(&mut self, message: &Message) {
        match message {
            Message::Result(result) => self.result(result),
            // The CLI counts from zero again. What was spent stays spent.
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

    /// All sums as they are now.
    pub(crate) fn snapshot(&self) -> Ledger {
        let (pending, tool_calls) = (self.estimate.pending(), self.estimate.tool_calls);
        Ledger { pending, tool_calls, ..self.sums.clone() }
    }

    /// What the session consumed, with what no result has told yet.
    pub(crate) fn spent(&self) -> Spend {
        let mut spent = self.sums.total;
        spent += self.estimate.pending();
        spent
    }

    /// How often the model was asked in the main thread, as far as is known.
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
            // There are no tokens to compare with.
            None => Spend { tokens: drift.counted.tokens, cost_usd: cumulative_cost },
        };

        // One that tells no totals says nothing of those before it.
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

    /// What the turn consumed, by model and in all.
    fn turn(&self, result: &ResultMessage, cumulative: &Models, cost: f64) -> (Models, Spend) {
        if let Some(since) = &result.model_usage_since_last_result {
            let since = models(since);
            let spent = since.values().copied().sum();
            return (since, spent);
        }
        let usage = result.usage.as_ref().map(Tokens::from).unwrap_or_default();
        if !self.from_zero {
            // What the process before had consumed is not known, so only the main thread's is.
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

    /// What the main thread consumed, and what subagents did. The usage of a result is that of the
    /// main thread; but it is zero where the turn was interrupted, out of budget, or compacted.
    fn shares(&self, result: &ResultMessage, spent: Tokens) -> (Tokens, Tokens) {
        let usage = result.usage.as_ref().map(Tokens::from).unwrap_or_default();
        let main = if usage.is_zero() { spent - self.estimate.subagents } else { usage };
        // After an interrupt, the usage of the next turn was seen to hold that of both.
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
            // It may go on, and be told again. Or its messages came first.
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

/// What came to each model. One that has less than before counts from zero.
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
