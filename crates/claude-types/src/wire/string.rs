//! String: finds the end of a JSON string, and removes its escapes.
//!
//! Both search for the special bytes of a string: quotes, backslashes and control characters, which
//! are invalid there. The input is valid UTF-8, and these bytes are ASCII, so that every piece
//! between them is valid, too, and is not checked again.

/// The value 1 in each byte.
const EACH: u64 = u64::from_le_bytes([1; 8]);

/// The first capacity of a text with escapes, in bytes. Most texts are shorter.
const FIRST: usize = 4 << 10;

/// Returns where the closing quote of a string is, or its first backslash, from the text after its
/// opening quote.
///
/// Returns `None` if there is a control character before it, or nothing. Most strings are short, so
/// the first 256 bytes are searched in steps of 8 bytes. The rest of longer strings, such as images,
/// is searched with `memchr`, which takes larger steps.
#[inline]
pub(super) fn first_special(text: &[u8]) -> Option<usize> {
    const SHORT: usize = 256;
    let (words, _) = text[..text.len().min(SHORT)].as_chunks::<8>();
    if let Some(at) = special_in(words) {
        return (text[at] >= b' ').then_some(at);
    }
    let at = 8 * words.len();
    let rest = &text[at..];
    let length = memchr::memchr2(b'"', b'\\', rest)?;
    (!has_control(&rest[..length])).then_some(at + length)
}

/// Removes the escapes of a string: `text` begins after its opening quote, and its first backslash
/// is at `first`. Returns the result, and the length of the string in `text`.
///
/// Returns `None` if the string is invalid, or contains a surrogate: `serde_json` reads it then.
///
/// The result is built in its own allocation. A scratch buffer would be a second allocation of the
/// same length: with both freed after each message, the allocator of glibc returns their pages to
/// the system and requests them again, which takes longer than the decoding.
pub(super) fn unescape(text: &str, first: usize) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    let mut unescaped = String::new();
    // What lies from `begin` to `at` is not copied yet.
    let (mut begin, mut at) = (0, first);
    loop {
        let piece = text.get(begin..at)?;
        reserve(&mut unescaped, piece.len() + char::MAX.len_utf8(), text.len() - begin);
        unescaped.push_str(piece);
        match bytes.get(at)? {
            b'"' => {
                // Not for a few bytes: the rest that the allocator would get back would lie behind
                // each text, and keep the place of the text from growing for the next one.
                if unescaped.capacity() - unescaped.len() > unescaped.len() / 8 {
                    unescaped.shrink_to_fit();
                }
                return Some((unescaped, at));
            }
            b'\\' => {}
            _ => return None,
        }
        (begin, at) = match bytes.get(at + 1)? {
            // The character stands for itself: the next piece begins with it.
            b'"' | b'\\' | b'/' => (at + 1, at + 2),
            b'u' => {
                unescaped.push(unit(bytes.get(at + 2..at + 6)?)?);
                (at + 6, at + 6)
            }
            letter => {
                unescaped.push(control(*letter)?);
                (at + 2, at + 2)
            }
        };
        at += next_special(bytes.get(at..)?)?;
    }
}

/// Makes room for `piece` bytes. `most` is what may still follow: the rest of the line.
///
/// The capacity grows by factors, so that a short text in a long line does not take the room of the
/// line, and never beyond the line: a doubled capacity of a text of 100 KB would exceed 128 KiB, for
/// which allocators request fresh pages from the system each time.
#[inline]
fn reserve(text: &mut String, piece: usize, most: usize) {
    if text.capacity() - text.len() < piece {
        let growth = (31 * text.len()).max(FIRST).min(most).max(piece);
        text.reserve_exact(growth);
    }
}

/// Returns the character of a `\u` escape. `None` for half of a surrogate pair.
fn unit(digits: &[u8]) -> Option<char> {
    let value = |value, digit: &u8| Some(16 * value + char::from(*digit).to_digit(16)?);
    digits.iter().try_fold(0, value).and_then(char::from_u32)
}

/// Returns the control character of an escape such as `\n`.
fn control(letter: u8) -> Option<char> {
    Some(match letter {
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        _ => return None,
    })
}

/// Returns where the next special byte is. `None` if there is none.
#[inline]
fn next_special(bytes: &[u8]) -> Option<usize> {
    let (words, rest) = bytes.as_chunks::<8>();
    let is_special = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
    special_in(words).or_else(|| Some(8 * words.len() + rest.iter().position(is_special)?))
}

/// Returns where the first special byte of some words is.
#[inline]
fn special_in(words: &[[u8; 8]]) -> Option<usize> {
    for (number, word) in words.iter().enumerate() {
        let specials = specials(u64::from_le_bytes(*word));
        if specials != 0 {
            return Some(8 * number + specials.trailing_zeros() as usize / 8);
        }
    }
    None
}

/// Finds the first special byte of eight. The highest bit of this byte is set. The bits of later
/// bytes have no meaning.
#[inline]
const fn specials(word: u64) -> u64 {
    const HIGHEST: u64 = EACH << 7;
    let quote = word ^ (EACH * b'"' as u64);
    let backslash = word ^ (EACH * b'\\' as u64);
    (below(quote, 1) | below(backslash, 1) | below(word, b' ' as u64)) & HIGHEST
}

/// The same as `specials`, for bytes below a limit.
#[inline]
const fn below(word: u64, limit: u64) -> u64 {
    word.wrapping_sub(EACH * limit) & !word
}

/// Returns whether there are control characters, which are invalid in strings.
///
/// Reads all bytes instead of stopping at the first match, so that the loop can be vectorized.
fn has_control(bytes: &[u8]) -> bool {
    bytes.iter().fold(false, |found, byte| found | (*byte < b' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> (Option<String>, Option<String>) {
        let json = format!("\"{text}\"");
        let first = text.find('\\').unwrap();
        let ours = unescape(&json[1..], first);
        let ours = ours.filter(|(_, length)| *length == text.len()).map(|(text, _)| text);
        (ours, serde_json::from_str(&json).ok())
    }

    #[test]
    fn escapes_at_every_place_are_read_as_by_serde_json() {
        let escapes = [
            r#"\""#, r"\\", r"\/", r"\n", r"\t", r"\r", r"\b", r"\f", r"\u001b", r"\u00E9",
            r"\u65e5",
        ];
        for escape in escapes {
            for before in 0..20 {
                for behind in 0..20 {
                    let text =
                        format!("{}{escape}é{escape}{}", "x".repeat(before), "y".repeat(behind));
                    let (ours, expected) = both(&text);
                    assert_eq!(ours, expected, "{text}");
                    assert!(ours.is_some(), "{text}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_a_simple_escape_is_left_to_serde_json() {
        for text in [r"\ud83d\ude00", r"\ud800", r"\x", r"\u00", r"\u00g0", r"\u+123", "\\n\u{1}"] {
            assert_eq!(both(text).0, None, "{text}");
        }
        for text in [r"\", r"\n", r"\u", r"\u00e", r"\u00e9", r#"\""#] {
            assert_eq!(unescape(text, 0), None, "the string has no end: {text}");
        }
    }

    #[test]
    fn a_text_takes_no_more_memory_than_its_line() {
        for length in [1, 100, 5_000, 20_000, 100_000, 300_000] {
            let text = r#"the quick brown fox \"jumps\" over\n"#.repeat(length / 36 + 1);
            let line = format!("{text}\"}}");
            let (unescaped, _) = unescape(&line, line.find('\\').unwrap()).unwrap();
            assert!(unescaped.capacity() <= unescaped.len() + unescaped.len() / 8);
            let mut grown = String::new();
            while grown.len() < length {
                let rest = length + 36 - grown.len();
                reserve(&mut grown, 36, rest);
                assert!(grown.capacity() <= (length + 36).min(32 * grown.len() + FIRST + 36));
                grown.push_str(&text[..36]);
            }
        }
    }
}
