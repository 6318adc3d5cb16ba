//! Repair: the tolerant pass.
//!
//! [`repairer`] compares a text with the shape of its type, and writes a text that the strict pass
//! accepts. [`skim`] finds the parts of the text, [`mark`] is how the strict pass recognizes what was
//! repaired, and [`surrogates`] replaces half surrogate pairs.
//!
//! Begin with `repairer.rs`.

mod repairer;
mod skim;
pub(crate) mod mark;
mod surrogates;

pub(crate) use mark::{Untyped, unmark};
pub(crate) use repairer::repair;
pub(crate) use surrogates::repair as repair_surrogates;
