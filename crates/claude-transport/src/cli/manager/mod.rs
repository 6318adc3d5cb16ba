//! Manager: installs pinned versions of the CLI into a folder with the user's npm, and checks that they are unchanged.
//!
//! Reading order: `store.rs` (the folder of versions), `pin.rs` (what is installed), `install.rs` (the steps),
//! `record.rs` (what is kept about an installation), `checksum.rs`, `npm.rs`, `exclusive.rs`, `store_error.rs`.

mod store_error;
mod checksum;
mod record;
mod pin;
mod exclusive;
mod npm;
mod install;
mod store;

pub use pin::Pin;
pub use store::{Installed, Store};
pub use store_error::StoreError;
