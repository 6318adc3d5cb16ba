//! Permission: the callback that decides whether a tool may run, and its answer.

use std::fmt::Display;
use std::sync::Arc;

use claude_protocol::{CallbackError, PermissionAnswer};
use claude_types::{
    CanUseToolRequest, CanUseToolRequest as PermissionRequest, DecisionClassification,
    InvalidUpdate, PermissionResult, PermissionUpdate, Raw,
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
            .map_err(|error| format!("the changed input has no JSON form: {error}"));
        Self { answer }
    }

    /// The tool may not run; the model is told why.
    pub fn deny(why: impl Into<String>) -> Self {
        PermissionResult::deny(why).into()
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

    /// With a denial: the whole turn ends, too.
    pub fn and_interrupt(self) -> Self {
        self.change(|result| match result {
            PermissionResult::Deny(deny) => PermissionResult::Deny(deny.interrupt(true)),
            other => other,
        })
    }

    /// With an allowance: changes the rules, too, for instance by one of the suggestions of the
    /// request. Called again, it adds to what is there.
    ///
    /// A change that the CLI cannot read would void all others of the answer. So it is left out,
    /// and `tracing` gets a warning; [`Permission::rejected_updates`] tells which ones that are.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::types::PermissionUpdate;
    /// use claude_sdk::{Options, Permission, PermissionRequest};
    ///
    /// let options = Options::default().on_permission(|ask: PermissionRequest| async move {
    ///     // Not again for this session.
    ///     let always = PermissionUpdate::allow([ask.tool_name.as_str()]);
    ///     Permission::allow().and_update([always])
    /// });
    /// ```
    pub fn and_update(self, updates: impl IntoIterator<Item = PermissionUpdate>) -> Self {
        self.change(|result| match result {
            PermissionResult::Allow(mut allow) => {
                allow.updated_permissions.get_or_insert_default().extend(updates);
                PermissionResult::Allow(allow)
            }
            other => other,
        })
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
    /// use claude_sdk::{Options, Permission, PermissionRequest};
    ///
    /// let options = Options::default().on_permission(|ask: PermissionRequest| async move {
    ///     let nowhere = PermissionUpdateDestination::from("nowhere");
    ///     let answer = Permission::allow()
    ///         .and_update([PermissionUpdate::allow(["Read"])])
    ///         .and_update([PermissionUpdate::allow(["Grep"]).to(nowhere)]);
    ///     for (_update, why) in answer.rejected_updates(&ask) {
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
