//! Security: hostile texts in options, secrets that must not be shown, and private files.
//!
//! `docs/security.md` says what each test defends.

mod argv_oracle;
mod fingerprints;
mod hostile_options;
mod hostile_setters;
mod other_machine;
#[cfg(target_os = "linux")]
mod processes;
