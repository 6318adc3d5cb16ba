//! Patterns of hooks: which texts the CLI compares a pattern with, and refusing a pattern that can
//! fit none of them.
//!
//! The CLI does not report such a pattern: the hook is never called, and the tool runs. Read
//! `selection.rs` first, then `names.rs`, `js_regex.rs` and `parse.rs`.

mod selection;
mod names;
mod js_regex;
mod parse;

pub(crate) use selection::Known;
pub(super) use selection::select;

#[cfg(test)]
mod tests;
