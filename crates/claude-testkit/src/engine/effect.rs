//! What an engine wants done.

use std::time::Duration;

use crate::flood::Flood;

/// Something that only the surroundings of an engine can do.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Effect {
    /// Write these bytes to stdout: one or more lines, or what a scenario calls raw.
    Write(Vec<u8>),
    /// Write the messages of a flood to stdout.
    Flood {
        /// Which messages.
        flood: Flood,
        /// The session that they belong to.
        session_id: String,
    },
    /// Write these bytes to stderr.
    Stderr(Vec<u8>),
    /// Go on giving lines, and call [`Engine::woke`](super::Engine::woke) after this time.
    Sleep(Duration),
    /// Close stdout, and go on.
    CloseStdout,
    /// Close stdin, and go on.
    CloseStdin,
    /// Do not end at SIGTERM and SIGHUP any more.
    IgnoreTerm,
    /// Start a process that holds stdout open and survives SIGTERM, and write its id to stderr.
    SpawnGrandchild,
    /// Do nothing any more, until killed.
    Freeze,
    /// End with this code.
    Exit(i32),
}
