//! Normalize: makes two recordings of the same CLI equal.
//!
//! Read `order.rs` first (the order of lines), then `values.rs`, `token.rs` (ids, paths and times) and `build.rs`, `clock.rs`, `cut.rs` (long
//! lists) and `request_summary.rs` (requests to the model).

mod build;
mod clock;
mod order;
mod values;
mod token;
mod cut;
mod request_summary;

pub(super) use cut::{cut, cut_file};
pub(super) use order::in_order;
pub(super) use request_summary::{is_message, summary};
pub(super) use values::Normalizer;
