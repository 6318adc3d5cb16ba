//! Parked call: a tool call that was deferred, and that a resumed CLI repeats before any prompt (seen).

use std::io;
use std::path::Path;

use claude_transcripts::Lines;
use memchr::memmem;
use serde::Deserialize;
use serde_json::value::RawValue;

/// A tool call that waits for a decision.
///
/// # Examples
///
/// ```
/// use claude_sessions::OpenError;
///
/// fn words(error: &OpenError) -> Option<String> {
///     match error {
///         OpenError::Parked { call, .. } => Some(format!("a call of {} waits", call.tool)),
///         _ => None,
///     }
/// }
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ParkedCall {
    /// The ID of the call.
    pub id: String,
    /// Its tool.
    pub tool: String,
}

/// Finds the last deferred call that has no result. This blocks.
pub(super) fn parked_call(path: &Path) -> io::Result<Option<ParkedCall>> {
    let mut lines = Lines::new(std::fs::File::open(path)?);
    let deferred = memmem::Finder::new("hook_deferred_tool");
    let mut parked = None;
    while let Some(line) = lines.next()? {
        if deferred.find(line.bytes).is_some()
            && let Some(call) = deferred_call(line.bytes)
        {
            parked = Some(call);
        } else if let Some(ParkedCall { id, .. }) = &parked
            && has_result(line.bytes, id)
        {
            parked = None;
        }
    }
    Ok(parked)
}

fn deferred_call(line: &[u8]) -> Option<ParkedCall> {
    #[derive(Deserialize)]
    struct Attached {
        attachment: Deferred,
    }
    #[derive(Deserialize)]
    struct Deferred {
        #[serde(rename = "type")]
        kind: String,
        #[serde(rename = "toolUseID")]
        id: String,
        #[serde(rename = "toolName", default)]
        tool: String,
    }
    let Attached { attachment } = serde_json::from_slice(line).ok()?;
    let Deferred { kind, id, tool } = attachment;
    (kind == "hook_deferred_tool").then_some(ParkedCall { id, tool })
}

/// Returns whether a line has the result of a call.
fn has_result(line: &[u8], call: &str) -> bool {
    #[derive(Deserialize)]
    struct Line<'l> {
        #[serde(borrow)]
        message: Message<'l>,
    }
    #[derive(Deserialize)]
    struct Message<'l> {
        #[serde(borrow)]
        content: Vec<&'l RawValue>,
    }
    #[derive(Deserialize)]
    struct Block {
        tool_use_id: String,
    }
    if memmem::find(line, call.as_bytes()).is_none() {
        return false;
    }
    let Ok(Line { message }) = serde_json::from_slice::<Line<'_>>(line) else { return false };
    message.content.iter().any(|block| {
        serde_json::from_str::<Block>(block.get()).is_ok_and(|block| block.tool_use_id == call)
    })
}

#[cfg(test)]
mod tests {
    use super::{ParkedCall, parked_call};

    #[test]
    fn a_call_waits_until_it_has_a_result() {
        let deferred = r#"{"type":"attachment","attachment":{"type":"hook_deferred_tool","toolUseID":"t1","toolName":"Bash"}}"#;
        let result = r#"{"type":"user","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"t1","content":"x"}]}}"#;
        let of_another = result.replace("t1", "t2");
        let text = r#"{"type":"user","message":{"role":"user","content":"about t1 and hook_deferred_tool"}}"#;
        let call = Some(ParkedCall { id: "t1".into(), tool: "Bash".into() });
        let file = tempfile::NamedTempFile::new().unwrap();
        for (lines, parked) in [
            (vec![], None),
            (vec![text, result], None),
            (vec![deferred], call.clone()),
            (vec![deferred, text, &of_another, "not JSON"], call.clone()),
            (vec![deferred, result], None),
            (vec![deferred, result, deferred], call),
        ] {
            std::fs::write(file.path(), lines.join("\n")).unwrap();
            assert_eq!(parked_call(file.path()).unwrap(), parked, "{lines:?}");
        }
    }
}
