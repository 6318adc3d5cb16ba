//! Local commands: prompts that the CLI handles without the model.
//!
//! They take no step of the scenario, except where a step waits for the command: `expect user
//! "/compact"`.

use std::sync::Arc;

use serde_json::Value;

use super::ending::Ending;
use super::play::{Engine, Op};
use crate::frame::{self, Assistant, Block, ReplayedUser, System};

/// A local command that the mock knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LocalCommand {
    Clear,
    Compact,
    Context,
    /// Compaction after its first hooks.
    CompactEnd,
    /// Its last hooks.
    Compacted,
    /// The new session after its first hooks.
    ClearEnd,
}

impl LocalCommand {
    /// The command of a prompt.
    pub(super) fn of(prompt: &str) -> Option<Self> {
        match prompt.split_whitespace().next()? {
            "/clear" => Some(Self::Clear),
            "/compact" => Some(Self::Compact),
            "/context" => Some(Self::Context),
            _ => None,
        }
    }
}

impl Engine {
    /// Whether the next prompt is a local command that no step waits for.
    pub(super) fn next_local_command(&self, containing: Option<&str>) -> Option<LocalCommand> {
        if containing.is_some_and(|part| part.starts_with('/')) {
            return None;
        }
        LocalCommand::of(&self.prompts.front()?.text())
    }

    /// Runs a command in a turn of its own.
    pub(super) fn run_local_command(&mut self, command: LocalCommand) {
        let Some(prompt) = self.prompts.pop_front() else { return };
        self.begin_turn(vec![prompt]);
        self.list_host_tools();
        self.ops.push_front(Op::Local(command));
    }

    pub(super) fn local_command(&mut self, command: LocalCommand) {
        let session_id = self.session();
        match command {
            LocalCommand::Context => {
                self.send_init();
                let text = "## Context Usage\n\n**Model:** claude, as the mock plays it";
                self.synthetic(text, None);
                self.close_turn(Ending::local_command("context", text.to_owned()));
            }
            LocalCommand::Clear => {
                self.ops.push_front(Op::Local(LocalCommand::ClearEnd));
                self.ask_hooks("SessionEnd", None, &[("reason", "clear".into())]);
            }
            LocalCommand::ClearEnd => {
                // The CLI names an ID that is not that of the new session.
                let id = frame::uuid();
                let prompt = self.turn.as_ref().and_then(|turn| turn.uuids().last().copied());
                self.send(&serde_json::json!({
                    "type": "conversation_reset",
                    "new_conversation_id": id,
                    "uuid": id,
                    "trigger": "clear",
                    "user_message_uuid": prompt,
                    "session_id": &*session_id,
                }));
                self.setup.session_id = Arc::from(frame::uuid());
                self.has_history = false;
                self.delivered_prompts.clear();
                let session_id = self.session();
                self.send(&System::no_background_tasks(&session_id));
                self.send_init();
                self.ops.push_front(Op::EndLocal("clear"));
                self.ask_hooks("SessionStart", None, &[("source", "clear".into())]);
            }
            LocalCommand::Compact if !self.has_history => {
                self.send_init();
                self.synthetic("Error: No messages to compact", None);
                self.close_turn(Ending::local_command("compact", String::new()));
            }
            LocalCommand::Compact => {
                self.send(&System::compacting(&session_id));
                self.ops.push_front(Op::Local(LocalCommand::CompactEnd));
                let fields = [("trigger", "manual".into()), ("custom_instructions", Value::Null)];
                self.ask_hooks("PreCompact", None, &fields);
            }
            LocalCommand::CompactEnd => {
                self.send(&System::compacted(&session_id));
                self.send_init();
                self.send(&System::compact_boundary(&session_id));
                let note = "This session is being continued from a previous conversation.";
                self.send(&ReplayedUser::summary(&session_id, &note.into()));
                let text = "<local-command-stdout>Compacted </local-command-stdout>";
                self.send(&ReplayedUser::new(&session_id, &text.into(), None));
                self.ops.push_front(Op::EndLocal("compact"));
                let model = ("model", self.setup.model.clone().into());
                self.ops.push_front(Op::Local(LocalCommand::Compacted));
                self.ask_hooks("SessionStart", None, &[("source", "compact".into()), model]);
            }
            LocalCommand::Compacted => {
                let summary = ("compact_summary", "A summary.".into());
                self.ask_hooks("PostCompact", None, &[("trigger", "manual".into()), summary]);
            }
        }
    }

    pub(super) fn end_local_command(&mut self, name: &'static str) {
        self.close_turn(Ending::local_command(name, String::new()));
    }

    /// A message that the CLI has written itself.
    pub(super) fn synthetic(&mut self, text: &str, error: Option<super::api_error::ApiError>) {
        let session_id = self.session();
        let id = frame::uuid();
        let mut frame = Assistant::new(&session_id, &id, "<synthetic>", Block::Text { text });
        frame.request_id = None;
        let reason = if error.is_some() { "stop_sequence" } else { "end_turn" };
        frame.message.stop(reason);
        if let Some(error) = error {
            frame.error = Some(error.word);
            frame.is_api_error_message = true;
            frame.api_error_status = error.status;
            frame.api_error_type = Some(error.kind);
        }
        self.send(&frame);
    }
}
