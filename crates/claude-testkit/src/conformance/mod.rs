//! Conformance: the checks that each transport must pass, so that sessions run on it as on a child
//! process.
//!
//! A transport is any [`Connector`](claude_transport::Connector), given to `Options::connector`. A check
//! starts a peer, a script for `/bin/sh`, and looks at what arrives, how the peer ends, and what is left.
//! What a transport cannot do is named by its [`Ability`], and the checks that need it are skipped.
//!
//! | checks | file |
//! |---|---|
//! | bytes and order both ways, long lines, ends of the streams, full pipes | `checks/streams.rs` |
//! | exit codes, signals, stderr, shutdown, drop | `checks/endings.rs` |
//! | arguments, variables, directory, errors of a start | `checks/programs.rs` |
//! | private files | `checks/files.rs` |
//!
//! # Examples
//!
//! The child process of this machine passes all checks:
//!
//! ```
//! use claude_testkit::conformance::Suite;
//! use claude_transport::Spawner;
//!
//! # #[cfg(unix)]
//! # #[tokio::main]
//! # async fn main() {
//! # // A part is enough for an example.
//! let report = Suite::new(Spawner).only("exit_codes_arrive").run().await;
//! report.assert_passed();
//! # }
//! # #[cfg(not(unix))]
//! # fn main() {}
//! ```
//!
//! A transport without processes names what it cannot do:
//!
//! ```
//! use claude_testkit::conformance::{Ability, Suite, memory_connector};
//!
//! # #[tokio::main]
//! # async fn main() {
//! let suite = Suite::new(memory_connector()).without(Ability::ALL);
//! suite.only("a_carriage_return_ends_no_line").run().await.assert_passed();
//! # }
//! ```

// Reading order: `suite.rs`, `peer.rs` (what the checks start), `stage.rs` (a connection to it),
// `checks/`, `report.rs`.

mod suite;
mod report;
mod peer;
mod memory;
mod stage;
mod checks;

pub use memory::memory_connector;
pub use report::Report;
pub use suite::{Ability, Suite};
