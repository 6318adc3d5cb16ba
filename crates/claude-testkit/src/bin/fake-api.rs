//! `fake-api`: the fake Messages API as a program.
//!
//! `fake-api --script FILE [--port N]` prints `LISTENING http://127.0.0.1:PORT` and serves until
//! its stdin is closed, so that it never outlives the process that started it. The script is JSON;
//! see `claude_testkit::fake_api::Script`.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a program speaks to who started it"
)]

use std::error::Error;
use std::process::ExitCode;

use claude_testkit::fake_api::{FakeApi, Script};
use tokio::io::AsyncReadExt as _;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fake-api: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let (script, port) = arguments(std::env::args().skip(1))?;
    let api = FakeApi::start_on(port, script).await?;
    println!("LISTENING {}", api.url());
    let mut stdin = tokio::io::stdin();
    let mut ignored = [0; 1024];
    while stdin.read(&mut ignored).await? > 0 {}
    Ok(())
}

fn arguments(mut arguments: impl Iterator<Item = String>) -> Result<(Script, u16), Box<dyn Error>> {
    let mut script = Script::default();
    let mut port = 0;
    while let Some(argument) = arguments.next() {
        let value = arguments.next().ok_or_else(|| format!("`{argument}` requires a value"));
        match argument.as_str() {
            "--script" => {
                let file = value?;
                let text = std::fs::read_to_string(&file);
                let text = text.map_err(|error| format!("failed to read `{file}`: {error}"))?;
                script = Script::from_json(&text).map_err(|error| format!("{file}: {error}"))?;
            }
            "--port" => port = value?.parse()?,
            _ => return Err(format!("unknown argument `{argument}`").into()),
        }
    }
    Ok((script, port))
}
