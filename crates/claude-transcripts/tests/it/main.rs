//! Tests on session files: those of recorded sessions, and others that are written here.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod bundles;
mod conversations;
mod damaged;
mod edits;
mod exports;
mod doctor_files;
mod doctor_findings;
mod doctor_hostile;
mod doctor_repairs;
mod files;
mod following;
mod forks;
mod listings;
mod recorded;
