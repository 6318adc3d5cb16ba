//! Tests of the protocol against a CLI that is simulated by a script, without a process.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking, in its helpers too"
)]

mod callbacks;
mod cancel_safety;
mod closing;
mod dialogs;
mod answered_externally;
mod ending;
mod facts;
mod failures;
mod flood;
mod slow_consumers;
mod handshake;
mod interrupt;
mod loom;
mod long_lines;
mod mcp;
mod mcp_late;
mod memory_bounds;
mod mirror;
mod mixed_lines;
mod late_results;
mod restart;
mod run_end;
mod session_deadline;
mod observer;
mod outbox;
mod progress;
mod rejected_requests;
mod queue;
mod recordings;
mod requests;
mod runtime;
mod script;
mod show;
mod stage;
mod stall;
mod state;
mod steer;
mod state_turn;
mod stdin;
mod invalid_lines;
mod subscriptions;
mod bounds;
mod tasks;
mod turns;

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
