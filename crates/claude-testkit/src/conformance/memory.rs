//! Memory connector: the peer of the checks, in the process of the test.

use claude_transport::memory::{self, MemoryCli, MemoryEvent};
use claude_transport::{Connector, Launch, Signal, Transport, TransportError};
use tokio::runtime::Handle;

use super::peer::NAME;

/// What a shell exits with after SIGTERM.
const TERMINATED: i32 = 143;

/// Returns a connector whose peers are [memory pairs](claude_transport::memory), for the checks that
/// need no [`Ability`](super::Ability).
///
/// It is an example of a transport without processes, and shows that the checks do not depend on one.
///
/// # Examples
///
/// ```
/// use claude_testkit::conformance::{Ability, Suite, memory_connector};
///
/// # #[tokio::main]
/// # async fn main() {
/// let suite = Suite::new(memory_connector()).without(Ability::ALL);
/// suite.only("exit_codes_arrive").run().await.assert_passed();
/// # }
/// ```
pub fn memory_connector() -> impl Connector {
    |launch: &Launch| -> Result<Box<dyn Transport>, TransportError> {
        let runtime = Handle::try_current().map_err(|_| TransportError::NoRuntime)?;
        let (near, far) = memory::pair();
        let args = launch.args.iter().map(|arg| arg.to_string_lossy().into_owned());
        let steps = args.skip_while(|arg| arg != NAME).skip(1).collect();
        runtime.spawn(play(far, steps));
        Ok(Box::new(near))
    }
}

/// Plays the steps of `peer.rs`. A peer that is signalled exits as a shell does.
async fn play(mut far: MemoryCli, steps: Vec<String>) {
    let mut ignores = false;
    for step in steps {
        let (word, rest) = step.split_once(' ').unwrap_or((&step, ""));
        match word {
            "cat" | "eof" | "deaf" => match idle(&mut far, word, ignores).await {
                End::OfInput => {}
                End::Terminated => return far.exit(TERMINATED, ""),
                // Dropping the far end is the same as SIGKILL.
                End::Killed => return,
            },
            "close" => far.close_stdout(),
            "trap" => ignores = true,
            "say" => far.send(rest).await,
            "raw" => {
                let text = rest.replace(r"\r", "\r").replace(r"\n", "\n");
                far.send_bytes(text.as_bytes()).await;
            }
            "line" => far.send(&"x".repeat(rest.parse().unwrap_or_default())).await,
            "count" => {
                for number in 1..=rest.parse::<u64>().unwrap_or_default() {
                    far.send(&number.to_string()).await;
                }
            }
            "err" => far.write_stderr(&format!("{rest}\n")),
            "exit" => return far.exit(rest.parse().unwrap_or_default(), ""),
            _ => return far.exit(64, &format!("unknown step: {step}\n")),
        }
    }
    far.exit(0, "");
}

enum End {
    OfInput,
    Terminated,
    Killed,
}

/// Waits as `cat`, `eof` or `deaf` does. A deaf peer does not read, so only signals end it.
async fn idle(far: &mut MemoryCli, word: &str, ignores: bool) -> End {
    loop {
        let event = match word {
            "deaf" => match far.next_signal().await {
                Some(signal) => MemoryEvent::Signal(signal),
                None => return End::Killed,
            },
            _ => far.next_event().await,
        };
        match event {
            MemoryEvent::Line(line) if word == "cat" => far.send(&line).await,
            MemoryEvent::EndOfInput => return End::OfInput,
            MemoryEvent::Signal(Signal::Terminate) if !ignores => return End::Terminated,
            MemoryEvent::Signal(Signal::Kill) | MemoryEvent::Dropped => return End::Killed,
            _ => {}
        }
    }
}
