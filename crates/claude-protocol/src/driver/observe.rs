//! What a message means for turns, state and the end of stdin, on its way to the consumers.

use std::sync::Arc;

use claude_types::{Message, ResultMessage, SessionState, SystemMessage, TaskId, TaskStatus};
use memchr::memmem;
use tokio::time::Instant;

use super::Driver;
use crate::ProtocolError;
use crate::initialize::check_mode;
use crate::run::RawKind;
use crate::turns;

impl Driver {
    /// A line that travels raw, unless the loop needs its body.
    pub(super) fn raw(&mut self, kind: RawKind, line: &[u8]) {
        if self.turns.is_listening() {
            self.listen(kind, line);
        }
        self.glance(kind, line);
        match kind {
            RawKind::StreamEvent => self.works(),
            // Whether the main thread speaks matters only while no turn is known to run.
            RawKind::Assistant if self.lifetime.is_waiting() || self.turns.is_guessing() => {
                return self.message(Message::decode_as("assistant", line), line.len());
            }
            RawKind::Assistant | RawKind::User => {}
        }
        if self.looking.wants_all() {
            return self.message(Message::decode_as(kind.as_str(), line), line.len());
        }
        let (turns, unsolicited) = (self.turns.open_consumers(), !self.turns.is_open());
        self.consumers.deliver_raw(kind, line, turns, unsolicited, &self.setup.limits);
    }

    /// A message that the loop decoded.
    pub(super) fn message(&mut self, message: Message, weight: usize) {
        self.looking.tell(&message);
        match &message {
            Message::Result(_) => return self.result(message, weight),
            Message::CommandLifecycle(frame) => {
                let consumer = self.turns.consumer_of(&frame.command_uuid);
                let cancelled = self.turns.lifecycle(frame, self.now);
                // A prompt caused it, even if its turn is over.
                let whose = consumer.into_iter();
                self.consumers.deliver(message, weight, whose, false, &self.setup.limits);
                if cancelled.is_some() {
                    self.lifetime.cancelled(self.now);
                }
                if let Some(id) = cancelled.and_then(|prompt| prompt.consumer) {
                    self.consumers.finish(id, Some(ProtocolError::Cancelled));
                }
                return;
            }
            Message::Assistant(reply) if reply.parent_tool_use_id.is_none() => self.works(),
            Message::ToolProgress(progress) => self.tool_progress(progress),
            Message::System(system) if self.system(system) == Visible::No => return,
            _ => {}
        }
        self.deliver(message, weight);
    }

    /// The main thread is at work: a turn is open, and the run is not over.
    fn works(&mut self) {
        self.turns.frame(self.now);
        self.lifetime.works();
    }

    fn result(&mut self, message: Message, weight: usize) {
        let Message::Result(result) = &message else {
            return;
        };
        let now = self.now;
        let answered = self.turns.result(result, now);
        self.failed_result = failed(result);
        self.last_result = (!self.turns.is_announced()).then(|| result.clone());
        self.lifetime.result(now);
        self.watch.activity.ends();
        // Whoever gets the result finds a state that knows of it.
        self.observe();
        let consumers = answered.iter().filter_map(|prompt| prompt.consumer);
        let (turns, unsolicited) = (consumers.clone(), answered.is_empty());
        self.consumers.deliver(message, weight, turns, unsolicited, &self.setup.limits);
        for id in consumers {
            self.consumers.finish(id, None);
        }
        self.tell_turn_end(true);
    }

    /// The first words of an answer are waited for.
    fn listen(&mut self, kind: RawKind, line: &[u8]) {
        let token = match kind {
            RawKind::Assistant => true,
            RawKind::StreamEvent => memmem::find(line, b"content_block_delta").is_some(),
            RawKind::User => return,
        };
        self.turns.spoke(token, self.now);
    }

    /// A CLI that stays idle has no answer left for the prompts that it took.
    pub(super) fn settle_left(&mut self, now: Instant) {
        if !self.is_up_to_date() {
            return;
        }
        let left = self.turns.take_left(now);
        if left.is_empty() {
            return;
        }
        let consumers: Vec<_> = left.iter().filter_map(|prompt| prompt.consumer).collect();
        match self.last_result.clone() {
            // Merged into the turn that ended last.
            Some(result) => {
                turns::done(&left, now);
                let message = Message::Result(result);
                let whose = consumers.iter().copied();
                self.consumers.deliver_to(message, whose);
                consumers.iter().for_each(|id| self.consumers.finish(*id, None));
            }
            None => {
                left.iter().for_each(|prompt| prompt.reporter.unanswered());
                let why = ProtocolError::NoResult;
                consumers.iter().for_each(|id| self.consumers.finish(*id, Some(why.clone())));
            }
        }
        self.tell_turn_end(false);
    }

    fn tell_turn_end(&mut self, stopped: bool) {
        for told in self.turn_end.drain(..) {
            // The caller may have given up.
            let _ = told.send(stopped);
        }
    }

    fn system(&mut self, system: &SystemMessage) -> Visible {
        let now = self.now;
        self.track(system, now);
        match system {
            SystemMessage::Init(init) => {
                self.turns.frame(now);
                self.failed_result = None;
                self.setup.told.init(init);
                if let Some(Err(error)) = self.setup.on_init.take().map(|on| on.check(init)) {
                    self.fail(error);
                }
                if !std::mem::replace(&mut self.mode_checked, true)
                    && let Some(actual) = &init.permission_mode
                    && let Err(error) = check_mode(self.setup.permission_mode.as_ref(), actual)
                {
                    self.fail(error);
                }
            }
            SystemMessage::CommandsChanged(changed) => {
                self.setup.told.commands_changed(&changed.commands);
            }
            SystemMessage::Status(status) if status.permission_mode.is_some() => {
                // Changed on purpose since the start; the first `init` may differ.
                self.mode_checked = true;
            }
            SystemMessage::SessionStateChanged(changed) => {
                self.lifetime.state(changed.state.clone());
                self.turns.idle(changed.state == SessionState::Idle, now);
                if changed.state == SessionState::Idle {
                    // An interrupt that came between a result and this found nothing to stop.
                    self.tell_turn_end(false);
                }
                if !self.setup.state_frames.shows(changed) {
                    return Visible::No;
                }
            }
            SystemMessage::TaskStarted(task) => {
                let kind = task.task_type.as_ref().map(|kind| kind.as_str());
                self.lifetime.task_started(&task.task_id, kind);
            }
            SystemMessage::TaskNotification(task) => self.lifetime.task_ended(&task.task_id, now),
            SystemMessage::TaskUpdated(task) => {
                let status = task.patch.as_ref().and_then(|patch| patch.status.as_ref());
                self.task_updated(&task.task_id, status);
            }
            _ => {}
        }
        Visible::Yes
    }

    fn task_updated(&mut self, id: &TaskId, status: Option<&TaskStatus>) {
        let ended = status.is_some_and(|status| {
            matches!(status.as_str(), "completed" | "failed" | "stopped" | "killed")
        });
        if ended {
            self.lifetime.task_ended(id, self.now);
        }
    }
}

#[derive(PartialEq, Eq)]
enum Visible {
    Yes,
    No,
}

/// Kept to tell why the CLI exited with an error afterwards.
fn failed(result: &ResultMessage) -> Option<Arc<ResultMessage>> {
    result.is_failure().then(|| Arc::new(result.clone()))
}
