//! Checks: what a store must do, one function for each promise.

// Reading order: `check.rs`, `list.rs`, `logs.rs`, and then any other.

mod bytes;
mod check;
mod journals;
mod list;
mod lists;
mod logs;
mod positions;
mod values;
mod writers;

pub(super) use check::{Check, Failure, Outcome, Running};
use check::{
    OTHER, PROJECT, SESSION, append, checks, ensure, entries, entry, expect, key, load, needs,
    with_uuid,
};
pub(super) use list::{journal, records, store};
