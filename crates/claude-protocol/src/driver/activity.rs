//! What the session is doing, from what passes by: the state, the tree of tasks, and silence.
//!
//! Raw lines are only glanced at (`scan.rs`). Nobody is told unless something changed. The pictures
//! themselves are made in `activity.rs`, `tasks.rs` and `stall.rs`.

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
use crate::state::{
    MainThread, Phase, Recovery, SilenceKind, Stall, StallPolicy, StateInputs, Watchdog, tool_scan,
};
use crate::tables::Route;
use crate::trace::event;

/// What the driver remembers of what passed by.
#[derive(Debug)]
pub(super) struct ActivityTracker {
    pub(super) main_thread: MainThread,
    watchdog: Watchdog,
    /// A sign of life came since the loop last looked, and this excuses a silence.
    sign_of_life: Option<Duration>,
    last_frame: LastFrame,
    /// There are tasks, or were.
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

    /// A line came. Answers to our own requests are no sign of life: a CLI that hangs may give them.
    pub(super) fn note_line(&mut self, route: &Route<'_>, line: &[u8]) {
        let kind = match route {
            Route::Message(kind) => &**kind,
            Route::Raw(kind) => kind.as_str(),
            Route::Request => "control_request",
            _ => return,
        };
        self.sign_of_life = Some(Duration::ZERO);
        self.last_frame.keep(kind, line);
    }

    /// When the next step against a stall is due.
    pub(super) fn due(&mut self, reads: bool, now: Instant) -> Option<Instant> {
        self.watchdog.reads(reads, now_of(now));
        self.watchdog.due().map(Instant::from_std)
    }
}

impl Driver {
    /// Looks at a line that travels raw: which tools are called, and which return.
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
        // Who speaks matters only while tools run, or while something holds the model up.
        if calls || activity.has_tools() || activity.phase() != Phase::Working {
            let Some(calls) = tool_scan::calls(line) else {
                return;
            };
            let now = now_of(self.now);
            match &calls.parent {
                None if calls.tools.is_empty() => activity.message(calls.message.as_deref()),
                None => activity.tools_called(calls, now),
                Some(by) => {
                    for (call, _) in &calls.tools {
                        let changed = self.links.tasks.with(|table| table.called(call, by));
                        if changed {
                            self.links.tasks.change(|_| ());
                        }
                    }
                    self.links.tasks.with(|table| table.note_activity(by, now));
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
        let tasks =
            self.activity.knows_tasks && self.links.tasks.with(|table| table.awaits_results());
        if !tasks && !self.activity.main_thread.has_tools() {
            return;
        }
        for call in tool_scan::results(line) {
            self.activity.main_thread.tool_returned(call);
            if tasks {
                self.on_task_returned(call);
            } else if !self.activity.main_thread.has_tools() {
                // The rest of a long result cannot matter.
                break;
            }
        }
    }

    fn on_task_returned(&mut self, call: &str) {
        let now = self.now;
        let ended = self.links.tasks.with(|table| table.returned(call, now_of(now)));
        if let Some(id) = ended {
            self.links.tasks.change(|_| ());
            self.stdin.task_ended(&id, now);
        }
    }

    /// A tool that runs for long says so.
    pub(super) fn tool_progress(&mut self, progress: &ToolProgressMessage) {
        let now = now_of(self.now);
        for call in progress.parent_tool_use_id.iter().chain(&progress.tool_use_id) {
            self.links.tasks.with(|table| table.note_activity(call.as_str(), now));
        }
    }

    /// What a system message tells about the state and the tasks.
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
                // The CLI tells how long it will be silent.
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
    }

    /// The CLI asks something. Some questions may be for a person.
    pub(super) fn note_user_request(&mut self, frame: &ControlRequestFrame) {
        let tool = match &frame.request {
            IncomingRequest::CanUseTool(request) => Some(request.tool_name.as_str()),
            IncomingRequest::Elicitation(_) | IncomingRequest::RequestUserDialog(_) => None,
            _ => return,
        };
        let now = now_of(self.now);
        self.activity.main_thread.user_asked(frame.request_id.clone(), tool, now);
    }

    /// Says what the session is doing now, if that is news.
    pub(super) fn publish_state(&mut self) {
        let (callbacks, stdin) = (&self.callbacks, &self.stdin);
        // What was left to somebody else is answered when the CLI says that it waits no more.
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
        let excused = self.is_ending() || self.callbacks.holds_up();
        let watched = if excused { SilenceKind::Nothing } else { watched };
        self.activity.watchdog.watch(watched, now);
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
        event!(%state, ?silent_for, ?last_frame, ?recovery, "the CLI is silent for too long");
        let stalled = Stall { state, silent_for, last_frame, recovery };
        self.links.stalls.send_replace(Some(stalled.clone()));
        match recovery {
            Recovery::Report => {}
            Recovery::Interrupt => self.interrupt_stalled_turn(),
            Recovery::End => {
                let waiting_for = stalled.state.to_string();
                let last_frame = stalled.last_frame;
                self.end_now(ProtocolError::Stalled { waiting_for, silent_for, last_frame });
            }
        }
    }

    fn interrupt_stalled_turn(&mut self) {
        if let Ok(body) = Raw::from_serialize(&InterruptRequest::new()) {
            // What it answers is no matter; whether the turn ends is.
            let (answer, _) = oneshot::channel();
            let within = self.config.deadlines.interrupt;
            self.on_command(Command::Request { subtype: "interrupt".into(), body, within, answer });
        }
    }
}

fn now_of(now: Instant) -> std::time::Instant {
    now.into_std()
}

/// The last line that was a sign of life. Its name is put together only if there is a stall.
#[derive(Debug, Default)]
struct LastFrame {
    kind: String,
    /// The first bytes, where the CLI writes the subtype.
    head: Vec<u8>,
}

impl LastFrame {
    fn keep(&mut self, kind: &str, line: &[u8]) {
        self.kind.clear();
        self.kind.push_str(kind);
        self.head.clear();
        self.head.extend_from_slice(&line[..line.len().min(64)]);
    }

    /// Its type, and its subtype if it begins with one.
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
