//! Text: which characters titles and tags have.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// How often a tag is cleaned at most. One pass may reveal what the next one changes.
const PASSES: usize = 10;

/// Returns a text without white space at its ends, as JavaScript counts it.
pub(crate) fn trimmed(text: &str) -> &str {
    text.trim_matches(|it: char| it == '\u{feff}' || (it.is_whitespace() && it != '\u{85}'))
}

/// Returns a tag without characters that are invisible or have no meaning of their own, in the normal
/// form NFKC, as the CLI filters tags by it.
pub(super) fn cleaned(tag: &str) -> String {
    let mut text = tag.to_owned();
    for _ in 0..PASSES {
        let next: String = text.nfkc().filter(|it| is_visible(*it)).collect();
        if next == text {
            break;
        }
        text = next;
    }
    trimmed(&text).to_owned()
}

/// Returns whether a character is neither a format character nor private nor unassigned.
fn is_visible(it: char) -> bool {
    !matches!(
        it.general_category(),
        GeneralCategory::Format | GeneralCategory::PrivateUse | GeneralCategory::Unassigned
    )
}

#[cfg(test)]
mod tests {
    use super::{cleaned, trimmed};

    #[test]
    fn a_tag_keeps_visible_characters_in_their_normal_form() {
        for (tag, expected) in [
            ("plain tag-1", "plain tag-1"),
            ("  spaces \n", "spaces"),
            ("a\u{200b}b\u{200d}c\u{feff}", "abc"),
            ("\u{202e}evil\u{2066}x\u{2069}", "evilx"),
            ("\u{e000}p\u{f8ff}\u{100000}", "p"),
            ("n\u{378}o", "no"),
            ("\u{ff26}\u{ff35}\u{ff2c}\u{ff2c}", "FULL"),
            ("\u{fb01}ne", "fine"),
            ("e\u{301}", "\u{e9}"),
            // Without the invisible character between them, the two are composed.
            ("e\u{200b}\u{301}", "\u{e9}"),
            ("日本 😀", "日本 😀"),
            ("\u{200b}\u{feff}", ""),
        ] {
            assert_eq!(cleaned(tag), expected, "{tag:?}");
            assert_eq!(cleaned(expected), expected, "{tag:?}");
        }
    }

    #[test]
    fn white_space_at_the_ends_is_that_of_javascript() {
        assert_eq!(trimmed(" \t\u{a0}\u{feff}a b\u{2029}\u{3000}"), "a b");
        assert_eq!(trimmed("\u{85}a"), "\u{85}a");
        assert_eq!(trimmed("\u{200b}a"), "\u{200b}a");
    }
}
