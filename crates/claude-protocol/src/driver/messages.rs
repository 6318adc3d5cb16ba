//! Messages: sends prompts, updates turns, state and the stdin policy for each message, and delivers
//! it.

use std::sync::Arc;
use std::time::Duration;

use claude_types::{
    Message, Outlined, PermissionMode, ResultMessage, SessionState, SystemMessage, TaskId,
    TaskStatus,
};
use memchr::memmem;
use tokio::time::Instant;

use super::decoding::message;
use super::event_loop::Driver;
use crate::connection::OutgoingPrompt;
use crate::delivery::{RawKind, Scope, Size};
use crate::error::ProtocolError;
use crate::facts::MirrorSink;
use crate::tables::{Kind, Left, Outgoing, done};
use crate::trace::event;

impl Driver {
    /// Sends a prompt, unless the CLI knows its ID.
    pub(super) fn send_prompt(&mut self, prompt: OutgoingPrompt) {
        let OutgoingPrompt { uuid, json, queue, permit, reporter } = prompt;
        self.tell_sent(&uuid, &json);
        // A CLI that announces prompts ignores an ID that it has read before.
        if self.turns.is_announced() && self.sent_ids.has(&uuid) {
            let why = ProtocolError::AlreadyDelivered;
            self.tell_unanswered(&uuid, &why);
            reporter.already_delivered();
            if let Some(queue) = queue {
                queue.finish(Some(why));
            }
            return;
        }
        self.sent_ids.add(&uuid);
        let consumer = queue.map(|queue| self.consumers.add(queue, Scope::Turn, self.now));
        self.turns.add(uuid, consumer, reporter);
        self.stdin.prompted();
        self.outbox.push(Outgoing::new(json, Kind::Prompt(permit)));
    }

    /// Sends a prompt if no turn runs and no other prompt waits.
    pub(super) fn send_if_idle(&mut self, prompt: OutgoingPrompt) -> Result<(), ProtocolError> {
        if self.is_running() {
            let open = self.turns.is_open() || self.stdin.is_running().unwrap_or(false);
            let waiting_for = if open { "the running turn" } else { "a queued prompt" };
            let (waiting_for, after) = (waiting_for.into(), Duration::ZERO);
            return Err(ProtocolError::Unfinished { waiting_for, after });
        }
        self.send_prompt(prompt);
        Ok(())
    }

    /// Delivers a line raw, or decodes it first if the loop needs its body and it is not decoded
    /// yet. Returns `false` if it was decoded and is not JSON.
    pub(super) fn on_raw_line(
        &mut self,
        kind: RawKind,
        line: &[u8],
        decoded: Option<(Outlined<Message>, Size)>,
    ) -> bool {
        if self.turns.awaits_output() {
            self.note_first_output(kind, line);
        }
        self.scan_raw_line(kind, line);
        if kind == RawKind::StreamEvent {
            self.main_thread_active();
        }
        if self.raw_decoding().wants(kind) {
            let decoded = decoded.or_else(|| message(kind.as_str(), line));
            let is_json = decoded.is_some();
            if let Some((message, size)) = decoded {
                self.on_message(message, size);
            }
            return is_json;
        }
        let (turns, unsolicited) = (self.turns.open_consumers(), !self.turns.is_open());
        self.consumers.deliver_raw(kind, line, turns, unsolicited, &self.config.limits);
        true
    }

    /// Passes lines of the transcript to the sink. No consumer gets them.
    pub(super) fn on_mirror(&mut self, frame: &[u8]) {
        if self.config.mirror.as_ref().is_some_and(|mirror| !mirror.pass(frame)) {
            event!("the sink of the mirror panicked and gets no further frames");
            self.config.mirror = None;
            let failure = Outlined::new(MirrorSink::panicked());
            self.observation.message(&failure, self.now);
            self.deliver(failure, Size { bytes: 0, memory: 256 });
        }
    }

    /// Handles a message that the loop decoded.
    pub(super) fn on_message(&mut self, message: Outlined<Message>, size: Size) {
        self.observation.message(&message, self.now);
        match &*message {
            Message::Result(_) => return self.on_result(message, size),
            Message::CommandLifecycle(frame) => {
                // Look up the consumer first: `lifecycle` removes a prompt that gets no result.
                let consumer = self.turns.consumer_of(&frame.command_uuid);
                let ended = self.turns.lifecycle(frame, self.now);
                // Never unsolicited: it belongs to a prompt, even if the turn of that is over.
                let target = consumer.into_iter();
                self.consumers.deliver(message, size, target, false, &self.config.limits);
                if let Some((prompt, why)) = ended {
                    self.tell_unanswered(&prompt.uuid, &why);
                    self.stdin.cancelled(self.now);
                    if let Some(id) = prompt.consumer {
                        self.consumers.finish(id, Some(why));
                    }
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
        if self.turns.is_announced() {
            self.ending.last_result = None;
        } else if !answered.is_empty() {
            self.ending.last_result = Some(message.clone());
        }
        self.stdin.result(now);
        self.activity.main_thread.turn_ended();
        self.tell_lost_calls(false);
        // Publish the state before the result is delivered: `finish` below passes it to the
        // consumer at once, and the consumer must not see a state from before it.
        self.publish_state();
        let consumers = answered.iter().filter_map(|prompt| prompt.consumer);
        let (turns, unsolicited) = (consumers.clone(), answered.is_empty());
        // At the deadline of the session, the turn was interrupted. Its result would tell consumers
        // that a person did that, so they get the deadline instead.
        let why = self.ending.past_deadline.clone().filter(|_| self.ending.failed_result.is_some());
        if why.is_none() {
            self.consumers.deliver(message, size, turns, unsolicited, &self.config.limits);
        }
        for id in consumers {
            self.consumers.finish(id, why.clone());
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

    /// Ends the prompts whose turn is over without a result, with [`ProtocolError::NoResult`].
    ///
    /// CLIs before 2.1.250 merge queued prompts into one turn and do not report it. Such prompts
    /// get the result of the last turn.
    pub(super) fn resolve_left_prompts(&mut self, now: Instant) {
        if !self.is_up_to_date() {
            return;
        }
        let Left { merged, mut unanswered } = self.turns.take_left(now);
        if merged.is_empty() && unanswered.is_empty() {
            return;
        }
        match self.ending.last_result.clone() {
            Some(result) => {
                done(&merged, now);
                let consumers = || merged.iter().filter_map(|prompt| prompt.consumer);
                let targets: Vec<_> = consumers().collect();
                self.consumers.deliver_to(result, targets.iter().copied());
                consumers().for_each(|id| self.consumers.finish(id, None));
            }
            None => unanswered.extend(merged),
        }
        for prompt in unanswered {
            prompt.reporter.unanswered();
            self.tell_unanswered(&prompt.uuid, &ProtocolError::NoResult);
            if let Some(id) = prompt.consumer {
                self.consumers.finish(id, Some(ProtocolError::NoResult));
            }
        }
        // These prompts count as answered: stdin of a run is not kept open for them.
        self.stdin.cancelled(now);
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
                self.main_thread_active();
                self.ending.failed_result = None;
                self.links.cli_info.init(init);
                if let Some(Err(error)) = self.config.on_init.take().map(|on| on.check(init)) {
                    self.fail(error);
                }
                if let Some(mode) = &init.permission_mode {
                    self.check_mode(mode);
                }
            }
            SystemMessage::CommandsChanged(changed) => {
                self.links.cli_info.commands_changed(&changed.commands);
            }
            SystemMessage::Status(status) => {
                if let Some(mode) = &status.permission_mode {
                    self.check_mode(mode);
                }
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

    /// Ends the session if the CLI runs in a permission mode that nobody has asked for.
    fn check_mode(&mut self, mode: &PermissionMode) {
        if let Err(error) = self.mode.check(mode) {
            self.fail(error);
        }
    }

    fn task_updated(&mut self, id: &TaskId, status: Option<&TaskStatus>) {
        if status.is_some_and(TaskStatus::is_final) {
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
