//! Control requests of the host: `responses.rs` answers them, `reports.rs` those about the session, its
//! files and its servers.

mod reports;
mod responses;
