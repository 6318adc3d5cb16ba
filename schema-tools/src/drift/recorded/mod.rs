//! The recordings of the real CLI against the schema.
//!
//! [`walk`] follows each recorded line through the types of the schema and counts what it meets;
//! [`claims`] holds the counts against what the schema says it has seen. Nothing is decoded by the
//! SDK's own code here: a fault in that would hide what is looked for.

mod read;
mod walk;
mod tools;
mod claims;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use read::{Lines, Recording};
pub(crate) use read::{compare, recordings};
