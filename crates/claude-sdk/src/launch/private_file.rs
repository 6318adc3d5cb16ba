//! Private file: a temporary file that only one user can read, and that exists as long as the CLI
//! may read it.
//!
//! The file is removed after the CLI has exited, or if the CLI could not be started. If this
//! process is killed, the file remains. `settings.rs` decides about the content.

use std::io::{self, Write as _};
use std::path::Path;
use std::task::{Context, Poll};

use claude_transport::{Exit, KillHandle, Parts, Peer, Signal, Transport};
use tempfile::TempPath;

use crate::options::Options;

/// The prefix of the file names.
const PREFIX: &str = "claude-sdk-";

/// A private file. Dropping it removes the file.
#[derive(Debug)]
pub(crate) struct PrivateFile(TempPath);

impl PrivateFile {
    /// Writes a file that the user of the CLI can read.
    pub(crate) fn write(text: &str, owner: Owner) -> io::Result<Self> {
        let mut file = tempfile::Builder::new().prefix(PREFIX).suffix(".json").tempfile()?;
        file.write_all(text.as_bytes())?;
        owner.give(file.path())?;
        Ok(Self(file.into_temp_path()))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Attaches the file to a transport: the file is removed after the transport's peer is dropped.
    pub(crate) fn kept_by(self, transport: Box<dyn Transport>) -> Box<dyn Transport> {
        Box::new(Keeper { transport, file: self })
    }
}

/// The user and group of the CLI; `None` if they are those of this process.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Owner {
    uid: Option<u32>,
    gid: Option<u32>,
}

impl Owner {
    pub(crate) fn of(options: &Options) -> Self {
        Self { uid: options.uid, gid: options.gid }
    }

    #[cfg(unix)]
    fn give(self, path: &Path) -> io::Result<()> {
        if self.uid.is_none() && self.gid.is_none() {
            return Ok(());
        }
        std::os::unix::fs::chown(path, self.uid, self.gid)
    }

    #[cfg(not(unix))]
    fn give(self, _: &Path) -> io::Result<()> {
        Ok(())
    }
}

/// A transport with the file that its peer reads.
struct Keeper {
    transport: Box<dyn Transport>,
    file: PrivateFile,
}

impl Transport for Keeper {
    fn split(self: Box<Self>) -> Parts {
        let Parts { reader, writer, peer } = self.transport.split();
        Parts { reader, writer, peer: Box::new(KeptPeer { peer, _file: self.file }) }
    }
}

/// A peer with the file that it reads. Fields are dropped in order: first the peer, then the file.
struct KeptPeer {
    peer: Box<dyn Peer>,
    _file: PrivateFile,
}

impl Peer for KeptPeer {
    fn poll_exit(&mut self, cx: &mut Context<'_>) -> Poll<Exit> {
        self.peer.poll_exit(cx)
    }

    fn signal(&mut self, signal: Signal) {
        self.peer.signal(signal);
    }

    fn stderr_tail(&self) -> String {
        self.peer.stderr_tail()
    }

    fn id(&self) -> Option<u32> {
        self.peer.id()
    }

    fn kill_handle(&self) -> KillHandle {
        self.peer.kill_handle()
    }
}
