//! Report: what a program prints whose `main` returns [`Report`]. The test starts itself as that
//! program and compares its stderr.

#![expect(
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a test that starts a program, and is one"
)]

use std::process::{Command, ExitCode};

use claude_sdk::{Options, Report, query};

/// Set if this process is the program.
const PROGRAM: &str = "CLAUDE_SDK_REPORT";

#[tokio::main]
async fn program(kind: &str) -> Result<(), Report> {
    match kind {
        "start" => {
            let options = Options::default().cli_path("/no/such/claude");
            println!("{}", query("What is 2 + 2?", options).text().await?);
        }
        "options" => Options::default().fork_session(true).validate()?,
        _ => drop(std::fs::read("/no/such/prompt.txt")?),
    }
    Ok(())
}

const EXPECTED: [(&str, &str); 3] = [
    (
        "start",
        "Error: failed to start `/no/such/claude`: no such file
  cause: No such file or directory (os error 2)
  hint: Set the path of the CLI with `Options::cli_path` or CLAUDE_CLI_PATH, or remove both to search for it.
",
    ),
    (
        "options",
        "Error: invalid options: `fork_session` requires `resume` or `continue_latest`
  hint: Change the options. `Options::validate` checks them without starting the CLI.
",
    ),
    ("other", "Error: No such file or directory (os error 2)\n"),
];

fn main() -> Result<ExitCode, Report> {
    if let Ok(kind) = std::env::var(PROGRAM) {
        program(&kind)?;
        return Ok(ExitCode::SUCCESS);
    }
    for (kind, expected) in EXPECTED {
        let this = std::env::current_exe()?;
        let output = Command::new(this).env(PROGRAM, kind).output()?;
        assert!(!output.status.success());
        let stderr = String::from_utf8(output.stderr).expect("stderr is UTF-8");
        assert_eq!(stderr, expected, "{kind}");
    }
    println!("test a_program_prints_message_causes_and_hint ... ok");
    Ok(ExitCode::SUCCESS)
}
