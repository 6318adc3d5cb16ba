//! Plans of the model: the tool `ExitPlanMode`, and the callback that approves them.
//!
//! The CLI asks for approval as for a permission, whatever the rules say, and only in plan mode. A
//! hook can refuse a plan, but neither change it nor choose the mode that follows; so no hook is
//! used.

use std::fmt::Display;
use std::sync::Arc;

use claude_protocol::{Callback, CallbackError, PermissionAnswer};
use claude_types::{
    CanUseToolRequest, ExitPlanModeInput, PermissionMode, PermissionResult, PermissionUpdate, Raw,
};

use super::{Closure, Context, Entry};
use crate::session::Session;

/// A plan that the model wants to carry out.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Plan {
    /// The plan; `None` if the model wrote none.
    pub text: Option<String>,
    /// The file that holds it, as far as the CLI tells.
    pub file_path: Option<String>,
    /// The whole question.
    pub request: CanUseToolRequest,
}

impl Plan {
    fn new(request: CanUseToolRequest) -> Self {
        // A plan that cannot be read is still to be approved or not.
        let input = request.input_as::<ExitPlanModeInput>().unwrap_or_default();
        Self { text: input.plan, file_path: input.plan_file_path, request }
    }
}

/// What becomes of a plan.
#[derive(Debug, Clone)]
#[must_use = "a decision decides nothing unless it is returned"]
pub struct PlanDecision(Decision);

#[derive(Debug, Clone)]
enum Decision {
    Approve { text: Option<String>, mode: Option<PermissionMode> },
    Reject { why: String },
}

impl PlanDecision {
    /// The model may carry it out. The session goes back to the permission mode of before.
    pub fn approve() -> Self {
        Self(Decision::Approve { text: None, mode: None })
    }

    /// The model may carry out this plan in the place of its own.
    pub fn approve_changed(text: impl Into<String>) -> Self {
        Self(Decision::Approve { text: Some(text.into()), mode: None })
    }

    /// The model goes on planning; it is told why.
    pub fn reject(why: impl Into<String>) -> Self {
        Self(Decision::Reject { why: why.into() })
    }

    /// With an approval: the permission mode that follows, such as
    /// [`PermissionMode::AcceptEdits`].
    pub fn then(mut self, mode: PermissionMode) -> Self {
        if let Decision::Approve { mode: next, .. } = &mut self.0 {
            *next = Some(mode);
        }
        self
    }

    /// The answer to the question with this input.
    fn into_result(self, input: &Raw) -> Result<PermissionResult, CallbackError> {
        let (text, mode) = match self.0 {
            Decision::Approve { text, mode } => (text, mode),
            Decision::Reject { why } => return Ok(PermissionResult::deny(why)),
        };
        let mut allow = claude_types::PermissionAllow::new();
        if let Some(text) = text {
            let mut input = input.parse::<ExitPlanModeInput>().unwrap_or_default();
            input.plan = Some(text);
            allow = allow.updated_input(Raw::from_serialize(&input)?);
        }
        if let Some(mode) = mode {
            allow = allow.updated_permissions(vec![PermissionUpdate::mode(mode)]);
        }
        Ok(allow.into())
    }
}

/// What a plan callback may return: a [`PlanDecision`], or a `Result` whose error is a rejection.
pub trait IntoPlanDecision: Send {
    /// The decision.
    fn into_plan_decision(self) -> PlanDecision;
}

impl IntoPlanDecision for PlanDecision {
    fn into_plan_decision(self) -> PlanDecision {
        self
    }
}

impl<E: Display + Send> IntoPlanDecision for Result<PlanDecision, E> {
    fn into_plan_decision(self) -> PlanDecision {
        self.unwrap_or_else(|error| PlanDecision::reject(error.to_string()))
    }
}

/// A plan callback as a type, for state of its own.
pub trait PlanHandler: Send + Sync + 'static {
    /// Decides about a plan. Has no deadline: a human may be asked.
    fn decide(
        &self,
        plan: Plan,
        context: Context,
    ) -> impl Future<Output = impl IntoPlanDecision> + Send;
}

impl<F, Fut, D> PlanHandler for Closure<F>
where
    F: Fn(Plan, Context) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = D> + Send,
    D: IntoPlanDecision,
{
    fn decide(
        &self,
        plan: Plan,
        context: Context,
    ) -> impl Future<Output = impl IntoPlanDecision> + Send {
        (self.0)(plan, context)
    }
}

/// The registered callback.
#[derive(Debug, Clone)]
pub(crate) struct PlanEntry(Entry<CanUseToolRequest, PermissionAnswer>);

impl PlanEntry {
    pub(crate) fn new(handler: impl PlanHandler) -> Self {
        let handler = Arc::new(handler);
        Self(Entry::new(move |request: CanUseToolRequest, context| {
            let handler = Arc::clone(&handler);
            async move {
                let input = request.input.clone();
                let decision = handler.decide(Plan::new(request), context).await;
                Ok(decision.into_plan_decision().into_result(&input)?.into())
            }
        }))
    }

    pub(crate) fn callback(
        &self,
        session: &Session,
    ) -> Callback<CanUseToolRequest, PermissionAnswer> {
        self.0.callback(session)
    }
}
