//! Binding: connects the callbacks of the options to a session, and derives what the CLI may ask.
//!
//! The callbacks themselves are in `callbacks/` and `hook/`.

use std::sync::Arc;

use claude_protocol::{Callback, Dialogs, Handlers, PermissionAnswer};
use claude_types::{
    AskUserQuestionInput, CanUseToolRequest, EnterPlanModeInput, ExitPlanModeInput,
    PermissionResult, ToolInput as _,
};

use crate::options::Options;
use crate::session::Session;

/// # Callbacks of a session
impl Options {
    /// Tells whether the CLI may call back.
    pub(crate) fn may_call_back(&self) -> bool {
        // A budget has to interrupt.
        self.budget.is_some()
            || self.permission.is_some()
            || !self.hooks.is_empty()
            || self.mcp.has_in_process()
            || self.user.may_be_asked()
    }

    /// The first of the options, if any, for which the CLI is to ask for permissions over the pipe.
    /// A CLI that asks nobody has no tools that ask the user.
    pub(crate) fn asks_permissions(&self) -> Option<&'static str> {
        let asks = [
            (self.permission.is_some(), "on_permission"),
            (self.user.questions.callback().is_some(), "on_question"),
            (self.user.plans.callback().is_some(), "on_plan"),
        ];
        asks.into_iter().find_map(|(is_set, name)| is_set.then_some(name))
    }

    /// What may not run: what the caller names, and tools whose question nobody would answer. With
    /// them the model would take silence for an answer, or be caught in plan mode.
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

    pub(crate) fn handlers(&self, session: &Session) -> Handlers {
        let mut handlers = Handlers::default();
        handlers.permission = self.permission_callback(session);
        handlers.hooks = self.hooks.iter().map(|entry| entry.hook(session)).collect();
        if let Some(questions) = self.user.questions.callback() {
            // The last: of several hooks that change an input, a later one wins.
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

    /// One callback for all that is asked as a permission: questions and plans go to whom they are
    /// for.
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
            let asked = if request.is::<AskUserQuestionInput>() && questions.is_some() {
                &questions
            } else if request.is::<ExitPlanModeInput>() && plans.is_some() {
                &plans
            } else {
                &tools
            };
            match asked {
                Some(callback) => callback(request, context),
                None => Box::pin(async {
                    Ok(PermissionResult::deny("there is nobody to ask for permission").into())
                }),
            }
        }))
    }
}
