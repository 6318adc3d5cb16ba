//! Main loop: lines in, effects out.

use std::io::{self, Write as _};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use super::arguments::{Task, task};
use super::input::{Input, Lines, close_stdin};
use super::output::Output;
use super::process::{be_grandchild, register, signals, spawn_grandchild};
use super::sessions::Files;
use crate::engine::{Effect, Engine, Setup};
use crate::frame::VERSION;
use crate::round_trips::{callback_calls, mcp_calls};
use crate::scenario::Scenario;

/// Runs `mock-claude` with the arguments and the environment of this process.
#[must_use]
pub fn run() -> ExitCode {
    let _registered = register();
    let arguments = std::env::args_os().skip(1);
    let arguments = arguments.map(|argument| argument.to_string_lossy().into_owned()).collect();
    let code = match task(arguments) {
        Ok(Task::Version) => {
            Output::new().write(format!("{VERSION} (Claude Code)\n").as_bytes());
            0
        }
        Ok(Task::Grandchild) => {
            be_grandchild();
            0
        }
        Ok(Task::Play(scenario, setup)) => {
            signals::install();
            Player::new(scenario, *setup).play()
        }
        Ok(Task::Call(calls, setup)) => {
            calling(|| mcp_calls::play(&calls, *setup, io::stdin().lock(), io::stdout().lock()))
        }
        Ok(Task::Ask(calls, setup)) => {
            calling(|| callback_calls::play(calls, *setup, io::stdin().lock(), io::stdout().lock()))
        }
        Err(error) => {
            complain(format!("mock-claude: {error}\n").as_bytes());
            64
        }
    };
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}

/// The longest duration of a session with calls.
const PATIENCE: Duration = Duration::from_secs(60);

/// Makes the calls and returns the exit code. It reads stdin on this thread: the wake-up of another
/// thread would be measured, too.
fn calling(play: impl FnOnce() -> Result<i32, String>) -> i32 {
    std::thread::spawn(|| {
        let until = Instant::now() + PATIENCE;
        while let Some(left) = until.checked_duration_since(Instant::now()) {
            std::thread::park_timeout(left);
        }
        complain(b"mock-claude: after 60 seconds answers are still missing\n");
        std::process::exit(1);
    });
    // stdout is line-buffered: a line is one write.
    match play() {
        Ok(code) => code,
        Err(error) => {
            complain(format!("mock-claude: {}\n", error.trim_end()).as_bytes());
            1
        }
    }
}

struct Player {
    engine: Engine,
    output: Output,
    /// When the engine must be woken.
    wake: Option<Instant>,
}

impl Player {
    fn new(scenario: Scenario, setup: Setup) -> Self {
        Self { engine: Engine::new(scenario, setup), output: Output::new(), wake: None }
    }

    /// Plays to the end and returns the exit code.
    fn play(mut self) -> i32 {
        let mut lines = None;
        loop {
            while let Some(effect) = self.engine.effect() {
                if let Some(code) = self.perform(effect) {
                    return code;
                }
            }
            // Start reading only after the first effects: a mock that freezes or exits at once must
            // have read nothing.
            match lines.get_or_insert_with(Lines::start).wait(self.wake) {
                Input::Line(line) => self.engine.line(&line),
                Input::End => self.engine.end_of_input(),
                Input::Woke => self.woke(),
            }
        }
    }

    fn woke(&mut self) {
        if self.wake.is_some_and(|wake| wake <= Instant::now()) {
            self.wake = None;
            self.engine.woke();
        }
    }

    fn perform(&mut self, effect: Effect) -> Option<i32> {
        match effect {
            Effect::Write(bytes) => self.output.write(&bytes),
            Effect::Flood { flood, session_id } => self.output.flood(flood, &session_id),
            Effect::Stderr(bytes) => complain(&bytes),
            Effect::Sleep(time) => self.wake = Some(Instant::now() + time),
            Effect::CloseStdout => self.output.close(),
            Effect::CloseStdin => close_stdin(),
            Effect::IgnoreTerm => signals::ignore(),
            Effect::SpawnGrandchild => match spawn_grandchild() {
                Ok(id) => complain(format!("grandchild {id}\n").as_bytes()),
                Err(error) => {
                    complain(format!("failed to start the grandchild: {error}\n").as_bytes());
                }
            },
            Effect::Read(path) => {
                let contents = std::fs::read_to_string(&path).ok();
                self.engine.file(&path, contents.as_deref());
            }
            Effect::Save(session) => Files::new(|name| std::env::var(name).ok()).save(&session),
            Effect::Freeze => loop {
                std::thread::park();
            },
            Effect::Exit(code) => return Some(code),
        }
        None
    }
}

/// Writes to stderr; a failed write is ignored, because the host may have stopped reading.
fn complain(bytes: &[u8]) {
    let _ = io::stderr().lock().write_all(bytes);
}
