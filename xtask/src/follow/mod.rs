//! `cargo xtask follow VERSION`: makes another version of the CLI the pinned one.
//!
//! It records the pinned and the new version, compares both and the schema, pins the new packages,
//! replaces the fixtures and runs the contract tests. What a person has to write is a table below
//! `target/follow/`. Read next: [`run`](mod@run).

mod run;
mod pin;
mod compare;

pub(crate) use run::run;
