//! The child of the tests that run on every system: this test binary, which follows the steps of a variable.
//!
//! Each process of a test connects to a socket of the test ([`Family`]). The system closes it when the process ends.

use std::io::{BufRead as _, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::Duration;

use claude_transport::{Environment, Launch, Process, Transport};

/// Holds the steps, separated by semicolons.
const STEPS: &str = "TRANSPORT_TEST_STEPS";
/// Holds the address to which every process connects.
const ADDRESS: &str = "TRANSPORT_TEST_ADDRESS";
/// Far above the duration of any test; only a hang reaches it.
const HANG: Duration = Duration::from_secs(60);

/// The arguments that make this binary run [`child`] alone.
const ARGS: [&str; 3] = ["--exact", "child::child", "--nocapture"];

/// A launch of this binary with these steps.
pub(crate) fn launch(steps: &str) -> Launch {
    Launch::new(std::env::current_exe().unwrap())
        .args(ARGS)
        .env(Environment::inherit().set(STEPS, steps))
}

/// Removes what the test harness prints before the first step.
pub(crate) fn written(lines: Vec<String>) -> Vec<String> {
    lines.into_iter().filter(|line| !line.is_empty() && line != "running 1 test").collect()
}

/// The connections of the processes of one test.
pub(crate) struct Family(TcpListener);

impl Family {
    pub(crate) fn new() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").unwrap())
    }

    /// A launch of a process that connects, as do the processes that it starts.
    pub(crate) fn launch(&self, steps: &str) -> Launch {
        let mut launch = launch(steps);
        launch.env = launch.env.set(ADDRESS, self.0.local_addr().unwrap().to_string());
        launch.drop_grace(Duration::from_millis(200))
    }

    /// Starts a process that this crate does not supervise.
    #[expect(
        clippy::disallowed_methods,
        reason = "a host is killed, so this crate must not end it"
    )]
    pub(crate) fn host(&self, steps: &str) -> std::process::Child {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(ARGS).env(STEPS, steps).stdin(Stdio::null()).stdout(Stdio::null());
        command.env(ADDRESS, self.0.local_addr().unwrap().to_string()).spawn().unwrap()
    }

    /// Waits until this number of processes is connected.
    pub(crate) fn connected(&self, count: usize) -> Vec<TcpStream> {
        let accept = |_| {
            let mut member = self.0.accept().unwrap().0;
            member.set_read_timeout(Some(HANG)).unwrap();
            member.read_exact(&mut [0]).unwrap();
            member
        };
        (0..count).map(accept).collect()
    }
}

/// Waits until all of these processes have ended.
pub(crate) fn gone(members: Vec<TcpStream>) {
    for mut member in members {
        match member.read(&mut [0]) {
            Ok(0) => {}
            Ok(_) => panic!("a process has written"),
            // A process that is killed may reset the connection.
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => {}
            Err(error) => panic!("a process is left: {error}"),
        }
    }
}

/// Returns whether the process runs still.
pub(crate) fn is_running(member: &TcpStream) -> bool {
    member.set_nonblocking(true).unwrap();
    let read = (&*member).read(&mut [0]);
    member.set_nonblocking(false).unwrap();
    read.is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock)
}

/// Does nothing in a run of the tests.
#[test]
fn child() {
    let Ok(steps) = std::env::var(STEPS) else { return };
    let member = std::env::var(ADDRESS).ok().map(|address| {
        let mut member = TcpStream::connect(address).unwrap();
        member.write_all(b"+").unwrap();
        member
    });
    for step in steps.split(';') {
        let (verb, rest) = step.split_once(' ').unwrap_or((step, ""));
        act(verb, rest);
    }
    drop(member);
    std::process::exit(0);
}

fn act(verb: &str, rest: &str) {
    let mut stdout = std::io::stdout();
    match verb {
        "say" => writeln!(stdout, "{rest}").unwrap(),
        "warn" => {
            let mut stderr = std::io::stderr();
            writeln!(stderr, "{}", rest.replace('|', "\n")).unwrap();
        }
        "echo" => {
            for line in std::io::stdin().lock().lines() {
                writeln!(stdout, "{}", line.unwrap()).unwrap();
            }
        }
        "eof" => drop(std::io::copy(&mut std::io::stdin().lock(), &mut std::io::sink())),
        "exit" => std::process::exit(rest.parse().unwrap()),
        "hang" => loop {
            std::thread::park();
        },
        "flood" => while writeln!(stdout, "{rest}").is_ok() {},
        "count" => {
            let lines: String =
                (1..=rest.parse::<u32>().unwrap()).map(|at| format!("{at}\n")).collect();
            stdout.write_all(lines.as_bytes()).unwrap();
        }
        "long" => writeln!(stdout, "{}", "x".repeat(rest.parse().unwrap())).unwrap(),
        "noise" => std::io::stderr().write_all(&vec![b'x'; rest.parse().unwrap()]).unwrap(),
        "var" => writeln!(stdout, "{:?}", std::env::var(rest).ok()).unwrap(),
        "cwd" => writeln!(stdout, "{}", std::env::current_dir().unwrap().display()).unwrap(),
        "args" => {
            for arg in std::env::args().skip_while(|arg| arg != "--").skip(1) {
                writeln!(stdout, "{arg:?}").unwrap();
            }
        }
        "save" => std::fs::write(std::env::args().next_back().unwrap(), "state").unwrap(),
        "files" => {
            for arg in std::env::args().filter(|arg| arg.starts_with("file=")) {
                let path = arg.trim_start_matches("file=");
                writeln!(stdout, "{path}|{}", std::fs::read_to_string(path).unwrap()).unwrap();
            }
        }
        "start" => start(rest),
        "supervise" => supervise(rest),
        _ => panic!("an unknown step: {verb}"),
    }
    stdout.flush().unwrap();
}

/// Starts a process that holds stdout and stderr open.
#[expect(clippy::disallowed_methods, reason = "a child starts processes without this crate")]
#[expect(clippy::zombie_processes, reason = "the test waits until it has ended")]
fn start(step: &str) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(ARGS).env(STEPS, step).stdin(Stdio::null()).spawn().unwrap();
}

/// Starts a child with this crate, and keeps it until this process is killed. `+` stands for a semicolon.
fn supervise(steps: &str) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let _parts = runtime.block_on(async {
        Box::new(Process::spawn(&launch(&steps.replace('+', ";"))).unwrap()).split()
    });
    loop {
        std::thread::park();
    }
}
