//! Transcripts: decodes single lines of session files.
//!
//! The CLI keeps each session in a file with one JSON object per line. With mirroring enabled, it
//! also sends these lines on stdout. This module decodes a line. It does not open files, list
//! sessions or rebuild conversations. The types of lines are in the generated `transcript*`
//! modules.
//!
//! # Examples
//!
//! ```
//! use claude_types::TranscriptLine;
//!
//! let line = br#"{"type":"custom-title","customTitle":"Tea","sessionId":"33ad5cb1"}"#;
//! let TranscriptLine::CustomTitle(title) = TranscriptLine::decode(line)? else { panic!() };
//! assert_eq!(title.custom_title, "Tea");
//! # Ok::<_, claude_types::DecodeError>(())
//! ```

use crate::decode::decode;
use crate::error::DecodeError;
use crate::generated::{TranscriptLine, TranscriptMirrorMessage};

impl TranscriptLine {
    /// Decodes one line of a session file.
    ///
    /// A line of an unknown type is kept ([`TranscriptLine::Unknown`]), and so is a line without a
    /// valid value for a required field ([`TranscriptLine::Undecoded`]). Zero bytes at the start of
    /// the line are skipped: a crash during a write can leave them in the file.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the line is not a JSON object. The last line of a file may be incomplete.
    // `inline`, so that the code that reads session files is compiled only in crates that call it.
    #[inline]
    pub fn decode(line: &[u8]) -> Result<Self, DecodeError> {
        let start = line.iter().position(|byte| *byte != 0).unwrap_or(line.len());
        decode("session file", &line[start..])
    }
}

impl TranscriptMirrorMessage {
    /// Decodes the lines that were written.
    #[inline]
    pub fn lines(&self) -> impl Iterator<Item = Result<TranscriptLine, DecodeError>> {
        self.entries.iter().map(|entry| TranscriptLine::decode(entry.get().as_bytes()))
    }
}
