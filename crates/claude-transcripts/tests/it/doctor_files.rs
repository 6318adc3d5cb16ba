//! Doctor files: session files as a CLI leaves them, in the folder of their directory.

use std::path::{Path, PathBuf};

use claude_transcripts::{Finding, Report, Transcript};
use serde_json::Value;

use crate::files::{Folder, ID, assistant, call, result, text, user};

/// The folder of the directory in the lines.
pub(crate) const PROJECT: &str = "-home-me-app";

/// A session of two prompts, the first with a tool call.
pub(crate) fn healthy() -> Vec<Value> {
    vec![
        user("u1", None, "canary one"),
        call("c1", "u1", "m1", "t1"),
        result("r1", "c1", "t1"),
        assistant("a1", Some("r1"), "canary two"),
        user("u2", Some("a1"), "canary three"),
        assistant("a2", Some("u2"), "canary four"),
    ]
}

/// Writes a session file that only its user can read.
pub(crate) fn write(folder: &Folder, bytes: &[u8]) -> PathBuf {
    let path = folder.text(&format!("projects/{PROJECT}/{ID}.jsonl"), "");
    std::fs::write(&path, bytes).unwrap();
    private(&path);
    path
}

#[cfg(unix)]
pub(crate) fn private(path: &Path) {
    use std::os::unix::fs::PermissionsExt;

    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o600)).unwrap();
}

#[cfg(not(unix))]
pub(crate) fn private(_: &Path) {}

pub(crate) fn check(path: &Path) -> Report {
    Transcript::at(path).doctor().unwrap()
}

/// Checks a file of these bytes.
pub(crate) fn found_in(bytes: &[u8]) -> Vec<Finding> {
    let folder = Folder::new();
    let report = check(&write(&folder, bytes));
    for finding in &report.findings {
        // No text of a line is shown.
        let shown = format!("{finding} {finding:?}");
        for secret in ["canary", "Bash", "t1"] {
            assert!(!shown.contains(secret), "{shown}");
        }
    }
    report.findings
}

/// Checks a file of these lines.
pub(crate) fn found(lines: &[Value]) -> Vec<Finding> {
    found_in(text(lines).as_bytes())
}

/// Says that a process has the session open.
#[cfg(target_os = "linux")]
pub(crate) fn hold(folder: &Folder, pid: u32, start: u64) {
    let text = format!(r#"{{"pid":{pid},"procStart":{start},"sessionId":"{ID}","status":"idle"}}"#);
    folder.text(&format!("sessions/{pid}.json"), &text);
}

/// Returns when this process started, in clock ticks since the system's start.
#[cfg(target_os = "linux")]
pub(crate) fn own_start() -> u64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    stat.rsplit_once(')').unwrap().1.split_whitespace().nth(19).unwrap().parse().unwrap()
}
