//! Binding: connects the callbacks of the options to a session, and derives from them which tools
//! and requests of the CLI are enabled.
//!
//! The types of callbacks are in `callbacks/` and `hook/`.

use std::sync::Arc;

use claude_protocol::{Callback, Dialogs, Handlers, PermissionAnswer};
use claude_types::{
    AskUserQuestionInput, CanUseToolRequest, EnterPlanModeInput, ExitPlanModeInput,
    PermissionResult, ToolInput as _,
};

use crate::hook::Known;
use crate::mcp_servers::ToolName;
use crate::options::Options;
use crate::session::Session;

/// # Callbacks of a session
impl Options {
    /// Returns whether stdin must stay open after the prompt.
    pub(crate) fn may_call_back(&self) -> bool {
        // A budget has no callback, but sends an interrupt when it is used up.
        self.budget.is_some()
            || self.permission.is_some()
            || !self.hooks.is_empty()
            || self.mcp.has_in_process()
            || self.user.may_be_asked()
    }

    /// Returns the name of the option that decides about permissions.
    pub(crate) fn permission_setter(&self) -> &'static str {
        if self.approvals.is_some() { "asked_by" } else { "on_permission" }
    }

    /// Returns the name of the first option that requires permission requests over stdio, if any.
    ///
    /// Questions and plans require them, too: without `--permission-prompt-tool`, the CLI disables
    /// the tools that ask the user.
    pub(crate) fn asks_permissions(&self) -> Option<&'static str> {
        let asks = [
            (self.permission.is_some(), self.permission_setter()),
            (self.user.questions.callback().is_some(), "on_question"),
            (self.user.plans.callback().is_some(), "on_plan"),
        ];
        asks.into_iter().find_map(|(is_set, name)| is_set.then_some(name))
    }

    /// Returns the rules for tools that must not run: those of the caller, and the tools that ask
    /// the user if no callback answers them.
    ///
    /// If they were enabled without a callback, the model would treat a missing answer as an
    /// answer, or could not leave plan mode.
    pub(crate) fn rules_that_forbid(&self) -> Vec<String> {
        let questions = self.user.questions.is_nobody().then_some(AskUserQuestionInput::TOOL);
        let plans = [EnterPlanModeInput::TOOL, ExitPlanModeInput::TOOL];
        let plans = plans.into_iter().filter(|_| self.user.plans.is_nobody());
        let mut rules = self.disallowed_tools.clone();
        for tool in questions.into_iter().chain(plans) {
            if !rules.iter().any(|rule| rule == tool) {
                rules.push(tool.into());
            }
        }
        rules
    }

    /// Returns the names that the patterns of hooks may contain, besides the tools of the CLI.
    pub(super) fn known_names(&self) -> Known<'_> {
        let aliases = self.tool_aliases.iter().flat_map(|(from, to)| [from.as_str(), to.as_str()]);
        let server = |name| ToolName::server(name).as_str().replacen("mcp__", "", 1);
        Known { servers: self.mcp.names().map(server).collect(), tools: aliases.collect() }
    }

    pub(crate) fn handlers(&self, session: &Session) -> Handlers {
        let mut handlers = Handlers::default();
        handlers.permission = self.permission_callback(session);
        let known = self.known_names();
        let guard = self.guard();
        let hooks = self.hooks.iter().chain(&guard);
        handlers.hooks = hooks.flat_map(|entry| entry.hooks(session, &known)).collect();
        if let Some(questions) = self.user.questions.callback() {
            // Add this hook last: if several hooks change an input, the CLI uses the last change.
            handlers.hooks.push(questions.hook(session, self.user.question_timeout));
        }
        handlers.elicitation = self.user.elicitation.as_ref().map(|entry| entry.callback(session));
        handlers.dialogs = self
            .user
            .dialogs
            .as_ref()
            .map(|(kinds, entry)| Dialogs::new(kinds.clone(), entry.callback(session)));
        handlers
    }

    /// Returns one callback for all `can_use_tool` requests. It passes questions and plans to their
    /// own callbacks, and all other requests to the permission callback.
    fn permission_callback(
        &self,
        session: &Session,
    ) -> Option<Callback<CanUseToolRequest, PermissionAnswer>> {
        let tools = self.permission.as_ref().map(|entry| entry.callback(session));
        let questions = self.user.questions.callback().map(|entry| entry.permission(session));
        let plans = self.user.plans.callback().map(|entry| entry.callback(session));
        if questions.is_none() && plans.is_none() {
            return tools;
        }
        Some(Arc::new(move |request: CanUseToolRequest, context| {
            let callback = if request.is::<AskUserQuestionInput>() && questions.is_some() {
                &questions
            } else if request.is::<ExitPlanModeInput>() && plans.is_some() {
                &plans
            } else {
                &tools
            };
            match callback {
                Some(callback) => callback(request, context),
                None => Box::pin(async {
                    Ok(PermissionResult::deny("no permission handler is registered").into())
                }),
            }
        }))
    }
}
