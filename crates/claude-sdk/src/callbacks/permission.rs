//! Permission: the callback that decides whether a tool may run, and its decision.

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
///
/// # Testing a callback
///
/// Decisions can be compared, and a request and a context can be created without a session:
///
/// ```
/// use claude_sdk::{Context, Permission, PermissionRequest};
/// use serde_json::json;
///
/// async fn decide(request: PermissionRequest, _context: Context) -> Permission {
///     match request.tool_name.as_str() {
///         "Read" => Permission::allow(),
///         _ => Permission::deny("only reading is allowed"),
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let ask = |tool| decide(PermissionRequest::new(tool, json!({})), Context::detached());
/// assert!(ask("Read").await.is_allowed());
/// assert_eq!(ask("Bash").await, Permission::deny("only reading is allowed"));
/// # }
/// ```
///
/// # Examples
///
/// ```
/// use claude_sdk::{Options, Permission, Tool};
///
/// let options = Options::default().on_permission(|request, _context| async move {
///     match request.tool() {
///         Tool::Read(_) | Tool::Grep(_) => Permission::allow(),
///         Tool::Bash(_) => Permission::deny_and_interrupt("no shell in this session"),
///         _ => Permission::deny("only reading is allowed"),
///     }
/// });
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use = "a decision has no effect unless the callback returns it"]
pub struct Permission {
    answer: Result<PermissionAnswer, String>,
}

impl Permission {
    /// Allows the tool call with the input that the model wrote.
    pub fn allow() -> Self {
        PermissionResult::allow().into()
    }

    /// Allows the tool call with a changed input.
    ///
    /// `input` replaces the input that the model wrote. Pass a changed
    /// [`Tool`](crate::types::Tool), the input type of a tool, or any value that serializes to a
    /// JSON object. If it cannot be serialized, the call is denied.
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
    /// **Do not return all suggestions.** A suggestion can be a permission *mode* such as
    /// `acceptEdits`: the rest of the session then edits and deletes files without asking.
    /// [`PermissionRequest::suggested_rules`] returns the suggestions without modes, and the
    /// `Display` of an update says what it allows, for how long and where it is kept. Show it to
    /// the person who decides.
    ///
    /// The CLI ignores all updates of a reply if it cannot read one of them. The SDK therefore
    /// leaves out invalid updates and logs a warning with `tracing`;
    /// [`Permission::rejected_updates`] returns them. If `input` cannot be serialized, the call is
    /// denied.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::types::PermissionUpdate;
    /// use claude_sdk::{Options, Permission};
    ///
    /// let options = Options::default().on_permission(|request, _context| async move {
    ///     let always = request.suggested_rules();
    ///     for update in &always {
    ///         println!("[a]lways: {update}");
    ///     }
    ///     Permission::allow_updating(&request.input, always)
    /// });
    ///
    /// let options = options.on_permission(|request, _context| async move {
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

    /// Denies the tool call.
    ///
    /// The reason is given to the model.
    pub fn deny(why: impl Into<String>) -> Self {
        PermissionResult::deny(why).into()
    }

    /// Denies the tool call and ends the turn.
    ///
    /// The reason is given to the model.
    pub fn deny_and_interrupt(why: impl Into<String>) -> Self {
        PermissionResult::deny_and_interrupt(why).into()
    }

    /// Leaves the decision to another party: the SDK sends no reply to this request.
    ///
    /// Use this if the host sends the reply to the CLI through a channel of its own, with the ID
    /// from [`Context::request_id`]. To ask a person, await the answer inside the callback instead;
    /// permission callbacks have no deadline.
    ///
    /// The tool does not run, and the turn waits without a limit, until the CLI has a reply. If the
    /// CLI withdraws the request, for example after an interrupt, [`Context::cancelled`] returns
    /// and nothing is sent. Closing the session does not wait for the reply: when stdin is closed,
    /// the CLI fails the open request, and the tool does not run.
    pub fn answered_externally() -> Self {
        Self { answer: Ok(PermissionAnswer::External) }
    }

    /// Sets how a person decided: for this call only, permanently, or against it.
    ///
    /// The CLI counts these decisions.
    pub fn with_classification(self, classification: DecisionClassification) -> Self {
        self.change(|result| match result {
            PermissionResult::Allow(allow) => {
                PermissionResult::Allow(allow.decision_classification(classification))
            }
            PermissionResult::Deny(deny) => {
                PermissionResult::Deny(deny.decision_classification(classification))
            }
            other => other,
        })
    }

    /// Returns the decision as it is sent to the CLI. `None` if another party decides
    /// ([`Permission::answered_externally`]), or if the changed input could not be serialized.
    #[must_use]
    pub fn result(&self) -> Option<&PermissionResult> {
        match &self.answer {
            Ok(PermissionAnswer::Given(result)) => Some(result),
            _ => None,
        }
    }

    /// Returns whether the tool call is allowed.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Permission;
    ///
    /// assert!(Permission::allow().is_allowed());
    /// assert!(!Permission::deny("no").is_allowed());
    /// assert!(!Permission::answered_externally().is_allowed());
    /// ```
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        matches!(self.result(), Some(PermissionResult::Allow(_)))
    }

    /// Returns the updates that are left out of the reply to this request, with the reasons.
    ///
    /// Suggestions of the request are never left out, even if this version cannot read them.
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
        request: &PermissionRequest,
    ) -> Vec<(&'p PermissionUpdate, InvalidUpdate)> {
        let Ok(PermissionAnswer::Given(PermissionResult::Allow(allow))) = &self.answer else {
            return Vec::new();
        };
        let suggested = request.permission_suggestions.as_deref().unwrap_or_default();
        let updates = allow.updated_permissions.iter().flatten();
        updates
            .filter(|update| !suggested.contains(update))
            .filter_map(|update| Some((update, update.check().err()?)))
            .collect()
    }

    /// Changes the decision, unless it is left to another party.
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

/// A value that a permission callback may return: a [`Permission`], or a `Result` of it.
///
/// An `Err` denies the tool call, with the error as the reason.
pub trait IntoPermission: Send {
    /// Converts the value to a decision.
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

/// A permission callback that has its own state.
///
/// Register it with [`Options::on_permission_handler`](crate::Options::on_permission_handler).
///
/// # Examples
///
/// ```
/// use claude_sdk::callbacks::IntoPermission;
/// use claude_sdk::{Context, Options, Permission, PermissionHandler, PermissionRequest};
///
/// /// Allows the tools on a list.
/// struct AllowList(Vec<String>);
///
/// impl PermissionHandler for AllowList {
///     async fn decide(&self, request: PermissionRequest, _: Context) -> impl IntoPermission {
///         match self.0.contains(&request.tool_name) {
///             true => Permission::allow(),
///             false => Permission::deny("this tool is not on the list"),
///         }
///     }
/// }
///
/// let options = Options::default().on_permission_handler(AllowList(vec!["Read".into()]));
/// ```
pub trait PermissionHandler: Send + Sync + 'static {
    /// Decides about a tool call. There is no deadline, so the callback may wait for a person.
    fn decide(
        &self,
        request: PermissionRequest,
        context: Context,
    ) -> impl Future<Output = impl IntoPermission> + Send;
}

/// A registered permission callback.
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
