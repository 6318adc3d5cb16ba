//! Rooms: which folder of a crate may use which, how large folders are, and how their files depend
//! on each other.
//!
//! The allowed edges are one table ([`table`]). [`imports`] compares the imports with it, [`sizes`]
//! checks the number of files, and [`knots`] finds the files that depend on each other.
//! [`crate::tidy`] reads the imports of the files. Read next: [`report`].

mod imports;
mod knots;
mod report;
mod sizes;
mod table;
#[cfg(test)]
mod tests;

pub(super) use report::check;
