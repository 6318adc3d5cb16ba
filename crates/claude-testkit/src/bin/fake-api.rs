//! fake-api.

fn main() {}
