//! Summary: what a list shows of a session in a store.

use super::entry::Entry;

/// What a list shows of a session, folded from its entries at each append.
///
/// # Examples
///
/// ```
/// use claude_sessions::ports::{Entry, Summary};
///
/// let mut summary = Summary::default();
/// let title = Entry::new(r#"{"type":"custom-title","customTitle":"Greeting"}"#)?;
/// summary.fold([&title]);
/// assert_eq!(summary.text(), Some("Greeting"));
/// # Ok::<(), claude_sessions::ports::StoreError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Summary(claude_transcripts::SessionSummary);

impl Summary {
    /// Adds the entries that were appended to the main log.
    pub fn fold<'e>(&mut self, entries: impl IntoIterator<Item = &'e Entry>) {
        entries.into_iter().for_each(|entry| self.0.fold(entry.bytes()));
    }
}

impl std::ops::Deref for Summary {
    type Target = claude_transcripts::SessionSummary;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}
