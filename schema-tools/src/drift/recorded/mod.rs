//! Recordings: compares the recordings of the real CLI with the schema.
//!
//! [`walk`] follows each recorded line through the types of the schema and counts what occurs;
//! [`claims`] compares the counts with what the schema marks as seen. The decoder of the SDK is not
//! used here, because a bug in it would hide differences.

mod read;
mod walk;
mod tools;
mod claims;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use read::{Lines, Recording};
pub(crate) use read::{compare, count, recordings};
pub(crate) use walk::Counts;
