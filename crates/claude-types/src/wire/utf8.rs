//! Bytes to text: the lossy UTF-8 conversion of a line.

use std::borrow::Cow;

/// The text of a line; bytes that are no UTF-8 are replaced.
pub(crate) fn utf8_lossy(line: &[u8]) -> Cow<'_, str> {
    // Checking first is several times as quick as `from_utf8_lossy`, and nearly always enough.
    match std::str::from_utf8(line) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(line),
    }
}
