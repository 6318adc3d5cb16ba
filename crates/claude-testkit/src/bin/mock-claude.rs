//! mock-claude.

fn main() {}
