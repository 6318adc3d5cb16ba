//! Tests of in-process MCP servers over JSON-RPC, with the requests that the CLI sends.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on fails"
)]

mod any_arguments;
mod arguments;
mod calling;
mod cancellation;
mod client;
mod closing;
mod concurrency;
mod context;
mod handshake;
mod hostile;
mod listing;
mod manifest;
#[cfg(feature = "stdio")]
mod other_clients;
mod outputs;
#[cfg(feature = "macros")]
mod rmcp_server;
mod schema;
mod server_messages;
mod drop_probe;

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
