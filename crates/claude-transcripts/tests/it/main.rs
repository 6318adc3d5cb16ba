//! Tests on session files: those of recorded sessions, and others that are written here.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod conversations;
mod damaged;
mod doctor_files;
mod doctor_findings;
mod doctor_hostile;
mod doctor_repairs;
mod files;
mod listings;
mod recorded;
