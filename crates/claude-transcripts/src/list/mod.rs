//! List: the sessions of projects, as a user chooses from them.
//!
//! Reading order: `listing.rs` (which files, in which order), `info.rs` (what is shown of a file),
//! `window.rs` (the parts of it that are read), `notes.rs`, `first_prompt.rs`.

mod listing;
mod info;
mod notes;
mod window;
mod first_prompt;

pub use info::SessionInfo;
pub(crate) use info::{describe, id_of};
pub(crate) use listing::newest_first;
pub use listing::{Listed, Lister, Listing};
