//! Surrogates: replaces lone surrogates in JSON text.
//!
//! JavaScript strings consist of UTF-16 units. If the CLI cuts a string inside an emoji,
//! `JSON.stringify` writes the lone surrogate as an escape such as `\ud83d`. It is not a character,
//! and strict parsers reject it.

/// Replaces each escape of a lone surrogate by `\ufffd`. Returns `None` if there is none.
pub(crate) fn repair(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut repaired: Option<String> = None;
    let mut copied = 0;
    let mut at = 0;
    while let Some(offset) = memchr::memchr(b'\\', &bytes[at..]) {
        let escape = at + offset;
        at = match unit(bytes, escape) {
            Some(0xD800..=0xDBFF) if matches!(unit(bytes, escape + 6), Some(0xDC00..=0xDFFF)) => {
                escape + 12
            }
            Some(0xD800..=0xDFFF) => {
                let out = repaired.get_or_insert_with(|| String::with_capacity(text.len()));
                out.push_str(&text[copied..escape]);
                out.push_str("\\ufffd");
                copied = escape + 6;
                copied
            }
            Some(_) => escape + 6,
            // Any other escape has two bytes: the backslash and one character.
            None => (escape + 2).min(bytes.len()),
        };
    }
    if let Some(out) = &mut repaired {
        out.push_str(&text[copied..]);
    }
    repaired
}

/// Returns the UTF-16 unit if there is a `\uXXXX` escape at this position.
fn unit(bytes: &[u8], at: usize) -> Option<u16> {
    let escape = bytes.get(at..at + 6)?;
    let digits = escape.strip_prefix(b"\\u")?;
    digits.iter().try_fold(0_u16, |unit, digit| {
        let value = char::from(*digit).to_digit(16)?;
        Some(unit << 4 | u16::try_from(value).ok()?)
    })
}

#[cfg(test)]
mod tests {
    use super::repair;

    #[test]
    fn replaces_lone_surrogates_only() {
        assert_eq!(repair(r#""a\ud83db""#).as_deref(), Some(r#""a\ufffdb""#));
        assert_eq!(repair(r#""\ude00""#).as_deref(), Some(r#""\ufffd""#));
        assert_eq!(repair(r#""\ud83d\ud83d\ude00""#).as_deref(), Some(r#""\ufffd\ud83d\ude00""#));
        assert_eq!(repair(r#""\ud83d\ude00""#), None);
        assert_eq!(repair(r#""\\ud83d""#), None);
        assert_eq!(repair(r#""\u00e9 é \n""#), None);
        assert_eq!(repair(r#""\ud8"#), None);
        assert_eq!(repair("\"\\"), None);
    }
}
