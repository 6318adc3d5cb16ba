//! The spans of turns: one for each prompt, and one for each turn that no prompt caused.

use std::time::{Duration, Instant};

use claude_types::{MessageOrigin, MessageUuid, ResultMessage};
use tracing::Span;
use tracing::field::Empty;

use super::table::Table;
use super::tools::fail;
use crate::error::{ErrorKind, Outcome, RunFacts};
use crate::usage::TurnSpend;

/// An open turn.
struct Turn {
    /// `None` if no prompt caused it.
    prompt: Option<MessageUuid>,
    span: Span,
    sent: Instant,
    started: bool,
    has_output: bool,
    /// How long people were waited for.
    waiting: Duration,
}

/// The open spans of turns, in the order in which their prompts were sent.
#[derive(Default)]
pub(super) struct Turns {
    open: Vec<Turn>,
    /// The CLI announces which prompt it starts. Those before 2.1.250 do not.
    announced: bool,
}

impl Turns {
    /// Returns the turn that runs: the one that was started first.
    fn current(&mut self) -> Option<&mut Turn> {
        let announced = self.announced;
        self.open.iter_mut().find(|turn| turn.started || !announced)
    }

    pub(super) fn running(&self) -> Option<Span> {
        let running = self.open.iter().find(|turn| turn.started || !self.announced);
        running.map(|turn| turn.span.clone())
    }

    /// Records that the CLI has started a prompt.
    pub(super) fn started(&mut self, prompt: &MessageUuid, at: Instant) {
        self.announced = true;
        for turn in self.open.iter_mut().filter(|turn| turn.prompt.as_ref() == Some(prompt)) {
            if !std::mem::replace(&mut turn.started, true) {
                turn.span.record("claude_sdk.queued_ms", millis(turn.sent, at));
            }
        }
    }

    /// Records output of the model, for the time to the first token.
    pub(super) fn output(&mut self, at: Instant) {
        if let Some(turn) = self.current()
            && !std::mem::replace(&mut turn.has_output, true)
        {
            turn.span.record("claude_sdk.ttft_ms", millis(turn.sent, at));
        }
    }

    /// Records for how long a person was waited for.
    pub(super) fn waited(&mut self, took: Duration) {
        if let Some(turn) = self.current() {
            turn.waiting += took;
        }
    }

    /// Ends the turn of a prompt that gets no result.
    pub(super) fn unanswered(&mut self, prompt: &MessageUuid, why: ErrorKind) {
        for turn in self.open.extract_if(.., |turn| turn.prompt.as_ref() == Some(prompt)) {
            let is_error = why != ErrorKind::Cancelled;
            let outcome = if is_error { "unanswered" } else { "cancelled" };
            turn.span.record("claude_sdk.outcome", outcome);
            fail(&turn.span, is_error.then(|| class(why)));
        }
    }

    pub(super) fn clear(&mut self) {
        for turn in self.open.drain(..) {
            turn.span.record("claude_sdk.outcome", "lost");
            fail(&turn.span, Some("process"));
        }
    }
}

impl Table {
    /// Begins the span of a prompt: a child of the span in which it was sent, which follows from
    /// the session, or else a child of the session.
    pub(super) fn sent(&mut self, prompt: &MessageUuid, at: Instant) {
        let caller = self.callers.remove(prompt).filter(|span| !span.is_none());
        let span = self.turn_span(caller.as_ref().unwrap_or(&self.session));
        if caller.is_some() {
            span.follows_from(&self.session);
        }
        span.record("claude_sdk.prompt.id", prompt.as_str());
        self.turns.open.push(Turn {
            prompt: Some(prompt.clone()),
            span,
            sent: at,
            started: false,
            has_output: false,
            waiting: Duration::ZERO,
        });
    }

    /// Begins a turn that no prompt caused, unless a prompt explains it.
    pub(super) fn turn_began(&mut self, at: Instant) {
        if self.turns.current().is_none() {
            let span = self.turn_span(&self.session);
            self.turns.open.push(Turn {
                prompt: None,
                span,
                sent: at,
                started: true,
                has_output: false,
                waiting: Duration::ZERO,
            });
        }
    }

    fn turn_span(&self, parent: &Span) -> Span {
        let agent = self.agent();
        tracing::info_span!(
            target: "claude_sdk",
            parent: parent,
            "invoke_agent",
            otel.name = format_args!("invoke_agent {agent}"),
            otel.kind = "internal",
            otel.status_code = Empty,
            otel.status_description = Empty,
            error.type = Empty,
            gen_ai.operation.name = "invoke_agent",
            gen_ai.provider.name = self.provider,
            gen_ai.agent.name = agent,
            gen_ai.request.model = self.labels.model.as_deref(),
            gen_ai.conversation.id = self.conversation.as_deref(),
            gen_ai.response.finish_reasons = Empty,
            gen_ai.usage.input_tokens = Empty,
            gen_ai.usage.output_tokens = Empty,
            gen_ai.usage.cache_read.input_tokens = Empty,
            gen_ai.usage.cache_creation.input_tokens = Empty,
            claude_sdk.prompt.id = Empty,
            claude_sdk.outcome = Empty,
            claude_sdk.origin = Empty,
            claude_sdk.folded_into = Empty,
            claude_sdk.shared_with = Empty,
            claude_sdk.queued_ms = Empty,
            claude_sdk.ttft_ms = Empty,
            claude_sdk.waiting_ms = Empty,
            claude_sdk.model_turns = Empty,
            claude_sdk.cost_usd = Empty,
        )
    }

    /// Ends the turns that a result answers. Usage is recorded on one of them, so that sums over
    /// spans are right.
    pub(super) fn result(
        &mut self,
        result: &ResultMessage,
        spent: Option<&TurnSpend>,
        at: Instant,
    ) {
        let named = result.user_message_uuids.as_deref().unwrap_or_default();
        let single = result.user_message_uuid.as_ref();
        let names_one = single.is_some() || !named.is_empty();
        let announced = self.turns.announced;
        let mut ended: Vec<_> = self
            .turns
            .open
            .extract_if(.., |turn| match &turn.prompt {
                Some(prompt) if names_one => named.contains(prompt) || single == Some(prompt),
                Some(_) => turn.started || !announced,
                None => !names_one || turn.started,
            })
            .collect();
        if ended.is_empty() {
            // A result that nothing announced still has usage.
            self.turn_began(at);
            ended.extend(self.turns.open.pop());
        }
        let Some((first, others)) = ended.split_first() else {
            return;
        };
        self.record_result(first, result);
        record_usage(&first.span, spent);
        first.span.record("claude_sdk.shared_with", others.len());
        for other in others {
            self.record_result(other, result);
            if let Some(prompt) = &first.prompt {
                other.span.record("claude_sdk.folded_into", prompt.as_str());
            }
        }
    }

    fn record_result(&self, turn: &Turn, result: &ResultMessage) {
        let span = &turn.span;
        if let Some(id) = &self.conversation {
            span.record("gen_ai.conversation.id", id.as_str());
        }
        span.record(
            "claude_sdk.waiting_ms",
            u64::try_from(turn.waiting.as_millis()).unwrap_or(u64::MAX),
        );
        if let Some(reason) = &result.stop_reason {
            span.record("gen_ai.response.finish_reasons", reason.as_str());
        }
        if turn.prompt.is_none() {
            let kind = result.origin.as_ref().map_or("unknown", origin_name);
            span.record("claude_sdk.origin", kind);
        }
        let outcome = Outcome::of(result);
        span.record("claude_sdk.outcome", name_of(&outcome));
        if outcome.is_failure() {
            let kind = class(RunFacts::default().into_error(result.clone()).kind());
            fail(span, Some(kind));
            span.record("otel.status_description", kind);
        }
    }
}

fn record_usage(span: &Span, spent: Option<&TurnSpend>) {
    let Some(turn) = spent else {
        return;
    };
    let tokens = turn.spent.tokens;
    // The conventions count cached tokens as input.
    let input = tokens.input + tokens.cache_read + tokens.cache_creation;
    span.record("gen_ai.usage.input_tokens", input);
    span.record("gen_ai.usage.output_tokens", tokens.output);
    span.record("gen_ai.usage.cache_read.input_tokens", tokens.cache_read);
    span.record("gen_ai.usage.cache_creation.input_tokens", tokens.cache_creation);
    span.record("claude_sdk.model_turns", turn.model_turns);
    span.record("claude_sdk.cost_usd", turn.spent.cost_usd);
}

fn origin_name(origin: &MessageOrigin) -> &'static str {
    match origin {
        MessageOrigin::Human(_) => "human",
        MessageOrigin::Channel(_) => "channel",
        MessageOrigin::Peer(_) => "peer",
        MessageOrigin::TaskNotification(_) => "task_notification",
        MessageOrigin::Coordinator(_) => "coordinator",
        _ => "other",
    }
}

fn name_of(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Success => "ok",
        Outcome::Cancelled => "cancelled",
        Outcome::Deferred => "deferred",
        Outcome::HookStopped => "hook_stopped",
        Outcome::Background => "background",
        Outcome::MaxTurns => "max_turns",
        Outcome::Budget => "budget",
        Outcome::StructuredOutput => "structured_output",
        Outcome::TooLong => "too_long",
        Outcome::OutputLimit => "output_limit",
        Outcome::Refused => "refused",
        Outcome::Model => "model",
        Outcome::Auth => "auth",
        Outcome::Limit => "limit",
        Outcome::Api { .. } => "api",
        Outcome::NotStarted { .. } => "not_started",
        Outcome::Failed => "failed",
    }
}

/// Returns the value of `error.type` for a class of errors.
pub(super) fn class(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Timeout => "timeout",
        ErrorKind::Auth => "auth",
        ErrorKind::NotFound => "not_found",
        ErrorKind::Config => "config",
        ErrorKind::RateLimit => "rate_limit",
        ErrorKind::Quota => "quota",
        ErrorKind::InvalidModel => "invalid_model",
        ErrorKind::Session => "session_corrupted",
        ErrorKind::ResourceExhaustion => "resource_exhaustion",
        ErrorKind::Network => "network",
        ErrorKind::Process => "process",
        ErrorKind::Refused => "refused",
        ErrorKind::Cancelled => "cancelled",
    }
}

fn millis(from: Instant, to: Instant) -> u64 {
    u64::try_from(to.saturating_duration_since(from).as_millis()).unwrap_or(u64::MAX)
}
