//! Redis: a server without a port, which writes each change to a file.

use std::path::Path;

use crate::run::{Task, find_program};

pub(super) fn prepare(folder: &Path) -> Option<Task> {
    let server = Task::new(find_program("redis-server")?);
    let server = server.args(["--port", "0", "--unixsocket"]).args([folder.join("redis")]);
    let durable = ["--appendonly", "yes", "--appendfsync", "always", "--save", ""];
    Some(server.args(["--unixsocketperm", "700"]).args(durable).dir(folder))
}

pub(super) fn address(folder: &Path) -> String {
    format!("redis+unix://{}", folder.join("redis").display())
}
