//! Effects: what an engine requests of its environment.

use std::time::Duration;

use super::sessions::Session;
use crate::flood::Flood;

/// An action that only the environment of an engine can do.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Effect {
    /// Write these bytes to stdout: one or more lines, or the bytes of a `raw` step.
    Write(Vec<u8>),
    /// Write the messages of a flood to stdout.
    Flood {
        /// The messages.
        flood: Flood,
        /// The session of the messages.
        session_id: String,
    },
    /// Write these bytes to stderr.
    Stderr(Vec<u8>),
    /// Continue to pass lines, and call [`Engine::woke`](super::Engine::woke) after this time.
    Sleep(Duration),
    /// Close stdout, and continue.
    CloseStdout,
    /// Close stdin, and continue.
    CloseStdin,
    /// Ignore SIGTERM and SIGHUP from now on.
    IgnoreTerm,
    /// Start a process that holds stdout open and survives SIGTERM, and write its process ID to
    /// stderr.
    SpawnGrandchild,
    /// Do nothing until killed.
    Freeze,
    /// Read this file, and call [`Engine::file`](super::Engine::file).
    Read(String),
    /// Keep this session for later processes, instead of what was kept of it before.
    Save(Session),
    /// Exit with this code.
    Exit(i32),
}
