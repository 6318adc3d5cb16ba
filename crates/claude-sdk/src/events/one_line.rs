//! One line: shortens a text to one line.

/// Shortens a text to one line of at most `limit` characters. Runs of white space become one space,
/// and `…` replaces what was cut off.
pub(super) fn one_line(text: &str, limit: usize) -> String {
    let mut line = String::new();
    let (mut length, mut end) = (0, 0);
    let words = text.split_whitespace().enumerate();
    for character in
        words.flat_map(|(at, word)| (at > 0).then_some(' ').into_iter().chain(word.chars()))
    {
        if length == limit {
            // Replace the last character by `…`.
            line.truncate(end);
            if limit > 0 {
                line.push('…');
            }
            return line;
        }
        end = line.len();
        line.push(character);
        length += 1;
    }
    line
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn a_line_is_cut_by_characters_and_says_so() {
        assert_eq!(one_line("a\n\n  b\tc ", 80), "a b c");
        assert_eq!(one_line("abcdef", 6), "abcdef");
        assert_eq!(one_line("abcdefg", 6), "abcde…");
        assert_eq!(one_line("äöüß", 3), "äö…");
        assert_eq!((one_line("", 3), one_line("abc", 0)), (String::new(), String::new()));
        assert_eq!(one_line("abc", 1), "…");
    }
}
