//! Files: how session files are written. Private from their creation, whole or absent, and never
//! through a link.
//!
//! Reading order: `private.rs` (modes and links), `draft.rs` (a file that appears when it is whole).

mod draft;
mod private;

pub(crate) use draft::{Draft, publish};
pub(crate) use private::{create_private, open_regular, private_folder, sync_folder};
