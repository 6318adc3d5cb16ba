//! Tests of the public API: the in-memory pair, real children on every system, and what only Unix has.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking, in its functions too"
)]

#[cfg(all(any(unix, windows), feature = "process"))]
mod child;
#[cfg(all(any(unix, windows), feature = "process"))]
mod every_system;
#[cfg(all(unix, feature = "process"))]
mod limits;
mod memory;
#[cfg(all(target_os = "linux", feature = "process"))]
mod orphans;
#[cfg(all(unix, feature = "process"))]
mod process;
#[cfg(all(unix, feature = "process"))]
mod private_files;
#[cfg(all(unix, feature = "process"))]
mod process_drop;
#[cfg(all(target_os = "linux", feature = "process"))]
mod process_tree;
mod support;

/// A file that is not declared above would never run.
#[test]
fn every_file_beside_this_one_is_declared() {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it");
    let declared = include_str!("main.rs");
    for entry in std::fs::read_dir(directory).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let module = name.trim_end_matches(".rs");
        assert!(
            module == "main" || declared.contains(&format!("mod {module};")),
            "{name} is not declared"
        );
    }
}
