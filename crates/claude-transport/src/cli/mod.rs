//! CLI: finding the Claude Code CLI on this machine, and its versions. The CLI is not run here.
//!
//! [`Search`] returns all files that may be the CLI, with the reason why each is chosen or rejected. `Store` (feature
//! `cli`) installs pinned versions with npm.
//!
//! Reading order: `candidate.rs` and `rejection.rs` (what a search returns), `search.rs` (the order), `inspect.rs`
//! (what a file is), `places.rs` (where installers put it), `login_shell.rs`, `version.rs` (which versions are good).
//!
//! # Examples
//!
//! ```
//! use claude_transport::cli::Search;
//!
//! let located = Search::of_host().login_shell(false).run();
//! match located.chosen() {
//!     Some(cli) => println!("{} ({})", cli.path.display(), cli.source),
//!     None => println!("no CLI was found:\n{located}"),
//! }
//! ```

mod version;
mod candidate;
mod rejection;
mod known_place;
mod located;
mod system;
mod package;
mod binary;
mod script;
mod inspect;
mod places;
#[cfg(all(unix, feature = "process"))]
mod login_shell;
mod search;
#[cfg(feature = "cli")]
mod manager;

pub use candidate::{Candidate, Kind, Source, Verdict};
pub use known_place::KnownPlace;
pub use located::Located;
#[cfg(feature = "cli")]
#[cfg_attr(docsrs, doc(cfg(feature = "cli")))]
pub use manager::{Installed, Pin, Store, StoreError};
pub use package::version_of;
pub use rejection::Rejection;
pub use search::Search;
pub use system::System;
pub use version::{CliProblem, CliSupport, CliVersion};
