//! `PostgreSQL`: makes a cluster in a folder. The server refuses root, so then another user runs it.

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::run::{Task, find_program};

/// Where Debian's packages have their versions.
const DEBIAN: &str = "/usr/lib/postgresql";

/// The users that may run it instead of root, the best first.
const USERS: [&str; 2] = ["postgres", "nobody"];

pub(super) fn prepare(folder: &Path) -> Outcome<Option<Task>> {
    let Some(programs) = programs() else { return Ok(None) };
    let user = other_user(folder)?;
    let data = folder.join("data");
    std::fs::create_dir(&data).map_err(|error| format!("{}: {error}", data.display()))?;
    if let Some(user) = &user {
        Task::new("chown").args(["-R", user]).args([folder]).read()?;
    }
    let data = data.to_string_lossy();
    let cluster = ["--username=claude", "--auth=trust", "--encoding=UTF8", "--locale=C"];
    let initdb = as_user(user.as_deref(), &programs.join("initdb"));
    initdb.args(["--no-sync", "--pgdata", &*data]).args(cluster).dir(folder).read()?;
    let sockets = folder.to_string_lossy();
    let server = as_user(user.as_deref(), &programs.join("postgres"));
    let server = server.args(["-D", &*data, "-k", &*sockets, "-c", "listen_addresses="]);
    // What a killed process has written survives without it; only a machine that stops needs it.
    Ok(Some(server.args(["-c", "fsync=off"]).dir(folder)))
}

pub(super) fn address(folder: &Path) -> String {
    format!("host={} user=claude dbname=postgres", folder.display())
}

/// The folder with `initdb` and `postgres`, of the newest version.
fn programs() -> Option<PathBuf> {
    let has_both =
        |folder: &PathBuf| folder.join("initdb").is_file() && folder.join("postgres").is_file();
    let versions = std::fs::read_dir(DEBIAN).into_iter().flatten().flatten();
    let debian = versions.map(|version| version.path().join("bin")).filter(has_both);
    let in_path = || find_program("initdb")?.parent().map(Path::to_path_buf).filter(has_both);
    debian.max().or_else(in_path)
}

/// Returns `None` if we are not root, else the user that runs the server.
fn other_user(folder: &Path) -> Outcome<Option<String>> {
    if !is_roots(folder)? {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let exists = |user: &&&str| users.lines().any(|line| line.split(':').next() == Some(**user));
    match USERS.iter().find(exists) {
        Some(user) => Ok(Some((*user).to_owned())),
        None => Err("PostgreSQL refuses root, and there is no other user".to_owned()),
    }
}

#[cfg(unix)]
fn is_roots(folder: &Path) -> Outcome<bool> {
    use std::os::unix::fs::MetadataExt as _;
    let metadata = std::fs::metadata(folder);
    Ok(metadata.map_err(|error| format!("{}: {error}", folder.display()))?.uid() == 0)
}

#[cfg(not(unix))]
fn is_roots(_: &Path) -> Outcome<bool> {
    Ok(false)
}

/// A program as this user. The process becomes the program, so its ID stays.
fn as_user(user: Option<&str>, program: &Path) -> Task {
    match user {
        None => Task::new(program),
        Some(user) => Task::new("setpriv")
            .args(["--reuid", user, "--regid", user, "--clear-groups", "--"])
            .args([program]),
    }
}
