//! `cargo xtask protocol`: `schema/` to pages from which a person can learn the wire.
//!
//! `docs/protocol.md` is an overview with an index; `docs/protocol/` holds one page for each file
//! of the schema. What is said stands in the schema and in `overview.md`; nothing is made up here.
//! Read next: [`run()`], [`page`] for the tables, [`index`] for the index, [`ways`] for who says what.

mod run;
mod order;
mod index;
mod page;
mod item;
mod ways;
mod uses;
mod words;
mod links;
#[cfg(test)]
mod tests;

pub(crate) use links::Links;
pub(crate) use run::run;
