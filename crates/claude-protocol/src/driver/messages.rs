//! Messages: updates turns, state and the stdin policy for each message, and delivers it.

use std::sync::Arc;

use claude_types::{
    Message, Outlined, ResultMessage, SessionState, SystemMessage, TaskId, TaskStatus,
};
use memchr::memmem;
use tokio::time::Instant;

use super::event_loop::Driver;
use super::handshake::check_mode;
use crate::delivery::{RawKind, Size};
use crate::error::ProtocolError;
use crate::tables::done;

impl Driver {
    /// Delivers a line raw, or decodes it first if the loop needs its body.
    pub(super) fn on_raw_line(&mut self, kind: RawKind, line: &[u8]) {
        if self.turns.awaits_output() {
            self.note_first_output(kind, line);
        }
        self.scan_raw_line(kind, line);
        match kind {
            RawKind::StreamEvent => self.main_thread_active(),
            // Decode only while it matters whether the line is of the main thread or of a subagent:
            // while the ceiling for the end of the run counts, or before a turn that an older CLI
            // does not announce. Decoding each line in the loop would cost more than the rest.
            RawKind::Assistant if self.stdin.is_waiting() || self.turns.is_guessing() => {
                return self.on_message_line("assistant", line);
            }
            RawKind::Assistant | RawKind::User => {}
        }
        if self.observers.wants_all() {
            return self.on_message_line(kind.as_str(), line);
        }
        let (turns, unsolicited) = (self.turns.open_consumers(), !self.turns.is_open());
        self.consumers.deliver_raw(kind, line, turns, unsolicited, &self.config.limits);
    }

    /// Decodes a message in the loop, and handles it.
    pub(super) fn on_message_line(&mut self, kind: &str, line: &[u8]) {
        let (message, memory) = Outlined::decode_weighed(kind, line);
        self.on_message(message, Size { bytes: line.len(), memory });
    }

    /// Handles a message that the loop decoded.
    pub(super) fn on_message(&mut self, message: Outlined<Message>, size: Size) {
        self.observers.notify(&message);
        match &*message {
            Message::Result(_) => return self.on_result(message, size),
            Message::CommandLifecycle(frame) => {
                // Look up the consumer first: `lifecycle` removes a cancelled prompt.
                let consumer = self.turns.consumer_of(&frame.command_uuid);
                let cancelled = self.turns.lifecycle(frame, self.now);
                // Never unsolicited: it belongs to a prompt, even if the turn of that is over.
                let target = consumer.into_iter();
                self.consumers.deliver(message, size, target, false, &self.config.limits);
                if cancelled.is_some() {
                    self.stdin.cancelled(self.now);
                }
                if let Some(id) = cancelled.and_then(|prompt| prompt.consumer) {
                    self.consumers.finish(id, Some(ProtocolError::Cancelled));
                }
                return;
            }
            Message::Assistant(reply) if reply.parent_tool_use_id.is_none() => {
                self.main_thread_active();
            }
            Message::ToolProgress(progress) => self.tool_progress(progress),
            Message::System(system) if self.on_system(system) == Visible::No => return,
            _ => {}
        }
        self.deliver(message, size);
    }

    /// The main thread is active: a turn is open, and the run is not over.
    fn main_thread_active(&mut self) {
        self.turns.frame(self.now);
        self.stdin.main_thread_active();
    }

    fn on_result(&mut self, message: Outlined<Message>, size: Size) {
        let Message::Result(result) = &*message else {
            return;
        };
        let now = self.now;
        let answered = self.turns.result(result, now);
        self.ending.failed_result = failed(result);
        self.ending.last_result = (!self.turns.is_announced()).then(|| message.clone());
        self.stdin.result(now);
        self.activity.main_thread.turn_ended();
        // Publish the state before the result is delivered: `finish` below passes it to the
        // consumer at once, and the consumer must not see a state from before it.
        self.publish_state();
        let consumers = answered.iter().filter_map(|prompt| prompt.consumer);
        let (turns, unsolicited) = (consumers.clone(), answered.is_empty());
        self.consumers.deliver(message, size, turns, unsolicited, &self.config.limits);
        for id in consumers {
            self.consumers.finish(id, None);
        }
        self.report_turn_end(true);
    }

    /// Records the first output of an answer, for [`Timings`](crate::Timings).
    fn note_first_output(&mut self, kind: RawKind, line: &[u8]) {
        let token = match kind {
            RawKind::Assistant => true,
            RawKind::StreamEvent => memmem::find(line, b"content_block_delta").is_some(),
            RawKind::User => return,
        };
        self.turns.note_output(token, self.now);
    }

    /// Ends the prompts that an idle CLI has left without a result.
    ///
    /// CLIs before 2.1.250 merge queued prompts into one turn and do not report it. Such prompts
    /// get the result of the last turn. With a newer CLI, the turn of such a prompt ends with
    /// [`ProtocolError::NoResult`].
    pub(super) fn resolve_merged_prompts(&mut self, now: Instant) {
        if !self.is_up_to_date() {
            return;
        }
        let left = self.turns.take_left(now);
        if left.is_empty() {
            return;
        }
        let consumers: Vec<_> = left.iter().filter_map(|prompt| prompt.consumer).collect();
        match self.ending.last_result.clone() {
            Some(result) => {
                done(&left, now);
                let targets = consumers.iter().copied();
                self.consumers.deliver_to(result, targets);
                consumers.iter().for_each(|id| self.consumers.finish(*id, None));
            }
            None => {
                left.iter().for_each(|prompt| prompt.reporter.unanswered());
                let why = ProtocolError::NoResult;
                consumers.iter().for_each(|id| self.consumers.finish(*id, Some(why.clone())));
            }
        }
        self.report_turn_end(false);
    }

    fn report_turn_end(&mut self, stopped: bool) {
        for notify in self.turn_end.drain(..) {
            // The caller may have given up.
            let _ = notify.send(stopped);
        }
    }

    fn on_system(&mut self, system: &SystemMessage) -> Visible {
        let now = self.now;
        self.track_system(system, now);
        match system {
            SystemMessage::Init(init) => {
                self.turns.frame(now);
                self.ending.failed_result = None;
                self.links.cli_info.init(init);
                if let Some(Err(error)) = self.config.on_init.take().map(|on| on.check(init)) {
                    self.fail(error);
                }
                if !std::mem::replace(&mut self.mode_checked, true)
                    && let Some(actual) = &init.permission_mode
                    && let Err(error) = check_mode(self.config.permission_mode.as_ref(), actual)
                {
                    self.fail(error);
                }
            }
            SystemMessage::CommandsChanged(changed) => {
                self.links.cli_info.commands_changed(&changed.commands);
            }
            SystemMessage::Status(status) if status.permission_mode.is_some() => {
                // The mode was changed on request. The first `init` may differ from the mode at the
                // start then, so do not compare them.
                self.mode_checked = true;
            }
            SystemMessage::SessionStateChanged(changed) => {
                self.stdin.state(changed.state.clone());
                self.turns.idle(changed.state == SessionState::Idle, now);
                if changed.state == SessionState::Idle {
                    // An interrupt that arrived between the result and this message found nothing
                    // to stop. Its caller is still waiting for the end of a turn.
                    self.report_turn_end(false);
                }
                if !self.config.state_frames.shows(changed) {
                    return Visible::No;
                }
            }
            SystemMessage::TaskStarted(task) => {
                let kind = task.task_type.as_ref().map(|kind| kind.as_str());
                self.stdin.task_started(&task.task_id, kind);
            }
            SystemMessage::TaskNotification(task) => self.stdin.task_ended(&task.task_id, now),
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
            self.stdin.task_ended(id, self.now);
        }
    }
}

#[derive(PartialEq, Eq)]
enum Visible {
    Yes,
    No,
}

/// Returns the result if it is a failure. The CLI exits with an error after it, and the result
/// contains the reason.
fn failed(result: &ResultMessage) -> Option<Arc<ResultMessage>> {
    result.is_failure().then(|| Arc::new(result.clone()))
}
