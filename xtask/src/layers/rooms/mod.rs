//! Rooms: which folder of a crate may use which, how large they are, and how their files depend on
//! each other.
//!
//! The allowed edges are one table ([`table`]). Imports are compared with it in [`imports`], sizes
//! with their bounds in [`sizes`], and [`knots`] finds the files that depend on each other. What
//! the files import is read in [`crate::tidy`]. Read next: [`report`].

mod imports;
mod knots;
mod report;
mod sizes;
mod table;
#[cfg(test)]
mod tests;

pub(super) use report::check;
