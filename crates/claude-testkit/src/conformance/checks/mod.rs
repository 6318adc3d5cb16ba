//! Checks: each is a function, and its name is that of the check.

mod check;
mod streams;
mod endings;
mod programs;
mod files;
mod list;

pub(super) use list::all;
