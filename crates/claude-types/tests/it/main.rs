//! Tests of the wire types against 206 recordings of the real CLI, and against unknown data.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod blocks;
mod bounds;
mod control;
mod corpus;
mod hooks;
mod hostile;
mod unknown_data;
mod invariants;
mod untyped_parts;
mod mutated;
mod mutation;
mod recordings;
#[cfg(feature = "schema")]
mod schema;
mod tools;
mod transcripts;

#[test]
fn every_file_here_is_a_module() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it");
    let main = include_str!("main.rs");
    for entry in std::fs::read_dir(here).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let module = name.trim_end_matches(".rs");
        assert!(
            module == "main" || main.contains(&format!("mod {module};")),
            "{name} is forgotten"
        );
    }
}
