//! Permission updates: removes invalid updates from a reply. One update that the CLI cannot read
//! makes it ignore all updates of the same reply.

use claude_types::{
    HookInput, HookOutput, HookSpecificOutput, PermissionAllow, PermissionRequestDecision,
    PermissionUpdate,
};

use crate::trace;

/// Removes the updates that the CLI would not accept. Updates that the CLI suggested itself are
/// kept unchanged, also if this version does not know them.
pub(crate) fn keep_valid(allow: &mut PermissionAllow, suggested: Option<&[PermissionUpdate]>) {
    let Some(updates) = &mut allow.updated_permissions else { return };
    let suggested = suggested.unwrap_or_default();
    updates.retain(|update| {
        let Err(invalid) = update.check() else { return true };
        if suggested.contains(update) {
            return true;
        }
        trace::warning!(reason = %invalid, "an invalid permission update is not sent");
        false
    });
    if updates.is_empty() {
        allow.updated_permissions = None;
    }
}

/// Removes invalid updates from the output of a `PermissionRequest` hook. There, an invalid update
/// would void the decision, too.
pub(crate) fn keep_valid_in(output: &mut HookOutput, suggested: Option<&[PermissionUpdate]>) {
    if let Some(HookSpecificOutput::PermissionRequest(specific)) = &mut output.hook_specific_output
        && let PermissionRequestDecision::Allow(allow) = &mut specific.decision
    {
        keep_valid(allow, suggested);
    }
}

/// Returns the updates that the CLI suggests to a hook. The callback consumes its input, so they
/// are copied before it is called.
pub(crate) fn suggested(input: &HookInput) -> Option<Vec<PermissionUpdate>> {
    match input {
        HookInput::PermissionRequest(request) => request.permission_suggestions.clone(),
        _ => None,
    }
}
