//! Shared parts of the fuzz targets: the invariants of a line, which the tests of `claude-types`
//! check for generated lines, too.

#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../../crates/claude-types/tests/it/invariants.rs"]
mod invariants;

/// Panics if the outcome of this line breaks an invariant.
pub fn check_invariants(line: &[u8]) {
    invariants::check_invariants(line);
}

/// Returns the type of an object that has exactly one `type`, written without escapes.
#[must_use]
pub fn kind(line: &str) -> Option<&str> {
    invariants::kind(line)
}
