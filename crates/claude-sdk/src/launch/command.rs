//! Command: starts the CLI for a command of its own, such as `auth status`, and not for a session.

use claude_transport::Transport;

use super::environment;
use super::start::{connector, launch, program};
use crate::error::Result;
use crate::options::Options;

/// Starts the CLI with these arguments, and with the environment and directory of a session.
pub(crate) async fn command(options: &Options, args: &[&str]) -> Result<Box<dyn Transport>> {
    let program = program(options).await?;
    let launch = launch(options, &program.path).args(args.iter().copied());
    let mut launch = launch.env(program.complete(environment::environment(options), options));
    launch.cwd.clone_from(&options.cwd);
    Ok(connector(options)?.connect(&launch)?)
}
