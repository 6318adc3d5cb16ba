//! `cargo xtask coverage`: which features of the wire have a place in the schema or in the code.
//!
//! `schema/rows/` lists the features as rows with ids; the schema names them where they are typed.
//! A row that nothing names is open. Whether a type is right is not looked at: that is what the
//! recordings and `drift` are for. Read next: [`rows`], [`ledger`].

mod run;
mod rows;
mod named;
mod ledger;
mod page;
#[cfg(test)]
mod tests;

pub(crate) use run::run;
