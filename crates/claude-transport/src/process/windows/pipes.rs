//! Pipes: the standard streams of a child, as named pipes with random names.
//!
//! An anonymous pipe of Windows can only be read by a thread that blocks. tokio would use threads of the runtime, and
//! the end of the runtime would wait for them, and so for the child.
//!
//! A pipe accepts one client, which is opened before anything else happens. Another process that opens it first makes
//! the start fail, and gets no data.

use std::fs::{File, OpenOptions};
use std::future::Future as _;
use std::io;
use std::pin::pin;
use std::process::Stdio;
use std::task::{Context, Poll, Waker};

use tokio::net::windows::named_pipe::{NamedPipeServer, ServerOptions};

use crate::orphans::RunId;

/// The end of the child's stdin that is written to.
pub(in crate::process) type InputPipe = NamedPipeServer;
/// The end of the child's stdout that is read.
pub(in crate::process) type OutputPipe = NamedPipeServer;
/// The end of the child's stderr that is read.
pub(in crate::process) type ErrorPipe = NamedPipeServer;

/// The size of the buffer of each pipe.
const BUFFER: u32 = 256 * 1024;

/// The host's ends of the pipes of a child. The runtime knows them.
pub(in crate::process) struct Pipes {
    stdin: InputPipe,
    stdout: OutputPipe,
    stderr: ErrorPipe,
}

/// The child's ends. They must be closed once the child has them.
pub(super) struct ChildEnds {
    pub(super) stdin: Stdio,
    pub(super) stdout: Stdio,
    pub(super) stderr: Stdio,
}

impl Pipes {
    /// Creates the pipes.
    pub(super) fn create() -> io::Result<(Self, ChildEnds)> {
        let (stdin, child_stdin) = pipe(Direction::ToChild)?;
        let (stdout, child_stdout) = pipe(Direction::FromChild)?;
        let (stderr, child_stderr) = pipe(Direction::FromChild)?;
        let ends = ChildEnds {
            stdin: child_stdin.into(),
            stdout: child_stdout.into(),
            stderr: child_stderr.into(),
        };
        Ok((Self { stdin, stdout, stderr }, ends))
    }

    /// Returns the pipes, which are registered with the runtime already.
    pub(in crate::process) fn register(self) -> io::Result<(InputPipe, OutputPipe, ErrorPipe)> {
        Ok((self.stdin, self.stdout, self.stderr))
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Direction {
    ToChild,
    FromChild,
}

/// Creates a pipe. Returns the host's end and the child's end.
fn pipe(direction: Direction) -> io::Result<(NamedPipeServer, File)> {
    let to_child = direction == Direction::ToChild;
    let name = format!(r"\\.\pipe\claude-sdk-{}", RunId::random());
    let server = ServerOptions::new()
        .first_pipe_instance(true)
        .max_instances(1)
        .access_outbound(to_child)
        .access_inbound(!to_child)
        .out_buffer_size(BUFFER)
        .in_buffer_size(BUFFER)
        .create(&name)?;
    let client = OpenOptions::new().read(to_child).write(!to_child).open(&name)?;
    // The client is there, so this returns at once.
    match pin!(server.connect()).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(connected) => connected?,
        Poll::Pending => return Err(io::Error::other("the pipe of the child is not connected")),
    }
    Ok((server, client))
}
