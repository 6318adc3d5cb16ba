//! Activity: derives the session state, the task tree and stalls from the lines that arrive.
//!
//! Raw lines are only searched for tools (`state/tool_scan.rs`), not decoded. Watches are notified
//! only if a value changed. The values are computed in `state/`: `main_thread.rs`, `task_table.rs`
//! and `stall.rs`.

use std::collections::HashSet;
use std::time::Duration;

use claude_types::{
    BusyStatus, ControlRequestFrame, IncomingRequest, InterruptRequest, Raw, SessionState,
    SystemMessage, ToolProgressMessage,
};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::event_loop::Driver;
use crate::connection::Command;
use crate::delivery::RawKind;
use crate::error::ProtocolError;
use crate::facts::Fact;
use crate::state::{
    MainThread, Phase, Recovery, SilenceKind, Stall, StallPolicy, StateInputs, Watchdog, tool_scan,
};
use crate::trace::event;

/// How many results of one line are looked up one by one.
const FEW: usize = 16;

/// What the driver keeps of the lines that arrived.
#[derive(Debug)]
pub(super) struct ActivityTracker {
    pub(super) main_thread: MainThread,
    watchdog: Watchdog,
    /// The CLI has written something since the state was last published. The duration is a silence
    /// that it announced, which does not count.
    sign_of_life: Option<Duration>,
    last_frame: LastFrame,
    /// The task table has entries. If it has none, lines need not be searched for subagents.
    knows_tasks: bool,
}

impl ActivityTracker {
    pub(super) fn new(policy: StallPolicy) -> Self {
        Self {
            main_thread: MainThread::default(),
            watchdog: Watchdog::new(policy, now_of(Instant::now())),
            sign_of_life: None,
            last_frame: LastFrame::default(),
            knows_tasks: false,
        }
    }

    /// Records a line of this type as a sign of life, see [`Route::kind`](crate::tables::Route).
    pub(super) fn note_line(&mut self, kind: Option<&str>, line: &[u8]) {
        if let Some(kind) = kind {
            self.sign_of_life = Some(Duration::ZERO);
            self.last_frame.keep(kind, line);
        }
    }

    /// Returns when the next step against a stall is due.
    pub(super) fn due(&mut self, reads: bool, now: Instant) -> Option<Instant> {
        self.watchdog.reads(reads, now_of(now));
        self.watchdog.due().map(Instant::from_std)
    }
}

impl Driver {
    /// Searches a raw line for tools that are called or have returned.
    pub(super) fn scan_raw_line(&mut self, kind: RawKind, line: &[u8]) {
        match kind {
            RawKind::StreamEvent => {
                let activity = &mut self.activity.main_thread;
                let matters = activity.has_tools() || !activity.is_open();
                if (matters || activity.phase() != Phase::Working) && tool_scan::opens_message(line)
                {
                    activity.turn_began();
                }
            }
            RawKind::Assistant => self.scan_assistant(line),
            RawKind::User => self.scan_tool_results(line),
        }
    }

    fn scan_assistant(&mut self, line: &[u8]) {
        let activity = &mut self.activity.main_thread;
        let calls = tool_scan::may_call(line);
        // A text of the main thread means that its tools have returned and that no retry holds the
        // model up. Only then must it be told apart from the text of a subagent.
        if calls || activity.has_tools() || activity.phase() != Phase::Working {
            let Some(calls) = tool_scan::calls(line) else {
                return;
            };
            self.tell_calls(&calls);
            let activity = &mut self.activity.main_thread;
            let now = now_of(self.now);
            match &calls.parent {
                None if calls.tools.is_empty() => activity.message(calls.message.as_deref()),
                None => activity.tools_called(calls, now),
                Some(by) => {
                    for call in &calls.tools {
                        let changed = self.links.tasks.with(|table| table.called(&call.id, by));
                        if changed {
                            self.links.tasks.change(|_| ());
                        }
                    }
                    self.links.tasks.with(|table| table.note_activity(by, now));
                    self.tell_tasks();
                }
            }
        } else if self.activity.knows_tasks
            && let Some(by) = tool_scan::parent(line)
        {
            let now = now_of(self.now);
            self.links.tasks.with(|table| table.note_activity(by, now));
        }
    }

    fn scan_tool_results(&mut self, line: &[u8]) {
        self.tell_returns(line);
        let tasks =
            self.activity.knows_tasks && self.links.tasks.with(|table| table.awaits_results());
        if !tasks && !self.activity.main_thread.has_tools() {
            return;
        }
        let mut results = tool_scan::results(line);
        for call in results.by_ref().take(FEW) {
            self.activity.main_thread.tool_returned(call);
            if tasks {
                self.on_task_returned(call);
            } else if !self.activity.main_thread.has_tools() {
                // No tool is left that could return: skip the rest of a long result.
                return;
            }
        }
        // With many results, look up what waits for one, not each result.
        let many: HashSet<&str> = results.collect();
        if !many.is_empty() {
            self.activity.main_thread.tools_returned(&many);
            let waiting = self.links.tasks.with(|table| table.awaited());
            for call in waiting.iter().filter(|call| many.contains(call.as_str())) {
                self.on_task_returned(call.as_str());
            }
        }
    }

    fn on_task_returned(&mut self, call: &str) {
        let now = self.now;
        let ended = self.links.tasks.with(|table| table.returned(call, now_of(now)));
        if let Some(id) = ended {
            self.links.tasks.change(|_| ());
            self.tell_tasks();
            self.stdin.task_ended(&id, now);
        }
    }

    /// Records a progress message, which the CLI sends while a tool runs for a long time.
    pub(super) fn tool_progress(&mut self, progress: &ToolProgressMessage) {
        let now = now_of(self.now);
        for call in progress.parent_tool_use_id.iter().chain(&progress.tool_use_id) {
            self.links.tasks.with(|table| table.note_activity(call.as_str(), now));
        }
    }

    /// Updates the main thread and the tasks from a system message.
    pub(super) fn track_system(&mut self, system: &SystemMessage, now: Instant) {
        let (activity, tasks, at) =
            (&mut self.activity.main_thread, &self.links.tasks, now_of(now));
        match system {
            SystemMessage::Init(_) => activity.turn_began(),
            SystemMessage::SessionStateChanged(changed) => {
                if changed.state == SessionState::Idle {
                    activity.turn_ended();
                }
            }
            SystemMessage::Status(status) => activity.delayed_by(match status.status {
                Some(BusyStatus::Compacting) => Phase::Compacting,
                _ => Phase::Working,
            }),
            SystemMessage::ApiRetry(retry) => {
                activity.delayed_by(Phase::Retrying { attempt: retry.attempt.unwrap_or_default() });
                // The CLI announces how long it will be silent before the retry.
                self.activity.sign_of_life = retry.retry_delay_ms.map(Duration::from_millis);
            }
            SystemMessage::TaskStarted(task) => tasks.change(|table| table.started(task, at)),
            SystemMessage::TaskProgress(task) => tasks.change(|table| table.progressed(task, at)),
            SystemMessage::TaskUpdated(task) => tasks.change(|table| table.updated(task, at)),
            SystemMessage::TaskNotification(task) => tasks.change(|table| table.notified(task, at)),
            SystemMessage::BackgroundTasksChanged(list) => {
                tasks.change(|table| table.listed(list, at));
            }
            _ => return,
        }
        self.activity.knows_tasks = !self.links.tasks.with(|table| table.is_empty());
        self.tell_tasks();
    }

    /// Records a control request that a person may have to answer.
    pub(super) fn note_user_request(&mut self, frame: &ControlRequestFrame) {
        let tool = match &frame.request {
            IncomingRequest::CanUseTool(request) => Some(request.tool_name.as_str()),
            IncomingRequest::Elicitation(_) | IncomingRequest::RequestUserDialog(_) => None,
            _ => return,
        };
        if self.callbacks.has(&frame.request_id) {
            // A repeated request keeps the time of the first.
            return;
        }
        let now = now_of(self.now);
        self.activity.main_thread.user_asked(frame.request_id.clone(), tool, now);
    }

    /// Publishes the state of the session, if it has changed.
    pub(super) fn publish_state(&mut self) {
        let (callbacks, stdin) = (&self.callbacks, &self.stdin);
        // The reply of another party is not seen here. Such a request counts as open while the CLI
        // reports that it requires an action.
        self.activity.main_thread.retain_requests(|pending| {
            callbacks.answers(&pending.request)
                || (callbacks.has(&pending.request) && stdin.requires_action())
        });
        let now = now_of(self.now);
        let watched = if self.ready {
            let inputs = StateInputs {
                prompts: self.turns.is_waiting(),
                running: stdin.is_running().unwrap_or(false),
                agents: stdin.agents(),
            };
            self.links.state.observe(self.activity.main_thread.activity(inputs), now)
        } else {
            self.links.state.watched()
        };
        // While the session ends or the CLI waits for a callback, its silence is expected.
        let excused = self.is_ending() || self.callbacks.holds_up();
        let watched = if excused { SilenceKind::Nothing } else { watched };
        self.activity.watchdog.watch(watched, now);
        self.tell_state();
        if let Some(excused) = self.activity.sign_of_life.take() {
            self.activity.watchdog.note_activity(now.checked_add(excused).unwrap_or(now));
        }
    }

    /// Takes the next step against a stall, if one is due.
    pub(super) fn check_stall(&mut self, now: Instant) {
        let Some((recovery, silent_for)) = self.activity.watchdog.advance(now_of(now)) else {
            return;
        };
        let state = self.links.state.get();
        let last_frame = self.activity.last_frame.name();
        event!(%state, ?silent_for, ?last_frame, ?recovery, "the CLI stalled");
        let stalled = Stall { state, silent_for, last_frame, recovery };
        self.links.stalls.send_replace(Some(stalled.clone()));
        self.observation.tell(self.now, || Fact::Stalled(&stalled));
        match recovery {
            Recovery::Report => {}
            Recovery::Interrupt => self.interrupt_turn(),
            Recovery::End => {
                let waiting_for = stalled.state.to_string();
                let last_frame = stalled.last_frame;
                self.end_now(ProtocolError::Stalled { waiting_for, silent_for, last_frame });
            }
        }
    }

    /// Interrupts the turn, and ignores the response: after a stall, a sign of life decides whether
    /// the interrupt helped, and after a close, the exit.
    pub(super) fn interrupt_turn(&mut self) {
        if let Ok(body) = Raw::from_serialize(&InterruptRequest::new()) {
            let (answer, _) = oneshot::channel();
            let within = self.config.deadlines.interrupt;
            self.on_command(Command::Request { subtype: "interrupt".into(), body, within, answer });
        }
    }
}

fn now_of(now: Instant) -> std::time::Instant {
    now.into_std()
}

/// The last line that was a sign of life. Only a stall needs its name, so the name is assembled
/// then, and each line costs no more than a copy of its first 64 bytes.
#[derive(Debug, Default)]
struct LastFrame {
    kind: String,
    /// The first 64 bytes, where the CLI writes the subtype.
    head: Vec<u8>,
}

impl LastFrame {
    fn keep(&mut self, kind: &str, line: &[u8]) {
        self.kind.clear();
        self.kind.extend(kind.chars().take(64));
        self.head.clear();
        self.head.extend_from_slice(&line[..line.len().min(64)]);
    }

    /// Returns the type, and the subtype if it is among the first bytes.
    fn name(&self) -> Option<String> {
        if self.kind.is_empty() {
            return None;
        }
        let head = String::from_utf8_lossy(&self.head);
        let subtype = head.split_once(r#""subtype":""#).and_then(|(_, rest)| rest.split_once('"'));
        Some(match subtype {
            Some((subtype, _)) => format!("{}/{subtype}", self.kind),
            None => self.kind.clone(),
        })
    }
}
