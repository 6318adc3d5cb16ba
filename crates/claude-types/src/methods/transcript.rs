//! Lines of session files, one by one.
//!
//! The CLI keeps each session in a file with one JSON object on a line; mirroring sends the same
//! lines over stdout. This decodes a line; it opens no file, lists no sessions and puts no
//! conversation together. Which lines there are is in the generated `transcript*` modules.
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
    /// A line of a type that is not known is kept ([`TranscriptLine::Unknown`]), and so is one
    /// that misses what it cannot do without ([`TranscriptLine::Undecoded`]). Zero bytes in front,
    /// which a crash while writing leaves behind, are passed over.
    ///
    /// # Errors
    ///
    /// The line is no JSON object; the last line of a file may be cut off.
    // Inline, so that only those who call it compile the reading of session files.
    #[inline]
    pub fn decode(line: &[u8]) -> Result<Self, DecodeError> {
        let start = line.iter().position(|byte| *byte != 0).unwrap_or(line.len());
        decode("session file", &line[start..])
    }
}

impl TranscriptMirrorMessage {
    /// The lines that were written, decoded.
    #[inline]
    pub fn lines(&self) -> impl Iterator<Item = Result<TranscriptLine, DecodeError>> {
        self.entries.iter().map(|entry| TranscriptLine::decode(entry.get().as_bytes()))
    }
}
