//! Facts: what happened in a session, told to observers by the loop, once and in order.
//!
//! Nothing is built, searched or decoded for a fact that nobody observes.
//!
//! # Examples
//!
//! ```
//! use std::time::Instant;
//!
//! use claude_protocol::facts::{AnswerOutcome, Interest};
//! use claude_protocol::{Fact, Observe};
//!
//! #[derive(Default)]
//! struct Refusals(u32);
//!
//! impl Observe for Refusals {
//!     fn fact(&mut self, fact: &Fact<'_>, _at: Instant) {
//!         if let Fact::Answered(answered) = fact
//!             && answered.outcome == AnswerOutcome::Denied
//!         {
//!             self.0 += 1;
//!         }
//!     }
//! }
//! assert_eq!(Refusals::default().interest(), Interest::Facts);
//! ```

// The driver tells facts where it acts (`driver/tell.rs`). Reading order: `fact.rs`, `request.rs`,
// `observer.rs`, `mirror.rs`, and for the driver's side `observation.rs`, `observers.rs`.

mod fact;
mod request;
mod observer;
mod observers;
mod open_calls;
mod mirror;
mod observation;

pub use fact::{
    Called, Ended, Fact, Lost, RawLine, Requested, Returned, Sent, Started, Unanswered,
};
pub use mirror::MirrorSink;
pub(crate) use observation::Observation;
pub use observer::{Interest, Observe, Observer};
pub(crate) use open_calls::failed_results;
pub use request::{AnswerOutcome, Answered, Asked, ReturnOutcome, Topic};
