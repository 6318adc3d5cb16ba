//! claude-testkit.
