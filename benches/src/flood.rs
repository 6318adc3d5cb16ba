//! Flood.

fn main() {}
