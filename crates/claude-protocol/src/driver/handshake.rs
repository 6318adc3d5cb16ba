//! Handshake: builds the `initialize` request, and checks the response before the first prompt.

use std::collections::BTreeMap;
use std::time::Duration;

use claude_types::{
    HookFailurePolicy, HookMatcherSpec, InitializeRequest, InitializeResponse, PermissionMode,
};

use crate::callbacks::is_guard;
use crate::connection::{Dialogs, Handlers, Hook, McpServer, OnFailure};
use crate::error::ProtocolError;
use crate::limits::Deadlines;

/// How much longer the CLI waits for a hook than this side does. At the deadline, our reply must
/// arrive before the CLI gives up, because our reply denies.
const MARGIN: Duration = Duration::from_secs(5);

/// The longest hook deadline that is sent. A JavaScript timer longer than 2^31 ms (about
/// 2,147,483 s) fires at once.
const LONGEST: Duration = Duration::from_secs(2_000_000);

/// Adds the hooks, MCP servers and dialogs of `handlers` to the first request.
///
/// [`Connection::open`](crate::Connection::open) calls this function. Call it to see what the CLI
/// is sent.
#[must_use]
pub fn handshake(
    request: InitializeRequest,
    handlers: &Handlers,
    deadlines: &Deadlines,
) -> InitializeRequest {
    let request = with_hooks(request, &handlers.hooks, deadlines.hook);
    with_dialogs(with_mcp(request, &handlers.mcp), handlers.dialogs.as_ref())
}

/// Adds the hooks to the request. The callback ID of hook `n` of the list is `hook-n`.
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
            // The CLI must block, too, if it cannot read our reply or gets none.
            spec = spec.on_failure(HookFailurePolicy::Block);
        }
        events.entry(hook.event.as_str().into()).or_default().push(spec);
    }
    request.hooks = claude_types::Maybe::Value(events);
    request
}

/// Adds the servers to the request, in addition to those that the caller has put there.
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

/// Adds the kinds of dialogs to the request, in addition to those that the caller has put there.
fn with_dialogs(mut request: InitializeRequest, dialogs: Option<&Dialogs>) -> InitializeRequest {
    for kind in dialogs.into_iter().flat_map(|dialogs| &dialogs.kinds) {
        let kinds = request.supported_dialog_kinds.get_or_insert_default();
        if !kinds.contains(kind) {
            kinds.push(kind.clone());
        }
    }
    request
}

/// Returns the callback ID of the hook at this index.
pub(crate) fn callback_id(number: usize) -> String {
    format!("hook-{number}")
}

/// Returns the index of the hook with this callback ID.
pub(crate) fn hook_number(callback_id: &str) -> Option<usize> {
    callback_id.strip_prefix("hook-")?.parse().ok()
}

/// Checks that the CLI runs in the expected permission mode, and applied the hooks if one of them
/// must block on failure: a CLI that did not apply them would run tools unchecked.
pub(crate) fn check(
    response: &InitializeResponse,
    expected: Option<&PermissionMode>,
    guards: bool,
) -> Result<(), ProtocolError> {
    if let Some(actual) = &response.current_permission_mode {
        check_mode(expected, actual)?;
    }
    if guards && response.hooks_applied == Some(false) {
        return Err(ProtocolError::HooksNotApplied);
    }
    Ok(())
}

/// Returns whether a hook must block on failure.
pub(crate) fn guards(hooks: &[Hook]) -> bool {
    hooks.iter().any(|hook| hook.on_failure == OnFailure::Block && !hook.background)
}

/// Checks that the CLI runs in the permission mode with which it was started.
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
