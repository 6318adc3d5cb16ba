//! Tests of declarations, valid and invalid.

use super::declared::{Unattended, read};

fn header(line: &str) -> String {
    format!("//! Shows something.\n//!\n//! {line}\n\nfn main() {{}}\n// Runs unattended: mock.\n")
}

#[test]
fn an_example_declares_what_it_runs_with() {
    for (line, mock, real_cli) in [
        ("Runs unattended: mock.", true, false),
        ("Runs unattended: real CLI.", false, true),
        ("Runs unattended: mock, real CLI.", true, true),
        ("Runs unattended: no, it asks for a key.", false, false),
    ] {
        assert_eq!(read(&header(line)), Ok(Unattended { alone: false, mock, real_cli }), "{line}");
    }
}

#[test]
fn an_example_without_a_declaration_is_refused() {
    for line in [
        "Run: it.",
        "Runs unattended:",
        "Runs unattended: no.",
        "Runs unattended: no,",
        "Runs unattended: moon.",
        "Runs unattended: mock, moon.",
        "Runs unattended: mock.\n//! Runs unattended: real CLI.",
    ] {
        assert!(read(&header(line)).is_err(), "{line}");
    }
}
