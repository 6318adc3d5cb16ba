//! Tests without tokens: the `mock-claude` program, its scenario language, and a fake Messages API.
//!
//! - [`fake_api`] lets the *real* CLI run against a scripted model on loopback.
//! - [`scenario`] and [`engine`] play the *CLI itself*: [`engine::Engine`] speaks its side of the wire, line in and
//!   lines out, with no IO of its own. The program `mock-claude` runs it over stdin and stdout.
//! - [`record`] keeps what the real CLI says in named cases: where the project's recordings come from.
//! - [`mcp_lab`] is an MCP server with a tool of each sort; the program `mcp-lab` serves it over stdio.
//! - [`flood`] is the stream of messages that measures the cost of a reader.
//!
//! Nothing here is needed at run time, and nothing but the recorder drives a CLI: that is for `claude-sdk`.
//!
//! Next: `scenario/` (what a scenario can say), then `engine/` (how it is played).

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod engine;
pub mod fake_api;
pub mod flood;
mod frame;
pub mod mcp_lab;
pub mod mock;
#[cfg(unix)]
pub mod record;
mod round_trips;
pub mod scenario;

/// The README of this crate, so that its blocks are compiled as doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
