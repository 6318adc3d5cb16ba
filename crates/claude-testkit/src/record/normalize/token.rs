//! Tokens: finds IDs and times in a text.

/// The kind of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::record) enum Token<'a> {
    /// `e98c85a5-feab-4b75-bcce-3e7e88e2c417`.
    Uuid,
    /// `msg_` and a random part; the prefix is without the underscore.
    Prefixed(&'a str),
    /// `2026-11-21T04:18:05.640Z`.
    Time,
    /// `claude-1001`: a folder of temporary files, with the ID of the user.
    User,
    /// 64 hexadecimal digits.
    Hash,
    /// `1795258079000`, and the random part after it in the name of a file, as `-67pzr4`.
    Millis,
    /// The number of a duration inside a text.
    Duration,
    /// The name of a plan file: made of the prompt and random words.
    Plan,
}

const UUID: &[u8] = b"xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
const TIME: &[u8] = b"dddd-dd-ddTdd:dd:dd.dddZ";
const HASH: &[u8] = &[b'x'; 64];
const MILLIS: &[u8] = b"1dddddddddddd";
const PLANS: &str = ".claude/plans/";
const DURATIONS: [&str; 4] =
    ["duration_ms>", "duration_ms: ", "duration (API):  ", "duration (wall): "];
const PREFIXES: [&str; 6] = ["msg", "toolu", "srvtoolu", "req", "session", "call"];

/// The first token of a text: its position, its length, and its kind.
pub(in crate::record) fn next_token(text: &str) -> Option<(usize, usize, Token<'_>)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let begins = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        if begins && let Some((length, token)) = token_at(text, at) {
            return Some((at, length, token));
        }
        at += 1;
    }
    None
}

fn token_at(text: &str, at: usize) -> Option<(usize, Token<'_>)> {
    let rest = &text.as_bytes()[at..];
    if like(rest, UUID) {
        return Some((UUID.len(), Token::Uuid));
    }
    if like(rest, TIME) {
        return Some((TIME.len(), Token::Time));
    }
    if like(rest, HASH) {
        return Some((HASH.len(), Token::Hash));
    }
    if like(rest, MILLIS) {
        let random = rest[MILLIS.len()..].strip_prefix(b"-").unwrap_or_default();
        let random = run(random, u8::is_ascii_alphanumeric);
        return Some((MILLIS.len() + if random == 6 { 7 } else { 0 }, Token::Millis));
    }
    let before = text.get(..at).unwrap_or_default();
    if DURATIONS.iter().any(|name| before.ends_with(name)) {
        let digits = run(rest, |byte| byte.is_ascii_digit() || *byte == b'.');
        return (digits > 0).then_some((digits, Token::Duration));
    }
    if before.ends_with(PLANS) {
        let plan = run(rest, |byte| byte.is_ascii_lowercase() || *byte == b'-');
        return (plan > 0).then_some((plan, Token::Plan));
    }
    if let Some(user) = rest.strip_prefix(b"claude-") {
        let digits = run(user, |byte| byte.is_ascii_digit());
        if before.ends_with("/tmp/") && digits > 0 {
            return Some((7 + digits, Token::User));
        }
    }
    let text = text.get(at..)?;
    let prefix = PREFIXES
        .iter()
        .find(|prefix| text.strip_prefix(**prefix).is_some_and(|after| after.starts_with('_')))?;
    let random = &text.as_bytes()[prefix.len() + 1..];
    let length = run(random, |byte| byte.is_ascii_alphanumeric());
    let is_random = length >= 16 && random[..length].iter().any(u8::is_ascii_digit);
    is_random.then_some((prefix.len() + 1 + length, Token::Prefixed(prefix)))
}

/// Whether a text begins like a pattern and continues with something else.
fn like(text: &[u8], pattern: &[u8]) -> bool {
    let fits = |(byte, pattern): (&u8, &u8)| match pattern {
        b'x' => byte.is_ascii_digit() || (b'a'..=b'f').contains(byte),
        b'd' => byte.is_ascii_digit(),
        _ => byte == pattern,
    };
    text.len() >= pattern.len()
        && text.iter().zip(pattern).all(fits)
        && !text.get(pattern.len()).is_some_and(u8::is_ascii_alphanumeric)
}

fn run(bytes: &[u8], part: impl Fn(&u8) -> bool) -> usize {
    bytes.iter().take_while(|byte| part(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_found_and_words_are_not() {
        let hash = "af4e04b0bfb7b75607ac0b466475b37f5aa95b2b198e760ba0d09a0471e42d5a";
        for (text, found) in [
            ("é e98c85a5-feab-4b75-bcce-3e7e88e2c417.", Some((3, 36, Token::Uuid))),
            ("x-msg_d777a8374a5946c1b798fb07", Some((2, 28, Token::Prefixed("msg")))),
            ("at 2026-11-21T04:18:05.640Z", Some((3, 24, Token::Time))),
            ("/tmp/claude-1001/a", Some((5, 11, Token::User))),
            (hash, Some((0, 64, Token::Hash))),
            ("blob-1795258079000-67pzr4.png", Some((5, 20, Token::Millis))),
            ("backup.1795258096492", Some((7, 13, Token::Millis))),
            ("~/.claude/plans/x-wobbly-blanket.md", Some((16, 16, Token::Plan))),
            ("<duration_ms>17</duration_ms>", Some((13, 2, Token::Duration))),
            ("Total duration (wall): 1.5s", Some((23, 3, Token::Duration))),
            ("msg_queue_position claude-1001 2026-11-21 17952580964921 deadbeef", None),
            ("xe98c85a5-feab-4b75-bcce-3e7e88e2c417", None),
        ] {
            assert_eq!(next_token(text), found, "{text}");
        }
    }
}
