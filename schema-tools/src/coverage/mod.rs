//! `cargo xtask coverage`: which features of the protocol are covered by the schema or the code.
//!
//! `schema/rows/` lists the features as rows with IDs; the schema names them where they are typed.
//! A row that nothing names is open. The command does not check whether a type is right: the
//! recordings and `drift` do. Read next: [`rows`], [`ledger`].

mod run;
mod rows;
mod named;
mod ledger;
mod page;
#[cfg(test)]
mod tests;

pub(crate) use run::run;
