//! What a hook decided, for the facts about its request.

use claude_types::{
    HookDecision, HookOutput, HookSpecificOutput, PermissionDecision, PermissionRequestDecision,
};

use crate::facts::AnswerOutcome;

/// Returns what a hook decided: whether it allowed, or blocked, or did neither.
pub(crate) fn hook_outcome(output: &HookOutput) -> AnswerOutcome {
    let blocks = output.decision == Some(HookDecision::Block) || output.continue_ == Some(false);
    let specific = output.hook_specific_output.as_ref();
    match specific.and_then(verdict) {
        _ if blocks => AnswerOutcome::Denied,
        Some(AnswerOutcome::Denied) => AnswerOutcome::Denied,
        None if output.decision == Some(HookDecision::Approve) => AnswerOutcome::Allowed,
        Some(outcome) => outcome,
        None => AnswerOutcome::Given,
    }
}

fn verdict(output: &HookSpecificOutput) -> Option<AnswerOutcome> {
    let permission = match output {
        HookSpecificOutput::PreToolUse(output) => output.permission_decision.as_ref(),
        HookSpecificOutput::PreSkillShellCommand(output) => output.permission_decision.as_ref(),
        HookSpecificOutput::PreModelSwitch(output) => output.permission_decision.as_ref(),
        HookSpecificOutput::PermissionRequest(output) => {
            return match output.decision {
                PermissionRequestDecision::Allow(_) => Some(AnswerOutcome::Allowed),
                PermissionRequestDecision::Deny(_) => Some(AnswerOutcome::Denied),
                _ => None,
            };
        }
        _ => None,
    };
    match permission? {
        PermissionDecision::Allow => Some(AnswerOutcome::Allowed),
        PermissionDecision::Deny => Some(AnswerOutcome::Denied),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use claude_types::{PermissionRequestOutput, PreToolUseOutput};

    use super::*;

    #[test]
    fn a_block_counts_before_everything_else() {
        let allow = PreToolUseOutput::new().permission_decision(PermissionDecision::Allow);
        let ask = PreToolUseOutput::new().permission_decision(PermissionDecision::Ask);
        let mut stops = HookOutput::from(PreToolUseOutput::new());
        stops.continue_ = Some(false);
        let cases = [
            (HookOutput::default(), AnswerOutcome::Given),
            (HookOutput::from(ask), AnswerOutcome::Given),
            (HookOutput::from(allow), AnswerOutcome::Allowed),
            (HookOutput::from(PreToolUseOutput::deny("no")), AnswerOutcome::Denied),
            (HookOutput::from(PermissionRequestOutput::deny("no")), AnswerOutcome::Denied),
            (HookOutput::block("no"), AnswerOutcome::Denied),
            (stops, AnswerOutcome::Denied),
        ];
        for (output, expected) in cases {
            assert_eq!(hook_outcome(&output), expected, "{output:?}");
        }
    }
}
