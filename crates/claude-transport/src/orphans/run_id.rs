//! Run ID: a random number that marks the processes of one run.

use std::fmt;
use std::hash::{BuildHasher, RandomState};

/// A run ID: 32 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct RunId(String);

impl RunId {
    /// The environment variable that holds the run ID of a child.
    pub(crate) const VARIABLE: &'static str = "CLAUDE_SDK_RUN_ID";

    /// Creates a random run ID.
    pub(crate) fn random() -> Self {
        // The hash of a keyed hasher is random, because the system provides its key. IDs must be unique, not secret.
        let random = || RandomState::new().hash_one(std::process::id());
        Self(format!("{:016x}{:016x}", random(), random()))
    }

    /// Reads a run ID. Returns `None` for any other text.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let hex = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        (text.len() == 32 && text.bytes().all(hex)).then(|| Self(text.into()))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_differ_and_are_read_back() {
        let ids: BTreeSet<_> = (0..1000).map(|_| RunId::random()).collect();
        assert_eq!(ids.len(), 1000);
        for id in ids {
            assert_eq!(RunId::parse(id.as_str()), Some(id));
        }
    }

    #[test]
    fn other_text_is_refused() {
        for text in ["", "0123", &"g".repeat(32), &"A".repeat(32), &"0".repeat(33)] {
            assert_eq!(RunId::parse(text), None, "{text}");
        }
    }
}
