//! Servers of `cargo xtask services`, and programs that write to them.

use std::io::{BufRead, BufReader, Write as _};
use std::process::{Child, ChildStdout, Command, Stdio};

/// The address of a server that all tests share. `None` skips the test; in CI that is a failure,
/// unless CI could not install the server.
#[expect(clippy::print_stderr, reason = "a skipped test is named")]
pub(crate) fn address(variable: &str) -> Option<String> {
    let given = std::env::var(variable).ok().filter(|address| !address.is_empty());
    let is_ci = std::env::var("CI").is_ok_and(|value| value == "true" || value == "1");
    let could_not = std::env::var_os("CLAUDE_SERVICES_NOT_INSTALLED").is_some();
    assert!(given.is_some() || !is_ci || could_not, "CI needs {variable}: `cargo xtask services`");
    if given.is_none() {
        eprintln!("skipped: {variable} is not set; `cargo xtask services -- COMMAND` sets it");
    }
    given
}

/// A server of this test, which it may kill.
pub(crate) struct Server {
    child: Child,
    answers: BufReader<ChildStdout>,
    pub(crate) address: String,
}

impl Server {
    /// Starts it. `None` where [`address`] is.
    pub(crate) fn start(name: &str, variable: &str) -> Option<Self> {
        address(variable)?;
        let xtask = std::env::var_os("CLAUDE_TEST_SERVER").expect("`cargo xtask services` sets it");
        #[expect(clippy::disallowed_methods, reason = "a server is no CLI")]
        let mut child = Command::new(xtask)
            .args(["services", "serve", name])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let answers = BufReader::new(child.stdout.take().unwrap());
        let mut server = Self { child, answers, address: String::new() };
        server.address = server.answer().strip_prefix("LISTENING ").unwrap().to_owned();
        Some(server)
    }

    /// Kills it in the middle of its work, and starts it again with what it has stored.
    pub(crate) fn restart(&mut self) {
        self.tell("kill");
        assert_eq!(self.answer(), "killed");
        self.tell("start");
        assert!(self.answer().starts_with("LISTENING "));
    }

    fn tell(&mut self, command: &str) {
        writeln!(self.child.stdin.as_mut().unwrap(), "{command}").unwrap();
    }

    fn answer(&mut self) -> String {
        let mut line = String::new();
        self.answers.read_line(&mut line).unwrap();
        line.trim_end().to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It ends the server, and then itself.
        let _ = self.child.wait();
    }
}

/// Where a writer finds the address and the place of a store.
const WRITER: &str = "CLAUDE_TEST_WRITER";

/// What this process shall write to, if it is a writer.
pub(crate) fn writers_place() -> Option<(String, String)> {
    let given = std::env::var(WRITER).ok()?;
    let (place, address) = given.split_once(' ')?;
    Some((place.to_owned(), address.to_owned()))
}

/// A process that runs one test of this program, as a writer.
pub(crate) struct Writer(Child);

impl Writer {
    pub(crate) fn start(test: &str, place: &str, address: &str) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the test itself, as another process")]
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env(WRITER, format!("{place} {address}"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        Self(child.unwrap())
    }

    /// Waits until it has told of this many appends. Returns how many it told of.
    pub(crate) fn wait_for(&mut self, appends: usize) -> usize {
        let mut lines =
            BufReader::new(self.0.stdout.as_mut().unwrap()).lines().map_while(Result::ok);
        lines.by_ref().filter(|line| line.ends_with("appended")).take(appends).count()
    }

    /// Waits for its end.
    pub(crate) fn end(mut self) {
        assert!(self.0.wait().unwrap().success(), "the writer has failed");
    }
}

/// It is killed wherever it is.
impl Drop for Writer {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
