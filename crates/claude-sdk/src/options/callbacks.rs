//! Options about callbacks: permissions, questions, plans, elicitations, dialogs, hooks.

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
    /// Asks this closure before a tool runs that is not allowed by rules.
    ///
    /// A callback that panics or errs denies. Name what is allowed and end with a denial:
    /// a tool's input is a string of the model's, and prefixes of shell commands prove little.
    ///
    /// # Examples
    ///
    /// ```
    /// use claude_sdk::types::Tool;
    /// use claude_sdk::{Options, Permission, PermissionRequest};
    ///
    /// let options = Options::default().on_permission(|ask: PermissionRequest, _| async move {
    ///     match ask.tool() {
    ///         Tool::Read(_) | Tool::Grep(_) => Permission::allow(),
    ///         Tool::Write(mut write) => {
    ///             write.file_path = format!("/sandbox{}", write.file_path);
    ///             Permission::allow_with(write)
    ///         }
    ///         // A call that the model got wrong is no call of a known tool, and ends here, too.
    ///         _ => Permission::deny("not on the list"),
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

    /// Asks this handler before a tool runs that is not allowed by rules.
    #[must_use]
    pub fn on_permission_handler(mut self, handler: impl PermissionHandler) -> Self {
        self.permission = Some(permission_entry(handler));
        self
    }
}

/// # Questions
impl Options {
    /// Answers what the model asks the user (the tool `AskUserQuestion`).
    ///
    /// It is asked in every permission mode, also where everything may run, and whatever the rules
    /// say. Without it the model has no such tool, since it would take silence for an answer;
    /// [`Options::questions_by_permission`] is for who answers in another way. A callback that
    /// panics or takes too long refuses the call, and the model is told.
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
    ///         // Shown to a user, who says what is chosen.
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

    /// Has this handler answer what the model asks the user.
    #[must_use]
    pub fn on_question_handler(mut self, handler: impl QuestionHandler) -> Self {
        self.user.questions = Answerer::Callback(QuestionEntry::new(handler));
        self
    }

    /// How long [`Options::on_question`] may take. Without it there is no limit: people take their
    /// time. The model is told that nobody answered.
    #[must_use]
    pub fn question_timeout(mut self, timeout: Duration) -> Self {
        self.user.question_timeout = Some(timeout);
        self
    }

    /// Leaves the tool `AskUserQuestion` to the model although there is no [`Options::on_question`]:
    /// [`Options::on_permission`] or a hook answers, by allowing the call with `answers` in its
    /// input.
    ///
    /// An answer without them tells the model that the user said nothing. The mode `dontAsk` does
    /// not ask the permission callback at all.
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
    /// Approves or rejects plans, with which the model leaves plan mode (the tool
    /// `ExitPlanMode`).
    ///
    /// Without it the model has neither this tool nor the one that enters plan mode: it could not
    /// leave again. [`Options::plans_by_permission`] is for who answers in another way. A callback
    /// that panics or errs rejects.
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
    ///             PlanDecision::reject("there are no tests in it")
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

    /// Has this handler approve or reject plans.
    #[must_use]
    pub fn on_plan_handler(mut self, handler: impl PlanHandler) -> Self {
        self.user.plans = Answerer::Callback(PlanEntry::new(handler));
        self
    }

    /// Leaves the tools of plan mode to the model although there is no [`Options::on_plan`]:
    /// [`Options::on_permission`] approves plans.
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
    /// Answers what MCP servers want of the user. Without it the answer is a refusal.
    ///
    /// A callback that panics or errs refuses, too.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::collections::BTreeMap;
    ///
    /// use claude_sdk::Options;
    /// use claude_sdk::callbacks::ElicitationOutcome;
    ///
    /// let options = Options::default().on_elicitation(|ask, _context| async move {
    ///     println!("{} asks: {}", ask.mcp_server_name, ask.message);
    ///     if ask.url.is_some() {
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

    /// Has this handler answer what MCP servers want of the user.
    #[must_use]
    pub fn on_elicitation_handler(mut self, handler: impl ElicitationHandler) -> Self {
        self.user.elicitation = Some(elicitation_entry(handler));
        self
    }
}

/// # Dialogs
impl Options {
    /// Shows dialogs of these kinds. Name only what is really shown: the CLI waits for the answer.
    ///
    /// A callback that panics or errs closes its dialog.
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

    /// Has this handler show dialogs of these kinds.
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
    /// Calls this closure at an event. What it is told and may answer follows from the event.
    ///
    /// All hooks of an event are called at the same time; of several that decide, one that denies
    /// wins.
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
    ///         // An input that cannot be read is an error, and so the call is denied.
    ///         let bash = call.input_as::<BashInput>()?;
    ///         let forbidden = bash.command.contains("sudo");
    ///         Ok::<_, claude_sdk::types::DecodeError>(
    ///             forbidden.then(|| PreToolUseOutput::deny("not as root")),
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

    /// Calls this handler at an event.
    #[must_use]
    pub fn on_handler<E: Event>(mut self, matcher: Matcher<E>, handler: impl Hook<E>) -> Self {
        self.hooks.push(hook_entry(matcher, handler));
        self
    }

    /// Calls this closure at an event, and at no other: an input that cannot be read, or that is
    /// about another event, counts as a failure of the hook and does not reach the closure.
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
    ///         let HookInput::PreToolUse(call) = event else { return deny("what is this?") };
    ///         let input = call.tool_input.get();
    ///         if input.contains("rm -rf") {
    ///             deny("no deleting")
    ///         } else if input.contains("git push") {
    ///             HookOutput::from(PreToolUseOutput::ask("others will see it"))
    ///         } else {
    ///             proceed()
    ///         }
    ///     })
    ///     .on_hook(watch, |event, _context| async move {
    ///         // What several events have needs no match.
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
    /// Called with each line that the CLI writes on stderr. The last 64 KiB are kept for error
    /// reports in any case.
    #[must_use]
    pub fn on_stderr(mut self, callback: impl Fn(&str) + Send + Sync + 'static) -> Self {
        self.stderr = Some(Arc::new(callback));
        self
    }

    /// When a silence of the CLI counts as a stall, and what is done about it. Without this stalls
    /// are told by [`crate::Client::stalls`], and nothing is interrupted or ended.
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
