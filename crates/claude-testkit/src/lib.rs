//! Tests without tokens: the `mock-claude` program, its scenario language, and a fake Messages API.
//!
//! - [`fake_api`] runs the *real* CLI with a scripted model on loopback.
//! - [`scenario`] and [`engine`] simulate the *CLI*: [`engine::Engine`] takes lines and returns
//!   lines, without IO. The program `mock-claude` runs it over stdin and stdout.
//! - [`connector`] plays such a scenario in the process of a test, without a process and a file.
//! - [`record`] records the real CLI in named cases: the source of the recordings of this project.
//! - [`mcp_lab`] is an MCP server with one tool of each kind; the program `mcp-lab` serves it over
//!   stdio.
//! - [`approval_records`] checks a store of approvals (feature `approvals`, which is on by default).
//! - [`conformance`] checks a transport: any connector for `Options::connector`.
//! - [`flood`] is the stream of messages that measures the cost of a reader.
//!
//! This crate is not needed at run time. Only the recorder drives a CLI; programs use `claude-sdk`.
//!
//! Next: `scenario/` (the language), then `engine/` (how it is played).

#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "approvals")]
#[cfg_attr(docsrs, doc(cfg(feature = "approvals")))]
pub mod approval_records;
pub mod conformance;
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

pub use mock::{MockConnector, connector};

/// The README of this crate, so that its blocks are compiled as doc tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
