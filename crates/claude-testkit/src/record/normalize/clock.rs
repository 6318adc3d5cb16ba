//! Clock: replaces the times of day in texts for people.

/// Before it, texts about limits say when these end: `resets 9:57pm (UTC)`.
const RESETS: &str = "resets ";
const ZONE: &str = " (UTC)";

/// Returns a text in which a limit ends at noon.
pub(super) fn without_clock(text: String) -> String {
    let Some((before, rest)) = text.split_once(RESETS) else { return text };
    match rest.split_once(ZONE) {
        Some((_, after)) => format!("{before}{RESETS}12pm{ZONE}{after}"),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_limit_is_noon() {
        for (text, expected) in [
            ("your limit · resets 9:57pm (UTC) · x", "your limit · resets 12pm (UTC) · x"),
            ("resets Jan 1, 2am (UTC)", "resets 12pm (UTC)"),
            ("it resets the tree", "it resets the tree"),
            ("at 9:57pm (UTC)", "at 9:57pm (UTC)"),
        ] {
            assert_eq!(without_clock(text.to_owned()), expected);
        }
    }
}
