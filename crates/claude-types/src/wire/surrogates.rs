//! Mends JSON text that holds half a surrogate pair.
//!
//! JavaScript counts UTF-16 units. When the CLI cuts a string inside an emoji, `JSON.stringify`
//! writes the lone half as `\ud83d`, which is no character and which strict parsers refuse.

/// Replaces each lone surrogate escape by `\ufffd`. `None` if there is none.
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
            // Any other escape is two bytes: the backslash and what it escapes.
            None => (escape + 2).min(bytes.len()),
        };
    }
    if let Some(out) = &mut repaired {
        out.push_str(&text[copied..]);
    }
    repaired
}

/// The UTF-16 unit of a `\uXXXX` escape at this place.
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
    fn replaces_lone_halves_only() {
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
