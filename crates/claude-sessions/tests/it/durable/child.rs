//! Child: this binary once more, as another process that writes.

use std::io::Write as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::{Kind, full, kills, memory, writers};

/// The task of the child: its name and its arguments, divided by spaces. Without it, the test of the child
/// does nothing.
const TASK: &str = "CLAUDE_SESSIONS_TASK";

/// Starts a task in another process. What it reports comes by its stdout.
pub(super) fn start(kind: Kind, folder: &Path, task: &str) -> Child {
    prepare(command(), kind, folder, task).spawn().unwrap()
}

/// Sets what a command needs to be the child.
pub(super) fn prepare(mut command: Command, kind: Kind, folder: &Path, task: &str) -> Command {
    command.args(["--exact", "durable::child::child", "--nocapture"]);
    command.env(TASK, format!("{kind:?} {task}")).current_dir(folder).stdout(Stdio::piped());
    command
}

#[expect(clippy::disallowed_methods, reason = "this process itself, not a CLI")]
fn command() -> Command {
    Command::new(std::env::current_exe().unwrap())
}

/// Reports a line to the test.
pub(super) fn report(line: &str) {
    let mut output = std::io::stdout().lock();
    writeln!(output, "> {line}").and_then(|()| output.flush()).unwrap();
}

/// Returns what was reported by a line of the child's output.
pub(super) fn reported(line: &str) -> Option<&str> {
    // The harness begins the line.
    line.split_once("> ").map(|(_, report)| report)
}

#[tokio::test]
async fn child() {
    let Ok(task) = std::env::var(TASK) else { return };
    let words: Vec<&str> = task.split(' ').collect();
    let (kind, folder) = (Kind::named(words[0]), Path::new("."));
    match words[1..] {
        ["kill", from] => kills::write(kind, folder, from.parse().unwrap()).await,
        ["write", who, count, placed] => {
            writers::write(kind, folder, who, count.parse().unwrap(), placed == "placed").await;
        }
        ["fill"] => full::fill(kind, folder).await,
        ["load", size] => memory::load(kind, folder, size.parse().unwrap()).await,
        _ => panic!("an unknown task: {task}"),
    }
}
