//! `mock-claude`: simulates the CLI; see `claude_testkit::mock`.

use std::process::ExitCode;

fn main() -> ExitCode {
    claude_testkit::mock::run()
}
