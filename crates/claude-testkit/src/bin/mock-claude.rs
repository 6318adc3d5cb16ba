//! `mock-claude`: plays the CLI's end of the wire; see `claude_testkit::mock`.

use std::process::ExitCode;

fn main() -> ExitCode {
    claude_testkit::mock::run()
}
