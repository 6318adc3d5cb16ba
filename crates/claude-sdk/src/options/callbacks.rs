//! Callbacks: setters for permissions, questions, plans, elicitations, dialogs, hooks and stalls.

use std::sync::Arc;
use std::time::Duration;

use claude_protocol::StallPolicy;
use claude_types::{
    CanUseToolRequest as PermissionRequest, DialogKind, ElicitationRequest, HookInput,
    UserDialogRequest as DialogRequest,
};

use super::Options;
use crate::callbacks::{
    Answerer, Closure, Context, DialogHandler, ElicitationHandler, IntoDialogOutcome,
    IntoElicitationOutcome, IntoPermission, IntoPlanDecision, IntoQuestionAnswers,
    PermissionHandler, Plan, PlanEntry, PlanHandler, QuestionEntry, QuestionHandler,
    QuestionRequest, dialog_entry, elicitation_entry, permission_entry,
};
use crate::hook::{
    Event, Hook, HookEntry, HookMatcher, IntoHookOutput, IntoOutput, Matcher, hook_entry,
};

/// # Permissions
impl Options {
    /// Sets the callback that decides whether a tool may run.
    ///
    /// The CLI asks before each tool call that the permission mode and the rules do not already
    /// allow or deny. By default, there is no callback, and such calls are denied. Setting a callback
    /// again replaces the earlier one. Return one of:
    ///
    /// - [`Permission::allow`](crate::Permission::allow);
    /// - [`Permission::allow_with`](crate::Permission::allow_with), to change the tool's input;
    /// - [`Permission::deny`](crate::Permission::deny), with a reason that the model is given.
    ///
    /// List what is allowed and end with a denial. The input of a tool is text written by the
    /// model, and checking the prefix of a shell command does not make it safe.
    ///
    /// # When it is called
    ///
    /// - There is no deadline, so the callback may wait for a person.
    /// - Each call runs as a task of its own, concurrently with the session and with other
    ///   callbacks.
    /// - If the CLI withdraws the request, for example after an interrupt, the callback's future is
    ///   dropped. [`Context::cancelled`] signals this to work that the callback has passed to other
    ///   tasks.
    /// - Questions of the model and plans go to [`Options::on_question`] and [`Options::on_plan`]
    ///   if these are set.
    ///
    /// [`Options::validate`] refuses a callback that would never be called, for example together
    /// with [`PermissionMode::BypassPermissions`](crate::PermissionMode::BypassPermissions), and
    /// one together with a rule of [`Options::allow_tools`] that allows a whole tool. Set
    /// [`Options::allow_shadowed_permissions`] if that is intended.
    ///
    /// # Failures
    ///
    /// A callback that panics or returns an error denies the tool call. So does a request that
    /// cannot be decoded; the callback is then not called.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::{Options, Permission, Tool};
    ///
    /// let options = Options::default().on_permission(|request, _context| async move {
    ///     match request.tool() {
    ///         Tool::Read(_) | Tool::Grep(_) => Permission::allow(),
    ///         Tool::Write(mut write) => {
    ///             write.file_path = format!("/sandbox{}", write.file_path);
    ///             Permission::allow_with(write)
    ///         }
    ///         // Unknown tools and inputs that cannot be decoded end here, too.
    ///         _ => Permission::deny("this tool is not on the list"),
    ///     }
    /// });
    /// ```
    #[must_use]
    pub fn on_permission<F, Fut, P>(self, decide: F) -> Self
    where
        F: Fn(PermissionRequest, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = P> + Send + 'static,
        P: IntoPermission + 'static,
    {
        self.on_permission_handler(Closure(decide))
    }

    /// Sets a handler with its own state that decides whether a tool may run.
    ///
    /// The same as [`Options::on_permission`], except that the callback is a type.
    #[must_use]
    pub fn on_permission_handler(mut self, handler: impl PermissionHandler) -> Self {
        self.permission = Some(permission_entry(handler));
        self
    }
}

/// # Questions
impl Options {
    /// Sets the callback that answers questions of the model to the user (the tool
    /// `AskUserQuestion`).
    ///
    /// The callback is called in every permission mode, including those that allow all tools, and
    /// whatever the rules say. If no callback is set, the tool is disabled, because the model would
    /// treat a missing answer as an answer. To answer in a permission callback or a hook instead,
    /// set [`Options::questions_by_permission`].
    ///
    /// If the callback panics or exceeds [`Options::question_timeout`], the tool call is denied and
    /// the model is given the reason.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::Options;
    /// use claude_sdk::callbacks::QuestionAnswers;
    ///
    /// let options = Options::default().on_question(|set, _context| async move {
    ///     let mut answers = QuestionAnswers::new();
    ///     for question in &set.questions {
    ///         // Show the question to the user here, and wait for the answer.
    ///         let choice = "the second";
    ///         answers = answers.answer(question.question.as_str(), choice);
    ///     }
    ///     answers
    /// });
    /// ```
    #[must_use]
    pub fn on_question<F, Fut, A>(self, answer: F) -> Self
    where
        F: Fn(QuestionRequest, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = A> + Send + 'static,
        A: IntoQuestionAnswers + 'static,
    {
        self.on_question_handler(Closure(answer))
    }

    /// Sets a handler with its own state that answers questions of the model.
    ///
    /// The same as [`Options::on_question`], except that the callback is a type.
    #[must_use]
    pub fn on_question_handler(mut self, handler: impl QuestionHandler) -> Self {
        self.user.questions = Answerer::Callback(QuestionEntry::new(handler));
        self
    }

    /// Sets the deadline of [`Options::on_question`].
    ///
    /// By default, there is none, so the callback may wait for a person.
    ///
    /// When the deadline passes, the tool call is denied and the model is given the reason.
    #[must_use]
    pub fn question_timeout(mut self, timeout: Duration) -> Self {
        self.user.question_timeout = Some(timeout);
        self
    }

    /// Sets whether [`Options::on_permission`] or a hook answers questions of the model.
    ///
    /// The default is `false`.
    ///
    /// If `true`, the tool `AskUserQuestion` is available. Allow the call with `answers` in its
    /// input; without them, the model is told that the user did not answer. In the mode `dontAsk`,
    /// the permission callback is not called.
    ///
    /// `true` removes a callback of [`Options::on_question`].
    #[must_use]
    pub fn questions_by_permission(mut self, enabled: bool) -> Self {
        match self.user.questions {
            _ if enabled => self.user.questions = Answerer::Others,
            Answerer::Others => self.user.questions = Answerer::default(),
            _ => {}
        }
        self
    }
}

/// # Plans
impl Options {
    /// Sets the callback that approves or rejects plans (the tool `ExitPlanMode`).
    ///
    /// The model presents a plan to leave plan mode.
    ///
    /// If no callback is set, the tools that enter and leave plan mode are disabled, because the
    /// model could not leave it again. To approve plans in the permission callback instead, set
    /// [`Options::plans_by_permission`].
    ///
    /// If the callback panics or returns an error, the plan is rejected.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::{Options, PermissionMode};
    /// use claude_sdk::callbacks::PlanDecision;
    ///
    /// let options = Options::default()
    ///     .permission_mode(PermissionMode::Plan)
    ///     .on_plan(|plan, _context| async move {
    ///         let text = plan.text.unwrap_or_default();
    ///         if text.contains("tests") {
    ///             PlanDecision::approve().then(PermissionMode::AcceptEdits)
    ///         } else {
    ///             PlanDecision::reject("the plan must include tests")
    ///         }
    ///     });
    /// ```
    #[must_use]
    pub fn on_plan<F, Fut, D>(self, decide: F) -> Self
    where
        F: Fn(Plan, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = D> + Send + 'static,
        D: IntoPlanDecision + 'static,
    {
        self.on_plan_handler(Closure(decide))
    }

    /// Sets a handler with its own state that approves or rejects plans.
    ///
    /// The same as [`Options::on_plan`], except that the callback is a type.
    #[must_use]
    pub fn on_plan_handler(mut self, handler: impl PlanHandler) -> Self {
        self.user.plans = Answerer::Callback(PlanEntry::new(handler));
        self
    }

    /// Sets whether plans are approved by [`Options::on_permission`] instead of
    /// [`Options::on_plan`].
    ///
    /// The default is `false`.
    ///
    /// If `true`, the tools of plan mode are available. `true` removes a callback of
    /// [`Options::on_plan`].
    #[must_use]
    pub fn plans_by_permission(mut self, enabled: bool) -> Self {
        match self.user.plans {
            _ if enabled => self.user.plans = Answerer::Others,
            Answerer::Others => self.user.plans = Answerer::default(),
            _ => {}
        }
        self
    }
}

/// # Elicitations
impl Options {
    /// Sets the callback for elicitations: requests of MCP servers to the user.
    ///
    /// By default, they are declined.
    ///
    /// If the callback panics or returns an error, the elicitation is declined.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use claude_sdk::Options;
    /// use claude_sdk::callbacks::ElicitationOutcome;
    ///
    /// let options = Options::default().on_elicitation(|request, _context| async move {
    ///     println!("{} asks: {}", request.mcp_server_name, request.message);
    ///     if request.url.is_some() {
    ///         return ElicitationOutcome::decline();
    ///     }
    ///     ElicitationOutcome::accept(BTreeMap::from([("name", "Ada")]))
    /// });
    /// ```
    #[must_use]
    pub fn on_elicitation<F, Fut, A>(self, answer: F) -> Self
    where
        F: Fn(ElicitationRequest, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = A> + Send + 'static,
        A: IntoElicitationOutcome + 'static,
    {
        self.on_elicitation_handler(Closure(answer))
    }

    /// Sets a handler with its own state for elicitations.
    ///
    /// The same as [`Options::on_elicitation`], except that the callback is a type.
    #[must_use]
    pub fn on_elicitation_handler(mut self, handler: impl ElicitationHandler) -> Self {
        self.user.elicitation = Some(elicitation_entry(handler));
        self
    }
}

/// # Dialogs
impl Options {
    /// Sets the callback that shows dialogs of these kinds.
    ///
    /// By default, no dialogs are shown.
    ///
    /// List only kinds that are really shown: the CLI waits for the reply. If the callback panics
    /// or returns an error, the dialog is cancelled.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::types::DialogKind;
    /// use claude_sdk::Options;
    /// use claude_sdk::callbacks::DialogOutcome;
    ///
    /// let kinds = [DialogKind::RefusalFallbackPrompt];
    /// let options = Options::default().on_dialog(kinds, |dialog, _context| async move {
    ///     println!("{}: {:?}", dialog.dialog_kind.as_str(), dialog.payload);
    ///     DialogOutcome::cancelled()
    /// });
    /// ```
    #[must_use]
    pub fn on_dialog<F, Fut, A>(self, kinds: impl IntoIterator<Item = DialogKind>, show: F) -> Self
    where
        F: Fn(DialogRequest, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = A> + Send + 'static,
        A: IntoDialogOutcome + 'static,
    {
        self.on_dialog_handler(kinds, Closure(show))
    }

    /// Sets a handler with its own state that shows dialogs.
    ///
    /// The same as [`Options::on_dialog`], except that the callback is a type.
    #[must_use]
    pub fn on_dialog_handler(
        mut self,
        kinds: impl IntoIterator<Item = DialogKind>,
        handler: impl DialogHandler,
    ) -> Self {
        self.user.dialogs = Some((kinds.into_iter().collect(), dialog_entry(handler)));
        self
    }
}

/// # Hooks
impl Options {
    /// Adds a typed hook: the event determines the input and output of the callback.
    ///
    /// All hooks of an event are called concurrently. If one of them denies, the action is denied.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::hook::{self, PostToolUseInput, PreToolUseOutput};
    /// use claude_sdk::types::BashInput;
    /// use claude_sdk::{Context, Options};
    ///
    /// async fn audit(done: PostToolUseInput, _: Context) {
    ///     println!("{} took {:?} ms", done.tool_name, done.duration_ms);
    /// }
    ///
    /// let options = Options::default()
    ///     .on(hook::PreToolUse::matching("Bash"), |call, _context| async move {
    ///         // An input that cannot be decoded is an error: the call is denied.
    ///         let bash = call.input_as::<BashInput>()?;
    ///         let forbidden = bash.command.contains("sudo");
    ///         Ok::<_, claude_sdk::types::DecodeError>(
    ///             forbidden.then(|| PreToolUseOutput::deny("`sudo` is not allowed")),
    ///         )
    ///     })
    ///     .on(hook::PostToolUse::any().in_background(), audit);
    /// ```
    #[must_use]
    pub fn on<E, F, Fut, O>(self, matcher: Matcher<E>, callback: F) -> Self
    where
        E: Event,
        F: Fn(E::Input, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = O> + Send + 'static,
        O: IntoOutput<E> + 'static,
    {
        self.on_handler(matcher, Closure(callback))
    }

    /// Adds a typed hook with its own state.
    ///
    /// The same as [`Options::on`], except that the callback is a type.
    #[must_use]
    pub fn on_handler<E: Event>(mut self, matcher: Matcher<E>, handler: impl Hook<E>) -> Self {
        self.hooks.push(hook_entry(matcher, handler));
        self
    }

    /// Adds a generic hook, for any event.
    ///
    /// If an input cannot be decoded, or belongs to another event, the callback is not called and
    /// the hook counts as failed, see [`HookMatcher::on_failure`].
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::types::{PostToolUseOutput, PreToolUseOutput};
    /// use claude_sdk::Options;
    /// use claude_sdk::hook::{deny, proceed, HookEvent, HookInput, HookMatcher, HookOutput};
    ///
    /// let guard = HookMatcher::new(HookEvent::PreToolUse).matching("Bash");
    /// let watch = HookMatcher::new(HookEvent::PostToolUse);
    /// let options = Options::default()
    ///     .on_hook(guard, |event, _context| async move {
    ///         let HookInput::PreToolUse(call) = event else { return deny("unexpected event") };
    ///         let input = call.tool_input.get();
    ///         if input.contains("rm -rf") {
    ///             deny("deleting is not allowed")
    ///         } else if input.contains("git push") {
    ///             HookOutput::from(PreToolUseOutput::ask("a push is visible to others"))
    ///         } else {
    ///             proceed()
    ///         }
    ///     })
    ///     .on_hook(watch, |event, _context| async move {
    ///         // Fields that several events have can be read without a match.
    ///         println!("{} is done", event.tool_name().unwrap_or("a tool"));
    ///         HookOutput::from(PostToolUseOutput::context("remember the tests"))
    ///     });
    /// ```
    #[must_use]
    pub fn on_hook<F, Fut, O>(mut self, matcher: HookMatcher, callback: F) -> Self
    where
        F: Fn(HookInput, Context) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = O> + Send + 'static,
        O: IntoHookOutput,
    {
        self.hooks.push(HookEntry::of_any_event(matcher, callback));
        self
    }
}

/// # Output and stalls
impl Options {
    /// Sets the callback for lines that the CLI writes to stderr.
    ///
    /// By default, there is none.
    ///
    /// The last 64 KiB are kept for errors in any case.
    #[must_use]
    pub fn on_stderr(mut self, callback: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.stderr = Some(Arc::new(callback));
        self
    }

    /// Sets when a silent CLI counts as stalled, and what the SDK does then.
    ///
    /// By default, stalls are only reported by [`crate::Client::stalls`]; nothing is interrupted or
    /// ended.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use claude_sdk::Options;
    /// use claude_sdk::status::{Recovery, StallPolicy};
    ///
    /// let unattended = StallPolicy::default()
    ///     .model(Duration::from_secs(600))
    ///     .recovery(Recovery::End);
    /// let options = Options::default().on_stall(unattended);
    /// ```
    #[must_use]
    pub fn on_stall(mut self, policy: StallPolicy) -> Self {
        self.stall = policy;
        self
    }
}
