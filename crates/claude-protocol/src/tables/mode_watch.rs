//! Mode watch: compares each permission mode that the CLI reports with those that it may have.
//!
//! The first report must be the mode of the start. After that, a mode is expected if this side has
//! requested it, or has allowed it in a reply, or if no tool runs in it that would have to be
//! allowed first: the model enters and leaves plan mode by itself.

use claude_types::{PermissionMode, PermissionUpdate, Raw};
use memchr::memmem;
use serde::Deserialize;

use crate::error::ProtocolError;

/// The permission modes that the CLI may report.
#[derive(Debug)]
pub(crate) struct ModeWatch {
    /// The mode of the start. `None`: modes are not watched.
    expected: Option<PermissionMode>,
    /// Further modes, which this side has requested or allowed.
    allowed: Vec<PermissionMode>,
    /// A mode was reported.
    reported: bool,
}

impl ModeWatch {
    pub(crate) fn new(expected: Option<PermissionMode>) -> Self {
        Self { expected, allowed: Vec::new(), reported: false }
    }

    /// Checks a mode that the CLI reports.
    pub(crate) fn check(&mut self, actual: &PermissionMode) -> Result<(), ProtocolError> {
        let Some(expected) = &self.expected else { return Ok(()) };
        let changed = std::mem::replace(&mut self.reported, true) || !self.allowed.is_empty();
        if actual == expected
            || self.allowed.contains(actual)
            || (changed && asks_or_denies(actual))
        {
            return Ok(());
        }
        Err(ProtocolError::PermissionMode { expected: expected.clone(), actual: actual.clone() })
    }

    /// Records one of our requests, which may change the mode.
    pub(crate) fn note_request(&mut self, subtype: &str, body: &Raw) {
        #[derive(Deserialize)]
        struct Request {
            mode: PermissionMode,
        }
        if self.expected.is_none() {
            return;
        }
        if subtype == "set_permission_mode" {
            if let Ok(request) = body.parse::<Request>() {
                self.allow(request.mode);
            }
        } else if memmem::find(body.get().as_bytes(), b"\"defaultMode\"").is_some() {
            // Settings that contain a mode. What the CLI makes of them is not known.
            self.stop();
        }
    }

    /// Records a reply, which may contain a change of the mode.
    pub(crate) fn note_reply(&mut self, reply: &[u8]) {
        #[derive(Deserialize, Default)]
        #[serde(default, rename_all = "camelCase")]
        struct Reply {
            updated_permissions: Option<Vec<PermissionUpdate>>,
            hook_specific_output: Option<HookOutput>,
        }
        #[derive(Deserialize)]
        struct HookOutput {
            decision: Option<Decision>,
        }
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Decision {
            updated_permissions: Option<Vec<PermissionUpdate>>,
        }
        if self.expected.is_none() || memmem::find(reply, b"\"setMode\"").is_none() {
            return;
        }
        let reply: Reply = serde_json::from_slice(reply).unwrap_or_default();
        let decision = reply.hook_specific_output.and_then(|output| output.decision);
        let of_hook = decision.and_then(|decision| decision.updated_permissions);
        for update in reply.updated_permissions.into_iter().chain(of_hook).flatten() {
            if let PermissionUpdate::SetMode(update) = update {
                self.allow(update.mode);
            }
        }
    }

    /// Stops watching: another party may change the mode, and this side does not see its replies.
    pub(crate) fn stop(&mut self) {
        self.expected = None;
    }

    fn allow(&mut self, mode: PermissionMode) {
        if !self.allowed.contains(&mode) {
            self.allowed.push(mode);
        }
    }
}

/// Returns whether no tool runs in this mode that would have to be allowed first.
fn asks_or_denies(mode: &PermissionMode) -> bool {
    matches!(mode, PermissionMode::Default | PermissionMode::Plan | PermissionMode::DontAsk)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(watch: &mut ModeWatch, mode: &str) -> bool {
        watch.check(&mode.into()).is_ok()
    }

    fn watch() -> ModeWatch {
        let mut watch = ModeWatch::new(Some("default".into()));
        assert!(check(&mut watch, "default"));
        watch
    }

    #[test]
    fn the_first_report_must_be_the_mode_of_the_start() {
        for (mode, other) in [("plan", "default"), ("acceptEdits", "plan"), ("default", "auto")] {
            assert!(check(&mut ModeWatch::new(Some(mode.into())), mode));
            assert!(!check(&mut ModeWatch::new(Some(mode.into())), other));
            assert!(check(&mut ModeWatch::new(None), other));
        }
    }

    #[test]
    fn a_later_mode_that_allows_more_must_have_been_requested_or_allowed() {
        for mode in ["acceptEdits", "auto", "bypassPermissions", "brandNew"] {
            assert!(!check(&mut watch(), mode), "{mode}");
            let mut requested = watch();
            requested.note_request("set_permission_mode", &json!({ "mode": mode }).into());
            assert!(check(&mut requested, mode) && check(&mut requested, "default"), "{mode}");
            let update = json!({ "type": "setMode", "mode": mode, "destination": "session" });
            let allow = json!({ "behavior": "allow", "updatedPermissions": [update] });
            let hook = json!({ "hookSpecificOutput": { "hookEventName": "PermissionRequest",
                "decision": { "behavior": "allow", "updatedPermissions": [update] } } });
            for reply in [allow, hook] {
                let mut allowed = watch();
                allowed.note_reply(reply.to_string().as_bytes());
                assert!(check(&mut allowed, mode), "{reply}");
            }
            let mut output = watch();
            let reply = json!({ "mcp_response": { "result": { "updatedPermissions": [update] } } });
            output.note_reply(reply.to_string().as_bytes());
            assert!(!check(&mut output, mode), "the output of a tool allows nothing");
        }
    }

    #[test]
    fn the_model_may_enter_and_leave_plan_mode() {
        let mut watch = watch();
        assert!(check(&mut watch, "plan") && check(&mut watch, "default"));
    }

    #[test]
    fn what_is_not_known_is_not_checked() {
        let mut by_settings = watch();
        let settings = json!({ "settings": { "permissions": { "defaultMode": "acceptEdits" } } });
        by_settings.note_request("apply_flag_settings", &settings.into());
        assert!(check(&mut by_settings, "acceptEdits"));
    }
}
