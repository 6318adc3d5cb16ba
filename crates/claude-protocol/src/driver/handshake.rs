//! The handshake: what is sent, and what must hold of the answer before the first prompt.

use std::collections::BTreeMap;
use std::time::Duration;

use claude_types::{
    HookFailurePolicy, HookMatcherSpec, InitializeRequest, InitializeResponse, PermissionMode,
};

use crate::callbacks::is_guard;
use crate::connection::{Dialogs, Handlers, Hook, McpServer, OnFailure};
use crate::error::ProtocolError;
use crate::limits::Deadlines;

/// How much longer the CLI waits for a hook than we do: ours must come first, and say no.
const MARGIN: Duration = Duration::from_secs(5);

/// The longest that is told: timers of JavaScript end at once when they are longer than 2^31 ms.
const LONGEST: Duration = Duration::from_secs(2_000_000);

/// Adds what the CLI may call back to the first request.
#[must_use]
pub fn handshake(
    request: InitializeRequest,
    handlers: &Handlers,
    deadlines: &Deadlines,
) -> InitializeRequest {
    let request = with_hooks(request, &handlers.hooks, deadlines.hook);
    with_dialogs(with_mcp(request, &handlers.mcp), handlers.dialogs.as_ref())
}

/// Adds the hooks to the request. Hook `n` of the list is called back as `hook-n`.
fn with_hooks(
    mut request: InitializeRequest,
    hooks: &[Hook],
    within: Duration,
) -> InitializeRequest {
    if hooks.is_empty() {
        return request;
    }
    let mut events: BTreeMap<String, Vec<HookMatcherSpec>> = BTreeMap::new();
    for (number, hook) in hooks.iter().enumerate() {
        let mut spec = HookMatcherSpec::new(vec![callback_id(number).into()]);
        if let Some(matcher) = &hook.matcher {
            spec = spec.matcher(matcher.clone());
        }
        let timeout = hook.timeout.unwrap_or(within).saturating_add(MARGIN).min(LONGEST);
        spec = spec.timeout(timeout.as_secs_f64().ceil());
        if hook.on_failure == OnFailure::Block && !hook.background && is_guard(&hook.event) {
            // An answer that the CLI cannot read must not let anything pass either.
            spec = spec.on_failure(HookFailurePolicy::Block);
        }
        events.entry(hook.event.as_str().into()).or_default().push(spec);
    }
    request.hooks = claude_types::Maybe::Value(events);
    request
}

/// Names the servers in the request, beside those that the caller names there.
fn with_mcp(mut request: InitializeRequest, servers: &[McpServer]) -> InitializeRequest {
    for server in servers {
        let names = request.sdk_mcp_servers.get_or_insert_default();
        if !names.contains(&server.name) {
            names.push(server.name.clone());
        }
        let name = || server.name.clone();
        if let Some(config) = server.config.clone() {
            request.sdk_mcp_server_configs.get_or_insert_default().insert(name(), config);
        }
        if let Some(manifest) = server.manifest.clone() {
            request.sdk_mcp_server_manifests.get_or_insert_default().insert(name(), manifest);
        }
    }
    request
}

/// Names the dialogs that can be shown, beside those that the caller names there.
fn with_dialogs(mut request: InitializeRequest, dialogs: Option<&Dialogs>) -> InitializeRequest {
    for kind in dialogs.into_iter().flat_map(|dialogs| &dialogs.kinds) {
        let kinds = request.supported_dialog_kinds.get_or_insert_default();
        if !kinds.contains(kind) {
            kinds.push(kind.clone());
        }
    }
    request
}

/// The callback id of the hook at this place.
pub(crate) fn callback_id(number: usize) -> String {
    format!("hook-{number}")
}

/// The place of the hook with this callback id.
pub(crate) fn hook_number(callback_id: &str) -> Option<usize> {
    callback_id.strip_prefix("hook-")?.parse().ok()
}

/// Checks what the CLI took of our request.
pub(crate) fn check(
    response: &InitializeResponse,
    expected: Option<&PermissionMode>,
    hooks: &[Hook],
) -> Result<(), ProtocolError> {
    if let Some(actual) = &response.current_permission_mode {
        check_mode(expected, actual)?;
    }
    check_hooks(response, guards(hooks))
}

/// Tells whether a hook is to block when it fails.
pub(crate) fn guards(hooks: &[Hook]) -> bool {
    hooks.iter().any(|hook| hook.on_failure == OnFailure::Block && !hook.background)
}

/// Checks that the CLI took the hooks, if one of them guards something.
pub(crate) fn check_hooks(
    response: &InitializeResponse,
    guards: bool,
) -> Result<(), ProtocolError> {
    if guards && response.hooks_applied == Some(false) {
        return Err(ProtocolError::HooksNotApplied);
    }
    Ok(())
}

/// Checks that the CLI asks as it was told to.
pub(crate) fn check_mode(
    expected: Option<&PermissionMode>,
    actual: &PermissionMode,
) -> Result<(), ProtocolError> {
    match expected {
        Some(expected) if expected != actual => Err(ProtocolError::PermissionMode {
            expected: expected.clone(),
            actual: actual.clone(),
        }),
        _ => Ok(()),
    }
}
