//! Folders: where the CLI keeps the files of its sessions.
//!
//! Reading order: `home.rs` (what is where), `key.rs` (the folder of a working directory),
//! `worktrees.rs`, `holders.rs` (who has a session open), `entries.rs`.

mod entries;
mod holders;
mod home;
mod key;
mod worktrees;

pub(crate) use entries::entries;
pub use holders::Holder;
pub use home::{Home, Scope};
pub use key::project_key;
