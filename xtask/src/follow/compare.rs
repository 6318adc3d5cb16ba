//! Comparison of two recordings: which cases the CLI plays differently.
//!
//! Names that only one of the two has anywhere are left out: a new field of a message that every
//! session has would make all cases differ. They are in the table of names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use crate::Outcome;

/// The transcripts of a folder by their names.
struct Transcripts(BTreeMap<String, Vec<Value>>);

/// Returns the names of the cases that differ between two folders, or that only one of them has.
pub(super) fn differing(old: &Path, new: &Path) -> Outcome<Vec<String>> {
    let (mut old, mut new) = (Transcripts::read(old)?, Transcripts::read(new)?);
    let (old_words, new_words) = (old.words(), new.words());
    let both: BTreeSet<String> = old_words.intersection(&new_words).cloned().collect();
    old.keep(&both);
    new.keep(&both);
    let names: BTreeSet<&String> = old.0.keys().chain(new.0.keys()).collect();
    let differs = |name: &&String| old.0.get(*name) != new.0.get(*name);
    Ok(names.into_iter().filter(differs).cloned().collect())
}

impl Transcripts {
    fn read(folder: &Path) -> Outcome<Self> {
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        let mut transcripts = BTreeMap::new();
        for entry in std::fs::read_dir(folder).map_err(failed)?.flatten() {
            let text = std::fs::read_to_string(entry.path()).map_err(failed)?;
            let lines = text.lines().map(|line| serde_json::from_str(line).unwrap_or_default());
            let name = entry.file_name().to_string_lossy().into_owned();
            transcripts.insert(name, lines.collect());
        }
        Ok(Self(transcripts))
    }

    /// Returns all keys, and all texts that are items of lists.
    fn words(&self) -> BTreeSet<String> {
        let mut words = BTreeSet::new();
        self.0.values().flatten().for_each(|line| collect(line, &mut words));
        words
    }

    /// Removes all other keys and texts.
    fn keep(&mut self, words: &BTreeSet<String>) {
        self.0.values_mut().flatten().for_each(|line| keep(line, words));
    }
}

fn collect(value: &Value, words: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                if !words.contains(key) {
                    words.insert(key.clone());
                }
                collect(value, words);
            }
        }
        Value::Array(items) => {
            for item in items {
                match item {
                    Value::String(text) => {
                        words.insert(text.clone());
                    }
                    item => collect(item, words),
                }
            }
        }
        _ => {}
    }
}

fn keep(value: &mut Value, words: &BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            fields.retain(|key, _| words.contains(key));
            fields.values_mut().for_each(|value| keep(value, words));
        }
        Value::Array(items) => {
            items.retain(|item| item.as_str().is_none_or(|text| words.contains(text)));
            items.iter_mut().for_each(|item| keep(item, words));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_differ_by_more_than_new_names() {
        let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let write = |folder: &tempfile::TempDir, name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).unwrap();
        };
        write(&old, "more", r#"{"type":"init","can":["a"]}"#);
        write(&new, "more", r#"{"type":"init","can":["a","b"],"sandbox":false}"#);
        write(&old, "value", r#"{"type":"init"}"#);
        write(&new, "value", r#"{"type":"result"}"#);
        write(&old, "absent", r#"{"type":"init","can":[]}"#);
        write(&new, "absent", r#"{"type":"init"}"#);
        write(&old, "gone", "{}");
        assert_eq!(differing(old.path(), new.path()).unwrap(), ["absent", "gone", "value"]);
        assert!(differing(old.path(), Path::new("/not/there")).is_err());
    }
}
