//! Private file: a file that only this user can read, for as long as a CLI may read it.
//!
//! It is removed when the CLI has exited, and when the CLI could not be started. A host that is
//! killed leaves it behind. `settings.rs` decides what it contains.

use std::io::{self, Write as _};
use std::path::Path;
use std::task::{Context, Poll};

use claude_transport::{Exit, KillHandle, Parts, Peer, Signal, Transport};
use tempfile::TempPath;

use crate::options::Options;

/// How the names of such files begin.
const PREFIX: &str = "claude-sdk-";

/// A file that is removed when this is dropped.
#[derive(Debug)]
pub(crate) struct PrivateFile(TempPath);

impl PrivateFile {
    /// Writes a file for the user as whom the CLI runs.
    pub(crate) fn write(text: &str, owner: Owner) -> io::Result<Self> {
        let mut file = tempfile::Builder::new().prefix(PREFIX).suffix(".json").tempfile()?;
        file.write_all(text.as_bytes())?;
        owner.take(file.path())?;
        Ok(Self(file.into_temp_path()))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Keeps the file for as long as the CLI lives.
    pub(crate) fn kept_by(self, transport: Box<dyn Transport>) -> Box<dyn Transport> {
        Box::new(Keeper { transport, file: self })
    }
}

/// As whom the CLI runs, where it is not this program's own user.
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
    fn take(self, path: &Path) -> io::Result<()> {
        if self.uid.is_none() && self.gid.is_none() {
            return Ok(());
        }
        std::os::unix::fs::chown(path, self.uid, self.gid)
    }

    #[cfg(not(unix))]
    fn take(self, _: &Path) -> io::Result<()> {
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

/// A peer with the file that it reads. The file goes after the peer.
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
