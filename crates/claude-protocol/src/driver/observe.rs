//! What a message means for turns, state and the end of stdin, on its way to the consumers.

use std::sync::Arc;

use claude_types::{Message, ResultMessage, SessionState, SystemMessage, TaskId, TaskStatus};
use tokio::time::Instant;

use super::Driver;
use crate::ProtocolError;
use crate::initialize::check_mode;
use crate::run::RawKind;

impl Driver {
    /// A line that travels raw, unless the loop needs its body.
    pub(super) fn raw(&mut self, kind: RawKind, line: &[u8]) {
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
                let cancelled = self.turns.lifecycle(frame);
                // A prompt caused it, even if its turn is over.
                let whose = consumer.into_iter();
                self.consumers.deliver(message, weight, whose, false, &self.setup.limits);
                if cancelled.is_some() {
                    self.lifetime.cancelled(Instant::now());
                }
                if let Some(id) = cancelled.and_then(|prompt| prompt.consumer) {
                    self.consumers.finish(id, Some(ProtocolError::Cancelled));
                }
                return;
            }
            Message::Assistant(reply) if reply.parent_tool_use_id.is_none() => self.works(),
            Message::System(system) if self.system(system) == Visible::No => return,
            _ => {}
        }
        self.deliver(message, weight);
    }

    /// The main thread is at work: a turn is open, and the run is not over.
    fn works(&mut self) {
        self.turns.frame();
        self.lifetime.works();
    }

    fn result(&mut self, message: Message, weight: usize) {
        let Message::Result(result) = &message else {
            return;
        };
        let answered = self.turns.result(result);
        self.failed_result = failed(result);
        self.lifetime.result(Instant::now());
        let consumers = answered.iter().filter_map(|prompt| prompt.consumer);
        let (turns, unsolicited) = (consumers.clone(), answered.is_empty());
        self.consumers.deliver(message, weight, turns, unsolicited, &self.setup.limits);
        for id in consumers {
            self.consumers.finish(id, None);
        }
        self.tell_turn_end(true);
    }

    fn tell_turn_end(&mut self, stopped: bool) {
        for told in self.turn_end.drain(..) {
            // The caller may have given up.
            let _ = told.send(stopped);
        }
    }

    fn system(&mut self, system: &SystemMessage) -> Visible {
        let now = Instant::now();
        match system {
            SystemMessage::Init(init) => {
                self.turns.frame();
                self.failed_result = None;
                if !std::mem::replace(&mut self.mode_checked, true)
                    && let Some(actual) = &init.permission_mode
                    && let Err(error) = check_mode(self.setup.permission_mode.as_ref(), actual)
                {
                    self.fail(error);
                }
            }
            SystemMessage::Status(status) if status.permission_mode.is_some() => {
                // Changed on purpose since the start; the first `init` may differ.
                self.mode_checked = true;
            }
            SystemMessage::SessionStateChanged(changed) => {
                self.lifetime.state(changed.state.clone());
                if changed.state == SessionState::Idle {
                    // An interrupt that came between a result and this found nothing to stop.
                    self.tell_turn_end(false);
                }
                if changed.sdk_host_only == Some(true) {
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
            self.lifetime.task_ended(id, Instant::now());
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
