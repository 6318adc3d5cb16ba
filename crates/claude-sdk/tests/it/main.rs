//! Tests of the facade with a CLI that is simulated in memory.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod approvals;
mod auth;
mod user_requests;
mod answers;
mod bounds;
mod cli;
mod cli_info;
mod control;
mod control_table;
mod conversation;
mod environment;
mod failures;
mod exchanges;
mod events;
mod hooks;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "mcp")]
mod mcp;
mod mcp_external;
mod mcp_ready;
#[cfg(feature = "mcp")]
mod mcp_running;
#[cfg(feature = "mcp")]
mod mcp_notifications;
mod failed_handshake;
mod usage;
mod budget;
mod shared_budget;
mod other_machine;
mod parked_approvals;
mod permissions;
#[cfg(feature = "tower")]
mod service;
mod plugins;
mod preflight;
mod query;
mod recycle;
mod reset;
mod query_stream;
mod scopes;
mod secrets;
#[cfg(feature = "tracing")]
mod spans;
mod stage;
mod steering;
mod starting;
mod state;
mod streams;
mod typed_hooks;
mod versions;

#[test]
fn every_file_here_is_a_module() {
    let here = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it");
    let main = include_str!("main.rs");
    for entry in std::fs::read_dir(here).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let module = name.trim_end_matches(".rs");
        assert!(
            module == "main" || main.contains(&format!("mod {module};")),
            "{name} is forgotten"
        );
    }
}
