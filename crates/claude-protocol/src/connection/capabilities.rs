//! Capabilities: the names of the features that a CLI reports.
//!
//! The set is open, and the CLI reports it in two places: a short list in the response to the
//! handshake, and a longer one in `system/init`. Which version has which name is not decided here.

use std::collections::BTreeSet;

use claude_types::{InitMessage, InitializeResponse};

/// The names of the features that a CLI reports.
///
/// Check for a name with [`Capabilities::has`]; the known names are in
/// [`Capability`](claude_types::Capability). Newer CLIs may report more, and CLIs up to 2.1.200
/// report none.
///
/// # Examples
///
/// ```
/// use claude_protocol::Capabilities;
///
/// let capabilities: Capabilities = ["msg_lifecycle_v1"].into_iter().collect();
/// assert!(capabilities.has("msg_lifecycle_v1"));
/// assert!(!capabilities.has("teleport_v1"));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Capabilities {
    names: BTreeSet<String>,
}

impl Capabilities {
    /// Merges the two lists.
    pub(crate) fn merge(
        handshake: Option<&InitializeResponse>,
        init: Option<&InitMessage>,
    ) -> Self {
        let handshake = handshake.and_then(|handshake| handshake.capabilities.as_ref());
        let init = init.and_then(|init| init.capabilities.as_ref());
        let handshake = handshake.into_iter().flatten().cloned();
        let init = init.into_iter().flatten().map(|capability| capability.as_str().to_owned());
        handshake.chain(init).collect()
    }

    /// Returns whether the CLI reports this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Returns the names in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    /// Returns whether the CLI reports no names.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

impl<N: Into<String>> FromIterator<N> for Capabilities {
    fn from_iter<I: IntoIterator<Item = N>>(names: I) -> Self {
        Self { names: names.into_iter().map(Into::into).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_lists_count() {
        let handshake = serde_json::from_str::<InitializeResponse>(
            r#"{"capabilities":["ui_surface_v1","future_v9"]}"#,
        );
        let init = serde_json::from_str::<InitMessage>(
            r#"{"type":"system","subtype":"init","capabilities":["msg_lifecycle_v1","ui_surface_v1"]}"#,
        );
        let (handshake, init) = (handshake.unwrap(), init.unwrap());
        let both = Capabilities::merge(Some(&handshake), Some(&init));
        let names: Vec<_> = both.iter().collect();
        assert_eq!(names, ["future_v9", "msg_lifecycle_v1", "ui_surface_v1"]);
        assert!(Capabilities::merge(None, None).is_empty());
    }
}
