//! Server: a running child process with its folder, until the value is dropped.

use std::io::{BufRead as _, BufReader, Read};
use std::process::Child;
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use super::program::Service;
use crate::Outcome;
use crate::run::Task;
use crate::scratch::Scratch;

/// What each server writes when it listens.
const READY: &str = "ready to accept connections";
/// How long a server may take to start.
const START: Duration = Duration::from_secs(60);
/// How long a server may take to end.
const END: Duration = Duration::from_secs(60);
/// How often a server is started: the processes of a killed one may still end.
const STARTS: usize = 20;

/// A running server. It is ended when this value is dropped, and its folder is removed.
#[derive(Debug)]
pub(super) struct Server {
    service: Service,
    task: Task,
    child: Child,
    /// Its output. Closed when all of its processes have ended.
    output: Receiver<String>,
    // After the child: dropped last.
    folder: Scratch,
}

impl Server {
    /// Starts a server in a new folder, and waits until it listens. Returns `None` if its program is
    /// missing.
    pub(super) fn start(service: Service) -> Outcome<Option<Self>> {
        let folder = Scratch::new(service.name())?;
        let Some(task) = service.prepare(folder.path())? else { return Ok(None) };
        let (child, output) = listening(&task)?;
        Ok(Some(Self { service, task, child, output, folder }))
    }

    /// The address for clients.
    pub(super) fn address(&self) -> String {
        self.service.address(self.folder.path())
    }

    /// Kills the server, as a crash does.
    pub(super) fn kill(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Starts it again with what it has kept.
    pub(super) fn start_again(&mut self) -> Outcome {
        (self.child, self.output) = listening(&self.task)?;
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The signal at which both end in order: PostgreSQL gives shared memory back.
        let ended = Task::new("kill").args(["-INT", &self.child.id().to_string()]).read();
        while ended.is_ok() && self.output.recv_timeout(END).is_ok() {}
        self.kill();
    }
}

/// Starts the task until it listens.
fn listening(task: &Task) -> Outcome<(Child, Receiver<String>)> {
    let mut output = String::new();
    for _ in 0..STARTS {
        let mut child = task.start_captured()?;
        let (lines, all) = mpsc::channel();
        child.stdout.take().into_iter().for_each(|stdout| forward(stdout, lines.clone()));
        child.stderr.take().into_iter().for_each(|stderr| forward(stderr, lines.clone()));
        drop(lines);
        output.clear();
        while let Ok(line) = all.recv_timeout(START) {
            output.push_str(&line);
            if line.contains(READY) {
                return Ok((child, all));
            }
        }
        let _ = child.kill();
        let _ = child.wait();
    }
    Err(format!("`{task}` does not start:\n{output}"))
}

/// Reads lines until the end, also when nobody wants them: a full pipe would stop the server.
fn forward(from: impl Read + Send + 'static, to: Sender<String>) {
    std::thread::spawn(move || {
        let mut from = BufReader::new(from);
        let mut line = Vec::new();
        while from.read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            let _ = to.send(String::from_utf8_lossy(&line).into_owned());
            line.clear();
        }
    });
}
