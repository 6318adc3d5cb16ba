//! `cargo xtask drift`: compares the schema with its sources.
//!
//! There are three witnesses: the recordings ([`recorded`]), the command line of an installed CLI
//! ([`command_line`]), and the published TypeScript declarations ([`declared`]). What only one side
//! has is a [`finding`]; `schema/drift/allow.toml` explains those that are correct ([`allow`]).
//! Nothing is changed here. Read next: [`run`](mod@run).

mod run;
mod finding;
mod allow;
mod model;
mod recorded;
mod command_line;
mod flags;
mod declared;
mod table;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub(crate) use model::Model;
pub(crate) use recorded::{Counts, count};
pub(crate) use run::{Place, Plan, run};
