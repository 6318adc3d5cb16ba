//! Callbacks of a user on their way to a session: registered once, bound to each session that is
//! started with the options.
//!
//! What is called when is in `permission.rs`, `hook.rs`, `question.rs`, `plan.rs`,
//! `elicitation.rs` and `dialog.rs`.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use claude_protocol::{
    Callback, CallbackError, DialogAnswer, Dialogs, ElicitationAnswer, Handlers, PermissionAnswer,
};
use claude_types::{
    AskUserQuestionInput, CanUseToolRequest, DialogKind, ElicitationRequest, EnterPlanModeInput,
    ExitPlanModeInput, PermissionResult, ToolInput as _, UserDialogRequest,
};

use crate::plan::PlanEntry;
use crate::question::QuestionEntry;
use crate::session::Session;
use crate::{Context, Options};

/// A registered callback, not yet bound to a session.
pub(crate) struct Entry<I, O> {
    bind: Arc<dyn Fn(Session) -> Callback<I, O> + Send + Sync>,
}

impl<I, O> Entry<I, O> {
    pub(crate) fn new<F, Fut>(call: F) -> Self
    where
        F: Fn(I, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<O, CallbackError>> + Send + 'static,
    {
        let call = Arc::new(call);
        let bind = move |session: Session| -> Callback<I, O> {
            let (call, session) = (Arc::clone(&call), Arc::new(session));
            Arc::new(move |input, context| {
                Box::pin(call(input, Context::new(context, Arc::clone(&session))))
            })
        };
        Self { bind: Arc::new(bind) }
    }

    pub(crate) fn callback(&self, session: &Session) -> Callback<I, O> {
        (self.bind)(session.clone())
    }
}

impl<I, O> Clone for Entry<I, O> {
    fn clone(&self) -> Self {
        Self { bind: Arc::clone(&self.bind) }
    }
}

impl<I, O> fmt::Debug for Entry<I, O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("callback")
    }
}

/// Who answers what a tool asks the user.
#[derive(Debug, Clone, Default)]
pub(crate) enum Answerer<T> {
    /// Nobody: there is no such tool.
    #[default]
    Nobody,
    /// A callback that is made for it.
    Callback(T),
    /// The permission callback, or a hook of the user's.
    Others,
}

impl<T> Answerer<T> {
    pub(crate) fn is_nobody(&self) -> bool {
        matches!(self, Self::Nobody)
    }

    pub(crate) fn callback(&self) -> Option<&T> {
        match self {
            Self::Callback(callback) => Some(callback),
            Self::Nobody | Self::Others => None,
        }
    }
}

/// What a user is asked beside permissions.
#[derive(Debug, Clone, Default)]
pub(crate) struct UserCallbacks {
    pub(crate) questions: Answerer<QuestionEntry>,
    pub(crate) question_timeout: Option<Duration>,
    pub(crate) plans: Answerer<PlanEntry>,
    pub(crate) elicitation: Option<Entry<ElicitationRequest, ElicitationAnswer>>,
    pub(crate) dialogs: Option<(Vec<DialogKind>, Entry<UserDialogRequest, DialogAnswer>)>,
}

impl UserCallbacks {
    /// Tells whether the CLI may ask any of them.
    fn may_be_asked(&self) -> bool {
        self.questions.callback().is_some()
            || self.plans.callback().is_some()
            || self.elicitation.is_some()
            || self.dialogs.is_some()
    }
}

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
