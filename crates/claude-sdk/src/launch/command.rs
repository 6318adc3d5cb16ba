//! Command: what is started in the end, and a start of the CLI for a command of its own, such as
//! `auth status`, and not for a session.

use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use claude_transport::{Exit, Frame, Launch, Parts, Peer, Read, ReadLines};
use tokio::time::timeout;

use super::locate::Program;
use super::start::{connector, failed_in, launch, program};
use super::{args, environment, settings};
use crate::error::{Error, Result};
use crate::options::Options;

/// How much of the output is read, in bytes. The answers are below 1 KiB.
const OUTPUT: usize = 64 << 10;

/// What the CLI has written, and how it ended.
#[derive(Debug, Default)]
pub(crate) struct Output {
    /// The beginning of stdout, at most 64 KiB and one line.
    pub(crate) stdout: Vec<u8>,
    /// The exit; `None` if the CLI did not exit in time.
    pub(crate) exit: Option<Exit>,
}

/// Starts the CLI with these arguments, and with the environment and directory of a session, and
/// waits until it exits. A CLI that takes longer than `within` is ended.
pub(crate) async fn output(options: &Options, args: &[&str], within: Duration) -> Result<Output> {
    let program = program(options).await?;
    run(options, &program, launch(options, &program.path).args(args), within).await
}

/// The same as [`output`], with the settings of a session.
pub(crate) async fn output_with_settings(
    options: &Options,
    args: &[&str],
    within: Duration,
) -> Result<Output> {
    let private = settings::text(options).await?;
    let program = program(options).await?;
    // The commands of the CLI accept these arguments before their names only.
    let mut launch = launch(options, &program.path).args(args::of_settings(options)).args(args);
    if let Some(text) = private {
        launch = launch.file("--settings=", text);
        launch.files.iter_mut().for_each(|file| file.before = args.len());
    }
    run(options, &program, launch, within).await
}

async fn run(
    options: &Options,
    program: &Program,
    launch: Launch,
    within: Duration,
) -> Result<Output> {
    let mut launch = launch.env(program.complete(environment::environment(options), options));
    launch.cwd.clone_from(&options.cwd);
    let transport = connector(options)?.connect(&wrapped(options, launch)?);
    let Parts { mut reader, writer, mut peer } =
        transport.map_err(|error| failed_in(options, error))?.split();
    drop(writer);
    let mut output = Output::default();
    // After the deadline, what was read until then counts.
    let _ = timeout(within, read(&mut *reader, &mut *peer, &mut output)).await;
    Ok(output)
}

/// Reads the output up to its end, or up to its limit.
async fn read(reader: &mut dyn ReadLines, peer: &mut dyn Peer, output: &mut Output) {
    let mut frames = Vec::new();
    while output.stdout.len() < OUTPUT {
        let read = poll_fn(|cx| reader.poll_read(cx, &mut frames)).await;
        for frame in frames.drain(..) {
            if let Frame::Line(line) = frame {
                output.stdout.extend_from_slice(line.as_bytes());
                output.stdout.push(b'\n');
            }
        }
        if !matches!(read, Ok(Read::Some(_))) {
            output.exit = Some(poll_fn(|cx| peer.poll_exit(cx)).await);
            return;
        }
    }
}

/// Returns what the caller starts instead of the CLI ([`Options::wrap_command`]).
pub(super) fn wrapped(options: &Options, launch: Launch) -> Result<Launch> {
    let Some(wrap) = &options.wrap_command else { return Ok(launch) };
    // The launch is passed by value, so a panic leaves nothing half changed.
    catch_unwind(AssertUnwindSafe(|| wrap(launch)))
        .map_err(|_| Error::options("the function of `wrap_command` panicked"))
}
