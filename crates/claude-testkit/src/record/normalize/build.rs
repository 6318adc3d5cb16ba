//! Build: replaces what changes with each build of the CLI, such as the names of its own files and
//! excerpts of its code in stack traces.

/// Behind this, the version has a part that depends on the build and on the prompt.
const VERSION: &str = "cc_version=0.0.0.";
/// The folder of the CLI's own files.
const FILES: &str = "/$bunfs/root/";

/// Returns a text without what depends on the build.
pub(super) fn without_build(mut text: String) -> String {
    if let Some(at) = text.find(VERSION) {
        let end = at + VERSION.len();
        let length = text[end..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        text.replace_range(end - 1..end + length, "");
    }
    if let Some(code) = excerpt(&text) {
        text.truncate(code);
        text.push('…');
    }
    let mut from = 0;
    while let Some(at) = text[from..].find(FILES) {
        let begin = from + at + FILES.len();
        let place = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
        let length = text[begin..].chars().take_while(|c| place(*c)).count();
        text.replace_range(begin..begin + length, "cli.js:1:1");
        from = begin;
    }
    text
}

/// Returns where the code begins in a line of a stack trace: behind `11 | `.
fn excerpt(text: &str) -> Option<usize> {
    let (before, _) = text.split_once(" | ")?;
    let number = before.rsplit(' ').next()?;
    let is_line = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let begins = before.trim_start() == number || before.starts_with("Error in hook callback ");
    (is_line && begins).then_some(before.len() + " | ".len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_builds_have_one_text() {
        for (text, expected) in [
            ("a: cc_version=0.0.0.3c4; cc_entrypoint=x", "a: cc_version=0.0.0; cc_entrypoint=x"),
            ("Error in hook callback h0:  6 | import{Be}from", "Error in hook callback h0:  6 | …"),
            ("11 | `);return}if(n.type", "11 | …"),
            (" 8 | x", " 8 | …"),
            (
                "    at read (/$bunfs/root/chunk-nx3n24j8.js:8:538)",
                "    at read (/$bunfs/root/cli.js:1:1)",
            ),
            ("a | b", "a | b"),
            ("ls 3 | wc", "ls 3 | wc"),
        ] {
            assert_eq!(without_build(text.to_owned()), expected);
        }
    }
}
