//! Services: a query and a client as [`tower_service::Service`], for the layers of `tower`.
//!
//! - [`QueryService`] starts a session for each [`Request`].
//! - [`ClientService`] sends the prompts of one conversation.
//!
//! Both return an [`Answer`], or with `streamed()` an [`AnswerStream`]. One request is one turn. `Ok` means
//! that the run succeeded; a failed run is the same [`Error`](crate::Error) as in
//! [`PendingQuery::text`](crate::PendingQuery::text).
//!
//! A [`Request`] can be repeated, because it is `Clone`: a prompt that is made of a stream is no request.
//! Whether it *may* be repeated depends on what the attempt has done, which a layer must decide.
//!
//! With the feature `tower`, which depends on `tower-service` only.
//!
//! # Examples
//!
//! ```no_run
//! use claude_sdk::Options;
//! use claude_sdk::service::{QueryService, Request};
//! use tower_service::Service;
//!
//! # async fn run() -> Result<(), claude_sdk::Error> {
//! let mut service = QueryService::new(Options::default().model("sonnet"));
//! std::future::poll_fn(|cx| service.poll_ready(cx)).await?;
//! let answer = service.call(Request::from("What is 2 + 2?")).await?;
//! println!("{}", answer.text());
//! # Ok(())
//! # }
//! ```

// Reading order: `request.rs`, `queries.rs` and `clients.rs` (the services), `stream.rs` (where a run
// is read), `answer.rs`, `extensions.rs`.

mod extensions;
mod request;
mod answer;
mod stream;
mod queries;
mod clients;

pub use answer::Answer;
pub use clients::ClientService;
pub use extensions::Extensions;
pub use queries::QueryService;
pub use request::Request;
pub use stream::AnswerStream;
