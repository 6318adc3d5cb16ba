//! `record-wire`: records the output of the real CLI; `cargo xtask record` runs it.
//!
//! With the argument `mcp-server` it is the small MCP server that the cases let the CLI start.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program speaks to who started it"
)]

use std::process::ExitCode;

#[cfg(unix)]
#[tokio::main]
async fn main() -> ExitCode {
    use claude_testkit::record::{Command, run, serve_stdio};

    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments == ["mcp-server"] {
        // A client that has disconnected needs no response.
        let _ = serve_stdio();
        return ExitCode::SUCCESS;
    }
    let server = std::env::current_exe().unwrap_or_default();
    let done = match Command::parse(arguments) {
        Ok(command) => run(command, &server, |line| println!("{line}")).await,
        Err(problem) => Err(problem.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("record-wire: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(unix))]
fn main() -> ExitCode {
    eprintln!("record-wire: children are started on Unix only");
    ExitCode::FAILURE
}
