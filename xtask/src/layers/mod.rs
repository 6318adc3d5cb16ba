//! `cargo xtask layers`: which crate may depend on which.
//!
//! The allowed edges are one table ([`table`]). [`edges`] compares the declared edges, [`reach`]
//! what a crate reaches through others, and [`versions`] checks that every version is in the
//! manifest of the workspace. Inside a crate, [`rooms`] does the same for its folders.

mod edges;
mod reach;
mod rooms;
mod run;
mod table;
#[cfg(test)]
mod tests;
mod versions;

pub(crate) use run::run;
