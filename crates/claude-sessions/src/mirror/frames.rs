//! Frames: what the CLI says about the lines that it has written.

use std::path::PathBuf;

use bytes::Bytes;
use memchr::memmem;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::ports::Entry;

/// Returns the file of a frame, without reading its entries. `None` if it names none.
pub(super) fn path(frame: &[u8]) -> Option<PathBuf> {
    let name = b"\"filePath\":";
    let begin = memmem::find(frame, name)? + name.len();
    // Only the value is decoded; the rest of the frame may be long.
    let mut values = serde_json::Deserializer::from_slice(&frame[begin..]).into_iter::<String>();
    values.next()?.ok().map(PathBuf::from)
}

/// Returns whether a frame may contain the description of a subagent.
pub(super) fn may_have_metadata(frame: &[u8]) -> bool {
    memmem::find(frame, b"agent_metadata").is_some()
}

/// Returns the entries of a frame. What is no entry is left out.
pub(super) fn entries(frame: &[u8]) -> Vec<Entry> {
    #[derive(Deserialize)]
    struct Frame<'f> {
        #[serde(borrow)]
        entries: Vec<&'f RawValue>,
    }
    let Ok(frame) = serde_json::from_slice::<Frame<'_>>(frame) else { return Vec::new() };
    let entry = |value: &&RawValue| Entry::new(Bytes::copy_from_slice(value.get().as_bytes())).ok();
    frame.entries.iter().filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::{entries, path};

    #[test]
    fn the_path_is_found_wherever_it_stands() {
        let find = |frame: &str| path(frame.as_bytes()).map(|path| path.display().to_string());
        let frame =
            r#"{"type":"transcript_mirror","filePath":"/a/\u00e9\\b.jsonl","entries":[{"a":1}]}"#;
        assert_eq!(find(frame).as_deref(), Some("/a/é\\b.jsonl"));
        assert_eq!(entries(frame.as_bytes())[0].as_str(), r#"{"a":1}"#);
        for frame in ["", "{}", r#"{"filePath":7}"#, r#"{"filePath":"#, r#"{"filePath":"a"#] {
            assert_eq!(find(frame), None, "{frame}");
            assert!(entries(frame.as_bytes()).is_empty());
        }
    }
}
