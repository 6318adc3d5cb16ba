//! Notes: the title and the tag of a session, as lines at the end of its file.

use claude_types::SessionId;
use serde::Serialize;

use super::text::{cleaned, trimmed};
use crate::error::{Error, Result};
use crate::transcript::Transcript;

/// The order of the fields is that of the official SDKs.
#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case", rename_all_fields = "camelCase")]
enum Note<'n> {
    CustomTitle { custom_title: &'n str, session_id: SessionId },
    Tag { tag: &'n str, session_id: SessionId },
}

impl Transcript {
    /// Gives the session a title. White space at its ends is removed; the last title counts.
    ///
    /// One line is appended, also while a CLI has the session open: the CLI keeps it.
    ///
    /// # Errors
    ///
    /// - [`Error::Empty`] if the title is empty.
    /// - [`Error::InvalidId`] if the name of the file is not a session ID.
    /// - [`Error::NotFound`] if there is no file, or an empty one. None is created.
    /// - [`Error::Io`] if it cannot be written, or is a link.
    pub fn rename(&self, title: &str) -> Result<()> {
        let custom_title = trimmed(title);
        if custom_title.is_empty() {
            return Err(Error::Empty { field: "title" });
        }
        self.append(&Note::CustomTitle { custom_title, session_id: self.session_id()? })
    }

    /// Gives the session a tag, or removes it: `None`. A session has one tag, the last.
    ///
    /// The tag is written in the normal form NFKC, without invisible, private and unassigned
    /// characters, so that equal tags are equal texts. One line is appended, also while a CLI has the
    /// session open: the CLI keeps it.
    ///
    /// # Errors
    ///
    /// As for [`Transcript::rename`]. [`Error::Empty`] if no visible character remains.
    pub fn tag(&self, tag: Option<&str>) -> Result<()> {
        let tag = tag.map(cleaned);
        if tag.as_deref() == Some("") {
            return Err(Error::Empty { field: "tag" });
        }
        let tag = tag.as_deref().unwrap_or_default();
        self.append(&Note::Tag { tag, session_id: self.session_id()? })
    }
}
