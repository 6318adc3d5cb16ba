//! Rust source as far as the checks read it: tokens, paths and modules.
//!
//! It reads text, without types and macro expansion. [`tokens()`] splits source into tokens,
//! [`paths`] finds what one file imports and declares, [`modules`] joins the files of a crate and
//! follows re-exports.

mod modules;
mod paths;
mod tokens;

pub(crate) use modules::{Crate, File, Found};
pub(crate) use paths::{Origin, Reference};
pub(crate) use tokens::{Kind, Token, code, tokens};
