//! Permission: the callback that decides whether a tool may run, and its answer.

use std::fmt::Display;
use std::sync::Arc;

use claude_protocol::{CallbackError, PermissionAnswer};
use claude_types::{
    CanUseToolRequest, CanUseToolRequest as PermissionRequest, DecisionClassification,
    InvalidUpdate, PermissionAllow, PermissionResult, PermissionUpdate, Raw,
};
use serde::Serialize;

use super::{Closure, Context, Entry};

/// The decision about a tool call.
#[derive(Debug, Clone)]
#[must_use = "a decision decides nothing unless it is returned"]
pub struct Permission {
    answer: Result<PermissionAnswer, String>,
}

impl Permission {
    /// The tool may run.
    pub fn allow() -> Self {
        PermissionResult::allow().into()
    }

    /// The tool may run, with this input in place of the model's: a changed
    /// [`Tool`](crate::types::Tool) or input of a tool, or any object.
    ///
    /// An input that has no JSON form is a denial.
    pub fn allow_with<T: Serialize>(input: T) -> Self {
        let answer = Raw::from_serialize(&input)
            .map(|input| PermissionResult::allow_with(input).into())
            .map_err(not_serialized);
        Self { answer }
    }

    /// Allows the tool call, with this input, and changes the permission rules.
    ///
    /// `input` replaces the input that the model wrote; pass `&request.input` to keep it. `updates`
    /// are changes for later calls: some of the request's own suggestions, or changes made with
    /// [`PermissionUpdate`].
    ///
    /// The CLI rejects a whole reply if it cannot read one of its updates. Such an update is left
    /// out, and `tracing` gets a warning; [`Permission::rejected_updates`] returns them. If `input`
    /// cannot be serialized, the call is denied.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::types::PermissionUpdate;
    /// use claude_sdk::{Options, Permission};
    ///
    /// let options = Options::default().on_permission(|request, _context| async move {
    ///     // Do not ask about this tool again in this session.
    ///     let always = PermissionUpdate::allow([request.tool_name.as_str()]);
    ///     Permission::allow_updating(&request.input, [always])
    /// });
    /// ```
    pub fn allow_updating<T: Serialize>(
        input: T,
        updates: impl IntoIterator<Item = PermissionUpdate>,
    ) -> Self {
        let answer = Raw::from_serialize(&input).map_err(not_serialized).map(|input| {
            let mut allow = PermissionAllow::new();
            allow.updated_input = Some(input);
            allow.updated_permissions = Some(updates.into_iter().collect());
            PermissionResult::Allow(allow).into()
        });
        Self { answer }
    }

    /// Denies the tool call. The reason is given to the model.
    pub fn deny(why: impl Into<String>) -> Self {
        PermissionResult::deny(why).into()
    }

    /// Denies the tool call and ends the turn. The reason is given to the model.
    pub fn deny_and_interrupt(why: impl Into<String>) -> Self {
        PermissionResult::deny_and_interrupt(why).into()
    }

    /// Somebody else answers, past this session: the SDK writes nothing for the question.
    ///
    /// This is for hosts that send the answer to the CLI on a way of their own, with the id of the
    /// question ([`Context::request_id`]). To ask a human, await the human in the callback: it has
    /// no deadline.
    ///
    /// The tool does not run until the CLI has an answer. Where none comes, the turn waits for
    /// ever; so a decision that is `elsewhere` by mistake stops the tool, and the turn with it.
    /// When the CLI takes the question back, for instance after an interrupt,
    /// [`Context::cancelled`] tells and nothing is written. The end of the session does not wait:
    /// a CLI whose stdin closes fails the open question, and the tool does not run.
    pub fn answered_externally() -> Self {
        Self { answer: Ok(PermissionAnswer::External) }
    }

    /// Tells the CLI how a person decided: for this once, for good, or no. It keeps count of that.
    pub fn with_classification(self, as_what: DecisionClassification) -> Self {
        self.change(|result| match result {
            PermissionResult::Allow(allow) => {
                PermissionResult::Allow(allow.decision_classification(as_what))
            }
            PermissionResult::Deny(deny) => {
                PermissionResult::Deny(deny.decision_classification(as_what))
            }
            other => other,
        })
    }

    /// Which changes of the rules are left out of the answer to this question, and why.
    ///
    /// Suggestions of the question go back as they came, even those that this version cannot read.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::types::{PermissionUpdate, PermissionUpdateDestination};
    /// use claude_sdk::{Options, Permission};
    ///
    /// let options = Options::default().on_permission(|request, _context| async move {
    ///     let nowhere = PermissionUpdateDestination::from("nowhere");
    ///     let updates = [
    ///         PermissionUpdate::allow(["Read"]),
    ///         PermissionUpdate::allow(["Grep"]).to(nowhere),
    ///     ];
    ///     let answer = Permission::allow_updating(&request.input, updates);
    ///     for (_update, why) in answer.rejected_updates(&request) {
    ///         eprintln!("{why}");
    ///     }
    ///     answer
    /// });
    /// ```
    #[must_use]
    pub fn rejected_updates<'p>(
        &'p self,
        question: &PermissionRequest,
    ) -> Vec<(&'p PermissionUpdate, InvalidUpdate)> {
        let Ok(PermissionAnswer::Given(PermissionResult::Allow(allow))) = &self.answer else {
            return Vec::new();
        };
        let suggested = question.permission_suggestions.as_deref().unwrap_or_default();
        let updates = allow.updated_permissions.iter().flatten();
        updates
            .filter(|update| !suggested.contains(update))
            .filter_map(|update| Some((update, update.check().err()?)))
            .collect()
    }

    /// Changes a decision that is made here.
    fn change(self, change: impl FnOnce(PermissionResult) -> PermissionResult) -> Self {
        let answer = self.answer.map(|answer| match answer {
            PermissionAnswer::Given(result) => change(result).into(),
            other => other,
        });
        Self { answer }
    }
}

fn not_serialized(error: serde_json::Error) -> String {
    format!("failed to serialize the changed input: {error}")
}

impl From<PermissionResult> for Permission {
    fn from(result: PermissionResult) -> Self {
        Self { answer: Ok(result.into()) }
    }
}

/// What a permission callback may return: a [`Permission`], or a `Result` whose error is a denial.
pub trait IntoPermission: Send {
    /// The decision.
    fn into_permission(self) -> Permission;
}

impl IntoPermission for Permission {
    fn into_permission(self) -> Permission {
        self
    }
}

impl<E: Display + Send> IntoPermission for Result<Permission, E> {
    fn into_permission(self) -> Permission {
        self.unwrap_or_else(|error| Permission::deny(error.to_string()))
    }
}

/// A permission callback as a type, for state of its own.
pub trait PermissionHandler: Send + Sync + 'static {
    /// Decides about a tool call. Has no deadline: a human may be asked.
    fn decide(
        &self,
        request: PermissionRequest,
        context: Context,
    ) -> impl Future<Output = impl IntoPermission> + Send;
}

/// The registered callback.
pub(crate) type PermissionEntry = Entry<CanUseToolRequest, PermissionAnswer>;

pub(crate) fn permission_entry(handler: impl PermissionHandler) -> PermissionEntry {
    let handler = Arc::new(handler);
    Entry::new(move |request, context| {
        let handler = Arc::clone(&handler);
        async move {
            let decision = handler.decide(request, context).await.into_permission();
            decision.answer.map_err(CallbackError::from)
        }
    })
}

impl<F, Fut, P> PermissionHandler for Closure<F>
where
    F: Fn(PermissionRequest, Context) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = P> + Send,
    P: IntoPermission,
{
    fn decide(
        &self,
        request: PermissionRequest,
        context: Context,
    ) -> impl Future<Output = impl IntoPermission> + Send {
        (self.0)(request, context)
    }
}
