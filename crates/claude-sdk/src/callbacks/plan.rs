//! Plans of the model: the tool `ExitPlanMode`, and the callback that approves plans.
//!
//! In plan mode, the CLI sends a permission request for this tool, whatever the rules say. The plan
//! is answered there and not in a hook, because a hook can refuse a plan, but cannot change it or
//! set the next permission mode.

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
    /// The text of the plan; `None` if the model wrote none.
    pub text: Option<String>,
    /// The file that contains the plan, if the CLI reports it.
    pub file_path: Option<String>,
    /// The permission request for the tool call.
    pub request: CanUseToolRequest,
}

impl Plan {
    fn new(request: CanUseToolRequest) -> Self {
        // A plan that cannot be decoded still needs a decision, so pass it on without its text.
        let input = request.input_as::<ExitPlanModeInput>().unwrap_or_default();
        Self { text: input.plan, file_path: input.plan_file_path, request }
    }
}

/// The decision about a plan.
#[derive(Debug, Clone)]
#[must_use = "a decision has no effect unless the callback returns it"]
pub struct PlanDecision(Decision);

#[derive(Debug, Clone)]
enum Decision {
    Approve { text: Option<String>, mode: Option<PermissionMode> },
    Reject { reason: String },
}

impl PlanDecision {
    /// Approves the plan.
    ///
    /// The session returns to the permission mode that it had before plan mode.
    pub fn approve() -> Self {
        Self(Decision::Approve { text: None, mode: None })
    }

    /// Approves a changed plan: `text` replaces the plan of the model.
    pub fn approve_changed(text: impl Into<String>) -> Self {
        Self(Decision::Approve { text: Some(text.into()), mode: None })
    }

    /// Rejects the plan.
    ///
    /// The model is given the reason, and continues to plan.
    pub fn reject(reason: impl Into<String>) -> Self {
        Self(Decision::Reject { reason: reason.into() })
    }

    /// Sets the permission mode after an approval, such as [`PermissionMode::AcceptEdits`].
    ///
    /// Has no effect on a rejection.
    pub fn then(mut self, mode: PermissionMode) -> Self {
        if let Decision::Approve { mode: next, .. } = &mut self.0 {
            *next = Some(mode);
        }
        self
    }

    /// Returns the result for the permission request with this input.
    fn into_result(self, input: &Raw) -> Result<PermissionResult, CallbackError> {
        let (text, mode) = match self.0 {
            Decision::Approve { text, mode } => (text, mode),
            Decision::Reject { reason } => return Ok(PermissionResult::deny(reason)),
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

/// A value that a plan callback may return: a [`PlanDecision`], or a `Result` of it.
///
/// An `Err` rejects the plan, with the error as the reason.
pub trait IntoPlanDecision: Send {
    /// Converts the value to a decision.
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

/// A plan callback that has its own state.
///
/// Register it with [`Options::on_plan_handler`](crate::Options::on_plan_handler).
pub trait PlanHandler: Send + Sync + 'static {
    /// Decides about a plan. There is no deadline, so the callback may wait for a person.
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

/// A registered plan callback.
#[derive(Debug, Clone)]
pub(crate) struct PlanEntry(pub(super) Entry<CanUseToolRequest, PermissionAnswer>);

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
