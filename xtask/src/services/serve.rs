//! `cargo xtask services serve NAME`: one server for a test that kills it.
//!
//! It prints `LISTENING ADDRESS`. Then it obeys lines on stdin, and answers each with a line: `kill`
//! with `killed`, `start` with `LISTENING ADDRESS`. At the end of stdin it ends the server.

use std::io::Write as _;

use super::program::Service;
use super::server::Server;
use crate::Outcome;

/// Serves until stdin ends.
pub(crate) fn serve(service: Service) -> Outcome {
    let Some(mut server) = Server::start(service)? else {
        return Err(format!("the program of {} is not installed", service.name()));
    };
    let address = server.address();
    answer(&format!("LISTENING {address}"))?;
    for line in std::io::stdin().lines() {
        match line.map_err(|error| format!("stdin: {error}"))?.as_str() {
            "kill" => {
                server.kill();
                answer("killed")?;
            }
            "start" => {
                server.start_again()?;
                answer(&format!("LISTENING {address}"))?;
            }
            other => return Err(format!("`{other}` is neither `kill` nor `start`")),
        }
    }
    Ok(())
}

fn answer(line: &str) -> Outcome {
    let mut stdout = std::io::stdout().lock();
    writeln!(stdout, "{line}").and_then(|()| stdout.flush()).map_err(|error| error.to_string())
}
