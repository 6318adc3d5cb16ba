//! Rust source as far as the checks read it: tokens, paths and modules.
//!
//! Text only, no types and no macro expansion. [`tokens`] cuts source into tokens, [`paths`] finds
//! what one file imports and declares, [`modules`] puts the files of a crate together and follows
//! re-exports.

mod modules;
mod paths;
mod tokens;

pub(crate) use modules::{Crate, File, Found};
pub(crate) use paths::{Origin, Reference};
pub(crate) use tokens::{Kind, Token, code, tokens};
