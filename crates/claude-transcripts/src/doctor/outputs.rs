//! Outputs: the files that hold the whole output of a tool, as results name them.

use std::path::{Path, PathBuf};

use memchr::memmem;

/// How the CLI begins the content of such a result (seen with CLI 2.1.332).
const BEGIN: &str = "<persisted-output>";

/// What stands before the path.
const SAVED: &str = "saved to: ";

/// Returns the paths in a line with results of tools.
pub(super) fn outputs(line: &[u8]) -> impl Iterator<Item = PathBuf> {
    let begins = memmem::find_iter(line, b"\"<persisted-output>");
    begins.filter_map(|at| output(&line[at..]))
}

/// Reads the path in a JSON string.
fn output(string: &[u8]) -> Option<PathBuf> {
    // Only the first line has the path. The rest may be long, or no text.
    let end = memmem::find(string, b"Preview").unwrap_or(string.len().min(16 << 10));
    let mut text = string[..end].to_vec();
    text.push(b'"');
    let text: String = serde_json::from_slice(&text).ok()?;
    let text = text.strip_prefix(BEGIN)?;
    let (_, path) = text.split_once(SAVED)?;
    let path = PathBuf::from(path.lines().next()?);
    is_local(&path).then_some(path)
}

/// Returns whether a path of a session file may be looked up: a path of another machine would make
/// Windows connect to it.
pub(super) fn is_local(path: &Path) -> bool {
    let text = path.to_string_lossy();
    path.is_absolute() && !text.starts_with("//") && !text.starts_with(r"\\")
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_an_output_is_read() {
        let line = |content: &str| {
            let block = serde_json::json!({ "type": "tool_result", "content": content });
            format!(r#"{{"message":{{"content":[{block}]}}}}"#).into_bytes()
        };
        let real = "<persisted-output>\nOutput too large (340.7KB). Full output saved to: /a/b\"c.txt\n\nPreview (first 2KB):\n1\n2";
        assert_eq!(outputs(&line(real)).collect::<Vec<_>>(), [PathBuf::from("/a/b\"c.txt")]);
        for other in [
            "<persisted-output>\nsaved to: //host/share\n\nPreview",
            "<persisted-output>\nsaved to: relative\n\nPreview",
            "see <persisted-output>\nsaved to: /a\n\nPreview",
            "<persisted-output>",
        ] {
            assert_eq!(outputs(&line(other)).count(), 0, "{other}");
        }
    }
}
