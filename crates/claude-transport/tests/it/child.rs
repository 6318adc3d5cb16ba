//! The child of the tests that run on every system: this test binary, which follows the steps of a variable.
//!
//! Each process of a test connects to a socket of the test ([`Family`]). The system closes it when the process ends.
//! On Windows, each process also keeps a file open that no other process can open meanwhile, and its end is seen by that
//! file: wine 8 sometimes keeps the socket of a process that was killed while it wrote.

use std::io::{BufRead as _, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use claude_transport::{Environment, Launch, Process, Transport};

/// Holds the steps, separated by semicolons.
const STEPS: &str = "TRANSPORT_TEST_STEPS";
/// Holds the address to which every process connects.
const ADDRESS: &str = "TRANSPORT_TEST_ADDRESS";
/// Holds the folder in which every process keeps a file open. Its name is the process ID.
const FOLDER: &str = "TRANSPORT_TEST_FOLDER";
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

/// The processes of one test.
pub(crate) struct Family {
    connections: TcpListener,
    folder: tempfile::TempDir,
}

/// A process of a test.
pub(crate) struct Member {
    connection: TcpStream,
    #[cfg(windows)]
    file: std::path::PathBuf,
}

impl Family {
    pub(crate) fn new() -> Self {
        let connections = TcpListener::bind("127.0.0.1:0").unwrap();
        Self { connections, folder: tempfile::tempdir().unwrap() }
    }

    fn address(&self) -> String {
        self.connections.local_addr().unwrap().to_string()
    }

    /// A launch of a process that connects, as do the processes that it starts.
    pub(crate) fn launch(&self, steps: &str) -> Launch {
        let mut launch = launch(steps);
        launch.env = launch.env.set(ADDRESS, self.address()).set(FOLDER, self.folder.path());
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
        command.env(ADDRESS, self.address()).env(FOLDER, self.folder.path()).spawn().unwrap()
    }

    /// Waits until this number of processes is connected.
    pub(crate) fn connected(&self, count: usize) -> Vec<Member> {
        let accept = |_| {
            let mut connection = self.connections.accept().unwrap().0;
            connection.set_read_timeout(Some(HANG)).unwrap();
            let mut id = [0; 4];
            connection.read_exact(&mut id).unwrap();
            Member {
                connection,
                #[cfg(windows)]
                file: self.folder.path().join(u32::from_le_bytes(id).to_string()),
            }
        };
        (0..count).map(accept).collect()
    }
}

/// Waits until all of these processes have ended.
pub(crate) fn gone(members: Vec<Member>) {
    let begin = Instant::now();
    for member in members {
        member.wait(begin);
    }
    assert!(begin.elapsed() < HANG / 2, "nothing but its own lifetime has ended a process");
}

/// Returns whether the process runs still.
pub(crate) fn is_running(member: &Member) -> bool {
    member.is_running()
}

#[cfg(unix)]
impl Member {
    fn wait(mut self, _: Instant) {
        match self.connection.read(&mut [0]) {
            Ok(0) => {}
            Ok(_) => panic!("a process has written"),
            // A process that is killed may reset the connection.
            Err(error) if error.kind() == std::io::ErrorKind::ConnectionReset => {}
            Err(error) => panic!("a process is left: {error}"),
        }
    }

    fn is_running(&self) -> bool {
        self.connection.set_nonblocking(true).unwrap();
        let read = (&self.connection).read(&mut [0]);
        self.connection.set_nonblocking(false).unwrap();
        read.is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock)
    }
}

#[cfg(windows)]
impl Member {
    fn wait(self, begin: Instant) {
        while self.is_running() {
            assert!(begin.elapsed() < HANG, "a process is left");
            std::thread::park_timeout(Duration::from_millis(10));
        }
        drop(self.connection);
    }

    fn is_running(&self) -> bool {
        match exclusive(&self.file, false) {
            Ok(_) => false,
            Err(error) => {
                assert_eq!(error.raw_os_error(), Some(SHARING_VIOLATION), "{error}");
                true
            }
        }
    }
}

#[cfg(windows)]
const SHARING_VIOLATION: i32 = 32;

/// Opens a file that no other process can open until this one closes it or ends.
#[cfg(windows)]
fn exclusive(file: &std::path::Path, create: bool) -> std::io::Result<std::fs::File> {
    use std::os::windows::fs::OpenOptionsExt as _;
    std::fs::OpenOptions::new().write(true).create(create).truncate(false).share_mode(0).open(file)
}

/// Opens the file of this process.
#[cfg(windows)]
fn own_file() -> std::fs::File {
    let folder = std::env::var_os(FOLDER).unwrap();
    let name = std::process::id().to_string();
    exclusive(&std::path::Path::new(&folder).join(name), true).unwrap()
}

/// Does nothing in a run of the tests.
#[test]
fn child() {
    let Ok(steps) = std::env::var(STEPS) else { return };
    let member = std::env::var(ADDRESS).ok().map(|address| {
        #[cfg(windows)]
        let file = own_file();
        let mut connection = TcpStream::connect(address).unwrap();
        connection.write_all(&std::process::id().to_le_bytes()).unwrap();
        #[cfg(windows)]
        return (connection, file);
        #[cfg(unix)]
        connection
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
