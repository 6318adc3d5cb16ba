//! Names: keys as names of files, the same on every system.
//!
//! Letters, digits, `-` and `_` stay. `A` becomes `!a`, because some systems ignore case. Every other
//! byte becomes `%` and two digits. So a name has no dot, no separator and nothing that a system
//! normalises. A long name is divided: each part but the last is a folder whose name ends with `%`.

/// The longest part of a name, in bytes. Suffixes come on top; file systems take 255.
const LONGEST: usize = 200;

/// Names that Windows reserves, whatever their suffix is.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Returns the parts of a name: folders, and last the name itself.
pub(super) fn encode(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    for byte in name.bytes() {
        let token = match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' => char::from(byte).to_string(),
            b'A'..=b'Z' => format!("!{}", char::from(byte.to_ascii_lowercase())),
            _ => escape(byte),
        };
        let last = parts.len() - 1;
        if parts[last].len() + token.len() > LONGEST {
            parts[last].push('%');
            parts.push(token);
        } else {
            parts[last].push_str(&token);
        }
    }
    for part in &mut parts {
        if is_device(part) {
            *part = escape(part.as_bytes()[0]) + &part[1..];
        }
    }
    parts
}

/// Returns the name that these parts stand for. `None` if no name has these parts.
pub(super) fn decode(parts: &[String]) -> Option<String> {
    let mut bytes = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let text = if index + 1 < parts.len() { part.strip_suffix('%')? } else { part };
        let mut rest = text.bytes();
        while let Some(byte) = rest.next() {
            bytes.push(match byte {
                b'!' => rest.next()?.to_ascii_uppercase(),
                b'%' => (digit(rest.next()?)? << 4) | digit(rest.next()?)?,
                _ => byte,
            });
        }
    }
    let name = String::from_utf8(bytes).ok()?;
    // Another spelling of the same name would be a second file for it.
    (encode(&name) == parts).then_some(name)
}

/// Returns whether a folder has the beginning of a long name.
pub(super) fn is_partial(folder: &str) -> bool {
    folder.ends_with('%')
}

fn escape(byte: u8) -> String {
    format!("%{byte:02x}")
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

fn is_device(part: &str) -> bool {
    let is_port = |port: &str| {
        part.strip_prefix(port).is_some_and(|digit| matches!(digit.as_bytes(), [b'0'..=b'9']))
    };
    DEVICES.contains(&part) || is_port("com") || is_port("lpt")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::{decode, encode};

    #[test]
    fn names_of_the_cli_stay_readable() {
        assert_eq!(encode("-home-me-app"), ["-home-me-app"]);
        assert_eq!(encode("-Users-me"), ["-!users-me"]);
        assert_eq!(encode("agent-a1b2"), ["agent-a1b2"]);
    }

    #[test]
    fn names_that_look_alike_are_apart_on_every_system() {
        let names = [
            "a", "A", "a.", "a ", ".a", "a:", "a%", "a%3a", "a!", "!a", "é", "e\u{301}", "É", "ß",
            "ss", "ﬁ", "fi", "K", "\u{212a}", "k", "con", "CON", "con.x", "com1", "COM1", "nul",
            "", ".", "..", "a~1", "a\\b", "a/b", "%63on",
        ];
        let mut seen = BTreeMap::new();
        for name in names {
            let parts = encode(name);
            let plain = |byte: u8| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-_!%".contains(&byte)
            };
            assert!(parts.iter().all(|part| part.bytes().all(plain)), "{parts:?}");
            assert!(!["con", "com1", "nul"].contains(&&*parts[0]), "{name:?}");
            assert_eq!(decode(&parts).as_deref(), Some(name));
            assert_eq!(seen.insert(parts, name), None, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_is_divided() {
        for name in
            ["x".repeat(200), "x".repeat(201), "É".repeat(500), format!("{}con", "x".repeat(200))]
        {
            let parts = encode(&name);
            assert!(parts.iter().all(|part| part.len() <= 201 && part != "con"), "{parts:?}");
            assert_eq!(decode(&parts), Some(name));
        }
    }

    #[test]
    fn what_is_no_name_is_not_decoded() {
        for part in ["A", "%", "%4", "%4x", "%61", "!", "!1", "%c3", "a.b", "con", "%C3%A9"] {
            assert_eq!(decode(&[part.to_owned()]), None, "{part:?}");
        }
        assert_eq!(decode(&["a%".to_owned(), "b".to_owned()]), None, "short names are not divided");
    }

    proptest! {
        #[test]
        fn every_name_comes_back(name in "\\PC{0,400}") {
            prop_assert_eq!(decode(&encode(&name)), Some(name));
        }
    }
}
