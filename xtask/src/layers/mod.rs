//! `cargo xtask layers`: who may depend on whom.
//!
//! The allowed edges are one table ([`table`]). Declared edges are compared in
//! [`edges`], what a crate reaches through others in [`reach`], and that every
//! version stands in the workspace's manifest in [`versions`]. Inside a crate, [`rooms`] does the
//! same for its folders.

mod edges;
mod reach;
mod rooms;
mod run;
mod table;
#[cfg(test)]
mod tests;
mod versions;

pub(crate) use run::run;
