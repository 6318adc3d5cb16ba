//! UTF-8: the conversion of the bytes of a line to text.

use std::borrow::Cow;

/// Returns the text of a line. Bytes that are not valid UTF-8 are replaced by U+FFFD.
pub(crate) fn utf8_lossy(line: &[u8]) -> Cow<'_, str> {
    // Check first: `from_utf8` is several times faster than `from_utf8_lossy`, and nearly all lines
    // are valid.
    match std::str::from_utf8(line) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(line),
    }
}
