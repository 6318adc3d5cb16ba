//! Cases: the language in which a recording is described, and the cases of the project.
//!
//! The language itself is described in [`record`](crate::record). Read `case.rs` first (a case as data), then
//! `parse.rs` and `model.rs` (text to cases), and `library.rs`.

mod case;
mod parse;
mod model;
mod library;

pub use case::Case;
pub(super) use case::{Answer, Answers, Pattern, Setup, Step};
pub use library::{cases, chosen};
pub use parse::parse;
