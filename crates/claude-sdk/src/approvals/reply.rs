//! Replies: turns an answer into the reply to the CLI, for each kind of request.

use claude_types::{
    AskUserQuestionInput, HookOutput, PermissionAllow, PermissionDeny, PermissionResult,
    PermissionUpdate, PreToolUseOutput, Raw,
};

use super::ask::Outcome;
use super::decision::{Allow, Choice, Deny};
use super::{Approval, ApprovalKind, Record, RecordState};
use crate::callbacks::{DialogOutcome, ElicitationOutcome, Permission, QuestionAnswers};

/// The reason if an outcome does not fit its request. Answers are checked before they are stored.
const UNFIT: &str = "the answer does not fit the request";

/// Returns the input that the CLI was given instead of the one of the call, if any.
pub(super) fn delivered_input(record: &Record) -> Option<Raw> {
    let RecordState::Delivered(answer) = &record.state else { return None };
    match &answer.decision.choice {
        Choice::Allow(allow) => allow.input.clone(),
        Choice::Answers(answers) => answered(&record.approval.input, answers.clone()).ok(),
        _ => None,
    }
}

type Answers = std::collections::BTreeMap<String, Vec<String>>;

pub(super) fn question_answers(answers: Answers) -> QuestionAnswers {
    let add = |set: QuestionAnswers, (question, answers)| {
        set.answer_many(question, answers as Vec<String>)
    };
    answers.into_iter().fold(QuestionAnswers::new(), add)
}

/// Returns the input of a question with its answers, or the reason why there are none.
fn answered(input: &Raw, answers: Answers) -> Result<Raw, String> {
    let input = input.parse::<AskUserQuestionInput>();
    let input = input.map_err(|error| format!("failed to decode the questions: {error}"))?;
    question_answers(answers).complete(input)
}

/// Returns the reply to a permission request.
pub(super) fn permission(approval: &Approval, outcome: Outcome) -> Permission {
    let answer = match outcome {
        Outcome::Decided(answer) => answer,
        // Only the guard parks.
        Outcome::Park => return Permission::deny(UNFIT),
        Outcome::Denied(reason) => return Permission::deny(reason),
    };
    match answer.decision.choice {
        Choice::Allow(allow) => allowed(approval, allow).into(),
        Choice::Deny(Deny { reason, interrupt }) => {
            let deny = PermissionDeny::new(reason);
            PermissionResult::from(if interrupt { deny.interrupt(true) } else { deny }).into()
        }
        Choice::Answers(answers) if approval.kind == ApprovalKind::Question => {
            match answered(&approval.input, answers) {
                Ok(input) => PermissionResult::allow_with(input).into(),
                Err(reason) => Permission::deny(reason),
            }
        }
        Choice::Answers(_) | Choice::Form(_) => Permission::deny(UNFIT),
    }
}

fn allowed(approval: &Approval, Allow { input, suggestions, mode }: Allow) -> PermissionResult {
    let mut allow = PermissionAllow::new();
    allow.updated_input = input;
    let chosen = suggestions.into_iter().filter_map(|at| approval.suggestions.get(at).cloned());
    let updates: Vec<_> = chosen.chain(mode.map(PermissionUpdate::mode)).collect();
    allow.updated_permissions = (!updates.is_empty()).then_some(updates);
    allow.into()
}

/// Returns the output of the guard.
pub(super) fn hook(approval: &Approval, outcome: Outcome) -> HookOutput {
    let answer = match outcome {
        Outcome::Decided(answer) => answer,
        Outcome::Park => return PreToolUseOutput::defer().into(),
        Outcome::Denied(reason) => return PreToolUseOutput::deny(reason).into(),
    };
    match answer.decision.choice {
        Choice::Allow(Allow { input: Some(input), .. }) => {
            PreToolUseOutput::allow_with(input).into()
        }
        Choice::Allow(_) => PreToolUseOutput::allow().into(),
        Choice::Deny(Deny { reason, interrupt }) => {
            let output = HookOutput::from(PreToolUseOutput::deny(reason.as_str()));
            if interrupt { output.continue_(false).stop_reason(reason) } else { output }
        }
        Choice::Answers(answers) if approval.kind == ApprovalKind::Question => {
            match answered(&approval.input, answers) {
                Ok(input) => PreToolUseOutput::allow_with(input).into(),
                Err(reason) => PreToolUseOutput::deny(reason).into(),
            }
        }
        Choice::Answers(_) | Choice::Form(_) => PreToolUseOutput::deny(UNFIT).into(),
    }
}

/// Returns the answers of a question callback.
pub(super) fn question(outcome: Outcome) -> QuestionAnswers {
    match outcome {
        Outcome::Decided(answer) => match answer.decision.choice {
            Choice::Answers(answers) => question_answers(answers),
            Choice::Deny(deny) => QuestionAnswers::declined(deny.reason),
            Choice::Allow(_) | Choice::Form(_) => QuestionAnswers::declined(UNFIT),
        },
        Outcome::Park => QuestionAnswers::declined(UNFIT),
        Outcome::Denied(reason) => QuestionAnswers::declined(reason),
    }
}

/// Returns the reply to an elicitation. It has no place for a reason.
pub(super) fn elicitation(outcome: Outcome) -> ElicitationOutcome {
    match outcome {
        Outcome::Decided(answer) => match answer.decision.choice {
            Choice::Form(values) => ElicitationOutcome::accept(values),
            Choice::Allow(_) => ElicitationOutcome::accepted(),
            Choice::Deny(_) | Choice::Answers(_) => ElicitationOutcome::decline(),
        },
        Outcome::Park | Outcome::Denied(_) => ElicitationOutcome::decline(),
    }
}

/// Returns the reply to a dialog. It has no place for a reason.
pub(super) fn dialog(outcome: Outcome) -> DialogOutcome {
    match outcome {
        Outcome::Decided(answer) => match answer.decision.choice {
            Choice::Form(result) => DialogOutcome::completed(result),
            _ => DialogOutcome::cancelled(),
        },
        Outcome::Park | Outcome::Denied(_) => DialogOutcome::cancelled(),
    }
}
