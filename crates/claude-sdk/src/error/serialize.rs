//! Serialization: an error as data, for logs and for programs in other languages.

use std::time::UNIX_EPOCH;

use claude_transport::cli::Candidate;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::{CloseReason, Diagnostics, Error, Precondition};

/// Serializes to `{ kind, message, causes, hint, facts }`, without results, without the complete
/// stderr, and without secrets.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let first = std::error::Error::source(self);
        let causes: Vec<_> =
            std::iter::successors(first, |error| error.source()).map(ToString::to_string).collect();
        let mut map = to.serialize_map(Some(5))?;
        map.serialize_entry("kind", &self.kind())?;
        map.serialize_entry("message", &self.to_string())?;
        map.serialize_entry("causes", &causes)?;
        map.serialize_entry("hint", self.hint())?;
        map.serialize_entry("facts", &facts(self))?;
        map.end()
    }
}

/// Returns the fields of the variant. Unknown values are left out.
fn facts(error: &Error) -> Map<String, Value> {
    let all = match error {
        Error::CliNotFound { located } => json!({
            "tried": located.searched().collect::<Vec<_>>(),
            "rejected": located.rejected().map(rejected).collect::<Vec<_>>(),
        }),
        Error::CliTooOld { program, flag, found, needed } => json!({
            "program": program,
            "flag": flag,
            "found": found.map(|version| version.to_string()),
            "needed": needed.map(|version| version.to_string()),
        }),
        Error::Unsupported { subtype, version } => json!({
            "subtype": subtype, "version": version.map(|version| version.to_string()),
        }),
        Error::Launch { program, cwd, kind, wrapped, .. } => {
            json!({ "launch": kind.to_string(), "program": program, "cwd": cwd, "wrapped": wrapped })
        }
        Error::Exited { program, status, cause, .. } => {
            json!({ "program": program, "status": status, "cause": cause })
        }
        Error::Disconnected { place, resumable } => {
            json!({ "place": place.as_deref(), "resumable": resumable })
        }
        Error::Limit { resets_at, window, overage, .. } => json!({
            "resets_at": resets_at.and_then(|at| at.duration_since(UNIX_EPOCH).ok())
                .map(|since| since.as_secs()),
            "window": window.as_ref().map(|window| window.as_str()),
            "overage": overage.as_ref().map(|status| status.as_str()),
        }),
        Error::Api { status, .. } => json!({ "status": status }),
        Error::Control { subtype, code, .. } => {
            json!({ "subtype": subtype, "code": code.as_ref().map(|code| code.as_str()) })
        }
        Error::Timeout { waiting_for, after, diagnostics } => {
            timeout(waiting_for, after, diagnostics)
        }
        Error::Json { failure, .. } => json!({ "failure": failure.to_string() }),
        Error::Budget { item, limit, used, shared, .. } => {
            json!({ "item": item.to_string(), "limit": limit, "used": used, "shared": shared })
        }
        Error::Unfinished { waiting_for, after } => {
            json!({ "waiting_for": waiting_for, "after_ms": millis(after) })
        }
        Error::Closed { reason: CloseReason::ConsumerOverflow { bytes } } => {
            json!({ "unread": bytes })
        }
        Error::Precondition(unmet) => precondition(unmet),
        Error::Options { .. }
        | Error::Runtime { .. }
        | Error::Auth { .. }
        | Error::Run(_)
        | Error::Decode { .. }
        | Error::Closed { .. } => Value::Null,
    };
    let mut facts = match all {
        Value::Object(facts) => facts,
        _ => Map::new(),
    };
    if let Some(result) = error.result() {
        let session = result.session_id.as_ref().map(|id| id.as_str());
        facts.insert("session_id".into(), json!(session));
        let reason = result.terminal_reason.as_ref().map(|reason| reason.as_str());
        facts.insert("terminal_reason".into(), json!(reason));
    }
    facts.retain(|_, value| !value.is_null());
    facts
}

fn rejected(file: &Candidate) -> Value {
    json!({ "path": file.path, "reason": file.rejection().map(ToString::to_string) })
}

fn timeout(waiting_for: &str, after: &std::time::Duration, diagnostics: &Diagnostics) -> Value {
    let started = diagnostics.program.is_some();
    json!({
        "waiting_for": waiting_for,
        "after_ms": millis(after),
        "program": diagnostics.program,
        "version": diagnostics.version,
        "args": started.then_some(&diagnostics.args),
        "frames": started.then_some(&diagnostics.frames),
    })
}

fn millis(time: &std::time::Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn precondition(unmet: &Precondition) -> Value {
    match unmet {
        Precondition::Settings { .. } => json!({ "unmet": "settings" }),
        Precondition::PermissionMode { expected, actual } => json!({
            "unmet": "permission_mode", "expected": expected.as_str(), "actual": actual.as_str(),
        }),
        Precondition::ArgumentTooLong { name, bytes, limit } => json!({
            "unmet": "argument_length", "name": name, "bytes": bytes, "limit": limit,
        }),
        Precondition::ArgumentsTooLong { name, length, total, limit } => json!({
            "unmet": "arguments_length", "name": name, "length": length, "total": total,
            "limit": limit,
        }),
        Precondition::Hooks => json!({ "unmet": "hooks" }),
        Precondition::McpServer { server, .. } => {
            json!({ "unmet": "mcp_server", "server": server })
        }
        Precondition::NotSent { .. } => json!({ "unmet": "not_sent" }),
        Precondition::ResourceLimit { limit, .. } => {
            json!({ "unmet": "resource_limit", "limit": limit.to_string() })
        }
        Precondition::Plugin { plugin, .. } => json!({ "unmet": "plugin", "plugin": plugin }),
    }
}
