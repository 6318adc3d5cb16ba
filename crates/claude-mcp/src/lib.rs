//! In-process MCP servers for Claude: a Rust function becomes a tool, without a server process.
//!
//! A server is a value that implements [`rmcp::ServerHandler`]: one that is built from closures
//! ([`Server::builder`]), or one that is written with rmcp's macros, which can also have resources, prompts and
//! logging. [`Session`] runs a server and answers JSON-RPC messages one by one. The caller carries the messages from
//! and to the CLI. The same server can serve any other MCP client over stdin and stdout ([`serve_stdio`]).
//!
//! # Examples
//!
//! ```
//! use claude_mcp::{Server, Session};
//! use claude_types::Raw;
//! use claude_mcp::schemars::{self, JsonSchema};
//!
//! #[derive(serde::Deserialize, JsonSchema)]
//! struct Add { a: f64, b: f64 }
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! let server = Server::builder("calculator", "1.0.0")
//!     .tool("add", "Adds two numbers.", |args: Add| async move { args.a + args.b })
//!     .build();
//! let session = Session::new("calculator", server);
//! let call = r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"add","arguments":{"a":1,"b":2}}}"#;
//! let answer = session.answer(Raw::from_text(call).unwrap()).await;
//! assert!(answer.get().contains(r#""text":"3""#));
//! # }
//! ```
//!
//! See [`Session`] for the guarantees about concurrency, cancellation and shutdown.
//!
//! # Features
//!
//! - `macros` (default): the attribute macros of rmcp, such as `#[tool]`.
//! - `stdio` (default): [`serve_stdio`].

#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(feature = "stdio"),
    allow(rustdoc::broken_intra_doc_links, reason = "the docs link to items of this feature")
)]

mod limits;
mod version;
mod server;
mod session;
#[cfg(feature = "stdio")]
mod stdio;

pub use rmcp;
pub use schemars;

pub use claude_types::schema::{SchemaProblem, schema_problems};
pub use server::{Json, NoArgs, Server, ServerBuilder, Tool, ToolContext, ToolOutput};
pub use session::{Manifest, Session};
#[cfg(feature = "stdio")]
#[cfg_attr(docsrs, doc(cfg(feature = "stdio")))]
pub use stdio::{ServeError, serve_stdio};

/// The README of this crate, so that its blocks are compiled as doc tests.
#[cfg(all(doctest, feature = "stdio"))]
#[doc = include_str!("../README.md")]
mod readme {}
