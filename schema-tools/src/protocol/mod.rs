//! `cargo xtask protocol`: generates the pages that document the protocol from `schema/`.
//!
//! `docs/protocol.md` is an overview with an index; `docs/protocol/` has one page for each file of
//! the schema. The texts come from the schema and from `overview.md`. Read next: [`run()`],
//! [`page`] for the tables, [`index`] for the index, [`ways`] for the direction of each item.

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
