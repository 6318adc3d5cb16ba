//! Orphans: nothing that a host has started outlives the host, however the host ends.
//!
//! A host is a program of its own: this test binary, started again with the name of the test `host`.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use claude_transport::{Launch, Process, ShutdownGrace, children};
use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use tempfile::TempDir;

use crate::process_drop::is_dead;

/// After this time, a process that still lives is a failure.
const HANG: Duration = Duration::from_secs(30);
/// Makes this binary a host. The value says how it ends.
const HOST: &str = "CLAUDE_TRANSPORT_TEST_HOST";
/// Makes this binary a program that starts and ends many children, with this folder for temporary files.
const CYCLES: &str = "CLAUDE_TRANSPORT_TEST_CYCLES";
/// The content of the private file of each child.
const PRIVATE: &str = "secret";
/// The script of the children of a host. Each line that it writes is the ID of one of its processes.
const SCRIPT: &str = "CLAUDE_TRANSPORT_TEST_SCRIPT";

/// Reads neither its input nor SIGTERM, and neither does its grandchild.
const STUBBORN: &str = "trap '' TERM; sleep 600 & echo $!; echo $$; while :; do sleep 600; done";
/// Its grandchild leaves the group, and ignores SIGTERM.
const LEAVES: &str = "trap '' TERM; setsid sh -c 'echo $$; exec sleep 600' & sleep 600; wait";
/// Its grandchild leaves the group and loses its parent.
const DETACHES: &str = "(setsid sh -c 'echo $$; exec sleep 600' &); exec cat";

/// The ways in which a host ends by itself.
const ENDINGS: [&str; 4] = ["return", "exit", "abort", "panic"];

/// Not a test by itself: the program of a host.
#[expect(clippy::print_stdout, reason = "its parent reads it")]
#[test]
fn host() {
    let Ok(ending) = std::env::var(HOST) else { return };
    let script = std::env::var(SCRIPT).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut parts = runtime.block_on(async {
        let process = Process::spawn(
            &Launch::new("/bin/sh").args(["-c", &script]).file("--settings=", PRIVATE),
        )
        .unwrap();
        claude_transport::Transport::split(Box::new(process))
    });
    let expected = 2 - usize::from(script != STUBBORN);
    let mut ids = Vec::new();
    while ids.len() < expected {
        ids.extend(runtime.block_on(crate::support::some_lines(&mut *parts.reader)));
    }
    ids.push(parts.peer.id().unwrap().to_string());
    assert!(has_private_file(&std::env::temp_dir()), "the child has no private file");
    println!("\nready {}", ids.join(" "));
    std::io::stdout().flush().unwrap();
    // Destructors end the child, so none may run.
    std::mem::forget(parts);
    std::mem::forget(runtime);
    match ending.as_str() {
        "return" => (),
        "exit" => std::process::exit(3),
        "abort" => std::process::abort(),
        "panic" => panic!("as a user's code may"),
        // Ended from outside.
        _ => std::thread::park(),
    }
}

/// Not a test by itself: a program that starts and ends children in every way, and counts what it holds.
#[test]
fn cycles() {
    let Ok(folder) = std::env::var(CYCLES) else { return };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        cycle(&folder).await;
        let before = held(&folder);
        for _ in 0..20 * rounds() {
            cycle(&folder).await;
        }
        let begin = Instant::now();
        // Fewer are fine: at first, the thread of `sweep` may still run.
        let more = || held(&folder).into_iter().zip(before).any(|(now, before)| now > before);
        while more() || !children().is_empty() {
            let after = held(&folder);
            assert!(begin.elapsed() < HANG, "before {before:?}, after {after:?}");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
}

/// Starts children and ends them: by drops, a shutdown, an exit, and a start that fails.
async fn cycle(folder: &str) {
    let sh = |script: &str| {
        Launch::new("/bin/sh")
            .args(["-c", script])
            .file("--settings=", "{}")
            .drop_grace(Duration::from_millis(10))
    };
    drop(Process::spawn(&sh("cat")).unwrap());
    drop(Process::spawn(&sh("trap '' TERM; while :; do sleep 600; done")).unwrap());
    drop(claude_transport::Transport::split(Box::new(Process::spawn(&sh("cat")).unwrap())));
    Process::spawn(&sh("exit 3")).unwrap().shutdown(ShutdownGrace::default()).await;
    Process::spawn(&sh("setsid sleep 600 & cat")).unwrap().shutdown(ShutdownGrace::default()).await;
    Process::spawn(&sh("cat").cwd(format!("{folder}/none"))).unwrap_err();
}

/// How many descriptors, threads, child processes and private files this program has.
fn held(folder: &str) -> [usize; 4] {
    let count = |path: &str| std::fs::read_dir(path).unwrap().count();
    let tasks = std::fs::read_dir("/proc/self/task").unwrap();
    let lists =
        tasks.filter_map(|task| std::fs::read_to_string(task.ok()?.path().join("children")).ok());
    let children = lists.map(|list| list.split_whitespace().count()).sum();
    let hosts = std::fs::read_dir(folder).unwrap();
    let files = hosts.map(|host| count(host.unwrap().path().to_str().unwrap())).sum();
    [count("/proc/self/fd"), count("/proc/self/task"), children, files]
}

#[expect(clippy::disallowed_methods, reason = "it starts the host, not a child of the host")]
#[test]
fn descriptors_threads_children_and_files_are_given_back() {
    let folder = tempfile::tempdir().unwrap();
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "orphans::cycles", "--nocapture"])
        .env(CYCLES, folder.path())
        .env("TMPDIR", folder.path())
        .status();
    assert!(status.unwrap().success());
}

/// A running host, and the processes that it has started.
struct Host {
    process: Child,
    started: Vec<Pid>,
    /// Its folder for temporary files.
    folder: Arc<TempDir>,
}

impl Host {
    fn start(ending: &str, script: &str) -> Self {
        Self::start_in(&Arc::new(tempfile::tempdir().unwrap()), ending, script)
    }

    #[expect(clippy::disallowed_methods, reason = "it starts the host, not a child of the host")]
    fn start_in(folder: &Arc<TempDir>, ending: &str, script: &str) -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "orphans::host", "--nocapture"])
            .env(HOST, ending)
            .env(SCRIPT, script)
            .env("TMPDIR", folder.path())
            .process_group(0)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.as_mut().unwrap()).lines();
        let ready = lines
            .map(Result::unwrap)
            .find_map(|line| Some(line.strip_prefix("ready ")?.to_owned()));
        let ids = ready.expect("the host starts its child");
        let started =
            ids.split(' ').map(|id| Pid::from_raw(id.parse().unwrap()).unwrap()).collect();
        Self { process, started, folder: Arc::clone(folder) }
    }

    fn id(&self) -> Pid {
        Pid::from_child(&self.process)
    }

    /// The process ID of the watcher, which is another one than `ended`.
    fn watcher(&self, ended: Option<Pid>) -> Pid {
        let running = || self.running_watcher().filter(|id| Some(*id) != ended);
        wait_for("a watcher", || running().is_some());
        running().expect("the watcher runs")
    }

    /// The only running child of the host that `started` does not list.
    fn running_watcher(&self) -> Option<Pid> {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.process.id())).unwrap();
        let lists =
            tasks.map(|task| std::fs::read_to_string(task.unwrap().path().join("children")));
        let children = lists.map(Result::unwrap_or_default).collect::<Vec<_>>().join(" ");
        let ids = children.split_whitespace().map(|id| Pid::from_raw(id.parse().unwrap()).unwrap());
        ids.filter(|id| !self.started.contains(id)).find(|id| !is_dead(*id))
    }

    /// Waits until the host, its processes and its folder are gone. Returns how long that took after the host's end.
    fn gone(mut self) -> Duration {
        self.process.wait().unwrap();
        let begin = Instant::now();
        let left = || -> Vec<_> {
            let folders = std::fs::read_dir(self.folder.path()).unwrap();
            let folders = folders.map(|entry| entry.unwrap().path().display().to_string());
            let processes = self.started.iter().filter(|id| !is_dead(**id));
            processes.map(|id| format!("process {}", id.as_raw_nonzero())).chain(folders).collect()
        };
        while !left().is_empty() {
            assert!(begin.elapsed() < HANG, "left after {HANG:?}: {:?}", left());
            pause(Duration::from_millis(10));
        }
        begin.elapsed()
    }
}

/// Returns whether a host that uses this folder has a private file.
fn has_private_file(folder: &std::path::Path) -> bool {
    let hosts = std::fs::read_dir(folder).unwrap().flatten();
    let files =
        hosts.flat_map(|host| std::fs::read_dir(host.path()).into_iter().flatten().flatten());
    files.into_iter().any(|file| std::fs::read(file.path()).is_ok_and(|c| c == PRIVATE.as_bytes()))
}

fn pause(time: Duration) {
    rustix::event::poll(&mut [], Some(&time.try_into().unwrap())).unwrap();
}

/// How often each ending is tried: 1 by default. `docs/testing.md` has the command for more.
fn rounds() -> usize {
    std::env::var("CLAUDE_ORPHAN_ROUNDS").ok().map_or(1, |rounds| rounds.parse().unwrap())
}

/// Tries each way to end a host with each script.
#[expect(clippy::print_stdout, reason = "many rounds are run by hand, for this line")]
fn each(endings: &[&str], end: impl Fn(&str, &Host)) {
    let mut slowest = BTreeMap::new();
    for round in 0..rounds() {
        for ending in endings {
            for (name, script) in
                [("stubborn", STUBBORN), ("leaves", LEAVES), ("detaches", DETACHES)]
            {
                let host = Host::start(ending, script);
                end(ending, &host);
                let took = host.gone();
                let slowest = slowest.entry(format!("{ending}, {name}")).or_default();
                *slowest = took.max(*slowest);
            }
        }
        if round + 1 == rounds() {
            println!("{} rounds, nothing left; the slowest of each: {slowest:.1?}", rounds());
        }
    }
}

#[test]
fn a_host_that_ends_by_itself_leaves_nothing() {
    each(&ENDINGS, |_, _| ());
}

#[test]
fn a_host_that_a_signal_ends_leaves_nothing() {
    each(&["KILL", "TERM", "HUP", "INT"], |ending, host| {
        let signal = match ending {
            "KILL" => Signal::KILL,
            "TERM" => Signal::TERM,
            "HUP" => Signal::HUP,
            _ => Signal::INT,
        };
        kill_process(host.id(), signal).unwrap();
    });
}

/// As Ctrl-C in a terminal and a terminal that is closed do.
#[test]
fn a_signal_to_the_group_of_the_host_leaves_nothing() {
    each(&["INT", "HUP"], |ending, host| {
        let signal = if ending == "INT" { Signal::INT } else { Signal::HUP };
        kill_process_group(host.id(), signal).unwrap();
    });
}

#[test]
fn a_watcher_that_is_killed_is_replaced() {
    let host = Host::start("KILL", STUBBORN);
    let first = host.watcher(None);
    kill_process(first, Signal::KILL).unwrap();
    host.watcher(Some(first));
    kill_process(host.id(), Signal::KILL).unwrap();
    host.gone();
}

/// The next program ends what a host has left that ended together with its watcher.
#[test]
fn the_next_host_ends_what_a_host_without_a_watcher_has_left() {
    for script in [LEAVES, DETACHES] {
        let mut first = Host::start("KILL", script);
        let watcher = first.watcher(None);
        // A host that is stopped cannot replace its watcher.
        kill_process(first.id(), Signal::STOP).unwrap();
        kill_process(watcher, Signal::KILL).unwrap();
        wait_for("the end of the watcher", || is_dead(watcher));
        kill_process(first.id(), Signal::KILL).unwrap();
        first.process.wait().unwrap();
        let left = first.started[0];
        let folder = std::fs::read_dir(first.folder.path()).unwrap().next().unwrap().unwrap();
        assert!(!is_dead(left), "nobody has ended it yet");

        let second = Host::start_in(&first.folder, "KILL", DETACHES);
        wait_for("the end of what is left", || is_dead(left) && !folder.path().exists());
        kill_process(second.id(), Signal::KILL).unwrap();
        second.gone();
        first.gone();
    }
}

/// A host that is stopped has not ended.
#[test]
fn a_host_that_is_stopped_keeps_its_child() {
    let host = Host::start("KILL", STUBBORN);
    kill_process(host.id(), Signal::STOP).unwrap();
    // The watcher compares its parent when it gets this signal, as it does every 10 seconds.
    kill_process(host.watcher(None), Signal::URG).unwrap();
    for _ in 0..50 {
        assert!(host.started.iter().all(|id| !is_dead(*id)), "a child has ended");
        pause(Duration::from_millis(10));
    }
    kill_process(host.id(), Signal::KILL).unwrap();
    host.gone();
}

fn wait_for(what: &str, holds: impl Fn() -> bool) {
    let begin = Instant::now();
    while !holds() {
        assert!(begin.elapsed() < HANG, "waited {HANG:?} for {what}");
        pause(Duration::from_millis(5));
    }
}
