//! `cargo xtask drift`: the schema against what there is.
//!
//! Three witnesses are asked: the recordings ([`recorded`]), the command line of an installed CLI
//! ([`command_line`]), and the published TypeScript declarations ([`declared`]). What they have and
//! the schema has not, or the other way round, is a [`finding`]; `schema/drift/allow.toml` explains
//! those that are as they should be ([`allow`]). Nothing is changed here. Read next: [`run`](mod@run).

mod run;
mod finding;
mod allow;
mod model;
mod recorded;
mod command_line;
mod flags;
mod declared;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

pub(crate) use run::{Place, Plan, run};
