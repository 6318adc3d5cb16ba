//! Resume: opens sessions, and proves what was opened.

// Reading order: `sessions.rs` (where sessions are), `open.rs` (the steps), `proof.rs`, `parked.rs`, `private.rs`,
// `opened.rs`, `error.rs`.

mod error;
mod open;
mod opened;
mod parked;
mod private;
mod proof;
mod sessions;

pub use error::OpenError;
pub use open::Open;
pub use opened::Opened;
pub use parked::ParkedCall;
pub use proof::{Proof, Source};
pub use sessions::{SessionCopy, Sessions};
