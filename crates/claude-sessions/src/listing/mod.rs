//! Listing: the sessions of a store, as a user chooses from them.

mod rows;
#[cfg(test)]
mod tests;

pub use rows::StoredRow;
pub(crate) use rows::list;
