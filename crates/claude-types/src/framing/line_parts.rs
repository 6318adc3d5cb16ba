//! Line parts: separates the frames of a line from what stands before, between and behind them.
//!
//! Other programs write to the stdout of the CLI, too: a tool that clears the screen, a spinner, an
//! updater. Their output can share a line with a frame. [`line_parts`] is the only rule that says
//! what is a frame on such a line. The loop of a connection and the reader of raw lines both use it.
//! [`is_single_frame`] is its short form for the lines that the CLI normally writes.

use std::iter::FusedIterator;
use std::sync::LazyLock;

use memchr::memmem::Finder;
use serde::de::IgnoredAny;

use super::frame_type::frame_type;

/// The beginning of an object with at least one key, as the CLI writes it.
static OBJECT: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"{\""));

/// The beginning of most lines: of a delta. Its objects need not be found again.
const DELTA: &[u8] = br#"{"type":"stream_event","event":{"type":"content_block_delta","#;

/// A part of a line.
///
/// # Examples
///
/// ```
/// use claude_types::{LinePart, line_parts};
///
/// let parts: Vec<_> = line_parts(b"50%\r{\"type\":\"keep_alive\"}").collect();
/// assert_eq!(parts, [LinePart::Noise(b"50%\r"), LinePart::Frame(b"{\"type\":\"keep_alive\"}")]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::exhaustive_enums, reason = "a part is a frame, or it is not")]
pub enum LinePart<'l> {
    /// A whole JSON object with a `type`.
    Frame(&'l [u8]),
    /// Anything else. It contains more than white space.
    Noise(&'l [u8]),
}

/// Returns the parts of a line in their order. Together they are the whole line, except that parts
/// of white space are left out.
///
/// A frame is a whole JSON object with a `type`. It may begin:
///
/// - at the beginning of the line, or behind another frame;
/// - behind what a terminal does not show: control characters, escape sequences, a byte order mark;
/// - behind text that a carriage return, or a sequence that moves the cursor or erases, has ended;
/// - directly behind the last character of a text whose line was not ended.
///
/// Anything may stand behind a frame.
///
/// A text that quotes a frame is noise as a whole: a space, a quote or a character that introduces
/// something (such as `:`, `=`, `(`, `[` or `,`) stands between the text and the frame. A
/// `control_request` that ends the line may stand behind a space: the CLI waits for its reply, and
/// ignores the reply to one that it has not sent. Frames inside other JSON values are not found.
///
/// # Examples
///
/// ```
/// use claude_types::{LinePart, line_parts};
///
/// let line = br#"{"type":"keep_alive"}{"type":"result"} done"#;
/// assert_eq!(line_parts(line).filter(|part| matches!(part, LinePart::Frame(_))).count(), 2);
///
/// let quoted = br#"sent: {"type":"result"}"#;
/// assert!(line_parts(quoted).eq([LinePart::Noise(quoted)]));
/// ```
#[must_use]
pub fn line_parts(line: &[u8]) -> LineParts<'_> {
    // A text that looks like many beginnings of objects must not be parsed once for each.
    LineParts { line, at: 0, frame: None, budget: line.len().saturating_mul(2) + 4096 }
}

/// Returns whether a line is one frame and nothing else, as far as this can be seen without parsing.
///
/// `false` means that [`line_parts`] must decide. If this returns `true` and the line is not valid
/// JSON, a text that is not a frame stands behind one.
///
/// # Examples
///
/// ```
/// use claude_types::is_single_frame;
///
/// assert!(is_single_frame(br#"{"type":"result","usage":{"input_tokens":1}}"#));
/// assert!(!is_single_frame(br#"{"type":"keep_alive"}{"type":"result"}"#));
/// assert!(!is_single_frame(b"\x1b[2J{\"type\":\"result\"}"));
/// ```
#[must_use]
pub fn is_single_frame(line: &[u8]) -> bool {
    let [b'{', .., b'}'] = line else {
        return false;
    };
    // In one object, an inner object follows a colon, a comma or a bracket. A string that ends in a
    // brace looks like the beginning of an object, but no key follows.
    let is_inner = |at: usize| {
        let before = line[..at].iter().rev().find(|byte| !matches!(byte, b' ' | b'\t'));
        matches!(before, Some(b':' | b',' | b'[')) || !begins_key(line.get(at + 2))
    };
    let first = if line.starts_with(DELTA) { DELTA.len() } else { 1 };
    let rest = line.get(first..).unwrap_or_default();
    // The search for one byte is faster in a short line, and slower in one with much code.
    if rest.len() < 4096 {
        memchr::memchr_iter(b'{', rest)
            .all(|at| rest.get(at + 1) != Some(&b'"') || is_inner(first + at))
    } else {
        // The text of a long line often has no brace: search only as far as the last one.
        let end = memchr::memrchr(b'{', rest).map_or(0, |last| rest.len().min(last + 2));
        OBJECT.find_iter(&rest[..end]).all(|at| is_inner(first + at))
    }
}

/// The parts of a line. [`line_parts`] returns it.
///
/// # Examples
///
/// ```
/// let mut parts = claude_types::line_parts(b"no frame");
/// assert!(parts.next().is_some() && parts.next().is_none());
/// ```
#[derive(Debug, Clone)]
pub struct LineParts<'l> {
    line: &'l [u8],
    /// The offset of the next part.
    at: usize,
    /// The frame behind the noise that was returned last: its begin and its end.
    frame: Option<(usize, usize)>,
    /// How many bytes of objects that are not whole may still be parsed.
    budget: usize,
}

impl<'l> Iterator for LineParts<'l> {
    type Item = LinePart<'l>;

    fn next(&mut self) -> Option<LinePart<'l>> {
        if let Some((begin, end)) = self.frame.take().or_else(|| self.find_frame()) {
            let before = &self.line[self.at..begin];
            if !before.trim_ascii().is_empty() {
                (self.at, self.frame) = (begin, Some((begin, end)));
                return Some(LinePart::Noise(before));
            }
            self.at = end;
            return Some(LinePart::Frame(&self.line[begin..end]));
        }
        let rest = &self.line[self.at..];
        self.at = self.line.len();
        (!rest.trim_ascii().is_empty()).then_some(LinePart::Noise(rest))
    }
}

impl FusedIterator for LineParts<'_> {}

impl LineParts<'_> {
    /// Finds the next frame behind the last part.
    fn find_frame(&mut self) -> Option<(usize, usize)> {
        if !self.line[self.at..].contains(&b'{') {
            return None;
        }
        let (mut row, mut at) = (Row::default(), self.at);
        while let Some(byte) = self.line.get(at) {
            if *byte == b'{' && self.begins_object(at, &row) && !row.introduces() {
                match self.end_of_object(at) {
                    Some(end) if row.spaces() && !self.ends_in_request(at, end) => {}
                    Some(end) if frame_type(&self.line[at..end]).is_some() => {
                        return Some((at, end));
                    }
                    // What this object contains is not a frame of the line.
                    Some(end) => {
                        (row, at) = (Row::default(), end);
                        continue;
                    }
                    // The rest of a frame that was cut off is not a text that quotes.
                    None => row.redrawn = true,
                }
            }
            at += row.feed(&self.line[at..]);
        }
        None
    }

    /// Returns whether the brace at this offset may begin an object. One that does not begin the
    /// line must have the form that [`is_single_frame`] searches for.
    fn begins_object(&self, at: usize, row: &Row) -> bool {
        let rest = &self.line[at + 1..];
        (self.at == 0 && row.last.is_none())
            || (rest.first() == Some(&b'"') && begins_key(rest.get(1)))
    }

    /// Returns whether this frame ends the line and is a request of the CLI, for whose reply the CLI
    /// waits.
    fn ends_in_request(&self, begin: usize, end: usize) -> bool {
        let is_last = self.line[end..].trim_ascii().is_empty();
        is_last && frame_type(&self.line[begin..end]).is_some_and(|kind| kind == "control_request")
    }

    /// Returns the end of the object that begins here. `None` if it is not whole.
    fn end_of_object(&mut self, begin: usize) -> Option<usize> {
        if self.budget == 0 {
            return None;
        }
        let rest = &self.line[begin..];
        let mut values = serde_json::Deserializer::from_slice(rest).into_iter::<IgnoredAny>();
        match values.next() {
            Some(Ok(_)) => Some(begin + values.byte_offset()),
            Some(Err(error)) => {
                self.budget = self.budget.saturating_sub(error.column().max(1));
                None
            }
            None => None,
        }
    }
}

/// Returns whether this byte may be the first one of a key.
fn begins_key(first: Option<&u8>) -> bool {
    !matches!(first, None | Some(b'}' | b']' | b',' | b':' | b' '))
}

/// The row of a terminal after the output in front of an object, as far as it matters here.
#[derive(Debug, Default)]
struct Row {
    /// The last visible character. Of a character of several bytes, the last byte.
    last: Option<u8>,
    /// A space follows the last visible character.
    spaced: bool,
    /// The row was begun by a carriage return or by a sequence that moves the cursor or erases.
    redrawn: bool,
}

impl Row {
    /// Returns whether the text of the row introduces what follows, so that it is a quotation.
    fn introduces(&self) -> bool {
        match self.last {
            None => false,
            Some(
                b':' | b'=' | b',' | b';' | b'(' | b'[' | b'{' | b'}' | b'<' | b'>' | b'|' | b'"'
                | b'\'' | b'`' | b'\\',
            ) => true,
            Some(_) => false,
        }
    }

    /// Returns whether a space stands between the text of the row and what follows. In a text that
    /// was drawn over an older one, which is a progress line, it does not matter.
    fn spaces(&self) -> bool {
        self.last.is_some() && self.spaced && !self.redrawn
    }

    /// Adds the first byte or escape sequence of the output. Returns its length.
    fn feed(&mut self, output: &[u8]) -> usize {
        match *output {
            [0x1b, ref rest @ ..] => {
                let (moves, length) = escape_sequence(rest);
                if moves {
                    *self = Self { redrawn: true, ..Self::default() };
                }
                return length + 1;
            }
            [0xef, 0xbb, 0xbf, ..] => return 3,
            [b'\r' | 0x0c, ..] => *self = Self { redrawn: true, ..Self::default() },
            [b' ' | b'\t', ..] => self.spaced = true,
            [0..=0x1f | 0x7f, ..] | [] => {}
            [byte, ..] => (self.last, self.spaced) = (Some(byte), false),
        }
        1
    }
}

/// Returns whether an escape sequence moves the cursor or erases, and its length without the escape
/// character.
fn escape_sequence(rest: &[u8]) -> (bool, usize) {
    match rest.first() {
        // A control sequence: parameters, then one final byte. `m` only changes the colour.
        Some(b'[') => {
            let end = rest[1..].iter().position(|byte| (0x40..=0x7e).contains(byte));
            let length = end.map_or(rest.len(), |end| end + 2);
            (rest[length - 1] != b'm', length)
        }
        // A string, such as the title of the window: up to BEL, or to the next escape character.
        Some(b']' | b'P' | b'_' | b'^' | b'X') => {
            let end = rest.iter().position(|byte| matches!(byte, 0x07 | 0x1b));
            let length = match end {
                Some(end) if rest[end] == 0x07 => end + 1,
                Some(end) if rest.get(end + 1) == Some(&b'\\') => end + 2,
                Some(end) => end,
                None => rest.len(),
            };
            (false, length)
        }
        // A reset of the terminal.
        Some(b'c') => (true, 1),
        Some(_) => (false, 1),
        None => (false, 0),
    }
}

#[cfg(test)]
mod tests;
