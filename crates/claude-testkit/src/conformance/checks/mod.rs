//! Checks: each is a function, and its name is that of the check.

mod list;
mod streams;
mod endings;
mod programs;
mod files;

pub(super) use list::all;
