//! The permission callback: may this tool run?

use std::fmt::{self, Display};
use std::sync::Arc;

use claude_protocol::{Callback, CallbackError, PermissionAnswer};
use claude_types::{CanUseToolRequest, PermissionResult, PermissionUpdate, Raw};
use serde::Serialize;

use crate::session::Session;
use crate::{Context, Options, PermissionRequest};

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

    /// The tool may run, with this input in place of the model's.
    ///
    /// An input that has no JSON form is a denial.
    pub fn allow_with<T: Serialize + ?Sized>(input: &T) -> Self {
        let answer = Raw::from_serialize(input)
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
    pub fn elsewhere() -> Self {
        Self { answer: Ok(PermissionAnswer::Elsewhere) }
    }

    /// With a denial: the whole turn ends, too.
    pub fn and_interrupt(self) -> Self {
        self.change(|result| match result {
            PermissionResult::Deny(deny) => PermissionResult::Deny(deny.interrupt(true)),
            other => other,
        })
    }

    /// With an allowance: changes the rules, too, for instance by one of the suggestions of the
    /// request.
    pub fn and_update(self, updates: Vec<PermissionUpdate>) -> Self {
        self.change(|result| match result {
            PermissionResult::Allow(allow) => {
                PermissionResult::Allow(allow.updated_permissions(updates))
            }
            other => other,
        })
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

/// The registered callback, not yet bound to a session.
#[derive(Clone)]
pub(crate) struct PermissionEntry {
    bind: Arc<dyn Fn(Session) -> Callback<CanUseToolRequest, PermissionAnswer> + Send + Sync>,
}

impl PermissionEntry {
    fn new<H: PermissionHandler>(handler: H) -> Self {
        let handler = Arc::new(handler);
        let bind = move |session: Session| -> Callback<CanUseToolRequest, PermissionAnswer> {
            let handler = Arc::clone(&handler);
            Arc::new(move |request, context| {
                let (handler, context) =
                    (Arc::clone(&handler), Context::new(context, session.clone()));
                Box::pin(async move {
                    let decision = handler.decide(request, context).await.into_permission();
                    decision.answer.map_err(CallbackError::from)
                })
            })
        };
        Self { bind: Arc::new(bind) }
    }

    pub(crate) fn callback(
        &self,
        session: &Session,
    ) -> Callback<CanUseToolRequest, PermissionAnswer> {
        (self.bind)(session.clone())
    }
}

impl fmt::Debug for PermissionEntry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PermissionEntry")
    }
}

struct Closure<F>(F);

impl<F, Fut, P> PermissionHandler for Closure<F>
where
    F: Fn(PermissionRequest) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = P> + Send,
    P: IntoPermission,
{
    fn decide(
        &self,
        request: PermissionRequest,
        _: Context,
    ) -> impl Future<Output = impl IntoPermission> + Send {
        (self.0)(request)
    }
}

impl Options {
    /// Asks this closure before a tool runs that is not allowed by rules.
    ///
    /// A callback that panics or errs denies. Name what is allowed and end with a denial:
    /// a tool's input is a string of the model's, and prefixes of shell commands prove little.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::{Options, Permission, PermissionRequest};
    ///
    /// let options = Options::default().on_permission(|ask: PermissionRequest| async move {
    ///     match ask.tool_name.as_str() {
    ///         "Read" | "Grep" => Permission::allow(),
    ///         _ => Permission::deny("not on the list"),
    ///     }
    /// });
    /// ```
    #[must_use]
    pub fn on_permission<F, Fut, P>(self, decide: F) -> Self
    where
        F: Fn(PermissionRequest) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = P> + Send + 'static,
        P: IntoPermission + 'static,
    {
        self.on_permission_handler(Closure(decide))
    }

    /// Asks this handler before a tool runs that is not allowed by rules.
    #[must_use]
    pub fn on_permission_handler(mut self, handler: impl PermissionHandler) -> Self {
        self.permission = Some(PermissionEntry::new(handler));
        self
    }
}
