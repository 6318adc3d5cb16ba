//! What the session is doing, from what passes by: the state, the tree of tasks, and silence.
//!
//! Raw lines are only glanced at (`scan.rs`). Nobody is told unless something changed. The pictures
//! themselves are made in `activity.rs`, `tasks.rs` and `stall.rs`.

use std::sync::Arc;
use std::time::Duration;

use claude_types::{
    BusyStatus, ControlRequestFrame, IncomingRequest, InterruptRequest, Raw, SessionState,
    SystemMessage, ToolProgressMessage,
};
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::{Command, Driver};
use crate::ProtocolError;
use crate::activity::{Activity, Around};
use crate::route::Route;
use crate::run::RawKind;
use crate::scan;
use crate::stall::{Recovery, StallPolicy, Stalled, Watchdog, Watched};
use crate::state::Phase;
use crate::trace::event;

/// What the driver remembers of what passed by.
#[derive(Debug)]
pub(super) struct Watch {
    pub(super) activity: Activity,
    dog: Watchdog,
    /// A sign of life came since the loop last looked, and this excuses a silence.
    heard: Option<Duration>,
    last: LastFrame,
    /// There are tasks, or were.
    knows_tasks: bool,
}

impl Watch {
    pub(super) fn new(policy: StallPolicy) -> Self {
        Self {
            activity: Activity::default(),
            dog: Watchdog::new(policy, now_of(Instant::now())),
            heard: None,
            last: LastFrame::default(),
            knows_tasks: false,
        }
    }

    /// A line came. Answers to our own requests are no sign of life: a CLI that hangs may give them.
    pub(super) fn hear(&mut self, route: &Route<'_>, line: &[u8]) {
        let kind = match route {
            Route::Message(kind) => &**kind,
            Route::Raw(kind) => kind.as_str(),
            Route::Request => "control_request",
            _ => return,
        };
        self.heard = Some(Duration::ZERO);
        self.last.keep(kind, line);
    }

    /// When the next step against a stall is due.
    pub(super) fn due(&mut self, reads: bool, now: Instant) -> Option<Instant> {
        self.dog.reads(reads, now_of(now));
        self.dog.due().map(Instant::from_std)
    }
}

impl Driver {
    /// Looks at a line that travels raw: which tools are called, and which return.
    pub(super) fn glance(&mut self, kind: RawKind, line: &[u8]) {
        match kind {
            RawKind::StreamEvent => {
                let activity = &mut self.watch.activity;
                let matters = activity.has_tools() || !activity.is_open();
                if (matters || activity.phase() != Phase::Working) && scan::opens_message(line) {
                    activity.begins();
                }
            }
            RawKind::Assistant => self.glance_at_reply(line),
            RawKind::User => self.glance_at_results(line),
        }
    }

    fn glance_at_reply(&mut self, line: &[u8]) {
        let activity = &mut self.watch.activity;
        let calls = scan::may_call(line);
        // Who speaks matters only while tools run, or while something holds the model up.
        if calls || activity.has_tools() || activity.phase() != Phase::Working {
            let Some(calls) = scan::calls(line) else {
                return;
            };
            let now = now_of(self.now);
            match &calls.parent {
                None if calls.tools.is_empty() => activity.says(calls.message.as_deref()),
                None => activity.calls(calls, now),
                Some(by) => {
                    for (call, _) in &calls.tools {
                        let told = self.setup.tasks.with(|table| table.called(call, by));
                        if told {
                            self.setup.tasks.change(|_| ());
                        }
                    }
                    self.setup.tasks.with(|table| table.heard(by, now));
                }
            }
        } else if self.watch.knows_tasks
            && let Some(by) = scan::parent(line)
        {
            let now = now_of(self.now);
            self.setup.tasks.with(|table| table.heard(by, now));
        }
    }

    fn glance_at_results(&mut self, line: &[u8]) {
        let tasks = self.watch.knows_tasks && self.setup.tasks.with(|table| table.awaits_results());
        if !tasks && !self.watch.activity.has_tools() {
            return;
        }
        for call in scan::results(line) {
            self.watch.activity.returns(call);
            if tasks {
                self.task_returned(call);
            } else if !self.watch.activity.has_tools() {
                // The rest of a long result cannot matter.
                break;
            }
        }
    }

    fn task_returned(&mut self, call: &str) {
        let now = self.now;
        let ended = self.setup.tasks.with(|table| table.returned(call, now_of(now)));
        if let Some(id) = ended {
            self.setup.tasks.change(|_| ());
            self.lifetime.task_ended(&id, now);
        }
    }

    /// A tool that runs for long says so.
    pub(super) fn tool_progress(&mut self, progress: &ToolProgressMessage) {
        let now = now_of(self.now);
        for call in progress.parent_tool_use_id.iter().chain(&progress.tool_use_id) {
            self.setup.tasks.with(|table| table.heard(call.as_str(), now));
        }
    }

    /// What a system message tells about the state and the tasks.
    pub(super) fn track(&mut self, system: &SystemMessage, now: Instant) {
        let (activity, tasks, at) = (&mut self.watch.activity, &self.setup.tasks, now_of(now));
        match system {
            SystemMessage::Init(_) => activity.begins(),
            SystemMessage::SessionStateChanged(changed) => {
                if changed.state == SessionState::Idle {
                    activity.ends();
                }
            }
            SystemMessage::Status(status) => activity.holds_up(match status.status {
                Some(BusyStatus::Compacting) => Phase::Compacting,
                _ => Phase::Working,
            }),
            SystemMessage::ApiRetry(retry) => {
                activity.holds_up(Phase::Retrying { attempt: retry.attempt.unwrap_or_default() });
                // The CLI tells how long it will be silent.
                self.watch.heard = retry.retry_delay_ms.map(Duration::from_millis);
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
        self.watch.knows_tasks = !self.setup.tasks.with(|table| table.is_empty());
    }

    /// The CLI asks something. Some questions may be for a person.
    pub(super) fn asked(&mut self, frame: &ControlRequestFrame) {
        let tool = match &frame.request {
            IncomingRequest::CanUseTool(request) => Some(request.tool_name.as_str()),
            IncomingRequest::Elicitation(_) | IncomingRequest::RequestUserDialog(_) => None,
            _ => return,
        };
        let now = now_of(self.now);
        self.watch.activity.asks(frame.request_id.clone(), tool, now);
    }

    /// Says what the session is doing now, if that is news.
    pub(super) fn observe(&mut self) {
        let (callbacks, lifetime) = (&self.callbacks, &self.lifetime);
        // What was left to somebody else is answered when the CLI says that it waits no more.
        self.watch.activity.keep_questions(|human| {
            callbacks.answers(&human.request)
                || (callbacks.has(&human.request) && lifetime.requires_action())
        });
        let now = now_of(self.now);
        let watched = if self.ready {
            let around = Around {
                prompts: self.turns.is_waiting(),
                running: lifetime.is_running().unwrap_or(false),
                agents: lifetime.agents(),
            };
            self.setup.state.observe(self.watch.activity.doing(around), now)
        } else {
            self.setup.state.watched()
        };
        let excused = self.is_ending() || self.callbacks.holds_up();
        let watched = if excused { Watched::Nothing } else { watched };
        self.watch.dog.watch(watched, now);
        if let Some(excused) = self.watch.heard.take() {
            self.watch.dog.heard(now.checked_add(excused).unwrap_or(now));
        }
    }

    /// Takes the next step against a stall, if one is due.
    pub(super) fn look_for_a_stall(&mut self, now: Instant) {
        let Some((recovery, silent_for)) = self.watch.dog.advance(now_of(now)) else {
            return;
        };
        let state = self.setup.state.get();
        let last_frame = self.watch.last.name();
        event!(%state, ?silent_for, ?last_frame, ?recovery, "the CLI is silent for too long");
        let stalled = Stalled { state, silent_for, last_frame, recovery };
        self.setup.stalled.send_replace(Some(stalled.clone()));
        match recovery {
            Recovery::Report => {}
            Recovery::Interrupt => self.interrupt_a_stall(),
            Recovery::End => self.end_now(ProtocolError::Stalled(Arc::new(stalled))),
        }
    }

    fn interrupt_a_stall(&mut self) {
        if let Ok(body) = Raw::from_serialize(&InterruptRequest::new()) {
            // What it answers is no matter; whether the turn ends is.
            let (answer, _) = oneshot::channel();
            let within = self.setup.deadlines.interrupt;
            self.command(Command::Request { subtype: "interrupt", body, within, answer });
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
