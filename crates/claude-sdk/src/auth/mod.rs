//! Authentication: whether the CLI is logged in, and how.
//!
//! # Examples
//!
//! ```no_run
//! use claude_sdk::auth::{self, AuthState};
//!
//! # async fn run() -> claude_sdk::Result<()> {
//! let status = auth::status(&claude_sdk::Options::default()).await?;
//! if status.state == AuthState::LoggedOut {
//!     println!("Run `claude /login` first.");
//! }
//! # Ok(())
//! # }
//! ```

mod status;

pub use status::{AuthState, AuthStatus, status};
