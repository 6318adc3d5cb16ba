//! What the fuzz targets have in common: the judge of a line, which the tests of `claude-types`
//! use for generated lines, too.

#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../../crates/claude-types/tests/it/judge.rs"]
mod judge_of_the_tests;

/// Panics if what becomes of this line breaks a rule.
pub fn judge(line: &[u8]) {
    judge_of_the_tests::judge(line);
}

/// The type of a line that has just one, written without escapes.
#[must_use]
pub fn kind(line: &str) -> Option<&str> {
    judge_of_the_tests::kind(line)
}
