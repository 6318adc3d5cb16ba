//! Start: which session a process uses, and why it refuses to start.

use std::sync::Arc;

use super::stored::{Deferred, Session, Sessions};
use crate::engine::effect::Effect;
use crate::engine::play::Engine;
use crate::engine::setup::Setup;
use crate::frame::{self, ResultFrame, Totals};
use crate::scenario::Step;

impl Setup {
    /// Looks up the sessions that the command line names. Without this, no session is known.
    #[must_use]
    pub fn sessions(mut self, sessions: &impl Sessions) -> Self {
        let start = &mut self.start;
        start.same_id = start.session_id.as_deref().and_then(|id| sessions.get(id));
        start.resumed = start.resume.as_deref().and_then(|id| sessions.get(id));
        start.latest = if start.continues { sessions.latest(&self.cwd) } else { None };
        self
    }
}

impl Engine {
    /// Selects the session, or refuses to start as the CLI does.
    pub(in crate::engine) fn select_session(&mut self) {
        if let Some(refusal) = self.setup.refusal.clone() {
            return self.die(&refusal);
        }
        let known = self.sessions_of_the_scenario();
        let start = self.setup.start.clone();
        let is_known = |id: &str| known.iter().any(|known| known == id);
        if let Some(id) = &start.session_id {
            if uuid::Uuid::parse_str(id).is_err() {
                return self.die("Error: Invalid session ID. Must be a valid UUID.");
            }
            if (start.continues || start.resume.is_some()) && !start.forks {
                return self.die(
                    "Error: --session-id with --continue or --resume also needs --fork-session.",
                );
            }
            if start.same_id.is_some() || is_known(id) {
                return self.die(&format!("Error: Session ID {id} is already in use."));
            }
        }
        let cwd = self.setup.cwd.clone();
        let earlier = match &start.resume {
            Some(id) => match start.resumed {
                None if is_known(id) => Some(Session::new(id, cwd)),
                None => return self.refuse_resume(id),
                found => found,
            },
            None => start.latest.or_else(|| {
                let last = known.last().filter(|_| start.continues)?;
                Some(Session::new(last, cwd))
            }),
        };
        let Some(earlier) = earlier else { return };
        self.delivered_prompts.clone_from(&earlier.prompts);
        if start.forks {
            // The constructor of `Setup` has generated an ID, unless the host has chosen one.
            return;
        }
        self.setup.session_id = Arc::from(earlier.id());
        self.parked = earlier.deferred;
    }

    /// The IDs of `session` steps.
    fn sessions_of_the_scenario(&self) -> Vec<String> {
        let steps = self.steps.iter();
        let id = |step: &Step| match step {
            Step::Session(id) => Some(id.clone()),
            _ => None,
        };
        steps.filter_map(id).collect()
    }

    fn refuse_resume(&mut self, id: &str) {
        let is_id = uuid::Uuid::parse_str(id).is_ok();
        let error = if is_id {
            self.setup.session_id = Arc::from(id);
            format!("No conversation found with session ID: {id}")
        } else {
            format!(
                "Error: --resume requires a valid session ID or session title when used with \
                 --print. Usage: claude -p --resume <session-id|title>. Provided value \"{id}\" is \
                 not a UUID and does not match any session title."
            )
        };
        let session_id = self.session();
        let mut result = ResultFrame::new(&session_id, "", Totals::default(), &[]);
        result.subtype = "error_during_execution";
        (result.is_error, result.stop_reason, result.terminal_reason) = (true, None, None);
        result.errors.push(error.clone());
        let line = frame::line(&result);
        self.effect_of(Effect::Write(line.into_bytes()));
        self.die(&error);
    }

    /// Keeps the session for later processes, with the call that waits for one.
    pub(in crate::engine) fn keep_session(&mut self, deferred: Option<Deferred>) {
        if self.setup.start.is_kept {
            let mut session = Session::new(&*self.setup.session_id, &self.setup.cwd);
            session.deferred = deferred;
            session.prompts.clone_from(&self.delivered_prompts);
            self.effect_of(Effect::Save(session));
        }
    }
}
