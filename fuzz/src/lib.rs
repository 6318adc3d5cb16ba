//! What the fuzz targets have in common: the judge of a line, which the tests of `claude-types`
//! use for generated lines, too.

#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../../crates/claude-types/tests/it/invariants.rs"]
mod invariants;

/// Panics if what becomes of this line breaks a rule.
pub fn check_invariants(line: &[u8]) {
    invariants::check_invariants(line);
}

/// The type of a line that has just one, written without escapes.
#[must_use]
pub fn kind(line: &str) -> Option<&str> {
    invariants::kind(line)
}
