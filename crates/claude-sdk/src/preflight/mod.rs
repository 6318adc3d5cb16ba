//! Preflight: checks a machine before the first session, and says what to change.
//!
//! A start does not need it: it fails with the error of what is missing. These checks also find what
//! the CLI accepts silently, such as a home that cannot be written.
//!
//! # Examples
//!
//! ```no_run
//! use claude_sdk::{Options, preflight};
//!
//! # async fn run() {
//! let report = preflight(&Options::production().cwd("/srv/project")).await;
//! println!("{report}");
//! if !report.is_ready() {
//!     std::process::exit(1);
//! }
//! # }
//! ```

// Reading order: `report.rs` (what is returned), `finding.rs` (each finding, and what to do),
// `checks.rs` (all checks), `cli.rs` (the program) and `folders.rs` (the file system).

mod finding;
mod report;
mod checks;
mod cli;
mod folders;

pub use checks::preflight;
pub use finding::{Finding, FolderProblem, Severity};
pub use report::Preflight;
