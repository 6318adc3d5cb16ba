//! Observers: code that is told what happens in a session, whether or not anyone reads its
//! messages.
//!
//! An observer is told each [`Fact`] once, in order, by the loop that talks to the CLI: prompts,
//! lines, messages, tool calls and their results, questions and answers, states, and the end. What
//! nobody observes is neither built nor searched for. Set one for the sessions of some options with
//! [`Options::observer`](crate::Options::observer), or for all sessions of the process with
//! [`observe_all`].
//!
//! To change prompts, or to see messages as they are read, use a [`plugin`](crate::plugin) instead.
//!
//! # Examples
//!
//! ```
//! use std::time::Instant;
//!
//! use claude_sdk::observer::{Fact, Observe, SessionInfo, observe_all};
//!
//! struct Tools;
//!
//! impl Observe for Tools {
//!     fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
//!         if let Fact::Returned(call) = fact {
//!             println!("{} took {:?}", call.tool, call.took);
//!         }
//!     }
//! }
//!
//! let watching = observe_all(|_: &SessionInfo| Tools);
//! // Sessions that start now are observed.
//! drop(watching);
//! ```

// Reading order: `factory.rs`, `process_wide.rs`. The facts and the trait `Observe` are those of
// `claude-protocol`; `launch/start.rs` attaches the observers to a session.

mod app_fact;
mod factory;
mod process_wide;

pub use app_fact::AppFact;
pub use claude_protocol::facts::{
    AnswerOutcome, Answered, Asked, Called, Ended, Fact, Interest, Lost, Observe, RawLine,
    Requested, ReturnOutcome, Returned, Sent, Started, Topic, Unanswered,
};
pub(crate) use factory::{FactoryEntry, attach};
pub use factory::{ObserverFactory, SessionInfo};
pub use process_wide::{ObserveGuard, observe_all, tell};
