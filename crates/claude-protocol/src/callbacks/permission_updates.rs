//! Changes to the permissions on their way to the CLI: one that it cannot read voids all others of
//! the same answer, so it is left out.

use claude_types::{
    HookInput, HookOutput, HookSpecificOutput, PermissionAllow, PermissionRequestDecision,
    PermissionUpdate,
};

use crate::trace;

/// Leaves out the changes that the CLI would not take. What it suggested itself goes back as it
/// came: it knows what it means.
pub(crate) fn keep_valid(allow: &mut PermissionAllow, suggested: Option<&[PermissionUpdate]>) {
    let Some(updates) = &mut allow.updated_permissions else { return };
    let suggested = suggested.unwrap_or_default();
    updates.retain(|update| {
        let Err(invalid) = update.check() else { return true };
        if suggested.contains(update) {
            return true;
        }
        trace::warning!(reason = %invalid, "a change to the permissions is left out");
        false
    });
    if updates.is_empty() {
        allow.updated_permissions = None;
    }
}

/// The same for the answer of a hook.
pub(crate) fn keep_valid_in(output: &mut HookOutput, suggested: Option<&[PermissionUpdate]>) {
    if let Some(HookSpecificOutput::PermissionRequest(specific)) = &mut output.hook_specific_output
        && let PermissionRequestDecision::Allow(allow) = &mut specific.decision
    {
        keep_valid(allow, suggested);
    }
}

/// What the CLI suggests to a hook, kept for when its answer comes.
pub(crate) fn suggested(input: &HookInput) -> Option<Vec<PermissionUpdate>> {
    match input {
        HookInput::PermissionRequest(request) => request.permission_suggestions.clone(),
        _ => None,
    }
}
