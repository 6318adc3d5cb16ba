//! Handlers: the callbacks of a session that ask the answerers, and the guard that can park.

use std::time::Duration;

use claude_types::{
    AskUserQuestionInput, CanUseToolRequest, DialogKind, ElicitationRequest, ExitPlanModeInput,
    HookEvent, HookInput, HookOutput, PreToolUseInput, Raw, ToolInput as _, UserDialogRequest,
};

use super::ask::Request;
use super::broker::Mode;
use super::{Approval, ApprovalId, ApprovalKind, Approvals, reply};
use crate::callbacks::{
    Closure, Context, DialogEntry, ElicitationEntry, Permission, PermissionEntry, QuestionEntry,
    QuestionRequest, dialog_entry, elicitation_entry, permission_entry,
};
use crate::hook::{HookEntry, HookMatcher, deny, proceed};

/// How much longer the hook of the guard may take than the hold: for the steps in the store.
const GUARD_MARGIN: Duration = Duration::from_secs(60);

impl Approvals {
    /// Returns whether unanswered calls are deferred.
    pub(crate) fn parks(&self) -> bool {
        matches!(self.config.mode, Mode::Park(_))
    }

    pub(crate) fn permission_entry(&self) -> PermissionEntry {
        let approvals = self.clone();
        permission_entry(Closure(move |request, context| {
            let approvals = approvals.clone();
            async move { approvals.permission(request, context).await }
        }))
    }

    pub(crate) fn question_entry(&self) -> QuestionEntry {
        let approvals = self.clone();
        QuestionEntry::new(Closure(move |questions: QuestionRequest, context: Context| {
            let approvals = approvals.clone();
            async move {
                let input = Raw::from_serialize(&questions.input).map_err(|e| e.to_string())?;
                let kind = ApprovalKind::Question;
                let approval =
                    approvals.new_approval(kind, AskUserQuestionInput::TOOL, input, &context);
                let request = Request { approval, guard: None, context };
                Ok::<_, String>(reply::question(approvals.ask(request).await))
            }
        }))
    }

    pub(crate) fn elicitation_entry(&self) -> ElicitationEntry {
        let approvals = self.clone();
        elicitation_entry(Closure(move |request: ElicitationRequest, context: Context| {
            let approvals = approvals.clone();
            async move {
                let input = Raw::from_serialize(&request).map_err(|e| e.to_string())?;
                let kind = ApprovalKind::Elicitation;
                let mut approval =
                    approvals.new_approval(kind, &request.mcp_server_name, input, &context);
                approval.title = Some(request.message);
                let request = Request { approval, guard: None, context };
                Ok::<_, String>(reply::elicitation(approvals.ask(request).await))
            }
        }))
    }

    /// Returns the kinds of dialogs that are shown, and their callback.
    pub(crate) fn dialog_entry(&self) -> Option<(Vec<DialogKind>, DialogEntry)> {
        let kinds = self.config.dialogs.clone();
        let approvals = self.clone();
        let entry = dialog_entry(Closure(move |request: UserDialogRequest, context: Context| {
            let approvals = approvals.clone();
            async move {
                let input = Raw::from_serialize(&request).map_err(|e| e.to_string())?;
                let kind = request.dialog_kind.as_str();
                let approval = approvals.new_approval(ApprovalKind::Dialog, kind, input, &context);
                let request = Request { approval, guard: None, context };
                Ok::<_, String>(reply::dialog(approvals.ask(request).await))
            }
        }));
        (!kinds.is_empty()).then_some((kinds, entry))
    }

    /// Returns the hook that asks before the CLI looks at its rules, if calls are deferred. It does
    /// not ask about the tools in `allowed`, and about questions only if `questions` is true.
    pub(crate) fn guard(&self, allowed: Vec<String>, questions: bool) -> Option<HookEntry> {
        let Mode::Park(hold) = self.config.mode else { return None };
        let approvals = self.clone();
        let matcher = HookMatcher::new(HookEvent::PreToolUse)
            .matching(self.config.guarded.clone())
            .timeout(hold.saturating_add(GUARD_MARGIN));
        let callback = move |input: HookInput, context: Context| {
            let (approvals, allowed) = (approvals.clone(), allowed.clone());
            async move {
                let HookInput::PreToolUse(call) = input else { return deny("unexpected event") };
                let tool = call.tool_name.as_str();
                let is_question = tool == AskUserQuestionInput::TOOL;
                // A plan is complete only in its permission request.
                let is_left = tool == ExitPlanModeInput::TOOL || (is_question && !questions);
                if is_left || is_allowed(tool, &allowed) {
                    return proceed();
                }
                approvals.guard_call(*call, context).await
            }
        };
        Some(HookEntry::of_any_event(matcher, callback))
    }

    async fn guard_call(&self, call: PreToolUseInput, context: Context) -> HookOutput {
        let kind = match call.tool_name.as_str() {
            AskUserQuestionInput::TOOL => ApprovalKind::Question,
            _ => ApprovalKind::Permission,
        };
        let mut approval = self.new_approval(kind, &call.tool_name, call.tool_input, &context);
        // The CLI names the session here, also if it was resumed by its title.
        if let (Some(session), Some(id)) = (call.session_id, &approval.call) {
            approval.id = ApprovalId::of(Some(&session), id.as_str());
            approval.session = Some(session);
        }
        approval.agent = call.agent_id;
        let asked = approval.clone();
        let request = Request { approval, guard: Some(call.prompt_id), context };
        reply::hook(&asked, self.ask(request).await)
    }

    async fn permission(&self, request: CanUseToolRequest, context: Context) -> Permission {
        let kind = match request.tool_name.as_str() {
            AskUserQuestionInput::TOOL => ApprovalKind::Question,
            ExitPlanModeInput::TOOL => ApprovalKind::Plan,
            _ => ApprovalKind::Permission,
        };
        let mut approval = self.new_approval(kind, &request.tool_name, request.input, &context);
        approval.suggestions = request.permission_suggestions.unwrap_or_default();
        approval.title = request.title;
        approval.reason = request.decision_reason;
        approval.agent = request.agent_id;
        let asked = approval.clone();
        let request = Request { approval, guard: None, context };
        reply::permission(&asked, self.ask(request).await)
    }

    fn new_approval(
        &self,
        kind: ApprovalKind,
        subject: &str,
        input: Raw,
        context: &Context,
    ) -> Approval {
        let session = context.session_id().cloned();
        let id = match context.tool_use_id() {
            // Of an elicitation or a dialog, the call may have other requests.
            Some(call) if !matches!(kind, ApprovalKind::Elicitation | ApprovalKind::Dialog) => {
                ApprovalId::of(session.as_ref(), call.as_str())
            }
            // It is not asked again, and a CLI may use the ID of a control request again.
            _ => ApprovalId::of(session.as_ref(), &uuid::Uuid::new_v4().to_string()),
        };
        let asked_at = self.now();
        Approval {
            id,
            session,
            kind,
            subject: subject.to_owned(),
            input,
            suggestions: Vec::new(),
            title: None,
            reason: None,
            call: context.tool_use_id().cloned(),
            agent: None,
            asked_at,
            expires_at: self.config.expire_after.and_then(|time| asked_at.checked_add(time)),
        }
    }
}

/// Returns whether a rule without an input allows the tool: by its name, or by that of its server.
fn is_allowed(tool: &str, rules: &[String]) -> bool {
    rules.iter().any(|rule| {
        let is_server = rule.strip_prefix("mcp__").is_some_and(|server| !server.contains("__"));
        rule == tool
            || is_server
                && tool.strip_prefix(rule.as_str()).is_some_and(|rest| rest.starts_with("__"))
    })
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    #[test]
    fn only_rules_for_a_whole_tool_or_server_count() {
        let allowed = |tool: &str, rule: &str| is_allowed(tool, &[rule.to_owned()]);
        assert!(allowed("Bash", "Bash") && allowed("mcp__a__b", "mcp__a__b"));
        assert!(allowed("mcp__a__b", "mcp__a"));
        for (tool, rule) in [
            ("Bash", "Bash(ls:*)"),
            ("BashOutput", "Bash"),
            ("mcp__ab__c", "mcp__a"),
            ("mcp__a__bc", "mcp__a__b"),
            ("Bash", ""),
        ] {
            assert!(!allowed(tool, rule), "{tool} {rule}");
        }
    }
}
